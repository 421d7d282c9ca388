#include "tests/wire/scriptedgateway.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QWebSocket>

namespace loopflow::test {

using namespace Qt::StringLiterals;

ScriptedGateway::ScriptedGateway()
    : QWebSocketServer(QStringLiteral("gateway"), NonSecureMode)
{
    if (!listen(QHostAddress::LocalHost))
        qFatal("no loopback port: %s", qPrintable(errorString()));
    connect(this, &QWebSocketServer::newConnection, this, [this] {
        while (auto *socket = nextPendingConnection())
            take(socket);
    });
}

QUrl ScriptedGateway::url() const
{
    return QUrl(u"ws://127.0.0.1:%1"_s.arg(serverPort()));
}

void ScriptedGateway::take(QWebSocket *socket)
{
    ++m_connections;
    m_socket = socket;
    m_request = socket->request();
    socket->setParent(this);
    // A socket that dropped says 1000 too, after an error.
    const auto fail = [socket] { socket->setProperty("failed", true); };
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(socket, &QWebSocket::errorOccurred, socket, fail);
#else
    connect(socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), socket, fail);
#endif
    connect(socket, &QWebSocket::disconnected, this, [this, socket] {
        m_closeCodes.append(
            socket->property("failed").toBool() ? 0 : static_cast<int>(socket->closeCode()));
        socket->deleteLater();
    });
    connect(socket, &QWebSocket::textMessageReceived, this, &ScriptedGateway::read);
}

void ScriptedGateway::read(const QString &text)
{
    const QJsonObject frame = QJsonDocument::fromJson(text.toUtf8()).object();
    const QJsonObject data = frame["d"_L1].toObject();
    switch (frame["op"_L1].toInt()) {
    case 1:
        ++m_heartbeats;
        if (acknowledges)
            send("{\"op\":11}");
        return;
    case 2:
        m_said.append(u"identify "_s + data["token"_L1].toString());
        return;
    case 6:
        m_said.append(u"resume %1 %2"_s.arg(data["session_id"_L1].toString())
                          .arg(data["seq"_L1].toInteger()));
        return;
    default:
        m_said.append(text);
    }
}

void ScriptedGateway::send(const QByteArray &json)
{
    if (m_socket)
        m_socket->sendTextMessage(QString::fromUtf8(json));
}

void ScriptedGateway::hello(int intervalMs)
{
    send("{\"op\":10,\"d\":{\"heartbeat_interval\":" + QByteArray::number(intervalMs) + "}}");
}

QByteArray ScriptedGateway::readyEvent() const
{
    return "{\"op\":0,\"s\":1,\"t\":\"READY\",\"d\":{\"v\":10,\"user\":{\"id\":\"9\",\"username\":"
           "\"maya\",\"bot\":true},"
           "\"guilds\":[],\"session_id\":\"s1\",\"resume_gateway_url\":\""
        + url().toEncoded() + "\",\"application\":{\"id\":\"9\",\"flags\":0}}}";
}

void ScriptedGateway::dispatch(const QByteArray &type, qint64 sequence, const QByteArray &data)
{
    send("{\"op\":0,\"s\":" + QByteArray::number(sequence) + ",\"t\":\"" + type + "\",\"d\":" + data
        + "}");
}

void ScriptedGateway::sendDeflated(const QByteArray &json, bool first)
{
    // Stored blocks (RFC 1951 §3.2.4) are deflate too; an empty one at the end is what a sync flush
    // leaves.
    const auto size = static_cast<quint16>(json.size());
    const auto word = [](quint16 number) {
        return QByteArray{} + static_cast<char>(number & 0xff) + static_cast<char>(number >> 8);
    };
    QByteArray frame = first ? QByteArray("\x78\x01", 2) : QByteArray();
    frame += '\0' + word(size) + word(static_cast<quint16>(~size)) + json
        + QByteArray("\0\0\0\xff\xff", 5);
    if (m_socket)
        m_socket->sendBinaryMessage(frame);
}

void ScriptedGateway::drop()
{
    if (m_socket)
        m_socket->abort();
}

} // namespace loopflow::test
