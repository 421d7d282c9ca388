// A conversation's records a page at a time, without what no row shows: histories, bodies of requests, notices of typing.
// The SQL of LogStore's pages. Must never lose a readable row because of an unreadable one.
#pragma once

#include "core/store/recordpage.h"
#include "core/store/statement.h"

namespace loopflow {

class EventRows;

/// Errors are those of storageError().
class PageRows {
public:
    /// `events` outlives this.
    PageRows(const QSqlDatabase &sql, EventRows *events);

    Result<RecordPage> before(const ConversationId &conversation, qint64 seq, int limit);
    Result<RecordPage> after(const ConversationId &conversation, qint64 seq, qint64 upTo, int limit);
    Result<QList<RecordedMoment>> moments(const ConversationId &conversation, qint64 after, int limit);

private:
    Result<RecordPage> pageOf(Statement &rows, int limit);

    EventRows *m_events;
    Statement m_before;
    Statement m_after;
    Statement m_moments;
};

} // namespace loopflow
