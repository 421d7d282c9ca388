#include "core/store/eventrows.h"

#include "core/base/core.h"
#include "core/base/log.h"
#include "core/conversation/eventjson.h"
#include "core/discord/messagetext.h"
#include "core/store/logstore.h"

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

enum class Form { Json = 0, Deflated = 1, Pieces = 2 };

constexpr qsizetype deflateFrom = 400; // bytes: below, the saving is not worth an inflate
constexpr qsizetype piecesFrom = 2048; // bytes: below, a payload is one piece or two
constexpr qsizetype lineLength = 120;
constexpr qint64 dayMs = 24 * 60 * 60 * 1000;

const QString selectRecords = u"SELECT seq, turn, at, steady, kind, form, payload, mate, channel, replay_of, "
                              "textless FROM event WHERE %1 ORDER BY seq"_s;

template <class Event>
const Event *as(const LogEvent &event)
{
    const auto *turnEvent = std::get_if<TurnEvent>(&event);
    return turnEvent ? std::get_if<Event>(turnEvent) : nullptr;
}

/// Whether the payloads of such events contain what others contained before.
bool repeats(const LogEvent &event)
{
    return as<TurnStarted>(event) || as<HistoryFetched>(event) || as<RequestSent>(event)
        || as<TurnRestarted>(event);
}

std::optional<qint64> replayOf(const LogEvent &event)
{
    const auto *started = as<TurnStarted>(event);
    if (!started || !started->replayOf)
        return {};
    return static_cast<qint64>(*started->replayOf);
}

std::optional<double> costOf(const LogEvent &event)
{
    const auto *completed = as<ResponseCompleted>(event);
    if (!completed)
        return {};
    if (completed->reply.usage.cost)
        return completed->reply.usage.cost;
    return llm::costOf(completed->reply.usage, completed->price);
}

/// What an event adds to a conversation's line in a list.
struct Line {
    QString person; ///< empty: says nothing of it
    QString text; ///< empty: the line stays
    bool failed = false;
    bool ended = false; ///< a turn is over
    bool unread = false; ///< and there is something to look at
    bool textless = false; ///< something was said, but is not recorded
};

std::optional<Line> lineOf(const LogRecord &record)
{
    const LogEvent &event = record.event;
    if (const auto *failure = as<TurnFailed>(event))
        return Line{.person = {}, .text = failure->error.message, .failed = true, .ended = true, .unread = true};
    if (as<TurnFinished>(event))
        return Line{.person = {}, .text = {}, .ended = true, .unread = true};
    if (as<TurnCancelled>(event))
        return Line{.person = {}, .text = {}, .ended = true};
    const auto *channelEvent = std::get_if<ChannelEvent>(&event);
    if (const auto *seen = channelEvent ? std::get_if<MessageSeen>(channelEvent) : nullptr) {
        if (record.textless) // else its sizes would be put in words
            return Line{.person = {}, .text = {}, .textless = true};
        const bool isPerson = !seen->message.author.bot && !seen->message.webhook;
        return Line{isPerson ? seen->message.authorName() : QString(), discord::readableText(seen->message)};
    }
    if (const auto *started = as<TurnStarted>(event))
        return Line{started->asked.isEmpty() ? QString() : started->asked.constLast().authorName(), {}};
    if (const auto *completed = as<ResponseCompleted>(event))
        return Line{.person = {}, .text = completed->reply.text, .textless = record.textless};
    if (const auto *notice = as<NoticePosted>(event))
        return Line{.person = {}, .text = notice->text, .textless = record.textless};
    return {};
}

QString shortened(const QString &text)
{
    const QString line = text.simplified();
    if (line.size() <= lineLength)
        return line;
    const qsizetype cut = line[lineLength - 2].isHighSurrogate() ? lineLength - 2 : lineLength - 1;
    return line.first(cut) + u'…';
}

} // namespace

EventRows::EventRows(QSqlDatabase &sql)
    : m_sql(sql)
    , m_pieces(sql)
    , m_search(sql)
    , m_insert(sql,
          u"INSERT INTO event (seq, mate, channel, turn, at, steady, kind, replay_of, cost, form, payload, "
          "textless) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
          Core::tr("The record could not be written"))
    , m_summarize(sql,
          u"INSERT INTO conversation (mate, channel, person, last_text, last_at, last_duration, failed, unread, "
          "textless) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) "
          "ON CONFLICT DO UPDATE SET person = iif(excluded.person = '', person, excluded.person), "
          "last_duration = iif(excluded.last_duration < 0, last_duration, excluded.last_duration), "
          "unread = unread + excluded.unread"_s
              + [] { // what only a new line changes
                    QString newLine;
                    for (const auto &column : {u"failed"_s, u"last_at"_s, u"last_text"_s, u"textless"_s})
                        newLine += u", %1 = iif(excluded.last_text = '' AND excluded.textless = 0, %1, excluded.%1)"_s.arg(column);
                    return newLine;
                }(),
          Core::tr("The record could not be written"))
    , m_countUse(sql,
          u"INSERT INTO prompt_use (mate, version, turns, cost) VALUES (?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
          "turns = turns + excluded.turns, cost = cost + excluded.cost"_s,
          Core::tr("The record could not be written"))
{
}

