#include "core/base/backoff.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace std::chrono_literals;

class BackoffTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void doublesUpToTheMost()
    {
        const Backoff backoff{1s, 60s};
        QCOMPARE(backoff.wait(0, 0), Milliseconds(1s));
        QCOMPARE(backoff.wait(1, 0), Milliseconds(2s));
        QCOMPARE(backoff.wait(5, 0), Milliseconds(32s));
        QCOMPARE(backoff.wait(6, 0), Milliseconds(60s));
        QCOMPARE(backoff.wait(1000, 0), Milliseconds(60s));
    }

    void jitterTakesUpToAQuarterOff()
    {
        const Backoff backoff{1s, 60s};
        QCOMPARE(backoff.wait(0, 0.5), Milliseconds(875));
        QVERIFY(backoff.wait(0, 0.999) > 750ms);
    }
};

LOOPFLOW_TEST(BackoffTest)
#include "tst_backoff.moc"
