// Reads HTTP/1.1 requests out of a byte stream, strictly.
// Pure: bytes in, whole requests or the status to refuse with out; never touches a socket.
// Spec: RFC 9112.
#pragma once

#include "core/base/http.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <variant>

namespace loopflow::practice {

struct IncomingRequest {
    QByteArray method;
    QByteArray target; ///< origin form as it came: "/api/v10/users/@me?x=1"
    Headers headers;
    QByteArray body; ///< without transfer coding
    bool http10 = false; ///< the peer knows no chunked answers
    bool keepAlive = true; ///< whether the connection may serve another request

    bool operator==(const IncomingRequest &) const = default;
};

/// The peer waits for "100 Continue" before it sends its body.
struct ContinueAwaited {
    bool operator==(const ContinueAwaited &) const = default;
};

/// The stream breaks the rules or a limit: answer with this status and close; nothing more is read.
struct RequestRefused {
    int status = 400;
    QString reason;
    bool operator==(const RequestRefused &) const = default;
};

using RequestEvent = std::variant<IncomingRequest, ContinueAwaited, RequestRefused>;

/// Bytes; what is larger is refused with 431 or 413.
struct RequestLimits {
    qsizetype head = 64 * 1024;
    qsizetype body = 26 * 1024 * 1024; ///< Discord takes 25 MiB
};

/// Equal bytes give equal events, however they are cut.
class HttpRequestParser final {
public:
    explicit HttpRequestParser(RequestLimits limits = {});

    void feed(QByteArrayView bytes);
    /// The next event, as far as the bytes reach; none: feed more.
    std::optional<RequestEvent> poll();

private:
    enum class State { Head, FixedBody, ChunkSize, ChunkData, ChunkEnd, Trailer, Refused };

    std::optional<RequestEvent> readHead();
    std::optional<RequestRefused> readRequestLine(QByteArrayView line);
    std::optional<RequestRefused> readField(QByteArrayView line);
    std::optional<RequestRefused> readFraming();
    std::optional<RequestEvent> readFixedBody();
    std::optional<RequestEvent> readChunked();
    std::optional<RequestRefused> readChunkSize(QByteArrayView line);
    /// The bytes up to the next CRLF, taken off the buffer; none when it is not there yet.
    std::optional<QByteArray> takeLine();
    RequestEvent finish();
    RequestEvent refuse(RequestRefused refusal);

    RequestLimits m_limits;
    State m_state = State::Head;
    QByteArray m_buffer;
    qsizetype m_searched = 0; ///< bytes of m_buffer that are known not to end the head
    qsizetype m_wanted = 0; ///< bytes of the body, or of the chunk
    qsizetype m_trailerBytes = 0;
    IncomingRequest m_request;
};

} // namespace loopflow::practice
