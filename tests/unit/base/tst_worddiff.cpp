#include "core/base/worddiff.h"

#include "tests/support/test.h"

#include <random>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

/// "same [-removed-] {+added+}"
QString shown(const QList<DiffPiece> &pieces)
{
    QString out;
    for (const DiffPiece &piece : pieces) {
        if (piece.kind == DiffPiece::Removed)
            out += u"[-%1-]"_s.arg(piece.text);
        else if (piece.kind == DiffPiece::Added)
            out += u"{+%1+}"_s.arg(piece.text);
        else
            out += piece.text;
    }
    return out;
}

QString side(const QList<DiffPiece> &pieces, DiffPiece::Kind without)
{
    QString text;
    for (const DiffPiece &piece : pieces)
        text += piece.kind == without ? QString() : piece.text;
    return text;
}

/// Nothing is lost, nothing is split that belongs together.
void verifyWhole(const QString &before, const QString &after)
{
    const auto pieces = wordDiff(before, after);
    QCOMPARE(side(pieces, DiffPiece::Added), before);
    QCOMPARE(side(pieces, DiffPiece::Removed), after);
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        QVERIFY(!pieces[i].text.isEmpty());
        if (i > 0) {
            QVERIFY(pieces[i].kind != pieces[i - 1].kind);
            QVERIFY(pieces[i - 1].kind != DiffPiece::Added || pieces[i].kind == DiffPiece::Same);
        }
    }
}

QString randomWords(std::mt19937 &random, int count, int vocabulary)
{
    QString text;
    for (int i = 0; i < count; ++i)
        text += u"w%1%2"_s.arg(random() % static_cast<unsigned>(vocabulary)).arg(random() % 9 == 0 ? u'\n' : u' ');
    return text;
}

} // namespace

class WordDiffTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsWhatChanged_data();
    void findsWhatChanged();
    void losesNothingOfRandomTexts();
    void textsThatDifferMuchAreComparedByLinesFirst();
    void textsThatShareNothingAreReplacedWhole();
    void changesInEveryLineOfALongTextAreFound();
    void findsTheShortestEdit();
    void countsWordsAndNothingElse();
};

void WordDiffTest::findsWhatChanged_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &before, const QString &after, const QString &expected) {
        QTest::newRow(name) << before << after << expected;
    };
    row("nothing", u""_s, u""_s, u""_s);
    row("the same", u"one two\n"_s, u"one two\n"_s, u"one two\n"_s);
    row("all new", u""_s, u"one two"_s, u"{+one two+}"_s);
    row("all gone", u"one two"_s, u""_s, u"[-one two-]"_s);
    row("added within", u"say so."_s, u"say so and why."_s, u"say so{+ and why+}."_s);
    row("replaced", u"be calm"_s, u"be kind"_s, u"be [-calm-]{+kind+}"_s);
    row("a phrase is one change", u"it is a bad idea, really."_s, u"it was some good plan, really."_s,
        u"it [-is a bad idea-]{+was some good plan+}, really."_s);
    row("a comma joins too", u"red, green."_s, u"blue, white."_s, u"[-red, green-]{+blue, white+}."_s);
    row("lines stay apart", u"a\nb\n"_s, u"x\ny\n"_s, u"[-a-]{+x+}\n[-b-]{+y+}\n"_s);
    row("a line added", u"a\nb\n"_s, u"a\nnew\nb\n"_s, u"a\n{+new\n+}b\n"_s);
    row("blanks count", u"a  b"_s, u"a b"_s, u"a[-  -]{+ +}b"_s);
    row("no spaces between words", u"你好世界"_s, u"你好朋友"_s, u"你好[-世界-]{+朋友+}"_s);
    row("an emoji is whole", u"ok 👍🏽"_s, u"ok 👍🏿"_s, u"ok [-👍🏽-]{+👍🏿+}"_s);
}

void WordDiffTest::findsWhatChanged()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    QTEST(shown(wordDiff(before, after)), "expected");
    verifyWhole(before, after);
}

void WordDiffTest::losesNothingOfRandomTexts()
{
    std::mt19937 random(7); // NOLINT: the same texts in every run
    for (int i = 0; i < 200; ++i) {
        const int words = static_cast<int>(random() % 40);
        verifyWhole(randomWords(random, words, 4), randomWords(random, static_cast<int>(random() % 40), 4));
    }
}

void WordDiffTest::textsThatDifferMuchAreComparedByLinesFirst()
{
    QString before;
    QString after;
    for (int line = 0; line < 400; ++line) {
        const QString kept = u"line %1 stays\n"_s.arg(line);
        before += kept + u"old%1 "_s.arg(line).repeated(8) + u"and so it ends\n"_s;
        after += kept + u"new%1 "_s.arg(line).repeated(8) + u"and so it ends\n"_s;
    }
    verifyWhole(before, after);
    const auto pieces = wordDiff(before, after);
    QCOMPARE(changedWords(pieces), (WordCount{3200, 3200})); // the end of each changed line was found
}

void WordDiffTest::textsThatShareNothingAreReplacedWhole()
{
    const QString before = u"a "_s.repeated(20000);
    const QString after = u"b,"_s.repeated(20000);
    const auto pieces = wordDiff(before, after);
    QCOMPARE(pieces.size(), 2);
    verifyWhole(before, after);
}

void WordDiffTest::changesInEveryLineOfALongTextAreFound()
{
    QString before;
    QString after;
    for (int line = 0; line < 1500; ++line) {
        before += u"all these words stay, line %1 is old here and goes on\n"_s.arg(line);
        after += u"all these words stay, line %1 is new here and goes on\n"_s.arg(line);
    }
    verifyWhole(before, after);
    const WordCount count = changedWords(wordDiff(before, after));
    QVERIFY(count.added >= 1500); // the shortest; the search piece by piece may take some more
    QVERIFY2(count.added < 2000, qPrintable(QString::number(count.added)));
}

void WordDiffTest::findsTheShortestEdit()
{
    // The example of Myers' paper: five edits.
    const auto pieces = wordDiff(u"A\nB\nC\nA\nB\nB\nA\n"_s, u"C\nB\nA\nB\nA\nC\n"_s);
    const WordCount count = changedWords(pieces);
    QCOMPARE(count.added + count.removed, 5);
}

void WordDiffTest::countsWordsAndNothingElse()
{
    QCOMPARE(countWords(u"  Two words,  -- \n"_s), 2);
    QCOMPARE(countWords(u""_s), 0);
    QCOMPARE(changedWords(wordDiff(u"say so."_s, u"say so and name it!"_s)), (WordCount{3, 0}));
}

LOOPFLOW_TEST(WordDiffTest)
#include "tst_worddiff.moc"
