#include "core/net/llmclient.h"

#include "core/net/httpclient.h"

#include <QMetaObject>
#include <QPointer>
#include <QTimer>

#include <utility>

namespace loopflow {

using namespace std::chrono_literals;

namespace {

/// A cold local model loads for minutes, a thinking one is silent as long; any byte counts as life.
constexpr HttpTimeouts chatTimeouts{10min, 3min, 0ms};
constexpr HttpTimeouts listTimeouts{15s, 15s, 30s};
/// After the terminal event the body's end is a few bytes away: taking it saves the connection.
constexpr Milliseconds lingerTime = 1s;

/// How the body is to be read.
enum class Form { Unknown, Events, Whole };

Form formOf(const HttpResponse &head)
{
    if (!head.isSuccess())
        return Form::Whole;
    const QByteArray type = head.headers.value("Content-Type").toLower();
    if (type.startsWith("text/event-stream"))
        return Form::Events;
    return type.contains("json") ? Form::Whole : Form::Unknown;
}

/// For servers that name no type, or a wrong one.
Form formOf(QByteArrayView firstBytes)
{
    const QByteArrayView text = firstBytes.trimmed();
    if (text.isEmpty())
        return Form::Unknown;
    return text.front() == '{' || text.front() == '[' || text.front() == '<' ? Form::Whole
                                                                             : Form::Events;
}

class LlmExchange final : public LlmStream {
public:
    LlmExchange(const llm::LlmProvider &provider, HttpClient *http,
        llm::ProviderLimiter *limiter, HttpRequest request, QObject *parent);

private:
    void begin();
    void beginWhenAllowed();
    void takeChunk(const QByteArray &bytes);
    void takeEvents(const Result<QList<llm::SseEvent>> &events);
    void takeEnd(const Result<void> &result);
    void takeWhole();
    void takeDelta(const llm::ChatDelta &delta);
    void conclude(const std::optional<Error> &cut);
    void fail(const llm::LlmFailure &failure);
    HttpStream *letGo();

