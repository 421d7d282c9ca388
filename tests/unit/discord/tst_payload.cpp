#include "core/discord/payload.h"

#include "tests/support/test.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace loopflow;
using namespace loopflow::discord;

class TestPayload : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsAnyOrderOfFields_data();
    void readsAnyOrderOfFields();
    void dropsWhatNoMateNeeds_data();
    void dropsWhatNoMateNeeds();
    void handsOverTheDataAsItCame();
    void looksForTheGuildAtTheTopOnly();
    void takesOnlyTheIdOfAServer_data();
    void takesOnlyTheIdOfAServer();
    void readsScalarData();
    void refusesWhatIsNoPayload_data();
    void refusesWhatIsNoPayload();
    void neverTakesACutMessageForAWholeOne();
    void reusesItsBuffersAcrossSizes();
    void readsReady_data();
    void readsReady();
    void readsHello_data();
    void readsHello();
    void writesIdentify();
    void writesResume();
    void writesHeartbeats();
    void knowsTokensThatFitIntoAFrame_data();
    void knowsTokensThatFitIntoAFrame();
};

static const QByteArray direct =
    R"({"id":"5","author":{"id":"1","username":"mia"},"content":"grüß \"dich\" 🌍","nonce":null})";

void TestPayload::readsAnyOrderOfFields_data()
{
    QTest::addColumn<QByteArray>("json");
    QList<QByteArray> fields{
        R"("t":"MESSAGE_CREATE")", R"("s":7)", R"("op":0)", R"("d":)" + direct};
    std::sort(fields.begin(), fields.end());
    do {
        const QByteArray json = " {" + fields.join(" , ") + "}\n";
        QTest::newRow(json.left(60).constData()) << json;
    } while (std::next_permutation(fields.begin(), fields.end()));
}

void TestPayload::readsAnyOrderOfFields()
{
    QFETCH(QByteArray, json);
    PayloadReader reader;
    const auto payload = reader.read(json);
    QVERIFY(payload);
    QCOMPARE(payload->op, opcode::Dispatch);
    QCOMPARE(*payload->sequence, 7);
    QCOMPARE(payload->type.toByteArray(), "MESSAGE_CREATE");
    QCOMPARE(payload->data.toByteArray(), direct);
}

void TestPayload::dropsWhatNoMateNeeds_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<bool>("needed");
    for (const char *type :
        {"MESSAGE_CREATE", "MESSAGE_UPDATE", "MESSAGE_DELETE", "TYPING_START"}) {
        QTest::addRow("%s direct", type) << QByteArray(type) << QByteArray(R"({"id":"5"})") << true;
        QTest::addRow("%s null guild", type)
            << QByteArray(type) << QByteArray(R"({"guild_id":null,"id":"5"})") << true;
        QTest::addRow("%s guild first", type)
            << QByteArray(type) << QByteArray(R"({"guild_id":"1","id":"5"})") << false;
        QTest::addRow("%s guild last", type)
            << QByteArray(type) << QByteArray(R"({"id":"5","guild_id":"1"})") << false;
    }
    for (const char *type : {"READY", "RESUMED"})
        QTest::addRow("%s", type) << QByteArray(type) << QByteArray(R"({"guild_id":"1"})") << true;
    for (const char *type : {"GUILD_UPDATE", "CHANNEL_UPDATE", "MESSAGE_DELETE_BULK",
             "PRESENCE_UPDATE", "USER_UPDATE", "MESSAGE_REACTION_ADD", "SOMETHING_NEW", ""})
        QTest::addRow("other %s", type) << QByteArray(type) << QByteArray(R"({"id":"5"})") << false;
}

void TestPayload::dropsWhatNoMateNeeds()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, data);
    QFETCH(bool, needed);
    PayloadReader reader;
    const auto payload = reader.read(R"({"t":")" + type + R"(","s":3,"op":0,"d":)" + data + '}');
    QVERIFY(payload);
    QCOMPARE(*payload->sequence, 3);
    QCOMPARE(payload->type.toByteArray(), needed ? type : QByteArray());
    QCOMPARE(payload->data.toByteArray(), needed ? data : QByteArray());
}

void TestPayload::handsOverTheDataAsItCame()
{
    const QByteArray data =
        R"({ "b" : [ 1 , { "guild_id" : "9" } ], "big":12345678901234567890, "u":"\ud83c\udf0d" })";
    PayloadReader reader;
    const auto payload = reader.read(R"({"t":"MESSAGE_CREATE","s":3,"op":0,"d": )" + data + " }");
    QVERIFY(payload);
    QCOMPARE(payload->data.toByteArray(), data);
}

