#include "core/practice/restapi.h"
#include "tests/support/test.h"
#include "tests/wire/practiceprobe.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;
using test::Answer;
using test::RestProbe;

class RestApiTest : public QObject {
    Q_OBJECT

    DiscordServer m_server;
    DiscordServer::Account m_bot;
    DiscordServer::Account m_person;
    QString m_messages;

    RestProbe bot() const { return {m_server.api(), u"Bot "_s + m_bot.token}; }
    static QJsonObject text(const QString &content) { return {{u"content"_s, content}}; }

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_server.start());
        m_server.faults() = {};
        m_server.resetCounts();
        m_bot = m_server.addBot(u"Maya"_s);
        m_person = m_server.addPerson(u"Ana"_s);
        m_messages = u"/channels/%1/messages"_s.arg(m_server.dm(m_bot.id, m_person.id).toString());
    }

    void refusesWhoDoesNotSayWhoTheyAre_data()
    {
        QTest::addColumn<QString>("authorization");
        QTest::newRow("nobody") << QString();
        QTest::newRow("unknown") << u"Bot MTIz.abc.def"_s;
        QTest::newRow("a bot without its prefix") << u"BOT"_s;
        QTest::newRow("a person with a bot's prefix") << u"Bot PERSON"_s;
        QTest::newRow("a bearer") << u"Bearer BOT"_s;
    }
    void refusesWhoDoesNotSayWhoTheyAre()
    {
        QFETCH(QString, authorization);
        authorization.replace("BOT"_L1, m_bot.token).replace("PERSON"_L1, m_person.token);
        const Answer answer = RestProbe(m_server.api(), authorization).get(u"/users/@me"_s);
        QCOMPARE(answer.status, 401);
        QCOMPARE(answer.body, R"({"code":0,"message":"401: Unauthorized"})");
        QCOMPARE(answer.headers.value("Content-Type"), "application/json");
    }

    void takesBotsAndPeople()
    {
        QCOMPARE(bot().get(u"/users/@me"_s).object()["id"_L1].toString(), m_bot.id.toString());
        const RestProbe person(m_server.api(), m_person.token);
        QCOMPARE(person.get(u"/users/@me"_s).object()["id"_L1].toString(), m_person.id.toString());
        QCOMPARE(person.get(u"/gateway/bot"_s).object()["code"_L1].toInt(), 20002);
    }

    void refusesARevokedToken()
    {
        m_server.revokeToken(m_bot.id);
        QCOMPARE(bot().get(u"/users/@me"_s).status, 401);
    }

    void blocksBotsWithoutDiscordsUserAgent()
    {
        RestProbe probe = bot();
        probe.headers.set("User-Agent", "Mozilla/5.0");
        const Answer answer = probe.get(u"/users/@me"_s);
        QCOMPARE(answer.status, 403);
        QCOMPARE(answer.object()["code"_L1].toInt(), 40333);
    }

    void knowsItsPaths_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::newRow("unknown") << QByteArray("GET") << u"/api/v10/nonsense"_s << 404 << 0;
        QTest::newRow("no api") << QByteArray("GET") << u"/"_s << 404 << 0;
        QTest::newRow("wrong method") << QByteArray("PUT") << u"/api/v10/users/@me"_s << 405 << 0;
        QTest::newRow("old version") << QByteArray("GET") << u"/api/v9/users/@me"_s << 400 << 50041;
        QTest::newRow("no version") << QByteArray("GET") << u"/api/users/@me"_s << 400 << 50041;
        QTest::newRow("no number")
            << QByteArray("GET") << u"/api/v10/channels/abc"_s << 400 << 50035;
    }
    void knowsItsPaths()
    {
        QFETCH(QByteArray, method);
        QFETCH(QString, path);
        QFETCH(int, status);
        QFETCH(int, code);
        QUrl root = m_server.api();
        root.setPath({});
        const Answer answer = test::exchange(root, method, path, bot().headers);
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.object()["code"_L1].toInt(-1), code);
    }

    void readsBodiesStrictly_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("code");
        QTest::newRow("no type") << QByteArray() << QByteArray(R"({"content":"x"})") << 50035;
        QTest::newRow("wrong type")
            << QByteArray("text/plain") << QByteArray(R"({"content":"x"})") << 50035;
        QTest::newRow("broken") << QByteArray("application/json") << QByteArray("{") << 50109;
        QTest::newRow("a list") << QByteArray("application/json") << QByteArray("[]") << 50035;
        QTest::newRow("nothing") << QByteArray() << QByteArray() << 50006;
        QTest::newRow("fine") << QByteArray("application/json; charset=utf-8")
                              << QByteArray(R"({"content":"x"})") << 0;
    }
    void readsBodiesStrictly()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(int, code);
        Headers headers{
            {"Authorization", "Bot " + m_bot.token.toUtf8()}, {"User-Agent", "DiscordBot (x, 1)"}};
        if (!type.isEmpty())
            headers.set("Content-Type", type);
        const Answer answer = test::exchange(m_server.api(), "POST", m_messages, headers, body);
        QCOMPARE(answer.status, code ? 400 : 200);
        QCOMPARE(answer.object()["code"_L1].toInt(), code);
    }

    void showsItsLimitsInEveryAnswer()
    {
        const Answer answer = bot().post(m_messages, text(u"x"_s));
        QCOMPARE(answer.status, 200);
        for (const char *name : {"X-RateLimit-Limit", "X-RateLimit-Remaining", "X-RateLimit-Reset",
                 "X-RateLimit-Reset-After", "X-RateLimit-Bucket"})
            QVERIFY2(answer.headers.has(name), name);
    }

    void enforcesDiscordsLimitsWhenAsked()
    {
        m_server.faults().realLimits = true;
        for (int i = 0; i < 5; ++i) {
            const Answer answer = bot().post(m_messages, text(u"x"_s));
            QCOMPARE(answer.status, 200);
            QCOMPARE(answer.headers.value("X-RateLimit-Remaining").toInt(), 4 - i);
        }
        const Answer answer = bot().post(m_messages, text(u"x"_s));
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.headers.value("X-RateLimit-Scope"), "user");
        QVERIFY(answer.headers.value("Retry-After").toInt() >= 1);
        QVERIFY(answer.object()["retry_after"_L1].toDouble() > 0);
        QCOMPARE(answer.object()["global"_L1], QJsonValue(false));
    }

    void limitsEveryNthRequestWhenAsked()
    {
        m_server.faults().limitEvery = 2;
        m_server.faults().limitRetryAfter = 0.25;
        QCOMPARE(bot().post(m_messages, text(u"1"_s)).status, 200);
        const Answer answer = bot().post(m_messages, text(u"2"_s));
        QCOMPARE(answer.status, 429);
        QCOMPARE(answer.object()["retry_after"_L1].toDouble(), 0.25);
        QCOMPARE(answer.headers.value("X-RateLimit-Reset-After"), "0.250");
        QCOMPARE(bot().post(m_messages, text(u"3"_s)).status, 200);
    }

    void failsWritesBeforeOrAfterTheirEffect_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("after");
        QTest::newRow("502 before") << 502 << false;
        QTest::newRow("502 after") << 502 << true;
        QTest::newRow("cut before") << 0 << false;
        QTest::newRow("cut after") << 0 << true;
    }
    void failsWritesBeforeOrAfterTheirEffect()
    {
        QFETCH(int, status);
        QFETCH(bool, after);
        m_server.faults().failEvery = 1;
        m_server.faults().failStatus = status;
        m_server.faults().failAfterEffect = after;
        const Answer answer = bot().post(m_messages, text(u"x"_s));
        QCOMPARE(answer.status, status);
        QVERIFY(answer.object().isEmpty()); // what stands before Discord speaks no JSON
        QCOMPARE(bot().get(m_messages).array().size(), after ? 1 : 0);
    }

    void delaysAnswersNotEffects()
    {
        m_server.faults().delayMs = 100;
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(bot().post(m_messages, text(u"x"_s)).status, 200);
        QVERIFY(timer.elapsed() >= 100);
    }

    void countsWhatIsAsked()
    {
        bot().post(m_messages, text(u"x"_s));
        bot().get(m_messages);
        QCOMPARE(m_server.count(u"POST /channels/{}/messages"_s), 1);
        QCOMPARE(m_server.count(u"GET /channels/{channel_id}/messages"_s), 1);
        m_server.resetCounts();
        QCOMPARE(m_server.count(u"POST /channels/{}/messages"_s), 0);
    }
};

LOOPFLOW_TEST(RestApiTest)
#include "tst_restapi.moc"
