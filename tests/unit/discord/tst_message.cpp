#include "core/discord/message.h"

#include "tests/support/test.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace loopflow;
using namespace loopflow::discord;
using namespace Qt::StringLiterals;

class MessageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAServersMessage();
    void readsADirectMessage();
    void readsAForward();
    void readsWhatIsNoText();
    void readsTheTimeOfAnEdit_data();
    void readsTheTimeOfAnEdit();
    void comesBackEqualFromItsRecord_data();
    void comesBackEqualFromItsRecord();
    void bearsAnyTypeInAnyField_data();
    void bearsAnyTypeInAnyField();
    void refusesWhatLacksAnId_data();
    void refusesWhatLacksAnId();
    void tellsChatFromSystemLines();
    void readsAPageOfMessages();
    void readsDeletionsAndTyping();
    void namesPeopleAsDiscordShowsThem();
};

// Below the class, because moc stumbles over raw strings of several lines.
namespace {

const QByteArray guildMessage = R"({
    "type": 19, "id": "1279301000000000123", "channel_id": "1279300000000000001",
    "guild_id": "41771983423143937", "content": "hi <@80351110224678912>", "tts": false,
    "mention_everyone": false, "mention_roles": [], "pinned": false, "flags": 0, "components": [],
    "timestamp": "2024-08-31T10:00:00.000000+00:00",
    "edited_timestamp": "2024-08-31T10:00:01.234567+00:00",
    "author": {"id": "53908099506183680", "username": "mason", "global_name": "Mason",
        "avatar": "a_bab14f271d565501444b2ca3be944b25", "discriminator": "0", "public_flags": 131141},
    "member": {"nick": "The Mason", "roles": [], "joined_at": "2020-01-01T00:00:00+00:00"},
    "mentions": [{"id": "80351110224678912", "username": "nelly", "global_name": null, "bot": true,
        "member": {"nick": "N"}}, {"username": "without an id"}],
    "attachments": [{"id": "1", "filename": "cat.png", "size": 5000000000, "content_type": "image/png",
        "url": "https://cdn.discordapp.com/attachments/1/2/cat.png?ex=1&is=2&hm=3"}],
    "embeds": [{"type": "link", "title": "T", "description": "D", "url": "https://example.org/"}],
    "sticker_items": [{"id": "749054660769218631", "name": "Wave", "format_type": 3}],
    "message_reference": {"type": 0, "channel_id": "1279300000000000001",
        "message_id": "1279301000000000100"},
    "referenced_message": null, "something_new": {"unknown": [1, 2]}})";

const QByteArray directMessage = R"({
    "type": 0, "id": "334385199974967042", "channel_id": "290926798999357250", "content": "",
    "author": {"id": "53908099506183680", "username": "mason", "avatar": null, "bot": true},
    "edited_timestamp": null, "mentions": [], "attachments": [{"id": "0", "size": 9,
        "filename": "voice-message.ogg", "duration_secs": 6.54, "url": "https://cdn/x"}],
    "embeds": [], "flags": 8192, "nonce": 31415926535897932, "channel_type": 1,
    "poll": {"question": {"text": "Tea?"}, "answers": []}, "guild_id": null})";

const QByteArray forwardedMessage = R"({
    "type": 0, "id": "334385199974967043", "channel_id": "290926798999357250", "content": "",
    "webhook_id": "53908099506183680", "flags": 16384, "nonce": "1.1.0",
    "author": {"id": "53908099506183680", "username": "hook"},
    "message_reference": {"type": 1, "channel_id": "5", "message_id": "6"},
    "message_snapshots": [{"message": {"type": 0, "content": "look", "attachments":
        [{"id": "1", "filename": "a.txt", "size": 3, "url": "u"}]}}]})";

} // namespace

void MessageTest::readsAServersMessage()
{
    const auto read = parseMessage(guildMessage);
    QVERIFY(read);
    const Message &message = *read;
    QCOMPARE(message.id.value, quint64(1279301000000000123));
    QCOMPARE(message.channel.value, quint64(1279300000000000001));
    QCOMPARE(message.guild.value, quint64(41771983423143937));
    QCOMPARE(message.type, 19);
    QVERIFY(message.isChat());
    QCOMPARE(message.author.displayName(), u"Mason"_s);
    QCOMPARE(message.author.avatar, u"a_bab14f271d565501444b2ca3be944b25"_s);
    QVERIFY(!message.author.bot);
    QCOMPARE(message.authorName(), u"The Mason"_s);
    QCOMPARE(message.mentions.size(), 1);
    QCOMPARE(message.mentions.first().displayName(), u"nelly"_s);
    QVERIFY(message.mentions.first().bot);
    QCOMPARE(message.attachments.size(), 1);
    QCOMPARE(message.attachments.first().size, qint64(5000000000));
    QCOMPARE(message.attachments.first().contentType, u"image/png"_s);
    QCOMPARE(message.embeds, (QList<Embed>{{u"T"_s, u"D"_s, u"https://example.org/"_s}}));
    QCOMPARE(message.stickers, QStringList{u"Wave"_s});
    QCOMPARE(message.replyTo.value, quint64(1279301000000000100));
    QVERIFY(!message.forward);
    QVERIFY(!message.webhook);
}

