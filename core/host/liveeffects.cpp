#include "core/host/liveeffects.h"

#include "core/base/core.h"
#include "core/base/log.h"
#include "core/host/credentials.h"
#include "core/store/journal.h"
#include "core/store/matestore.h"

#include <algorithm>

namespace loopflow {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
constexpr auto typingInterval = 8s; // Discord shows it for 10 s
constexpr auto deltaInterval = 100ms;
constexpr int pageSize = 100;
} // namespace

struct LiveEffects::Pages {
    FetchHistory action;
    Sink sink;
    QList<discord::Message> messages; ///< oldest first
    bool more = true;
};

LiveEffects::LiveEffects(LiveServices services, Mate mate, discord::ChannelId channel)
    : m_services(services)
    , m_mate(std::move(mate))
    , m_channel(channel)
    , m_reading(std::make_unique<QObject>())
{
    m_typing.setInterval(typingInterval);
    connect(&m_typing, &QTimer::timeout, this, &LiveEffects::sendTyping);
    m_deltaTimer.setInterval(deltaInterval);
    m_deltaTimer.setSingleShot(true);
    connect(&m_deltaTimer, &QTimer::timeout, this, &LiveEffects::flushDelta);
}

LiveEffects::~LiveEffects() { stopTyping(); }

void LiveEffects::perform(const TurnAction &action, Sink sink)
{
    std::visit(
        Overloaded{
            [&](const StartTyping &) { startTyping(sink); },
            [&](const StopTyping &) { stopTyping(); },
            [&](const FetchHistory &a) {
                fetchPage({a, sink, {}, true});
            },
            [&](const SendRequest &a) { sendRequest(a, sink); },
            [&](const PostPart &a) { post(a, sink); },
            [](const WaitUntil &) { Q_UNREACHABLE(); },
            [&](const Finish &a) { finish(a, sink); },
        },
        action);
}

void LiveEffects::cancel()
{
    m_reading = std::make_unique<QObject>();
    m_stream.reset();
    m_deltaTimer.stop();
    m_delta = {};
}

// ---- typing ---------------------------------------------------------------------------------------------

void LiveEffects::startTyping(const Sink &sink)
{
    if (m_typing.isActive())
        return;
    sendTyping();
    m_typing.start();
    sink(TypingShown{});
}

void LiveEffects::stopTyping()
{
    m_typing.stop();
    m_services.rest->cancel(m_typingCall);
}

void LiveEffects::sendTyping()
{
    m_typingCall = m_services.rest->send(
        discord::rest::typing(m_channel), this, [](const RestAnswer &) { /* only a comfort */ });
}

// ---- Discord --------------------------------------------------------------------------------------------

void LiveEffects::send(discord::RestRequest request, QObject *context, const QString &what, const Sink &sink,
    std::function<void(RestAnswer)> answer)
{
    const RestCallId call = m_services.rest->send(std::move(request), context, std::move(answer));
    connect(m_services.rest, &RestClient::held, context, [call, what, sink](quint64 held, Milliseconds wait) {
        if (held == call)
            sink(RateLimited{what, wait.count()});
    });
}

void LiveEffects::fetchPage(Pages pages)
{
    const FetchHistory &action = pages.action;
    const bool verify = action.purpose == HistoryPurpose::Verify;
    const int limit = std::clamp<int>(action.limit - static_cast<int>(pages.messages.size()), 1, pageSize);
    discord::RestRequest request = verify
        ? discord::rest::messagesAfter(
            m_channel, pages.messages.isEmpty() ? action.after : pages.messages.constLast().id, limit)
        : discord::rest::messagesBefore(
            m_channel, pages.messages.isEmpty() ? action.before : pages.messages.constFirst().id, limit);
    const auto failed = [verify, sink = pages.sink](const Error &error, bool retryable) {
        sink(WriteFailed{verify ? WriteStage::Verify : WriteStage::History, error, retryable, false});
    };
    send(std::move(request), m_reading.get(), u"history"_s, pages.sink,
        [this, pages, verify, limit, failed](const RestAnswer &answer) mutable {
            if (answer.failure)
                return failed(answer.failure->error, answer.failure->retryable);
            Result<QList<discord::Message>> page = discord::parseMessages(answer.response.body);
            if (!page)
                return failed(page.error(), true);
            std::reverse(page->begin(), page->end());
            pages.more = page->size() >= limit;
            pages.messages = verify ? pages.messages + *page : *page + pages.messages;
            if (pages.more && pages.messages.size() < pages.action.limit)
                return fetchPage(std::move(pages));
            pages.sink(HistoryFetched{pages.action.purpose, pages.messages, pages.more});
        });
}

