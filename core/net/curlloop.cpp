#include "core/net/curlloop.h"

#include "core/base/loopback.h"
#include "core/net/route.h"
#include "core/net/useragent.h"

#include <QFile>
#include <QPointer>
#include <QSocketNotifier>
#include <QTimerEvent>

#include <curl/curl.h>

#include <algorithm>
#include <cerrno>
#include <limits>

namespace loopflow {

namespace {

/// Of them, idle ones are closed first; one that is in use never.
constexpr long keptConnections = 256;
/// Longer than most pauses between two messages, so that the next finds its connection open.
constexpr long connectionIdleLife = 120; // s

void initOnce()
{
    static const auto done = curl_global_init(CURL_GLOBAL_DEFAULT);
    if (done != CURLE_OK)
        qFatal("libcurl does not start: %s", curl_easy_strerror(done));
}

/// The certificates that libcurl trusts by itself: a list of our own stands in their place.
QByteArray systemCertificates()
{
    char *path = nullptr;
    if (CURL *easy = curl_easy_init()) {
        curl_easy_getinfo(easy, CURLINFO_CAINFO, &path);
        curl_easy_cleanup(easy);
    }
    QFile file(QString::fromLocal8Bit(path));
    return path && file.open(QIODevice::ReadOnly) ? file.readAll() + '\n' : QByteArray();
}

} // namespace

// ---- one transfer

CurlTransfer::CurlTransfer(
    CurlLoop *loop, const HttpRequest &request, Encoding encoding, CurlListener *listener)
    : m_loop(loop)
    , m_listener(listener)
    , m_easy(curl_easy_init())
    , m_body(request.body)
{
    Q_CHECK_PTR(m_easy);
    static_assert(errorSize >= CURL_ERROR_SIZE);
    const QByteArray address = request.url.toEncoded(QUrl::RemoveFragment);
    curl_easy_setopt(m_easy, CURLOPT_URL, address.constData()); // copied
    setRules();
    if (m_loop->m_route)
        setRoute(*m_loop->m_route, request.url);
    setMethod(request);
    setHeaders(request.headers, encoding);
    m_loop->add(this);
}

CurlTransfer::~CurlTransfer()
{
    if (m_loop)
        m_loop->drop(this);
    curl_easy_cleanup(m_easy);
    curl_slist_free_all(m_lines);
}

void CurlTransfer::setRules()
{
    curl_easy_setopt(m_easy, CURLOPT_PRIVATE, this);
    curl_easy_setopt(m_easy, CURLOPT_HEADERFUNCTION, &CurlTransfer::takeLine);
    curl_easy_setopt(m_easy, CURLOPT_HEADERDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_WRITEFUNCTION, &CurlTransfer::takePiece);
    curl_easy_setopt(m_easy, CURLOPT_WRITEDATA, this);
    curl_easy_setopt(m_easy, CURLOPT_ERRORBUFFER, m_error.data());
    curl_easy_setopt(m_easy, CURLOPT_PROTOCOLS_STR, "http,https");
    curl_easy_setopt(m_easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_1_1));
    curl_easy_setopt(m_easy, CURLOPT_FOLLOWLOCATION, 0L);
    curl_easy_setopt(m_easy, CURLOPT_PATH_AS_IS, 1L);
    curl_easy_setopt(m_easy, CURLOPT_NOSIGNAL, 1L);
    // What a proxy is sent and answers is none of the server's business.
    curl_easy_setopt(m_easy, CURLOPT_HEADEROPT, static_cast<long>(CURLHEADER_SEPARATE));
    curl_easy_setopt(m_easy, CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    // A request that is dropped while its host is looked up must not wait for the answer.
    curl_easy_setopt(m_easy, CURLOPT_QUICK_EXIT, 1L);
    curl_easy_setopt(m_easy, CURLOPT_MAXAGE_CONN, connectionIdleLife);
}

void CurlTransfer::setRoute(const Route &route, const QUrl &url)
{
    if (route.proxy == Route::Proxy::None || isLoopbackHost(url.host())) {
        curl_easy_setopt(m_easy, CURLOPT_PROXY, "");
    } else if (route.proxy == Route::Proxy::Own) {
        m_ownProxy = true;
        QUrl address = route.address.adjusted(QUrl::RemoveUserInfo | QUrl::RemovePath);
        if (address.scheme() == QLatin1StringView("socks5"))
            address.setScheme(QStringLiteral("socks5h")); // names are looked up there, as the gateway's are
        curl_easy_setopt(m_easy, CURLOPT_PROXY, address.toEncoded().constData()); // all of these are copied
        curl_easy_setopt(m_easy, CURLOPT_NOPROXY, ""); // not what the environment says
        if (!route.address.userName().isEmpty()) {
            curl_easy_setopt(m_easy, CURLOPT_PROXYUSERNAME, route.address.userName().toUtf8().constData());
            curl_easy_setopt(m_easy, CURLOPT_PROXYPASSWORD, route.password.reveal().constData());
        }
    }
    m_trusted = m_loop->m_trusted;
    if (!m_trusted.isEmpty()) {
        curl_blob blob{m_trusted.data(), static_cast<size_t>(m_trusted.size()), CURL_BLOB_NOCOPY};
        curl_easy_setopt(m_easy, CURLOPT_CAINFO_BLOB, &blob);
    }
}

void CurlTransfer::setMethod(const HttpRequest &request)
{
    const QByteArray &method = request.method;
    if (method == "HEAD") {
        curl_easy_setopt(m_easy, CURLOPT_NOBODY, 1L);
        return;
    }
    // An empty body is said to be empty where a server expects one.
    if (!m_body.isEmpty() || method == "POST" || method == "PUT" || method == "PATCH") {
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(m_body.size()));
        curl_easy_setopt(m_easy, CURLOPT_POSTFIELDS, m_body.constData());
    }
    curl_easy_setopt(m_easy, CURLOPT_CUSTOMREQUEST, method.constData()); // copied
}

