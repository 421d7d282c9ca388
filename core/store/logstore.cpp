#include "core/store/logstore.h"

#include "core/base/core.h"
#include "core/base/log.h"
#include "core/store/database.h"
#include "core/store/eventrows.h"
#include "core/store/pagerows.h"
#include "core/store/partremoval.h"
#include "core/store/statement.h"
#include "core/store/turnreader.h"
#include "core/store/turnrows.h"

#include <QFileInfo>

#include <algorithm>

namespace loopflow {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto batchTime = 100ms;
constexpr qsizetype batch = 40; // records: half a frame to write; the window's turn comes before the next ones
constexpr auto turnEndTime = 50ms; // many turns end together in a busy minute: they share a commit
constexpr auto retryTime = 5s;
constexpr auto wipeTime = 5s;
constexpr qsizetype waitingLimit = 10000;
constexpr qint64 readAsideFrom = 512 * 1024; // bytes: some 10 ms

bool endsTurn(const LogEvent &event)
{
    const auto *turnEvent = std::get_if<TurnEvent>(&event);
    return turnEvent && loopflow::endsTurn(*turnEvent);
}

void warn(const Error &error) { qCWarning(logStore).noquote() << error.message; }

} // namespace

LogStore::LogStore(Database *database, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_rows(std::make_unique<EventRows>(database->sql()))
    , m_pages(std::make_unique<PageRows>(database->sql(), m_rows.get()))
    , m_reader(std::make_unique<TurnReader>(database->sql().databaseName()))
    , m_turns(std::make_unique<TurnRows>(database->sql()))
    , m_removal(std::make_unique<PartRemoval>(database->sql()))
{
    m_wipe.setSingleShot(true);
    m_wipe.setInterval(wipeTime);
    connect(&m_wipe, &QTimer::timeout, this, [this] {
        const auto wiped = wipeLog();
        if (!wiped)
            warn(wiped.error());
        else if (!*wiped)
            m_wipe.start();
    });
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::CoarseTimer);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        if (const auto written = writeSome(batch); !written)
            warn(written.error());
    });
}

LogStore::~LogStore()
{
    if (const auto written = writeWaiting(); !written)
        warn(written.error());
}

void LogStore::append(const LogRecord &record)
{
    const std::optional<LogRecord> kept = m_gate.admit(record);
    if (!kept)
        return;
    if (kept->textless && endsTurn(record.event) && !m_wipe.isActive())
        m_wipe.start();
    m_waiting.append(*kept);
    if (m_waiting.size() > waitingLimit)
        m_waiting.removeFirst();
    const auto wait = m_failing ? Milliseconds(retryTime) : endsTurn(record.event) ? turnEndTime : batchTime;
    if (!m_timer.isActive() || (!m_failing && m_timer.remainingTimeAsDuration() > wait))
        m_timer.start(wait);
}

Result<void> LogStore::flush() { return writeWaiting(); }

Result<void> LogStore::writeWaiting() { return writeSome(m_waiting.size()); }

Result<void> LogStore::writeSome(qsizetype limit)
{
    m_timer.stop();
    if (m_waiting.isEmpty())
        return {};
    const qsizetype some = std::min(limit, m_waiting.size());
    const auto written = inTransaction(m_database->sql(), [this, some]() -> Result<void> {
        for (qsizetype i = 0; i < some; ++i) {
            if (auto inserted = m_rows->insert(m_waiting.at(i)); !inserted)
                return inserted;
        }
        return {};
    });
    if (written) {
        m_waiting.remove(0, some);
        m_failing = false;
        if (!m_waiting.isEmpty())
            m_timer.start(0);
        return {};
    }
    m_rows->forget();
    m_timer.start(retryTime);
    if (!m_failing) {
        m_failing = true;
        Q_EMIT failed(written.error());
    }
    return written;
}

qint64 LogStore::lastSeq() const
{
    return m_waiting.isEmpty() ? m_rows->lastSeq() : m_waiting.constLast().seq;
}

TurnId LogStore::lastTurn() const
{
    TurnId last = m_rows->lastTurn();
    for (const LogRecord &record : m_waiting)
        last = std::max(last, record.turn);
    return last;
}

Result<QList<LogRecord>> LogStore::read(const ConversationId &conversation, int *unreadable)
{
    if (unreadable)
        *unreadable = 0;
    const auto written = writeWaiting();
    auto records = m_rows->read(conversation, unreadable);
    if (records && !written) {
        for (const LogRecord &record : std::as_const(m_waiting)) {
            if (record.conversation == conversation)
                records->append(record);
        }
    }
    return records;
}

