#include "core/host/liveeffects.h"

#include "core/base/log.h"
#include "core/store/journal.h"

#include <algorithm>

namespace loopflow {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {
constexpr auto typingInterval = 8s; // Discord shows it for 10 s
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
    , m_mate(mate.id)
    , m_channel(channel)
    , m_model({services.llm, services.credentials, services.mates}, std::move(mate))
    , m_reading(std::make_unique<QObject>())
{
    m_typing.setInterval(typingInterval);
    connect(&m_typing, &QTimer::timeout, this, &LiveEffects::sendTyping);
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
            [&](const SendRequest &a) { m_model.send(a, sink); },
            [&](const PostPart &a) { post(a, sink); },
            [](const WaitUntil &) { Q_UNREACHABLE(); },
            [&](const Finish &a) { finish(a, sink); },
        },
        action);
}

void LiveEffects::cancel()
{
    m_reading = std::make_unique<QObject>();
    m_model.cancel();
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
        if (const Result<void> kept = m_services.journal->draft(m_mate, action.questions, action.draft); !kept)
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
            = m_services.journal->posted(m_mate, action.questions.constLast(), action.part, message->id);
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
        if (const Result<void> kept = m_services.journal->settle(m_mate, action.questions); !kept)
            qCWarning(logHost) << kept.error().message;
    }
    sink(endOf(action));
}

} // namespace loopflow
