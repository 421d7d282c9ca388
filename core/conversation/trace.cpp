#include "core/conversation/trace.h"

#include "core/base/core.h"

#include <QLocale>

#include <algorithm>
#include <array>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// A century: what lies farther from a turn's beginning, or before it, comes of a damaged record.
constexpr qint64 mostMs = 100LL * 365 * 24 * 60 * 60 * 1000;

qint64 sound(qint64 ms) { return std::clamp<qint64>(ms, 0, mostMs); }

QString counted(qint64 number) { return QLocale().toString(number); }

QString limitedBy(const QString &what)
{
    if (what == u"model")
        return Core::tr("The provider's rate limit held the request back.");
    return what == u"history" ? Core::tr("Discord's rate limit held the history back.")
                              : Core::tr("Discord's rate limit held the reply back.");
}

QString restartedFor(RestartReason reason)
{
    switch (reason) {
    case RestartReason::NewerMessage: return Core::tr("The same person wrote again: the turn began anew.");
    case RestartReason::Edited: return Core::tr("The message was edited: the turn began anew.");
    case RestartReason::Deleted: return Core::tr("A message was deleted: the turn began anew.");
    }
    Q_UNREACHABLE();
}

/// The steps of a turn that goes well, in order.
constexpr std::array planned{TraceStep::History, TraceStep::Request, TraceStep::FirstToken, TraceStep::Streaming,
    TraceStep::Posted};

/// How far along the plan a step is.
qsizetype planOf(TraceStep::Kind kind)
{
    if (kind == TraceStep::Thinking)
        kind = TraceStep::FirstToken;
    return std::find(planned.begin(), planned.end(), kind) - planned.begin();
}

} // namespace

qint64 elapsedMs(TimePoint from, TimePoint to)
{
    qint64 ms = 0;
    if (qSubOverflow(qint64(to.steady.count()), qint64(from.steady.count()), &ms))
        ms = to > from ? mostMs : 0;
    return sound(ms);
}

QString nameOf(TraceStep::Kind kind)
{
    switch (kind) {
    case TraceStep::Received: return Core::tr("received");
    case TraceStep::MergeWait: return Core::tr("wait");
    case TraceStep::History: return Core::tr("history");
    case TraceStep::Request: return Core::tr("request");
    case TraceStep::FirstToken: return Core::tr("first token");
    case TraceStep::Thinking: return Core::tr("thinking");
    case TraceStep::Streaming: return Core::tr("last token");
    case TraceStep::Retry: return Core::tr("retry");
    case TraceStep::RateLimit: return Core::tr("rate limit");
    case TraceStep::Offline: return Core::tr("offline");
    case TraceStep::Restart: return Core::tr("restart");
    case TraceStep::Verify: return Core::tr("verify");
    case TraceStep::Posted: return Core::tr("posted");
    }
    Q_UNREACHABLE();
}

// ---- folding --------------------------------------------------------------------------------------------

void Trace::apply(const LogRecord &record)
{
    const auto *event = std::get_if<TurnEvent>(&record.event);
    if (!event || (!m_begun && !std::holds_alternative<TurnStarted>(*event)))
        return;
    if (!m_begun) {
        m_begun = true;
        m_startedAt = record.at;
    }
    // A clock that a damaged record sets back does not turn bars around.
    m_lastMs = std::max<qint64>(m_lastMs, elapsedMs(m_startedAt, record.at));
    m_textless = m_textless || record.textless;
    fold(*event, m_lastMs);
}

void Trace::fold(const TurnEvent &event, qint64 ms)
{
    std::visit(Overloaded{
                   [&](const TurnStarted &e) { start(e); },
                   [](const TypingShown &) {},
                   [&](const HistoryFetched &e) { takeHistory(e, ms); },
                   [&](const RequestSent &e) { send(e, ms); },
                   [&](const RequestFailed &e) { failRequest(e, ms); },
                   [&](const RateLimited &e) { limit(e, ms); },
                   [&](const DeltaReceived &e) { takeDelta(e, ms); },
                   [&](const ResponseCompleted &e) {
                       m_response = e;
                       m_text = e.reply.text;
                       close(ms);
                       open(TraceStep::Posted, ms);
                   },
                   [&](const PartPosted &e) { takePost(ms, false, e.withheld); },
                   [&](const WriteFailed &e) { failWrite(e, ms); },
                   [&](const NoticePosted &) { takePost(ms, true, false); },
                   [&](const TurnRestarted &e) { restart(e, ms); },
                   [&](const PersonTyped &) {
                       if (m_current && m_current->kind == TraceStep::Posted)
                           m_current->detail = Core::tr("Held back while the person was typing.");
                   },
                   [&](const ConnectivityChanged &e) { changeConnectivity(e.online, ms); },
                   [&](const TurnCancelled &e) {
                       m_cancelled = true;
                       end(ms, false, e.reason);
                   },
                   [&](const TurnFailed &e) { end(ms, true, e.error.message); },
                   [&](const TurnFinished &) { end(ms, false, {}); },
               },
        event);
}