Result<RecordPage> LogStore::readBefore(const ConversationId &conversation, qint64 before, int limit)
{
    // What cannot be written is newer than all that was: a page of its own.
    RecordPage waiting;
    if (const auto written = writeWaiting(); !written)
        waiting.records = waitingOf(conversation, 0, before - 1);
    if (waiting.records.isEmpty())
        return m_pages->before(conversation, before, limit);
    waiting.oldest = waiting.records.constFirst().seq;
    waiting.newest = waiting.records.constLast().seq;
    waiting.more = true;
    return waiting;
}

Result<RecordPage> LogStore::readAfter(const ConversationId &conversation, qint64 after, qint64 upTo, int limit)
{
    const auto written = writeWaiting();
    auto page = m_pages->after(conversation, after, upTo, limit);
    if (!page || page->more || written)
        return page;
    for (const LogRecord &record : waitingOf(conversation, after, upTo)) {
        page->records.append(record);
        page->newest = record.seq;
    }
    return page;
}

QList<LogRecord> LogStore::waitingOf(const ConversationId &conversation, qint64 after, qint64 upTo) const
{
    QList<LogRecord> records;
    for (const LogRecord &record : m_waiting) {
        if (record.conversation == conversation && record.seq > after && record.seq <= upTo)
            records.append(record);
    }
    return records;
}

Result<QList<RecordedMoment>> LogStore::moments(const ConversationId &conversation, qint64 after, int limit)
{
    if (const auto written = writeWaiting(); !written)
        warn(written.error());
    return m_pages->moments(conversation, after, limit);
}

Result<QList<LogRecord>> LogStore::readTurn(TurnId turn, int *unreadable)
{
    if (unreadable)
        *unreadable = 0;
    const auto written = writeWaiting();
    auto records = m_rows->readTurn(turn, unreadable);
    if (records && !written) {
        for (const LogRecord &record : std::as_const(m_waiting)) {
            if (record.turn == turn)
                records->append(record);
        }
    }
    return records;
}

bool LogStore::readTurn(TurnId turn, QObject *context, Callback<TurnRecords> callback)
{
    const auto longest = writeWaiting() ? m_rows->longestOf(turn) : Result<qint64>(0);
    if (longest && *longest > readAsideFrom) {
        m_reader->read(turn, context, std::move(callback));
        return true;
    }
    TurnRecords read;
    auto records = readTurn(turn, &read.unreadable);
    if (!records) {
        callback(records.error());
        return false;
    }
    read.records = *std::move(records);
    callback(read);
    return false;
}

Result<QList<TurnId>> LogStore::replays(TurnId of)
{
    if (const auto written = writeWaiting(); !written)
        warn(written.error()); // the list is as old as the last batch
    return m_turns->replays(of);
}

Result<QList<TurnId>> LogStore::answered(MateId mate, int limit)
{
    if (const auto written = writeWaiting(); !written)
        warn(written.error());
    return m_turns->answered(mate, limit);
}

Result<QList<TurnId>> LogStore::answered(const ConversationId &conversation, int limit)
{
    if (const auto written = writeWaiting(); !written)
        warn(written.error());
    return m_turns->answered(conversation, limit);
}

Result<QList<ConversationSummary>> LogStore::conversations(MateId mate)
{
    if (const auto written = writeWaiting(); !written)
        warn(written.error()); // the list is as old as the last batch
    return m_rows->conversations(mate);
}

Result<void> LogStore::markRead(const ConversationId &conversation)
{
    if (auto written = writeWaiting(); !written)
        return written;
    return m_rows->markRead(conversation);
}

double LogStore::costSince(MateId mate, qint64 sinceMs)
{
    if (const auto written = writeWaiting(); !written)
        warn(written.error());
    const Result<double> cost = m_rows->costSince(mate, sinceMs);
    if (cost)
        return *cost;
    warn(cost.error());
    return 0;
}

QMap<int, PromptUse> LogStore::promptUses(MateId mate)
{
    if (const auto written = writeWaiting(); !written)
        warn(written.error());
    const auto uses = m_rows->promptUses(mate);
    if (uses)
        return *uses;
    warn(uses.error());
    return {};
}

Result<std::map<MateId, TurnCounts>> LogStore::turnsSince(qint64 ms)
{
    if (const auto written = writeWaiting(); !written)
        warn(written.error());
    return m_rows->turnsSince(ms);
}

RecordSize LogStore::size()
{
    RecordSize size;
    Statement row(m_database->sql(), u"SELECT count(*), min(at) FROM event"_s,
        Core::tr("The record could not be counted"));
    if (const auto ran = row.run(); !ran)
        warn(ran.error());
    else if (row.next()) {
        size.events = row.number(0) + m_waiting.size();
        size.oldestMs = row.number(1);
        if (size.oldestMs == 0 && !m_waiting.isEmpty())
            size.oldestMs = m_waiting.constFirst().at.wall.count();
    }
    const QString path = m_database->sql().databaseName();
    for (const QString &file : {path, path + u"-wal"_s})
        size.databaseBytes += QFileInfo(file).size();
    return size;
}

