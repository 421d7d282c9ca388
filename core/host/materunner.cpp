#include "core/host/materunner.h"

#include "core/base/core.h"
#include "core/base/log.h"
#include "core/conversation/log.h"
#include "core/host/catchup.h"
#include "core/host/credentials.h"
#include "core/host/matehealth.h"
#include "core/net/gatewayclient.h"
#include "core/net/httpclient.h"
#include "core/store/matestore.h"
#include "core/store/settings.h"

#include <QTimer>

#include <algorithm>

namespace loopflow {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
// Two messages of the same moment may come in either order: reading begins a little before the mark.
constexpr Milliseconds markSlack = 2s;
constexpr Milliseconds day = 24h;

discord::MessageId beforeMark(discord::MessageId mark)
{
    const auto slack = discord::MessageId::at(mark.created() - markSlack);
    return std::min(mark, slack);
}
} // namespace

MateRunner::MateRunner(HostServices services, MateId mate, QObject *parent)
    : QObject(parent)
    , m_services(services)
    , m_mate(mate)
{
}

MateRunner::~MateRunner() = default;

MateState MateRunner::state() const
{
    MateState state;
    state.phase = m_phase;
    state.problem = m_problem;
    state.servers = static_cast<int>(m_servers.size());
    if (m_phase == MatePhase::Failed || m_phase == MatePhase::NeedsToken)
        state.cause = m_cause;
    state.answering = m_answerer ? m_answerer->running() : 0;
    if (m_gateway) {
        state.reconnectAt = m_gateway->session().reconnectAt();
        state.latency = m_gateway->session().latency();
    }
    return state;
}

MateHealth MateRunner::health() const
{
    MateHealth health;
    health.state = state();
    if (m_gateway) {
        const discord::GatewaySession &session = m_gateway->session();
        health.lastEventMs = session.lastEvent() ? session.lastEvent()->wall.count() : 0;
        health.reconnects = session.losses();
        health.identifiesLeft = session.identifiesLeft(readClock());
    }
    if (m_rest) {
        health.discordWaits = m_rest->waits().calls;
        health.discordWaited = m_rest->waits().time;
    }
    return health;
}

void MateRunner::setPhase(MatePhase phase, const QString &problem)
{
    m_phase = phase;
    m_problem = problem;
    Q_EMIT stateChanged();
}

void MateRunner::fail(const Error &error)
{
    m_services.log->append(m_mate, MateFailed{error});
    m_cause = error.code;
    setPhase(MatePhase::Failed, error.message);
}

// ---- starting and stopping ------------------------------------------------------------------------------

void MateRunner::start()
{
    const std::optional<Mate> mate = m_services.mates->mate(m_mate);
    if (!mate || m_gateway)
        return;
    setPhase(MatePhase::Starting);
    m_services.credentials->token(*mate, this, [this](Result<Secret> token) {
        const std::optional<Mate> current = m_services.mates->mate(m_mate);
        if (!current || m_draining)
            return;
        m_cause = token ? ErrorCode::NotFound : token.error().code;
        if (!token)
            return setPhase(MatePhase::NeedsToken, token.error().message);
        if (token->isEmpty())
            return setPhase(MatePhase::NeedsToken,
                Core::tr("No token was found. Unlock the keychain, paste the token again, or set %1.")
                    .arg(tokenVariable(current->identifier)));
        connectAs(*current, *std::move(token));
    });
}

void MateRunner::connectAs(const Mate &mate, Secret token)
{
    Result<QUrl> home = m_services.credentials->defaultHome();
    if (!mate.home.isEmpty())
        home = mate.home;
    if (!home)
        return fail(home.error());
    Result<QList<ChannelMark>> marks = m_services.journal->marks(m_mate);
    if (!marks)
        return fail(marks.error());
    for (const ChannelMark &one : std::as_const(*marks))
        m_marks.insert(one.channel, one.mark);

    m_rest = std::make_unique<RestClient>(m_services.http, &m_services.breakers->of(*home), *home, token.clone());
    m_answerer = std::make_unique<Answerer>(m_services,
        LiveServices{m_rest.get(), m_services.llm, m_services.journal, m_services.mates, m_services.credentials},
        m_mate);
    connect(m_answerer.get(), &Answerer::runningChanged, this, [this] {
        Q_EMIT stateChanged();
        if (m_draining && m_answerer->running() == 0)
            Q_EMIT drained();
    });
    connect(m_answerer.get(), &Answerer::broken, this, &MateRunner::fail);
    m_catchup = std::make_unique<Catchup>(m_rest.get());
    connect(m_catchup.get(), &Catchup::found, this, &MateRunner::seeLive);
    connect(m_catchup.get(), &Catchup::done, this, &MateRunner::finishReading);
    if (const Result<void> taken = m_answerer->takeUp(); !taken)
        return fail(taken.error());

    discord::GatewayConfig config;
    config.token = std::move(token);
    config.bot = mate.bot;
    config.intents = static_cast<quint32>(m_services.settings->number(u"gateway.intents"_s));
    config.compress = m_services.settings->number(u"gateway.compress"_s) != 0;
    config.savedSession = m_services.journal->session(m_mate);
    config.identifies = m_services.journal->identifies(m_mate, readClock().wall - day);
    m_gateway = std::make_unique<GatewayClient>(std::move(config));
    m_gateway->useRoute(&m_services.http->route());
    connectGateway();
    m_gateway->start();
}

