// A small HTTP/1.1 server on loopback: keep-alive, chunked bodies, streaming answers.
// Never listens beyond 127.0.0.1; knows nothing of Discord or of models. Spec: RFC 9112.
#pragma once

#include "core/base/http.h"
#include "core/base/result.h"
#include "core/practice/httprequestparser.h"

#include <QObject>
#include <QTcpServer>

#include <functional>

namespace loopflow::practice {

class HttpConnection;

/// The answer to one request: send(), or open(), write()…, finish(), or cut(); then it deletes
/// itself. It is deleted, too, when the peer goes away first: hold it in a QPointer, use it as a
/// context.
class HttpReply : public QObject {
    Q_OBJECT
public:
    explicit HttpReply(HttpConnection *connection);

    void send(const HttpResponse &response);
    /// Begins an answer whose length is not known.
    void open(int status, const Headers &headers);
    void write(const QByteArray &bytes);
    void finish();
    /// Drops the connection, whatever was sent so far: the peer sees a broken answer, or none.
    void cut();

private:
    HttpConnection *m_connection;
};

class HttpServer : public QObject {
    Q_OBJECT
public:
    /// Called once for every whole request; it may keep the reply and answer later.
    using Handler = std::function<void(const IncomingRequest &, HttpReply *)>;

    explicit HttpServer(Handler handler, QObject *parent = nullptr);

    /// On 127.0.0.1, on a port that the system picks. Again: no effect.
    Result<void> listen();
    quint16 port() const { return m_server.serverPort(); }

private:
    void accept();

    Handler m_handler;
    QTcpServer m_server;
};

} // namespace loopflow::practice