void MessageTest::readsADirectMessage()
{
    const auto read = parseMessage(directMessage);
    QVERIFY(read);
    QVERIFY(!read->guild);
    QVERIFY(read->voice);
    QVERIFY(read->author.bot);
    QCOMPARE(read->attachments.first().durationSeconds, 6.54);
    QCOMPARE(read->pollQuestion, u"Tea?"_s);
    QCOMPARE(read->nonce, u"31415926535897932"_s);
    QCOMPARE(read->editedMs, qint64(0));
    QVERIFY(!read->replyTo);
}

void MessageTest::readsAForward()
{
    const auto read = parseMessage(forwardedMessage);
    QVERIFY(read);
    QVERIFY(read->forward);
    QVERIFY(read->webhook);
    QVERIFY(!read->replyTo);
    QCOMPARE(read->snapshotContent, u"look"_s);
    QCOMPARE(read->snapshotAttachments.size(), 1);
    QCOMPARE(read->nonce, u"1.1.0"_s);
}

void MessageTest::readsWhatIsNoText()
{
    const QByteArray json = R"({"id":"5","channel_id":"6","author":{"id":"7","username":"ana"},
        "message_reference":{"message_id":"4"},
        "referenced_message":{"content":"can you\n check?","author":{"id":"8","username":"lee_","global_name":"Lee"}},
        "attachments":[{"filename":"SPOILER_a.png","content_type":"image/png","size":9,"width":640,"height":480},
            {"filename":"b.png","flags":8,"description":"a graph"}],
        "embeds":[{"title":"T","author":{"name":"A"},"provider":{"name":"P"},"footer":{"text":"F"},
            "thumbnail":{"url":"https://x/t.png"},"fields":[{"name":"n","value":"v"}]}],
        "poll":{"question":{"text":"Lunch?"},"answers":[{"poll_media":{"text":"Yes"}},{"poll_media":{"text":"No"}}]}})";
    const auto read = parseMessage(json);
    QVERIFY(read);
    QCOMPARE(read->replyAuthor, u"Lee"_s);
    QCOMPARE(read->replyText, u"can you check?"_s);
    QVERIFY(read->attachments[0].spoiler && read->attachments[1].spoiler);
    QCOMPARE(read->attachments[0].width, 640);
    QCOMPARE(read->attachments[1].description, u"a graph"_s);
    QCOMPARE(read->embeds[0].picture, u"https://x/t.png"_s);
    QCOMPARE(read->embeds[0].fields, (QList<EmbedField>{{u"n"_s, u"v"_s}}));
    QCOMPARE(read->embeds[0].footer, u"F"_s);
    QCOMPARE(read->pollAnswers, (QStringList{u"Yes"_s, u"No"_s}));
    QVERIFY(*parseMessage(toJson(*read)) == *read);
}

void MessageTest::readsTheTimeOfAnEdit_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("ms");
    QTest::newRow("microseconds") << u"2024-08-31T10:00:01.234000+00:00"_s << qint64(1725098401234);
    QTest::newRow("no fraction") << u"2024-08-31T10:00:01+00:00"_s << qint64(1725098401000);
    QTest::newRow("Z") << u"2024-08-31T10:00:01.5Z"_s << qint64(1725098401500);
    QTest::newRow("other zone") << u"2024-08-31T12:00:01.000000+02:00"_s << qint64(1725098401000);
    QTest::newRow("no zone is UTC") << u"2024-08-31T10:00:01"_s << qint64(1725098401000);
    QTest::newRow("rounded up") << u"2024-08-31T10:00:01.999999+00:00"_s << qint64(1725098402000);
    QTest::newRow("broken") << u"yesterday"_s << qint64(0);
}

void MessageTest::readsTheTimeOfAnEdit()
{
    QFETCH(QString, text);
    QFETCH(qint64, ms);
    QJsonObject json = QJsonDocument::fromJson(directMessage).object();
    json["edited_timestamp"_L1] = text;
    const auto read = parseMessage(json);
    QVERIFY(read);
    QCOMPARE(read->editedMs, ms);
}

void MessageTest::comesBackEqualFromItsRecord_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("server") << guildMessage;
    QTest::newRow("direct") << directMessage;
    QTest::newRow("forward") << forwardedMessage;
    QTest::newRow("bare") << QByteArray(R"({"id":"1","channel_id":"2","author":{"id":"3"}})");
    QTest::newRow("odd text") << QByteArray(
        R"({"id":"1","channel_id":"2","author":{"id":"3","username":"\u0000\"\\"},)"
        R"("content":"a\u0000b\n\t\u2028 \ud83d\ude00 \u200d"})");
}

