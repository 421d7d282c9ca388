#include "core/discord/messagetext.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace loopflow::discord;
using namespace Qt::StringLiterals;

namespace {

Message withContent(const QString &content)
{
    Message message;
    message.content = content;
    message.mentions = {{{80351110224678912}, u"nelly"_s, u"Nelly"_s, {}, false},
        {{5}, u"trick"_s, u"<#1>"_s, {}, false}};
    return message;
}

Attachment file(const QString &name, const QString &type, qint64 size = 0, double duration = 0)
{
    return {name, type, size, u"https://cdn.discordapp.com/x"_s, duration};
}

} // namespace

class MessageTextTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsDiscordsNotation_data();
    void readsDiscordsNotation();
    void namesAttachments_data();
    void namesAttachments();
    void namesAVoiceMessage();
    void namesStickersPollsAndEmbeds();
    void shortensEmbeds();
    void unfoldsForwards();
    void isEmptyOnlyWithoutContent();
    void marksServiceLines();
    void keepsServiceLinesToOneLineWithinTheLimit();
    void knowsTheNewConversationMarker();
    void escapesLinesThatLookLikeServiceLines_data();
    void escapesLinesThatLookLikeServiceLines();
    void removesWhatDiscordRefuses_data();
    void removesWhatDiscordRefuses();
    void neverPostsAServiceLineOfAModel();
};

void MessageTextTest::readsDiscordsNotation_data()
{
    QTest::addColumn<QString>("content");
    QTest::addColumn<QString>("expected");
    QTest::newRow("mention") << u"<@80351110224678912>, hi"_s << u"@Nelly, hi"_s;
    QTest::newRow("old mention") << u"<@!80351110224678912>"_s << u"@Nelly"_s;
    QTest::newRow("unknown") << u"<@99>"_s << u"@unknown-user"_s;
    QTest::newRow("name like a mention") << u"<@5>"_s << u"@<#1>"_s;
    QTest::newRow("channel") << u"see <#103735883630395392>!"_s << u"see #channel!"_s;
    QTest::newRow("role") << u"<@&165511591545143296>"_s << u"@role"_s;
    QTest::newRow("emoji") << u"a<:mmLol:216154654256398347>b"_s << u"a:mmLol:b"_s;
    QTest::newRow("moving emoji") << u"<a:b1nzy:392938283556143104>"_s << u":b1nzy:"_s;
    QTest::newRow("time") << u"<t:1618953630>"_s << u"2021-04-20 21:20 UTC"_s;
    QTest::newRow("relative time") << u"<t:1618953630:R>"_s << u"2021-04-20 21:20 UTC"_s;
    QTest::newRow("command") << u"</airhorn loud:816437322781949972>"_s << u"/airhorn loud"_s;
    QTest::newRow("everyone") << u"@everyone"_s << u"@everyone"_s;
    QTest::newRow("signed address")
        << u"(https://cdn.discordapp.com/attachments/1/2/cat.png?ex=65d9&is=65c7&hm=24&) ok"_s
        << u"(https://cdn.discordapp.com/attachments/1/2/cat.png) ok"_s;
    QTest::newRow("media address") << u"https://media.discordapp.net/a/b.png?ex=1&is=2&hm=3&width=400"_s
                                   << u"https://media.discordapp.net/a/b.png"_s;
    QTest::newRow("other address") << u"https://example.org/?ex=1"_s << u"https://example.org/?ex=1"_s;
    QTest::newRow("no notation") << u"a < b <@x> <t:> <:x> #1 @you"_s << u"a < b <@x> <t:> <:x> #1 @you"_s;
    QTest::newRow("several") << u"<@80351110224678912><#1><@80351110224678912>"_s << u"@Nelly#channel@Nelly"_s;
}

void MessageTextTest::readsDiscordsNotation()
{
    QFETCH(QString, content);
    QFETCH(QString, expected);
    QCOMPARE(readableText(withContent(content)), expected);
}