void Trace::open(TraceStep::Kind kind, qint64 ms) { m_current = TraceStep{kind, ms, -1, false, {}}; }

void Trace::close(qint64 ms, bool failed, const QString &detail)
{
    if (!m_current)
        return;
    TraceStep step = *std::exchange(m_current, std::nullopt);
    step.endMs = std::max(step.beginMs, ms);
    step.failed = failed;
    if (!detail.isEmpty())
        step.detail = detail;
    const bool plain = step.kind == TraceStep::Retry || step.kind == TraceStep::RateLimit
        || step.kind == TraceStep::Offline || step.kind == TraceStep::MergeWait;
    if (step.endMs > step.beginMs || failed || !plain)
        m_steps.append(step);
}

void Trace::countTry()
{
    if (std::exchange(m_trying, false))
        ++m_retries;
}

void Trace::start(const TurnStarted &event)
{
    m_setup = event;
    m_steps.append({TraceStep::Received, 0, 0, false, {}});
    if (event.draft) {
        m_text = event.draft->parts.join(u'\n');
        open(event.draftMayBePosted ? TraceStep::Verify : TraceStep::Posted, 0);
        return;
    }
    const qint64 wait = sound(event.mergeWaitMs);
    if (wait > 0)
        m_steps.append({TraceStep::MergeWait, 0, wait, false,
            Core::tr("The mate waits so long for more messages before it answers.")});
    open(TraceStep::History, wait);
}

void Trace::takeHistory(const HistoryFetched &event, qint64 ms)
{
    countTry();
    if (event.purpose == HistoryPurpose::Verify) {
        if (m_current)
            m_current->kind = TraceStep::Verify;
        close(ms, false, Core::tr("Looked in the channel which parts of the reply are there."));
        return open(TraceStep::Posted, ms);
    }
    close(ms, false, Core::tr("Messages that Discord gave: %1.").arg(counted(event.messages.size())));
    m_history = event;
    open(TraceStep::Request, ms);
}

void Trace::send(const RequestSent &event, qint64 ms)
{
    if (m_current && m_current->kind == TraceStep::Posted) { // nothing that could be posted was answered
        m_current->kind = TraceStep::Retry;
        m_current->detail = Core::tr("The model answered with nothing.");
        m_trying = true;
    }
    countTry();
    close(ms);
    m_requests.append({event, ms, m_setup, m_history});
    m_response.reset();
    m_text.clear();
    m_thought = false;
    open(TraceStep::FirstToken, ms);
    m_current->detail = Core::tr("Sent about %1 tokens to %2.").arg(counted(event.estimatedTokens), m_setup.model);
}

void Trace::failRequest(const RequestFailed &event, qint64 ms)
{
    m_setup.traits = event.traits;
    m_text.clear();
    close(ms, true, event.error.message);
    m_trying = true;
    open(TraceStep::Retry, ms);
    m_current->detail = event.error.message;
}

void Trace::limit(const RateLimited &event, qint64 ms)
{
    const TraceStep::Kind held = m_current ? m_current->kind : TraceStep::History;
    const QString detail = m_current ? m_current->detail : QString();
    if (m_current && m_current->beginMs >= ms)
        m_current.reset();
    close(ms);
    const qint64 until = ms + sound(event.waitMs);
    m_steps.append({TraceStep::RateLimit, ms, until, false, limitedBy(event.what)});
    open(held, until);
    m_current->detail = detail;
}

void Trace::takeDelta(const DeltaReceived &event, qint64 ms)
{
    m_text += event.text;
    m_thought = m_thought || event.thinking;
    const TraceStep::Kind kind = event.text.isEmpty() && event.length == 0 ? TraceStep::Thinking : TraceStep::Streaming;
    if (m_current && (m_current->kind == kind || m_current->kind == TraceStep::Streaming))
        return;
    close(ms);
    open(kind, ms);
}

void Trace::failWrite(const WriteFailed &event, qint64 ms)
{
    close(ms, true, event.error.message);
    m_trying = true;
    open(TraceStep::Retry, ms);
    m_current->detail = event.error.message;
}

