#include "tests/support/test.h"
#include "ui/widgets/discordinline.h"

#include <QDateTime>

using namespace loopflow;
using namespace Qt::StringLiterals;

class DiscordInline : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAsDiscordShowsIt_data();
    void readsAsDiscordShowsIt();
    void everyPieceOfAMessageIsRead();
    void timesTellTheWholeMomentWhenHovered();
    void deepNestingEnds();
};

namespace {

/// "b{bold} plain" for bold and plain text.
QString written(const QList<MarkdownSpan> &spans)
{
    const QList<std::pair<SpanStyle, QString>> letters{{SpanStyle::Bold, u"b"_s},
        {SpanStyle::Italic, u"i"_s}, {SpanStyle::Underline, u"u"_s}, {SpanStyle::Strike, u"s"_s},
        {SpanStyle::Code, u"c"_s}, {SpanStyle::Spoiler, u"h"_s}, {SpanStyle::Mention, u"m"_s}};
    QString text;
    for (const MarkdownSpan &span : spans) {
        QString marks;
        for (const auto &[style, letter] : letters)
            marks += span.styles.testFlag(style) ? letter : QString();
        if (!span.href.isEmpty())
            marks += u'@' + span.href;
        text += marks.isEmpty() ? span.text : marks + u'{' + span.text + u'}';
    }
    return text;
}

const MentionNames names{{42, u"lee"_s}};

} // namespace

void DiscordInline::readsAsDiscordShowsIt_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const QString &text, const QString &expected) {
        QTest::newRow(name) << text << expected;
    };
    row("plain", u"a <b> & c"_s, u"a <b> & c"_s);
    row("bold", u"**a** b"_s, u"b{a} b"_s);
    row("italic star", u"*a* b"_s, u"i{a} b"_s);
    row("italic line", u"_a_ b"_s, u"i{a} b"_s);
    row("underline", u"__a__"_s, u"u{a}"_s);
    row("strike", u"~~a~~"_s, u"s{a}"_s);
    row("spoiler", u"||a||"_s, u"h{a}"_s);
    row("both", u"***a***"_s, u"bi{a}"_s);
    row("nested", u"**a *b* c**"_s, u"b{a }bi{b}b{ c}"_s);
    row("over lines", u"**a\nb**"_s, u"b{a\nb}"_s);
    row("not closed", u"**a"_s, u"**a"_s);
    row("a product", u"2 * 3 * 4"_s, u"2 * 3 * 4"_s);
    row("snake case", u"a_b_c"_s, u"a_b_c"_s);
    row("code keeps stars", u"`**a**`"_s, u"c{**a**}"_s);
    row("double ticks", u"``a`b``"_s, u"c{a`b}"_s);
    row("lonely tick", u"a ` b"_s, u"a ` b"_s);
    row("escaped", u"\\*a\\*"_s, u"*a*"_s);
    row("backslash in a path", u"C:\\new"_s, u"C:\\new"_s);
    row("person", u"hi <@42>, <@!42>"_s, u"hi m{@lee}, m{@lee}"_s);
    row("stranger", u"<@7>"_s, u"m{@unknown-user}"_s);
    row("role and channel", u"<@&7> <#8>"_s, u"m{@role} m{#channel}"_s);
    row("everyone", u"@everyone x"_s, u"m{@everyone} x"_s);
    row("emoji", u"<a:party:123> <:ok:4>"_s, u":party: :ok:"_s);
    row("command", u"</new:12>"_s, u"m{/new}"_s);
    row("link", u"see https://a.b/c?d=(e)."_s, u"see @https://a.b/c?d=(e{https://a.b/c?d=(e})."_s);
    row("link in angles", u"<https://a.b/c.>"_s, u"@https://a.b/c.{https://a.b/c.}"_s);
    row("masked link", u"[**docs**](https://a.b)"_s, u"b@https://a.b{docs}"_s);
    row("masked link in angles", u"[docs](<https://a.b/c d>) [x](<https://a.b>)"_s,
        u"[docs](<@https://a.b/c{https://a.b/c} d>) @https://a.b{x}"_s);
    row("masked link with a title", u"[docs](https://a.b \"the docs\")"_s, u"@https://a.b{docs}"_s);
    row("masked link with brackets", u"[w](https://a.b/c_(d))"_s, u"@https://a.b/c_(d){w}"_s);
    row("place of a server", u"<id:customize>"_s, u"m{#Channels & Roles}"_s);
    row("other schemes are text", u"[x](file:///etc/passwd) javascript:a"_s,
        u"[x](file:///etc/passwd) javascript:a"_s);
    row("pictures are text", u"![x](https://a.b/p.png)"_s, u"!@https://a.b/p.png{x}"_s);
}

void DiscordInline::readsAsDiscordShowsIt()
{
    QFETCH(QString, text);
    QTEST(written(parseDiscordInline(text, names)), "expected");
}

void DiscordInline::everyPieceOfAMessageIsRead()
{
    const QString text =
        u"**a _b_ `c`** ||d|| <@42> [e](https://f) https://g ~~h~~ \\* <t:1:R> ***i*** __j__"_s;
    for (qsizetype from = 0; from < text.size(); ++from) {
        for (qsizetype length = 1; from + length <= text.size(); ++length) {
            const auto spans = parseDiscordInline(QStringView(text).mid(from, length), names);
            QVERIFY(!spans.isEmpty());
            for (const MarkdownSpan &span : spans)
                QVERIFY(!span.text.isEmpty());
        }
    }
}

void DiscordInline::timesTellTheWholeMomentWhenHovered()
{
    const qint64 now = QDateTime::currentSecsSinceEpoch();
    const auto spans = parseDiscordInline(u"<t:%1:R> and <t:%2:R>"_s.arg(now - 3 * 3600 - 60).arg(now + 2 * 86400 + 60), names);
    QCOMPARE(spans.size(), 3);
    QCOMPARE(spans[0].text, u"3 hours ago"_s);
    QCOMPARE(spans[2].text, u"in 2 days"_s);
    for (const MarkdownSpan &span : {spans[0], spans[2]}) {
        QVERIFY(span.styles.testFlag(SpanStyle::Time));
        QVERIFY(!span.tip.isEmpty());
    }
}

void DiscordInline::deepNestingEnds()
{
    QString text = u"x"_s;
    for (int i = 0; i < 200; ++i)
        text = (i % 2 ? u"**"_s : u"~~"_s) + text + (i % 2 ? u"**"_s : u"~~"_s);
    const auto spans = parseDiscordInline(text, names);
    QVERIFY(written(spans).contains(u'x'));
}

LOOPFLOW_TEST(DiscordInline)
#include "tst_discordinline.moc"
