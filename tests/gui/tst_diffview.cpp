#include "tests/support/test.h"
#include "ui/widgets/diffview.h"
#include "ui/widgets/type.h"

#include <QTextBlock>
#include <QTextTable>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

/// The words that are drawn so, in reading order.
QStringList drawn(const DiffView &view, bool (QTextCharFormat::*how)() const)
{
    QStringList words;
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            if ((it.fragment().charFormat().*how)())
                words << it.fragment().text();
        }
    }
    return words;
}

QString lines(int from, int to)
{
    QString text;
    for (int i = from; i <= to; ++i)
        text += u"line %1\n"_s.arg(i);
    return text;
}

} // namespace

class DiffViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void changesShowWithoutColour_data()
    {
        QTest::addColumn<int>("mode");
        QTest::newRow("inline") << int(DiffView::Mode::Inline);
        QTest::newRow("side by side") << int(DiffView::Mode::SideBySide);
    }

    void changesShowWithoutColour()
    {
        QFETCH(int, mode);
        DiffView view(u"diff"_s, u"Diff"_s);
        view.setMode(DiffView::Mode(mode));
        view.setTexts(u"Be calm.\nSay so."_s, u"Be kind.\nSay so and why."_s);
        QCOMPARE(drawn(view, &QTextCharFormat::fontStrikeOut), QStringList{u"calm"_s});
        QCOMPARE(drawn(view, &QTextCharFormat::fontUnderline), (QStringList{u"kind"_s, u" and why"_s}));
        QCOMPARE(view.count(), (WordCount{3, 1}));
        QCOMPARE(view.accessibleDescription(), u"3 words added, 1 word removed"_s);
    }

    void codeKeepsItsFontAmongWords()
    {
        DiffView view(u"diff"_s, u"Diff"_s);
        view.setTextFont(bodyFont());
        view.setTexts(u"Say:\n```\nif (a)\n```\nDone."_s, u"Say:\n```\nif (b)\n```\nDone."_s);
        const auto *table = qobject_cast<QTextTable *>(view.document()->rootFrame()->childFrames().value(0));
        QVERIFY(table);
        QStringList code;
        for (int row = 0; row < table->rows(); ++row) {
            const QTextCursor cell = table->cellAt(row, 1).firstCursorPosition();
            if (cell.block().begin().fragment().charFormat().font().family() == codeFont().family())
                code << cell.block().text();
        }
        QCOMPARE(code, (QStringList{u"```"_s, u"if (b)"_s, u"```"_s}));
    }

    void foldsNothingWhereAllIsToBeRead()
    {
        DiffView view(u"diff"_s, u"Diff"_s);
        view.setTexts(lines(1, 30), lines(1, 30));
        QVERIFY(!view.toPlainText().contains(u"line 15"_s));
        view.setFolds(false);
        QVERIFY(view.toPlainText().contains(u"line 15"_s));
    }

    void eachSideShowsOneText()
    {
        DiffView view(u"diff"_s, u"Diff"_s);
        view.setTexts(u"a old b\nsame"_s, u"a new b\nsame"_s);
        auto *table = qobject_cast<QTextTable *>(view.document()->rootFrame()->childFrames().constFirst());
        QVERIFY(table);
        const auto cell = [&](int row, int column) {
            return table->cellAt(row, column).firstCursorPosition().block().text();
        };
        QCOMPARE(cell(0, 0), u"a old b"_s);
        QCOMPARE(cell(0, 1), u"a new b"_s);
        QCOMPARE(cell(1, 0), u"same"_s);
        QCOMPARE(cell(1, 1), u"same"_s);
    }

    void longUnchangedStretchesAreFoldedAndOpened()
    {
        DiffView view(u"diff"_s, u"Diff"_s);
        view.setMode(DiffView::Mode::Inline);
        view.setTexts(lines(1, 50) + u"old"_s, lines(1, 50) + u"new"_s);
        QVERIFY(view.toPlainText().startsWith(u"⋯ 47 unchanged lines\nline 48\n"_s));
        Q_EMIT view.anchorClicked(QUrl(u"unfold:0"_s));
        QCOMPARE(view.document()->blockCount(), 51);
        QVERIFY(view.toPlainText().startsWith(u"line 1\nline 2\n"_s));
    }

    void aLineEndThatCameIsSeen()
    {
        DiffView view(u"diff"_s, u"Diff"_s);
        view.setMode(DiffView::Mode::Inline);
        view.setTexts(u"a b"_s, u"a\n\nb"_s);
        QVERIFY(view.toPlainText().contains(u"↵"_s));
    }

    void saysHowManyWordsChanged()
    {
        QCOMPARE(wordsChanged({}), QString());
        QCOMPARE(wordsChanged({1, 0}), u"+1 word"_s);
        QCOMPARE(wordsChanged({1200, 3}), u"+1,200 −3 words"_s);
    }
};

LOOPFLOW_TEST(DiffViewTest)
#include "tst_diffview.moc"
