// "Export conversation…" and "Export turn…": asks where to, and tells how it goes in the window's notice.
// Exports what the pane shows; an action is off while there is nothing for it.
#pragma once

#include "ui/transcript/conversationexport.h"
#include "ui/uiservices.h"

class QAction;

namespace loopflow {

class ConversationPane;
class NoticeBar;

class ExportDoor final : public QObject {
    Q_OBJECT
public:
    struct Actions {
        QAction *conversation = nullptr; ///< exports what the pane shows
        QAction *turn = nullptr; ///< exports the turn that is looked into, or that of the current row
    };
    ExportDoor(const UiServices &services, ConversationPane *pane, const Actions &actions, NoticeBar *notice,
        QWidget *window);

private:
    void connectTurn(ConversationPane *pane, QAction *action);
    void openConversation(const ConversationId &conversation);
    void openTurn(TurnId turn);
    void writeTurn(TurnId turn, const QString &path);
    /// Asks for a file; `save` gets its path.
    void ask(const QString &title, const QString &name, const std::function<void(const QString &path)> &save);
    TranscriptHead headOf(const ConversationId &conversation) const;

    UiServices m_services;
    NoticeBar *m_notice;
    QWidget *m_window;
    QAction *m_cancel;
    ConversationExport m_export;
};

} // namespace loopflow
