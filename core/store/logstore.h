// The record: the log's events in the database, for people to look at.
// Batched and losable (the journal is not); a failing disk never stops a mate.
#pragma once

#include "core/base/result.h"
#include "core/store/recordgate.h"
#include "core/store/recordpage.h"

#include <QMap>
#include <QObject>
#include <QTimer>

#include <map>
#include <memory>

namespace loopflow {

class Database;
class EventRows;
class PageRows;
class PartRemoval;
class TurnReader;
struct RecordPart;
class TurnRows;

/// A conversation that the record knows.
struct ConversationSummary {
    ConversationId id;
    QString person; ///< who the mate talks to there, last seen name
    QString lastText; ///< the newest line, shortened
    qint64 lastMs = 0; ///< Unix ms
    int turns = 0; ///< without replays
    qint64 lastDurationMs = -1; ///< of the newest turn that ended; -1: none did
    bool failed = false; ///< `lastText` is the sentence of a turn that failed
    int unread = 0; ///< turns that ended since markRead()
    bool textless = false; ///< there is a newest line, but its text was not recorded
};

/// What a prompt's version did, since it was saved.
struct PromptUse {
    int turns = 0; ///< that it answered
    double cost = 0; ///< estimated, US dollars
    bool operator==(const PromptUse &) const = default;
};

/// A mate's turns of some time.
struct TurnCounts {
    int begun = 0; ///< without replays
    int failed = 0; ///< without replays
    bool operator==(const TurnCounts &) const = default;
};

/// How much the record holds.
struct RecordSize {
    qint64 events = 0;
    qint64 oldestMs = 0; ///< Unix ms; 0: there is none
    qint64 databaseBytes = 0; ///< of the whole database, with its write-ahead log
};

class LogStore : public QObject {
    Q_OBJECT
public:
    explicit LogStore(Database *database, QObject *parent = nullptr);
    ~LogStore() override; ///< flushes

    /// Whether what people and models write is recorded of a mate, asked for each record; all of them until then.
    void setRecordsText(std::function<bool(MateId)> recordsText) { m_gate.setRecordsText(std::move(recordsText)); }
    /// Queues a record; written within 100 ms, within 50 ms when it ends a turn.
    void append(const LogRecord &record);
    Result<void> flush();

    qint64 lastSeq() const;
    TurnId lastTurn() const;
    /// A conversation's records in order. Damaged or unknown rows are left out and counted in `unreadable`.
    Result<QList<LogRecord>> read(const ConversationId &conversation, int *unreadable = nullptr);
    /// The newest of them that are older than the seq `before`, at most `limit`, for who must not block.
    Result<RecordPage> readBefore(const ConversationId &conversation, qint64 before, int limit);
    /// The oldest of them that are newer than the seq `after`, up to and with `upTo`, at most `limit`.
    Result<RecordPage> readAfter(const ConversationId &conversation, qint64 after, qint64 upTo, int limit);
    /// When they happened, from the first after the seq `after`, at most `limit`; only what is written.
    Result<QList<RecordedMoment>> moments(const ConversationId &conversation, qint64 after, int limit);
    /// One turn's records in order, wherever it was; none for a turn that is not in the record.
    Result<QList<LogRecord>> readTurn(TurnId turn, int *unreadable = nullptr);
    /// The same; where its payloads are so long that a window would wait for them, they are read on another thread.
    /// True: that is so, and the callback comes later; else it came already.
    bool readTurn(TurnId turn, QObject *context, Callback<TurnRecords> callback);
    /// What ran this turn again, oldest first.
    Result<QList<TurnId>> replays(TurnId of);
    /// The newest turns that a model answered, at most `limit`, oldest first; without replays.
    Result<QList<TurnId>> answered(MateId mate, int limit);
    Result<QList<TurnId>> answered(const ConversationId &conversation, int limit);
    Result<QList<ConversationSummary>> conversations(MateId mate); ///< the one with the newest line first
    /// Somebody looks at the conversation: nothing in it is unread.
    Result<void> markRead(const ConversationId &conversation);
    /// The estimated cost of a mate's turns since then, replays included, US dollars.
    double costSince(MateId mate, qint64 sinceMs);
    /// By version number; versions that answered nothing are not in it. Replays are not counted.
    QMap<int, PromptUse> promptUses(MateId mate);
    Result<std::map<MateId, TurnCounts>> turnsSince(qint64 ms);
    RecordSize size();
    /// Deletes records older than this; returns how many.
    Result<int> removeBefore(qint64 ms);
    /// Deletes at most `limit` of them, the oldest first, for who must not block: to be repeated until none is left
    /// and ended by removeBefore().
    Result<int> removeOldest(qint64 beforeMs, int limit);
    /// Begins the deletion of a mate's record in a channel (none: in all of them). Turns that are under way there leave
    /// nothing more; what else is recorded from then on stays.
    Result<RecordPart> beginRemoval(MateId mate, discord::ChannelId channel);
    /// Deletes some of it, for who must not block; how many events that were. Nothing is left when it says -1.
    Result<int> removeSome(const RecordPart &part, int limit);
    /// In place of the rest of it: not all is to be deleted any more.
    Result<void> abandonRemoval(const RecordPart &part);
    /// Deleted text leaves the write-ahead log. False: the database is being read; to be tried again.
    Result<bool> wipeLog();
    /// Gives the disk back what was deleted (all of it: turns under way leave nothing more). Writes the whole database anew.
    Result<void> compact();

    /// Takes some of an old record into the search, for who must not block; false: all of it is in.
    Result<bool> indexSome();
    /// How far indexSome() is, in thousandths of the record; 1000: all of it.
    int indexedThousandths();
    /// Words of deleted texts stay in the file until this was repeated until it says true.
    Result<bool> tidySearchSome();

Q_SIGNALS:
    /// Writing failed (said once until it works again); records wait in memory, the oldest are
    /// dropped over 10,000.
    void failed(const loopflow::Error &error);

private:
    Result<void> writeWaiting();
    Result<void> writeSome(qsizetype limit);
    QList<LogRecord> waitingOf(const ConversationId &conversation, qint64 after, qint64 upTo) const;

    Database *m_database;
    std::unique_ptr<EventRows> m_rows;
    std::unique_ptr<PageRows> m_pages;
    std::unique_ptr<TurnReader> m_reader;
    std::unique_ptr<TurnRows> m_turns;
    std::unique_ptr<PartRemoval> m_removal;
    RecordGate m_gate;
    QList<LogRecord> m_waiting;
    QTimer m_timer;
    QTimer m_wipe; ///< what was written for a turn without text, such as its draft, does not stay in the log
    bool m_failing = false;
};

} // namespace loopflow
