#include "ui/create/invitestep.h"

#include "core/conversation/log.h"
#include "core/discord/invite.h"
#include "core/host/supervisor.h"
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

} // namespace

InviteStep::InviteStep(const UiServices &services, MateSetup *setup, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_setup(setup)
    , m_server(makeField(QStringLiteral("serverInvite"), tr("Link for a server"), this))
    , m_person(makeField(QStringLiteral("personalInvite"), tr("Link for a person"), this))
    , m_online(new MarkRow(Mark::None, {}, this))
    , m_message(new MarkRow(Mark::None, {}, this))
{
    m_online->setObjectName(QStringLiteral("onlineMark"));
    m_message->setObjectName(QStringLiteral("messageMark"));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(insideControl);
    column->addWidget(makeLink(tr("For a server"),
        tr("Someone who manages the server opens it; the mate asks for the "
           "least it needs."),
        m_server));
    column->addSpacing(betweenGroups);
    column->addWidget(makeLink(tr("For a person"),
        tr("Adds the mate to one person's own apps, to talk in direct "
           "messages."),
        m_person));
    column->addSpacing(betweenGroups);
    column->addWidget(m_online);
    column->addWidget(m_message);
    column->addStretch();
}

QWidget *InviteStep::makeLink(const QString &title, const QString &meaning, QLineEdit *field)
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(gridStep);
    column->addWidget(new Text(title, strongFont(), box));
    auto *explained = new Text(meaning, metaFont(), ColorRole::Muted, box);
    explained->setWordWrap(true);
    column->addWidget(explained);
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
    column->addLayout(row);
    connect(copy, &QPushButton::clicked, this,
        [field] { QApplication::clipboard()->setText(field->text()); });
    connect(open, &QPushButton::clicked, this,
        [field] { QDesktopServices::openUrl(QUrl(field->text())); });
    return box;
}

void InviteStep::begin()
{
    const Mate &mate = m_setup->mate();
    const auto &check = m_setup->checkedToken();
    const QUrl server = check ? check->serverInvite : discord::serverInvite(mate.application);
    const QUrl person = check ? check->personalInvite : discord::personalInvite(mate.application);
    m_server->setText(server.toString(QUrl::FullyEncoded));
    m_person->setText(person.toString(QUrl::FullyEncoded));
    m_server->setCursorPosition(0);
    m_person->setCursorPosition(0);
    m_message->set(Mark::None, tr("Waiting for the first message to %1.").arg(mate.name));
    watch();
    connect(m_services.supervisor, &Supervisor::stateChanged, this, &InviteStep::watch,
        Qt::UniqueConnection);
    connect(m_services.log, &ConversationLog::appended, this, [this](const LogRecord &record) {
        const auto *event = std::get_if<ChannelEvent>(&record.event);
        if (event && record.conversation.mate == m_setup->mate().id
            && std::holds_alternative<MessageSeen>(*event))
            m_message->set(Mark::Done, tr("The first message arrived."));
    });
}

void InviteStep::watch()
{
    const Mate &mate = m_setup->mate();
    const MateState state = m_services.supervisor->state(mate.id);
    if (mate.model.isEmpty())
        m_online->set(Mark::Attention,
            tr("%1 stays paused until a model is chosen on its prompt page.").arg(mate.name));
    else if (state.phase == MatePhase::Online)
        m_online->set(Mark::Done, tr("%1 is online.").arg(mate.name));
    else
        m_online->set(state.phase == MatePhase::Failed ? Mark::Refused : Mark::None,
            QStringLiteral("%1: %2").arg(mate.name, inWords(state, readClock())));
}

} // namespace loopflow
