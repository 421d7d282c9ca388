#include "core/practice/gatewayserver.h"

#include <QJsonDocument>
#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

constexpr quint32 guilds = 1;
constexpr quint32 directMessages = 1 << 12;
constexpr quint32 directMessageTyping = 1 << 14;
constexpr int dmChannelType = 1;

} // namespace

GatewayServer::GatewayServer(Accounts &accounts, Guild &guild, MessageStore &messages,
    Faults &faults, Counts &counts)
    : m_messages(messages)
    , m_shared{accounts, guild, faults, counts, {}, {}}
    , m_server(u"Practice gateway"_s, QWebSocketServer::NonSecureMode)
{
    connect(&m_tcp, &QTcpServer::newConnection, this, &GatewayServer::acceptTcp);
    connect(&m_server, &QWebSocketServer::newConnection, this, &GatewayServer::acceptWebSocket);
    connect(&messages, &MessageStore::created, this,
        [this](const StoredMessage &message) { announce(message, true); });
    connect(&messages, &MessageStore::edited, this,
        [this](const StoredMessage &message) { announce(message, false); });
    connect(&messages, &MessageStore::erased, this, &GatewayServer::announceErased);
    connect(&messages, &MessageStore::typed, this, &GatewayServer::announceTyping);
}

GatewayServer::~GatewayServer()
{
    // Before m_shared, which they use to the end.
    qDeleteAll(findChildren<GatewayPeer *>(QString(), Qt::FindDirectChildrenOnly));
}

Result<void> GatewayServer::listen()
{
    if (m_tcp.isListening())
        return {};
    if (!m_tcp.listen(QHostAddress::LocalHost)) {
        return Error{ErrorCode::Unreachable,
            u"The practice server's gateway cannot listen on this computer: %1. Check whether a "
            u"firewall or sandbox forbids local connections."_s.arg(m_tcp.errorString())};
    }
    m_shared.url = QUrl(u"ws://127.0.0.1:%1"_s.arg(m_tcp.serverPort()));
    return {};
}

void GatewayServer::acceptTcp()
{
    while (QTcpSocket *socket = m_tcp.nextPendingConnection()) {
        // Two events in a row would otherwise wait 40 ms for the first one's acknowledgement.
        // QWebSocketServer has no such option, which is why it does not listen itself.
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        m_server.handleConnection(socket);
    }
}

void GatewayServer::acceptWebSocket()
{
    // One signal can stand for several connections; what is not taken would hang.
    while (QWebSocket *socket = m_server.nextPendingConnection())
        new GatewayPeer(socket, m_shared, this);
}

void GatewayServer::announce(const StoredMessage &message, bool isNew)
{
    const DmChannel *channel = m_messages.find(message.channel);
    QJsonObject json = m_messages.messageJson(message);
    json.insert("channel_type"_L1, dmChannelType);
    if (isNew && !message.nonce.isUndefined())
        json.insert("nonce"_L1, message.nonce);
    dispatch(*channel, directMessages, isNew ? "MESSAGE_CREATE" : "MESSAGE_UPDATE", json);
}

void GatewayServer::announceErased(discord::ChannelId id, discord::MessageId message)
{
    const QJsonObject json{{u"id"_s, message.toString()}, {u"channel_id"_s, id.toString()}};
    dispatch(*m_messages.find(id), directMessages, "MESSAGE_DELETE", json);
}

void GatewayServer::announceTyping(discord::ChannelId id, discord::UserId user)
{
    const QJsonObject json{
        {u"channel_id"_s, id.toString()},
        {u"user_id"_s, user.toString()},
        {u"timestamp"_s, static_cast<qint64>(readClock().wall.count() / 1000)},
    };
    const discord::UserId other = m_messages.find(id)->other(user);
    dispatch(other, directMessageTyping, "TYPING_START",
        QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void GatewayServer::announceUser(discord::UserId user)
{
    if (const Account *account = m_shared.accounts.find(user)) {
        const QJsonObject json = m_shared.accounts.selfJson(*account);
        dispatch(user, 0, "USER_UPDATE", QJsonDocument(json).toJson(QJsonDocument::Compact));
    }
}

void GatewayServer::announceJoined(discord::UserId bot)
{
    const Account *account = m_shared.accounts.find(bot);
    for (PracticeSession *session : m_shared.sessions.of(bot)) {
        const QJsonObject json = m_shared.guild.createdJson(*account, session->intents);
        dispatch(*session, guilds, "GUILD_CREATE",
            QJsonDocument(json).toJson(QJsonDocument::Compact));
    }
}

void GatewayServer::announceLeft(discord::UserId bot)
{
    const QJsonObject json{{u"id"_s, m_shared.guild.id().toString()}};
    dispatch(bot, guilds, "GUILD_DELETE", QJsonDocument(json).toJson(QJsonDocument::Compact));
}

void GatewayServer::dispatch(
    const DmChannel &channel, quint32 intent, const QByteArray &type, const QJsonObject &data)
{
    // MESSAGE_CONTENT matters nowhere here: bots see what is written in DMs with them.
    const QByteArray bytes = QJsonDocument(data).toJson(QJsonDocument::Compact);
    dispatch(channel.first, intent, type, bytes);
    dispatch(channel.second, intent, type, bytes);
}

void GatewayServer::dispatch(
    discord::UserId bot, quint32 intent, const QByteArray &type, const QByteArray &data)
{
    for (PracticeSession *session : m_shared.sessions.of(bot))
        dispatch(*session, intent, type, data);
}

void GatewayServer::dispatch(
    PracticeSession &session, quint32 intent, const QByteArray &type, const QByteArray &data)
{
    if ((session.intents & intent) != intent)
        return;
    const QByteArray frame = session.record(type, data);
    if (session.peer)
        session.peer->send(frame);
}

QList<GatewayPeer *> GatewayServer::peersOf(discord::UserId bot)
{
    QList<GatewayPeer *> peers;
    for (const PracticeSession *session : m_shared.sessions.of(bot)) {
        if (session->peer)
            peers.append(session->peer);
    }
    return peers;
}

void GatewayServer::drop(discord::UserId bot, quint16 closeCode)
{
    for (GatewayPeer *peer : peersOf(bot)) {
        if (closeCode == 0)
            peer->drop();
        else
            peer->close(closeCode);
    }
}

void GatewayServer::askToReconnect(discord::UserId bot)
{
    for (GatewayPeer *peer : peersOf(bot))
        peer->askToReconnect();
}

void GatewayServer::invalidate(discord::UserId bot, bool resumable)
{
    for (PracticeSession *session : m_shared.sessions.of(bot)) {
        if (session->peer)
            session->peer->invalidate(resumable);
        else if (!resumable)
            m_shared.sessions.end(session->id);
    }
}

} // namespace loopflow::practice