void MateRunner::connectGateway()
{
    connect(m_gateway.get(), &GatewayClient::dispatched, this, &MateRunner::dispatch);
    connect(m_gateway.get(), &GatewayClient::stateChanged, this, &MateRunner::changeState);
    connect(m_gateway.get(), &GatewayClient::urlNeeded, this, &MateRunner::fetchUrl);
    connect(m_gateway.get(), &GatewayClient::sessionChanged, this, [this](const auto &session) {
        if (const auto kept = m_services.journal->saveSession(m_mate, session); !kept)
            qCWarning(logHost) << kept.error().message;
    });
    connect(m_gateway.get(), &GatewayClient::identifySpent, this, [this](Milliseconds wall) {
        if (const auto kept = m_services.journal->addIdentify(m_mate, wall); !kept)
            qCWarning(logHost) << kept.error().message;
    });
    connect(m_gateway.get(), &GatewayClient::failed, this,
        [this](quint16, const QString &message) { fail({ErrorCode::Unauthorized, message}); });
    connect(m_gateway.get(), &GatewayClient::noticed, this, [this](const QString &message) {
        m_services.log->append(m_mate, MateFailed{{ErrorCode::Forbidden, message}});
        qCWarning(logHost).noquote() << message;
    });
}

void MateRunner::fetchUrl()
{
    m_rest->send(discord::rest::gatewayBot(), this, [this](const RestAnswer &answer) {
        if (!m_gateway)
            return;
        if (answer.failure && answer.failure->tokenRefused) {
            leaveGateway(discord::StopMode::EndSession);
            return fail(answer.failure->error);
        }
        const Result<discord::GatewayBot> gateway = answer.failure
            ? Result<discord::GatewayBot>(answer.failure->error)
            : discord::parseGatewayBot(answer.response.body);
        if (!gateway) {
            setPhase(MatePhase::Waiting, gateway.error().message);
            return m_gateway->urlFailed();
        }
        m_gateway->setUrl(gateway->url);
    });
}

void MateRunner::leaveGateway(discord::StopMode mode)
{
    if (!m_gateway)
        return;
    m_gateway->stop(mode);
    m_gateway->disconnect(this);
    m_gateway.release()->deleteLater(); // we may be in one of its signals
}

void MateRunner::stop(discord::StopMode mode)
{
    leaveGateway(mode);
    setPhase(MatePhase::Paused);
}

void MateRunner::drain()
{
    m_draining = true;
    stop(discord::StopMode::KeepSession);
    if (m_answerer && m_answerer->running() > 0) {
        m_answerer->stopTaking();
        return setPhase(MatePhase::Stopping);
    }
    QMetaObject::invokeMethod(this, &MateRunner::drained, Qt::QueuedConnection);
}

void MateRunner::retry(
    discord::ChannelId channel, const QList<discord::MessageId> &questions, Callback<void> callback)
{
    if (!m_answerer || m_phase == MatePhase::Failed)
        return callback(Error{ErrorCode::Invalid,
            m_problem.isEmpty() ? Core::tr("The mate is not connected yet. Try again in a moment.") : m_problem});
    m_answerer->retry(channel, questions, std::move(callback));
}

// ---- what arrives ---------------------------------------------------------------------------------------

