#include "core/store/turnrows.h"

#include "core/base/core.h"

#include <algorithm>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// `where` says which of the turns that are no replays; newest first.
QString answeredWhere(const QString &where)
{
    return u"SELECT turn FROM event AS begun WHERE kind = 'TurnStarted' AND replay_of IS NULL AND %1 "
           "AND EXISTS (SELECT 1 FROM event WHERE turn = begun.turn AND turn > 0 AND kind = 'ResponseCompleted') "
           "AND EXISTS (SELECT 1 FROM event WHERE turn = begun.turn AND turn > 0 AND kind = 'TurnFinished') "
           "ORDER BY seq DESC LIMIT ?"_s.arg(where);
}

} // namespace

TurnRows::TurnRows(QSqlDatabase &sql)
    : m_replays(sql, u"SELECT turn FROM event WHERE replay_of = ? ORDER BY seq"_s,
          Core::tr("The replays could not be read"))
    , m_answeredByMate(sql, answeredWhere(u"mate = ?"_s), Core::tr("The turns could not be read"))
    , m_answeredIn(
          sql, answeredWhere(u"mate = ? AND channel = ?"_s), Core::tr("The turns could not be read"))
{
}

Result<QList<TurnId>> TurnRows::replays(TurnId of)
{
    if (auto ran = m_replays.run(static_cast<qint64>(of)); !ran)
        return ran.error();
    return turnsIn(m_replays);
}

Result<QList<TurnId>> TurnRows::answered(MateId mate, int limit)
{
    if (auto ran = m_answeredByMate.run(mate, limit); !ran)
        return ran.error();
    auto turns = turnsIn(m_answeredByMate);
    if (turns)
        std::reverse(turns->begin(), turns->end());
    return turns;
}

Result<QList<TurnId>> TurnRows::answered(const ConversationId &conversation, int limit)
{
    if (auto ran = m_answeredIn.run(conversation.mate, conversation.channel, limit); !ran)
        return ran.error();
    auto turns = turnsIn(m_answeredIn);
    if (turns)
        std::reverse(turns->begin(), turns->end());
    return turns;
}

Result<QList<TurnId>> TurnRows::turnsIn(Statement &rows)
{
    QList<TurnId> turns;
    while (rows.next())
        turns.append(TurnId{rows.number(0)});
    if (auto ended = rows.ended(); !ended)
        return ended.error();
    rows.reset();
    return turns;
}

} // namespace loopflow
