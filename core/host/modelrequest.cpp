#include "core/host/modelrequest.h"

#include "core/base/log.h"
#include "core/host/credentials.h"
#include "core/llm/modelcatalog.h"
#include "core/store/matestore.h"

namespace loopflow {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
constexpr auto deltaInterval = 100ms;
} // namespace

ModelRequest::ModelRequest(ModelServices services, Mate mate)
    : m_services(services)
    , m_mate(std::move(mate))
    , m_asking(std::make_unique<QObject>())
{
    m_deltaTimer.setInterval(deltaInterval);
    m_deltaTimer.setSingleShot(true);
    connect(&m_deltaTimer, &QTimer::timeout, this, &ModelRequest::flushDelta);
}

void ModelRequest::cancel()
{
    m_asking = std::make_unique<QObject>();
    m_stream.reset();
    m_deltaTimer.stop();
    m_delta = {};
}

void ModelRequest::send(const SendRequest &action, const TurnEffects::Sink &sink)
{
    const auto fail = [action, sink](const Error &error) {
        RequestFailed failure;
        failure.attempt = action.attempt;
        failure.error = error;
        failure.traits = action.traits;
        sink(failure);
    };
    const Result<llm::Endpoint> endpoint = m_services.credentials->endpoint(m_mate);
    if (!endpoint)
        return fail(endpoint.error());
    const llm::LlmProvider &dialect = llm::dialect(m_mate.provider);
    HttpRequest request = dialect.encode(action.request, *endpoint, action.traits);
    sink(RequestSent{action.attempt, request.url.toString(), request.body, action.estimatedTokens, action.leftOut});
    m_services.credentials->keyFor(*endpoint, m_asking.get(),
        [this, action, sink, fail, endpoint = *endpoint, request = std::move(request)](const Result<Secret> &key) {
            if (!key)
                return fail(key.error());
            stream(action, endpoint, request, *key, sink);
        });
}

void ModelRequest::stream(const SendRequest &action, const llm::Endpoint &endpoint, HttpRequest request,
    const Secret &key, const TurnEffects::Sink &sink)
{
    const QString baseUrl = endpoint.baseUrl.toString();
    m_deltaSink = sink;
    m_delta = {};
    m_stream.reset(m_services.llm->send(llm::dialect(m_mate.provider), std::move(request), key, nullptr));
    connect(m_stream.get(), &LlmStream::delta, this, [this](const llm::ChatDelta &delta) {
        m_delta.text += delta.text;
        m_delta.thinking = m_delta.thinking || delta.thinking;
        if (!m_deltaTimer.isActive()) {
            flushDelta();
            m_deltaTimer.start();
        }
    });
    connect(m_stream.get(), &LlmStream::held, this,
        [sink](Milliseconds wait) { sink(RateLimited{u"model"_s, wait.count()}); });
    const auto end = [this] {
        m_deltaTimer.stop();
        flushDelta();
        m_stream.release()->deleteLater(); // we are in its signal
    };
    connect(m_stream.get(), &LlmStream::completed, this,
        [this, end, action, sink, baseUrl](const llm::ChatReply &reply) {
            end();
            const llm::ModelTraits traits
                = llm::calibrated(action.traits, action.estimatedTokens, reply.usage.input);
            if (qAbs(traits.tokenRatio - action.traits.tokenRatio) > 0.02 * action.traits.tokenRatio)
                learn(baseUrl, traits);
            sink(ResponseCompleted{reply,
                llm::ModelCatalog::builtIn().priceOf(m_mate.provider, m_mate.model, reply.usage.input)});
        });
    connect(m_stream.get(), &LlmStream::failed, this,
        [this, end, action, sink, baseUrl](const llm::LlmFailure &failure) {
            end();
            sink(failureOf(action, failure, baseUrl));
        });
}

void ModelRequest::flushDelta()
{
    if (m_delta.text.isEmpty() && !m_delta.thinking)
        return;
    m_deltaSink(std::exchange(m_delta, {}));
}

RequestFailed ModelRequest::failureOf(
    const SendRequest &action, const llm::LlmFailure &failure, const QString &baseUrl)
{
    if (failure.error.code == ErrorCode::Unauthorized)
        m_services.credentials->forgetKey(m_mate.provider);
    RequestFailed event;
    event.attempt = action.attempt;
    event.error = failure.error;
    event.retryable = failure.retryable;
    event.overloaded = failure.overloaded;
    event.retryAfterMs = failure.retryAfter ? failure.retryAfter->count() : -1;
    event.contextLimit = failure.contextLimit;
    event.requestId = failure.requestId;
    event.traits = action.traits;
    if (failure.error.code == ErrorCode::UnsupportedParameter)
        event.traits.refused.insert(failure.refusedParameter, failure.renamedParameter);
    if (failure.contextLimit > 0) {
        event.traits.contextLimit = failure.contextLimit;
        event.traits = llm::calibrated(event.traits, action.estimatedTokens, failure.requestTokens);
    }
    if (event.traits != action.traits)
        learn(baseUrl, event.traits);
    return event;
}

void ModelRequest::learn(const QString &baseUrl, const llm::ModelTraits &traits)
{
    if (!m_services.mates)
        return;
    if (const auto saved = m_services.mates->saveTraits(baseUrl, m_mate.model, traits); !saved)
        qCWarning(logHost) << saved.error().message;
}

} // namespace loopflow
