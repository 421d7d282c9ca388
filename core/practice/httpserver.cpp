#include "core/practice/httpserver.h"

#include "core/base/overloaded.h"

#include <QDateTime>
#include <QHash>
#include <QLocale>
#include <QTcpSocket>

#include <utility>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

/// Empty for a status that nobody here sends (RFC 9112 §4 allows it).
QByteArray reasonPhrase(int status)
{
    static const QHash<int, QByteArray> phrases{
        {100, "Continue"},
        {200, "OK"},
        {201, "Created"},
        {204, "No Content"},
        {400, "Bad Request"},
        {401, "Unauthorized"},
        {403, "Forbidden"},
        {404, "Not Found"},
        {405, "Method Not Allowed"},
        {413, "Content Too Large"},
        {417, "Expectation Failed"},
        {429, "Too Many Requests"},
        {431, "Request Header Fields Too Large"},
        {500, "Internal Server Error"},
        {501, "Not Implemented"},
        {502, "Bad Gateway"},
        {503, "Service Unavailable"},
        {504, "Gateway Timeout"},
        {505, "HTTP Version Not Supported"},
    };
    return phrases.value(status);
}

} // namespace

/// One connection: requests in, one answer at a time out. The next request is taken when the answer
/// before it is whole.
class HttpConnection : public QObject {
public:
    /// Owns the socket; deletes itself when the peer is gone.
    HttpConnection(QTcpSocket *socket, const HttpServer::Handler &handler, QObject *parent);
    ~HttpConnection() override;

    void send(const HttpResponse &response);
    void open(int status, const Headers &headers);
    void write(const QByteArray &bytes);
    void finish();
    void cut();

private:
    void read();
    void handle(const RequestEvent &event);
    void refuse(const RequestRefused &refusal);
    void writeHead(int status, const Headers &headers);
    void put(const QByteArray &bytes);
    void endAnswer();

    QTcpSocket *m_socket;
    const HttpServer::Handler &m_handler;
    HttpRequestParser m_parser;
    HttpReply *m_reply = nullptr; ///< the answer under way
    bool m_keepAlive = true;
    bool m_chunked = false;
    bool m_http10 = false;
};

HttpConnection::HttpConnection(
    QTcpSocket *socket, const HttpServer::Handler &handler, QObject *parent)
    : QObject(parent)
    , m_socket(socket)
    , m_handler(handler)
{
    m_socket->setParent(this);
    m_socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
    // What comes while an answer is under way stays in the system's buffers.
    m_socket->setReadBufferSize(256 * 1024);
    connect(m_socket, &QTcpSocket::readyRead, this, &HttpConnection::read);
    connect(m_socket, &QTcpSocket::disconnected, this, &QObject::deleteLater);
}

HttpConnection::~HttpConnection()
{
    // A socket that dies open would call back into what is half gone.
    m_socket->disconnect(this);
    delete m_reply;
}

void HttpConnection::read()
{
    while (!m_reply && m_socket->isOpen()) {
        if (const auto event = m_parser.poll()) {
            handle(*event);
            continue;
        }
        const QByteArray bytes = m_socket->readAll();
        if (bytes.isEmpty())
            return;
        m_parser.feed(bytes);
    }
}

void HttpConnection::handle(const RequestEvent &event)
{
    std::visit(Overloaded{
                   [this](const IncomingRequest &request) {
                       m_keepAlive = request.keepAlive;
                       m_http10 = request.http10;
                       m_reply = new HttpReply(this);
                       m_handler(request, m_reply);
                   },
                   [this](ContinueAwaited) { put("HTTP/1.1 100 Continue\r\n\r\n"); },
                   [this](const RequestRefused &refusal) { refuse(refusal); },
               },
        event);
}

void HttpConnection::refuse(const RequestRefused &refusal)
{
    m_keepAlive = false;
    m_reply = new HttpReply(this);
    send({refusal.status, {{"Content-Type", "text/plain; charset=utf-8"}},
        refusal.reason.toUtf8() + '\n'});
}