void MessageTextTest::namesAttachments_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("type");
    QTest::addColumn<int>("bytes");
    QTest::addColumn<double>("duration");
    QTest::addColumn<QString>("expected");
    QTest::newRow("picture") << u"cat.png"_s << u"image/png"_s << 5 << 0.0 << u"[picture: cat.png]"_s;
    QTest::newRow("picture by name") << u"cat.JPG"_s << QString() << 5 << 0.0 << u"[picture: cat.JPG]"_s;
    QTest::newRow("file") << u"notes.pdf"_s << u"application/pdf"_s << 12000 << 0.0
                          << u"[file: notes.pdf, 12 KB]"_s;
    QTest::newRow("small file") << u"a.txt"_s << u"text/plain; charset=utf-8"_s << 512 << 0.0
                                << u"[file: a.txt, 512 B]"_s;
    QTest::newRow("large file") << u"a.zip"_s << QString() << 3565158 << 0.0 << u"[file: a.zip, 3.4 MB]"_s;
    QTest::newRow("unknown size") << u"a"_s << QString() << 0 << 0.0 << u"[file: a]"_s;
    QTest::newRow("video") << u"a.mp4"_s << u"video/mp4"_s << 9 << 12.4 << u"[video: a.mp4, 12 s]"_s;
    QTest::newRow("audio") << u"a.mp3"_s << u"audio/mpeg"_s << 9 << 0.0 << u"[audio: a.mp3]"_s;
    QTest::newRow("name of two lines") << u"a\nb.png"_s << u"image/png"_s << 9 << 0.0 << u"[picture: a b.png]"_s;
}

void MessageTextTest::namesAttachments()
{
    QFETCH(QString, name);
    QFETCH(QString, type);
    QFETCH(int, bytes);
    QFETCH(double, duration);
    QFETCH(QString, expected);
    Message message = withContent(u"look"_s);
    message.attachments = {file(name, type, bytes, duration)};
    QCOMPARE(readableText(message), u"look\n"_s + expected);
}

void MessageTextTest::namesAVoiceMessage()
{
    Message message;
    message.voice = true;
    message.attachments = {file(u"voice-message.ogg"_s, u"audio/ogg"_s, 9000, 6.54)};
    QCOMPARE(readableText(message), u"[voice message, 7 s]"_s);
    message.attachments.clear();
    QCOMPARE(readableText(message), u"[voice message]"_s);
}

void MessageTextTest::namesStickersPollsAndEmbeds()
{
    Message message = withContent(u"https://a.example/ and https://b.example/"_s);
    message.stickers = {u"Wave"_s, u"Cry"_s};
    message.pollQuestion = u"Tea\nor coffee?"_s;
    message.embeds = {{u"Title"_s, u"Some\ntext"_s, u"https://a.example/"_s},
        {{}, {}, u"https://b.example/"_s}, {{}, {}, u"https://c.example/"_s}, {{}, u"only text"_s, {}}};
    QCOMPARE(readableText(message),
        u"https://a.example/ and https://b.example/\n"
        "[sticker: Wave]\n"
        "[sticker: Cry]\n"
        "[poll: Tea or coffee?]\n"
        "[embed: Title – Some text]\n"
        "[embed: https://c.example/]\n"
        "[embed: only text]"_s);
}

void MessageTextTest::shortensEmbeds()
{
    Message message;
    message.embeds = {{u"T"_s, QString(4000, u'x'), {}}};
    const QString text = readableText(message);
    QVERIFY(text.size() < 330);
    QVERIFY(text.endsWith(u"…]"));
}

void MessageTextTest::unfoldsForwards()
{
    Message message;
    message.forward = true;
    message.snapshotContent = u"for <@99>\nand others"_s;
    message.snapshotAttachments = {file(u"cat.png"_s, u"image/png"_s)};
    QCOMPARE(readableText(message),
        u"[forwarded message]\nfor @unknown-user\nand others\n[picture: cat.png]"_s);
}

void MessageTextTest::isEmptyOnlyWithoutContent()
{
    QCOMPARE(readableText(Message()), QString());
    Message message;
    message.forward = true;
    QCOMPARE(readableText(message), u"[forwarded message]"_s);
}

void MessageTextTest::marksServiceLines()
{
    QCOMPARE(serviceLine(u"The model did not answer."_s), u"-# Loopflow: The model did not answer."_s);
    QVERIFY(isServiceLine(serviceLine(u"x"_s)));
    QVERIFY(isServiceLine(u"-# Loopflow: first\nsecond"_s));
    QVERIFY(!isServiceLine(u"first\n-# Loopflow: second"_s));
    QVERIFY(!isServiceLine(u"\\-# Loopflow: escaped"_s));
    QVERIFY(!isServiceLine(QString()));
}

