#include "core/net/httplanes.h"
#include "tests/support/test.h"

using namespace loopflow;

class TestHttpLanes : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void opensALaneWhenTheOthersAreFull();
    void keepsHostsApart_data();
    void keepsHostsApart();
    void fillsTheFirstLaneFirst();
    void dropsWhatWasIdleForLongEnough();
    void keepsALaneThatIsInUse();
};

namespace {
const QUrl discord(QStringLiteral("https://discord.com/api/v10"));
} // namespace

void TestHttpLanes::opensALaneWhenTheOthersAreFull()
{
    HttpLanes lanes{Milliseconds(60000)};
    auto *first = lanes.take(discord);
    for (int i = 1; i < HttpLanes::requestsPerLane; ++i)
        QCOMPARE(lanes.take(discord), first);
    QVERIFY(lanes.take(discord) != first);
    QCOMPARE(lanes.laneCount(), 2);
    QCOMPARE(lanes.inFlight(), 7);
}

void TestHttpLanes::keepsHostsApart_data()
{
    QTest::addColumn<QUrl>("other");
    QTest::addColumn<bool>("same");
    QTest::addRow("path") << QUrl(QStringLiteral("https://discord.com/elsewhere")) << true;
    QTest::addRow("port said") << QUrl(QStringLiteral("https://discord.com:443/")) << true;
    QTest::addRow("port") << QUrl(QStringLiteral("https://discord.com:8443/")) << false;
    QTest::addRow("scheme") << QUrl(QStringLiteral("http://discord.com:443/")) << false;
    QTest::addRow("host") << QUrl(QStringLiteral("https://example.org/")) << false;
}

void TestHttpLanes::keepsHostsApart()
{
    QFETCH(QUrl, other);
    QFETCH(bool, same);
    HttpLanes lanes{Milliseconds(60000)};
    QCOMPARE(lanes.take(discord) == lanes.take(other), same);
}

void TestHttpLanes::fillsTheFirstLaneFirst()
{
    HttpLanes lanes{Milliseconds(60000)};
    auto *first = lanes.take(discord);
    for (int i = 0; i < HttpLanes::requestsPerLane; ++i)
        lanes.take(discord);
    lanes.giveBack(first);
    QCOMPARE(lanes.take(discord), first);
}

void TestHttpLanes::dropsWhatWasIdleForLongEnough()
{
    HttpLanes lanes{Milliseconds(30)};
    lanes.giveBack(lanes.take(discord));
    QCOMPARE(lanes.laneCount(), 1);
    QTRY_COMPARE(lanes.laneCount(), 0);
    QVERIFY(lanes.take(discord) != nullptr);
    QCOMPARE(lanes.inFlight(), 1);
}

void TestHttpLanes::keepsALaneThatIsInUse()
{
    HttpLanes lanes{Milliseconds(30)};
    auto *busy = lanes.take(discord);
    lanes.giveBack(lanes.take(QUrl(QStringLiteral("https://example.org/"))));
    QCOMPARE(lanes.laneCount(), 2);
    QTRY_COMPARE(lanes.laneCount(), 1);
    lanes.giveBack(busy);
    QTRY_COMPARE(lanes.laneCount(), 0);
}

LOOPFLOW_TEST(TestHttpLanes)
#include "tst_httplanes.moc"
