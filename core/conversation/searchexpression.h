// What a person looks for in the record, parsed: words, "phrases", `-`, `|` and filters such as `is:failed`.
// Pure: the present is handed in. A mistake says where it is; nothing is ever left out silently.
#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

#include <variant>

namespace loopflow {

/// What `is:` asks of a turn, or of the message that it answers.
enum class SearchState {
    Failed,
    Slow, ///< took slowTurnMs or longer
    Ignored, ///< a message that the mate let pass
    Replayed, ///< a turn that was run again, and what the new run said
};

/// From which duration on a turn is slow, in ms.
constexpr qint64 slowTurnMs = 10'000;

/// One thing that an entry has or has not.
struct SearchTerm {
    enum Kind { Text, From, Mate, In, Is, HasAttachment, Before, After };
    Kind kind = Text;
    bool negated = false;
    QString text; ///< of Text, From, Mate and In
    bool whole = false; ///< quoted: whole words; else the last word may go on
    SearchState state = SearchState::Failed; ///< of Is
    qint64 ms = 0; ///< of Before (not any more) and After (from then on), Unix ms
    bool operator==(const SearchTerm &) const = default;
};

/// All groups must hold; of a group's terms one must.
struct SearchExpression {
    QList<QList<SearchTerm>> groups;
    bool isEmpty() const { return groups.isEmpty(); }
    bool operator==(const SearchExpression &) const = default;
};

/// Why an expression cannot be searched for, and which of its characters are to blame.
struct SearchMistake {
    Error error; ///< ErrorCode::Invalid; a sentence
    qsizetype offset = 0; ///< UTF-16 units
    qsizetype length = 0; ///< at least 1
};

/// Terms stand beside each other; `|` joins its two neighbours (`is:failed|slow` are two states); `-` leaves out. Filters: from: mate: in: is: has: before:
/// after:, the last two with a day (2026-05-01, today, yesterday) or so long ago (12h, 7d, 2w). Days begin at midnight
/// here; before: ends with the midnight that begins its day, after: starts there.
std::variant<SearchExpression, SearchMistake> parseSearch(const QString &text, qint64 nowMs);

} // namespace loopflow
