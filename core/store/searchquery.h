// A search as SQL: slices of the index between two ids, newest first, each a few ms.
// Looks only; what it compares is folded as the index folds it.
#pragma once

#include "core/store/searchhit.h"
#include "core/store/statement.h"

namespace loopflow {

/// One page of one search.
class SearchQuery {
public:
    /// What is older than `before` (a seq; 0: the newest), at most `limit`.
    SearchQuery(QSqlDatabase &sql, SearchExpression expression, qint64 before, int limit);

    /// Looks through one more slice; true: the page is whole. Errors are those of storageError().
    Result<bool> step();
    const SearchPage &page() const { return m_page; }

private:
    Result<void> prepare();
    Result<QList<MateId>> matesCalled(const QString &name);
    Result<QString> conditionOf(const SearchTerm &term);
    Result<QString> conversationsOf(const QString &name);
    Result<void> take(Statement &row);

    QSqlDatabase &m_sql;
    SearchExpression m_expression;
    qint64 m_high; ///< exclusive
    qint64 m_low = 0; ///< the oldest entry
    int m_limit;
    qint64 m_width;
    QString m_match; ///< for the text index; empty: it cannot lead
    QString m_where; ///< with {low} and {high} in place of the slice's ids
    bool m_prepared = false;
    SearchPage m_page;
};

} // namespace loopflow