    const llm::LlmProvider &m_provider;
    HttpClient *m_http;
    llm::ProviderLimiter *m_limiter;
    HttpRequest m_request; ///< until it is sent
    HttpStream *m_stream = nullptr; ///< ours until letGo()
    llm::SseParser m_parser;
    std::unique_ptr<llm::ChatDecoder> m_decoder;
    HttpResponse m_answer; ///< the body only where it is read whole
    Form m_form = Form::Unknown;
    bool m_ended = false; ///< the HTTP answer
    bool m_over = false; ///< completed() or failed() was said
};

LlmExchange::LlmExchange(const llm::LlmProvider &provider, HttpClient *http, llm::ProviderLimiter *limiter,
    HttpRequest request, QObject *parent)
    : LlmStream(parent)
    , m_provider(provider)
    , m_http(http)
    , m_limiter(limiter)
    , m_request(std::move(request))
    , m_decoder(provider.decoder())
{
    if (m_limiter->holdUntil(readClock()))
        QMetaObject::invokeMethod(this, &LlmExchange::beginWhenAllowed, Qt::QueuedConnection);
    else
        begin();
}

void LlmExchange::beginWhenAllowed()
{
    const TimePoint now = readClock();
    const auto until = m_limiter->holdUntil(now);
    if (!until)
        return begin();
    QTimer::singleShot(*until - now, this, &LlmExchange::beginWhenAllowed);
    Q_EMIT held(*until - now);
}

void LlmExchange::begin()
{
    m_stream = m_http->stream(std::exchange(m_request, {}), this, chatTimeouts);
    connect(m_stream, &HttpStream::opened, this, [this](const HttpResponse &head) {
        m_answer = head;
        m_form = formOf(head);
        m_limiter->note(head.status, head.headers, readClock());
    });
    connect(m_stream, &HttpStream::chunk, this, &LlmExchange::takeChunk);
    connect(m_stream, &HttpStream::finished, this, &LlmExchange::takeEnd);
}

void LlmExchange::takeChunk(const QByteArray &bytes)
{
    if (m_form != Form::Events) {
        m_answer.body += bytes;
        if (m_form == Form::Unknown)
            m_form = formOf(m_answer.body);
        if (m_form == Form::Events)
            takeEvents(m_parser.feed(std::exchange(m_answer.body, {})));
        return;
    }
    takeEvents(m_parser.feed(bytes));
}

/// One delta for all events of a piece: a fast model sends many.
void LlmExchange::takeEvents(const Result<QList<llm::SseEvent>> &events)
{
    if (!events)
        return conclude(events.error());
    llm::ChatDelta sum;
    std::optional<Error> failure;
    for (const auto &event : *events) {
        auto delta = m_decoder->feed(event);
        if (!delta) {
            failure = delta.error();
            break;
        }
        sum.text += delta->text;
        sum.thinking = sum.thinking || delta->thinking;
        if (m_decoder->isComplete())
            break;
    }
    const QPointer<LlmExchange> self(this);
    Q_EMIT this->delta(sum);
    if (!self)
        return;
    if (failure)
        fail(m_decoder->explain(*failure));
    else if (m_decoder->isComplete())
        conclude(std::nullopt);
}

void LlmExchange::takeEnd(const Result<void> &result)
{
    m_ended = true;
    const std::optional<Error> cut = result ? std::nullopt : std::optional(result.error());
    // The status tells more than how the connection ended.
    if (m_answer.status != 0 && !m_answer.isSuccess())
        return fail(m_provider.explain(m_answer));
    if (m_form == Form::Events) {
        const QPointer<LlmExchange> self(this);
        if (const auto rest = m_parser.finish(); !rest.isEmpty())
            takeEvents(rest);
        if (self && !m_over)
            conclude(cut);
        return;
    }
    if (cut)
        return conclude(cut);
    const auto delta = m_decoder->whole(m_answer.body);
    if (!delta)
        return fail(m_decoder->explain(delta.error()));
    const QPointer<LlmExchange> self(this);
    Q_EMIT this->delta(*delta);
    if (self)
        conclude(std::nullopt);
}

/// The end: a whole reply, or why it is none. `cut` is how the connection failed, when it did.
void LlmExchange::conclude(const std::optional<Error> &cut)
{
    auto reply = m_decoder->finish();
    if (reply) {
        auto *stream = letGo();
        connect(stream, &HttpStream::finished, stream, &QObject::deleteLater);
        QTimer::singleShot(m_ended ? 0ms : lingerTime, stream, &QObject::deleteLater);
        Q_EMIT completed(*reply);
        return;
    }
    if (!cut)
        return fail(m_decoder->explain(reply.error()));
    llm::LlmFailure failure;
    failure.error = *cut;
    failure.retryable = cut->code == ErrorCode::Unreachable || cut->code == ErrorCode::Timeout
        || cut->code == ErrorCode::Incomplete;
    fail(failure);
}

void LlmExchange::fail(const llm::LlmFailure &failure)
{
    auto *stream = letGo();
    stream->abort();
    stream->deleteLater();
    Q_EMIT failed(failure);
}

/// From here on the request is no longer ours: this may be deleted while its body ends.
HttpStream *LlmExchange::letGo()
{
    m_over = true;
    m_stream->disconnect(this);
    m_stream->setParent(m_http);
    return m_stream;
}

} // namespace

LlmClient::LlmClient(HttpClient *http, QObject *parent)
    : QObject(parent)
    , m_http(http)
{
}

LlmStream *LlmClient::send(
    const llm::LlmProvider &provider, HttpRequest request, const Secret &key, QObject *parent)
{
    if (!key.isEmpty())
        provider.authorize(request, key);
    llm::ProviderLimiter &limiter = m_limiters[request.url.authority()];
    return new LlmExchange(provider, m_http, &limiter, std::move(request), parent);
}

void LlmClient::models(const llm::LlmProvider &provider, const llm::Endpoint &endpoint,
    const Secret &key, QObject *context, Callback<QList<llm::Model>> callback)
{
    HttpRequest request = provider.encodeModels(endpoint);
    if (!key.isEmpty())
        provider.authorize(request, key);
    m_http->send(
        std::move(request), context,
        [&provider, callback = std::move(callback)](const Result<HttpResponse> &response) {
            if (!response)
                callback(response.error());
            else if (!response->isSuccess())
                callback(provider.explain(*response).error);
            else
                callback(provider.decodeModels(*response));
        },
        listTimeouts);
}

} // namespace loopflow
