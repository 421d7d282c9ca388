// What can be found of the record: keeps the search tables true to the events, and forgets what was deleted.
// Takes events strictly in order: those of an old record first, the new ones wait behind them.
#pragma once

#include "core/conversation/event.h"
#include "core/store/statement.h"

#include <optional>

namespace loopflow {

/// Errors are those of storageError(). What writes is part of the caller's transaction.
class SearchIndex {
public:
    explicit SearchIndex(QSqlDatabase &sql);

    /// A new event; where older ones are not in the index yet, its turn comes after theirs.
    Result<void> take(const LogRecord &record);
    /// The seq up to which an old record is in the index; -1: all of it is.
    Result<qint64> indexed();
    /// An event of an old record.
    Result<void> add(const LogRecord &record);
    Result<void> setIndexed(qint64 seq);
    /// After a rollback.
    void forget() { m_indexed.reset(); }

    /// Words of deleted texts lie in the index until its parts are merged. Does a few ms of it; true: none is left.
    Result<bool> tidySome();
    /// All of it at once.
    Result<void> tidy();

private:
    Result<void> addChannel(const LogRecord &record, const ChannelEvent &event);
    Result<void> addTurn(const LogRecord &record, const TurnEvent &event);
    Result<void> addMessage(const LogRecord &record, const discord::Message &message);
    Result<void> addSaid(const LogRecord &record, const QString &text, bool failed);
    Result<void> change(const LogRecord &record, const discord::Message &message);
    Result<void> begin(const LogRecord &record, const TurnStarted &event);
    Result<void> link(const LogRecord &record, const QList<discord::Message> &asked);
    Result<void> end(const LogRecord &record, bool failed);
    Result<bool> isReplay(TurnId turn);

    QSqlDatabase &m_sql;
    std::optional<qint64> m_indexed;
    Statement m_addEntry;
    Statement m_addBody;
    Statement m_changeBody;
    Statement m_ignore;
    Statement m_link;
    Statement m_replayed;
    Statement m_unsay;
    Statement m_readTurn;
    Statement m_readMate;
    Statement m_end;
};

} // namespace loopflow
