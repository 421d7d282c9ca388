// A proxy on loopback: HTTP CONNECT and SOCKS 5, with a user and password when a test wants them.
// Every tunnel ends at the one port that the test names, whatever host was asked for.
#pragma once

#include <QStringList>
#include <QTcpServer>

class QTcpSocket;

namespace loopflow::test {

class TunnelProxy : public QTcpServer {
public:
    explicit TunnelProxy(quint16 target);

    QByteArray user; ///< empty: nobody is asked
    QByteArray password;
    /// "CONNECT host:port" or "SOCKS host:port", as asked for and let through.
    const QStringList &tunnels() const { return m_tunnels; }
    int refused() const { return m_refused; } ///< for want of the password
    QUrl url(const QString &scheme) const;

private:
    void accept(QTcpSocket *client);
    void readConnect(QTcpSocket *client);
    void readSocks(QTcpSocket *client);
    void join(QTcpSocket *client, const QByteArray &welcome);
    bool authorized(const QByteArray &head) const;

    quint16 m_target;
    QStringList m_tunnels;
    int m_refused = 0;
};

} // namespace loopflow::test