Result<void> EventRows::insert(const LogRecord &record)
{
    QByteArray payload = payloadOf(record.event);
    Form form = Form::Json;
    if (repeats(record.event) && payload.size() >= piecesFrom) {
        auto references = m_pieces.store(record.conversation, record.at.wall.count() / dayMs, payload);
        if (!references)
            return references.error();
        payload = *std::move(references);
        form = Form::Pieces;
    } else if (payload.size() > deflateFrom) {
        payload = qCompress(payload, 1);
        form = Form::Deflated;
    }
    if (auto inserted = m_insert.run(record.seq, record.conversation.mate, record.conversation.channel,
            static_cast<qint64>(record.turn), record.at.wall, record.at.steady,
            QString::fromLatin1(kindOf(record.event)), replayOf(record.event), costOf(record.event),
            static_cast<int>(form), payload, record.textless);
        !inserted)
        return inserted;
    if (auto counted = countUse(record); !counted)
        return counted;
    if (auto indexed = m_search.take(record); !indexed)
        return indexed;
    return summarize(record);
}

Result<void> EventRows::countUse(const LogRecord &record)
{
    if (const auto *started = as<TurnStarted>(record.event)) {
        if (!started->replayOf && !started->draft)
            m_promptVersions.insert(record.turn, started->promptVersion);
        return {};
    }
    const bool finished = as<TurnFinished>(record.event) != nullptr;
    const double cost = costOf(record.event).value_or(0);
    const auto version = m_promptVersions.constFind(record.turn);
    if (version == m_promptVersions.cend() || (!finished && cost <= 0))
        return {};
    return m_countUse.run(record.conversation.mate, *version, finished ? 1 : 0, cost);
}

Result<void> EventRows::summarize(const LogRecord &record)
{
    if (replayOf(record.event))
        m_replays.insert(record.turn);
    if (m_replays.contains(record.turn))
        return {};
    const std::optional<Line> line = lineOf(record);
    if (!line)
        return {};
    if (as<TurnStarted>(record.event))
        m_begun.insert(record.turn, record.at.wall);
    Milliseconds lasted{-1};
    if (const auto begun = m_begun.constFind(record.turn); line->ended && begun != m_begun.cend()) {
        lasted = std::max(Milliseconds(0), record.at.wall - *begun);
        m_begun.erase(begun);
    }
    return m_summarize.run(record.conversation.mate, record.conversation.channel, line->person,
        shortened(line->text), record.at.wall, lasted, line->failed, line->unread, line->textless);
}

void EventRows::forget()
{
    m_pieces.forget();
    m_search.forget();
}

Result<bool> EventRows::indexSome(int limit)
{
    const auto indexed = m_search.indexed();
    if (!indexed || *indexed < 0)
        return indexed ? Result<bool>(false) : indexed.error();
    Statement row(m_sql,
        u"SELECT seq, turn, at, steady, kind, form, payload, mate, channel, replay_of, textless FROM event WHERE seq > ? "
        "AND kind IN ('MessageSeen', 'MessageEdited', 'MessageIgnored', 'TurnStarted', 'TurnRestarted', "
        "'ResponseCompleted', 'TurnFailed', 'TurnFinished') ORDER BY seq LIMIT ?"_s,
        Core::tr("The record could not be read"));
    if (auto ran = row.run(*indexed, limit); !ran)
        return ran.error();
    QList<LogRecord> records;
    int read = 0;
    qint64 last = -1;
    for (; row.next(); ++read) {
        last = row.number(0);
        // What cannot be read cannot be found either; the conversation says so where it is shown.
        if (auto record = recordOf(row))
            records.append(*std::move(record));
    }
    if (auto ended = row.ended(); !ended)
        return ended.error();
    for (const LogRecord &record : std::as_const(records)) {
        if (auto added = m_search.add(record); !added)
            return added.error();
    }
    const bool more = read == limit;
    if (auto noted = m_search.setIndexed(more ? last : -1); !noted)
        return noted.error();
    return more;
}

