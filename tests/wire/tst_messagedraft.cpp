#include "core/practice/messagedraft.h"
#include "tests/support/test.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;

namespace {

QJsonObject parse(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

} // namespace

class MessageDraftTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAWholeMessage()
    {
        const auto read = readDraft(parse(
            R"({"content":" hi \u0000 ","nonce":"n","enforce_nonce":true,"tts":true,"flags":4100,
            "message_reference":{"type":0,"message_id":"5","channel_id":"6","fail_if_not_exists":false},
            "allowed_mentions":{"parse":[],"users":["7"],"replied_user":true},"embeds":[],"components":null,"unknown":1})"));
        QVERIFY(std::holds_alternative<MessageDraft>(read));
        const auto &draft = std::get<MessageDraft>(read);
        QCOMPARE(draft.content, u"hi"_s);
        QCOMPARE(draft.nonce, QJsonValue(u"n"_s));
        QVERIFY(draft.enforceNonce && draft.tts && !draft.failIfNotExists);
        QCOMPARE(draft.flags, 4100);
        QCOMPARE(draft.replyTo.value, 5ull);
        QCOMPARE(draft.replyChannel.value, 6ull);
        QVERIFY(!draft.allowed.everyUser && draft.allowed.repliedUser);
        QVERIFY(draft.allowed.users.contains({7}));
    }

    void allowsWhatDiscordAllowsByDefault()
    {
        const auto plain = std::get<MessageDraft>(readDraft(parse(R"({"content":"x"})")));
        QVERIFY(plain.allowed.everyUser && plain.allowed.repliedUser && plain.failIfNotExists);
        QVERIFY(plain.nonce.isUndefined());
        const auto said =
            std::get<MessageDraft>(readDraft(parse(R"({"content":"x","allowed_mentions":{}})")));
        QVERIFY(!said.allowed.everyUser && !said.allowed.repliedUser);
    }

    void ignoresFlagsThatNobodySets()
    {
        QCOMPARE(
            std::get<MessageDraft>(readDraft(parse(R"({"content":"x","flags":65})"))).flags, 0);
    }

    void refusesWithTheFieldAndItsCode_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("path");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const QByteArray &body, QStringList path,
                             QString code) { QTest::newRow(name) << body << path << code; };
        const QString tooLong = u"BASE_TYPE_MAX_LENGTH"_s;
        const QString unsupported = u"PRACTICE_UNSUPPORTED"_s;
        row("long text", R"({"content":")" + QByteArray(2001, 'x') + R"("})", {u"content"_s},
            tooLong);
        row("long nonce", R"({"content":"x","nonce":"12345678901234567890123456"})", {u"nonce"_s},
            tooLong);
        row("a list for a nonce", R"({"content":"x","nonce":[]})", {u"nonce"_s},
            u"STRING_TYPE_CONVERT"_s);
        row("users both ways",
            R"({"content":"x","allowed_mentions":{"parse":["users"],"users":["1"]}})",
            {u"allowed_mentions"_s}, u"MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"_s);
        row("roles both ways",
            R"({"content":"x","allowed_mentions":{"parse":["roles"],"roles":["1"]}})",
            {u"allowed_mentions"_s}, u"MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE"_s);
        row("an unknown kind", R"({"content":"x","allowed_mentions":{"parse":["all"]}})",
            {u"allowed_mentions"_s, u"parse"_s}, u"BASE_TYPE_CHOICES"_s);
        row("no id", R"({"content":"x","allowed_mentions":{"users":["1","x"]}})",
            {u"allowed_mentions"_s, u"users"_s, u"1"_s}, u"NUMBER_TYPE_COERCE"_s);
        row("a reply to nothing", R"({"content":"x","message_reference":{}})",
            {u"message_reference"_s, u"message_id"_s}, u"BASE_TYPE_REQUIRED"_s);
        row("a forward", R"({"content":"x","message_reference":{"type":1,"message_id":"1"}})",
            {u"message_reference"_s, u"type"_s}, unsupported);
        row("embeds", R"({"content":"x","embeds":[{}]})", {u"embeds"_s}, unsupported);
        row("a poll", R"({"content":"x","poll":{}})", {u"poll"_s}, unsupported);
        row("a voice message", R"({"content":"x","flags":8192})", {u"flags"_s}, unsupported);
    }
    void refusesWithTheFieldAndItsCode()
    {
        QFETCH(QByteArray, body);
        QFETCH(QStringList, path);
        QFETCH(QString, code);
        const auto read = readDraft(parse(body));
        QVERIFY(std::holds_alternative<ApiError>(read));
        const auto &error = std::get<ApiError>(read);
        QCOMPARE(error.code, 50035);
        QJsonValue place = error.errors;
        for (const QString &part : path)
            place = place[part];
        QCOMPARE(place["_errors"_L1][0]["code"_L1].toString(), code);
    }

    void countsUtf16Units()
    {
        QVERIFY(std::holds_alternative<MessageDraft>(
            readDraft({{u"content"_s, u"\U0001F600"_s.repeated(1000)}})));
        QVERIFY(std::holds_alternative<ApiError>(
            readDraft({{u"content"_s, u"\U0001F600"_s.repeated(1001)}})));
    }

    void namesTheLimitThatWasBroken()
    {
        const auto sentence = [](int size) {
            return std::get<ApiError>(readDraft({{u"content"_s, QString(size, u'x')}}))
                .errors["content"_L1]["_errors"_L1][0]["message"_L1]
                .toString();
        };
        QCOMPARE(sentence(2001), u"Must be 2000 or fewer in length."_s);
        QCOMPARE(sentence(4001), u"Must be 4000 or fewer in length."_s);
    }

    void refusesAnEmptyMessage_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray("{}");
        QTest::newRow("null") << QByteArray(R"({"content":null})");
        QTest::newRow("white space") << QByteArray(R"({"content":" \n\t"})");
    }
    void refusesAnEmptyMessage()
    {
        QFETCH(QByteArray, body);
        QCOMPARE(std::get<ApiError>(readDraft(parse(body))).code, 50006);
    }

    void readsAnEdit()
    {
        const auto text = std::get<MessageEdit>(readEdit(parse(R"({"content":"new"})")));
        QCOMPARE(text.content, u"new"_s);
        QVERIFY(!text.flags);
        const auto flags = std::get<MessageEdit>(readEdit(parse(R"({"flags":4})")));
        QVERIFY(!flags.content);
        QCOMPARE(flags.flags, 4);
        QCOMPARE(std::get<ApiError>(readEdit(parse(R"({"content":""})"))).code, 50006);
        QCOMPARE(std::get<ApiError>(readEdit({{u"content"_s, QString(2001, u'x')}})).code, 50035);
    }
};

LOOPFLOW_TEST(MessageDraftTest)
#include "tst_messagedraft.moc"
