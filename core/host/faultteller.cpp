#include "core/host/faultteller.h"

#include "core/base/core.h"
#include "core/conversation/log.h"
#include "core/store/matestore.h"

namespace loopflow {

namespace {

QString inWords(Milliseconds time)
{
    if (time.count() < 1000)
        return Core::tr("%1 ms").arg(time.count());
    return Core::tr("%1 s").arg(static_cast<double>(time.count()) / 1000, 0, 'f', 1);
}

} // namespace

FaultTeller::FaultTeller(Practice *practice, MateStore *mates, ConversationLog *log, QObject *parent)
    : QObject(parent)
    , m_practice(practice)
    , m_mates(mates)
    , m_log(log)
{
    connect(practice, &Practice::faultChanged, this, &FaultTeller::begin);
    connect(log, &ConversationLog::appended, this, &FaultTeller::take);
}

void FaultTeller::begin(PracticeFault fault, discord::UserId bot)
{
    m_trial.reset();
    if (fault == PracticeFault::None)
        return;
    for (const Mate &mate : m_mates->mates()) {
        if (mate.practice && mate.bot == bot)
            m_trial = Trial{.fault = fault, .bot = bot, .where = {mate.id, m_practice->dm(bot)}, .began = readClock()};
    }
}

void FaultTeller::take(const LogRecord &record)
{
    if (!m_trial || record.replay || record.conversation.mate != m_trial->where.mate)
        return;
    if (const auto *mateEvent = std::get_if<MateEvent>(&record.event)) {
        if (const auto *connection = std::get_if<ConnectionChanged>(mateEvent))
            takeConnection(connection->state, record.at);
        return;
    }
    const auto *event = std::get_if<TurnEvent>(&record.event);
    if (!event || record.conversation != m_trial->where)
        return;
    if (std::holds_alternative<TurnStarted>(*event) && m_trial->turn == TurnId{})
        m_trial->turn = record.turn;
    if (m_trial->turn == record.turn)
        takeTurn(*event, record.at);
}

void FaultTeller::takeConnection(discord::GatewayState state, TimePoint at)
{
    Trial &trial = *m_trial;
    const bool hitsConnection
        = trial.fault == PracticeFault::DropConnection || trial.fault == PracticeFault::InvalidateSession;
    if (!hitsConnection)
        return;
    using enum discord::GatewayState;
    if (state == Resuming || state == Identifying)
        trial.resumed = state == Resuming;
    if (state != Ready)
        trial.broke = true;
    else if (trial.broke)
        end(ofConnection(at - trial.began));
}

void FaultTeller::takeTurn(const TurnEvent &event, TimePoint at)
{
    Trial &trial = *m_trial;
    if (std::holds_alternative<RequestSent>(event)) {
        trial.asked = at;
        ++trial.requests;
    } else if (std::holds_alternative<DeltaReceived>(event)) {
        if (trial.firstToken.count() < 0)
            trial.firstToken = at - trial.asked;
    } else if (const auto *limited = std::get_if<RateLimited>(&event)) {
        trial.held += Milliseconds(limited->waitMs);
    } else if (std::holds_alternative<WriteFailed>(event)) {
        ++trial.failedWrites;
    } else if (std::holds_alternative<TurnFinished>(event)) {
        end(ofTurn(false));
    } else if (std::holds_alternative<TurnFailed>(event)) {
        end(ofTurn(true));
    } else if (std::holds_alternative<TurnCancelled>(event)) {
        trial = Trial{.fault = trial.fault, .bot = trial.bot, .where = trial.where, .began = trial.began};
    }
}

QString FaultTeller::ofConnection(Milliseconds away) const
{
    const QString time = inWords(away);
    if (m_trial->fault == PracticeFault::InvalidateSession)
        return m_trial->resumed ? Core::tr("Session ended by you · resumed after %1, nothing lost").arg(time)
                                : Core::tr("Session ended by you · a new one after %1").arg(time);
    return m_trial->resumed ? Core::tr("Connection dropped by you · resumed after %1, nothing lost").arg(time)
                            : Core::tr("Connection dropped by you · a new session after %1").arg(time);
}

QString FaultTeller::ofTurn(bool failed) const
{
    const Trial &trial = *m_trial;
    switch (trial.fault) {
    case PracticeFault::None:
    case PracticeFault::DropConnection:
    case PracticeFault::InvalidateSession:
        break;
    case PracticeFault::RateLimit:
        if (failed)
            return Core::tr("Requests refused by you (429) · the mate gave up");
        return trial.held.count() > 0
            ? Core::tr("Requests refused by you (429) · waited %1, then answered once").arg(inWords(trial.held))
            : Core::tr("Requests refused by you (429) · the answer had to wait for none of them");
    case PracticeFault::BadGateway:
        if (failed)
            return Core::tr("Writes failed by you (502) · the mate gave up");
        return trial.failedWrites == 1
            ? Core::tr("Writes failed by you (502) · answered once, after one failure")
            : Core::tr("Writes failed by you (502) · answered once, after %1 failures").arg(trial.failedWrites);
    case PracticeFault::SlowModel:
        return trial.firstToken.count() < 0
            ? Core::tr("Model slowed down by you · no word came")
            : Core::tr("Model slowed down by you · first words after %1").arg(inWords(trial.firstToken));
    case PracticeFault::CutReply:
        if (failed)
            return Core::tr("Reply cut by you · the mate gave up");
        return trial.requests > 1 ? Core::tr("Reply cut by you · asked %1 times, answered once").arg(trial.requests)
                                  : Core::tr("Reply cut by you · answered once all the same");
    case PracticeFault::OverloadedModel:
        return failed
            ? Core::tr("Model overloaded by you · asked %1 times, then said so in the conversation").arg(trial.requests)
            : Core::tr("Model overloaded by you · asked %1 times, then answered").arg(trial.requests);
    }
    return {};
}

// Not inside the log's own signal: others must see the end of the turn before the note about it.
void FaultTeller::end(const QString &sentence)
{
    const Trial trial = *std::exchange(m_trial, std::nullopt);
    QMetaObject::invokeMethod(
        this,
        [this, trial, sentence] {
            m_log->append(trial.where, NoteAdded{sentence});
            if (!m_trial && m_practice->fault() == trial.fault)
                m_practice->setFault(PracticeFault::None, trial.bot);
        },
        Qt::QueuedConnection);
}

} // namespace loopflow
