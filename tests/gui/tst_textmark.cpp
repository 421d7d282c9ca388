#include "ui/inspector/textmark.h"

#include "tests/support/test.h"

#include <QStringListModel>

using namespace loopflow;
using namespace Qt::StringLiterals;

class TextMarkTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void isEmptyUntilItHoldsText()
    {
        QVERIFY(TextMark().isEmpty());
        QVERIFY(!TextMark().isBegun());
        QStringListModel model({u"a"_s});
        TextMark mark(model.index(0), {3, 3});
        QVERIFY(mark.isBegun() && mark.isEmpty());
        mark.extendTo(model.index(0), 5);
        QVERIFY(!mark.isEmpty());
        QCOMPARE(mark.rangeIn(0, 10), (TextRange{3, 5}));
        QCOMPARE(mark.rangeIn(1, 10), TextRange{});
    }

    void reachesOverRowsInEitherDirection()
    {
        QStringListModel model({u"a"_s, u"b"_s, u"c"_s, u"d"_s});
        TextMark down(model.index(0), {4, 4});
        down.extendTo(model.index(2), 3);
        TextMark up(model.index(2), {3, 3});
        up.extendTo(model.index(0), 4);
        for (const TextMark &mark : {down, up}) {
            QCOMPARE(mark.rangeIn(0, 10), (TextRange{4, 10}));
            QCOMPARE(mark.rangeIn(1, 7), (TextRange{0, 7}));
            QCOMPARE(mark.rangeIn(2, 10), (TextRange{0, 3}));
            QVERIFY(mark.rangeIn(3, 10).isEmpty());
        }
    }

    void staysWithItsRows()
    {
        QStringListModel model({u"a"_s, u"b"_s});
        TextMark mark(model.index(0), {1, 1});
        mark.extendTo(model.index(1), 2);
        model.insertRows(0, 3);
        QCOMPARE(mark.firstRow(), 3);
        QCOMPARE(mark.lastRow(), 4);
        model.removeRows(3, 1);
        QVERIFY(mark.isEmpty());
    }
};

LOOPFLOW_TEST(TextMarkTest)
#include "tst_textmark.moc"
