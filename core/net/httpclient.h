// HTTP/1.1 by libcurl on Qt's event loop, over as many connections as it takes; idle ones are used again.
// Never follows a redirect, keeps its own deadlines, says why it gave up. Decides nothing about what answers mean.
#pragma once

#include "core/base/http.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/net/route.h"

#include <QObject>

#include <memory>

namespace loopflow {

class CurlLoop;

/// Deadlines; zero: none.
struct HttpTimeouts {
    Milliseconds firstByte{30000}; ///< from sending to the answer's headers, connecting included
    Milliseconds idle{30000}; ///< between two pieces of the answer
    Milliseconds total{60000};
};

/// An answer that comes in pieces. Emits opened() once, chunk() any number of times, finished() last and exactly once.
/// Deleting it aborts the request silently.
class HttpStream : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Ends it: finished() comes with ErrorCode::Cancelled.
    virtual void abort() = 0;

Q_SIGNALS:
    /// Status and headers; the body is empty.
    void opened(const loopflow::HttpResponse &head);
    void chunk(const QByteArray &bytes);
    void finished(const loopflow::Result<void> &result);
};

class HttpClient : public QObject {
    Q_OBJECT
public:
    explicit HttpClient(QObject *parent = nullptr);
    ~HttpClient() override;

    /// Any status is a value; errors are transport failures (Unreachable, Timeout, Cancelled, Incomplete), or Invalid:
    /// no web address, a line break in a header, an answer over 64 MiB. The callback never runs inside this call.
    void send(HttpRequest request, QObject *context, Callback<HttpResponse> callback, HttpTimeouts timeouts = {});
    /// Asks for an uncompressed answer, so that every piece arrives as it is sent.
    HttpStream *stream(HttpRequest request, QObject *parent, HttpTimeouts timeouts = {});

    /// How connections leave from now on; what is under way goes on as it began.
    void setRoute(Route route);
    const Route &route() const { return m_route; }
    /// Requests under way, for tests and the health view.
    int inFlight() const;

private:
    Route m_route;
    std::unique_ptr<CurlLoop> m_loop;
};

} // namespace loopflow
