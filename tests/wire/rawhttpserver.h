// A loopback HTTP server that hands each whole request to the test and writes what the test says,
// byte for byte. Knows nothing of HTTP beyond where a request ends, so that tests can answer
// wrongly.
#pragma once

#include "core/base/http.h"

#include <QTcpServer>

#include <functional>

class QTcpSocket;

namespace loopflow::test {

class RawHttpServer : public QTcpServer {
public:
    struct Request {
        QByteArray method;
        QByteArray target;
        Headers headers;
        QByteArray body;
    };
    using Handler = std::function<void(QTcpSocket *, const Request &)>;

    explicit RawHttpServer(Handler handler);

    QUrl url(const QString &path = QStringLiteral("/")) const;
    const QList<Request> &requests() const { return m_requests; }
    int connections() const { return m_connections; } ///< ever made
    int closed() const { return m_closed; } ///< of these, closed by the client or us

    /// A whole answer with Content-Length.
    static QByteArray answer(int status, const QByteArray &body = {}, const Headers &headers = {});
    /// The head of an answer whose pieces follow, each by chunk(); the last one is empty.
    static QByteArray chunkedHead(const QByteArray &contentType);
    static QByteArray chunk(const QByteArray &bytes);

private:
    void read(QTcpSocket *socket);

    Handler m_handler;
    QList<Request> m_requests;
    int m_connections = 0;
    int m_closed = 0;
};

/// An address of this computer where nobody listens.
QUrl deadAddress();

} // namespace loopflow::test
