#include "core/conversation/turn.h"

#include "core/base/backoff.h"
#include "core/base/core.h"
#include "core/conversation/prompt.h"
#include "core/discord/messagetext.h"

#include <algorithm>

namespace loopflow {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

constexpr int maxRestarts = 3;
constexpr Milliseconds restartWindow = 20s;
constexpr Milliseconds typingHold = 5s; // after the asker's last typing notice
constexpr Milliseconds longestHold = 10s;
constexpr Milliseconds longestRetryAfter = 60s;
constexpr int verifyLimit = 1000;

// The official SDKs' policy, and a longer one for a server that says it is overloaded (reference: LLM §11).
constexpr int modelRetries = 2;
constexpr int overloadedRetries = 4;
constexpr Backoff modelBackoff{500ms, 8s};
constexpr Backoff overloadedBackoff{2s, 30s};
constexpr Backoff discordBackoff{500ms, 30s};
constexpr int maxOverflows = 3;
constexpr int maxRefusedParameters = 4;

bool isNetworkFailure(const Error &error)
{
    return error.code == ErrorCode::Unreachable || error.code == ErrorCode::Timeout;
}

// What people in the conversation are told; the inspector has the details, which are the owner's business.
QString publicSentence(const Error &error)
{
    switch (error.code) {
    case ErrorCode::Unauthorized:
        return u"I cannot answer: the model service refused this mate's key."_s;
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
        return u"I cannot answer: the model service does not let this mate use its model."_s;
    case ErrorCode::TooLong:
        return u"I cannot answer: this message is too long for my model. A shorter one works."_s;
    case ErrorCode::Unreachable:
    case ErrorCode::Timeout:
    case ErrorCode::RateLimited:
    case ErrorCode::Unavailable:
    case ErrorCode::Incomplete:
        return u"I cannot answer just now: the model service is not responding. Please try again in a few minutes."_s;
    case ErrorCode::Invalid:
    case ErrorCode::Cancelled:
    case ErrorCode::UnsupportedParameter:
    case ErrorCode::Storage:
    case ErrorCode::Keychain:
    case ErrorCode::Conflict:
        break;
    }
    return u"I could not answer this message. Whoever runs me can see why in Loopflow."_s;
}

} // namespace

QByteArray keyOf(const TurnAction &action)
{
    return std::visit(
        Overloaded{
            [](const StartTyping &) { return QByteArray("typing"); },
            [](const StopTyping &) { return QByteArray("stop typing"); },
            [](const FetchHistory &a) {
                return (a.purpose == HistoryPurpose::Context ? "history " : "verify ")
                    + QByteArray::number(a.attempt);
            },
            [](const SendRequest &a) { return "request " + QByteArray::number(a.attempt); },
            [](const PostPart &a) {
                return "post " + QByteArray::number(a.draft.attempt) + (a.draft.notice ? " notice " : " ")
                    + QByteArray::number(a.part) + ' ' + QByteArray::number(a.attempt);
            },
            [](const WaitUntil &) { return QByteArray(); },
            [](const Finish &) { return QByteArray("finish"); },
        },
        action);
}

TurnEvent endOf(const Finish &finish)
{
    if (finish.error)
        return TurnFailed{finish.stage, *finish.error};
    if (!finish.cancelled.isEmpty())
        return TurnCancelled{finish.cancelled};
    return TurnFinished{};
}

// ---- folding --------------------------------------------------------------------------------------------

