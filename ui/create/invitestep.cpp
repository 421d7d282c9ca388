#include "ui/create/invitestep.h"

#include "core/conversation/log.h"
#include "core/discord/invite.h"
#include "core/host/practice.h"
#include "core/store/logstore.h"
#include "ui/create/matesetup.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/markrow.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QApplication>
#include <QClipboard>
#include <QDesktopServices>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace loopflow {

namespace {

QLineEdit *makeField(const QString &objectName, const QString &name, QWidget *parent)
{
    auto *field = new QLineEdit(parent);
    field->setObjectName(objectName);
    field->setAccessibleName(name);
    field->setReadOnly(true);
    return field;
}

QVBoxLayout *makeColumn(QWidget *widget, int spacing)
{
    auto *column = new QVBoxLayout(widget);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(spacing);
    return column;
}

Text *makeMeaning(const QString &meaning, QWidget *parent)
{
    auto *text = new Text(meaning, metaFont(), ColorRole::Muted, parent);
    text->setWordWrap(true);
    return text;
}

} // namespace

InviteStep::InviteStep(const UiServices &services, MateSetup *setup, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_setup(setup)
    , m_server(makeField(QStringLiteral("serverInvite"), tr("Link for a server"), this))
    , m_person(makeField(QStringLiteral("personalInvite"), tr("Link for a person"), this))
    , m_join(new QPushButton(tr("Join the practice server"), this))
    , m_hello(new QPushButton(tr("Say hello"), this))
    , m_links(makeLinks())
    , m_practice(makePractice())
    , m_remarks(new QVBoxLayout)
    , m_online(new MarkRow(Mark::None, {}, this))
    , m_joined(new MarkRow(Mark::None, {}, this))
    , m_message(new MarkRow(Mark::None, {}, this))
{
    m_online->setObjectName(QStringLiteral("onlineMark"));
    m_joined->setObjectName(QStringLiteral("joinedMark"));
    m_message->setObjectName(QStringLiteral("messageMark"));
    m_remarks->setSpacing(insideControl);
    auto *column = makeColumn(this, insideControl);
    column->addWidget(m_links);
    column->addWidget(m_practice);
    column->addSpacing(paneEdge);
    column->addWidget(m_online);
    column->addWidget(m_joined);
    column->addWidget(m_message);
    column->addLayout(m_remarks);
    column->addStretch();
}

QWidget *InviteStep::makeLinks()
{
    auto *links = new QWidget(this);
    QVBoxLayout *column = makeColumn(links, paneEdge);
    column->addWidget(makeLink(tr("For a server"),
        tr("Someone who manages the server opens it; the mate asks for the least it needs."),
        m_server));
    column->addWidget(makeLink(tr("For a person"),
        tr("Adds the mate to one person's own apps, to talk in direct messages."), m_person));
    return links;
}

QWidget *InviteStep::makeLink(const QString &title, const QString &meaning, QLineEdit *field)
{
    auto *box = new QWidget(this);
    QVBoxLayout *column = makeColumn(box, gridStep);
    column->addWidget(new Text(title, strongFont(), box));
    column->addWidget(makeMeaning(meaning, box));
    auto *copy = new QPushButton(icon(QStringLiteral("copy")), tr("Copy"), box);
    copy->setObjectName(field->objectName() + QStringLiteral("Copy"));
    copy->setAccessibleName(tr("Copy: %1").arg(field->accessibleName()));
    auto *open = new QPushButton(icon(QStringLiteral("external-link")), tr("Open"), box);
    open->setObjectName(field->objectName() + QStringLiteral("Open"));
    open->setAccessibleName(tr("Open: %1").arg(field->accessibleName()));
    auto *row = new QHBoxLayout;
    row->setSpacing(insideControl);
    row->addWidget(field, 1);
    row->addWidget(copy);
    row->addWidget(open);
    column->addSpacing(gridStep);
    column->addLayout(row);
    for (QPushButton *button : {copy, open})
        button->setAutoDefault(false);
    connect(copy, &QPushButton::clicked, this,
        [field] { QApplication::clipboard()->setText(field->text()); });
    connect(open, &QPushButton::clicked, this,
        [field] { QDesktopServices::openUrl(QUrl(field->text())); });
    return box;
}

QWidget *InviteStep::makePractice()
{
    m_join->setObjectName(QStringLiteral("joinPractice"));
    m_hello->setObjectName(QStringLiteral("sayHello"));
    auto *practice = new QWidget(this);
    QVBoxLayout *column = makeColumn(practice, paneEdge);
    column->addWidget(makePracticeStep(tr("For the practice server"),
        tr("Brings the mate in, as its invite link does on Discord."), m_join));
    column->addWidget(makePracticeStep(
        tr("For you"), tr("Writes to the mate in its direct message; it answers there."), m_hello));
    connect(m_join, &QPushButton::clicked, this,
        [this] { m_services.practice->join(m_setup->mate().bot); });
    connect(m_hello, &QPushButton::clicked, this, &InviteStep::sayHello);
    return practice;
}

QWidget *InviteStep::makePracticeStep(
    const QString &title, const QString &meaning, QPushButton *button)
{
    auto *box = new QWidget(this);
    auto *row = new QHBoxLayout(box);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(betweenGroups);
    auto *lines = new QVBoxLayout;
    lines->setSpacing(gridStep);
    lines->addWidget(new Text(title, strongFont(), box));
    lines->addWidget(makeMeaning(meaning, box));
    row->addLayout(lines, 1);
    row->addWidget(button);
    button->setAutoDefault(false);
    return box;
}

void InviteStep::begin()
{
    const Mate &mate = m_setup->mate();
    m_server->setText(discord::serverInvite(mate.application).toString(QUrl::FullyEncoded));
    m_person->setText(discord::personalInvite(mate.application).toString(QUrl::FullyEncoded));
    m_server->setCursorPosition(0);
    m_person->setCursorPosition(0);
    m_links->setVisible(!m_setup->isPractice());
    m_practice->setVisible(m_setup->isPractice());
    for (const QString &sentence : m_setup->remarks()) {
        auto *remark = new MarkRow(Mark::Attention, sentence, this);
        remark->setObjectName(QStringLiteral("remark"));
        m_remarks->addWidget(remark);
    }
    m_message->set(Mark::None, tr("Waiting for the first message to %1").arg(mate.name));
    if (const auto known = m_services.record->conversations(mate.id); known && !known->isEmpty())
        showMessage();
    watch();
    if (std::exchange(m_begun, true))
        return;
    connect(m_services.supervisor, &Supervisor::stateChanged, this, &InviteStep::watch);
    connect(m_services.log, &ConversationLog::appended, this, [this](const LogRecord &record) {
        const auto *event = std::get_if<ChannelEvent>(&record.event);
        const auto *seen = event ? std::get_if<MessageSeen>(event) : nullptr;
        if (seen && record.conversation.mate == m_setup->mate().id && !seen->message.author.bot)
            showMessage();
    });
}

void InviteStep::watch()
{
    const MateState state = m_services.supervisor->state(m_setup->mate().id);
    showOnline(state);
    showServers(state);
}

void InviteStep::showOnline(const MateState &state)
{
    const Mate &mate = m_setup->mate();
    m_hello->setEnabled(state.phase == MatePhase::Online);
    m_join->setEnabled(state.phase == MatePhase::Online && state.servers == 0);
    if (mate.model.isEmpty())
        m_online->set(Mark::Attention,
            tr("%1 stays paused until a model is chosen on its prompt page.").arg(mate.name));
    else if (state.phase == MatePhase::Online)
        m_online->set(Mark::Done, tr("%1 is online").arg(mate.name));
    else
        m_online->set(state.phase == MatePhase::Failed ? Mark::Refused : Mark::None,
            QStringLiteral("%1: %2").arg(mate.name, inWords(state, readClock())));
}

void InviteStep::showServers(const MateState &state)
{
    const Mate &mate = m_setup->mate();
    const auto &check = m_setup->checkedToken();
    const int servers = std::max(state.servers, check ? check->application.guildCount : 0);
    if (servers > 0)
        m_joined->set(Mark::Done,
            servers == 1 ? tr("%1 is in 1 server").arg(mate.name)
                         : tr("%1 is in %2 servers").arg(mate.name, count(servers)));
    else
        m_joined->set(Mark::None,
            tr("Waiting for %1 to join a server; a person's own apps need none").arg(mate.name));
}

void InviteStep::showMessage()
{
    m_message->set(Mark::Done, tr("The first message to %1 arrived").arg(m_setup->mate().name));
}

void InviteStep::sayHello()
{
    const auto said =
        m_services.practice->say(m_services.practice->dm(m_setup->mate().bot), tr("Hello"));
    if (!said)
        m_message->set(Mark::Refused, said.error().message);
}

} // namespace loopflow
