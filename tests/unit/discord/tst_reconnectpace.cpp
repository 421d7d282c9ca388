#include "core/discord/reconnectpace.h"

#include "tests/support/test.h"

using namespace std::chrono_literals;
using namespace loopflow;
using namespace loopflow::discord;

static const TimePoint now{100s, 1700000000s};

class TestReconnectPace : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void firstAtOnceThenDoublingToAMinute();
    void spreadsMatesByJitter();
    void onlyAConnectionThatHeldStartsOver();
    void firstCanBeSkipped();
};

void TestReconnectPace::firstAtOnceThenDoublingToAMinute()
{
    ReconnectPace pace;
    for (const Milliseconds wait :
        {0ms, 1000ms, 2000ms, 4000ms, 8000ms, 16000ms, 32000ms, 60000ms, 60000ms})
        QCOMPARE(pace.noteLoss(now, 0), wait);
    pace.reset();
    QCOMPARE(pace.noteLoss(now, 0), 0ms);
}

void TestReconnectPace::spreadsMatesByJitter()
{
    ReconnectPace pace;
    pace.skipFirst();
    QCOMPARE(ReconnectPace(pace).noteLoss(now, 0), 1000ms);
    QCOMPARE(ReconnectPace(pace).noteLoss(now, 0.5), 875ms);
    QCOMPARE(ReconnectPace(pace).noteLoss(now, 0.999), 751ms);
}

void TestReconnectPace::onlyAConnectionThatHeldStartsOver()
{
    ReconnectPace pace;
    QCOMPARE(pace.noteLoss(now, 0), 0ms);
    pace.noteReady(now);
    QCOMPARE(pace.noteLoss(now + 4999ms, 0), 1000ms);
    pace.noteReady(now);
    QCOMPARE(pace.noteLoss(now + 5000ms, 0), 0ms);
    // Attempts that fail later do not count as held by the connection before them.
    QCOMPARE(pace.noteLoss(now + 1h, 0), 1000ms);
}

void TestReconnectPace::firstCanBeSkipped()
{
    ReconnectPace pace;
    pace.skipFirst();
    QCOMPARE(pace.noteLoss(now, 0), 1000ms);
    pace.skipFirst();
    QCOMPARE(pace.noteLoss(now, 0), 2000ms);
}

LOOPFLOW_TEST(TestReconnectPace)
#include "tst_reconnectpace.moc"
