#include "ui/inspector/timeaxis.h"

#include "tests/support/test.h"
#include "ui/widgets/type.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 longest = std::numeric_limits<qint64>::max();

TimeAxis axisOf(qint64 length, int width) { return {length, width, QFontMetrics(metaFont())}; }

QStringList labelsOf(const TimeAxis &axis)
{
    QStringList labels;
    for (const TimeAxis::Line &line : axis.lines())
        labels << line.label;
    return labels;
}

} // namespace

class TimeAxisTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void linesAreAtRoundTimes_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<qint64>("step");
        const std::pair<qint64, qint64> rows[]{{-5, 1}, {0, 1}, {7, 1}, {8, 2}, {1400, 200}, {3600, 500}, {61 * second, 10 * second},
            {150 * second, 20 * second}, {170 * second, minute / 2}, {6 * minute, minute}, {15 * minute, 2 * minute}, {20 * minute, 5 * minute}, {3 * hour, hour / 2},
            {30 * hour, 5 * hour}};
        for (const auto &[length, step] : rows)
            QTest::addRow("%lld", length) << length << step;
    }
    void linesAreAtRoundTimes()
    {
        QFETCH(qint64, length);
        QTEST(gridStepOf(length), "step");
    }

    void labelsAreInOneUnit_data()
    {
        QTest::addColumn<qint64>("length");
        QTest::addColumn<QString>("labels");
        QTest::newRow("nothing") << qint64(0) << u"0, 1 ms"_s;
        QTest::newRow("short") << qint64(720) << u"0, 100 ms, 200 ms, 300 ms, 400 ms, 500 ms, 600 ms, 700 ms"_s;
        QTest::newRow("a second and more") << qint64(1400) << u"0, 0.2 s, 0.4 s, 0.6 s, 0.8 s, 1.0 s, 1.2 s, 1.4 s"_s;
        QTest::newRow("seconds") << 6 * second << u"0, 1 s, 2 s, 3 s, 4 s, 5 s, 6 s"_s;
        QTest::newRow("half minutes") << 2 * minute + 10 * second << u"0, 20 s, 40 s, 60 s, 80 s, 100 s, 120 s"_s;
        QTest::newRow("minutes") << 5 * minute << u"0, 1 min, 2 min, 3 min, 4 min, 5 min"_s;
        QTest::newRow("hours") << 3 * hour + hour / 2 << u"0, 30 min, 60 min, 90 min, 120 min, 150 min, 180 min, 210 min"_s;
        QTest::newRow("days") << 60 * hour << u"0, 10 h, 20 h, 30 h, 40 h, 50 h, 60 h"_s;
    }
    void labelsAreInOneUnit()
    {
        QFETCH(qint64, length);
        QTEST(labelsOf(axisOf(length, 2000)).join(u", "_s), "labels");
    }

    void narrowAxesHaveFewerLinesAndTheirLabelsNeverTouch()
    {
        const QFontMetrics metrics(metaFont());
        qsizetype before = 100;
        for (int width = 1200; width >= 0; width -= 20) {
            const TimeAxis axis = axisOf(1400, width);
            QVERIFY(axis.lines().size() >= 1);
            QCOMPARE(axis.lines()[0], (TimeAxis::Line{0, u"0"_s}));
            QVERIFY(axis.lines().size() <= before);
            before = axis.lines().size();
            for (qsizetype i = 1; i < axis.lines().size(); ++i)
                QVERIFY(axis.lines()[i].x - axis.lines()[i - 1].x > metrics.horizontalAdvance(axis.lines()[i].label));
        }
        QCOMPARE(before, 1);
    }

    void whatLiesOutsideIsAtTheEnds()
    {
        const TimeAxis axis = axisOf(1000, 500);
        QCOMPARE(axis.across(-9), 0);
        QCOMPARE(axis.across(500), 250);
        QCOMPARE(axis.across(longest), 500);
    }

    void absurdLengthsAreDrawnToo()
    {
        for (const qint64 length : {longest, longest - 1, qint64(-1), std::numeric_limits<qint64>::min()}) {
            const TimeAxis axis = axisOf(length, 500);
            QVERIFY(axis.lines().size() >= 1 && axis.lines().size() <= 8);
            for (const TimeAxis::Line &line : axis.lines())
                QVERIFY(line.x >= 0 && line.x <= 500);
        }
    }
};

LOOPFLOW_TEST(TimeAxisTest)
#include "tst_timeaxis.moc"
