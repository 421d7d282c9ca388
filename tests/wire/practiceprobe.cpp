#include "tests/wire/practiceprobe.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QJsonDocument>
#include <QTcpSocket>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;

namespace loopflow::test {

namespace {

/// Waits for what sockets bring, without QTest's pauses of ten milliseconds.
bool await(const std::function<bool()> &done)
{
    QDeadlineTimer deadline(10000);
    QTimer alarm;
    alarm.start(100);
    while (!done() && !deadline.hasExpired())
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return done();
}

/// Takes one answer off the front of `bytes`.
std::optional<Answer> takeAnswer(QByteArray &bytes)
{
    const qsizetype end = bytes.indexOf("\r\n\r\n");
    if (end < 0)
        return std::nullopt;
    Answer answer;
    QList<QByteArray> lines = bytes.first(end).split('\n');
    answer.status = lines.takeFirst().split(' ').value(1).toInt();
    for (const QByteArray &line : lines) {
        const qsizetype colon = line.indexOf(':');
        answer.headers.set(line.first(colon), line.sliced(colon + 1).trimmed());
    }
    bytes.remove(0, end + 4);
    if (answer.headers.value("Transfer-Encoding") == "chunked") {
        while (true) {
            const qsizetype lineEnd = bytes.indexOf("\r\n");
            const qsizetype size = lineEnd < 0 ? 0 : bytes.first(lineEnd).toLongLong(nullptr, 16);
            if (lineEnd < 0 || bytes.size() < lineEnd + 2 + size + 2)
                return answer;
            answer.body += bytes.sliced(lineEnd + 2, size);
            bytes.remove(0, lineEnd + 2 + size + 2);
            if (size == 0)
                break;
        }
        answer.whole = true;
        return answer;
    }
    const qsizetype length = answer.headers.value("Content-Length").toLongLong();
    answer.body = bytes.first(std::min(length, bytes.size()));
    answer.whole = answer.body.size() == length;
    bytes.remove(0, answer.body.size());
    return answer;
}

QByteArray requestBytes(const QByteArray &method, const QByteArray &target, const Headers &headers,
    const QByteArray &body)
{
    QByteArray bytes =
        method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n";
    for (const auto &[name, value] : headers.lines())
        bytes += name + ": " + value + "\r\n";
    if (!body.isEmpty() || method == "POST" || method == "PATCH")
        bytes += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
    return bytes + "\r\n" + body;
}

} // namespace

QJsonObject Answer::object() const
{
    return QJsonDocument::fromJson(body).object();
}

QJsonArray Answer::array() const
{
    return QJsonDocument::fromJson(body).array();
}

QList<Answer> exchangeRaw(quint16 port, const QByteArray &bytes, int pieces)
{
    QTcpSocket socket;
    QByteArray received;
    bool over = false;
    QObject::connect(&socket, &QTcpSocket::readyRead, [&] { received += socket.readAll(); });
    QObject::connect(&socket, &QTcpSocket::disconnected, [&] { over = true; });
    socket.connectToHost(QHostAddress::LocalHost, port);
    socket.write(bytes);
    const auto parsed = [&] {
        QByteArray rest = received;
        QList<Answer> answers;
        while (auto answer = takeAnswer(rest))
            answers.append(*answer);
        return answers;
    };
    const bool done = await([&] {
        const QList<Answer> answers = parsed();
        return over
            || (answers.size() >= pieces && answers.last().whole
                && !answers.last().headers.has("Connection"));
    });
    if (!done)
        qWarning("the server neither answered nor closed");
    received += socket.readAll();
    return parsed();
}

Answer exchange(const QUrl &base, const QByteArray &method, const QString &path,
    const Headers &headers, const QByteArray &body)
{
    const QByteArray target = (base.path() + path).toUtf8();
    return exchangeRaw(
        static_cast<quint16>(base.port()), requestBytes(method, target, headers, body))
        .value(0);
}

RestProbe::RestProbe(QUrl api, QString authorization)
    : headers{{"Authorization", authorization.toUtf8()},
        {"User-Agent", "DiscordBot (https://example.org, 1)"}, {"Content-Type", "application/json"}}
    , m_api(std::move(api))
{
}

Answer RestProbe::get(const QString &path) const
{
    return exchange(m_api, "GET", path, headers);
}

Answer RestProbe::post(const QString &path, const QJsonObject &body) const
{
    return exchange(
        m_api, "POST", path, headers, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Answer RestProbe::patch(const QString &path, const QJsonObject &body) const
{
    return exchange(
        m_api, "PATCH", path, headers, QJsonDocument(body).toJson(QJsonDocument::Compact));
}

Answer RestProbe::erase(const QString &path) const
{
    return exchange(m_api, "DELETE", path, headers);
}

GatewayProbe::GatewayProbe(const QUrl &gateway, const QString &query)
{
    connect(&m_socket, &QWebSocket::textMessageReceived, this,
        [this](const QString &text) { take(text.toUtf8()); });
    connect(&m_socket, &QWebSocket::binaryMessageReceived, this, [this](const QByteArray &frame) {
        ++m_binaryFrames;
        const auto message = m_inflater.feed(frame);
        if (!message)
            qFatal("the gateway's compression is broken");
        take(*message);
    });
    connect(&m_socket, &QWebSocket::aboutToClose, this, [this] { m_saidGoodbye = true; });
    connect(&m_socket, &QWebSocket::disconnected, this, [this] { m_closed = true; });
    QUrl url = gateway;
    url.setQuery(query);
    m_socket.open(url);
}

void GatewayProbe::take(const QByteArray &json)
{
    const QJsonObject payload = QJsonDocument::fromJson(json).object();
    if (payload.value("s"_L1).isDouble())
        m_sequence = payload.value("s"_L1).toInteger();
    m_payloads.append(payload);
}

void GatewayProbe::send(const QJsonObject &payload)
{
    sendText(QString::fromUtf8(QJsonDocument(payload).toJson(QJsonDocument::Compact)));
}

void GatewayProbe::sendText(const QString &text)
{
    await([this] { return m_socket.state() == QAbstractSocket::ConnectedState || m_closed; });
    m_socket.sendTextMessage(text);
}

void GatewayProbe::sendOp(int op, const QJsonValue &data)
{
    send({{u"op"_s, op}, {u"d"_s, data}});
}

void GatewayProbe::identify(const QString &token, qint64 intents)
{
    sendOp(2,
        QJsonObject{{u"token"_s, token}, {u"intents"_s, intents},
            {u"properties"_s, QJsonObject{{u"os"_s, u"linux"_s}}}});
}

void GatewayProbe::resume(const QString &token, const QString &session, qint64 sequence)
{
    sendOp(6, QJsonObject{{u"token"_s, token}, {u"session_id"_s, session}, {u"seq"_s, sequence}});
}

QJsonObject GatewayProbe::next()
{
    await([this] { return !m_payloads.isEmpty() || m_closed; });
    return m_payloads.isEmpty() ? QJsonObject() : m_payloads.takeFirst();
}

QJsonObject GatewayProbe::nextEvent(const QString &type)
{
    const QJsonObject payload = next();
    return payload.value("t"_L1).toString() == type ? payload.value("d"_L1).toObject()
                                                    : QJsonObject();
}

QJsonObject GatewayProbe::ready(const QString &token, qint64 intents)
{
    if (next().value("op"_L1).toInt() != 10)
        return {};
    identify(token, intents);
    return nextEvent(u"READY"_s);
}

std::optional<int> GatewayProbe::closedWith()
{
    if (!isClosed() || !m_saidGoodbye)
        return std::nullopt;
    // An int before anything holds it: codes over 4000 are no values of Qt's enumeration.
    return static_cast<int>(m_socket.closeCode());
}

bool GatewayProbe::isClosed()
{
    return await([this] { return m_closed; });
}

void GatewayProbe::close(int code)
{
    m_socket.close(static_cast<QWebSocketProtocol::CloseCode>(code));
}

void GatewayProbe::abort()
{
    m_socket.abort();
}

} // namespace loopflow::test
