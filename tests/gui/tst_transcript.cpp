#include "core/base/secretmask.h"
#include "tests/support/test.h"
#include "ui/transcript/htmltranscript.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace loopflow;
using namespace Qt::StringLiterals;

class TranscriptTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsFormatsByName_data();
    void knowsFormatsByName();
    void jsonHoldsWhatIsKnown();
    void markdownReadsLikeTheWindow();
    void htmlShowsMarkdownAndLoadsNothing();
    void textIsNeverMarkup_data();
    void textIsNeverMarkup();
    void noSecretOfThisProcessIsInAnyOfThem();
};

namespace {

const TranscriptHead head{u"Maya"_s, u"ana"_s, {102}, 1'790'000'000'000};

ConversationRow message(const QString &text)
{
    ConversationRow row;
    row.message.id = discord::MessageId::at(Milliseconds(1'789'999'000'000));
    row.message.author.id = {42};
    row.message.author.username = u"ana"_s;
    row.message.content = text;
    return row;
}

ConversationRow turn(const QString &text)
{
    ConversationRow row;
    row.turn = TurnView();
    row.turn->id = TurnId{7};
    row.turn->state = TurnState::Done;
    row.turn->text = text;
    row.turn->startedMs = 1'789'999'001'000;
    row.turn->endedMs = 1'789'999'003'000;
    row.turn->promptVersion = 3;
    row.turn->model = u"claude-sonnet-5-5"_s;
    row.turn->usage.input = 1204;
    row.turn->usage.output = 96;
    row.turn->cost = 0.0051;
    row.turn->asked = {discord::MessageId::at(Milliseconds(1'789'999'000'000))};
    return row;
}

ConversationRow note(const QString &text)
{
    ConversationRow row;
    row.note = text;
    row.atMs = 1'789'999'004'000;
    return row;
}

QString written(TranscriptFormat format, const QList<ConversationRow> &rows)
{
    MentionNames names;
    for (const ConversationRow &row : rows) {
        if (!row.turn && row.note.isEmpty())
            learnNames(names, {row.seq, {}, {}, {}, ChannelEvent(MessageSeen{row.message})});
    }
    const auto transcript = makeTranscript(format, head, names);
    QByteArray text = transcript->begin();
    for (const ConversationRow &row : rows)
        text += transcript->row(row);
    return QString::fromUtf8(text + transcript->end());
}

} // namespace

void TranscriptTest::knowsFormatsByName_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<int>("format");
    QTest::newRow("a word") << u"md"_s << int(TranscriptFormat::Markdown);
    QTest::newRow("a file") << u"talk with ana.HTML"_s << int(TranscriptFormat::Html);
    QTest::newRow("json") << u"/tmp/a.b.json"_s << int(TranscriptFormat::Json);
    QTest::newRow("another") << u"talk.pdf"_s << -1;
    QTest::newRow("nothing") << QString() << -1;
}

void TranscriptTest::knowsFormatsByName()
{
    QFETCH(QString, name);
    const auto format = transcriptFormat(name);
    QTEST(format ? int(*format) : -1, "format");
}

void TranscriptTest::jsonHoldsWhatIsKnown()
{
    auto deleted = message(u"forget it"_s);
    deleted.deleted = true;
    deleted.deletedMs = 1'789'999'002'000;
    auto ignored = message(u"opened #212"_s);
    ignored.ignored = IgnoreReason::WrittenByBot;
    QJsonParseError error;
    const QJsonObject whole = QJsonDocument::fromJson(
        written(TranscriptFormat::Json, {message(u"hi \"you\""_s), turn(u"Hello."_s), deleted, ignored, note(u"dropped"_s)})
            .toUtf8(),
        &error)
                                  .object();
    QCOMPARE(error.error, QJsonParseError::NoError);
    QCOMPARE(whole[u"format"].toString(), u"loopflow-conversation"_s);
    QCOMPARE(whole[u"channel"].toString(), u"102"_s);
    const QJsonArray rows = whole[u"rows"].toArray();
    QCOMPARE(rows.size(), 5);
    QCOMPARE(rows[0][u"text"].toString(), u"hi \"you\""_s);
    QCOMPARE(rows[0][u"authorId"].toString(), u"42"_s);
    QVERIFY(rows[0][u"at"].toString().endsWith(u"Z"));
    QVERIFY(rows[0][u"deleted"].isUndefined());
    QCOMPARE(rows[1][u"kind"].toString(), u"turn"_s);
    QCOMPARE(rows[1][u"tokensIn"].toInt(), 1204);
    QCOMPARE(rows[1][u"answers"][0].toString(), rows[0][u"id"].toString());
    QCOMPARE(rows[1][u"dollars"].toDouble(), 0.0051);
    QVERIFY(rows[2][u"deleted"].toString().endsWith(u"Z"));
    QCOMPARE(rows[3][u"ignored"].toString(), u"written by a bot"_s);
    QCOMPARE(rows[4][u"kind"].toString(), u"note"_s);
    const QJsonObject empty = QJsonDocument::fromJson(written(TranscriptFormat::Json, {}).toUtf8()).object();
    QVERIFY(empty[u"rows"].isArray());
    QVERIFY(rows[0][u"textRecorded"].isUndefined());
    auto bare = message({});
    bare.textless = true;
    const QJsonObject textless = QJsonDocument::fromJson(written(TranscriptFormat::Json, {bare}).toUtf8()).object();
    QCOMPARE(textless[u"rows"][0][u"textRecorded"].toBool(true), false);
    QVERIFY(written(TranscriptFormat::Markdown, {bare}).contains(u"Text was not recorded"_s));
}