void HttpConnection::send(const HttpResponse &response)
{
    Headers headers = response.headers;
    const bool bodiless = response.status == 204 || response.status == 304;
    if (!bodiless)
        headers.set("Content-Length", QByteArray::number(response.body.size()));
    writeHead(response.status, headers);
    if (!bodiless)
        put(response.body);
    endAnswer();
}

void HttpConnection::open(int status, const Headers &headers)
{
    Headers all = headers;
    m_chunked = !m_http10;
    if (m_chunked)
        all.set("Transfer-Encoding", "chunked");
    else
        m_keepAlive = false;
    writeHead(status, all);
}

void HttpConnection::write(const QByteArray &bytes)
{
    // An empty chunk would end the answer.
    if (bytes.isEmpty())
        return;
    if (m_chunked)
        put(QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n");
    else
        put(bytes);
}

void HttpConnection::finish()
{
    if (m_chunked)
        put("0\r\n\r\n");
    m_chunked = false;
    endAnswer();
}

void HttpConnection::cut()
{
    // Flushed, so that the peer sees what came before the cut; abort() then sends no farewell.
    m_socket->flush();
    m_keepAlive = false;
    if (m_reply)
        std::exchange(m_reply, nullptr)->deleteLater();
    m_socket->abort();
}

void HttpConnection::writeHead(int status, const Headers &headers)
{
    QByteArray head =
        "HTTP/1.1 " + QByteArray::number(status) + ' ' + reasonPhrase(status) + "\r\n";
    head += "Date: "
        + QLocale::c()
              .toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'")
              .toLatin1()
        + "\r\n";
    for (const auto &[name, value] : headers.lines())
        head += name + ": " + value + "\r\n";
    if (!m_keepAlive)
        head += "Connection: close\r\n";
    else if (m_http10)
        head += "Connection: keep-alive\r\n";
    put(head + "\r\n");
}

void HttpConnection::put(const QByteArray &bytes)
{
    // The peer may have gone while the answer was made; this object then lives for one more turn of
    // the loop.
    if (m_socket->state() == QAbstractSocket::ConnectedState)
        m_socket->write(bytes);
}

void HttpConnection::endAnswer()
{
    if (m_reply)
        std::exchange(m_reply, nullptr)->deleteLater();
    if (!m_keepAlive) {
        m_socket->disconnectFromHost();
        return;
    }
    // Queued: a handler that answers at once is still on the stack, and would nest without end.
    QMetaObject::invokeMethod(this, &HttpConnection::read, Qt::QueuedConnection);
}

HttpReply::HttpReply(HttpConnection *connection)
    : QObject(connection)
    , m_connection(connection)
{
}

void HttpReply::send(const HttpResponse &response)
{
    m_connection->send(response);
}

void HttpReply::open(int status, const Headers &headers)
{
    m_connection->open(status, headers);
}

void HttpReply::write(const QByteArray &bytes)
{
    m_connection->write(bytes);
}

void HttpReply::finish()
{
    m_connection->finish();
}

void HttpReply::cut()
{
    m_connection->cut();
}

HttpServer::HttpServer(Handler handler, QObject *parent)
    : QObject(parent)
    , m_handler(std::move(handler))
{
    connect(&m_server, &QTcpServer::newConnection, this, &HttpServer::accept);
}

Result<void> HttpServer::listen()
{
    if (m_server.isListening() || m_server.listen(QHostAddress::LocalHost))
        return {};
    return Error{ErrorCode::Unreachable,
        u"The practice server cannot listen on this computer: %1. Check whether a firewall or "
        u"sandbox forbids local connections."_s.arg(m_server.errorString())};
}

void HttpServer::accept()
{
    while (QTcpSocket *socket = m_server.nextPendingConnection())
        new HttpConnection(socket, m_handler, this);
}

} // namespace loopflow::practice