void Turn::apply(const TurnEvent &event, TimePoint at)
{
    std::visit(
        Overloaded{
            [&](const TurnStarted &e) { start(e, at); },
            [&](const TurnRestarted &e) { restart(e); },
            [&](const HistoryFetched &e) { takeHistory(e); },
            [&](const RequestFailed &e) { failRequest(e, at); },
            [&](const ResponseCompleted &e) { completeResponse(e, at); },
            [&](const WriteFailed &e) { failWrite(e, at); },
            [&](const PartPosted &e) {
                m_posted = std::max(m_posted, e.part + 1);
                m_failures = 0;
                m_retryAt.reset();
            },
            [&](const NoticePosted &) { m_posted = 1; },
            [&](const PersonTyped &) { m_typedAt = at; },
            [&](const ConnectivityChanged &e) { changeConnectivity(e.online, at); },
            [&](const TurnCancelled &) { m_over = true; },
            [&](const TurnFailed &) { m_over = true; },
            [&](const TurnFinished &) { m_over = true; },
            [](const TypingShown &) {},
            [](const RequestSent &) {},
            [](const RateLimited &) {},
            [](const DeltaReceived &) {},
        },
        event);
}

void Turn::start(const TurnStarted &event, TimePoint at)
{
    m_setup = event;
    m_startedAt = at;
    m_traits = event.traits;
    m_budget = event.historyTokens;
    m_draft = event.draft;
    m_mustVerify = event.draftMayBePosted;
}

void Turn::restart(const TurnRestarted &event)
{
    ++m_restarts;
    ++m_fetchAttempt;
    ++m_requestAttempt;
    m_setup.asked = event.asked;
    m_history.reset();
    m_request.reset();
    m_draft.reset();
    m_error.reset();
    m_failedStage.clear();
    m_typedAt.reset();
    m_repliedAt.reset();
    m_retryAt.reset();
    m_failures = 0;
}

void Turn::takeHistory(const HistoryFetched &event)
{
    m_failures = 0;
    m_retryAt.reset();
    ++m_fetchAttempt;
    if (event.purpose == HistoryPurpose::Verify) {
        verify(event.messages);
        return;
    }
    m_history = event;
    buildRequest();
}

void Turn::buildRequest()
{
    m_setup.traits = m_traits;
    const BuiltRequest built = loopflow::buildRequest(m_setup, *m_history, m_budget);
    m_request = SendRequest{built.request, m_traits, m_requestAttempt, built.estimatedTokens, built.leftOut};
}

// Own messages from the one that refers to the question on, up to one that refers to something else, are the parts.
// A question that was deleted leaves no reference; then the first part is known by its text.
void Turn::verify(const QList<discord::Message> &messages)
{
    m_mustVerify = false;
    const QList<discord::MessageId> asked = questions();
    int found = 0;
    for (const discord::Message &message : messages) {
        if (message.author.id != m_setup.bot)
            continue;
        const bool answersThis = asked.contains(message.replyTo);
        const bool isFirst
            = answersThis || (!message.replyTo && message.content == m_draft->parts.constFirst());
        if (found == 0 && !isFirst)
            continue;
        if (found > 0 && message.replyTo)
            break;
        ++found;
    }
    m_posted = std::max(m_posted, std::min<int>(found, static_cast<int>(m_draft->parts.size())));
    if (std::exchange(m_askAgain, false) && m_posted == 0) {
        m_draft.reset();
        m_error.reset();
        m_failedStage.clear();
        ++m_requestAttempt;
        buildRequest();
    }
}

void Turn::failRequest(const RequestFailed &failure, TimePoint at)
{
    m_traits = failure.traits;
    m_requestAttempt = failure.attempt + 1;
    m_retryAt = at;
    if (failure.error.code == ErrorCode::TooLong) {
        if (++m_overflows > maxOverflows || m_budget == 0)
            return giveUp(u"model"_s, failure.error);
        shrinkHistory(failure);
    } else if (failure.error.code == ErrorCode::UnsupportedParameter) {
        if (++m_refusedParameters > maxRefusedParameters)
            return giveUp(u"model"_s, failure.error);
    } else if (!failure.retryable || failure.retryAfterMs > longestRetryAfter.count()) {
        return giveUp(u"model"_s, failure.error);
    } else if (!m_online && isNetworkFailure(failure.error)) {
        m_waitsForNetwork = true;
    } else {
        if (m_failures >= (failure.overloaded ? overloadedRetries : modelRetries))
            return giveUp(u"model"_s, failure.error);
        const Backoff &backoff = failure.overloaded ? overloadedBackoff : modelBackoff;
        const Milliseconds wait = failure.retryAfterMs >= 0 ? Milliseconds(failure.retryAfterMs)
                                                            : backoff.wait(m_failures, jitter());
        ++m_failures;
        m_retryAt = at + wait;
    }
    buildRequest();
}

