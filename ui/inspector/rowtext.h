// A row of a conversation in words: who, when, what, and the line under it.
// Pure; the present is handed in.
#pragma once

#include "core/conversation/conversationrow.h"
#include "ui/inspector/messagecards.h"

namespace loopflow {

struct RowText {
    QString reference; ///< the message that it answers, in a line; empty for none
    QString author;
    QString when; ///< "14:01", "14:01 · edited"
    QString body; ///< Discord's Markdown
    QList<MessageCard> cards{}; ///< what it holds besides
    QString meta; ///< of a turn: version, time, tokens, cost; of an ignored message: why
    QString problem; ///< the sentence of a failure or of a retry
    QString note; ///< a line about the conversation; then all else is empty
    QString times; ///< written, edited, deleted: the whole moments, for a tooltip
    bool person = true; ///< false: the mate
    bool live = false; ///< a turn that is not over
    bool faded = false; ///< ignored or deleted
    bool struck = false; ///< deleted
    bool canTryAgain = false; ///< a turn that failed and was not tried again
    bool operator==(const RowText &) const = default;
};

RowText textOf(const ConversationRow &row, const QString &mateName, qint64 nowMs);
/// All of it as plain text, for copying and for screen readers.
QString plainTextOf(const RowText &text);
/// The same for one row at all times, and for no other.
quint64 keyOf(const ConversationRow &row);

} // namespace loopflow
