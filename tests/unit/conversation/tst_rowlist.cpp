#include "core/conversation/rowlist.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

ConversationRow rowNumber(int number)
{
    ConversationRow row;
    row.seq = number;
    row.note = QString::number(number);
    return row;
}

/// Rows `first` to `end` - 1.
RowList rowsFrom(int first, int end)
{
    RowList rows;
    for (int i = first; i < end; ++i)
        rows.append(rowNumber(i));
    return rows;
}

QStringList notes(const RowList &rows)
{
    QStringList all;
    for (qsizetype i = rows.begin(); i < rows.end(); ++i)
        all << rows.at(i).note;
    return all;
}

} // namespace

class RowListTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void growsAtBothEnds()
    {
        RowList rows;
        QCOMPARE(rows.size(), 0);
        for (int page = 300; page > 0; --page)
            rows.prepend(rowsFrom(10 * (page - 1), 10 * page));
        for (int i = 3000; i < 4000; ++i)
            rows.append(rowNumber(i));
        QCOMPARE(rows.size(), 4000);
        QCOMPARE(notes(rows), notes(rowsFrom(0, 4000)));
    }

    void aRowKeepsItsPosition()
    {
        RowList rows = rowsFrom(1000, 2000);
        const qsizetype there = rows.begin() + 500;
        rows.prepend(rowsFrom(0, 1000));
        QCOMPARE(rows.at(there).note, u"1500"_s);
        rows.edit(there).note = u"other"_s;
        QCOMPARE(rows.at(there).note, u"other"_s);
        rows.prepend({});
        QCOMPARE(rows.at(there).note, u"other"_s);
    }

    void whatComesAfterARemovedRowIsOneNearer()
    {
        for (const int gone : {0, 1, 255, 256, 257, 999}) {
            RowList rows = rowsFrom(0, 1000);
            rows.remove(rows.begin() + gone);
            QStringList left = notes(rowsFrom(0, 1000));
            left.removeAt(gone);
            QCOMPARE(notes(rows), left);
        }
        RowList one = rowsFrom(0, 1);
        one.remove(one.begin());
        QCOMPARE(one.size(), 0);
    }

    void packsWhatNobodyLookedAtForLong()
    {
        RowList rows = rowsFrom(0, 20'000);
        QVERIFY(rows.packedRows() > 10'000);
        QCOMPARE(rows.at(7).note, u"7"_s);
        rows.edit(19'000).note = u"edited"_s;
        rows.edit(9).note = u"also"_s;
        for (qsizetype i = 1000; i < 19'000; i += 50)
            QCOMPARE(rows.at(i).note, QString::number(i));
        QCOMPARE(rows.at(9).note, u"also"_s);
        QCOMPARE(rows.at(19'000).note, u"edited"_s);
        rows.append(rowNumber(20'000));
        rows.remove(5);
        QCOMPARE(rows.at(19'999).note, u"20000"_s);
        QCOMPARE(rows.size(), 20'000);
    }

    void copiesAreApart()
    {
        RowList rows = rowsFrom(0, 1000);
        const RowList copy = rows;
        rows.edit(rows.begin()).note = u"other"_s;
        QCOMPARE(copy.at(copy.begin()).note, u"0"_s);
    }
};

LOOPFLOW_TEST(RowListTest)
#include "tst_rowlist.moc"
