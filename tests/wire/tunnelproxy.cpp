#include "tests/wire/tunnelproxy.h"

#include <QNetworkProxy>
#include <QTcpSocket>
#include <QUrl>

namespace loopflow::test {

TunnelProxy::TunnelProxy(quint16 target)
    : m_target(target)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no loopback port: %s", qPrintable(errorString()));
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto *client = nextPendingConnection())
            accept(client);
    });
}

QUrl TunnelProxy::url(const QString &scheme) const
{
    QUrl url;
    url.setScheme(scheme);
    url.setHost(QStringLiteral("127.0.0.1"));
    url.setPort(serverPort());
    return url;
}

void TunnelProxy::accept(QTcpSocket *client)
{
    connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    connect(client, &QTcpSocket::readyRead, this, [this, client] {
        if (client->property("step").isValid() || client->peek(1) == "\x05")
            readSocks(client);
        else
            readConnect(client);
    });
}

bool TunnelProxy::authorized(const QByteArray &head) const
{
    return user.isEmpty() || head.contains("Proxy-Authorization: Basic " + (user + ':' + password).toBase64());
}

void TunnelProxy::readConnect(QTcpSocket *client)
{
    const QByteArray head = client->peek(client->bytesAvailable());
    if (!head.contains("\r\n\r\n"))
        return;
    client->skip(head.size());
    if (!authorized(head)) {
        ++m_refused;
        client->write("HTTP/1.1 407 Who is it\r\nProxy-Authenticate: Basic realm=\"test\"\r\n"
                      "Content-Length: 0\r\nConnection: close\r\n\r\n");
        client->disconnectFromHost();
        return;
    }
    m_tunnels << QString::fromLatin1(head.left(head.indexOf(" HTTP/")));
    join(client, "HTTP/1.1 200 Connected\r\n\r\n");
}

/// RFC 1928, and RFC 1929 for the password.
void TunnelProxy::readSocks(QTcpSocket *client)
{
    const QByteArray said = client->readAll();
    const int step = client->property("step").toInt();
    if (step == 0) {
        client->setProperty("step", user.isEmpty() ? 2 : 1);
        client->write(user.isEmpty() ? QByteArray("\x05\x00", 2) : QByteArray("\x05\x02", 2));
    } else if (step == 1) {
        const QByteArray wanted =
            '\x01' + QByteArray(1, char(user.size())) + user + QByteArray(1, char(password.size())) + password;
        m_refused += said != wanted;
        client->setProperty("step", 2);
        client->write(said == wanted ? QByteArray("\x01\x00", 2) : QByteArray("\x01\x01", 2));
        if (said != wanted)
            client->disconnectFromHost();
    } else {
        const int length = said.size() > 4 ? quint8(said[4]) : 0;
        const QByteArray host = said.at(3) == 3 ? said.mid(5, length) : QByteArray("an address");
        const int port = quint8(said.at(said.size() - 2)) * 256 + quint8(said.back());
        m_tunnels << QStringLiteral("SOCKS %1:%2").arg(QString::fromLatin1(host)).arg(port);
        join(client, QByteArray("\x05\x00\x00\x01\x00\x00\x00\x00\x00\x00", 10));
    }
}

void TunnelProxy::join(QTcpSocket *client, const QByteArray &welcome)
{
    client->disconnect(this);
    auto *server = new QTcpSocket(client);
    server->setProxy(QNetworkProxy::NoProxy);
    connect(server, &QTcpSocket::connected, client, [client, welcome] { client->write(welcome); });
    connect(server, &QTcpSocket::readyRead, client, [=] { client->write(server->readAll()); });
    connect(client, &QTcpSocket::readyRead, server, [=] { server->write(client->readAll()); });
    connect(server, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
    server->connectToHost(QHostAddress::LocalHost, m_target);
}

} // namespace loopflow::test