// A limit that the server named is kept to by buildRequest(); one that it did not, or named before, is guessed at.
void Turn::shrinkHistory(const RequestFailed &failure)
{
    const bool newLimit = failure.contextLimit > 0 && m_overflows == 1;
    if (m_overflows == maxOverflows)
        m_budget = 0;
    else if (!newLimit)
        m_budget /= 2; // big steps: a prompt cache survives until the next one
}

void Turn::completeResponse(const ResponseCompleted &event, TimePoint at)
{
    m_retryAt.reset();
    if (event.reply.stop == llm::StopReason::Refusal) {
        const QString &why = event.reply.refusal;
        return giveUp(u"model"_s,
            {ErrorCode::Invalid,
                why.isEmpty() ? Core::tr("The model declined to answer. It gave no reason.")
                              : Core::tr("The model declined to answer. %1").arg(why)});
    }
    const QStringList parts = discord::splitForPosting(
        cleanReply(event.reply.text, m_setup.variables.value(u"mate"_s)));
    if (!parts.isEmpty()) {
        m_failures = 0;
        m_repliedAt = at;
        m_draft = Draft{parts, m_setup.attempt, false};
        return;
    }
    if (event.reply.stop == llm::StopReason::Length)
        return giveUp(u"model"_s,
            {ErrorCode::Invalid,
                Core::tr("The model used up its token limit before it wrote anything. Raise the mate's token limit "
                         "or lower its reasoning effort.")});
    RequestFailed empty;
    empty.attempt = m_requestAttempt;
    empty.error = {ErrorCode::Incomplete, Core::tr("The model answered with nothing.")};
    empty.retryable = true;
    empty.traits = m_traits;
    failRequest(empty, at);
}

void Turn::failWrite(const WriteFailed &failure, TimePoint at)
{
    ++m_fetchAttempt;
    ++m_postAttempt;
    const QString stage = failure.stage == WriteStage::History ? u"history"_s : u"reply"_s;
    if (!failure.retryable)
        return failSilently(stage, failure.error, true);
    if (failure.stage == WriteStage::Post && failure.outcomeUnknown)
        m_mustVerify = true;
    const bool network = isNetworkFailure(failure.error);
    if (network && m_draft && m_draft->notice && m_error && isNetworkFailure(*m_error))
        m_askAgain = m_history.has_value();
    m_waitsForNetwork = network && !m_online;
    m_retryAt = at + discordBackoff.wait(m_failures++, jitter());
    if (!m_waitsForNetwork && at - m_startedAt > Milliseconds(m_setup.answerWithinMs))
        failSilently(stage, failure.error, failure.stage == WriteStage::History);
}

void Turn::changeConnectivity(bool online, TimePoint at)
{
    m_online = online;
    if (!online || !std::exchange(m_waitsForNetwork, false))
        return;
    m_failures = 0;
    m_retryAt = at;
    if (isTooOld(at) && !m_draft)
        m_cancelled = Core::tr("It was written too long ago: this computer was offline.");
}

void Turn::giveUp(const QString &stage, const Error &error)
{
    m_failedStage = stage;
    m_error = error;
    m_failures = 0;
    m_retryAt.reset();
    m_draft = Draft{{discord::serviceLine(publicSentence(error))}, m_setup.draft ? m_setup.draft->attempt + 1 : m_setup.attempt, true};
    m_posted = 0;
}

