// The words of a text as the search index sees them, and which of them an expression found.
// Pure; cuts and folds as SQLite's unicode61 tokenizer does, without diacritics.
#pragma once

#include "core/conversation/searchexpression.h"

namespace loopflow {

/// Letters and digits that stand together.
struct SearchWord {
    QString folded; ///< lower case, without diacritics
    qsizetype offset = 0; ///< UTF-16 units
    qsizetype length = 0;
};
QList<SearchWord> wordsOf(const QString &text);

/// Characters that were found.
struct SearchMark {
    qsizetype offset = 0; ///< UTF-16 units
    qsizetype length = 0;
    bool operator==(const SearchMark &) const = default;
};
/// Where a text holds what is looked for, in order, without overlaps.
QList<SearchMark> marksIn(const QString &text, const SearchExpression &expression);

/// A line of a text around the first that was found.
struct SearchSnippet {
    QString text; ///< on one line; cut ends are shown by "…"
    QList<SearchMark> marks; ///< in `text`
};
/// `length`: at most about so many characters. `lead`: about so many of them before the first that was found.
SearchSnippet snippetOf(
    const QString &text, const SearchExpression &expression, qsizetype length = 160, qsizetype lead = 40);

} // namespace loopflow
