// What a search that is being written can go on with: filters, their values, names.
// Pure; whoever knows the names hands them in.
#pragma once

#include <QStringList>

namespace loopflow {

/// Whom from:, mate: and in: can name.
struct SearchNames {
    QStringList mates;
    QStringList people;
};

/// What can stand in place of some characters of an expression.
struct SearchCompletion {
    qsizetype offset = 0; ///< UTF-16 units
    qsizetype length = 0;
    QStringList texts; ///< whole terms, such as "is:failed"; names in quotation marks where they need them
    bool operator==(const SearchCompletion &) const = default;
};

/// For the word that ends at `cursor`. No texts: it is no beginning of a filter, or is one that is whole.
SearchCompletion completionAt(const QString &text, qsizetype cursor, const SearchNames &names);

} // namespace loopflow
