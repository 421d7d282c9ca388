#include "ui/inspector/timelinelist.h"

#include "tests/support/test.h"
#include "ui/widgets/palette.h"

#include <QSet>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

Trace finished(Milliseconds took)
{
    Trace trace;
    qint64 seq = 0;
    const auto happen = [&](Milliseconds at, TurnEvent event) {
        trace.apply({++seq, {at, at}, {MateId{1}, {2}}, TurnId{1}, std::move(event)});
    };
    TurnStarted started;
    started.asked = {discord::Message()};
    happen(Milliseconds(0), started);
    happen(took / 10, HistoryFetched{});
    happen(took / 5, RequestSent{});
    happen(took / 2, DeltaReceived{u"Hello."_s, false});
    happen(took, ResponseCompleted{});
    happen(took, PartPosted{});
    happen(took, TurnFinished{});
    return trace;
}

/// Where a row of pixels has that colour.
QSet<int> columnsOf(const QImage &image, int y, const QColor &color)
{
    QSet<int> columns;
    for (int x = 0; x < image.width(); ++x) {
        if (image.pixelColor(x, y) == color)
            columns.insert(x);
    }
    return columns;
}

QImage drawn(Theme theme, Qt::LayoutDirection direction, int width = 700)
{
    applyTheme(theme);
    TimelineList list;
    list.setLayoutDirection(direction);
    list.show(finished(Milliseconds(1400)), {});
    list.resize(width, list.sizeHint().height());
    list.ensurePolished();
    return list.grab().toImage();
}

} // namespace

class TimelineListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { applyTheme(Theme::System); }

    void linesGoFromTheAxisThroughAllRows_data()
    {
        QTest::addColumn<Theme>("theme");
        QTest::newRow("light") << Theme::Light;
        QTest::newRow("dark") << Theme::Dark;
    }
    void linesGoFromTheAxisThroughAllRows()
    {
        QFETCH(Theme, theme);
        const QImage image = drawn(theme, Qt::LeftToRight);
        const QColor line = color(ColorRole::Line, paletteFor(theme));
        const int last = image.height() - 2; // below the last bar
        const QSet<int> above = columnsOf(image, last, line);
        QVERIFY(above.size() >= 6 && above.size() <= 9);
        TimelineList list;
        list.show(finished(Milliseconds(1400)), {});
        const int firstRow = image.height() - list.steps()->rowCount() * list.visualRect(list.steps()->index(0)).height();
        QCOMPARE(columnsOf(image, firstRow - 2, line), above);
        QCOMPARE(columnsOf(image, firstRow + 1, line), above);
    }

    void itIsMirroredWhereOneReadsFromTheRight()
    {
        const QColor line = color(ColorRole::Line, paletteFor(Theme::Light));
        const QImage left = drawn(Theme::Light, Qt::LeftToRight);
        const QImage right = drawn(Theme::Light, Qt::RightToLeft);
        QSet<int> mirrored;
        for (const int x : columnsOf(left, left.height() - 2, line))
            mirrored.insert(left.width() - 1 - x);
        QVERIFY(!mirrored.isEmpty());
        QCOMPARE(columnsOf(right, right.height() - 2, line), mirrored);
    }

    void aNarrowOneHasFewerLines()
    {
        const QColor line = color(ColorRole::Line, paletteFor(Theme::Light));
        qsizetype before = 100;
        for (const int width : {900, 500, 360, 260, 120}) {
            const QImage image = drawn(Theme::Light, Qt::LeftToRight, width);
            const qsizetype lines = columnsOf(image, image.height() - 2, line).size();
            QVERIFY(lines >= 1 && lines <= before);
            before = lines;
        }
        QVERIFY(before <= 2);
    }
};

LOOPFLOW_TEST(TimelineListTest)
#include "tst_timelinelist.moc"
