// A row of a conversation in words: who, when, what, and the line under it.
// Pure; the present is handed in.
#pragma once

#include "core/conversation/conversation.h"

namespace loopflow {

struct RowText {
    QString author;
    QString when; ///< "14:01", "14:01 · edited"
    QString body; ///< Discord's Markdown
    QString meta; ///< of a turn: version, time, tokens, cost; of an ignored message: why
    QString problem; ///< the sentence of a failure or of a retry
    bool person = true; ///< false: the mate
    bool live = false; ///< a turn that is not over
    bool faded = false; ///< ignored or deleted
    bool operator==(const RowText &) const = default;
};

RowText textOf(const ConversationRow &row, const QString &mateName, qint64 nowMs);
/// All of it as plain text, for copying and for screen readers.
QString plainTextOf(const RowText &text);
/// "message" or "turn" and its number: the same for one row at all times.
quint64 keyOf(const ConversationRow &row);

} // namespace loopflow
