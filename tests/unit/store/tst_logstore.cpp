#include "core/store/logstore.h"

#include "core/store/journal.h"
#include "tests/support/test.h"
#include "tests/unit/store/filewords.h"
#include "tests/unit/store/recordsamples.h"
#include "tests/unit/store/storefixture.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

LogRecord line(qint64 seq, const QString &text = u"hello"_s)
{
    discord::Message message = sampleMessage(static_cast<int>(seq));
    message.content = text;
    return {seq, {Milliseconds(seq), Milliseconds(1'700'000'000'000 + seq)}, talk, {},
        ChannelEvent(MessageSeen{message})};
}

LogRecord end(qint64 seq, TurnEvent event)
{
    return {seq, {}, talk, TurnId{7}, std::move(event)};
}

/// Text that no compression makes small.
QString noise(qsizetype size)
{
    QString text(size, Qt::Uninitialized);
    quint32 seed = 1;
    for (QChar &c : text) {
        seed = seed * 1664525 + 1013904223;
        c = QChar(static_cast<char16_t>(u' ' + (seed >> 16) % 90));
    }
    return text;
}

QRegularExpression fullDisk() { return QRegularExpression(u"The record could not be written.*disk is full"_s); }

} // namespace

class LogStoreTest : public QObject {
    Q_OBJECT

private:
    static qint64 rows(const StoreFixture &store)
    {
        return store.ask(u"SELECT count(*) FROM event"_s).toLongLong();
    }

private Q_SLOTS:
    void writesAFloodInPartsAndLosesNothingOfIt()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        for (qint64 seq = 1; seq <= 200; ++seq)
            record.append(line(seq, u"flood"_s));
        while (rows(store) == 0)
            QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QVERIFY(rows(store) < 200); // the window had its turn in between
        QTRY_COMPARE(rows(store), 200);
        QCOMPARE(record.read(talk)->size(), 200);
    }

    void countsWhatEachPromptVersionAnswered()
    {
        StoreFixture store;
        {
            LogStore record(store.database.get());
            qint64 seq = 1;
            for (int turn = 1; turn <= 4; ++turn) {
                for (LogRecord &event : sampleTurn(seq, TurnId{turn}, 100)) {
                    auto *of = std::get_if<TurnEvent>(&event.event);
                    if (auto *started = of ? std::get_if<TurnStarted>(of) : nullptr) {
                        started->promptVersion = turn == 1 ? 1 : 2;
                        if (turn == 4) // run again, and so no answer of the version
                            started->replayOf = TurnId{3};
                    }
                    record.append(event);
                    seq = event.seq + 1;
                }
            }
            const QMap<int, PromptUse> uses{{1, {1, sampleCost}}, {2, {2, 2 * sampleCost}}};
            QCOMPARE(record.promptUses(talk.mate), uses);
            QVERIFY(record.removeBefore(std::numeric_limits<qint64>::max()));
            QCOMPARE(record.promptUses(talk.mate), uses);
            QVERIFY(record.promptUses(MateId{99}).isEmpty());
        }
    }

    void readsOneTurn()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        QList<LogRecord> second;
        qint64 seq = 1;
        for (int turn = 1; turn <= 3; ++turn) {
            for (const LogRecord &event : sampleTurn(seq, TurnId{turn}, 100)) {
                record.append(event);
                if (event.turn == TurnId{2})
                    second.append(event);
                seq = event.seq + 1;
            }
        }
        int unreadable = -1;
        const auto read = record.readTurn(TurnId{2}, &unreadable);
        QVERIFY(read);
        QCOMPARE(unreadable, 0);
        QCOMPARE(read->size(), second.size());
        for (qsizetype i = 0; i < second.size(); ++i) {
            QCOMPARE(read->at(i).seq, second[i].seq);
            QVERIFY(read->at(i).event == second[i].event);
            QCOMPARE(read->at(i).at.steady, second[i].at.steady);
        }
        QVERIFY(record.readTurn(TurnId{99})->isEmpty());
    }

    void aDamagedRowOfATurnIsCountedAndTheRestRead()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        const QList<LogRecord> events = sampleTurn(1, TurnId{1}, 100);
        for (const LogRecord &event : events)
            record.append(event);
        QVERIFY(record.flush());
        store.execute(u"UPDATE event SET payload = x'00ff' WHERE kind = 'HistoryFetched'"_s);
        store.execute(u"UPDATE event SET kind = 'FromTomorrow' WHERE kind = 'TypingShown'"_s);
        int unreadable = 0;
        const auto read = record.readTurn(TurnId{1}, &unreadable);
        QVERIFY(read);
        QCOMPARE(unreadable, 2);
        QCOMPARE(read->size(), events.size() - 3); // and the question is not of the turn
        store.execute(u"UPDATE event SET payload = x'00' WHERE kind = 'TurnStarted'"_s);
        QCOMPARE(record.readTurn(TurnId{1}, &unreadable)->size(), events.size() - 4);
    }

    void writesInBatchesByItself()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        for (int i = 1; i <= 50; ++i)
            record.append(line(i));
        QCOMPARE(rows(store), 0);
        QTRY_COMPARE(rows(store), 50);
    }

    void doesNotWriteInsideTheCallThatEndsATurn_data()
    {
        QTest::addColumn<TurnEvent>("event");
        QTest::newRow("finished") << TurnEvent(TurnFinished{});
        QTest::newRow("failed") << TurnEvent(
            TurnFailed{u"model"_s, {ErrorCode::Timeout, u"It took too long."_s}});
        QTest::newRow("cancelled") << TurnEvent(TurnCancelled{u"deleted"_s});
    }

    void doesNotWriteInsideTheCallThatEndsATurn()
    {
        QFETCH(TurnEvent, event);
        StoreFixture store;
        LogStore record(store.database.get());
        record.append(line(1));
        record.append(end(2, event));
        QCOMPARE(rows(store), 0);
        QTRY_COMPARE(rows(store), 2);
    }

    void writesWhatIsLeftAtItsEnd()
    {
        StoreFixture store;
        {
            LogStore record(store.database.get());
            record.append(line(1));
        }
        QCOMPARE(rows(store), 1);
    }

    void readsWhatStillWaits()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        QCOMPARE(record.lastSeq(), 0);
        QCOMPARE(record.lastTurn(), TurnId{});
        record.append(line(3));
        record.append(end(4, TurnFinished{}));
        QCOMPARE(record.lastSeq(), 4);
        QCOMPARE(record.lastTurn(), TurnId{7});
        int unreadable = 99;
        QCOMPARE(record.read(talk, &unreadable)->size(), 2);
        QCOMPARE(unreadable, 0);
        QCOMPARE(record.conversations(talk.mate)->constFirst().lastText, u"hello"_s);
        QCOMPARE(record.costSince(talk.mate, 0), 0.0);
    }

    void numbersGoOnAfterARestart()
    {
        StoreFixture store;
        {
            LogStore record(store.database.get());
            for (const LogRecord &one : sampleTurn(10, TurnId{3}, 5))
                record.append(one);
        }
        store.reopen();
        const LogStore record(store.database.get());
        QCOMPARE(record.lastSeq(), 18);
        QCOMPARE(record.lastTurn(), TurnId{3});
    }

    void saysOnceThatTheDiskIsFullAndLosesNothing()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        record.append(line(1));
        QVERIFY(record.flush());
        QSignalSpy failed(&record, &LogStore::failed);
        store.fillDisk();
        record.append(line(2, noise(200000)));
        QVERIFY(!record.flush());
        record.append(line(3));
        QVERIFY(!record.flush());
        QCOMPARE(failed.size(), 1);
        QVERIFY(fullDisk().match(failed.constFirst().constFirst().value<Error>().message).hasMatch());
        QCOMPARE(record.read(talk)->size(), 3); // also what waits
        QCOMPARE(record.removeBefore(0).error().code, ErrorCode::Storage);
        store.emptyDisk();
        QVERIFY(record.flush());
        QCOMPARE(record.read(talk)->size(), 3);
        QCOMPARE(rows(store), 3);

        store.fillDisk();
        record.append(line(4, noise(900000)));
        QVERIFY(!record.flush());
        QCOMPARE(failed.size(), 2); // it had worked in between
        QTest::ignoreMessage(QtWarningMsg, fullDisk());
    }

    void readsLongPayloadsAfterAFailure()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        store.fillDisk();
        for (const LogRecord &one : sampleTurn(1, TurnId{1}, 300))
            record.append(one);
        QVERIFY(!record.flush());
        store.emptyDisk();
        QVERIFY(record.flush());
        int unreadable = 0;
        QCOMPARE(record.read(talk, &unreadable)->size(), 9);
        QCOMPARE(unreadable, 0);
    }

    void dropsTheOldestOfTooMany()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        for (int i = 1; i <= 10010; ++i)
            record.append(end(i, TypingShown{}));
        QVERIFY(record.flush());
        QCOMPARE(rows(store), 10000);
        QCOMPARE(store.ask(u"SELECT min(seq) FROM event"_s).toInt(), 11);
    }

    void removesWhatIsOld()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        for (int i = 1; i <= 10; ++i)
            record.append(line(i));
        QCOMPARE(*record.removeBefore(1'700'000'000'000 + 4), 3);
        QCOMPARE(record.read(talk)->constFirst().seq, 4);
    }

    void countsTheTurnsOfEachMate()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        qint64 seq = 0;
        const auto put = [&](MateId mate, qint64 at, TurnEvent event) {
            record.append({++seq, {{}, Milliseconds(at)}, {mate, {1}}, TurnId{seq}, std::move(event)});
        };
        TurnStarted replay;
        replay.replayOf = TurnId{1};
        put(MateId{1}, 999, TurnStarted());
        put(MateId{1}, 1000, TurnStarted());
        put(MateId{1}, 1001, TurnFailed());
        put(MateId{1}, 1002, replay);
        put(MateId{1}, 1003, TurnStarted());
        put(MateId{1}, 1004, TurnFinished());
        put(MateId{2}, 2000, TurnStarted());
        const auto counts = record.turnsSince(1000);
        QVERIFY(counts);
        QCOMPARE(counts->size(), size_t{2});
        QCOMPARE(counts->at(MateId{1}), (TurnCounts{2, 1}));
        QCOMPARE(counts->at(MateId{2}), (TurnCounts{1, 0}));
    }

    void tellsHowMuchItHolds()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        QCOMPARE(record.size().events, 0);
        QCOMPARE(record.size().oldestMs, 0);
        record.append(line(3));
        record.append(line(2));
        QCOMPARE(record.size().events, 2);
        QVERIFY(record.flush());
        QCOMPARE(record.size().events, 2);
        QCOMPARE(record.size().oldestMs, 1'700'000'000'002);
        QVERIFY(record.size().databaseBytes > 4096);
    }

    void deletesTheOldestSliceBySlice()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        for (int i = 1; i <= 5; ++i)
            record.append(line(i));
        QCOMPARE(record.removeOldest(1'700'000'000'005, 3).value(), 3);
        QCOMPARE(store.ask(u"SELECT min(seq) FROM event"_s).toInt(), 4);
        QCOMPARE(record.removeOldest(1'700'000'000'005, 3).value(), 1);
        QCOMPARE(record.removeOldest(1'700'000'000'005, 3).value(), 0);
    }

    void listsHowTheNewestTurnEnded()
    {
        StoreFixture store;
        const auto newest = [&] {
            LogStore again(store.database.get());
            return again.conversations(talk.mate)->first();
        };
        {
            LogStore record(store.database.get());
            const auto at = [](LogRecord one, qint64 ms) {
                one.at = {Milliseconds(ms), Milliseconds(1'700'000'000'000 + ms)};
                return one;
            };
            record.append(line(1));
            record.append(at(end(2, TurnStarted{}), 1000));
            record.append(at(end(3, TurnFailed{u"model"_s, {ErrorCode::Unavailable, u"It is overloaded."_s}}), 3500));
            QVERIFY(record.flush());
        }
        QVERIFY(newest().failed);
        QCOMPARE(newest().lastText, u"It is overloaded."_s);
        QCOMPARE(newest().lastDurationMs, 2500);
        QCOMPARE(newest().unread, 1);
        {
            LogStore record(store.database.get());
            record.append(line(4, u"and now?"_s));
            QVERIFY(record.flush());
        }
        QVERIFY(!newest().failed);
        QCOMPARE(newest().lastText, u"and now?"_s);
        QCOMPARE(newest().lastDurationMs, 2500);
    }

    void whatWasLookedAtIsNotUnread()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        record.append(line(1));
        record.append(end(2, TurnStarted{}));
        record.append(end(3, TurnFinished{}));
        record.append(end(4, TurnCancelled{}));
        QCOMPARE(record.conversations(talk.mate)->first().unread, 1);
        QVERIFY(record.markRead(talk));
        QCOMPARE(record.conversations(talk.mate)->first().unread, 0);
    }

    void aConversationsLineHasNoTextWhereNoneIsRecorded()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        bool recordsText = true;
        record.setRecordsText([&](MateId) { return recordsText; });
        const auto newest = [&] { return record.conversations(talk.mate)->first(); };
        record.append(line(2, u"open words"_s));
        QCOMPARE(newest().lastText, u"open words"_s);
        QVERIFY(!newest().textless);
        recordsText = false;
        record.append(line(4, u"hidden words"_s));
        QVERIFY(newest().textless);
        QVERIFY(newest().lastText.isEmpty());
        QCOMPARE(newest().lastMs, 1'700'000'000'004);
        record.append(end(5, TurnStarted{}));
        ResponseCompleted completed;
        completed.reply.text = u"a hidden reply"_s;
        record.append(end(6, completed));
        record.append(end(7, TurnFailed{u"model"_s, {ErrorCode::Timeout, u"hidden words"_s}}));
        QVERIFY(newest().failed && !newest().textless);
        QVERIFY(!newest().lastText.isEmpty() && !newest().lastText.contains(u"hidden"_s));
        recordsText = true;
        record.append(line(8, u"open again"_s));
        QCOMPARE(newest().lastText, u"open again"_s);
        QVERIFY(!newest().textless);
        QCOMPARE(record.read(talk)->at(1).textless, true);
        QCOMPARE(record.read(talk)->constLast().textless, false);
        QCOMPARE(store.ask(u"SELECT count(*) FROM search_text WHERE search_text MATCH 'hidden'"_s).toInt(), 0);
        QCOMPARE(store.ask(u"SELECT count(*) FROM search_text WHERE search_text MATCH 'open'"_s).toInt(), 2);
    }

    void whatWaitsToBeWrittenHasNoTextEither()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        record.setRecordsText([](MateId) { return false; });
        store.fillDisk();
        for (int seq = 1; seq <= 3000; ++seq)
            record.append(line(seq));
        QVERIFY(!record.flush());
        const auto read = record.read(talk);
        QVERIFY(read);
        QCOMPARE(read->size(), 3000);
        for (const LogRecord &one : *read)
            QVERIFY(one.textless);
        store.emptyDisk();
    }

    void aDraftDoesNotStayInTheLogOfTheDatabase()
    {
        StoreFixture store;
        MateStore mates(store.database.get());
        const MateId mate = addMate(mates, u"maya"_s);
        Journal journal(store.database.get());
        LogStore record(store.database.get());
        QVERIFY(journal.open(mate, talk.channel, {10}, {20}));
        QVERIFY(journal.draft(mate, {{10}}, {{u"zindulfo"_s}, 1, false}));
        QVERIFY(journal.settle(mate, {{10}}));
        QVERIFY(!wordsIn(bytesOf(store.folder.path()), {"zindulfo"}).isEmpty()); // the write-ahead log has it
        const auto wiped = record.wipeLog();
        QVERIFY(wiped && *wiped);
        QCOMPARE(wordsIn(bytesOf(store.folder.path()), {"zindulfo"}), QByteArrayList());
    }
};

LOOPFLOW_TEST(LogStoreTest)
#include "tst_logstore.moc"
