// Runs recorded turns again, as they were or with changes: one, several times, or many.
// Nothing is ever posted, and no mate notices; what comes of it is recorded as turns that are replays.
#pragma once

#include "core/conversation/turnview.h"
#include "core/conversation/replay.h"

#include <QObject>
#include <QPointer>
#include <QTimer>

#include <memory>
#include <vector>

namespace loopflow {

class ConversationLog;
class Credentials;
class LlmClient;
class LogStore;
class MateStore;
class ReplayJob;

/// All of it outlives the replayer.
struct ReplayServices {
    LlmClient *llm = nullptr;
    ConversationLog *log = nullptr;
    LogStore *record = nullptr;
    MateStore *mates = nullptr;
    Credentials *credentials = nullptr;
};

/// What is to be run again.
struct ReplayPlan {
    QList<TurnId> turns; ///< in this order; LogStore::answered() lists those of a mate or a conversation
    ReplayEdits edits; ///< of every one
    int runs = 1; ///< of each
};

/// What a plan would cost, by what the turns used when they ran, and today's price list.
struct ReplayEstimate {
    int runs = 0; ///< that would be made
    int refused = 0; ///< turns that cannot be run again
    std::optional<Error> refusal; ///< why the first of them cannot
    double cost = 0; ///< US dollars, of the runs whose price is known
    int unpriced = 0; ///< runs whose price or tokens are not known: `cost` is without them
    bool operator==(const ReplayEstimate &) const = default;
};

/// One run that is over.
struct ReplayRun {
    TurnId source{};
    TurnId replay{}; ///< in the record; none: it was refused before it began
    bool exact = false;
    TurnView view; ///< how it ended: the text, the time, the tokens, the cost
    std::optional<Error> error; ///< why it was refused, or failed
};

struct ReplayProgress {
    int done = 0; ///< runs that are over, refused and failed ones included
    int of = 0;
    int failed = 0; ///< of `done`
    double spent = 0; ///< US dollars, where the price is known
    int unpriced = 0; ///< runs that used tokens whose price is not known
    bool operator==(const ReplayProgress &) const = default;
};

class Replayer : public QObject {
    Q_OBJECT
public:
    /// Requests that are under way at a time, of all jobs.
    static constexpr int mostAtOnce = 4;

    explicit Replayer(ReplayServices services, QObject *parent = nullptr);
    /// Cancels what runs.
    ~Replayer() override;

    /// What can be run again, or in a sentence why it cannot: see replaySource(); NotFound for a mate that was
    /// deleted. Whether it can be run with certain edits is checkReplay()'s to say, before it begins and then; whether
    /// there is a key is seen when it begins.
    Result<ReplaySource> source(TurnId turn) const;
    /// Reads the turns slice by slice, so that nothing waits for it. Dropped when `context` goes.
    void estimate(const ReplayPlan &plan, QObject *context, Callback<ReplayEstimate> callback);
    /// Begins when control returns to the event loop. The job is `parent`'s; deleting it cancels it.
    ReplayJob *start(const ReplayPlan &plan, QObject *parent);

private:
    friend class ReplayJob;
    struct Flight;

    struct Preparation; // what a run is started with

    Result<Preparation> prepare(TurnId turn, const ReplayEdits &edits) const;
    void schedule();
    void startNext();
    void begin(ReplayJob *job);
    void launch(Flight *flight, const Preparation &preparation);
    void take(const LogRecord &record);
    void land(Flight *flight);
    void leave(ReplayJob *job, const QString &why);
    void leaveMate(MateId mate);

    ReplayServices m_services;
    QList<ReplayJob *> m_jobs; ///< that have runs left to begin; they take turns
    std::vector<std::unique_ptr<Flight>> m_flights; ///< runs that are under way
    Flight *m_launching = nullptr; ///< whose TurnStarted is being told
    QTimer m_soon;
};

/// A plan that is carried out. Must not outlive its Replayer.
class ReplayJob : public QObject {
    Q_OBJECT
public:
    ~ReplayJob() override;
    const ReplayProgress &progress() const { return m_progress; }
    bool isOver() const { return m_over; }
    /// What runs is cut off, what waits is not begun; what is over stays. finished() comes.
    void cancel();

Q_SIGNALS:
    /// The log has just told of its TurnStarted, and tells from here on what it does.
    void begun(loopflow::TurnId source, loopflow::TurnId replay);
    void ended(const loopflow::ReplayRun &run);
    void progressed(const loopflow::ReplayProgress &progress);
    /// Last, once, never inside a call of this class.
    void finished();

private:
    friend class Replayer;
    ReplayJob(Replayer *replayer, ReplayPlan plan, QObject *parent);

    bool hasNext() const { return m_begun < m_of; }
    void take(const ReplayRun &run);
    void finishWhenDone();

    QPointer<Replayer> m_replayer;
    ReplayPlan m_plan;
    ReplayProgress m_progress;
    qint64 m_of = 0; ///< runs that are to begin
    qint64 m_begun = 0; ///< runs, the turns one after the other
    qint64 m_landed = 0;
    bool m_over = false;
};

} // namespace loopflow
