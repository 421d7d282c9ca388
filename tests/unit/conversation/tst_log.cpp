#include "core/conversation/log.h"

#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class LogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersGoOnAfterTheRecords()
    {
        ConversationLog log(41, TurnId{7});
        QList<LogRecord> records;
        connect(&log, &ConversationLog::appended, this, [&](const LogRecord &r) { records << r; });
        log.append({MateId{1}, dm}, MessageDeleted{idAt(1)});
        QCOMPARE(log.begin({MateId{1}, dm}, setup({message(1, ana, u"hi"_s)})), TurnId{8});
        log.append(MateId{1}, PromptSaved{2});
        QCOMPARE(records.size(), 3);
        QCOMPARE(records[0].seq, 42);
        QCOMPARE(records[1].turn, TurnId{8});
        QCOMPARE(records[2].seq, 44);
        QCOMPARE(records[2].conversation, (ConversationId{MateId{1}, {}}));
    }

    void stampsEveryRecordWithBothClocks()
    {
        ConversationLog log;
        QList<LogRecord> records;
        connect(&log, &ConversationLog::appended, this, [&](const LogRecord &r) { records << r; });
        const TimePoint before = readClock();
        log.append(MateId{1}, PromptSaved{2});
        QVERIFY(records[0].at >= before && records[0].at <= readClock());
        QVERIFY(records[0].at.wall >= before.wall);
    }

    void everyRecordOfAReplaySaysSo()
    {
        ConversationLog log;
        QList<LogRecord> records;
        connect(&log, &ConversationLog::appended, this, [&](const LogRecord &r) { records << r; });
        const ConversationId here{MateId{1}, dm};
        const TurnId turn = log.begin(here, setup({message(1, ana, u"hi"_s)}));
        TurnStarted again = setup({message(1, ana, u"hi"_s)});
        again.replayOf = turn;
        const TurnId replay = log.begin(here, again);
        log.append(here, turn, TurnFinished{});
        log.append(here, replay, DeltaReceived{u"Hello."_s, false});
        log.append(here, replay, TurnFailed{});
        QList<bool> replays;
        for (const LogRecord &record : records)
            replays << record.replay;
        QCOMPARE(replays, (QList{false, true, false, true, true}));
    }
};

LOOPFLOW_TEST(LogTest)
#include "tst_log.moc"
