#include "core/net/restclient.h"

#include "core/base/core.h"
#include "core/net/httpclient.h"
#include "core/net/useragent.h"

#include <QHash>
#include <QPointer>
#include <QTimer>

#include <utility>

namespace loopflow {

using namespace std::chrono_literals;

namespace {

/// A longer answer to a comfort is of no use: typing shows for ten seconds.
constexpr HttpTimeouts comfortTimeouts{10s, 10s, 10s};

bool looksLikeJson(const HttpResponse &response)
{
    return response.headers.value("Content-Type").toLower().contains("json")
        || response.body.startsWith('{');
}

/// For a call that never left: it had no effect.
discord::RestFailure notSent(ErrorCode code, const QString &message, bool retryable)
{
    discord::RestFailure failure;
    failure.error = {code, message};
    failure.retryable = retryable;
    return failure;
}

} // namespace

class RestClient::Queue final : public QObject {
public:
    Queue(RestClient *client, HttpClient *http, discord::RequestBreaker *breaker, QUrl api,
        Secret token);

    RestCallId send(
        discord::RestRequest request, QObject *context, std::function<void(RestAnswer)> callback);
    void cancel(RestCallId id);
    const QUrl &api() const { return m_api; }
    RestWaits waits() const;

private:
    struct Call {
        discord::RestRequest request;
        QPointer<QObject> context;
        std::function<void(RestAnswer)> callback;
        bool sent = false;
        TimePoint announced; ///< the end of the wait that was said last
        std::optional<TimePoint> heldSince; ///< while a limit that is known holds it
    };

    void pump();
    void release(RestCallId id, TimePoint now);
    HttpRequest onWire(const discord::RestRequest &request) const;
    void receive(RestCallId id, Result<HttpResponse> result);
    void answerSoon(RestCallId id, discord::RestFailure failure);
    void announceSoon();
    void announceHeld();

    RestClient *m_client;
    HttpClient *m_http;
    discord::RequestBreaker *m_breaker;
    QUrl m_api;
    QByteArray m_base; ///< encoded, without a trailing slash
    Secret m_token;
    discord::RateLimiter m_limiter;
    QHash<RestCallId, Call> m_calls;
    QTimer m_timer;
    RestWaits m_waits; ///< without those under way
    RestCallId m_last = 0;
    bool m_announcing = false;
};

RestClient::Queue::Queue(
    RestClient *client, HttpClient *http, discord::RequestBreaker *breaker, QUrl api, Secret token)
    : m_client(client)
    , m_http(http)
    , m_breaker(breaker)
    , m_api(std::move(api))
    , m_base(m_api.toEncoded(QUrl::StripTrailingSlash))
    , m_token(std::move(token))
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer);
    connect(&m_timer, &QTimer::timeout, this, &Queue::pump);
}

RestCallId RestClient::Queue::send(
    discord::RestRequest request, QObject *context, std::function<void(RestAnswer)> callback)
{
    const RestCallId id = ++m_last;
    const discord::LimitedRequest limited{id, request.route, request.priority, request.replaces};
    m_calls.insert(id, {std::move(request), context, std::move(callback), false, {}, {}});
    const auto [superseded] = m_limiter.enqueue(limited);
    if (superseded)
        answerSoon(*superseded,
            notSent(ErrorCode::Cancelled, Core::tr("A newer request took this one's place."),
                false));
    pump();
    return id;
}

void RestClient::Queue::cancel(RestCallId id)
{
    const auto call = m_calls.constFind(id);
    if (call == m_calls.cend() || call->sent)
        return;
    m_limiter.cancel(id);
    m_calls.erase(call);
}

/// Sends what may go now and sets the timer for the rest.
void RestClient::Queue::pump()
{
    const TimePoint now = readClock();
    for (auto ready = m_limiter.pollReady(now); !ready.isEmpty();
         ready = m_limiter.pollReady(now)) {
        for (const RestCallId id : std::as_const(ready))
            release(id, now);
    }
    if (const auto next = m_limiter.nextTimeout(now)) {
        m_timer.start(std::max(Milliseconds(0), *next - now));
        announceSoon();
    } else {
        m_timer.stop();
    }
}

