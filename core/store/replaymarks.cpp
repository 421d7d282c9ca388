#include "core/store/replaymarks.h"

#include "core/base/core.h"
#include "core/store/database.h"
#include "core/store/logstore.h"
#include "core/store/statement.h"

#include <algorithm>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

ReplayMark markIn(const Statement &row)
{
    const auto verdict = static_cast<ReplayVerdict>(
        std::clamp<qint64>(row.number(0), 0, static_cast<qint64>(ReplayVerdict::Worse)));
    return {verdict, row.text(1)};
}

} // namespace

ReplayMarks::ReplayMarks(Database *database, LogStore *record)
    : m_database(database)
    , m_record(record)
{
}

Result<ReplayMark> ReplayMarks::mark(TurnId replay) const
{
    Statement row(m_database->sql(), u"SELECT verdict, note FROM replay_mark WHERE turn = ?"_s,
        Core::tr("The mark could not be read"));
    if (auto ran = row.run(static_cast<qint64>(replay)); !ran)
        return ran.error();
    return row.next() ? markIn(row) : ReplayMark{};
}

Result<QHash<TurnId, ReplayMark>> ReplayMarks::marksOf(TurnId source) const
{
    Statement row(m_database->sql(),
        u"SELECT verdict, note, turn FROM replay_mark WHERE turn IN (SELECT turn FROM event WHERE replay_of = ?)"_s,
        Core::tr("The marks could not be read"));
    if (auto ran = row.run(static_cast<qint64>(source)); !ran)
        return ran.error();
    QHash<TurnId, ReplayMark> marks;
    while (row.next())
        marks.insert(TurnId{row.number(2)}, markIn(row));
    if (auto ended = row.ended(); !ended)
        return ended.error();
    return marks;
}

Result<void> ReplayMarks::set(TurnId replay, const ReplayMark &mark)
{
    const QString what = Core::tr("The mark could not be saved");
    const auto turn = static_cast<qint64>(replay);
    if (mark == ReplayMark{}) {
        Statement remove(m_database->sql(), u"DELETE FROM replay_mark WHERE turn = ?"_s, what);
        if (auto removed = remove.run(turn); !removed)
            return removed;
        Q_EMIT changed(replay, mark);
        return {};
    }
    if (auto written = m_record->flush(); !written) // the replay may have ended this very moment
        return written;
    Statement keep(m_database->sql(),
        u"INSERT OR REPLACE INTO replay_mark (turn, verdict, note) "
        "SELECT turn, ?, ? FROM event WHERE turn = ? AND turn > 0 AND replay_of IS NOT NULL"_s,
        what);
    if (auto ran = keep.run(static_cast<int>(mark.verdict), mark.note, turn); !ran)
        return ran;
    if (keep.changes() == 0)
        return Error{ErrorCode::NotFound, Core::tr("This replay is no longer in the record. Run it again to mark it.")};
    Q_EMIT changed(replay, mark);
    return {};
}

} // namespace loopflow
