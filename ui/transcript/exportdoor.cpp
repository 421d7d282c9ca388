#include "ui/transcript/exportdoor.h"

#include "core/store/logstore.h"
#include "core/store/matestore.h"
#include "ui/inspector/conversationpane.h"
#include "ui/inspector/conversationview.h"
#include "ui/inspector/turnpane.h"
#include "ui/transcript/turnstory.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QPushButton>
#include <QRegularExpression>

#include <algorithm>

namespace loopflow {

namespace {

/// A name that every file system takes.
QString fileNameOf(QString name)
{
    static const QRegularExpression strange(QStringLiteral("[\\x00-\\x1f\\x7f<>:\"/\\\\|?*]+"));
    name.replace(strange, QStringLiteral(" "));
    return name.simplified().left(100) + QStringLiteral(".html");
}

} // namespace

ExportDoor::ExportDoor(const UiServices &services, ConversationPane *pane, const Actions &actions, NoticeBar *notice,
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
    QAction *whole = actions.conversation;
    whole->setEnabled(pane->shown().has_value());
    connect(pane, &ConversationPane::shownChanged, whole,
        [pane, whole] { whole->setEnabled(pane->shown().has_value()); });
    connect(whole, &QAction::triggered, this, [this, pane] {
        if (const auto shown = pane->shown())
            openConversation(*shown);
    });
    connectTurn(pane, actions.turn);
}

void ExportDoor::connectTurn(ConversationPane *pane, QAction *action)
{
    const auto wanted = [pane] {
        const TurnId shown = pane->turnPane()->turn();
        return shown != TurnId{} ? shown : pane->view()->currentTurn();
    };
    const auto update = [action, wanted] { action->setEnabled(wanted() != TurnId{}); };
    update();
    connect(pane, &ConversationPane::shownChanged, action, update);
    connect(pane->turnPane(), &TurnPane::turnChanged, action, update);
    connect(pane->view()->selectionModel(), &QItemSelectionModel::currentChanged, action, update);
    connect(action, &QAction::triggered, this, [this, wanted] {
        if (const TurnId turn = wanted(); turn != TurnId{})
            openTurn(turn);
    });
    auto *button = new QPushButton(tr("Export turn…"), pane->turnPane());
    button->setObjectName(QStringLiteral("exportTurnButton"));
    button->setToolTip(tr("Write all that is known of this turn into a file"));
    connect(button, &QPushButton::clicked, action, &QAction::trigger);
    connect(pane->turnPane(), &TurnPane::turnChanged, button, [button](TurnId turn) { button->setVisible(turn != TurnId{}); });
    pane->turnPane()->addControl(button);
}

void ExportDoor::openConversation(const ConversationId &conversation)
{
    const TranscriptHead head = headOf(conversation);
    const QString name = head.person.isEmpty() ? head.mate : tr("%1 with %2").arg(head.mate, head.person);
    ask(tr("Export the conversation"), name,
        [this, conversation](const QString &path) { m_export.start(conversation, headOf(conversation), path); });
}

void ExportDoor::openTurn(TurnId turn)
{
    ask(tr("Export the turn"), tr("Turn %1").arg(qint64(turn)), [this, turn](const QString &path) { writeTurn(turn, path); });
}

void ExportDoor::writeTurn(TurnId turn, const QString &path)
{
    if (const auto flushed = m_services.record->flush(); !flushed)
        return m_notice->tell(flushed.error().message);
    const auto story = readStory(turn, {m_services.record, m_services.replayMarks, m_services.mates}, readClock());
    if (!story)
        return m_notice->tell(story.error().message);
    const QByteArray text = writtenStory(transcriptFormat(path).value_or(TranscriptFormat::Markdown), *story);
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size() || !file.commit())
        return m_notice->tell(tr("%1 could not be written: %2.").arg(path, file.errorString()));
    QString sentence = tr("The turn was written to %1.").arg(QFileInfo(path).fileName());
    if (story->unreadable > 0)
        sentence += QLatin1Char(' ')
            + counted(story->unreadable, tr("One recorded event could not be read."),
                tr("%1 recorded events could not be read."));
    m_notice->tell(sentence);
}

void ExportDoor::ask(const QString &title, const QString &name, const std::function<void(const QString &path)> &save)
{
    auto *dialog = new QFileDialog(m_window, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(QStringLiteral("exportDialog"));
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Web page (*.html)"), tr("Markdown (*.md)"), tr("JSON (*.json)")});
    dialog->selectFile(fileNameOf(name));
    connect(dialog, &QFileDialog::filterSelected, dialog, [dialog](const QString &filter) {
        dialog->setDefaultSuffix(filter.section(QStringLiteral("*."), -1).chopped(1));
    });
    dialog->setDefaultSuffix(QStringLiteral("html"));
    connect(dialog, &QFileDialog::fileSelected, this, save);
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
