#include "core/llm/retryafter.h"

#include "tests/support/test.h"

#include <QTest>

using namespace loopflow;
using namespace loopflow::llm;
using namespace std::chrono_literals;

class RetryAfterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDurations_data();
    void readsDurations();
    void readsHeaders_data();
    void readsHeaders();
    void prefersTheAnswersOwnDate();
    void measuresADateAgainstTheWallClock();
};

void RetryAfterTest::readsDurations_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<qint64>("milliseconds"); // -1: none
    QTest::newRow("seconds") << QByteArray("1s") << qint64(1000);
    QTest::newRow("fraction") << QByteArray("7.66s") << qint64(7660);
    QTest::newRow("minutes") << QByteArray("6m0s") << qint64(360'000);
    QTest::newRow("bare minutes") << QByteArray("2m") << qint64(120'000);
    QTest::newRow("hours") << QByteArray("1h2m3s") << qint64(3'723'000);
    QTest::newRow("days") << QByteArray("1d") << qint64(86'400'000);
    QTest::newRow("milliseconds") << QByteArray("120ms") << qint64(120);
    QTest::newRow("Google") << QByteArray("34.074824224s") << qint64(34'075);
    QTest::newRow("bare number") << QByteArray(" 2 ") << qint64(2000);
    QTest::newRow("words") << QByteArray("soon") << qint64(-1);
    QTest::newRow("empty") << QByteArray() << qint64(-1);
    QTest::newRow("negative") << QByteArray("-3") << qint64(-1);
    QTest::newRow("not a number") << QByteArray("nan") << qint64(-1);
    QTest::newRow("infinite") << QByteArray("inf") << qint64(-1);
}

void RetryAfterTest::readsDurations()
{
    QFETCH(QByteArray, text);
    QFETCH(qint64, milliseconds);
    const auto duration = parseDuration(text);
    QCOMPARE(duration ? duration->count() : -1, milliseconds);
}

void RetryAfterTest::readsHeaders_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<qint64>("milliseconds");
    QTest::newRow("seconds") << QByteArray("Retry-After") << QByteArray("2") << qint64(2000);
    QTest::newRow("fraction") << QByteArray("retry-after") << QByteArray("0.5") << qint64(500);
    QTest::newRow("zero") << QByteArray("retry-after") << QByteArray("0") << qint64(0);
    QTest::newRow("milliseconds") << QByteArray("retry-after-ms") << QByteArray("1500.2")
                                  << qint64(1501);
    QTest::newRow("date") << QByteArray("retry-after")
                          << QByteArray("Sun, 22 Nov 2026 12:49:11 GMT") << qint64(30'000);
    QTest::newRow("date in the past")
        << QByteArray("retry-after") << QByteArray("Sun, 22 Nov 2026 12:00:00 GMT") << qint64(-1);
    QTest::newRow("negative") << QByteArray("retry-after") << QByteArray("-5") << qint64(-1);
    QTest::newRow("a year") << QByteArray("retry-after") << QByteArray("31536000") << qint64(-1);
    QTest::newRow("nonsense") << QByteArray("retry-after") << QByteArray("later") << qint64(-1);
    QTest::newRow("absent") << QByteArray("x") << QByteArray("1") << qint64(-1);
}

void RetryAfterTest::readsHeaders()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, value);
    QFETCH(qint64, milliseconds);
    const auto wait = retryAfter({{"Date", "Sun, 22 Nov 2026 12:48:41 GMT"}, {name, value}});
    QCOMPARE(wait ? wait->count() : -1, milliseconds);
}

void RetryAfterTest::prefersTheAnswersOwnDate()
{
    const Headers headers{{"date", "Sun, 22 Nov 2026 12:48:41 GMT"},
        {"retry-after", "Sun, 22 Nov 2026 12:48:51 GMT"}};
    QCOMPARE(retryAfter(headers, Milliseconds(0)), std::optional<Milliseconds>(10s));
}

void RetryAfterTest::measuresADateAgainstTheWallClock()
{
    const Headers headers{{"retry-after", "Sun, 22 Nov 2026 12:48:51 GMT"}};
    QVERIFY(!retryAfter(headers));
    const auto wall = parseHttpDate("Sun, 22 Nov 2026 12:48:41 GMT");
    QVERIFY(wall);
    QCOMPARE(wall->count(), 1'795'351'721'000);
    QCOMPARE(retryAfter(headers, wall), std::optional<Milliseconds>(10s));
}

LOOPFLOW_TEST(RetryAfterTest)
#include "tst_retryafter.moc"
