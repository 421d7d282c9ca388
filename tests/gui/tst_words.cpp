#include "tests/support/test.h"
#include "ui/widgets/words.h"

#include <QDateTime>

using namespace loopflow;
using namespace Qt::StringLiterals;

class Words : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysHowLongAgo_data();
    void saysHowLongAgo();
    void namesTheDayOnlyWhenItIsAnother();
    void saysDurations_data();
    void saysDurations();
    void readsNumbersAsPeopleTypeThem();
    void showsSmallSumsToTheFourthDigit_data();
    void showsSmallSumsToTheFourthDigit();
    void leavesOutTokensThatNobodyCounted_data();
    void leavesOutTokensThatNobodyCounted();
    void saysFileSizes();
    void countsOneInTheSingular();
    void beginsSentencesWithACapital();
};

void Words::saysHowLongAgo_data()
{
    QTest::addColumn<qint64>("ago");
    QTest::addColumn<QString>("expected");
    QTest::newRow("future") << qint64(-5000) << u"now"_s;
    QTest::newRow("just now") << qint64(59'999) << u"now"_s;
    QTest::newRow("a minute") << qint64(60'000) << u"1 min"_s;
    QTest::newRow("under an hour") << qint64(3'599'999) << u"59 min"_s;
    QTest::newRow("hours") << qint64(7'200'000) << u"2 h"_s;
    QTest::newRow("a day") << qint64(86'400'000) << u"1 day"_s;
    QTest::newRow("days") << qint64(6 * 86'400'000LL) << u"6 days"_s;
}

void Words::saysHowLongAgo()
{
    QFETCH(qint64, ago);
    constexpr qint64 now = 1'790'000'000'000;
    QTEST(relativeTime(now - ago, now), "expected");
}

void Words::namesTheDayOnlyWhenItIsAnother()
{
    const QDateTime noon(QDate(2026, 11, 22), QTime(12, 0));
    const qint64 now = noon.toMSecsSinceEpoch();
    QCOMPARE(clockTime(noon.addSecs(-3600).toMSecsSinceEpoch(), now), u"11:00"_s);
    const QString other = clockTime(noon.addDays(-1).toMSecsSinceEpoch(), now);
    QVERIFY2(other.endsWith(u" 12:00"_s) && other.size() > 6, qPrintable(other));
}

void Words::saysDurations_data()
{
    QTest::addColumn<qint64>("ms");
    QTest::addColumn<QString>("expected");
    QTest::newRow("negative") << qint64(-3) << u"0 ms"_s;
    QTest::newRow("milliseconds") << qint64(84) << u"84 ms"_s;
    QTest::newRow("seconds") << qint64(1940) << u"1.9 s"_s;
    QTest::newRow("minutes") << qint64(125'000) << u"2 min 5 s"_s;
}

void Words::saysDurations()
{
    QFETCH(qint64, ms);
    QTEST(duration(ms), "expected");
}

void Words::readsNumbersAsPeopleTypeThem()
{
    QCOMPARE(numberTyped(u"8,000"_s, true), 8000.0);
    QCOMPARE(numberTyped(u" 8.000 "_s, true), 8000.0);
    QCOMPARE(numberTyped(u"0,7"_s, false), 0.7);
    QVERIFY(!numberTyped(u"many"_s, true));
    QVERIFY(!numberTyped({}, false));
}

void Words::showsSmallSumsToTheFourthDigit_data()
{
    QTest::addColumn<double>("amount");
    QTest::addColumn<QString>("expected");
    QTest::newRow("nothing") << 0.0 << u"$0.00"_s;
    QTest::newRow("half a cent") << 0.00512 << u"$0.0051"_s;
    QTest::newRow("cents") << 0.42 << u"$0.42"_s;
    QTest::newRow("dollars") << 12.0 << u"$12.00"_s;
}

void Words::showsSmallSumsToTheFourthDigit()
{
    QFETCH(double, amount);
    QTEST(dollars(amount), "expected");
}

void Words::leavesOutTokensThatNobodyCounted_data()
{
    QTest::addColumn<qint64>("in");
    QTest::addColumn<qint64>("out");
    QTest::addColumn<QString>("expected");
    QTest::newRow("both") << qint64(1204) << qint64(96) << u"1,204 in · 96 out"_s;
    QTest::newRow("in") << qint64(5) << qint64(-1) << u"5 in"_s;
    QTest::newRow("out") << qint64(-1) << qint64(5) << u"5 out"_s;
    QTest::newRow("none") << qint64(-1) << qint64(-1) << QString();
}

void Words::leavesOutTokensThatNobodyCounted()
{
    QFETCH(qint64, in);
    QFETCH(qint64, out);
    QLocale::setDefault(QLocale(QLocale::English));
    QTEST(tokensInOut(in, out), "expected");
}

void Words::saysFileSizes()
{
    QCOMPARE(fileSize(640), u"640 B"_s);
    QCOMPARE(fileSize(24'576), u"24 KB"_s);
    QCOMPARE(fileSize(1'258'291), u"1.2 MB"_s);
}

void Words::countsOneInTheSingular()
{
    QCOMPARE(counted(1, u"1 retry"_s, u"%1 retries"_s), u"1 retry"_s);
    QCOMPARE(counted(0, u"1 retry"_s, u"%1 retries"_s), u"0 retries"_s);
    QCOMPARE(counted(3, u"1 retry"_s, u"%1 retries"_s), u"3 retries"_s);
}

void Words::beginsSentencesWithACapital()
{
    QCOMPARE(sentenceCase(u"reconnects in 8 s"_s), u"Reconnects in 8 s"_s);
    QCOMPARE(sentenceCase({}), QString());
}

LOOPFLOW_TEST(Words)
#include "tst_words.moc"
