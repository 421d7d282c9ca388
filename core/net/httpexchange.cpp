#include "core/net/httpexchange.h"

#include "core/net/useragent.h"

#include <QNetworkAccessManager>
#include <QNetworkReply>
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
            u"“%1” is not a web address. It must begin with https:// or http://."_s.arg(
                request.url.toDisplayString(QUrl::RemoveUserInfo))};
    // Qt sends values as they are: a line break in a pasted key would start a header of its own.
    const auto breaks = [](const QByteArray &text) {
        return text.contains('\r') || text.contains('\n') || text.contains('\0');
    };
    for (const auto &[name, value] : request.headers.lines()) {
        if (breaks(name) || breaks(value))
            return Error{ErrorCode::Invalid,
                u"The header “%1” holds a line break. Check the key or token that was pasted."_s
                    .arg(QString::fromLatin1(name.simplified()))};
    }
    return std::nullopt;
}

QNetworkRequest requestLine(const HttpRequest &request, HttpExchange::Encoding encoding)
{
    QNetworkRequest line(request.url);
    line.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    line.setAttribute(
        QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    // Mates share a connection; nothing of one may stick to the next.
    line.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    line.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    line.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    line.setRawHeader("User-Agent", userAgent());
    if (encoding == HttpExchange::Encoding::Identity)
        line.setRawHeader("Accept-Encoding", "identity");
    for (const auto &[name, value] : request.headers.lines())
        line.setRawHeader(name, value);
    return line;
}

Error transportError(QNetworkReply::NetworkError code, const QString &server, const QString &reason)
{
    const auto unreachable = [](const QString &sentence) {
        return Error{ErrorCode::Unreachable, sentence};
    };
    if (code == QNetworkReply::TimeoutError)
        return {
            ErrorCode::Timeout, u"%1 did not answer. Check the network connection."_s.arg(server)};
    if (code == QNetworkReply::ConnectionRefusedError)
        return unreachable(
            u"%1 refused the connection. Check that the server runs and its address is right."_s
                .arg(server));
    if (code == QNetworkReply::HostNotFoundError)
        return unreachable(
            u"The server %1 was not found. Check its address and the network connection."_s.arg(
                server));
    if (code == QNetworkReply::SslHandshakeFailedError)
        return unreachable(
            u"No secure connection to %1: %2. Check the computer's clock and whether a proxy "
            "replaces certificates."_s.arg(server, reason));
    if (code >= QNetworkReply::ProxyConnectionRefusedError
        && code <= QNetworkReply::UnknownProxyError)
        return unreachable(
            u"The proxy let no connection to %1 through. Check the proxy settings."_s.arg(server));
    return unreachable(
        u"The connection to %1 broke before an answer came. Check the network connection."_s.arg(
            server));
}

QString inSeconds(Milliseconds time)
{
    return time.count() % 1000 == 0 ? u"%1 s"_s.arg(time.count() / 1000)
                                    : u"%1 ms"_s.arg(time.count());
}

} // namespace

HttpExchange::HttpExchange(HttpLanes *lanes, const HttpRequest &request, HttpTimeouts timeouts,
    Encoding encoding, QObject *parent)
    : HttpStream(parent)
    , m_lanes(lanes)
    , m_server(serverName(request.url))
    , m_timeouts(timeouts)
{
    m_clock.start();
    if (auto error = mistake(request)) {
        m_over = true;
        finishSoon(*std::move(error));
        return;
    }
    begin(request, encoding);
}

HttpExchange::~HttpExchange()
{
    letGo();
}

void HttpExchange::begin(const HttpRequest &request, Encoding encoding)
{
    m_lane = m_lanes->take(request.url);
    m_reply = put(request, requestLine(request, encoding));
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpExchange::takeHead);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpExchange::takeBytes);
    connect(m_reply, &QNetworkReply::finished, this, &HttpExchange::takeEnd);
    arm();
}

