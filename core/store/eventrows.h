// The record's rows: events, what conversations look like in a list, what turns cost. The SQL of LogStore.
// Must never lose a readable row because of an unreadable one.
#pragma once

#include "core/conversation/event.h"
#include "core/store/piecestore.h"
#include "core/store/searchindex.h"

#include <QHash>
#include <QMap>
#include <QSet>

#include <map>

namespace loopflow {

struct ConversationSummary;
struct PromptUse;
struct TurnCounts;

/// Errors are those of storageError(). What writes is part of the caller's transaction.
class EventRows {
public:
    explicit EventRows(QSqlDatabase &sql);

    Result<void> insert(const LogRecord &record);
    /// After a rollback of what was inserted.
    void forget();

    qint64 lastSeq();
    TurnId lastTurn();
    Result<QList<LogRecord>> read(const ConversationId &conversation, int *unreadable);
    Result<QList<LogRecord>> readTurn(TurnId turn, int *unreadable);
    /// How many bytes its longest payload has, about.
    Result<qint64> longestOf(TurnId turn);
    /// A row of PageRows, whose SELECT gives the columns of ours.
    Result<LogRecord> shownRecordOf(const Statement &row);
    Result<QList<ConversationSummary>> conversations(MateId mate);
    Result<void> markRead(const ConversationId &conversation);
    Result<double> costSince(MateId mate, qint64 sinceMs);
    Result<QMap<int, PromptUse>> promptUses(MateId mate);
    Result<std::map<MateId, TurnCounts>> turnsSince(qint64 ms);
    Result<int> removeBefore(qint64 ms);
    /// At most `limit` of the oldest events; what refers to them is left for removeBefore().
    Result<int> removeOldest(qint64 beforeMs, int limit);
    /// Makes a conversation's line, which was removed, out of the events that are there.
    Result<void> sumUp(const ConversationId &conversation);
    /// Takes at most `limit` events of an old record into the search; false: that was the last of them.
    Result<bool> indexSome(int limit);
    SearchIndex &search() { return m_search; }

private:
    Result<QList<LogRecord>> recordsOf(Statement &rows, int *unreadable);
    Result<LogRecord> recordOf(const Statement &row);
    Result<void> summarize(const LogRecord &record);
    Result<void> countUse(const LogRecord &record);

    QSqlDatabase &m_sql;
    PieceStore m_pieces;
    SearchIndex m_search;
    QHash<TurnId, Milliseconds> m_begun; ///< turns of this run that are under way, and when they started
    QSet<TurnId> m_replays; ///< of this run: nothing of them is said in the conversation
    QHash<TurnId, int> m_promptVersions; ///< of this run's turns that ask a model
    Statement m_insert;
    Statement m_summarize;
    Statement m_countUse;
};

} // namespace loopflow
