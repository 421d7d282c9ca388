// From a prompt, its variables and Discord's messages to the request that a model gets.
// Keeps to what the strictest server accepts (reference: LLM §8); what is cut is counted.
#pragma once

#include "core/conversation/event.h"

namespace loopflow {

struct BuiltRequest {
    llm::ChatRequest request;
    qint64 estimatedTokens = 0;
    int leftOut = 0; ///< messages that the budget (not the page size) cut
};

/// The names that {{…}} knows.
const QStringList &promptVariables();
/// `text` with {{name}} replaced by its value; names without a value stay as they are.
QString fillVariables(const QString &text, const QMap<QString, QString> &values);

/// `history` is oldest first and may lack or repeat the asked messages. Nothing newer than the newest asked one is
/// used, nothing older than a *new conversation* marker. `budget` is in tokens, for the history without the asked
/// messages, which are always whole.
BuiltRequest buildRequest(const TurnStarted &setup, const HistoryFetched &history, int budget);

/// A model's text as people should get it: a leading "Name:" of the mate removed.
QString cleanReply(const QString &text, const QString &mateName);

} // namespace loopflow
