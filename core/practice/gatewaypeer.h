// One connection to the practice gateway: hello, identify or resume, heartbeats, close codes.
// Forgives nothing that Discord does not. Spec: docs "Gateway", "Opcodes and Status Codes ›
// Gateway".
#pragma once

#include "core/practice/accounts.h"
#include "core/practice/counts.h"
#include "core/practice/deflater.h"
#include "core/practice/discordserver.h"
#include "core/practice/gatewaysessions.h"
#include "core/practice/guild.h"

#include <QTimer>
#include <QWebSocket>

#include <deque>
#include <memory>

namespace loopflow::practice {

/// What every connection shares.
struct GatewayShared {
    Accounts &accounts;
    Guild &guild;
    Faults &faults;
    Counts &counts;
    GatewaySessions sessions;
    QUrl url; ///< for resume_gateway_url
};

class GatewayPeer : public QObject {
    Q_OBJECT
public:
    /// Takes the socket over; deletes itself when the connection is gone.
    GatewayPeer(QWebSocket *socket, GatewayShared &shared, QObject *parent);
    ~GatewayPeer() override;

    /// A whole gateway message, as it is or compressed, as the connection asked for.
    void send(const QByteArray &json);
    /// op 7; a connection that stays is closed a few seconds later.
    void askToReconnect();
    /// op 9; the connection is then as before Identify.
    void invalidate(bool resumable);
    void close(quint16 code);
    /// As if the network had failed: no close frame.
    void drop();

private:
    enum class Op {
        Dispatch = 0,
        Heartbeat = 1,
        Identify = 2,
        Presence = 3,
        VoiceState = 4,
        Resume = 6,
        Reconnect = 7,
        RequestMembers = 8,
        InvalidSession = 9,
        Hello = 10,
        HeartbeatAck = 11,
        RequestSoundboard = 31,
        RequestChannelInfo = 43,
    };
    bool readQuery();
    void hello();
    void handleText(const QString &text);
    bool isFlooding();
    void handleOp(int op, const QJsonValue &data);
    void handleHeartbeat();
    void identify(const QJsonObject &data);
    void ready(Account &account, const QJsonObject &data);
    void resume(const QJsonObject &data);
    void replay(PracticeSession &session, qint64 after);
    void handleDisconnected();
    void detach();
    void sendOp(Op op, const QJsonValue &data);
    void restartPatience();

    QWebSocket *m_socket;
    GatewayShared &m_shared;
    std::unique_ptr<Deflater> m_deflater;
    QString m_session; ///< empty before Identify or Resume succeeded
    std::deque<Milliseconds> m_received; ///< steady times of the last minute's events
    QTimer m_patience; ///< runs out when no heartbeat comes
    bool m_saidGoodbye = false; ///< a close frame went or came; without one the connection dropped
    bool m_closing = false;
};

} // namespace loopflow::practice