void CurlTransfer::setHeaders(const Headers &headers, Encoding encoding)
{
    curl_easy_setopt(m_easy, CURLOPT_USERAGENT, userAgent().constData());
    if (!headers.has("Accept-Encoding")) {
        if (encoding == Encoding::Any)
            curl_easy_setopt(m_easy, CURLOPT_ACCEPT_ENCODING, "gzip, deflate");
        else
            addLine("Accept-Encoding: identity");
    }
    // A name with nothing behind it takes away what libcurl would add by itself.
    for (const char *own : {"Expect", "Content-Type"}) {
        if (!headers.has(own))
            addLine(QByteArray(own) + ':');
    }
    for (const auto &[name, value] : headers.lines())
        addLine(value.trimmed().isEmpty() ? name + ';' : name + ": " + value);
    curl_easy_setopt(m_easy, CURLOPT_HTTPHEADER, m_lines);
}

void CurlTransfer::addLine(const QByteArray &line)
{
    m_lines = curl_slist_append(m_lines, line.constData()); // copied
    Q_CHECK_PTR(m_lines);
}

size_t CurlTransfer::takeLine(char *data, size_t, size_t size, void *self)
{
    static_cast<CurlTransfer *>(self)->readLine(
        QByteArrayView(data, static_cast<qsizetype>(size)).trimmed());
    return size;
}

void CurlTransfer::readLine(QByteArrayView line)
{
    if (m_headWhole)
        return; // trailers
    if (line.startsWith("HTTP/")) {
        // Another one may come after an interim answer (1xx).
        m_head = {};
        m_head.status = line.sliced(line.indexOf(' ') + 1).first(3).toInt();
        return;
    }
    if (line.isEmpty()) {
        m_headWhole = m_head.status >= 200;
        if (m_headWhole)
            m_loop->noteNews(this);
        return;
    }
    const auto colon = line.indexOf(':');
    if (colon <= 0)
        return;
    const QByteArray name = line.first(colon).toByteArray();
    QByteArray value = line.sliced(colon + 1).trimmed().toByteArray();
    if (m_head.headers.has(name)) // RFC 9110 §5.3
        value = m_head.headers.value(name) + ", " + value;
    m_head.headers.set(name, value);
}

size_t CurlTransfer::takePiece(char *data, size_t, size_t size, void *self)
{
    auto &transfer = *static_cast<CurlTransfer *>(self);
    const auto length = static_cast<qsizetype>(size);
    transfer.m_received += length;
    if (transfer.m_received > bodyLimit)
        return 0; // libcurl ends it
    transfer.m_bytes.append(data, length);
    transfer.m_loop->noteNews(&transfer);
    return size;
}

std::optional<HttpResponse> CurlTransfer::takeHead()
{
    if (!m_headWhole || m_headTaken)
        return std::nullopt;
    m_headTaken = true;
    return std::move(m_head);
}

QString CurlTransfer::reason() const
{
    return QString::fromLocal8Bit(m_error.data()).simplified();
}

CurlTransfer::End CurlTransfer::endFor(int code) const
{
    long proxyStatus = 0;
    curl_easy_getinfo(m_easy, CURLINFO_HTTP_CONNECTCODE, &proxyStatus);
    long systemError = 0;
    curl_easy_getinfo(m_easy, CURLINFO_OS_ERRNO, &systemError);
    if (code == CURLE_OK)
        return End::Whole;
    if (m_received > bodyLimit)
        return End::TooLarge;
    if (proxyStatus >= 300)
        return End::Proxy;
    switch (code) {
    case CURLE_OPERATION_TIMEDOUT:
        return End::Timeout;
    case CURLE_COULDNT_CONNECT:
        return m_ownProxy ? End::Proxy
            : systemError == ETIMEDOUT ? End::Timeout
            : systemError == ECONNREFUSED ? End::Refused
                                          : End::Broken;
    case CURLE_COULDNT_RESOLVE_HOST:
        return End::NotFound;
    case CURLE_COULDNT_RESOLVE_PROXY:
    case CURLE_PROXY:
        return End::Proxy;
    case CURLE_SSL_CONNECT_ERROR:
    case CURLE_SSL_CERTPROBLEM:
    case CURLE_SSL_CIPHER:
    case CURLE_SSL_ISSUER_ERROR:
    case CURLE_SSL_CACERT_BADFILE:
    case CURLE_PEER_FAILED_VERIFICATION:
        return End::Insecure;
    default:
        return End::Broken;
    }
}

