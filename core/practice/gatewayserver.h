// The practice server's gateway: takes connections and hands events to the sessions that want them.
// Decides who gets an event; how a connection talks is GatewayPeer's business. Spec: docs
// "Gateway".
#pragma once

#include "core/base/result.h"
#include "core/practice/gatewaypeer.h"
#include "core/practice/messagestore.h"

#include <QTcpServer>
#include <QWebSocketServer>

namespace loopflow::practice {

class GatewayServer : public QObject {
    Q_OBJECT
public:
    GatewayServer(Accounts &accounts, Guild &guild, MessageStore &messages, Faults &faults,
        Counts &counts);
    ~GatewayServer() override;

    /// On 127.0.0.1, on a port that the system picks. Again: no effect.
    Result<void> listen();
    const QUrl &url() const { return m_shared.url; }

    /// 0: cut without a close frame.
    void drop(discord::UserId bot, quint16 closeCode);
    void askToReconnect(discord::UserId bot);
    void invalidate(discord::UserId bot, bool resumable);
    void announceUser(discord::UserId user);
    /// GUILD_CREATE and GUILD_DELETE, to the bot that came or went.
    void announceJoined(discord::UserId bot);
    void announceLeft(discord::UserId bot);

private:
    void acceptTcp();
    void acceptWebSocket();
    void announce(const StoredMessage &message, bool isNew);
    void announceErased(discord::ChannelId channel, discord::MessageId message);
    void announceTyping(discord::ChannelId channel, discord::UserId user);
    /// To every session of the channel's two that asked for `intent`.
    void dispatch(
        const DmChannel &channel, quint32 intent, const QByteArray &type, const QJsonObject &data);
    void dispatch(
        discord::UserId bot, quint32 intent, const QByteArray &type, const QByteArray &data);
    static void dispatch(
        PracticeSession &session, quint32 intent, const QByteArray &type, const QByteArray &data);
    QList<GatewayPeer *> peersOf(discord::UserId bot);

    MessageStore &m_messages;
    GatewayShared m_shared;
    QTcpServer m_tcp;
    QWebSocketServer m_server; ///< does the handshakes; m_tcp listens
};

} // namespace loopflow::practice