qint64 EventRows::lastSeq()
{
    Statement read(m_sql, u"SELECT max(seq) FROM event"_s, Core::tr("The record could not be read"));
    return read.run() && read.next() ? read.number(0) : 0;
}

TurnId EventRows::lastTurn()
{
    Statement read(m_sql, u"SELECT max(turn) FROM event WHERE turn > 0"_s,
        Core::tr("The record could not be read"));
    return read.run() && read.next() ? TurnId{read.number(0)} : TurnId{};
}

Result<QList<LogRecord>> EventRows::read(const ConversationId &conversation, int *unreadable)
{
    Statement rows(m_sql, selectRecords.arg(u"mate = ? AND channel = ?"_s), Core::tr("The record could not be read"));
    if (auto ran = rows.run(conversation.mate, conversation.channel); !ran)
        return ran.error();
    return recordsOf(rows, unreadable);
}

Result<QList<LogRecord>> EventRows::readTurn(TurnId turn, int *unreadable)
{
    // "turn > 0" is what the index is for.
    Statement rows(m_sql, selectRecords.arg(u"turn = ? AND turn > 0"_s), Core::tr("The turn could not be read"));
    if (auto ran = rows.run(static_cast<qint64>(turn)); !ran)
        return ran.error();
    return recordsOf(rows, unreadable);
}

Result<qint64> EventRows::longestOf(TurnId turn)
{
    Statement row(m_sql,
        u"SELECT form, length(payload), iif(form = 2, payload, NULL) FROM event WHERE turn = ? AND turn > 0"_s,
        Core::tr("The turn could not be read"));
    if (auto ran = row.run(static_cast<qint64>(turn)); !ran)
        return ran.error();
    qint64 longest = 0;
    while (row.next()) {
        const auto form = static_cast<Form>(row.number(0));
        constexpr qint64 deflatedTo = 4; // about
        longest = std::max(longest, form == Form::Pieces ? PieceStore::sizeOf(row.bytes(2))
                : form == Form::Deflated             ? row.number(1) * deflatedTo
                                                     : row.number(1));
    }
    if (auto ended = row.ended(); !ended)
        return ended.error();
    return longest;
}

Result<QList<LogRecord>> EventRows::recordsOf(Statement &rows, int *unreadable)
{
    QList<LogRecord> records;
    QSet<TurnId> replays;
    while (rows.next()) {
        const TurnId turn{rows.number(1)};
        if (!rows.isNull(9))
            replays.insert(turn);
        if (auto record = recordOf(rows)) {
            record->replay = replays.contains(turn);
            records.append(*std::move(record));
        } else if (unreadable) {
            ++*unreadable;
        }
    }
    if (auto ended = rows.ended(); !ended)
        return ended.error();
    return records;
}

Result<LogRecord> EventRows::recordOf(const Statement &row)
{
    Result<QByteArray> payload = row.bytes(6);
    switch (static_cast<Form>(row.number(5))) {
    case Form::Json:
        break;
    case Form::Deflated:
        payload = qUncompress(*payload);
        break;
    case Form::Pieces:
        payload = m_pieces.load(*payload);
        break;
    }
    if (!payload)
        return payload.error();
    auto event = eventFrom(row.text(4).toLatin1(), *payload);
    if (!event)
        return event.error();
    return LogRecord{row.number(0), {row.time(3), row.time(2)},
        {MateId{row.number(7)}, row.id<discord::ChannelId>(8)}, TurnId{row.number(1)}, *std::move(event), false,
        row.number(10) != 0};
}

Result<LogRecord> EventRows::shownRecordOf(const Statement &row)
{
    if (!row.isNull(6))
        return recordOf(row);
    // That it was sent, and when: a request whose body was not asked for.
    return LogRecord{row.number(0), {row.time(3), row.time(2)},
        {MateId{row.number(7)}, row.id<discord::ChannelId>(8)}, TurnId{row.number(1)}, TurnEvent(RequestSent{}), false,
        row.number(10) != 0};
}

Result<QList<ConversationSummary>> EventRows::conversations(MateId mate)
{
    Statement row(m_sql,
        u"SELECT channel, person, last_text, last_at, last_duration, failed, unread, textless, (SELECT count(*) FROM event "
        "WHERE event.mate = conversation.mate AND event.channel = conversation.channel "
        "AND kind = 'TurnStarted' AND replay_of IS NULL) "
        "FROM conversation WHERE mate = ? ORDER BY last_at DESC, channel"_s,
        Core::tr("The conversations could not be read"));
    if (auto ran = row.run(mate); !ran)
        return ran.error();
    QList<ConversationSummary> list;
    while (row.next())
        list.append({{mate, row.id<discord::ChannelId>(0)}, row.text(1), row.text(2), row.time(3).count(),
            static_cast<int>(row.number(8)), row.number(4), row.number(5) != 0, static_cast<int>(row.number(6)),
            row.number(7) != 0});
    if (auto ended = row.ended(); !ended)
        return ended.error();
    return list;
}