void MateRunner::changeState(discord::GatewayState state)
{
    m_services.log->append(m_mate, ConnectionChanged{state});
    m_answerer->setOnline(state == discord::GatewayState::Ready);
    switch (state) {
    case discord::GatewayState::Offline:
        return setPhase(MatePhase::Paused);
    case discord::GatewayState::Connecting:
    case discord::GatewayState::Identifying:
    case discord::GatewayState::Resuming:
        return setPhase(MatePhase::Connecting);
    case discord::GatewayState::Ready:
        return setPhase(MatePhase::Online);
    case discord::GatewayState::Waiting:
        return setPhase(MatePhase::Waiting, m_gateway->session().problem());
    case discord::GatewayState::Failed:
        return; // the reason comes with failed()
    }
}

void MateRunner::dispatch(const QByteArray &type, const QByteArray &data)
{
    if (type == "READY" || type == "RESUMED") {
        seeServers(type, data);
        becomeReady(type == "READY");
    } else if (type == "GUILD_CREATE" || type == "GUILD_DELETE") {
        seeServers(type, data);
    } else if (type == "MESSAGE_CREATE") {
        if (const auto message = discord::parseMessage(data))
            seeLive(*message);
        else
            qCWarning(logHost).noquote() << message.error().message;
    } else if (type == "MESSAGE_UPDATE") {
        if (const auto message = discord::parseMessage(data))
            m_answerer->edited(*message);
    } else if (type == "MESSAGE_DELETE") {
        if (const auto message = discord::parseDeletedMessage(data))
            m_answerer->deleted(*message);
    } else if (type == "TYPING_START") {
        if (const auto typing = discord::parseTyping(data))
            m_answerer->typed(*typing);
    }
}

void MateRunner::seeServers(const QByteArray &type, const QByteArray &data)
{
    const auto before = m_servers;
    if (type == "READY") {
        const auto ready = discord::parseReady(data);
        m_servers = ready ? QSet(ready->guilds.cbegin(), ready->guilds.cend()) : QSet<discord::GuildId>();
    } else if (type == "GUILD_CREATE") {
        m_servers.insert(discord::parseGuild(data));
    } else if (type == "GUILD_DELETE") {
        m_servers.remove(discord::parseGuild(data));
    }
    if (m_servers != before)
        Q_EMIT stateChanged();
}

bool MateRunner::acceptBot()
{
    std::optional<Mate> mate = m_services.mates->mate(m_mate);
    const discord::UserId bot = m_gateway->session().bot();
    if (!mate || !bot || mate->bot == bot)
        return true;
    if (mate->bot) {
        leaveGateway(discord::StopMode::EndSession);
        fail({ErrorCode::Conflict,
            Core::tr("This token belongs to another bot than the one %1 was set up with. Paste the right one.")
                .arg(mate->name)});
        return false;
    }
    mate->bot = bot;
    if (const Result<void> kept = m_services.mates->update(*mate); !kept) {
        leaveGateway(discord::StopMode::EndSession);
        fail(kept.error());
        return false;
    }
    return true;
}

// After a lost session every known channel is read from its mark; after a resume only what a crash left open.
void MateRunner::becomeReady(bool newSession)
{
    if (!acceptBot())
        return;
    QHash<discord::ChannelId, discord::MessageId> from;
    if (!std::exchange(m_tookUp, true))
        from = m_answerer->awaited();
    if (newSession) {
        for (auto it = m_marks.cbegin(); it != m_marks.cend(); ++it) {
            const discord::MessageId mark = beforeMark(it.value());
            const auto older = from.constFind(it.key());
            from.insert(it.key(), older == from.cend() ? mark : std::min(mark, *older));
        }
    }
    for (auto it = from.cbegin(); it != from.cend(); ++it) {
        m_held.insert(it.key(), m_held.value(it.key()));
        m_catchup->read(it.key(), it.value());
    }
}

void MateRunner::seeLive(const discord::Message &message)
{
    if (!message.guild && m_answerer->see(message))
        mark(message.channel, message.id);
}

// A mark never passes a gap that is still being read, or a crash now would lose it.
void MateRunner::mark(discord::ChannelId channel, discord::MessageId message)
{
    if (const auto held = m_held.find(channel); held != m_held.end()) {
        *held = std::max(*held, message);
        return;
    }
    if (message <= m_marks.value(channel))
        return;
    m_marks.insert(channel, message);
    if (const Result<void> kept = m_services.journal->mark(m_mate, channel, message); !kept)
        qCWarning(logHost) << kept.error().message;
}

void MateRunner::finishReading(discord::ChannelId channel)
{
    m_answerer->giveUpAwaited(channel);
    const discord::MessageId newest = m_held.take(channel);
    if (newest)
        mark(channel, newest);
}

} // namespace loopflow
