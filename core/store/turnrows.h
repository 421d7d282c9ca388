// Which turns the record has of a kind: replays of one, answered ones of a mate. The SQL of LogStore.
// Reads numbers only, never a payload.
#pragma once

#include "core/conversation/event.h"
#include "core/store/statement.h"

namespace loopflow {

/// Errors are those of storageError(). What LogStore promises of them is done here.
class TurnRows {
public:
    explicit TurnRows(QSqlDatabase &sql);

    Result<QList<TurnId>> replays(TurnId of);
    Result<QList<TurnId>> answered(MateId mate, int limit);
    Result<QList<TurnId>> answered(const ConversationId &conversation, int limit);

private:
    static Result<QList<TurnId>> turnsIn(Statement &rows);

    Statement m_replays;
    Statement m_answeredByMate;
    Statement m_answeredIn;
};

} // namespace loopflow
