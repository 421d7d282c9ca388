// One turn as a person looks into it: its steps on a time axis, what went to the model and came back, why it answered.
// Folds the turn's records, all tries of it; the same live and from the record, at every prefix.
#pragma once

#include "core/conversation/tracerequest.h"

namespace loopflow {

/// What took time in a turn, or marks a moment in it.
struct TraceStep {
    enum Kind {
        Received, ///< a moment
        MergeWait,
        History,
        Request, ///< built and handed over
        FirstToken,
        Thinking,
        Streaming,
        Retry, ///< a failure's pause, for Discord with the new try
        RateLimit,
        Offline,
        Restart, ///< a moment
        Verify, ///< which parts of a reply are in the channel already
        Posted,
    };
    Kind kind = Received;
    qint64 beginMs = 0; ///< since the turn began; -1: not yet
    qint64 endMs = 0; ///< the same; -1: under way, or not yet
    bool failed = false; ///< it ended in a failure
    QString detail; ///< what there is to say besides the times; may be empty
    bool operator==(const TraceStep &) const = default;

    bool isOver() const { return endMs >= 0; }
    qint64 lastedMs() const { return isOver() ? endMs - beginMs : 0; }
};
/// "first token"
QString nameOf(TraceStep::Kind kind);

/// From one moment of a turn to another; a damaged record's is never negative, and at most a century.
qint64 elapsedMs(TimePoint from, TimePoint to);

struct TraceTotals {
    llm::Usage usage; ///< of the newest answer
    qint64 promptTokens = -1; ///< estimated; -1: no request yet, or its text was not recorded
    std::optional<double> cost; ///< US dollars, estimated
    int retries = 0;
    bool operator==(const TraceTotals &) const = default;
};

class Trace final {
public:
    /// Records of other turns, and those that are of none, are not for it.
    void apply(const LogRecord &record);
    bool isBegun() const { return m_begun; }
    bool isOver() const { return m_over; }
    bool isReplay() const { return m_setup.replayOf.has_value(); }
    /// Some of it was recorded without text.
    bool isTextless() const { return m_textless; }
    TimePoint startedAt() const { return m_startedAt; }
    /// How far the time axis has come: to the last event, or to `now` while it runs.
    qint64 lengthMs(TimePoint now) const;

    /// In order; while the turn runs, also what is under way and what is still to come.
    QList<TraceStep> steps() const;
    /// The longest of the steps that are over; -1: none took any time.
    static qsizetype slowest(const QList<TraceStep> &steps);

    TraceTotals totals() const;
    const QList<TraceRequest> &requests() const { return m_requests; }
    const std::optional<ResponseCompleted> &response() const { return m_response; }
    /// What the model wrote so far, in its newest try.
    const QString &text() const { return m_text; }
    bool thought() const { return m_thought; }
    /// As set at the beginning, with what restarts and failures changed.
    const TurnStarted &setup() const { return m_setup; }

    /// Why it answered (or did not), in a sentence.
    QString because() const;

private:
    void fold(const TurnEvent &event, qint64 ms);
    void start(const TurnStarted &event);
    void takeHistory(const HistoryFetched &event, qint64 ms);
    void send(const RequestSent &event, qint64 ms);
    void failRequest(const RequestFailed &event, qint64 ms);
    void limit(const RateLimited &event, qint64 ms);
    void restart(const TurnRestarted &event, qint64 ms);
    void takeDelta(const DeltaReceived &event, qint64 ms);
    void failWrite(const WriteFailed &event, qint64 ms);
    void takePost(qint64 ms, bool notice, bool withheld);
    void changeConnectivity(bool online, qint64 ms);
    void end(qint64 ms, bool failed, const QString &detail);
    /// Ends what is under way; what took no time leaves no bar.
    void close(qint64 ms, bool failed = false, const QString &detail = {});
    void open(TraceStep::Kind kind, qint64 ms);
    void countTry(); ///< what follows a failure is another try

    bool m_begun = false;
    bool m_over = false;
    bool m_textless = false;
    TimePoint m_startedAt;
    qint64 m_lastMs = 0;
    TurnStarted m_setup;
    QList<TraceStep> m_steps;
    std::optional<TraceStep> m_current;
    TraceStep::Kind m_interrupted = TraceStep::History; ///< by being offline
    bool m_trying = false; ///< after a failure
    int m_retries = 0;
    int m_parts = 0;
    HistoryFetched m_history;
    QList<TraceRequest> m_requests;
    std::optional<ResponseCompleted> m_response;
    QString m_text;
    bool m_thought = false;
    QString m_failure; ///< the sentence, when it failed or was cancelled
    bool m_cancelled = false;
};

} // namespace loopflow
