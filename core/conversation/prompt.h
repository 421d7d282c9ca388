// From a prompt, its variables and Discord's messages to the request that a model gets.
// Keeps to what the strictest server accepts (reference: LLM §8); what is cut is counted.
#pragma once

#include "core/conversation/event.h"

#include <QDateTime>

namespace loopflow {

struct BuiltRequest {
    llm::ChatRequest request;
    qint64 estimatedTokens = 0;
    int leftOut = 0; ///< messages that the budget (not the page size) cut
};

/// The names that {{…}} knows.
const QStringList &promptVariables();
/// What the variables stand for now. `server` is empty in a direct message.
QMap<QString, QString> variableValues(const QDateTime &now, const QString &mate, const QString &user,
    const QString &server, const QString &channel);

/// A run of a prompt: its own text, or a {{variable}}.
struct PromptPiece {
    enum Kind {
        Own,
        Value, ///< `text` stands for the variable
        Unknown, ///< a {{name}} that nothing fills, as it is written
    };
    Kind kind = Own;
    QString text;
    QString variable; ///< its name; empty for Own
    bool operator==(const PromptPiece &) const = default;
};
QList<PromptPiece> promptPieces(const QString &text, const QMap<QString, QString> &values);
/// `text` with {{name}} replaced by its value; names without a value stay as they are.
QString fillVariables(const QString &text, const QMap<QString, QString> &values);

/// A message as it can go into a request, before neighbours of one role are joined.
struct PromptLine {
    discord::MessageId id;
    llm::Role role = llm::Role::User;
    QString speaker; ///< empty for the mate itself
    QString text; ///< begins with the speaker's name where more than one person can speak
    bool asked = false;
    qint64 tokens = 0; ///< estimated
    bool operator==(const PromptLine &) const = default;
};
/// All that a model could be given, oldest first. What buildRequest() leaves out for the budget are the first of those
/// that are not asked.
QList<PromptLine> promptLines(const TurnStarted &setup, const HistoryFetched &history);

/// `history` is oldest first and may lack or repeat the asked messages. Nothing newer than the newest asked one is
/// used, nothing older than a *new conversation* marker. `budget` is in tokens, for the history without the asked
/// messages, which are always whole.
BuiltRequest buildRequest(const TurnStarted &setup, const HistoryFetched &history, int budget);

/// A model's text as people should get it: a leading "Name:" of the mate removed.
QString cleanReply(const QString &text, const QString &mateName);

} // namespace loopflow
