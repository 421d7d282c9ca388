#include "core/discord/gatewaysession.h"

#include "core/base/core.h"
#include "core/base/log.h"
#include "core/discord/closecode.h"

#include <algorithm>
#include <utility>

// How a session moves. "Open" is Connecting with a socket, Identifying, Resuming or Ready.
//
// clang-format off
//  Offline, Failed  start                          → Connecting: OpenSocket, or NeedGatewayUrl first
//  Connecting       Hello                          → Identifying or Resuming; heartbeats begin
//  Identifying      READY                          → Ready: Dispatch, SessionChanged
//  Resuming         missed events, RESUMED         → Ready: Dispatch …, SessionChanged
//  open             op 1, or heartbeat due and
//                   the last one answered          SendText(heartbeat)
//  open             the last one not answered,     → Waiting: CloseSocket(4000), session kept
//                   op 7, bad frame, socket or Hello
//                   overdue, machine was asleep
//  open             op 9 true / false              → Waiting 1–5 s: (4000), kept / forgotten
//  open             closed                         → Waiting, kept or forgotten, or Failed
//  open             4014, Message Content asked    → Waiting, forgotten; once more without it
//  Waiting          time is up, machine was asleep → Connecting
//  any              stop(KeepSession / EndSession) → Offline: CloseSocket(4000) / (1000), forgotten
// clang-format on
//
// How long Waiting lasts is up to ReconnectPace, before an Identify also to IdentifyBudget.

using namespace std::chrono_literals;

