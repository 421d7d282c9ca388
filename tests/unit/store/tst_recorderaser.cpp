#include "core/store/recorderaser.h"

#include "core/store/logstore.h"
#include "tests/support/test.h"
#include "tests/unit/store/recordsamples.h"
#include "tests/unit/store/storefixture.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class RecordEraserTest : public QObject {
    Q_OBJECT

    static void fill(LogStore &record, int lines)
    {
        for (int i = 1; i <= lines; ++i) {
            discord::Message message = sampleMessage(i);
            record.append({i, {{}, Milliseconds(1'700'000'000'000 + i)}, talk, {}, ChannelEvent(MessageSeen{message})});
        }
        if (!record.flush())
            qFatal("not written");
    }

private Q_SLOTS:
    void deletesEverythingAndGivesTheDiskBack()
    {
        StoreFixture store;
        MateStore mates(store.database.get());
        addMate(mates, u"maya"_s);
        LogStore record(store.database.get());
        fill(record, 1200);
        for (const LogRecord &one : sampleTurn(2000, TurnId{1}, 200)) // with pieces
            record.append(one);
        const qint64 before = record.size().databaseBytes;
        RecordEraser eraser(&record);
        QList<qint64> steps;
        connect(&eraser, &RecordEraser::progressed, this, [&](qint64 done, qint64) { steps << done; });
        std::optional<Result<qint64>> end;
        connect(&eraser, &RecordEraser::finished, this, [&](const Result<qint64> &deleted) { end = deleted; });
        eraser.start();
        QVERIFY(eraser.isRunning());
        QCOMPARE(store.ask(u"SELECT count(*) FROM event"_s).toInt() > 1000, true); // not inside the call
        QTRY_VERIFY(end.has_value());
        QVERIFY(*end && end->value() > 1200);
        QVERIFY(!eraser.isRunning());
        QVERIFY2(steps.size() >= 4, qPrintable(QString::number(steps.size())));
        QVERIFY(std::is_sorted(steps.begin(), steps.end()));
        for (const QString &table : {u"event"_s, u"pack"_s, u"conversation"_s})
            QCOMPARE(store.ask(u"SELECT count(*) FROM "_s + table).toInt(), 0);
        QCOMPARE(store.ask(u"SELECT count(*) FROM mate"_s).toInt(), 1);
        QVERIFY(record.size().databaseBytes < before / 2);
    }

    void deletesOnlyWhatIsOlder()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        fill(record, 1200);
        RecordEraser eraser(&record);
        QSignalSpy finished(&eraser, &RecordEraser::finished);
        eraser.startBefore(1'700'000'000'000 + 1101);
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(store.ask(u"SELECT count(*) FROM event"_s).toInt(), 100);
        QCOMPARE(store.ask(u"SELECT min(seq) FROM event"_s).toInt(), 1101);
    }

    void canBeCancelled()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        fill(record, 1800);
        RecordEraser eraser(&record);
        QSignalSpy finished(&eraser, &RecordEraser::finished);
        connect(&eraser, &RecordEraser::progressed, &eraser, [&](qint64 done, qint64 all) {
            QCOMPARE(all, 1800);
            if (done > 0)
                eraser.cancel();
        });
        eraser.start();
        QTRY_COMPARE(finished.size(), 1);
        const qint64 left = store.ask(u"SELECT count(*) FROM event"_s).toLongLong();
        QVERIFY(left > 0 && left < 1800);
        QCoreApplication::processEvents();
        QCOMPARE(store.ask(u"SELECT count(*) FROM event"_s).toLongLong(), left);
        QCOMPARE(finished.size(), 1);
    }

    void goesOnWorkingAfterwards()
    {
        StoreFixture store;
        LogStore record(store.database.get());
        const auto turn = sampleTurn(1, TurnId{1}, 200);
        for (const LogRecord &one : turn)
            record.append(one);
        RecordEraser eraser(&record);
        QSignalSpy finished(&eraser, &RecordEraser::finished);
        eraser.start();
        QTRY_COMPARE(finished.size(), 1);
        for (const LogRecord &one : turn) // its pieces were known, and are stored anew
            record.append(one);
        int unreadable = 0;
        const auto read = record.read(talk, &unreadable);
        QVERIFY(read);
        QCOMPARE(read->size(), turn.size());
        QCOMPARE(unreadable, 0);
    }
};

LOOPFLOW_TEST(RecordEraserTest)
#include "tst_recorderaser.moc"
