#include "core/discord/identifybudget.h"

#include "tests/support/test.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace loopflow;
using namespace loopflow::discord;

static const TimePoint now{500s, 1700000000s};

/// `count` identifies, `apart` from each other, the last one `ago`.
static QList<Milliseconds> spent(int count, Milliseconds apart, Milliseconds ago)
{
    QList<Milliseconds> times;
    for (int i = 0; i < count; ++i)
        times.append(now.wall - ago - i * apart);
    return times;
}

class TestIdentifyBudget : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lettingTheNextOneGo_data();
    void lettingTheNextOneGo();
    void countsADay();
    void aCrashLoopStaysFarBelowTheLimit();
    void aClockThatWasSetBackDelaysNoLongerThanTheRules();
    void explainsTheWait();
};

void TestIdentifyBudget::lettingTheNextOneGo_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("apartSeconds");
    QTest::addColumn<int>("agoSeconds");
    QTest::addColumn<int>("waitSeconds");
    QTest::newRow("first") << 0 << 0 << 0 << 0;
    QTest::newRow("5 s apart") << 1 << 0 << 0 << 5;
    QTest::newRow("partly waited") << 1 << 0 << 3 << 2;
    QTest::newRow("5 s ago") << 1 << 0 << 5 << 0;
    QTest::newRow("15 in an hour") << 15 << 5 << 0 << 5;
    QTest::newRow("16 in an hour") << 16 << 5 << 0 << 10;
    QTest::newRow("18 in an hour") << 18 << 5 << 0 << 40;
    QTest::newRow("at most five minutes") << 60 << 5 << 0 << 300;
    QTest::newRow("an hour ago") << 60 << 5 << 3600 << 0;
    QTest::newRow("899 today") << 899 << 90 << 3600 << 0;
    QTest::newRow("900 today") << 900 << 90 << 3600 << 86400 - 3600 - 899 * 90;
    QTest::newRow("950 today") << 950 << 80 << 7200 << 86400 - 7200 - 899 * 80;
}

void TestIdentifyBudget::lettingTheNextOneGo()
{
    QFETCH(int, count);
    QFETCH(int, apartSeconds);
    QFETCH(int, agoSeconds);
    QFETCH(int, waitSeconds);
    const IdentifyBudget budget(spent(count, apartSeconds * 1s, agoSeconds * 1s));
    QCOMPARE(budget.wait(now), Milliseconds(waitSeconds * 1s));
    // Waiting that long is enough.
    QCOMPARE(budget.wait(now + budget.wait(now)), 0ms);
}

void TestIdentifyBudget::countsADay()
{
    IdentifyBudget budget(spent(10, 1h, 0s));
    QCOMPARE(budget.left(now), 990);
    QCOMPARE(budget.left(now + 15h), 991);
    QCOMPARE(budget.left(now + 24h), 1000);
    budget.spend(now + 24h);
    QCOMPARE(budget.left(now + 24h), 999);
    QCOMPARE(IdentifyBudget(spent(1500, 1s, 0s)).left(now), 0);
}

void TestIdentifyBudget::aCrashLoopStaysFarBelowTheLimit()
{
    IdentifyBudget budget;
    TimePoint time = now;
    int identifies = 0;
    while (time - now < 24h) {
        time = time + budget.wait(time);
        budget.spend(time);
        ++identifies;
    }
    QVERIFY2(identifies > 200 && identifies < IdentifyBudget::daily * 6 / 10,
        qPrintable(QString::number(identifies)));
}

void TestIdentifyBudget::aClockThatWasSetBackDelaysNoLongerThanTheRules()
{
    IdentifyBudget budget(spent(3, 1s, -100h));
    QCOMPARE(budget.wait(now), 5000ms);
    budget.spend(now);
    QCOMPARE(budget.wait(now + 5s), 0ms);
    QCOMPARE(budget.left(now + 24h), 1000);
}

void TestIdentifyBudget::explainsTheWait()
{
    const QString slow = IdentifyBudget(spent(17, 5s, 0s)).explain(now);
    QVERIFY2(slow.contains("17 times"_L1) && slow.contains("20 seconds"_L1), qPrintable(slow));
    const QString minutes = IdentifyBudget(spent(60, 5s, 0s)).explain(now);
    QVERIFY2(minutes.contains("5 minutes"_L1), qPrintable(minutes));
    const QString hours = IdentifyBudget(spent(900, 1s, 1h)).explain(now);
    QVERIFY2(hours.contains("900 times"_L1) && hours.contains("23 hours"_L1), qPrintable(hours));
}

LOOPFLOW_TEST(TestIdentifyBudget)
#include "tst_identifybudget.moc"