namespace loopflow::discord {

static constexpr Milliseconds openWithin = 15s;
static constexpr Milliseconds helloWithin = 10s;
static constexpr Milliseconds announceEvery = 5s;
static constexpr Milliseconds lookEvery = 10s;
/// More wall time than this beyond the steady clock's means that the machine slept.
static constexpr Milliseconds asleepAfter = 5s;
static constexpr int resumesUntilIdentify = 5;

GatewaySession::GatewaySession(GatewayConfig config)
    : m_config(std::move(config))
    , m_address(m_config.url, m_config.compress)
    , m_budget(m_config.identifies)
    , m_session(m_config.savedSession)
    , m_announced(m_config.savedSession)
{
}

void GatewaySession::start(TimePoint now)
{
    if (m_state != GatewayState::Offline && m_state != GatewayState::Failed)
        return;
    m_lastSeen = now;
    m_lookAt = now + lookEvery;
    m_intents = m_config.intents;
    m_pace.reset();
    m_resumes = 0;
    m_problem.clear();
    if (!isPossibleToken(m_config.token))
        return fail(4004);
    if (m_session && !isResumable(*m_session))
        m_session.reset();
    announce();
    connect(now);
}

void GatewaySession::stop(StopMode mode, TimePoint)
{
    if (m_socket != Socket::None)
        push(CloseSocket{static_cast<quint16>(mode == StopMode::EndSession ? 1000 : 4000)});
    leaveSocket();
    m_urlAsked = false;
    m_problem.clear();
    m_state = GatewayState::Offline;
    if (mode == StopMode::EndSession)
        m_session.reset();
    announce();
}

void GatewaySession::setUrl(const QUrl &url, TimePoint now)
{
    if (!GatewayAddress::isUsable(url))
        return urlFailed(now);
    woke(now);
    m_address.refresh(url);
    if (std::exchange(m_urlAsked, false))
        connect(now);
}

void GatewaySession::urlFailed(TimePoint now)
{
    if (!std::exchange(m_urlAsked, false))
        return;
    woke(now);
    m_pace.skipFirst();
    comeBack(Core::tr("Discord did not say where its gateway is; Loopflow asks again."),
        AfterLoss::ByBackoff, now);
}

void GatewaySession::connect(TimePoint now)
{
    // Refusing does not always come as op 9 false: a server may also just drop every resume.
    if (m_session && m_resumes >= resumesUntilIdentify) {
        m_session.reset();
        announce();
    }
    if (const Milliseconds wait = m_budget.wait(now); !m_session && wait > 0ms)
        return waitForBudget(wait, now);
    m_state = GatewayState::Connecting;
    const auto url = m_address.next(m_session ? m_session->resumeUrl : QUrl());
    if (url) {
        m_socket = Socket::Opening;
        m_deadline = now + openWithin;
        push(OpenSocket{*url, m_config.compress});
    } else {
        m_urlAsked = true;
        m_deadline.reset();
        push(NeedGatewayUrl{});
    }
}

void GatewaySession::waitForBudget(Milliseconds wait, TimePoint now)
{
    m_state = GatewayState::Waiting;
    m_deadline = now + wait;
    if (wait <= IdentifyBudget::usualWait)
        return;
    m_problem = m_budget.explain(now);
    push(SessionNotice{m_problem});
}

bool GatewaySession::isResumable(const SavedSession &session) const
{
    return !session.sessionId.isEmpty() && session.intents == m_intents
        && (!m_config.bot || session.bot == m_config.bot)
        && (m_config.url.isEmpty() || session.resumeUrl.isEmpty()
            || m_address.mayLeadTo(session.resumeUrl));
}

void GatewaySession::handleOpened(TimePoint now)
{
    woke(now);
    if (m_socket != Socket::Opening)
        return;
    m_socket = Socket::Open;
    m_deadline = now + helloWithin;
}

void GatewaySession::handleMessage(QByteArrayView json, TimePoint now)
{
    if (woke(now) && m_socket != Socket::None)
        return drop(Core::tr("This computer was asleep; Loopflow reconnects."), now);
    if (m_socket != Socket::Open)
        return;
    const auto payload = m_reader.read(json);
    if (!payload)
        return handleBrokenFrame(now);
    switch (payload->op) {
    case opcode::Dispatch:
        return handleDispatch(*payload, now);
    case opcode::Heartbeat:
        // Does not count as the scheduled one, or the next of those could find it unanswered.
        return sendHeartbeat();
    case opcode::Reconnect:
        return drop(Core::tr("Discord asked for a new connection; Loopflow reconnects."), now);
    case opcode::InvalidSession:
        if (payload->data != "true")
            m_session.reset();
        return drop(
            Core::tr("Discord does not continue this session now; Loopflow signs in again in a moment."),
            now, AfterLoss::InAFewSeconds);
    case opcode::Hello:
        return handleHello(payload->data, now);
    case opcode::HeartbeatAck:
        return m_heartbeat.handleAck(now);
    default:
        return; // opcodes that come later must not hurt
    }
}

void GatewaySession::handleHello(QByteArrayView data, TimePoint now)
{
    if (m_state != GatewayState::Connecting)
        return;
    const auto interval = parseHello(data);
    if (!interval)
        return handleBrokenFrame(now);
    m_deadline.reset();
    m_address.noteHello();
    m_heartbeat.start(*interval, m_config.random(), now);
    if (m_session) {
        ++m_resumes;
        m_state = GatewayState::Resuming;
        return push(
            SendText{resumeFrame(m_config.token, m_session->sessionId, m_session->sequence)});
    }
    m_state = GatewayState::Identifying;
    m_budget.spend(now);
    push(IdentifySpent{now.wall});
    push(SendText{identifyFrame(m_config.token, m_intents)});
}

void GatewaySession::handleDispatch(const Payload &payload, TimePoint now)
{
    m_lastEvent = now;
    const bool ready = payload.type == "READY";
    if (ready && !adoptReady(payload))
        return handleBrokenFrame(now);
    if (m_session)
        m_session->sequence = std::max(m_session->sequence, payload.sequence.value_or(0));
    if (!payload.type.isEmpty())
        push(Dispatch{payload.type.toByteArray(), payload.data.toByteArray()});
    if (ready || payload.type == "RESUMED")
        return becomeReady(now);
    // An older sequence than Discord's only means that events come again, so it need not be kept up
    // at once.
    if (m_session && !m_announceAt)
        m_announceAt = now + announceEvery;
}

bool GatewaySession::adoptReady(const Payload &payload)
{
    auto ready = parseReady(payload.data);
    if (!ready)
        return false;
    if (!m_address.mayLeadTo(ready->resumeUrl))
        ready->resumeUrl.clear();
    m_config.bot = ready->bot;
    m_messageContent = ready->messageContent;
    m_session = SavedSession{
        ready->sessionId, payload.sequence.value_or(0), ready->resumeUrl, ready->bot, m_intents};
    return true;
}

void GatewaySession::becomeReady(TimePoint now)
{
    m_state = GatewayState::Ready;
    m_problem.clear();
    m_resumes = 0;
    m_pace.noteReady(now);
    announce();
}

void GatewaySession::sendHeartbeat()
{
    push(SendText{
        Secret(heartbeatFrame(m_session ? std::optional(m_session->sequence) : std::nullopt))});
}

void GatewaySession::handleClosed(std::optional<quint16> code, TimePoint now)
{
    if (m_socket == Socket::None)
        return;
    woke(now);
    switch (afterClose(code)) {
    case AfterClose::Resume:
        return comeBack(explainClose(code),
            code == 4008 ? AfterLoss::InAFewSeconds : AfterLoss::ByBackoff, now);
    case AfterClose::Identify:
        m_session.reset();
        return comeBack(explainClose(code), AfterLoss::ByBackoff, now);
    case AfterClose::GiveUp:
        if (code != 4014 || (m_intents & intents::MessageContent) == 0)
            return fail(*code);
        m_intents &= ~intents::MessageContent;
        m_session.reset();
        push(SessionNotice{explainWithoutMessageContent()});
        return comeBack(explainWithoutMessageContent(), AfterLoss::ByBackoff, now);
    }
}

void GatewaySession::handleBrokenFrame(TimePoint now)
{
    if (m_socket != Socket::None)
        drop(Core::tr("Discord sent something that Loopflow cannot read; Loopflow reconnects."), now);
}

void GatewaySession::drop(const QString &problem, TimePoint now, AfterLoss pace)
{
    push(CloseSocket{4000});
    comeBack(problem, pace, now);
}

void GatewaySession::comeBack(const QString &problem, AfterLoss pace, TimePoint now)
{
    if (m_state == GatewayState::Connecting && m_socket != Socket::None)
        m_address.noteFailure();
    m_losses += m_state == GatewayState::Ready;
    Milliseconds wait = m_pace.noteLoss(now, m_config.random());
    if (pace == AfterLoss::InAFewSeconds)
        wait = std::max(wait, 1s + Milliseconds(static_cast<qint64>(4000 * m_config.random())));
    leaveSocket();
    m_state = GatewayState::Waiting;
    m_deadline = now + wait;
    m_problem = problem;
    qCInfo(logGateway).noquote() << "Bot" << m_config.bot.toString() << "-" << problem;
    announce();
}

void GatewaySession::fail(quint16 code)
{
    leaveSocket();
    m_session.reset();
    announce();
    m_state = GatewayState::Failed;
    m_problem = explainClose(code);
    qCWarning(logGateway).noquote() << "Bot" << m_config.bot.toString() << "-" << m_problem;
    push(SessionFailed{code, m_problem});
}

void GatewaySession::leaveSocket()
{
    m_socket = Socket::None;
    m_deadline.reset();
    m_heartbeat.stop();
}

void GatewaySession::handleTimeout(TimePoint now)
{
    if (m_state == GatewayState::Offline || m_state == GatewayState::Failed)
        return;
    const bool slept = woke(now);
    if (now >= m_lookAt)
        m_lookAt = now + lookEvery;
    if (m_state == GatewayState::Waiting && (slept || !m_deadline || now >= *m_deadline))
        return connect(now);
    if (m_socket == Socket::None)
        return;
    if (slept)
        return drop(Core::tr("This computer was asleep; Loopflow reconnects."), now);
    if (m_deadline && now >= *m_deadline)
        return drop(Core::tr("Discord did not answer; Loopflow tries again."), now);
    if (m_announceAt && now >= *m_announceAt)
        announce();
    switch (m_heartbeat.check(now)) {
    case Heartbeat::Beat::NotYet:
        return;
    case Heartbeat::Beat::Due:
        return sendHeartbeat();
    case Heartbeat::Beat::Unanswered:
        return drop(Core::tr("Discord stopped answering; Loopflow reconnects."), now);
    }
}

/// Notes the time. True when the machine slept since it was last noted: nothing known of the
/// network holds.
bool GatewaySession::woke(TimePoint now)
{
    const Milliseconds asleep = (now.wall - m_lastSeen.wall) - (now.steady - m_lastSeen.steady);
    m_lastSeen = now;
    if (asleep < asleepAfter)
        return false;
    m_pace.reset();
    return true;
}

void GatewaySession::announce()
{
    m_announceAt.reset();
    if (m_session == m_announced)
        return;
    m_announced = m_session;
    push(SessionChanged{m_session});
}

std::optional<GatewayAction> GatewaySession::pollAction()
{
    if (m_actions.empty())
        return std::nullopt;
    GatewayAction action = std::move(m_actions.front());
    m_actions.pop_front();
    return action;
}

std::optional<TimePoint> GatewaySession::nextTimeout() const
{
    if (m_state == GatewayState::Offline || m_state == GatewayState::Failed)
        return std::nullopt;
    TimePoint earliest = m_lookAt;
    for (const auto &time : {m_deadline, m_heartbeat.nextAt(), m_announceAt}) {
        if (time && *time < earliest)
            earliest = *time;
    }
    return earliest;
}

} // namespace loopflow::discord