void TestPayload::takesOnlyTheIdOfAServer_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<quint64>("guild"); // 0: nothing happened to the bot
    QTest::newRow("joined") << QByteArray("GUILD_CREATE")
                            << QByteArray(R"({"name":"Team","channels":[{"id":"8"}],"id":"7"})")
                            << quint64(7);
    QTest::newRow("joined, not there yet")
        << QByteArray("GUILD_CREATE") << QByteArray(R"({"id":"7","unavailable":true})") << quint64(7);
    QTest::newRow("removed") << QByteArray("GUILD_DELETE") << QByteArray(R"({"id":"7"})")
                             << quint64(7);
    QTest::newRow("an outage") << QByteArray("GUILD_DELETE")
                               << QByteArray(R"({"unavailable":true,"id":"7"})") << quint64(0);
    QTest::newRow("removed, said so") << QByteArray("GUILD_DELETE")
                                      << QByteArray(R"({"id":"7","unavailable":false})")
                                      << quint64(7);
}

void TestPayload::takesOnlyTheIdOfAServer()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, data);
    QFETCH(quint64, guild);
    PayloadReader reader;
    const auto payload = reader.read(R"({"t":")" + type + R"(","s":3,"op":0,"d":)" + data + '}');
    QVERIFY(payload);
    QCOMPARE(*payload->sequence, 3);
    QCOMPARE(payload->type.toByteArray(), guild ? type : QByteArray());
    QCOMPARE(parseGuild(payload->data).value, guild);
    QVERIFY(!reader.read(R"({"t":"GUILD_CREATE","s":3,"op":0,"d":{"name":"no id"}})"));
}

void TestPayload::looksForTheGuildAtTheTopOnly()
{
    PayloadReader reader;
    const auto payload = reader.read(
        R"({"t":"MESSAGE_CREATE","s":3,"op":0,"d":{"message_reference":{"guild_id":"9"},"content":"\"guild_id\":\"9\""}})");
    QVERIFY(payload);
    QCOMPARE(payload->type.toByteArray(), "MESSAGE_CREATE");
}

void TestPayload::readsScalarData()
{
    PayloadReader reader;
    QCOMPARE(reader.read(R"({"op":9,"d":true})")->data.toByteArray(), "true");
    QCOMPARE(
        reader.read(R"({"op":9,"d": false , "s":null,"t":null})")->data.toByteArray(), "false");
    QCOMPARE(reader.read(R"({"t":null,"s":null,"op":11,"d":null})")->data.toByteArray(), "null");
    const auto bare = reader.read(R"({"op":11})");
    QCOMPARE(bare->op, opcode::HeartbeatAck);
    QVERIFY(bare->data.isEmpty() && bare->type.isEmpty() && !bare->sequence);
}

void TestPayload::refusesWhatIsNoPayload_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json :
        {"", " ", "{", "}", "[]", "null", "7", "{}", "nonsense", R"({"op":null})", R"({"op":"1"})",
            R"({"op":1.5})", R"({"t":"MESSAGE_CREATE","s":1,"op":0})",
            R"({"t":"MESSAGE_CREATE","s":1,"op":0,"d":null})",
            R"({"t":"MESSAGE_CREATE","s":1,"op":0,"d":"x"})"})
        QTest::addRow("<%s>", json) << QByteArray(json);
    QTest::newRow("not UTF-8") << QByteArray("{\"op\":1,\"d\":\"\xff\xfe\"}");
}

void TestPayload::refusesWhatIsNoPayload()
{
    QFETCH(QByteArray, json);
    PayloadReader reader;
    QVERIFY(!reader.read(json));
    QVERIFY(reader.read(R"({"op":11})"));
}

void TestPayload::neverTakesACutMessageForAWholeOne()
{
    const QByteArray json = R"({"t":"MESSAGE_CREATE","s":7,"op":0,"d":)" + direct + '}';
    PayloadReader reader;
    for (qsizetype cut = 0; cut < json.size(); ++cut) {
        const auto payload = reader.read(QByteArrayView(json).first(cut));
        QVERIFY2(!payload, qPrintable(QString::number(cut)));
    }
    QVERIFY(reader.read(json));
}

void TestPayload::reusesItsBuffersAcrossSizes()
{
    PayloadReader reader;
    for (const int size : {10, 5000, 100, 16000, 17000, 300000, 20, 16384, 16385, 1}) {
        const QByteArray text(size, 'x');
        const auto payload =
            reader.read(R"({"t":"MESSAGE_CREATE","s":1,"op":0,"d":{"content":")" + text + R"("}})");
        QVERIFY(payload);
        QCOMPARE(payload->data.toByteArray(), R"({"content":")" + text + R"("})");
    }
}

