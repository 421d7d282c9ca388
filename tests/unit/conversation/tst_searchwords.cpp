#include "core/conversation/searchwords.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

SearchExpression expression(const QString &text)
{
    return std::get<SearchExpression>(parseSearch(text, 0));
}

/// The text with [what was found] in brackets.
QString marked(QString text, const QList<SearchMark> &marks)
{
    for (auto mark = marks.crbegin(); mark != marks.crend(); ++mark) {
        text.insert(mark->offset + mark->length, u']');
        text.insert(mark->offset, u'[');
    }
    return text;
}

} // namespace

class SearchWordsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cutsAndFoldsWords()
    {
        QStringList words;
        for (const SearchWord &word : wordsOf(u"Größe: ana_k's CAFÉ-42 𝐀bc é!"_s))
            words.append(word.folded);
        QCOMPARE(words.join(u' '), u"große ana k s cafe 42 %1bc e"_s.arg(QString::fromUcs4(U"\U0001D400")));
    }

    void marksWhatIsLookedFor_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *search, const char *text, const char *found) {
            QTest::newRow(search) << QString::fromUtf8(search) << QString::fromUtf8(text) << QString::fromUtf8(found);
        };
        row("upl", "The Uploader uploads", "The [Uploader] [uploads]");
        row("\"upl\"", "The Uploader", "The Uploader");
        row("\"disk full\"", "disk: FULL, disk fuller", "[disk: FULL], disk fuller");
        row("disk-fu", "a disk full", "a [disk full]");
        row("cafe", "ein Café", "ein [Café]");
        row("CAFÉ", "ein cafe", "ein [cafe]");
        row("disk | full -a", "a full disk", "a [full] [disk]");
        row("up uploader", "uploaders", "[uploaders]");
        row("-disk", "disk", "disk");
        row("from:ana", "ana", "ana");
        row("k", "ok", "ok");
    }
    void marksWhatIsLookedFor()
    {
        QFETCH(QString, search);
        QFETCH(QString, text);
        QTEST(marked(text, marksIn(text, expression(search))), "found");
    }

    void showsTheLineAroundTheFirstHit()
    {
        const QString text = u"word "_s.repeated(100) + u"\nthe uploader hangs\n"_s + u"word "_s.repeated(100);
        const SearchSnippet snippet = snippetOf(text, expression(u"uploader"_s), 60);
        QVERIFY2(snippet.text.startsWith(u"…word "_s) && snippet.text.endsWith(u'…'), qPrintable(snippet.text));
        QVERIFY(snippet.text.size() <= 62);
        QCOMPARE(snippet.marks.size(), 1);
        QCOMPARE(snippet.text.mid(snippet.marks[0].offset, snippet.marks[0].length), u"uploader"_s);
    }

    void showsTheBeginningWhereNothingIsMarked()
    {
        const SearchSnippet snippet = snippetOf(u"one  two\nthree four"_s, expression(u"is:failed"_s), 9);
        QCOMPARE(snippet.text, u"one two t…"_s);
        QVERIFY(snippet.marks.isEmpty());
    }

    void showsALongWordFromItsBeginning()
    {
        const QString text = u"x"_s.repeated(500) + u" uploader"_s;
        const SearchSnippet snippet = snippetOf(text, expression(u"uploader"_s), 40);
        QCOMPARE(snippet.text, u"…uploader"_s);
        QCOMPARE(snippet.marks, (QList<SearchMark>{{1, 8}}));
    }

    void cutsNoCharacterInTwo()
    {
        const SearchSnippet snippet = snippetOf(u"😀"_s.repeated(20), expression(u"is:slow"_s), 5);
        QCOMPARE(snippet.text, u"😀😀…"_s);
    }
};

LOOPFLOW_TEST(SearchWordsTest)
#include "tst_searchwords.moc"
