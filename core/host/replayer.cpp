#include "core/host/replayer.h"

#include "core/base/core.h"
#include "core/conversation/log.h"
#include "core/conversation/recordedrun.h"
#include "core/host/credentials.h"
#include "core/host/replayeffects.h"
#include "core/host/replayestimate.h"
#include "core/host/turnrunner.h"
#include "core/llm/modelparameters.h"
#include "core/store/logstore.h"
#include "core/store/matestore.h"

#include <algorithm>

namespace loopflow {

namespace {

Error mateWasDeleted()
{
    return {ErrorCode::NotFound,
        Core::tr("The mate of this turn was deleted, so it cannot be run again. Choose a turn of another mate.")};
}

} // namespace

struct Replayer::Preparation {
    ReplaySource source;
    TurnStarted setup;
    Mate mate; ///< with the model that answers this time
    llm::Endpoint endpoint;
    bool learns = false; ///< from how it goes: not where the setup holds what was known long ago
};

struct Replayer::Flight {
    QPointer<ReplayJob> job;
    ReplayRun run;
    RecordedRun recorded; ///< what the log told of it so far
    MateId mate{};
    std::unique_ptr<TurnRunner> runner; ///< none while its key is looked for
    std::unique_ptr<QObject> asking = std::make_unique<QObject>(); ///< context of that
};

Replayer::Replayer(ReplayServices services, QObject *parent)
    : QObject(parent)
    , m_services(services)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &Replayer::startNext);
    connect(m_services.log, &ConversationLog::appended, this, &Replayer::take);
    connect(m_services.mates, &MateStore::removed, this, &Replayer::leaveMate);
}

Replayer::~Replayer()
{
    for (const auto &flight : m_flights) {
        if (flight->runner)
            flight->runner->cancel(Core::tr("Loopflow was closed."));
    }
}

// ---- what a run starts from -----------------------------------------------------------------------------

Result<ReplaySource> Replayer::source(TurnId turn) const
{
    int unreadable = 0;
    const auto records = m_services.record->readTurn(turn, &unreadable);
    if (!records)
        return records.error();
    if (!records->isEmpty() && !m_services.mates->mate(records->constFirst().conversation.mate))
        return mateWasDeleted();
    return replaySource(*records, unreadable);
}

Result<Replayer::Preparation> Replayer::prepare(TurnId turn, const ReplayEdits &edits) const
{
    auto source = this->source(turn);
    if (!source)
        return source.error();
    Preparation it{*std::move(source), {}, {}, {}, false};
    it.setup = replaySetup(it.source, edits);
    it.mate = *m_services.mates->mate(it.source.conversation.mate);
    it.mate.provider = it.setup.provider;
    it.mate.baseUrl = it.setup.baseUrl;
    it.mate.model = it.setup.model;
    auto endpoint = m_services.credentials->endpoint(it.mate);
    if (!endpoint)
        return endpoint.error();
    it.endpoint = *std::move(endpoint);
    it.setup.baseUrl = it.endpoint.baseUrl.toString();
    const TurnStarted &before = it.source.setup;
    const bool sameModel = it.setup.provider == before.provider && it.setup.baseUrl == before.baseUrl
        && it.setup.model == before.model;
    if (!sameModel) {
        it.learns = true;
        it.setup.traits = m_services.mates->traits(it.setup.baseUrl, it.setup.model);
        it.setup.historyTokens = it.source.begun.historyTokens; // the other model's context may have cut it
    }
    if (!sameModel || it.setup.parameters != before.parameters)
        it.setup.parameters = llm::takenParameters(
            it.setup.parameters, llm::parametersOf(it.endpoint, it.setup.model, it.setup.traits));
    if (const auto checked = checkReplay(it.source, it.setup); !checked)
        return checked.error();
    return it;
}

void Replayer::estimate(const ReplayPlan &plan, QObject *context, Callback<ReplayEstimate> callback)
{
    new EstimateRun(
        plan, [this](TurnId turn) { return source(turn); }, context, std::move(callback));
}

// ---- runs -----------------------------------------------------------------------------------------------

ReplayJob *Replayer::start(const ReplayPlan &plan, QObject *parent)
{
    auto *job = new ReplayJob(this, plan, parent);
    m_jobs.append(job);
    schedule();
    return job;
}

void Replayer::schedule()
{
    if (!m_soon.isActive())
        m_soon.start(0);
}

// A few at a time, so that a thousand that are refused do not hold up the event loop.
void Replayer::startNext()
{
    for (int i = 0; i < mostAtOnce && m_flights.size() < mostAtOnce && !m_jobs.isEmpty(); ++i) {
        ReplayJob *job = m_jobs.takeFirst();
        if (job->hasNext())
            begin(job);
        if (job->hasNext())
            m_jobs.append(job);
        else
            job->finishWhenDone(); // one that had nothing to run
    }
    if (m_flights.size() < mostAtOnce && !m_jobs.isEmpty())
        schedule();
}

