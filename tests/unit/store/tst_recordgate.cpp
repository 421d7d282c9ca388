#include "core/store/recordgate.h"

#include "tests/support/test.h"
#include "tests/unit/store/recordsamples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class RecordGateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void letsEverythingThroughUntilItIsTold()
    {
        RecordGate gate;
        for (const LogRecord &record : sampleTurn(1, TurnId{1}, 200)) {
            const auto kept = gate.admit(record);
            QVERIFY(kept && !kept->textless);
            QVERIFY(kept->event == record.event);
        }
    }

    void leavesTextOutOfSomeMates()
    {
        RecordGate gate;
        gate.setRecordsText([](MateId mate) { return mate != talk.mate; });
        for (LogRecord record : sampleTurn(1, TurnId{1}, 200)) {
            const auto bare = gate.admit(record);
            QVERIFY(bare && bare->textless);
            QVERIFY(bare->seq == record.seq && bare->turn == record.turn);
            record.conversation.mate = MateId{2};
            record.turn = TurnId{static_cast<qint64>(record.turn) + 100};
            const auto whole = gate.admit(record);
            QVERIFY(whole && !whole->textless);
        }
    }

    void whatHappensToAMateHasNoText()
    {
        RecordGate gate;
        gate.setRecordsText([](MateId) { return false; });
        const LogRecord failed{1, {}, {talk.mate, {}}, {}, MateEvent(MateFailed{{ErrorCode::Unauthorized, u"No."_s}})};
        const auto kept = gate.admit(failed);
        QVERIFY(kept && !kept->textless);
        QVERIFY(kept->event == failed.event);
    }

    void aTurnStaysWithoutTextToItsEnd()
    {
        bool records = false;
        RecordGate gate;
        gate.setRecordsText([&](MateId) { return records; });
        const auto turn = sampleTurn(1, TurnId{1}, 200);
        for (const LogRecord &record : turn) {
            const auto kept = gate.admit(record);
            QVERIFY(kept && kept->textless);
            records = record.seq > 2; // switched on while it runs
        }
        const auto message = gate.admit(turn.constFirst());
        QVERIFY(message && !message->textless);
        for (const LogRecord &record : sampleTurn(50, TurnId{2}, 200))
            QVERIFY(!gate.admit(record)->textless);
    }

    void aTurnLosesTheRestWhenItIsSwitchedOffMeanwhile()
    {
        bool records = true;
        RecordGate gate;
        gate.setRecordsText([&](MateId) { return records; });
        for (const LogRecord &record : sampleTurn(1, TurnId{1}, 200)) {
            const bool isReply = std::holds_alternative<TurnEvent>(record.event)
                && std::holds_alternative<ResponseCompleted>(std::get<TurnEvent>(record.event));
            if (isReply)
                records = false;
            QCOMPARE(gate.admit(record)->textless, !records);
        }
    }

    void aForgottenTurnLeavesNothingMore()
    {
        RecordGate gate;
        const auto turn = sampleTurn(1, TurnId{1}, 200);
        auto other = sampleTurn(1, TurnId{2}, 200);
        for (LogRecord &record : other)
            record.conversation.channel = {5000};
        for (int i = 0; i < 4; ++i)
            QVERIFY(gate.admit(turn[i]) && gate.admit(other[i]));
        gate.forget(talk.mate, talk.channel);
        for (qsizetype i = 4; i < turn.size(); ++i) {
            QVERIFY(!gate.admit(turn[i]));
            QVERIFY(gate.admit(other[i]));
        }
        for (const LogRecord &record : sampleTurn(20, TurnId{3}, 200)) // what is said from then on
            QVERIFY(gate.admit(record));
    }

    void forgetsTheTurnsOfAMateOrOfAll()
    {
        for (const bool all : {false, true}) {
            RecordGate gate;
            const auto turn = sampleTurn(1, TurnId{1}, 200);
            auto stranger = sampleTurn(1, TurnId{2}, 200);
            for (LogRecord &record : stranger)
                record.conversation.mate = MateId{2};
            QVERIFY(gate.admit(turn[1]) && gate.admit(stranger[1]));
            if (all)
                gate.forgetAll();
            else
                gate.forget(talk.mate, {});
            QVERIFY(!gate.admit(turn[2]));
            QCOMPARE(gate.admit(stranger[2]).has_value(), !all);
        }
    }
};

LOOPFLOW_TEST(RecordGateTest)
#include "tst_recordgate.moc"