void Turn::failSilently(const QString &stage, const Error &error, bool settle)
{
    // A failure that was to be told remains the cause.
    if (!m_error) {
        m_failedStage = stage;
        m_error = error;
    }
    m_silent = true;
    m_settle = settle;
}

// ---- what should be going on ----------------------------------------------------------------------------

QList<TurnAction> Turn::next(TimePoint now) const
{
    if (m_over)
        return {};
    if (m_silent || !m_cancelled.isEmpty())
        return {finish()};
    if (m_waitsForNetwork && !m_online)
        return {StopTyping{}};
    return m_draft ? nextForPosting(now) : nextForReply(now);
}

QList<TurnAction> Turn::nextForReply(TimePoint now) const
{
    QList<TurnAction> actions{StartTyping{}};
    const TimePoint merged = m_startedAt + Milliseconds(m_setup.mergeWaitMs);
    if (now < merged)
        actions.append(WaitUntil{merged, Core::tr("more messages")});
    else if (m_retryAt && now < *m_retryAt)
        actions.append(WaitUntil{*m_retryAt, Core::tr("the next try")});
    else if (m_request)
        actions.append(*m_request);
    else
        actions.append(FetchHistory{HistoryPurpose::Context,
            discord::MessageId{m_setup.asked.constLast().id.value + 1}, {}, m_setup.historyMessages, m_fetchAttempt});
    return actions;
}

QList<TurnAction> Turn::nextForPosting(TimePoint now) const
{
    if (m_posted >= m_draft->parts.size())
        return {finish()};
    if (m_posted == 0 && m_repliedAt && m_typedAt) {
        const TimePoint until = std::min(*m_typedAt + typingHold, *m_repliedAt + longestHold);
        if (now < until)
            return {StartTyping{}, WaitUntil{until, Core::tr("the person, who is typing")}};
    }
    if (m_retryAt && now < *m_retryAt)
        return {WaitUntil{*m_retryAt, Core::tr("the next try")}};
    const discord::MessageId question = m_setup.asked.constLast().id;
    if (m_mustVerify)
        return {FetchHistory{
            HistoryPurpose::Verify, {}, m_setup.postsAfter.value_or(question), verifyLimit, m_fetchAttempt}};
    QList<TurnAction> actions;
    if (m_posted == m_draft->parts.size() - 1)
        actions.append(StopTyping{}); // a notice sent after the last part would show for 10 s
    const QString nonce = u"%1.%2.%3"_s.arg(question.toString()).arg(m_draft->attempt).arg(m_posted);
    actions.append(PostPart{*m_draft, m_posted, nonce, m_posted == 0 ? question : discord::MessageId{},
        questions(), m_postAttempt});
    return actions;
}

Finish Turn::finish() const { return {m_failedStage, m_error, m_cancelled, m_settle, questions()}; }

bool Turn::mayRestart(TimePoint now) const
{
    return !m_over && !m_setup.draft && m_posted == 0 && m_restarts < maxRestarts
        && now - m_startedAt < restartWindow;
}

TurnStarted Turn::setupNow() const
{
    TurnStarted setup = m_setup;
    setup.traits = m_traits;
    setup.historyTokens = m_budget;
    return setup;
}

QList<discord::MessageId> Turn::questions() const
{
    QList<discord::MessageId> ids;
    for (const discord::Message &message : m_setup.asked)
        ids.append(message.id);
    return ids;
}

bool Turn::isTooOld(TimePoint now) const
{
    // Who asks for another try knows how old the question is.
    const Milliseconds since
        = m_setup.attempt > 1 ? m_startedAt.wall : m_setup.asked.constLast().written();
    return now.wall - since > Milliseconds(m_setup.answerWithinMs);
}

// From the question's id, so that folding a record gives the same times as living it.
double Turn::jitter() const
{
    return static_cast<double>(m_setup.asked.constLast().id.value % 997) / 997.0;
}

} // namespace loopflow
