// The other end of a gateway connection: a WebSocket server that does nothing but what a test says.
#pragma once

#include <QNetworkRequest>
#include <QPointer>
#include <QUrl>
#include <QWebSocketServer>

namespace loopflow::test {

class ScriptedGateway : public QWebSocketServer {
public:
    ScriptedGateway();

    QUrl url() const;
    int connections() const { return m_connections; } ///< ever made
    QWebSocket *socket() const { return m_socket; } ///< the newest connection; null once it is gone
    QNetworkRequest request() const { return m_request; } ///< that opened it
    /// What the client sent on all connections, heartbeats apart: op and what tells its kind, e.g.
    /// "identify abc".
    const QStringList &said() const { return m_said; }
    int heartbeats() const { return m_heartbeats; }
    /// The close code of every connection that ended, 0 where none came.
    const QList<int> &closeCodes() const { return m_closeCodes; }

    void send(const QByteArray &json);
    void hello(int intervalMs = 45000);
    QByteArray readyEvent() const; ///< session "s1", sequence 1
    void ready() { send(readyEvent()); }
    void dispatch(const QByteArray &type, qint64 sequence, const QByteArray &data = "{}");
    /// As zlib-stream: the first frame of a connection carries the stream's head.
    void sendDeflated(const QByteArray &json, bool first);
    /// Drops the connection as a cut cable does.
    void drop();

    bool acknowledges = true; ///< heartbeats

private:
    void take(QWebSocket *socket);
    void read(const QString &text);

    QPointer<QWebSocket> m_socket;
    QNetworkRequest m_request;
    QStringList m_said;
    QList<int> m_closeCodes;
    int m_connections = 0;
    int m_heartbeats = 0;
};

} // namespace loopflow::test
