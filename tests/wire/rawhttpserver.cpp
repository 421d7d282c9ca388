#include "tests/wire/rawhttpserver.h"

#include <QTcpSocket>

namespace loopflow::test {

RawHttpServer::RawHttpServer(Handler handler)
    : m_handler(std::move(handler))
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no loopback port: %s", qPrintable(errorString()));
    connect(this, &QTcpServer::newConnection, this, [this] {
        while (auto *socket = nextPendingConnection()) {
            ++m_connections;
            connect(socket, &QTcpSocket::disconnected, this, [this] { ++m_closed; });
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { read(socket); });
        }
    });
}

QUrl RawHttpServer::url(const QString &path) const
{
    QUrl url(QStringLiteral("http://127.0.0.1"));
    url.setPort(serverPort());
    url.setPath(path);
    return url;
}

void RawHttpServer::read(QTcpSocket *socket)
{
    while (socket->isOpen()) {
        const QByteArray seen = socket->peek(socket->bytesAvailable());
        const auto headEnd = seen.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return;
        Request request;
        auto lines = seen.left(headEnd).split('\n');
        const auto first = lines.takeFirst().split(' ');
        request.method = first.value(0);
        request.target = first.value(1);
        for (const auto &line : lines) {
            const auto colon = line.indexOf(':');
            request.headers.set(line.left(colon).trimmed(), line.mid(colon + 1).trimmed());
        }
        const auto length = request.headers.value("Content-Length").toLongLong();
        if (seen.size() < headEnd + 4 + length)
            return;
        request.body = seen.mid(headEnd + 4, length);
        socket->skip(headEnd + 4 + length);
        m_requests.append(request);
        m_handler(socket, request);
    }
}

QByteArray RawHttpServer::answer(int status, const QByteArray &body, const Headers &headers)
{
    QByteArray text = "HTTP/1.1 " + QByteArray::number(status) + " Said\r\n";
    for (const auto &[name, value] : headers.lines())
        text += name + ": " + value + "\r\n";
    if (status != 204)
        text += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return text + "\r\n" + body;
}

QByteArray RawHttpServer::chunkedHead(const QByteArray &contentType)
{
    return "HTTP/1.1 200 OK\r\nContent-Type: " + contentType
        + "\r\nTransfer-Encoding: chunked\r\n\r\n";
}

QByteArray RawHttpServer::chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

QUrl deadAddress()
{
    QTcpServer taken;
    if (!taken.listen(QHostAddress::LocalHost))
        qFatal("no loopback port: %s", qPrintable(taken.errorString()));
    QUrl url(QStringLiteral("http://127.0.0.1/"));
    url.setPort(taken.serverPort());
    return url;
}

} // namespace loopflow::test
