#include "core/practice/gatewaypeer.h"

#include "core/practice/gatewayrules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

constexpr qsizetype largestFrame = 4096;
constexpr size_t mostEvents = 120;
constexpr Milliseconds eventWindow = std::chrono::minutes(1);
constexpr Milliseconds identifyPace = std::chrono::seconds(5);
constexpr quint32 guildsIntent = 1;
constexpr Milliseconds reconnectGrace = std::chrono::seconds(5);

} // namespace

GatewayPeer::GatewayPeer(QWebSocket *socket, GatewayShared &shared, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_shared(shared)
{
    m_socket->setParent(this);
    // Room for what is too large to be seen, and refused with Discord's own code.
    m_socket->setMaxAllowedIncomingMessageSize(1024 * 1024);
    connect(m_socket, &QWebSocket::textMessageReceived, this, &GatewayPeer::handleText);
    connect(m_socket, &QWebSocket::binaryMessageReceived, this, [this] { close(4002); });
    connect(m_socket, &QWebSocket::aboutToClose, this, [this] { m_saidGoodbye = true; });
    connect(m_socket, &QWebSocket::disconnected, this, &GatewayPeer::handleDisconnected);
    m_patience.setSingleShot(true);
    connect(&m_patience, &QTimer::timeout, this, [this] { close(4009); });
    if (readQuery())
        QTimer::singleShot(m_shared.faults.helloDelayMs, this, &GatewayPeer::hello);
}

GatewayPeer::~GatewayPeer()
{
    m_socket->disconnect(this);
    detach();
}

bool GatewayPeer::readQuery()
{
    const QUrlQuery query(m_socket->requestUrl());
    const QString compress = query.queryItemValue(u"compress"_s);
    if (query.queryItemValue(u"v"_s) != "10"_L1)
        close(4012);
    else if (query.hasQueryItem(u"encoding"_s) && query.queryItemValue(u"encoding"_s) != "json"_L1)
        close(4002);
    else if (!compress.isEmpty() && compress != "zlib-stream"_L1)
        close(4002);
    if (!compress.isEmpty())
        m_deflater = std::make_unique<Deflater>();
    return !m_closing;
}

void GatewayPeer::hello()
{
    if (m_closing)
        return;
    sendOp(Op::Hello,
        QJsonObject{{u"heartbeat_interval"_s, m_shared.faults.heartbeatIntervalMs},
            {u"_trace"_s, QJsonArray{u"[\"practice\"]"_s}}});
    restartPatience();
}

void GatewayPeer::handleText(const QString &text)
{
    if (m_closing)
        return;
    const QByteArray bytes = text.toUtf8();
    if (isFlooding())
        return close(4008);
    if (bytes.size() > largestFrame)
        return close(4002);
    QJsonParseError error;
    const QJsonObject payload = QJsonDocument::fromJson(bytes, &error).object();
    const QJsonValue op = payload.value("op"_L1);
    if (error.error != QJsonParseError::NoError || !op.isDouble())
        return close(4002);
    handleOp(op.toInt(-1), payload.value("d"_L1));
}

bool GatewayPeer::isFlooding()
{
    const Milliseconds now = readClock().steady;
    while (!m_received.empty() && m_received.front() + eventWindow <= now)
        m_received.pop_front();
    m_received.push_back(now);
    return m_received.size() > mostEvents;
}

void GatewayPeer::handleOp(int number, const QJsonValue &data)
{
    switch (static_cast<Op>(number)) {
    case Op::Heartbeat:
        return data.isDouble() || data.isNull() ? handleHeartbeat() : close(4002);
    case Op::Identify:
        if (!m_session.isEmpty())
            return close(4005);
        return data.isObject() ? identify(data.toObject()) : close(4002);
    case Op::Resume:
        if (!m_session.isEmpty())
            return close(4005);
        return data.isObject() ? resume(data.toObject()) : close(4002);
    case Op::Presence:
    case Op::VoiceState:
    case Op::RequestMembers:
    case Op::RequestSoundboard:
    case Op::RequestChannelInfo:
        if (m_session.isEmpty())
            return close(4003);
        // Nobody sees a presence here, and there are no servers to ask about.
        return data.isObject() ? void() : close(4002);
    case Op::Dispatch:
    case Op::Reconnect:
    case Op::InvalidSession:
    case Op::Hello:
    case Op::HeartbeatAck:
        break;
    }
    close(4001);
}

void GatewayPeer::handleHeartbeat()
{
    m_shared.counts.note(u"heartbeat"_s);
    restartPatience();
    if (!m_shared.faults.silentHeartbeats)
        sendOp(Op::HeartbeatAck, QJsonValue::Null);
}

void GatewayPeer::identify(const QJsonObject &data)
{
    m_shared.counts.note(u"identify"_s);
    Account *account = m_shared.accounts.findByToken(data.value("token"_L1).toString().toUtf8());
    if (const quint16 code = gatewayrules::whyNotIdentify(account, data))
        return close(code);
    const TimePoint now = readClock();
    const bool hasty =
        !account->identifies.isEmpty() && account->identifies.last() + identifyPace > now.steady;
    if (hasty && m_shared.faults.strictIdentifyPace)
        return sendOp(Op::InvalidSession, false);
    if (m_shared.accounts.identifiesLeft(*account, now) == 0) {
        // Discord then resets the token and ends every session.
        m_shared.accounts.revoke(*account);
        for (PracticeSession *session : m_shared.sessions.of(account->id)) {
            if (session->peer)
                session->peer->close(4004);
            else
                m_shared.sessions.end(session->id);
        }
        return close(4004);
    }
    m_shared.accounts.noteIdentify(*account, now);
    ready(*account, data);
}

void GatewayPeer::ready(Account &account, const QJsonObject &data)
{
    const auto intents = static_cast<quint32>(data.value("intents"_L1).toInteger());
    PracticeSession &session = m_shared.sessions.open(account.id, intents);
    session.peer = this;
    m_session = session.id;
    const bool isMember = m_shared.guild.has(account);
    QJsonObject ready{
        {u"v"_s, 10},
        {u"user"_s, m_shared.accounts.selfJson(account)},
        {u"user_settings"_s, QJsonObject()},
        {u"guilds"_s, isMember ? QJsonArray{m_shared.guild.stubJson()} : QJsonArray()},
        {u"private_channels"_s, QJsonArray()},
        {u"relationships"_s, QJsonArray()},
        {u"presences"_s, QJsonArray()},
        {u"guild_join_requests"_s, QJsonArray()},
        {u"session_id"_s, session.id},
        {u"session_type"_s, u"normal"_s},
        {u"resume_gateway_url"_s, m_shared.url.toString()},
        {u"application"_s,
            QJsonObject{{u"id"_s, account.id.toString()}, {u"flags"_s, account.application.flags}}},
        {u"_trace"_s, QJsonArray{u"[\"practice\"]"_s}},
    };
    if (data.value("shard"_L1).isArray())
        ready.insert("shard"_L1, data.value("shard"_L1));
    send(session.frame("READY", QJsonDocument(ready).toJson(QJsonDocument::Compact)));
    if (isMember && (intents & guildsIntent))
        send(session.record("GUILD_CREATE",
            QJsonDocument(m_shared.guild.createdJson(account, intents))
                .toJson(QJsonDocument::Compact)));
}

void GatewayPeer::resume(const QJsonObject &data)
{
    m_shared.counts.note(u"resume"_s);
    const QJsonValue sequence = data.value("seq"_L1);
    const QString id = data.value("session_id"_L1).toString();
    if (!data.value("token"_L1).isString() || id.isEmpty() || !sequence.isDouble())
        return close(4002);
    const Account *account =
        m_shared.accounts.findByToken(data.value("token"_L1).toString().toUtf8());
    if (!account || !account->bot)
        return close(4004);
    PracticeSession *session =
        m_shared.sessions.find(id, readClock(), Milliseconds(m_shared.faults.sessionMs));
    const qint64 after = sequence.toInteger(-1);
    if (!session || session->bot != account->id || m_shared.faults.refuseResume
        || !session->canReplay(after)) {
        if (session && session->bot == account->id && !session->peer)
            m_shared.sessions.end(id);
        return sendOp(Op::InvalidSession, false);
    }
    if (after < 0 || after > session->sequence) {
        if (!session->peer)
            m_shared.sessions.end(id);
        return close(4007);
    }
    replay(*session, after);
}

void GatewayPeer::replay(PracticeSession &session, qint64 after)
{
    // The old connection may not have noticed yet that it is dead.
    GatewayPeer *old = std::exchange(session.peer, this);
    m_session = session.id;
    if (old) {
        old->m_session.clear();
        old->close(4000);
    }
    for (const PracticeSession::Sent &sent : session.sent) {
        if (sent.sequence > after)
            send(sent.frame);
    }
    send(session.frame("RESUMED", "{\"_trace\":[\"[\\\"practice\\\"]\"]}"));
}

void GatewayPeer::send(const QByteArray &json)
{
    if (m_closing)
        return;
    if (m_deflater)
        m_socket->sendBinaryMessage(m_deflater->compress(json));
    else
        m_socket->sendTextMessage(QString::fromUtf8(json));
}

void GatewayPeer::sendOp(Op op, const QJsonValue &data)
{
    const QJsonObject payload{{u"t"_s, QJsonValue::Null}, {u"s"_s, QJsonValue::Null},
        {u"op"_s, static_cast<int>(op)}, {u"d"_s, data}};
    send(QJsonDocument(payload).toJson(QJsonDocument::Compact));
}

void GatewayPeer::askToReconnect()
{
    sendOp(Op::Reconnect, QJsonValue::Null);
    QTimer::singleShot(reconnectGrace, this, [this] { close(4000); });
}

void GatewayPeer::invalidate(bool resumable)
{
    sendOp(Op::InvalidSession, resumable);
    const QString session = m_session;
    detach();
    if (!resumable)
        m_shared.sessions.end(session);
}

void GatewayPeer::close(quint16 code)
{
    if (std::exchange(m_closing, true))
        return;
    const QString session = m_session;
    detach();
    if (gatewayrules::endsSession(code))
        m_shared.sessions.end(session);
    m_patience.stop();
    m_socket->close(
        static_cast<QWebSocketProtocol::CloseCode>(code), gatewayrules::closeReason(code));
}

void GatewayPeer::drop()
{
    m_closing = true;
    detach();
    m_socket->abort();
}

void GatewayPeer::handleDisconnected()
{
    const QString session = m_session;
    detach();
    // The socket says 1000 for a dropped connection, too.
    const auto code = static_cast<quint16>(m_socket->closeCode());
    if (m_saidGoodbye && !m_closing && (code == 1000 || code == 1001))
        m_shared.sessions.end(session);
    m_closing = true;
    deleteLater();
}

void GatewayPeer::detach()
{
    PracticeSession *session = m_shared.sessions.find(std::exchange(m_session, QString()));
    if (!session || session->peer != this)
        return;
    session->peer = nullptr;
    session->detached = readClock().steady;
}

void GatewayPeer::restartPatience()
{
    // Half an interval more than a client needs that beats when it should.
    m_patience.start(m_shared.faults.heartbeatIntervalMs * 3 / 2);
}

} // namespace loopflow::practice