void MessageTest::comesBackEqualFromItsRecord()
{
    QFETCH(QByteArray, json);
    const auto first = parseMessage(json);
    QVERIFY(first);
    const auto again = parseMessage(toJson(*first));
    QVERIFY(again);
    QVERIFY(*again == *first);
    const auto stored = parseMessage(QJsonDocument(toJson(*first)).toJson(QJsonDocument::Compact));
    QVERIFY(stored);
    QVERIFY(*stored == *first);
    QCOMPARE(toJson(*stored), toJson(*first));
}

void MessageTest::bearsAnyTypeInAnyField_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("server") << guildMessage;
    QTest::newRow("forward") << forwardedMessage;
}

void MessageTest::bearsAnyTypeInAnyField()
{
    QFETCH(QByteArray, json);
    const QJsonObject object = QJsonDocument::fromJson(json).object();
    const QList<QJsonValue> oddities{QJsonValue::Null, true, 12.5, u"text"_s, QJsonArray{1, u"x"_s},
        QJsonArray{QJsonArray(), QJsonValue::Null}, QJsonObject{{u"type"_s, u"x"_s}}};
    const QStringList needed{u"id"_s, u"channel_id"_s, u"author"_s};
    for (const QString &key : object.keys()) {
        for (const QJsonValue &oddity : oddities) {
            QJsonObject changed = object;
            changed[key] = oddity;
            const auto read = parseMessage(changed);
            QCOMPARE(read.hasValue(), !needed.contains(key));
            if (read)
                QVERIFY(*parseMessage(toJson(*read)) == *read);
        }
    }
}

void MessageTest::refusesWhatLacksAnId_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("no id") << QByteArray(R"({"channel_id":"2","author":{"id":"3"}})");
    QTest::newRow("no channel") << QByteArray(R"({"id":"1","author":{"id":"3"}})");
    QTest::newRow("no author") << QByteArray(R"({"id":"1","channel_id":"2"})");
    QTest::newRow("author without id") << QByteArray(R"({"id":"1","channel_id":"2","author":{}})");
    QTest::newRow("number as id") << QByteArray(R"({"id":1,"channel_id":"2","author":{"id":"3"}})");
    QTest::newRow("list") << QByteArray("[]");
    QTest::newRow("cut") << QByteArray(R"({"id":"1","channel)");
    QTest::newRow("nothing") << QByteArray();
}

void MessageTest::refusesWhatLacksAnId()
{
    QFETCH(QByteArray, json);
    const auto read = parseMessage(json);
    QVERIFY(!read);
    QCOMPARE(read.error().code, ErrorCode::Invalid);
    QVERIFY(read.error().message.startsWith(u"Discord sent"));
}

void MessageTest::tellsChatFromSystemLines()
{
    QList<int> chat;
    for (int type = -1; type < 70; ++type) {
        Message message;
        message.type = type;
        if (message.isChat())
            chat.append(type);
    }
    QCOMPARE(chat, (QList<int>{0, 19, 20, 23}));
}

void MessageTest::readsAPageOfMessages()
{
    const auto page = parseMessages('[' + guildMessage + ',' + directMessage + ']');
    QVERIFY(page);
    QCOMPARE(page->size(), 2);
    QVERIFY(page->first() == *parseMessage(guildMessage));
    QVERIFY(page->last() == *parseMessage(directMessage));
    QVERIFY(parseMessages("[]")->isEmpty());
    QVERIFY(parseMessages("null")->isEmpty());
    QVERIFY(!parseMessages("{}"));
    QVERIFY(!parseMessages("[{}]"));
    QVERIFY(!parseMessages(R"([{"id":"1")"));
}

void MessageTest::readsDeletionsAndTyping()
{
    const auto deleted = parseDeletedMessage(R"({"id":"1","channel_id":"2","guild_id":"3"})");
    QVERIFY(deleted);
    QCOMPARE(deleted->id.value, quint64(1));
    QCOMPARE(deleted->channel.value, quint64(2));
    QCOMPARE(deleted->guild.value, quint64(3));
    QVERIFY(!parseDeletedMessage(R"({"id":"1"})"));
    QVERIFY(!parseDeletedMessage("?"));

    const auto typing = parseTyping(R"({"channel_id":"2","user_id":"4","timestamp":1})");
    QVERIFY(typing);
    QCOMPARE(typing->channel.value, quint64(2));
    QCOMPARE(typing->user.value, quint64(4));
    QVERIFY(!typing->guild);
    QVERIFY(!parseTyping(R"({"channel_id":"2"})"));
    QVERIFY(!parseTyping("[]"));
}

void MessageTest::namesPeopleAsDiscordShowsThem()
{
    Message message;
    message.author.username = u"mason"_s;
    QCOMPARE(message.authorName(), u"mason"_s);
    message.author.globalName = u"Mason"_s;
    QCOMPARE(message.authorName(), u"Mason"_s);
    message.memberNick = u"Boss"_s;
    QCOMPARE(message.authorName(), u"Boss"_s);
}

LOOPFLOW_TEST(MessageTest)
#include "tst_message.moc"
