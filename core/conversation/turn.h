// One turn: a mate answering the messages of one person.
// Folds TurnEvents and says what should be going on now; pure, and the only place that knows what a turn is.
#pragma once

#include "core/conversation/event.h"

namespace loopflow {

struct StartTyping { };
struct StopTyping { };
struct FetchHistory {
    HistoryPurpose purpose = HistoryPurpose::Context;
    discord::MessageId before; ///< Context: older than this
    discord::MessageId after; ///< Verify: newer than this
    int limit = 100; ///< messages in all, over as many pages as it takes
    int attempt = 1;
};
struct SendRequest {
    llm::ChatRequest request;
    llm::ModelTraits traits;
    int attempt = 1;
    qint64 estimatedTokens = 0;
    int leftOut = 0;
};
/// Post part `part` of `draft`; before the first one the whole draft is put into the journal.
struct PostPart {
    Draft draft;
    int part = 0;
    QString nonce;
    discord::MessageId replyTo; ///< only the first part refers to the question
    QList<discord::MessageId> questions;
    int attempt = 1;
};
struct WaitUntil {
    TimePoint at;
    QString why;
};
/// Nothing more is to be done. With an error the turn failed at `stage`, else it finished or was cancelled.
struct Finish {
    QString stage;
    std::optional<Error> error; ///< the turn failed at `stage`
    QString cancelled; ///< why nothing was answered; empty: something was, or it failed
    bool settle = true; ///< false: the question stays open, for the next start to try again
    QList<discord::MessageId> questions;
};
using TurnAction = std::variant<StartTyping, StopTyping, FetchHistory, SendRequest, PostPart, WaitUntil, Finish>;

/// How a turn that finishes so ends.
TurnEvent endOf(const Finish &finish);

/// Actions with equal keys are the same: to be done once. WaitUntil has none.
QByteArray keyOf(const TurnAction &action);

class Turn final {
public:
    void apply(const TurnEvent &event, TimePoint at);
    /// What should be going on now. Calling it again without a new event gives the same answer (but for waits
    /// that are over), so that whoever performs it keeps the keys of what is already under way.
    QList<TurnAction> next(TimePoint now) const;
    bool isOver() const { return m_over; }

    /// Whether a newer message, an edit or a deletion may still restart it: at most 3 restarts, 20 s since the start,
    /// nothing posted. Whoever performs the actions also knows whether a POST is under way.
    bool mayRestart(TimePoint now) const;
    const TurnStarted &setup() const { return m_setup; }
    /// What a turn is to start with that asks the model, given the same history, exactly what this one asks it now:
    /// restarts, shortened histories and what was learnt about the model are in it.
    TurnStarted setupNow() const;
    /// What it read for the model; none: not yet.
    const std::optional<HistoryFetched> &history() const { return m_history; }
    QList<discord::MessageId> questions() const;

private:
    QList<TurnAction> nextForReply(TimePoint now) const;
    QList<TurnAction> nextForPosting(TimePoint now) const;
    void start(const TurnStarted &event, TimePoint at);
    void restart(const TurnRestarted &event);
    void takeHistory(const HistoryFetched &event);
    void buildRequest();
    void verify(const QList<discord::Message> &messages);
    void failRequest(const RequestFailed &failure, TimePoint at);
    void shrinkHistory(const RequestFailed &failure);
    void completeResponse(const ResponseCompleted &event, TimePoint at);
    void failWrite(const WriteFailed &failure, TimePoint at);
    void changeConnectivity(bool online, TimePoint at);
    /// Ends in a failure that is said in the conversation …
    void giveUp(const QString &stage, const Error &error);
    /// … or that cannot be said there.
    void failSilently(const QString &stage, const Error &error, bool settle);
    bool isTooOld(TimePoint now) const;
    double jitter() const;
    Finish finish() const;

    TurnStarted m_setup;
    TimePoint m_startedAt;
    bool m_over = false;
    bool m_silent = false; ///< failed without a word in the conversation
    bool m_settle = true;
    bool m_online = true;
    int m_restarts = 0;
    QString m_cancelled;
    QString m_failedStage;
    std::optional<Error> m_error;

    int m_failures = 0; ///< in a row, of the kind that waiting may heal
    bool m_waitsForNetwork = false;
    std::optional<TimePoint> m_retryAt;

    std::optional<HistoryFetched> m_history;
    std::optional<SendRequest> m_request; ///< built from m_history
    llm::ModelTraits m_traits;
    int m_budget = 0; ///< tokens of the history
    int m_fetchAttempt = 1;
    int m_requestAttempt = 1;
    int m_overflows = 0;
    int m_refusedParameters = 0;
    std::optional<TimePoint> m_typedAt; ///< the asker's last typing notice
    std::optional<TimePoint> m_repliedAt;

    std::optional<Draft> m_draft;
    int m_posted = 0;
    int m_postAttempt = 1;
    bool m_mustVerify = false;
    bool m_askAgain = false; ///< the failure was the network's after all: if the notice is not there, ask the model
};

} // namespace loopflow