void Trace::takePost(qint64 ms, bool notice, bool withheld)
{
    const bool retried = m_current && m_current->kind == TraceStep::Retry;
    if (retried && (m_steps.isEmpty() || m_steps.constLast().kind != TraceStep::Posted)) {
        m_current->kind = TraceStep::Posted; // no try followed the failure, but the notice of it
        m_trying = false;
    }
    countTry();
    ++m_parts;
    const QString detail = withheld ? Core::tr("A replay: nothing was posted.")
        : notice                    ? Core::tr("A line of Loopflow's own was posted, for the model gave no answer.")
        : m_parts > 1               ? Core::tr("Messages that were posted: %1.").arg(counted(m_parts))
                                    : QString();
    TraceStep *last = m_steps.isEmpty() ? nullptr : &m_steps.last();
    if (m_parts > 1 && !retried && last && last->kind == TraceStep::Posted && !last->failed) {
        last->endMs = ms;
        last->detail = detail;
    } else {
        close(ms, false, detail);
    }
    open(TraceStep::Posted, ms);
}

void Trace::restart(const TurnRestarted &event, qint64 ms)
{
    m_setup.asked = event.asked;
    m_text.clear();
    m_response.reset();
    m_trying = false;
    close(ms);
    m_steps.append({TraceStep::Restart, ms, ms, false, restartedFor(event.reason)});
    open(TraceStep::History, ms);
}

void Trace::changeConnectivity(bool online, qint64 ms)
{
    if (!m_current || online == (m_current->kind != TraceStep::Offline))
        return;
    if (!online)
        m_interrupted = m_current->kind;
    const QString sentence = Core::tr("The mate had no connection to Discord.");
    close(ms, false, online ? sentence : QString());
    open(online ? m_interrupted : TraceStep::Offline, ms);
}

void Trace::end(qint64 ms, bool failed, const QString &detail)
{
    m_over = true;
    m_failure = detail;
    // After the last part nothing is under way but the end itself.
    const bool posted = m_current && m_current->kind == TraceStep::Posted && m_parts > 0;
    if (!posted && m_current && (failed || m_current->beginMs < ms))
        close(ms, failed, detail);
    m_current.reset();
}

// ---- what it gives --------------------------------------------------------------------------------------

qint64 Trace::lengthMs(TimePoint now) const
{
    qint64 length = m_over ? m_lastMs : std::max<qint64>(m_lastMs, elapsedMs(m_startedAt, now));
    for (const TraceStep &step : m_steps)
        length = std::max(length, step.endMs);
    return length;
}

QList<TraceStep> Trace::steps() const
{
    QList<TraceStep> steps = m_steps;
    if (m_over || !m_current)
        return steps;
    const bool posted = m_current->kind == TraceStep::Posted && m_parts > 0;
    if (!posted)
        steps.append(*m_current);
    const bool offline = m_current->kind == TraceStep::Offline;
    const auto next = static_cast<size_t>(planOf(offline ? m_interrupted : m_current->kind) + 1);
    for (size_t i = next; i < planned.size(); ++i)
        steps.append({planned[i], -1, -1, false, {}});
    return steps;
}

qsizetype Trace::slowest(const QList<TraceStep> &steps)
{
    qsizetype found = -1;
    for (qsizetype i = 0; i < steps.size(); ++i) {
        if (steps[i].lastedMs() > (found < 0 ? 0 : steps[found].lastedMs()))
            found = i;
    }
    return found;
}

TraceTotals Trace::totals() const
{
    TraceTotals totals;
    totals.retries = m_retries;
    if (m_response) {
        totals.usage = m_response->reply.usage;
        totals.cost = llm::costOf(totals.usage, m_response->price);
    }
    if (!m_requests.isEmpty() && !m_textless)
        totals.promptTokens = promptTokens(m_setup);
    return totals;
}

QString Trace::because() const
{
    QStringList sentences;
    if (m_setup.draft)
        sentences << Core::tr("The reply was written before Loopflow was closed; it was posted without asking the model again.");
    else if (isReplay())
        sentences << Core::tr("A replay of a turn of the record; nothing is posted.");
    else if (m_setup.attempt > 1)
        sentences << Core::tr("Answered because somebody asked for another try.");
    else if (!m_failure.isEmpty())
        sentences << Core::tr("It is a direct message from a person, which is always answered.");
    else
        sentences << (m_over ? Core::tr("Answered because it is a direct message from a person.")
                             : Core::tr("Answers because it is a direct message from a person."));
    if (!m_failure.isEmpty())
        sentences << (m_cancelled ? Core::tr("Nothing was answered: %1").arg(m_failure)
                                  : Core::tr("It failed: %1").arg(m_failure));
    if (!m_requests.isEmpty() && !m_textless)
        sentences << budgetSentence(m_requests.constLast());
    sentences.removeAll(QString());
    return sentences.join(u' ');
}

} // namespace loopflow
