#include "ui/transcript/exportdoor.h"

#include "core/store/logstore.h"
#include "core/store/matestore.h"
#include "ui/inspector/conversationpane.h"
#include "ui/widgets/noticebar.h"

#include <QAction>
#include <QFileDialog>
#include <QRegularExpression>

#include <algorithm>

namespace loopflow {

namespace {

/// A name that every file system takes.
QString fileNameOf(const TranscriptHead &head)
{
    static const QRegularExpression strange(QStringLiteral("[\\x00-\\x1f\\x7f<>:\"/\\\\|?*]+"));
    QString name = head.person.isEmpty() ? head.mate : ExportDoor::tr("%1 with %2").arg(head.mate, head.person);
    name.replace(strange, QStringLiteral(" "));
    return name.simplified().left(100) + QStringLiteral(".html");
}

} // namespace

ExportDoor::ExportDoor(const UiServices &services, ConversationPane *pane, QAction *action, NoticeBar *notice,
    QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_notice(notice)
    , m_window(window)
    , m_cancel(new QAction(tr("Cancel"), this))
    , m_export(services.record)
{
    connect(m_cancel, &QAction::triggered, this, [this] {
        m_export.cancel();
        m_notice->clear();
    });
    connect(&m_export, &ConversationExport::progressed, this, [this, last = -1](int percent) mutable {
        if (percent / 10 != last)
            m_notice->tell(tr("Writing the conversation: %1 %").arg(percent), {m_cancel});
        last = percent / 10;
    });
    connect(&m_export, &ConversationExport::finished, this,
        [this](const QString &sentence) { m_notice->tell(sentence); });
    action->setEnabled(pane->shown().has_value());
    connect(pane, &ConversationPane::shownChanged, action,
        [pane, action] { action->setEnabled(pane->shown().has_value()); });
    connect(action, &QAction::triggered, this, [this, pane] {
        if (const auto shown = pane->shown())
            open(*shown);
    });
}

void ExportDoor::open(const ConversationId &conversation)
{
    auto *dialog = new QFileDialog(m_window, tr("Export the conversation"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Web page (*.html)"), tr("Markdown (*.md)"), tr("JSON (*.json)")});
    dialog->selectFile(fileNameOf(headOf(conversation)));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), -1).chopped(1));
    });
    dialog->setDefaultSuffix(QStringLiteral("html"));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, conversation](const QString &path) { m_export.start(conversation, headOf(conversation), path); });
    dialog->open();
}

TranscriptHead ExportDoor::headOf(const ConversationId &conversation) const
{
    TranscriptHead head;
    head.channel = conversation.channel;
    head.writtenMs = readClock().wall.count();
    if (const auto mate = m_services.mates->mate(conversation.mate))
        head.mate = mate->name;
    if (const auto all = m_services.record->conversations(conversation.mate)) {
        const auto it = std::find_if(
            all->begin(), all->end(), [&](const ConversationSummary &one) { return one.id == conversation; });
        head.person = it == all->end() ? QString() : it->person;
    }
    return head;
}

} // namespace loopflow
