#include "core/store/partremoval.h"

#include "core/base/core.h"

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

QString notRemoved() { return Core::tr("The record could not be deleted"); }

/// Which rows are of the part.
QString whereOf(const RecordPart &part)
{
    return part.channel ? u"mate = ? AND channel = %1"_s.arg(static_cast<qint64>(part.channel.value)) : u"mate = ?"_s;
}

} // namespace

Result<RecordPart> PartRemoval::begin(MateId mate, discord::ChannelId channel)
{
    RecordPart part{mate, channel};
    Statement counted(m_sql,
        u"SELECT count(*), (SELECT max(seq) FROM event), (SELECT max(id) FROM pack) FROM event WHERE "_s + whereOf(part),
        notRemoved());
    if (auto ran = counted.run(mate); !ran)
        return ran.error();
    if (counted.next()) {
        part.events = counted.number(0);
        part.lastSeq = counted.number(1);
        part.lastPack = counted.number(2);
    }
    return part;
}

Result<int> PartRemoval::removeEvents(const RecordPart &part, int limit)
{
    return remove(part, u"event"_s, u"seq"_s, part.lastSeq, limit);
}

Result<int> PartRemoval::removePacks(const RecordPart &part, int limit)
{
    return remove(part, u"pack"_s, u"id"_s, part.lastPack, limit);
}

Result<int> PartRemoval::remove(
    const RecordPart &part, const QString &from, const QString &column, qint64 last, int limit)
{
    Statement rows(m_sql,
        // The plus keeps SQLite to the index of conversations, whose order is the one wanted here.
        u"DELETE FROM %1 WHERE %2 IN (SELECT %2 FROM %1 WHERE %3 AND +%2 <= ? LIMIT ?)"_s.arg(
            from, column, whereOf(part)),
        notRemoved());
    if (auto ran = rows.run(part.mate, last, limit); !ran)
        return ran.error();
    return rows.changes();
}

Result<QList<discord::ChannelId>> PartRemoval::end(const RecordPart &part)
{
    Statement left(m_sql, u"SELECT DISTINCT channel FROM event WHERE channel <> 0 AND "_s + whereOf(part), notRemoved());
    if (auto ran = left.run(part.mate); !ran)
        return ran.error();
    QList<discord::ChannelId> channels;
    while (left.next())
        channels.append(left.id<discord::ChannelId>(0));
    if (auto ended = left.ended(); !ended)
        return ended.error();
    Statement lines(m_sql, u"DELETE FROM conversation WHERE "_s + whereOf(part), notRemoved());
    if (auto ran = lines.run(part.mate); !ran)
        return ran.error();
    return channels;
}

Result<void> PartRemoval::abandon(const RecordPart &part)
{
    Statement lines(m_sql,
        u"DELETE FROM conversation WHERE mate = ? AND NOT EXISTS (SELECT 1 FROM event "
        "WHERE event.mate = conversation.mate AND event.channel = conversation.channel)"_s,
        notRemoved());
    return lines.run(part.mate);
}

} // namespace loopflow
