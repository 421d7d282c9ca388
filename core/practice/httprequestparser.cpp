#include "core/practice/httprequestparser.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

/// A token of RFC 9110 §5.6.2: method and field names.
bool isToken(QByteArrayView text)
{
    static constexpr QByteArrayView marks("!#$%&'*+-.^_`|~");
    return !text.isEmpty() && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')
            || marks.contains(c);
    });
}

bool isDigits(QByteArrayView text)
{
    return !text.isEmpty()
        && std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

/// Control characters but tab: a bare CR or LF among them would let a field hide another one.
bool hasControl(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(),
        [](char c) { return (static_cast<unsigned char>(c) < 0x20 && c != '\t') || c == 0x7f; });
}

int countOf(const Headers &headers, QByteArrayView name)
{
    const auto &lines = headers.lines();
    return static_cast<int>(std::count_if(lines.begin(), lines.end(),
        [&](const auto &line) { return line.first.compare(name, Qt::CaseInsensitive) == 0; }));
}

bool listHas(const QByteArray &list, QByteArrayView word)
{
    const QList<QByteArray> parts = list.split(',');
    return std::any_of(parts.begin(), parts.end(), [&](const QByteArray &part) {
        return part.trimmed().compare(word, Qt::CaseInsensitive) == 0;
    });
}

} // namespace

HttpRequestParser::HttpRequestParser(RequestLimits limits)
    : m_limits(limits)
{
}

void HttpRequestParser::feed(QByteArrayView bytes)
{
    if (m_state != State::Refused)
        m_buffer.append(bytes);
}

std::optional<RequestEvent> HttpRequestParser::poll()
{
    switch (m_state) {
    case State::Head:
        return readHead();
    case State::FixedBody:
        return readFixedBody();
    case State::ChunkSize:
    case State::ChunkData:
    case State::ChunkEnd:
    case State::Trailer:
        return readChunked();
    case State::Refused:
        return std::nullopt;
    }
    return std::nullopt;
}

std::optional<RequestEvent> HttpRequestParser::readHead()
{
    // RFC 9112 §2.2: empty lines before a request line are ignored.
    while (m_buffer.startsWith("\r\n"))
        m_buffer.remove(0, 2);
    const qsizetype end = m_buffer.indexOf("\r\n\r\n", std::max<qsizetype>(0, m_searched - 3));
    if (end > m_limits.head || (end < 0 && m_buffer.size() > m_limits.head + 3))
        return refuse({431, u"The request's header is too large."_s});
    if (end < 0) {
        m_searched = m_buffer.size();
        return std::nullopt;
    }
    QByteArrayView head = QByteArrayView(m_buffer).first(end);
    m_request = {};
    bool first = true;
    while (first || !head.isEmpty()) {
        const qsizetype lineEnd = head.indexOf("\r\n");
        const QByteArrayView line = lineEnd < 0 ? head : head.first(lineEnd);
        if (auto refusal = first ? readRequestLine(line) : readField(line))
            return refuse(*refusal);
        head = lineEnd < 0 ? QByteArrayView() : head.sliced(lineEnd + 2);
        first = false;
    }
    m_buffer.remove(0, end + 4);
    m_searched = 0;
    if (auto refusal = readFraming())
        return refuse(*refusal);
    const bool bodyComes = m_state == State::ChunkSize || m_wanted > 0;
    if (bodyComes && m_request.headers.has("Expect"))
        return ContinueAwaited{};
    return poll();
}

std::optional<RequestRefused> HttpRequestParser::readRequestLine(QByteArrayView line)
{
    const QList<QByteArray> words = line.toByteArray().split(' ');
    if (words.size() != 3 || !isToken(words[0]) || hasControl(line))
        return RequestRefused{400, u"The request line is not METHOD TARGET VERSION."_s};
    if (words[2] != "HTTP/1.1" && words[2] != "HTTP/1.0")
        return RequestRefused{505, u"Only HTTP/1.1 and HTTP/1.0 are spoken here."_s};
    if (!words[1].startsWith('/'))
        return RequestRefused{400, u"The request target is not a path."_s};
    m_request.method = words[0];
    m_request.target = words[1];
    m_request.http10 = words[2] == "HTTP/1.0";
    return std::nullopt;
}

std::optional<RequestRefused> HttpRequestParser::readField(QByteArrayView line)
{
    const qsizetype colon = line.indexOf(':');
    // A folded line begins with a space and so has no token before its colon.
    if (colon < 0 || !isToken(line.first(colon)) || hasControl(line))
        return RequestRefused{400, u"A header line is not NAME: VALUE."_s};
    const QByteArray name = line.first(colon).toByteArray();
    if (name.compare("Host", Qt::CaseInsensitive) == 0 && m_request.headers.has("Host"))
        return RequestRefused{400, u"The request has two Host headers."_s};
    if (name.compare("Content-Length", Qt::CaseInsensitive) == 0
        && m_request.headers.has("Content-Length"))
        return RequestRefused{400, u"The request has two Content-Length headers."_s};
    // Headers keeps one line per name; a repeated field is a list (RFC 9110 §5.3).
    const QByteArray value = line.sliced(colon + 1).trimmed().toByteArray();
    const QByteArray before = m_request.headers.value(name);
    m_request.headers.set(name, before.isEmpty() ? value : before + ", " + value);
    return std::nullopt;
}

