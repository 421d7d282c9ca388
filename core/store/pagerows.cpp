#include "core/store/pagerows.h"

#include "core/base/core.h"
#include "core/store/eventrows.h"

#include <algorithm>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// Payloads come last in a row, and long ones in pages of their own: what is not asked for is not read.
const QString selectShown
    = u"SELECT seq, turn, at, steady, kind, form, iif(kind = 'RequestSent', NULL, payload), mate, channel, replay_of, "
      "textless FROM event WHERE mate = ? AND channel = ? AND %1 "
      "AND kind NOT IN ('TypingShown', 'PersonTyped', 'ConnectivityChanged', 'HistoryFetched') ORDER BY seq %2 LIMIT ?"_s;

} // namespace

PageRows::PageRows(const QSqlDatabase &sql, EventRows *events)
    : m_events(events)
    , m_before(sql, selectShown.arg(u"seq < ?"_s, u"DESC"_s), Core::tr("The record could not be read"))
    , m_after(sql, selectShown.arg(u"seq > ? AND seq <= ?"_s, u"ASC"_s), Core::tr("The record could not be read"))
    , m_moments(sql,
          u"SELECT seq, at, turn, replay_of IS NOT NULL FROM event WHERE mate = ? AND channel = ? AND seq > ? "
          "ORDER BY seq LIMIT ?"_s,
          Core::tr("The record could not be read"))
{
}

Result<RecordPage> PageRows::before(const ConversationId &conversation, qint64 seq, int limit)
{
    if (auto ran = m_before.run(conversation.mate, conversation.channel, seq, limit); !ran)
        return ran.error();
    return pageOf(m_before, limit);
}

Result<RecordPage> PageRows::after(const ConversationId &conversation, qint64 seq, qint64 upTo, int limit)
{
    if (auto ran = m_after.run(conversation.mate, conversation.channel, seq, upTo, limit); !ran)
        return ran.error();
    return pageOf(m_after, limit);
}

Result<RecordPage> PageRows::pageOf(Statement &rows, int limit)
{
    RecordPage page;
    int read = 0;
    for (; rows.next(); ++read) {
        const qint64 seq = rows.number(0);
        page.oldest = read == 0 ? seq : std::min(page.oldest, seq);
        page.newest = std::max(page.newest, seq);
        if (auto record = m_events->shownRecordOf(rows))
            page.records.append(*std::move(record));
        else
            ++page.unreadable;
    }
    auto ended = rows.ended();
    rows.reset();
    if (!ended)
        return ended.error();
    page.more = read == limit;
    if (page.records.size() > 1 && page.records.constFirst().seq > page.records.constLast().seq)
        std::reverse(page.records.begin(), page.records.end());
    return page;
}

Result<QList<RecordedMoment>> PageRows::moments(const ConversationId &conversation, qint64 after, int limit)
{
    if (auto ran = m_moments.run(conversation.mate, conversation.channel, after, limit); !ran)
        return ran.error();
    QList<RecordedMoment> moments;
    while (m_moments.next())
        moments.append({m_moments.number(0), m_moments.time(1).count(), TurnId{m_moments.number(2)}, m_moments.number(3) != 0});
    auto ended = m_moments.ended();
    m_moments.reset();
    if (!ended)
        return ended.error();
    return moments;
}

} // namespace loopflow