void LiveEffects::post(const PostPart &action, const Sink &sink)
{
    const auto failed = [sink](const Error &error, bool retryable, bool unknown) {
        sink(WriteFailed{WriteStage::Post, error, retryable, unknown});
    };
    if (action.part == 0) {
        if (const Result<void> kept = m_services.journal->draft(m_mate.id, action.questions, action.draft); !kept)
            return failed(kept.error(), true, false);
    }
    discord::RestRequest request = discord::rest::createMessage(
        m_channel, {action.draft.parts[action.part], action.replyTo, action.nonce});
    send(std::move(request), this, u"reply"_s, sink, [this, action, sink, failed](const RestAnswer &answer) {
        if (answer.failure)
            return failed(answer.failure->error, answer.failure->retryable, answer.failure->outcomeUnknown);
        const Result<discord::Message> message = discord::parseMessage(answer.response.body);
        if (!message)
            return failed(message.error(), true, true);
        const Result<void> kept
            = m_services.journal->posted(m_mate.id, action.questions.constLast(), action.part, message->id);
        if (!kept) // after a crash the channel itself is read, so this costs nothing but that look
            qCWarning(logHost) << kept.error().message;
        if (action.draft.notice)
            sink(NoticePosted{message->id, action.draft.parts.constFirst()});
        else
            sink(PartPosted{action.part, message->id, false});
    });
}

void LiveEffects::finish(const Finish &action, const Sink &sink)
{
    stopTyping();
    if (action.settle) {
        if (const Result<void> kept = m_services.journal->settle(m_mate.id, action.questions); !kept)
            qCWarning(logHost) << kept.error().message;
    }
    if (action.error)
        sink(TurnFailed{action.stage, *action.error});
    else if (!action.cancelled.isEmpty())
        sink(TurnCancelled{action.cancelled});
    else
        sink(TurnFinished{});
}

// ---- the model ------------------------------------------------------------------------------------------

void LiveEffects::sendRequest(const SendRequest &action, const Sink &sink)
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
    m_services.credentials->key(m_mate.provider, m_reading.get(),
        [this, action, sink, fail, endpoint = *endpoint, request = std::move(request)](Result<Secret> key) {
            const bool missing = !key || key->isEmpty();
            if (missing && llm::needsKey(endpoint)) {
                const llm::KnownProvider *known = llm::findProvider(m_mate.provider);
                const QString variable
                    = known && !known->keyVariables.isEmpty() ? known->keyVariables.constFirst() : QString();
                return fail(!key ? key.error()
                                 : Error{ErrorCode::Unauthorized,
                                     Core::tr("There is no key for %1. Set %2 or save the key in Loopflow.").arg(
                                         known ? known->name : m_mate.provider, variable)});
            }
            streamRequest(action, endpoint, request, missing ? Secret() : *std::move(key), sink);
        });
}

void LiveEffects::streamRequest(const SendRequest &action, const llm::Endpoint &endpoint, HttpRequest request,
    const Secret &key, const Sink &sink)
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
            if (qAbs(traits.tokenRatio - action.traits.tokenRatio) > 0.02 * action.traits.tokenRatio) {
                if (const auto saved = m_services.mates->saveTraits(baseUrl, m_mate.model, traits); !saved)
                    qCWarning(logHost) << saved.error().message;
            }
            sink(ResponseCompleted{reply,
                llm::ModelCatalog::builtIn().priceOf(m_mate.provider, m_mate.model, reply.usage.input)});
        });
    connect(m_stream.get(), &LlmStream::failed, this,
        [this, end, action, sink, baseUrl](const llm::LlmFailure &failure) {
            end();
            sink(failureOf(action, failure, baseUrl));
        });
}

void LiveEffects::flushDelta()
{
    if (m_delta.text.isEmpty() && !m_delta.thinking)
        return;
    m_deltaSink(std::exchange(m_delta, {}));
}

RequestFailed LiveEffects::failureOf(
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
    if (event.traits != action.traits) {
        if (const auto saved = m_services.mates->saveTraits(baseUrl, m_mate.model, event.traits); !saved)
            qCWarning(logHost) << saved.error().message;
    }
    return event;
}

} // namespace loopflow
