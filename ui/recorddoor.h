// Deletes what is recorded of a conversation or a mate, and switches off that text is recorded of it.
// Asks first, tells in the window's notice how far it is and what came of it; the rest of the window works on.
#pragma once

#include "core/store/recorderaser.h"
#include "ui/uiservices.h"

#include <QObject>

class QAction;

namespace loopflow {

class MateActions;
class MatePane;
class NoticeBar;
class WatchPage;
class WindowActions;

class RecordDoor final : public QObject {
    Q_OBJECT
public:
    /// What is deleted is the mate that `mates` has chosen, and the conversation that `watch` shows.
    RecordDoor(const UiServices &services, const WindowActions &actions, MateActions *does, MatePane *mates,
        WatchPage *watch, NoticeBar *notice, QWidget *window);

private:
    void switchText(MateId mate, bool recordsText, MateActions *does);
    void deleteConversation(const ConversationId &conversation, const QString &person);
    void deleteMate(MateId mate);
    bool agreed(const QString &title, const QString &question, const QString &consequences);
    bool isBusy();
    void tellProgress(qint64 done, qint64 all);
    void tellEnd(const Result<qint64> &deleted);

    UiServices m_services;
    NoticeBar *m_notice;
    QWidget *m_window;
    QAction *m_cancel;
    QAction *m_deleteBefore; ///< offered when text is no longer recorded
    MateId m_switched{};
    RecordEraser m_eraser;
    int m_told = -1; ///< tenths of the progress
};

} // namespace loopflow