Result<int> LogStore::removeOldest(qint64 beforeMs, int limit)
{
    if (auto written = writeWaiting(); !written)
        return written.error();
    int removed = 0;
    const auto done = inTransaction(m_database->sql(), [&]() -> Result<void> {
        const Result<int> count = m_rows->removeOldest(beforeMs, limit);
        if (!count)
            return count.error();
        removed = *count;
        return {};
    });
    if (!done)
        return done.error();
    return removed;
}

Result<bool> LogStore::indexSome()
{
    constexpr int slice = 50; // events: some milliseconds, for what turns refer to is unpacked
    bool more = false;
    const auto done = inTransaction(m_database->sql(), [&]() -> Result<void> {
        const Result<bool> indexed = m_rows->indexSome(slice);
        if (!indexed)
            return indexed.error();
        more = *indexed;
        return {};
    });
    if (done)
        return more;
    m_rows->forget();
    return done.error();
}

int LogStore::indexedThousandths()
{
    const auto indexed = m_rows->search().indexed();
    const qint64 last = m_rows->lastSeq();
    if (!indexed || *indexed < 0 || last <= 0)
        return 1000;
    return static_cast<int>(std::min<qint64>(999, *indexed * 1000 / last));
}

Result<bool> LogStore::tidySearchSome()
{
    bool tidy = false;
    const auto done = inTransaction(m_database->sql(), [&]() -> Result<void> {
        const Result<bool> some = m_rows->search().tidySome();
        if (!some)
            return some.error();
        tidy = *some;
        return {};
    });
    if (!done)
        return done.error();
    return tidy;
}

Result<RecordPart> LogStore::beginRemoval(MateId mate, discord::ChannelId channel)
{
    if (auto written = writeWaiting(); !written)
        return written.error();
    auto part = m_removal->begin(mate, channel);
    if (part) {
        m_gate.forget(mate, channel);
        m_rows->forget();
    }
    return part;
}

Result<int> LogStore::removeSome(const RecordPart &part, int limit)
{
    constexpr int packsFor = 20; // events: a pack is some KB that are overwritten
    int removed = 0;
    const auto done = inTransaction(m_database->sql(), [&]() -> Result<void> {
        const auto events = m_removal->removeEvents(part, limit);
        const auto packs = events && *events == 0 ? m_removal->removePacks(part, std::max(1, limit / packsFor)) : 1;
        if (!events || !packs)
            return events ? packs.error() : events.error();
        removed = *events;
        if (*events > 0 || *packs > 0)
            return {};
        removed = -1;
        const auto channels = m_removal->end(part);
        if (!channels)
            return channels.error();
        m_rows->forget(); // numbers of packs may come again
        for (const discord::ChannelId channel : *channels) {
            if (auto summed = m_rows->sumUp({part.mate, channel}); !summed)
                return summed;
        }
        return {};
    });
    if (!done)
        return done.error();
    return removed;
}

Result<void> LogStore::abandonRemoval(const RecordPart &part)
{
    return inTransaction(m_database->sql(), [&] { return m_removal->abandon(part); });
}

Result<bool> LogStore::wipeLog()
{
    Statement wipe(m_database->sql(), u"PRAGMA wal_checkpoint(TRUNCATE)"_s,
        Core::tr("Deleted text could not be taken out of the database's log"));
    if (auto ran = wipe.run(); !ran)
        return ran.error();
    return !wipe.next() || wipe.number(0) == 0;
}

Result<void> LogStore::compact()
{
    m_gate.forgetAll(); // what is under way would be recorded without its beginning
    if (auto tidied = inTransaction(m_database->sql(), [this] { return m_rows->search().tidy(); }); !tidied)
        return tidied;
    const QString what = Core::tr("The disk could not be given back what was deleted");
    for (const QString &text : {u"VACUUM"_s, u"PRAGMA wal_checkpoint(TRUNCATE)"_s}) {
        Statement statement(m_database->sql(), text, what);
        if (auto ran = statement.run(); !ran)
            return ran;
        while (statement.next()) { }
    }
    return {};
}

Result<int> LogStore::removeBefore(qint64 ms)
{
    if (auto written = writeWaiting(); !written)
        return written.error();
    int removed = 0;
    const auto done = inTransaction(m_database->sql(), [&]() -> Result<void> {
        const Result<int> count = m_rows->removeBefore(ms);
        if (!count)
            return count.error();
        removed = *count;
        return {};
    });
    if (!done) {
        m_rows->forget();
        return done.error();
    }
    return removed;
}

} // namespace loopflow