Result<void> EventRows::markRead(const ConversationId &conversation)
{
    Statement mark(m_sql, u"UPDATE conversation SET unread = 0 WHERE mate = ? AND channel = ? AND unread > 0"_s,
        Core::tr("What was read could not be noted"));
    return mark.run(conversation.mate, conversation.channel);
}

Result<double> EventRows::costSince(MateId mate, qint64 sinceMs)
{
    Statement row(m_sql, u"SELECT sum(cost) FROM event WHERE mate = ? AND at >= ? AND cost IS NOT NULL"_s,
        Core::tr("The costs could not be read"));
    if (auto ran = row.run(mate, sinceMs); !ran)
        return ran.error();
    return row.next() ? row.real(0) : 0;
}

Result<QMap<int, PromptUse>> EventRows::promptUses(MateId mate)
{
    Statement row(m_sql, u"SELECT version, turns, cost FROM prompt_use WHERE mate = ?"_s,
        Core::tr("What the prompt's versions did could not be read"));
    if (auto ran = row.run(mate); !ran)
        return ran.error();
    QMap<int, PromptUse> uses;
    while (row.next())
        uses.insert(static_cast<int>(row.number(0)), {static_cast<int>(row.number(1)), row.real(2)});
    if (auto ended = row.ended(); !ended)
        return ended.error();
    return uses;
}

Result<std::map<MateId, TurnCounts>> EventRows::turnsSince(qint64 ms)
{
    Statement row(m_sql,
        u"SELECT mate, sum(kind = 'TurnStarted' AND replay_of IS NULL), sum(kind = 'TurnFailed' AND NOT EXISTS "
        "(SELECT 1 FROM event AS begun WHERE begun.turn = event.turn AND begun.turn > 0 "
        "AND begun.replay_of IS NOT NULL)) "
        // "+mate": else SQLite walks the whole record in the order of mates, for some rows of today.
        "FROM event WHERE at >= ? AND kind IN ('TurnStarted', 'TurnFailed') GROUP BY +mate"_s,
        Core::tr("The turns could not be counted"));
    if (auto ran = row.run(ms); !ran)
        return ran.error();
    std::map<MateId, TurnCounts> counts;
    while (row.next())
        counts[MateId{row.number(0)}] = {static_cast<int>(row.number(1)), static_cast<int>(row.number(2))};
    if (auto ended = row.ended(); !ended)
        return ended.error();
    return counts;
}

Result<void> EventRows::sumUp(const ConversationId &conversation)
{
    const auto records = read(conversation, nullptr);
    if (!records)
        return records.error();
    for (const LogRecord &record : *records) {
        if (auto summarized = summarize(record); !summarized)
            return summarized;
    }
    return {};
}

Result<int> EventRows::removeOldest(qint64 beforeMs, int limit)
{
    Statement events(m_sql,
        u"DELETE FROM event WHERE seq IN (SELECT seq FROM event WHERE at < ? ORDER BY at LIMIT ?)"_s,
        Core::tr("Old records could not be removed"));
    if (auto ran = events.run(beforeMs, limit); !ran)
        return ran.error();
    return events.changes();
}

Result<int> EventRows::removeBefore(qint64 ms)
{
    const QString what = Core::tr("Old records could not be removed");
    Statement events(m_sql, u"DELETE FROM event WHERE at < ?"_s, what);
    if (auto ran = events.run(ms); !ran)
        return ran.error();
    const int removed = events.changes();
    Statement packs(m_sql, u"DELETE FROM pack WHERE day < ?"_s, what); // whose events are gone, all of them
    if (auto ran = packs.run(ms / dayMs); !ran)
        return ran.error();
    Statement lines(m_sql,
        u"DELETE FROM conversation WHERE NOT EXISTS (SELECT 1 FROM event "
        "WHERE event.mate = conversation.mate AND event.channel = conversation.channel)"_s,
        what);
    if (auto ran = lines.run(); !ran)
        return ran.error();
    Statement lastWords(m_sql, u"UPDATE conversation SET last_text = '' WHERE last_at < ?"_s, what);
    if (auto ran = lastWords.run(ms); !ran) // what goes on there may be no line
        return ran.error();
    m_pieces.forget();
    return removed;
}

} // namespace loopflow
