// Deletes one conversation's or one mate's record, some rows at a time. The SQL of LogStore.
// Of what is recorded meanwhile it takes nothing; what refers to the events (search, marks) goes with them.
#pragma once

#include "core/store/recordpart.h"
#include "core/store/statement.h"

namespace loopflow {

/// Errors are those of storageError(). What writes is part of the caller's transaction.
class PartRemoval {
public:
    explicit PartRemoval(QSqlDatabase &sql)
        : m_sql(sql)
    {
    }

    /// From then on, nothing new may refer to what is there now: see PieceStore::forget().
    Result<RecordPart> begin(MateId mate, discord::ChannelId channel);
    /// At most `limit` of its events, the oldest first; how many it were.
    Result<int> removeEvents(const RecordPart &part, int limit);
    /// At most `limit` of its packs, after its events; how many it were.
    Result<int> removePacks(const RecordPart &part, int limit);
    /// What is left: its conversations' lines. Those of which something was recorded meanwhile,
    /// which are the result, are to be summed up anew.
    Result<QList<discord::ChannelId>> end(const RecordPart &part);
    /// In place of end(), where not all was removed.
    Result<void> abandon(const RecordPart &part);

private:
    Result<int> remove(const RecordPart &part, const QString &from, const QString &column, qint64 last, int limit);

    QSqlDatabase &m_sql;
};

} // namespace loopflow