void RestClient::Queue::release(RestCallId id, TimePoint now)
{
    auto &call = m_calls[id];
    if (const auto since = std::exchange(call.heldSince, std::nullopt))
        m_waits.time += now - *since;
    if (!call.context) {
        m_limiter.failed(id, now);
        m_calls.remove(id);
        return;
    }
    if (m_breaker->openUntil(now)) {
        m_limiter.failed(id, now);
        answerSoon(id, notSent(ErrorCode::RateLimited, discord::RequestBreaker::explain(), true));
        return;
    }
    call.sent = true;
    const bool comfort = call.request.priority == discord::Priority::Low;
    m_http->send(
        onWire(call.request), this,
        [this, id](Result<HttpResponse> result) { receive(id, std::move(result)); },
        comfort ? comfortTimeouts : HttpTimeouts());
}

HttpRequest RestClient::Queue::onWire(const discord::RestRequest &request) const
{
    HttpRequest wire{request.method, QUrl::fromEncoded(m_base + request.path.toUtf8()),
        {{"User-Agent", discordUserAgent()}}, request.body};
    if (!m_token.isEmpty())
        wire.headers.set("Authorization", "Bot " + m_token.reveal());
    if (!request.body.isEmpty())
        wire.headers.set("Content-Type", "application/json");
    return wire;
}

void RestClient::Queue::receive(RestCallId id, Result<HttpResponse> result)
{
    const TimePoint now = readClock();
    RestAnswer answer;
    if (result) {
        answer.response = *std::move(result);
        const auto &[status, headers, body] = answer.response;
        m_breaker->note(status, headers.value("X-RateLimit-Scope") == "shared",
            looksLikeJson(answer.response), now);
        if (m_limiter.finished(id, status, headers, body, now)) {
            m_calls[id].sent = false;
            pump();
            return;
        }
        if (!answer.response.isSuccess())
            answer.failure = discord::explain(answer.response);
    } else {
        m_limiter.failed(id, now);
        answer.failure = discord::explain(result.error());
    }
    const Call call = m_calls.take(id);
    pump();
    if (call.context) // last: the callback may delete the client
        call.callback(std::move(answer));
}

void RestClient::Queue::answerSoon(RestCallId id, discord::RestFailure failure)
{
    QMetaObject::invokeMethod(
        this,
        [call = m_calls.take(id), failure = std::move(failure)] {
            if (call.context)
                call.callback({{}, failure});
        },
        Qt::QueuedConnection);
}

/// Not at once: whoever made the call does not know its id yet.
void RestClient::Queue::announceSoon()
{
    if (!std::exchange(m_announcing, true))
        QMetaObject::invokeMethod(this, &Queue::announceHeld, Qt::QueuedConnection);
}

void RestClient::Queue::announceHeld()
{
    m_announcing = false;
    const TimePoint now = readClock();
    QList<std::pair<RestCallId, Milliseconds>> waits;
    for (auto it = m_calls.begin(); it != m_calls.end(); ++it) {
        const auto wait = it->sent ? 0ms : m_limiter.waitOf(it.key(), now);
        if (wait <= 0ms || it->announced >= now + wait)
            continue;
        it->announced = now + wait;
        if (!it->heldSince) {
            it->heldSince = now;
            ++m_waits.calls;
        }
        waits.append({it.key(), wait});
    }
    const QPointer<Queue> self(this);
    for (const auto &[id, wait] : std::as_const(waits)) {
        if (self)
            Q_EMIT m_client->held(id, wait);
    }
}

RestWaits RestClient::Queue::waits() const
{
    RestWaits all = m_waits;
    const TimePoint now = readClock();
    for (const Call &call : m_calls) {
        if (call.heldSince)
            all.time += now - *call.heldSince;
    }
    return all;
}

RestClient::RestClient(
    HttpClient *http, discord::RequestBreaker *breaker, QUrl api, Secret token, QObject *parent)
    : QObject(parent)
    , m_queue(std::make_unique<Queue>(this, http, breaker, std::move(api), std::move(token)))
{
}

RestClient::~RestClient() = default;

RestCallId RestClient::send(
    discord::RestRequest request, QObject *context, std::function<void(RestAnswer)> callback)
{
    return m_queue->send(std::move(request), context, std::move(callback));
}

void RestClient::cancel(RestCallId call)
{
    m_queue->cancel(call);
}

RestWaits RestClient::waits() const
{
    return m_queue->waits();
}

const QUrl &RestClient::api() const
{
    return m_queue->api();
}

} // namespace loopflow
