// A search as SQL: slices of the index between two ids, newest first, each a few ms.
// Looks only; what it compares is folded as the index folds it.
#pragma once

#include "core/conversation/searchwords.h"
#include "core/store/statement.h"

#include "core/conversation/event.h"

namespace loopflow {

/// Something that was found: a person's message, a mate's reply, or the sentence of a turn that failed.
struct SearchHit {
    qint64 seq = 0; ///< of its event; a later one is newer
    ConversationId conversation;
    TurnId turn{}; ///< that said it or answers it; none: nobody answered
    discord::MessageId message; ///< none: the turn's own words
    QString author; ///< empty: the mate
    QString person; ///< who the mate talks with there; may be empty
    qint64 atMs = 0; ///< Unix ms
    bool failed = false; ///< the turn did
    bool replay = false; ///< said when a turn was run again; nobody else saw it
    QString text; ///< all of it
    SearchSnippet snippet; ///< what a list shows of it
};

/// Some of what was found.
struct SearchPage {
    QList<SearchHit> hits; ///< newest first
    bool more = false; ///< older ones may follow, before the last one's seq
};

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
    QString m_where;
    bool m_prepared = false;
    SearchPage m_page;
};

} // namespace loopflow