// ---- all of them

CurlLoop::CurlLoop()
{
    initOnce();
    m_multi = curl_multi_init();
    Q_CHECK_PTR(m_multi);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETFUNCTION, &CurlLoop::watch);
    curl_multi_setopt(m_multi, CURLMOPT_SOCKETDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERFUNCTION, &CurlLoop::setTimer);
    curl_multi_setopt(m_multi, CURLMOPT_TIMERDATA, this);
    curl_multi_setopt(m_multi, CURLMOPT_MAXCONNECTS, keptConnections);
}

CurlLoop::~CurlLoop()
{
    for (auto *transfer : m_transfers) {
        curl_multi_remove_handle(m_multi, transfer->m_easy);
        transfer->m_loop = nullptr;
    }
    curl_multi_cleanup(m_multi);
}

void CurlLoop::setRoute(const Route *route)
{
    m_route = route;
    m_trusted = route->certificates.isEmpty() ? QByteArray() : systemCertificates() + route->certificates;
}

void CurlLoop::add(CurlTransfer *transfer)
{
    m_transfers.insert(transfer);
    const auto code = curl_multi_add_handle(m_multi, transfer->m_easy);
    if (code != CURLM_OK)
        qFatal("libcurl takes no request: %s", curl_multi_strerror(code));
}

void CurlLoop::drop(CurlTransfer *transfer)
{
    curl_multi_remove_handle(m_multi, transfer->m_easy);
    m_transfers.erase(transfer);
    m_news.removeAll(transfer);
}

void CurlLoop::noteNews(CurlTransfer *transfer)
{
    if (!m_news.contains(transfer))
        m_news.append(transfer);
}

/// libcurl says which sockets to wait for.
int CurlLoop::watch(void *, int socket, int what, void *self, void *)
{
    auto &loop = *static_cast<CurlLoop *>(self);
    auto &watch = loop.m_watches[socket];
    loop.enable(watch.read, socket, CURL_CSELECT_IN, what == CURL_POLL_IN || what == CURL_POLL_INOUT);
    loop.enable(watch.write, socket, CURL_CSELECT_OUT, what == CURL_POLL_OUT || what == CURL_POLL_INOUT);
    return 0;
}

void CurlLoop::enable(std::unique_ptr<QSocketNotifier> &notifier, int socket, int flag, bool on)
{
    if (!notifier) {
        if (!on)
            return;
        const auto type = flag == CURL_CSELECT_IN ? QSocketNotifier::Read : QSocketNotifier::Write;
        notifier = std::make_unique<QSocketNotifier>(socket, type);
        connect(notifier.get(), &QSocketNotifier::activated, this,
            [this, socket, flag] { act(socket, flag); });
    }
    notifier->setEnabled(on);
}

int CurlLoop::setTimer(void *, long wait, void *self)
{
    auto &loop = *static_cast<CurlLoop *>(self);
    if (wait < 0)
        loop.m_timer.stop();
    else
        loop.m_timer.start(
            static_cast<int>(std::min<long>(wait, std::numeric_limits<int>::max())), &loop);
    return 0;
}

void CurlLoop::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_timer.timerId())
        return;
    m_timer.stop();
    act(CURL_SOCKET_TIMEOUT, 0);
}

void CurlLoop::act(int socket, int flag)
{
    int running = 0;
    curl_multi_socket_action(m_multi, socket, flag, &running);
    readEnds();
    handOut();
}

void CurlLoop::readEnds()
{
    int left = 0;
    while (const CURLMsg *message = curl_multi_info_read(m_multi, &left)) {
        if (message->msg != CURLMSG_DONE)
            continue;
        char *owner = nullptr;
        curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &owner);
        auto *transfer = reinterpret_cast<CurlTransfer *>(owner);
        transfer->m_end = transfer->endFor(message->data.result);
        noteNews(transfer);
    }
}

/// A listener may delete transfers, or this, or turn the event loop.
void CurlLoop::handOut()
{
    const QPointer<CurlLoop> self(this);
    while (self && !m_news.isEmpty())
        m_news.takeFirst()->m_listener->news();
}

} // namespace loopflow
