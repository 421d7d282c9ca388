#include "core/net/httpexchange.h"

#include "core/base/core.h"

#include <QTimerEvent>

#include <algorithm>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// The server as a sentence names it.
QString serverName(const QUrl &url)
{
    const QString host = url.host().isEmpty() ? url.toDisplayString() : url.host();
    return url.port() < 0 ? host : u"%1:%2"_s.arg(host, QString::number(url.port()));
}

/// Why a request must not even be tried.
std::optional<Error> mistake(const HttpRequest &request)
{
    const QString scheme = request.url.scheme();
    if ((scheme != "https"_L1 && scheme != "http"_L1) || request.url.host().isEmpty())
        return Error{ErrorCode::Invalid,
            Core::tr("“%1” is not a web address. It must begin with https:// or http://.").arg(
                request.url.toDisplayString(QUrl::RemoveUserInfo))};
    // Values are sent as they are: a line break in a pasted key would start a header of its own.
    const auto breaks = [](const QByteArray &text) {
        return text.contains('\r') || text.contains('\n') || text.contains('\0');
    };
    for (const auto &[name, value] : request.headers.lines()) {
        if (breaks(name) || breaks(value))
            return Error{ErrorCode::Invalid,
                Core::tr("The header “%1” holds a line break. Check the key or token that was pasted.")
                    .arg(QString::fromLatin1(name.simplified()))};
    }
    return std::nullopt;
}

Error transportError(CurlTransfer::End end, const QString &server, const QString &reason)
{
    using End = CurlTransfer::End;
    const auto unreachable = [](const QString &sentence) {
        return Error{ErrorCode::Unreachable, sentence};
    };
    switch (end) {
    case End::Timeout:
        return {
            ErrorCode::Timeout, Core::tr("%1 did not answer. Check the network connection.").arg(server)};
    case End::Refused:
        return unreachable(
            Core::tr("%1 refused the connection. Check that the server runs and its address is right.")
                .arg(server));
    case End::NotFound:
        return unreachable(
            Core::tr("The server %1 was not found. Check its address and the network connection.").arg(
                server));
    case End::Insecure:
        return unreachable(
            Core::tr("No secure connection to %1: %2. Check the computer's clock and whether a proxy replaces "
                     "certificates.").arg(server, reason));
    case End::Proxy:
        return unreachable(
            Core::tr("The proxy let no connection to %1 through. Check the proxy settings.").arg(server));
    case End::Whole:
    case End::Broken:
    case End::TooLarge:
        break;
    }
    return unreachable(
        Core::tr("The connection to %1 broke before an answer came. Check the network connection.").arg(
            server));
}

QString inSeconds(Milliseconds time)
{
    return time.count() % 1000 == 0 ? u"%1 s"_s.arg(time.count() / 1000)
                                    : u"%1 ms"_s.arg(time.count());
}

} // namespace

HttpExchange::HttpExchange(CurlLoop *loop, const HttpRequest &request, HttpTimeouts timeouts,
    CurlTransfer::Encoding encoding, QObject *parent)
    : HttpStream(parent)
    , m_loop(loop)
    , m_server(serverName(request.url))
    , m_timeouts(timeouts)
{
    m_clock.start();
    if (auto error = mistake(request)) {
        m_over = true;
        finishSoon(*std::move(error));
        return;
    }
    CurlListener *listener = this;
    m_transfer = std::make_unique<CurlTransfer>(loop, request, encoding, listener);
    arm();
}

HttpExchange::~HttpExchange()
{
    letGo();
}

void HttpExchange::news()
{
    // Whoever hears of the head or of a piece may delete or abort this.
    const QPointer<HttpExchange> self(this);
    m_lastByte = m_clock.elapsed();
    if (const auto head = m_transfer->takeHead()) {
        m_opened = true;
        arm(); // the idle deadline may be earlier than the one for the first byte
        Q_EMIT opened(*head);
        if (!self || m_over)
            return;
    }
    if (const QByteArray bytes = m_transfer->takeBytes(); !bytes.isEmpty()) {
        Q_EMIT chunk(bytes);
        if (!self || m_over)
            return;
    }
    if (!m_transfer->end())
        return;
    const auto result = outcome();
    letGo();
    finish(result);
}

Result<void> HttpExchange::outcome() const
{
    const auto end = m_transfer->end().value_or(CurlTransfer::End::Broken);
    if (end == CurlTransfer::End::Whole)
        return {};
    if (end == CurlTransfer::End::TooLarge)
        return Error{ErrorCode::Invalid,
            Core::tr("The answer of %1 is larger than %2 MiB and was not read to its end.").arg(
                m_server, QString::number(CurlTransfer::bodyLimit / (1024 * 1024)))};
    if (!m_opened)
        return transportError(end, m_server, m_transfer->reason());
    return Error{ErrorCode::Incomplete,
        Core::tr("The connection to %1 broke before its answer was whole. Try again.").arg(m_server)};
}

/// Sets the one timer for the earliest deadline, unless it rings before that anyway.
void HttpExchange::arm()
{
    auto due = std::numeric_limits<qint64>::max();
    if (m_timeouts.total.count() > 0)
        due = m_timeouts.total.count();
    const auto quiet = m_opened ? m_timeouts.idle : m_timeouts.firstByte;
    if (quiet.count() > 0)
        due = std::min<qint64>(due, m_lastByte + quiet.count());
    if (due == std::numeric_limits<qint64>::max() || (m_timer.isActive() && m_armedFor <= due))
        return;
    m_armedFor = due;
    const auto wait =
        std::clamp<qint64>(due - m_clock.elapsed(), 1, std::numeric_limits<int>::max());
    m_timer.start(static_cast<int>(wait), Qt::CoarseTimer, this);
}

std::optional<Error> HttpExchange::expired() const
{
    const auto now = Milliseconds(m_clock.elapsed());
    if (m_timeouts.total.count() > 0 && now >= m_timeouts.total)
        return Error{ErrorCode::Timeout,
            Core::tr("The answer of %1 took longer than %2. Try again.").arg(
                m_server, inSeconds(m_timeouts.total))};
    const auto quiet = now - Milliseconds(m_lastByte);
    if (!m_opened && m_timeouts.firstByte.count() > 0 && quiet >= m_timeouts.firstByte)
        return Error{ErrorCode::Timeout,
            Core::tr("%1 did not answer within %2. Try again.").arg(
                m_server, inSeconds(m_timeouts.firstByte))};
    if (m_opened && m_timeouts.idle.count() > 0 && quiet >= m_timeouts.idle)
        return Error{ErrorCode::Timeout,
            Core::tr("%1 sent nothing more for %2. Try again.").arg(m_server, inSeconds(m_timeouts.idle))};
    return std::nullopt;
}

void HttpExchange::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    m_timer.stop();
    if (!m_loop)
        return;
    if (auto error = expired()) {
        letGo();
        finish(*std::move(error));
        return;
    }
    arm();
}

void HttpExchange::abort()
{
    if (m_over)
        return;
    letGo();
    m_over = true;
    finishSoon({ErrorCode::Cancelled, Core::tr("The request to %1 was cancelled.").arg(m_server)});
}

/// An answer still under way is cut off without a word.
void HttpExchange::letGo()
{
    m_timer.stop();
    m_transfer.reset();
}

void HttpExchange::finish(const Result<void> &result)
{
    m_over = true;
    Q_EMIT finished(result);
}

void HttpExchange::finishSoon(Error error)
{
    QMetaObject::invokeMethod(
        this, [this, error = std::move(error)] { Q_EMIT finished(error); }, Qt::QueuedConnection);
}

} // namespace loopflow
