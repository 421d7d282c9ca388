// "Export conversation…": asks where to, and tells how it goes in the window's notice.
// Exports what the pane shows; the action is off while it shows nothing.
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
    /// `action` exports what `pane` shows.
    ExportDoor(const UiServices &services, ConversationPane *pane, QAction *action, NoticeBar *notice,
        QWidget *window);

private:
    void open(const ConversationId &conversation);
    TranscriptHead headOf(const ConversationId &conversation) const;

    UiServices m_services;
    NoticeBar *m_notice;
    QWidget *m_window;
    QAction *m_cancel;
    ConversationExport m_export;
};

} // namespace loopflow