void Replayer::begin(ReplayJob *job)
{
    const TurnId turn = job->m_plan.turns[job->m_begun++ / std::max(1, job->m_plan.runs)];
    auto preparation = prepare(turn, job->m_plan.edits);
    m_flights.push_back(std::make_unique<Flight>());
    Flight *flight = m_flights.back().get();
    flight->job = job;
    flight->run.source = turn;
    const auto refuse = [this, flight](const Error &error) {
        flight->run.error = error;
        land(flight);
    };
    if (!preparation) {
        QMetaObject::invokeMethod(
            flight->asking.get(), [refuse, error = preparation.error()] { refuse(error); }, Qt::QueuedConnection);
        return;
    }
    flight->mate = preparation->mate.id;
    flight->run.exact = isExactReplay(preparation->source.begun, preparation->setup);
    // Asked here first: a run without a key would leave a failed turn behind.
    const llm::Endpoint endpoint = preparation->endpoint;
    m_services.credentials->keyFor(endpoint, flight->asking.get(),
        [this, flight, refuse, preparation = *std::move(preparation)](const Result<Secret> &key) {
            if (!key)
                return refuse(key.error());
            if (!m_services.mates->mate(flight->mate))
                return refuse(mateWasDeleted());
            launch(flight, preparation);
        });
}

void Replayer::launch(Flight *flight, const Preparation &preparation)
{
    const ModelServices model{
        m_services.llm, m_services.credentials, preparation.learns ? m_services.mates : nullptr};
    flight->runner = std::make_unique<TurnRunner>(m_services.log, preparation.source.conversation,
        std::make_unique<ReplayEffects>(model, preparation.mate, preparation.source.history));
    connect(flight->runner.get(), &TurnRunner::finished, this, [this, flight] { land(flight); });
    m_launching = flight;
    flight->runner->start(preparation.setup);
}

void Replayer::take(const LogRecord &record)
{
    const auto *event = std::get_if<TurnEvent>(&record.event);
    if (!record.replay || !event)
        return;
    const bool starts = std::holds_alternative<TurnStarted>(*event);
    const auto found = std::find_if(m_flights.cbegin(), m_flights.cend(), [&](const auto &flight) {
        return starts ? flight.get() == m_launching : flight->run.replay == record.turn;
    });
    if (found == m_flights.cend())
        return;
    const QPointer<ReplayJob> job = (*found)->job;
    ReplayRun &run = (*found)->run;
    foldInto((*found)->recorded, record);
    if (!starts)
        return;
    m_launching = nullptr;
    run.replay = record.turn;
    if (job)
        Q_EMIT job->begun(run.source, run.replay);
}

void Replayer::land(Flight *flight)
{
    const auto found = std::find_if(
        m_flights.begin(), m_flights.end(), [&](const auto &flying) { return flying.get() == flight; });
    const std::unique_ptr<Flight> landed = std::move(*found);
    m_flights.erase(found);
    landed->asking.release()->deleteLater(); // we may be in a call of its own
    if (landed->runner)
        landed->runner.release()->deleteLater();
    if (!m_jobs.isEmpty())
        schedule();
    if (landed->recorded.isBegun()) { // else it was refused, and the run says why
        landed->run.view = landed->recorded.view;
        landed->run.error = landed->recorded.error;
    }
    if (landed->job)
        landed->job->take(landed->run);
}

/// What runs for the job is cut off; what has not begun to run is forgotten.
void Replayer::leave(ReplayJob *job, const QString &why)
{
    m_jobs.removeOne(job);
    for (auto it = m_flights.begin(); it != m_flights.end();) {
        Flight &flight = **it;
        if (flight.job != job) {
            ++it;
        } else if (flight.runner) {
            flight.runner->cancel(why); // it lands by itself
            ++it;
        } else {
            ++job->m_landed;
            flight.asking.release()->deleteLater();
            it = m_flights.erase(it);
        }
    }
    if (!m_jobs.isEmpty())
        schedule();
}

void Replayer::leaveMate(MateId mate)
{
    for (const auto &flight : m_flights) {
        if (flight->mate == mate && flight->runner)
            flight->runner->cancel(Core::tr("The mate was deleted."));
    }
}

// ---- jobs -----------------------------------------------------------------------------------------------

ReplayJob::ReplayJob(Replayer *replayer, ReplayPlan plan, QObject *parent)
    : QObject(parent)
    , m_replayer(replayer)
    , m_plan(std::move(plan))
    , m_of(m_plan.turns.size() * std::max(1, m_plan.runs))
{
    m_progress.of = static_cast<int>(m_of);
}

ReplayJob::~ReplayJob()
{
    if (m_replayer && !m_over)
        m_replayer->leave(this, Core::tr("The replay was cancelled."));
}

void ReplayJob::cancel()
{
    if (m_over || !m_replayer)
        return;
    m_of = m_begun;
    m_replayer->leave(this, Core::tr("The replay was cancelled."));
    finishWhenDone();
}

void ReplayJob::take(const ReplayRun &run)
{
    ++m_landed;
    ++m_progress.done;
    m_progress.failed += run.error.has_value();
    m_progress.spent += run.view.cost.value_or(0);
    const bool answered = run.view.state == TurnState::Done;
    m_progress.unpriced += answered && !run.view.cost;
    const QPointer<ReplayJob> self(this);
    Q_EMIT ended(run);
    if (self)
        Q_EMIT progressed(m_progress);
    if (self)
        finishWhenDone();
}

void ReplayJob::finishWhenDone()
{
    if (m_over || hasNext() || m_landed < m_begun)
        return;
    m_over = true;
    QMetaObject::invokeMethod(this, &ReplayJob::finished, Qt::QueuedConnection);
}

} // namespace loopflow
