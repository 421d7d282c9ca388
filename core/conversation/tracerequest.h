// One try of asking the model: the body that was sent, and what of the conversation is in it.
// Says only what follows from the record; where that cannot be told, it is left out.
#pragma once

#include "core/conversation/prompt.h"

namespace loopflow {

/// What was sent and what was known when it was.
struct TraceRequest {
    RequestSent sent;
    qint64 atMs = 0; ///< since the turn began
    TurnStarted setup; ///< with what restarts and failures had changed
    HistoryFetched history;
    bool operator==(const TraceRequest &) const = default;
};

/// A message of a request and what of the conversation is in it.
struct TraceMessage {
    QString role; ///< as the body says it: "system", "user", "assistant"
    QString text;
    qint64 tokens = 0; ///< estimated
    QList<discord::MessageId> ids; ///< empty: of the prompt, or it cannot be told
    QStringList speakers; ///< who wrote them, each once
    bool asked = false; ///< holds what the turn answers
    bool operator==(const TraceMessage &) const = default;
};

/// A request taken apart for reading. Tokens are estimated.
struct TraceRequestView {
    QString problem; ///< a sentence: the body cannot be taken apart; then `messages` is empty
    QList<TraceMessage> messages;
    QList<std::pair<QString, QString>> fields; ///< what the body says besides, by name
    QList<PromptLine> cut; ///< what the budget left out, oldest first
    qint64 promptTokens = 0;
    qint64 historyTokens = 0; ///< without the question
    qint64 questionTokens = 0;
    qint64 freeTokens = 0; ///< left of the budget
};
TraceRequestView viewOf(const TraceRequest &request);

/// The prompt with its variables filled, in tokens; estimated.
qint64 promptTokens(const TurnStarted &setup);

/// "38 messages fit the budget of 8,000 tokens; 112 older ones were left out."
QString budgetSentence(const TraceRequest &request);

} // namespace loopflow
