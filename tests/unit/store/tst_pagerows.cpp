#include "core/store/pagerows.h"

#include "core/conversation/conversation.h"
#include "core/store/logstore.h"
#include "tests/support/test.h"
#include "tests/unit/store/recordsamples.h"
#include "tests/unit/store/storefixture.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 end = std::numeric_limits<qint64>::max();

/// Five turns and, between them, what belongs to others.
struct Record {
    Record()
    {
        for (qint64 turn = 1; turn <= 5; ++turn) {
            for (LogRecord record : sampleTurn(seq, TurnId{turn}, 2 * int(turn))) {
                store.append(record);
                record.conversation = {MateId{1}, {5000}};
                record.seq += 9;
                record.turn = record.turn == TurnId{} ? record.turn : TurnId{turn + 10};
                store.append(record);
                seq = record.seq + 1;
            }
        }
        if (!store.flush())
            qFatal("the record was not written");
    }
    /// All pages from the end, of that many records.
    QList<LogRecord> backwards(int limit, int *unreadable = nullptr)
    {
        QList<LogRecord> all;
        qint64 before = end;
        for (bool more = true; more;) {
            const auto page = store.readBefore(talk, before, limit);
            if (!page)
                qFatal("%s", qPrintable(page.error().message));
            all = page->records + all;
            before = page->oldest;
            more = page->more;
            if (unreadable)
                *unreadable += page->unreadable;
        }
        return all;
    }
    StoreFixture fixture;
    LogStore store{fixture.database.get()};
    qint64 seq = 1;
};

QList<ConversationRow> rowsOf(const QList<LogRecord> &records)
{
    Conversation view;
    for (const LogRecord &record : records)
        view.apply(record);
    return view.rows();
}

} // namespace

class PageRowsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void pagesOfAnyLengthGiveTheRowsOfTheWhole()
    {
        Record record;
        const auto whole = rowsOf(*record.store.read(talk));
        QCOMPARE(whole.size(), 10);
        for (const int limit : {1, 2, 3, 7, 100})
            QCOMPARE(rowsOf(record.backwards(limit)), whole);
    }

    void leavesOutWhatNoRowShows()
    {
        Record record;
        for (const LogRecord &one : record.backwards(100)) {
            const auto *event = std::get_if<TurnEvent>(&one.event);
            QVERIFY(!event || !std::holds_alternative<HistoryFetched>(*event));
            if (const auto *sent = event ? std::get_if<RequestSent>(event) : nullptr)
                QVERIFY(sent->body.isEmpty());
        }
    }

    void goesOnFromARecordUpToAnother()
    {
        Record record;
        const auto all = record.backwards(100);
        const auto page = record.store.readAfter(talk, all.at(3).seq, all.at(8).seq, 100);
        QVERIFY(page && !page->more);
        QCOMPARE(page->records.size(), 5);
        QCOMPARE(page->records.constFirst().seq, all.at(4).seq);
        QCOMPARE(page->newest, all.at(8).seq);
        QVERIFY(record.store.readAfter(talk, 0, end, 3)->more);
        QVERIFY(record.store.readAfter(talk, all.constLast().seq, end, 3)->records.isEmpty());
    }

    void aDamagedOrUnknownRowIsCountedAndTheRestRead()
    {
        Record record;
        const auto whole = record.backwards(100);
        record.fixture.execute(u"UPDATE event SET payload = x'00ff' WHERE kind = 'MessageSeen' AND channel = 4000 AND seq < 10"_s);
        record.fixture.execute(u"UPDATE event SET kind = 'FromTomorrow' WHERE kind = 'PartPosted' AND turn = 2"_s);
        for (const int limit : {1, 4, 100}) {
            int unreadable = 0;
            QCOMPARE(record.backwards(limit, &unreadable).size(), whole.size() - 2);
            QCOMPARE(unreadable, 2);
        }
    }

    void pagesHaveWhatCannotBeWritten()
    {
        Record record;
        record.fixture.fillDisk();
        ResponseCompleted long_;
        quint32 seed = 1;
        for (int i = 0; i < 300'000; ++i) {
            seed = seed * 1664525 + 1013904223;
            long_.reply.text += QChar(static_cast<char16_t>(u' ' + (seed >> 16) % 90));
        }
        record.store.append({1000, {}, talk, TurnId{5}, TurnEvent(long_)});
        record.store.append({1001, {}, {MateId{2}, {1}}, TurnId{9}, TurnEvent(TurnFinished{})});
        record.store.append({1002, {}, talk, TurnId{5}, TurnEvent(TurnFinished{})});
        QVERIFY(!record.store.flush());
        const auto all = record.backwards(4);
        QCOMPARE(all.constLast().seq, 1002);
        QCOMPARE(all.at(all.size() - 2).seq, 1000);
        QVERIFY(all.at(all.size() - 3).seq < 1000);
        QCOMPARE(record.store.readAfter(talk, 1000, end, 10)->records.size(), 1);
        record.fixture.emptyDisk();
        QVERIFY(record.store.flush());
    }

    void knowsWhenEverythingHappened()
    {
        Record record;
        record.fixture.execute(u"UPDATE event SET replay_of = 1 WHERE kind = 'TurnStarted' AND turn = 3"_s);
        const auto all = *record.store.read(talk);
        QList<RecordedMoment> moments;
        for (qint64 after = 0; true;) {
            const auto some = record.store.moments(talk, after, 4);
            QVERIFY(some);
            moments += *some;
            if (some->isEmpty())
                break;
            after = some->constLast().seq;
        }
        QCOMPARE(moments.size(), all.size());
        for (qsizetype i = 0; i < all.size(); ++i) {
            QCOMPARE(moments.at(i).seq, all.at(i).seq);
            QCOMPARE(moments.at(i).atMs, all.at(i).at.wall.count());
            QCOMPARE(moments.at(i).turn, all.at(i).turn);
            const auto *event = std::get_if<TurnEvent>(&all.at(i).event);
            QCOMPARE(moments.at(i).beginsReplay,
                event && std::holds_alternative<TurnStarted>(*event) && all.at(i).turn == TurnId{3});
        }
    }
};

LOOPFLOW_TEST(PageRowsTest)
#include "tst_pagerows.moc"