void TestPayload::readsReady_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("valid");
    QTest::addColumn<bool>("messageContent");
    const QByteArray rest =
        R"(,"session_id":"abc","resume_gateway_url":"wss://r.test","application":{"id":"1","flags":FLAGS}})";
    const QByteArray user = R"({"user":{"id":"42","bot":true})";
    QTest::newRow("no flags") << user + QByteArray(rest).replace("FLAGS", "0") << true << false;
    QTest::newRow("other flags") << user + QByteArray(rest).replace("FLAGS", "8388608") << true
                                 << false;
    QTest::newRow("granted") << user + QByteArray(rest).replace("FLAGS", "262144") << true << true;
    QTest::newRow("granted to a small app")
        << user + QByteArray(rest).replace("FLAGS", "8912896") << true << true;
    QTest::newRow("nothing") << QByteArray("{}") << false << false;
    QTest::newRow("no user") << "{" + QByteArray(rest).replace("FLAGS", "0").mid(1) << false
                             << false;
    QTest::newRow("no session") << user + "}" << false << false;
    QTest::newRow("no JSON") << QByteArray("READY") << false << false;
}

void TestPayload::readsReady()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, valid);
    QFETCH(bool, messageContent);
    const auto ready = parseReady(json);
    QCOMPARE(ready.has_value(), valid);
    if (!valid)
        return;
    QCOMPARE(ready->bot, UserId{42});
    QCOMPARE(ready->sessionId, u"abc"_s);
    QCOMPARE(ready->resumeUrl, QUrl(u"wss://r.test"_s));
    QCOMPARE(ready->messageContent, messageContent);
}

void TestPayload::readsHello_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("interval");
    QTest::newRow("usual") << QByteArray(R"({"heartbeat_interval":41250,"_trace":[]})") << 41250;
    QTest::newRow("zero") << QByteArray(R"({"heartbeat_interval":0})") << 0;
    QTest::newRow("negative") << QByteArray(R"({"heartbeat_interval":-5})") << 0;
    QTest::newRow("text") << QByteArray(R"({"heartbeat_interval":"41250"})") << 0;
    QTest::newRow("missing") << QByteArray("{}") << 0;
    QTest::newRow("null") << QByteArray("null") << 0;
}

void TestPayload::readsHello()
{
    QFETCH(QByteArray, json);
    QFETCH(int, interval);
    QCOMPARE(parseHello(json).value_or(0ms).count(), interval);
}

void TestPayload::writesIdentify()
{
    const Secret frame = identifyFrame(Secret("t.o.ken"), 20481);
    const QJsonObject json = QJsonDocument::fromJson(frame.reveal()).object();
    QCOMPARE(json.value("op"_L1).toInt(), 2);
    const QJsonObject d = json.value("d"_L1).toObject();
    QCOMPARE(d.value("token"_L1).toString(), u"t.o.ken"_s);
    QCOMPARE(d.value("intents"_L1).toInt(), 20481);
    QCOMPARE(d.value("large_threshold"_L1).toInt(), 50);
    QCOMPARE(d.value("properties"_L1).toObject().value("browser"_L1).toString(), u"loopflow"_s);
    QVERIFY(!d.contains("compress"_L1));
}

void TestPayload::writesResume()
{
    const Secret frame = resumeFrame(Secret("t.o.ken"), u"a\"\\ü"_s, 1234567890123);
    const QJsonObject json = QJsonDocument::fromJson(frame.reveal()).object();
    QCOMPARE(json.value("op"_L1).toInt(), 6);
    QCOMPARE(json.value("d"_L1).toObject(),
        QJsonObject({{u"token"_s, u"t.o.ken"_s}, {u"session_id"_s, u"a\"\\ü"_s},
            {u"seq"_s, qint64(1234567890123)}}));
}

void TestPayload::writesHeartbeats()
{
    QCOMPARE(heartbeatFrame(std::nullopt), R"({"op":1,"d":null})");
    QCOMPARE(heartbeatFrame(0), R"({"op":1,"d":0})");
    QCOMPARE(heartbeatFrame(251), R"({"op":1,"d":251})");
}

void TestPayload::knowsTokensThatFitIntoAFrame_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::addColumn<bool>("fits");
    QTest::newRow("Discord's shape")
        << QByteArray("MTk4NjIyNDgz.Cl2FMQ.ZnCjm1XVW7vRze4b7Cq4se7kKWs-_") << true;
    QTest::newRow("a server of one's own") << QByteArray("secret/+=") << true;
    QTest::newRow("longest") << QByteArray(3000, 'x') << true;
    QTest::newRow("too long") << QByteArray(3001, 'x') << false;
    QTest::newRow("empty") << QByteArray() << false;
    for (const char *token : {"with\"quote", "back\\slash", "two words", "line\n", "ä.b.c", "\x7f"})
        QTest::newRow(token) << QByteArray(token) << false;
}

void TestPayload::knowsTokensThatFitIntoAFrame()
{
    QFETCH(QByteArray, token);
    QFETCH(bool, fits);
    QCOMPARE(isPossibleToken(Secret(token)), fits);
    QVERIFY(!fits
        || resumeFrame(Secret(token), QString(64, u'x'), std::numeric_limits<qint64>::max())
                .reveal()
                .size()
            <= 4096);
}

LOOPFLOW_TEST(TestPayload)
#include "tst_payload.moc"
