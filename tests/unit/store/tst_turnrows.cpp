#include "core/store/turnrows.h"

#include "core/store/logstore.h"
#include "tests/support/test.h"
#include "tests/unit/store/recordsamples.h"
#include "tests/unit/store/storefixture.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

struct Record {
    /// A turn that was answered; a replay of `of` when it is one.
    TurnId add(const ConversationId &where = talk, TurnId of = {})
    {
        const TurnId turn{++last};
        for (LogRecord record : sampleTurn(seq, turn, 2)) {
            record.conversation = where;
            if (auto *event = std::get_if<TurnEvent>(&record.event)) {
                if (auto *started = std::get_if<TurnStarted>(event); started && of != TurnId{})
                    started->replayOf = of;
            }
            store.append(record);
            seq = record.seq + 1;
        }
        return turn;
    }
    TurnId addFailed()
    {
        const TurnId turn{++last};
        for (const TurnEvent &event : {TurnEvent(TurnStarted()), TurnEvent(TurnFailed())})
            store.append({seq++, {{}, Milliseconds(1'700'000'000'000 + seq)}, talk, turn, event});
        return turn;
    }
    StoreFixture fixture;
    LogStore store{fixture.database.get()};
    qint64 seq = 1;
    qint64 last = 0;
};

} // namespace

class TurnRowsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsATurnsOwnRecordsByItsNumber()
    {
        Record record;
        record.add();
        const TurnId turn = record.add({MateId{2}, {99}});
        record.add();
        int unreadable = -1;
        const auto read = record.store.readTurn(turn, &unreadable);
        QVERIFY(read);
        QCOMPARE(unreadable, 0);
        QCOMPARE(read->size(), 8); // the question is the conversation's, not the turn's
        for (const LogRecord &one : *read) {
            QCOMPARE(one.turn, turn);
            QCOMPARE(one.conversation, (ConversationId{MateId{2}, {99}}));
            QVERIFY(!one.replay);
        }
        QVERIFY(std::holds_alternative<TurnStarted>(std::get<TurnEvent>(read->constFirst().event)));
        QVERIFY(std::holds_alternative<TurnFinished>(std::get<TurnEvent>(read->constLast().event)));
        QVERIFY(record.store.readTurn(TurnId{77})->isEmpty());
        QVERIFY(record.store.readTurn(TurnId{})->isEmpty()); // not what belongs to no turn
    }

    void findsItByAnIndexAndNotByLookingThroughAll()
    {
        Record record;
        for (const auto &[query, index] :
            {std::pair(u"SELECT seq FROM event WHERE turn = 5 AND turn > 0 ORDER BY seq"_s, u"event_turn"_s),
                {u"SELECT turn FROM event WHERE replay_of = 5 ORDER BY seq"_s, u"event_replay"_s},
                {u"SELECT turn FROM event WHERE kind = 'TurnStarted' AND replay_of IS NULL AND mate = 1 "
                  "ORDER BY seq DESC LIMIT 9"_s,
                    u"event_answer_of_mate"_s},
                {u"SELECT max(turn) FROM event WHERE turn > 0"_s, u"event_turn"_s}}) {
            QSqlQuery plan(record.fixture.database->sql());
            QVERIFY(plan.exec(u"EXPLAIN QUERY PLAN "_s + query) && plan.next());
            QVERIFY2(plan.value(3).toString().contains(index), qPrintable(plan.value(3).toString()));
            QVERIFY(plan.value(3).toString().startsWith(u"SEARCH"_s));
        }
    }

    void countsWhatCannotBeRead()
    {
        Record record;
        const TurnId turn = record.add();
        QVERIFY(record.store.flush());
        record.fixture.execute(u"UPDATE event SET payload = x'00', form = 0 WHERE kind = 'HistoryFetched'"_s);
        record.fixture.execute(u"UPDATE event SET kind = 'MindRead' WHERE kind = 'TypingShown'"_s);
        int unreadable = 0;
        QCOMPARE(record.store.readTurn(turn, &unreadable)->size(), 6);
        QCOMPARE(unreadable, 2);
    }

    void listsReplaysOldestFirst()
    {
        Record record;
        const TurnId turn = record.add();
        const TurnId other = record.add();
        const TurnId first = record.add(talk, turn);
        record.add(talk, other);
        const TurnId second = record.add(talk, turn);
        QCOMPARE(*record.store.replays(turn), (QList{first, second}));
        QVERIFY(record.store.replays(first)->isEmpty());
        const auto read = record.store.readTurn(first);
        QCOMPARE(read->size(), 8);
        for (const LogRecord &one : *read)
            QVERIFY(one.replay);
    }

    void listsTheNewestAnsweredTurns()
    {
        Record record;
        const ConversationId elsewhere{talk.mate, {5}};
        const TurnId first = record.add();
        const TurnId there = record.add(elsewhere);
        record.addFailed();
        const TurnId second = record.add();
        record.add(talk, first); // a replay
        record.add({MateId{9}, {6}}); // another mate's
        const TurnId third = record.add();
        QCOMPARE(*record.store.answered(talk.mate, 10), (QList{first, there, second, third}));
        QCOMPARE(*record.store.answered(talk.mate, 2), (QList{second, third}));
        QCOMPARE(*record.store.answered(talk, 10), (QList{first, second, third}));
        QCOMPARE(*record.store.answered(elsewhere, 10), QList{there});
        QVERIFY(record.store.answered(MateId{4}, 10)->isEmpty());
    }

    void aFailingReplayIsNoFailedTurnOfTheMate()
    {
        Record record;
        const TurnId failed = record.addFailed();
        TurnStarted again;
        again.replayOf = failed;
        record.store.append({record.seq++, {{}, Milliseconds(1'700'000'000'900)}, talk, TurnId{50}, TurnEvent(again)});
        record.store.append({record.seq++, {{}, Milliseconds(1'700'000'000'901)}, talk, TurnId{50}, TurnEvent(TurnFailed())});
        const auto counts = record.store.turnsSince(0);
        QVERIFY(counts);
        QCOMPARE(counts->at(talk.mate), (TurnCounts{1, 1}));
    }
};

LOOPFLOW_TEST(TurnRowsTest)
#include "tst_turnrows.moc"
