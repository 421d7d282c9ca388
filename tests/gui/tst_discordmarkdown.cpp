#include "tests/support/test.h"
#include "ui/widgets/discordmarkdown.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

class DiscordMarkdown : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsBlocksAsDiscordShowsThem_data();
    void readsBlocksAsDiscordShowsThem();
    void givesALineForLists_data();
    void givesALineForLists();
    void everyBeginningOfAStreamIsRead();
    void knowsEmojiThatStandAlone_data();
    void knowsEmojiThatStandAlone();
};

namespace {

QString written(const QList<MarkdownBlock> &blocks)
{
    QStringList lines;
    for (const MarkdownBlock &block : blocks) {
        static const char *const kinds[] = {"p", "h", "sub", "li", "code"};
        QString line = QString::fromLatin1(kinds[block.kind]);
        if (block.kind == MarkdownBlock::Heading || block.kind == MarkdownBlock::ListItem)
            line += QString::number(block.level);
        line +=
            block.marker + (block.language.isEmpty() ? QString() : u'(' + block.language + u')');
        line +=
            (block.quoted ? u" >"_s : QString()) + (block.gapBefore ? u" gap"_s : QString()) + u':';
        for (const MarkdownSpan &span : block.spans)
            line += span.text;
        lines << line.replace(u'\n', u'/');
    }
    return lines.join(u" | "_s);
}

} // namespace

void DiscordMarkdown::readsBlocksAsDiscordShowsThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("empty", {}, {});
    row("line breaks count", u"a\nb\r\nc"_s, u"p:a/b/c"_s);
    row("empty line", u"a\n\n\nb"_s, u"p:a | p gap:b"_s);
    row("headings", u"# a\n### b\n#### c\n#d"_s, u"h1:a | h3:b | p:#### c/#d"_s);
    row("small print", u"-# a\nb"_s, u"sub:a | p:b"_s);
    row("list", u"- a\n  - b\n* c\n1. d\n12. e"_s,
        u"li0•:a | li1◦:b | li0•:c | li01.:d | li02.:e"_s);
    row("numbers count on", u"3. a\n3. b\n  1. x\n9. c\n\ntext\n1. d"_s,
        u"li03.:a | li04.:b | li11.:x | li05.:c | p gap:text | li01.:d"_s);
    row("a dash is no list", u"-a\n5.b"_s, u"p:-a/5.b"_s);
    row("quote", u"> a\n> b\nc"_s, u"p >:a/b | p:c"_s);
    row("quote to the end", u"x\n>>> a\n# b\nc"_s, u"p:x | p >:a | h1 >:b | p >:c"_s);
    row("fence", u"a\n```cpp\nx = 1;\n\n  y\n```\nb"_s, u"p:a | code(cpp):x = 1;//  y | p:b"_s);
    row("fence without language", u"```\na\n```"_s, u"code:a"_s);
    row("one line fence", u"x ```a b``` y"_s, u"p:x  | code:a b | p: y"_s);
    row("a word alone is code", u"```cpp```"_s, u"code:cpp"_s);
    row("open fence", u"a\n```py\nprint(1)"_s, u"p:a | code(py):print(1)"_s);
    row("no table, no html", u"|a|b|\n|-|-|\n<b>x</b>"_s, u"p:|a|b|/|-|-|/<b>x</b>"_s);
    row("indent is no code", u"    a"_s, u"p:    a"_s);
}

void DiscordMarkdown::readsBlocksAsDiscordShowsThem()
{
    QFETCH(QString, text);
    QTEST(written(parseDiscordMarkdown(text, {})), "expected");
}

void DiscordMarkdown::givesALineForLists_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("plain") << u"two\nlines"_s << u"two lines"_s;
    QTest::newRow("marks") << u"## Part 1\n**fail** `fast` [docs](https://example.org)"_s << u"Part 1 fail fast docs"_s;
    QTest::newRow("a list") << u"- one\n- two"_s << u"• one • two"_s;
    QTest::newRow("code") << u"```cpp\nreturn;\n```"_s << u"return;"_s;
    QTest::newRow("a spoiler") << u"then ||ship|| it"_s << u"then ▮▮▮ it"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void DiscordMarkdown::givesALineForLists()
{
    QFETCH(QString, text);
    QTEST(plainLine(text), "line");
}

void DiscordMarkdown::everyBeginningOfAStreamIsRead()
{
    const QString text = u"# a\n> b\n- c `d`\n```cpp\ne\n```\n**f** ||g||\n>>> h\n-# i"_s;
    for (qsizetype length = 1; length <= text.size(); ++length) {
        const auto blocks = parseDiscordMarkdown(text.left(length), {});
        // Only line marks without text of their own may leave nothing to show.
        QVERIFY2(!blocks.isEmpty() || length < 4, qPrintable(text.left(length)));
    }
}

void DiscordMarkdown::knowsEmojiThatStandAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("alone");
    QTest::newRow("one") << u"\U0001F680"_s << true;
    QTest::newRow("three with a space") << u"\U0001F680 \U0001F389\u2764\uFE0F"_s << true;
    QTest::newRow("a family") << u"\U0001F468\u200D\U0001F469\u200D\U0001F467"_s << true;
    QTest::newRow("a flag") << u"\U0001F1E9\U0001F1EA"_s << true;
    QTest::newRow("a keycap") << u"1\uFE0F\u20E3"_s << true;
    QTest::newRow("with a word") << u"go \U0001F680"_s << false;
    QTest::newRow("digits") << u"42"_s << false;
    QTest::newRow("nothing") << u" \n"_s << false;
    QTest::newRow("a wall of them") << u"\U0001F680"_s.repeated(60) << false;
}

void DiscordMarkdown::knowsEmojiThatStandAlone()
{
    QFETCH(QString, text);
    QTEST(isEmojiAlone(text), "alone");
}

LOOPFLOW_TEST(DiscordMarkdown)
#include "tst_discordmarkdown.moc"
