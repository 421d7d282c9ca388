#include "core/discord/heartbeat.h"

#include "tests/support/test.h"

using namespace std::chrono_literals;
using namespace loopflow;
using namespace loopflow::discord;
using Beat = Heartbeat::Beat;

static const TimePoint start{100s, 1700000000s};

class TestHeartbeat : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isSilentBeforeHello();
    void beatsAfterTheJitterAndThenEveryInterval();
    void noticesAnUnansweredBeat();
    void aLateBeatMovesTheNextOne();
    void measuresTheRoundTripOfItsOwnBeatsOnly();
    void beginsAnewWithEachConnection();
};

void TestHeartbeat::isSilentBeforeHello()
{
    Heartbeat heartbeat;
    heartbeat.handleAck(start);
    QVERIFY(!heartbeat.nextAt());
    QCOMPARE(heartbeat.check(start + 24h), Beat::NotYet);
}

void TestHeartbeat::beatsAfterTheJitterAndThenEveryInterval()
{
    Heartbeat heartbeat;
    heartbeat.start(40s, 0.25, start);
    QCOMPARE(*heartbeat.nextAt(), start + 10s);
    QCOMPARE(heartbeat.check(start + 9999ms), Beat::NotYet);
    QCOMPARE(heartbeat.check(start + 10s), Beat::Due);
    QCOMPARE(heartbeat.check(start + 10s), Beat::NotYet);
    heartbeat.handleAck(start + 11s);
    QCOMPARE(*heartbeat.nextAt(), start + 50s);
    QCOMPARE(heartbeat.check(start + 50s), Beat::Due);
}

void TestHeartbeat::noticesAnUnansweredBeat()
{
    Heartbeat heartbeat;
    heartbeat.start(40s, 0, start);
    QCOMPARE(heartbeat.check(start), Beat::Due);
    QCOMPARE(heartbeat.check(start + 39s), Beat::NotYet);
    QCOMPARE(heartbeat.check(start + 40s), Beat::Unanswered);
}

void TestHeartbeat::aLateBeatMovesTheNextOne()
{
    Heartbeat heartbeat;
    heartbeat.start(40s, 0, start);
    QCOMPARE(heartbeat.check(start + 30s), Beat::Due);
    heartbeat.handleAck(start + 31s);
    QCOMPARE(*heartbeat.nextAt(), start + 70s);
}

void TestHeartbeat::measuresTheRoundTripOfItsOwnBeatsOnly()
{
    Heartbeat heartbeat;
    heartbeat.start(40s, 0, start);
    heartbeat.handleAck(start + 1s);
    QCOMPARE(heartbeat.latency(), 0ms);
    QCOMPARE(heartbeat.check(start + 2s), Beat::Due);
    heartbeat.handleAck(start + 2150ms);
    heartbeat.handleAck(start + 20s);
    QCOMPARE(heartbeat.latency(), 150ms);
}

void TestHeartbeat::beginsAnewWithEachConnection()
{
    Heartbeat heartbeat;
    heartbeat.start(40s, 0, start);
    QCOMPARE(heartbeat.check(start), Beat::Due);
    heartbeat.start(10s, 0.5, start + 1s);
    QCOMPARE(heartbeat.check(start + 6s), Beat::Due);
    heartbeat.stop();
    QVERIFY(!heartbeat.nextAt());
}

LOOPFLOW_TEST(TestHeartbeat)
#include "tst_heartbeat.moc"