void TranscriptTest::markdownReadsLikeTheWindow()
{
    auto failed = turn({});
    failed.turn->state = TurnState::Failed;
    failed.turn->error = u"Anthropic is overloaded."_s;
    const QString text = written(TranscriptFormat::Markdown, {message(u"hi **you**"_s), turn(u"Hello."_s), failed});
    QVERIFY(text.startsWith(u"# Maya with ana\n"));
    QVERIFY(text.contains(u"**ana** · "));
    QVERIFY(text.contains(u"\nhi **you**\n"));
    QVERIFY(text.contains(u"\nHello.\n"));
    QVERIFY(text.contains(u"1,204 in · 96 out"));
    QVERIFY(text.contains(u"*Anthropic is overloaded.*"));
}

void TranscriptTest::htmlShowsMarkdownAndLoadsNothing()
{
    auto picture = message(u"look ||here|| <@42> [docs](https://example.org/a?b=1&c=2)\n```cpp\nint a<b>;\n```"_s);
    discord::Attachment file;
    file.filename = u"graph.png"_s;
    file.contentType = u"image/png"_s;
    file.url = u"https://cdn.discordapp.com/attachments/1/2/graph.png"_s;
    picture.message.attachments = {file};
    const QString page = written(TranscriptFormat::Html, {picture, turn(u"**Hello.**"_s)});
    QVERIFY(page.contains(u"<b>Hello.</b>"));
    QVERIFY(page.contains(u"<pre>int a&lt;b&gt;;</pre>"));
    QVERIFY(page.contains(u"class=\"spoiler\""));
    QVERIFY(page.contains(u"@ana</span>"));
    QVERIFY(page.contains(u"href=\"https://example.org/a?b=1&amp;c=2\""));
    QVERIFY(page.contains(u"graph.png"));
    QVERIFY2(!page.contains(u"cdn.discordapp.com"), "a link to the file expires and tells who reads");
    for (const QString &loader : {u"src="_s, u"url("_s, u"@import"_s, u"<link"_s, u"<script"_s, u"<img"_s})
        QVERIFY2(!page.contains(loader), qPrintable(loader));
    QVERIFY(page.contains(u"default-src 'none'"));
}

void TranscriptTest::textIsNeverMarkup_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("a script") << u"<script>alert(1)</script>"_s;
    QTest::newRow("in code") << u"`</code><script>`"_s;
    QTest::newRow("in a fence") << u"```html\n</pre><script>\n```"_s;
    QTest::newRow("in a link") << u"[<script>](https://example.org/\"><script>)"_s;
    QTest::newRow("another scheme") << u"[a](javascript:<script>)"_s;
    QTest::newRow("in a list") << u"- <script>\n> <script>\n# <script>"_s;
}

void TranscriptTest::textIsNeverMarkup()
{
    QFETCH(QString, text);
    auto row = message(text);
    row.message.author.username = text;
    const QString page = written(TranscriptFormat::Html, {row, turn(text), note(text)});
    QVERIFY2(!page.contains(u"<script"), qPrintable(page));
    QVERIFY(!page.contains(u"href=\"javascript"));
}

void TranscriptTest::noSecretOfThisProcessIsInAnyOfThem()
{
    hideInLogs(Secret(QByteArray("sk-secret-of-this-process")));
    for (const auto format : {TranscriptFormat::Markdown, TranscriptFormat::Json, TranscriptFormat::Html}) {
        const QString text =
            written(format, {message(u"my key is sk-secret-of-this-process"_s), note(u"sk-secret-of-this-process"_s)});
        QVERIFY(text.contains(u"my key is"));
        QVERIFY2(!text.contains(u"sk-secret"), qPrintable(text));
    }
}

LOOPFLOW_TEST(TranscriptTest)
#include "tst_transcript.moc"