std::optional<RequestRefused> HttpRequestParser::readFraming()
{
    const Headers &headers = m_request.headers;
    if (!m_request.http10 && countOf(headers, "Host") != 1)
        return RequestRefused{400, u"The request has no Host header."_s};
    const QByteArray connection = headers.value("Connection");
    m_request.keepAlive =
        m_request.http10 ? listHas(connection, "keep-alive") : !listHas(connection, "close");
    const QByteArray expect = headers.value("Expect");
    if (!expect.isEmpty() && expect.compare("100-continue", Qt::CaseInsensitive) != 0)
        return RequestRefused{417, u"Only Expect: 100-continue is known."_s};
    if (headers.has("Transfer-Encoding")) {
        if (headers.has("Content-Length") || m_request.http10)
            return RequestRefused{400, u"The request's length is ambiguous."_s};
        if (headers.value("Transfer-Encoding").compare("chunked", Qt::CaseInsensitive) != 0)
            return RequestRefused{501, u"Only the chunked transfer coding is known."_s};
        m_state = State::ChunkSize;
        m_trailerBytes = 0;
        return std::nullopt;
    }
    const QByteArray length =
        headers.has("Content-Length") ? headers.value("Content-Length") : QByteArray("0");
    if (!isDigits(length) || length.size() > 18)
        return RequestRefused{400, u"Content-Length is not a number."_s};
    m_wanted = length.toLongLong();
    if (m_wanted > m_limits.body)
        return RequestRefused{413, u"The request's body is too large."_s};
    m_state = State::FixedBody;
    return std::nullopt;
}

std::optional<RequestEvent> HttpRequestParser::readFixedBody()
{
    if (m_buffer.size() < m_wanted)
        return std::nullopt;
    m_request.body = m_buffer.first(m_wanted);
    m_buffer.remove(0, m_wanted);
    return finish();
}

std::optional<RequestEvent> HttpRequestParser::readChunked()
{
    while (true) {
        if (m_state == State::ChunkData) {
            const qsizetype part = std::min(m_wanted, m_buffer.size());
            m_request.body.append(QByteArrayView(m_buffer).first(part));
            m_buffer.remove(0, part);
            m_wanted -= part;
            if (m_wanted > 0)
                return std::nullopt;
            m_state = State::ChunkEnd;
        }
        const std::optional<QByteArray> line = takeLine();
        if ((line ? line->size() : m_buffer.size() - 1) > m_limits.head)
            return refuse({431, u"A chunk's line is too large."_s});
        if (!line)
            return std::nullopt;
        if (m_state == State::ChunkSize) {
            if (auto refusal = readChunkSize(*line))
                return refuse(*refusal);
        } else if (m_state == State::ChunkEnd) {
            if (!line->isEmpty())
                return refuse({400, u"A chunk is longer than it said."_s});
            m_state = State::ChunkSize;
        } else {
            if (line->isEmpty())
                return finish();
            m_trailerBytes += line->size();
            if (m_trailerBytes > m_limits.head)
                return refuse({431, u"The request's trailer is too large."_s});
        }
    }
}

std::optional<RequestRefused> HttpRequestParser::readChunkSize(QByteArrayView line)
{
    const qsizetype extension = line.indexOf(';');
    const QByteArray digits =
        (extension < 0 ? line : line.first(extension)).trimmed().toByteArray();
    bool ok = false;
    const qlonglong size = digits.toLongLong(&ok, 16);
    // toLongLong takes signs and "0x", which are no chunk sizes.
    if (!ok || digits.size() > 15 || !std::all_of(digits.begin(), digits.end(), isHexDigit))
        return RequestRefused{400, u"A chunk's size is not a number."_s};
    if (size > m_limits.body - m_request.body.size())
        return RequestRefused{413, u"The request's body is too large."_s};
    m_wanted = size;
    m_state = size == 0 ? State::Trailer : State::ChunkData;
    return std::nullopt;
}

std::optional<QByteArray> HttpRequestParser::takeLine()
{
    const qsizetype end = m_buffer.indexOf("\r\n");
    if (end < 0)
        return std::nullopt;
    QByteArray line = m_buffer.first(end);
    m_buffer.remove(0, end + 2);
    return line;
}

RequestEvent HttpRequestParser::finish()
{
    m_state = State::Head;
    m_searched = 0;
    return std::exchange(m_request, {});
}

RequestEvent HttpRequestParser::refuse(RequestRefused refusal)
{
    m_state = State::Refused;
    m_buffer.clear();
    return refusal;
}

} // namespace loopflow::practice