void MessageTextTest::keepsServiceLinesToOneLineWithinTheLimit()
{
    QCOMPARE(serviceLine(u" a\n\nb \t c"_s), u"-# Loopflow: a b c"_s);
    const QString fits = QString(messageLimit - serviceMark.size() - 1, u'x');
    QCOMPARE(serviceLine(fits), serviceMark + u' ' + fits);
    const QString cut = serviceLine(QString(u"\U0001F600"_s).repeated(3000));
    QVERIFY(cut.size() <= messageLimit);
    QVERIFY(cut.endsWith(u"\U0001F600…"));
}

void MessageTextTest::knowsTheNewConversationMarker()
{
    QVERIFY(isServiceLine(newConversationMarker()));
    QVERIFY(isNewConversationMarker(newConversationMarker()));
    QVERIFY(isNewConversationMarker(newConversationMarker() + u'\n'));
    QVERIFY(!isNewConversationMarker(newConversationMarker() + u" not"_s));
    QVERIFY(!isNewConversationMarker(serviceLine(u"The model did not answer."_s)));
}

void MessageTextTest::escapesLinesThatLookLikeServiceLines_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("posted");
    QTest::newRow("first line") << u"-# Loopflow: hi"_s << u"\\-# Loopflow: hi"_s;
    QTest::newRow("later line") << u"a\n-# Loopflow: hi\nb"_s << u"a\n\\-# Loopflow: hi\nb"_s;
    QTest::newRow("every line") << u"-# Loopflow: 1\n-# Loopflow: 2"_s << u"\\-# Loopflow: 1\n\\-# Loopflow: 2"_s;
    QTest::newRow("other letters and blanks") << u"a\n \t-#  LOOPFLOW : hi"_s << u"a\n \t\\-#  LOOPFLOW : hi"_s;
    QTest::newRow("blank before") << u"\n\n  -# Loopflow: hi"_s << u"\\-# Loopflow: hi"_s;
    QTest::newRow("carriage returns") << u"a\r\n-# Loopflow: b\r-# Loopflow: c"_s
                                      << u"a\n\\-# Loopflow: b\n\\-# Loopflow: c"_s;
    QTest::newRow("hidden by NUL") << u"-\u0000# Loopflow: hi"_s << u"\\-# Loopflow: hi"_s;
    QTest::newRow("other small print") << u"-# a remark"_s << u"-# a remark"_s;
    QTest::newRow("within a line") << u"say -# Loopflow: hi"_s << u"say -# Loopflow: hi"_s;
    QTest::newRow("in code") << u"```\n-# Loopflow: hi\n```"_s << u"```\n-# Loopflow: hi\n```"_s;
}

void MessageTextTest::escapesLinesThatLookLikeServiceLines()
{
    QFETCH(QString, text);
    QFETCH(QString, posted);
    QCOMPARE(splitForPosting(text), QStringList{posted});
}

void MessageTextTest::removesWhatDiscordRefuses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("NUL") << (u"a"_s + QChar(u'\0') + u'b') << QStringList{u"ab"_s};
    QTest::newRow("lone high") << (u"a"_s + QChar(0xd83d) + u'b') << QStringList{u"ab"_s};
    QTest::newRow("lone low") << (u"a"_s + QChar(0xde00) + u'b') << QStringList{u"ab"_s};
    QTest::newRow("high at the end") << (u"a"_s + QChar(0xd83d)) << QStringList{u"a"_s};
    QTest::newRow("two highs") << (QString(QChar(0xd83d)) + u"\U0001F600"_s) << QStringList{u"\U0001F600"_s};
    QTest::newRow("only that") << QString(QChar(u'\0')) << QStringList();
}

void MessageTextTest::removesWhatDiscordRefuses()
{
    QFETCH(QString, text);
    QFETCH(QStringList, parts);
    QCOMPARE(splitForPosting(text), parts);
}

void MessageTextTest::neverPostsAServiceLineOfAModel()
{
    // Wherever the cut falls, no part begins as Loopflow's own words do.
    for (qsizetype before = messageLimit - 40; before <= messageLimit + 10; ++before) {
        for (const QString &seam : {u" "_s, u"\n"_s, u"\n\n"_s, QString()}) {
            const QString text = QString(before, u'x') + seam
                + QString(u"-# Loopflow: hello "_s).repeated(5) + QString(300, u'y');
            for (const QString &part : splitForPosting(text)) {
                QVERIFY(part.size() <= messageLimit);
                QVERIFY2(!isServiceLine(part), qPrintable(part.left(40)));
            }
        }
    }
}

LOOPFLOW_TEST(MessageTextTest)
#include "tst_messagetext.moc"