QNetworkReply *HttpExchange::put(const HttpRequest &request, const QNetworkRequest &line)
{
    auto &manager = *m_lane->manager;
    if (request.method == "GET")
        return manager.get(line);
    if (request.method == "POST")
        return manager.post(line, request.body);
    if (request.method == "PUT")
        return manager.put(line, request.body);
    if (request.method == "DELETE" && request.body.isEmpty())
        return manager.deleteResource(line);
    return manager.sendCustomRequest(line, request.method, request.body);
}

void HttpExchange::takeHead()
{
    if (m_over || m_opened)
        return;
    HttpResponse head;
    head.status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (head.status == 0)
        return;
    for (const auto &[name, value] : m_reply->rawHeaderPairs())
        head.headers.set(name, value);
    m_opened = true;
    m_lastByte = m_clock.elapsed();
    arm(); // the idle deadline may be earlier than the one for the first byte
    Q_EMIT opened(head);
}

void HttpExchange::takeBytes()
{
    // Whoever hears of the head or of a piece may delete this.
    const QPointer<HttpExchange> self(this);
    takeHead();
    if (!self || m_over)
        return;
    const QByteArray bytes = m_reply->readAll();
    if (bytes.isEmpty())
        return;
    m_lastByte = m_clock.elapsed();
    m_received += bytes.size();
    if (m_received > bodyLimit) {
        letGo();
        finish(Error{ErrorCode::Invalid,
            u"The answer of %1 is larger than %2 MiB and was not read to its end."_s.arg(
                m_server, QString::number(bodyLimit / (1024 * 1024)))});
        return;
    }
    Q_EMIT chunk(bytes);
}

void HttpExchange::takeEnd()
{
    const QPointer<HttpExchange> self(this);
    takeBytes();
    if (!self || m_over)
        return;
    const auto result = outcome();
    letGo();
    finish(result);
}

Result<void> HttpExchange::outcome() const
{
    const auto code = m_reply->error();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status == 0)
        return transportError(code, m_server, m_reply->errorString());
    // Qt has an error for every status from 400 on (codes from 201); those answers are whole.
    const bool statusError = status >= 400 && code >= QNetworkReply::ContentAccessDenied
        && code != QNetworkReply::ProtocolUnknownError && code != QNetworkReply::ProtocolFailure;
    if (code == QNetworkReply::NoError || statusError)
        return {};
    return Error{ErrorCode::Incomplete,
        u"The connection to %1 broke before its answer was whole. Try again."_s.arg(m_server)};
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
            u"The answer of %1 took longer than %2. Try again."_s.arg(
                m_server, inSeconds(m_timeouts.total))};
    const auto quiet = now - Milliseconds(m_lastByte);
    if (!m_opened && m_timeouts.firstByte.count() > 0 && quiet >= m_timeouts.firstByte)
        return Error{ErrorCode::Timeout,
            u"%1 did not answer within %2. Try again."_s.arg(
                m_server, inSeconds(m_timeouts.firstByte))};
    if (m_opened && m_timeouts.idle.count() > 0 && quiet >= m_timeouts.idle)
        return Error{ErrorCode::Timeout,
            u"%1 sent nothing more for %2. Try again."_s.arg(m_server, inSeconds(m_timeouts.idle))};
    return std::nullopt;
}

void HttpExchange::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    m_timer.stop();
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
    finishSoon({ErrorCode::Cancelled, u"The request to %1 was cancelled."_s.arg(m_server)});
}

/// Frees the lane; an answer still under way is cut off without a word.
void HttpExchange::letGo()
{
    m_timer.stop();
    if (m_reply) {
        m_reply->disconnect(this);
        if (m_reply->isRunning())
            m_reply->abort();
        m_reply->deleteLater();
        m_reply.clear();
    }
    if (m_lanes && m_lane)
        m_lanes->giveBack(m_lane);
    m_lane = nullptr;
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
