#include "core/base/time.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace std::chrono_literals;

class TimeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void orderAndDistanceAreBySteadyTime()
    {
        const TimePoint early{1s, 100s};
        const TimePoint late{2s, 50s}; // somebody set the wall clock back
        QVERIFY(early < late);
        QCOMPARE(late - early, Milliseconds(1s));
        QCOMPARE((early + 500ms).wall, Milliseconds(100500));
    }

    void theClockGoesOn()
    {
        const TimePoint one = readClock();
        QVERIFY(readClock() >= one);
        QVERIFY(one.wall > Milliseconds(1'700'000'000'000));
    }

    void randomIsBelowOne()
    {
        for (int i = 0; i < 1000; ++i) {
            const double number = systemRandom();
            QVERIFY(number >= 0 && number < 1);
        }
    }
};

LOOPFLOW_TEST(TimeTest)
#include "tst_time.moc"
