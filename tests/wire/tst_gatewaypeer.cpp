#include "core/practice/discordserver.h"
#include "core/practice/gatewaypeer.h"
#include "tests/support/test.h"
#include "tests/wire/practiceprobe.h"

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;

namespace {

constexpr qint64 usualIntents = 20481; // guilds, direct messages, their typing

QJsonObject heartbeat()
{
    return {{u"op"_s, 1}, {u"d"_s, QJsonValue::Null}};
}

} // namespace

class GatewayPeerTest : public QObject {
    Q_OBJECT

    struct World {
        DiscordServer server;
        DiscordServer::Account bot;
        DiscordServer::Account person;
        discord::ChannelId dm;
        World()
        {
            if (!server.start())
                qFatal("the practice server does not start");
            bot = server.addBot(u"Maya"_s);
            person = server.addPerson(u"Ana"_s);
            dm = server.dm(bot.id, person.id);
        }
        void say(const QString &text)
        {
            if (!server.say(person.id, dm, text))
                qFatal("the practice server refuses a message");
        }
    };

private Q_SLOTS:
    void greetsAndIdentifies()
    {
        World world;
        GatewayProbe probe(world.server.gateway());
        const QJsonObject hello = probe.next();
        QCOMPARE(hello["op"_L1].toInt(), 10);
        QCOMPARE(hello["d"_L1]["heartbeat_interval"_L1].toInt(), 41250);
        QVERIFY(hello["t"_L1].isNull() && hello["s"_L1].isNull());
        probe.identify(world.bot.token, usualIntents);
        const QJsonObject frame = probe.next();
        QCOMPARE(frame["t"_L1].toString(), u"READY"_s);
        QCOMPARE(frame["s"_L1].toInt(), 1);
        const QJsonValue ready = frame["d"_L1];
        QCOMPARE(ready["v"_L1].toInt(), 10);
        QCOMPARE(ready["user"_L1]["id"_L1].toString(), world.bot.id.toString());
        QVERIFY(ready["user"_L1]["bot"_L1].toBool());
        QCOMPARE(ready["application"_L1]["id"_L1].toString(), world.bot.id.toString());
        QCOMPARE(ready["application"_L1]["flags"_L1].toInt() & (1 << 19), 1 << 19);
        QVERIFY(ready["guilds"_L1].isArray());
        QVERIFY(!ready["session_id"_L1].toString().isEmpty());
        QCOMPARE(QUrl(ready["resume_gateway_url"_L1].toString()), world.server.gateway());
        QCOMPARE(world.server.count(u"identify"_s), 1);
    }

    void answersHeartbeatsAlsoBeforeIdentify()
    {
        World world;
        GatewayProbe probe(world.server.gateway());
        probe.next();
        probe.send(heartbeat());
        QCOMPARE(probe.next()["op"_L1].toInt(), 11);
        QCOMPARE(world.server.count(u"heartbeat"_s), 1);
    }

    void isSilentWhenToldSo()
    {
        World world;
        world.server.faults().silentHeartbeats = true;
        GatewayProbe probe(world.server.gateway());
        QVERIFY(!probe.ready(world.bot.token, usualIntents).isEmpty());
        probe.send(heartbeat());
        QTRY_COMPARE(world.server.count(u"heartbeat"_s), 1);
        world.say(u"still there"_s);
        QCOMPARE(probe.next()["t"_L1].toString(), u"MESSAGE_CREATE"_s);
    }

    void refusesAddressesThatItDoesNotSpeak_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<int>("code");
        QTest::newRow("old version") << u"v=6&encoding=json"_s << 4012;
        QTest::newRow("no version") << u"encoding=json"_s << 4012;
        QTest::newRow("etf") << u"v=10&encoding=etf"_s << 4002;
        QTest::newRow("zstd") << u"v=10&encoding=json&compress=zstd-stream"_s << 4002;
    }
    void refusesAddressesThatItDoesNotSpeak()
    {
        QFETCH(QString, query);
        QFETCH(int, code);
        World world;
        GatewayProbe probe(world.server.gateway(), query);
        QCOMPARE(probe.closedWith(), std::optional<int>(code));
    }

    void closesOnFramesThatBreakTheRules_data()
    {
        QTest::addColumn<QString>("frame");
        QTest::addColumn<int>("code");
        const auto row = [](const char *name, const char *frame, int code) {
            QTest::newRow(name) << QString::fromUtf8(frame) << code;
        };
        row("no json", "hello", 4002);
        row("no object", "[1]", 4002);
        row("no op", R"({"d":{}})", 4002);
        row("text op", R"({"op":"1","d":null})", 4002);
        row("identify without data", R"({"op":2})", 4002);
        row("heartbeat with text", R"({"op":1,"d":"1"})", 4002);
        row("unknown op", R"({"op":5,"d":{}})", 4001);
        row("the server's op", R"({"op":10,"d":{}})", 4001);
        row("presence before identify", R"({"op":3,"d":{}})", 4003);
        row("members before identify", R"({"op":8,"d":{}})", 4003);
        row("wrong token", R"({"op":2,"d":{"token":"x","intents":1,"properties":{}}})", 4004);
        row("resume with a wrong token", R"({"op":6,"d":{"token":"x","session_id":"x","seq":1}})",
            4004);
        row("resume without a session", R"({"op":6,"d":{"token":"x","seq":1}})", 4002);
        QTest::newRow("too large") << u"{\"op\":1,\"d\":null}"_s.leftJustified(4097) << 4002;
    }
    void closesOnFramesThatBreakTheRules()
    {
        QFETCH(QString, frame);
        QFETCH(int, code);
        World world;
        GatewayProbe probe(world.server.gateway());
        probe.next();
        probe.sendText(frame);
        QCOMPARE(probe.closedWith(), std::optional<int>(code));
    }

    void takesAFrameOfExactly4096Bytes()
    {
        World world;
        GatewayProbe probe(world.server.gateway());
        probe.next();
        probe.sendText(u"{\"op\":1,\"d\":null}"_s.leftJustified(4096));
        QCOMPARE(probe.next()["op"_L1].toInt(), 11);
    }

    void refusesASecondIdentifyAndAPersonsToken()
    {
        World world;
        GatewayProbe twice(world.server.gateway());
        QVERIFY(!twice.ready(world.bot.token, usualIntents).isEmpty());
        twice.identify(world.bot.token, usualIntents);
        QCOMPARE(twice.closedWith(), std::optional<int>(4005));
        GatewayProbe person(world.server.gateway());
        QVERIFY(person.ready(world.person.token, usualIntents).isEmpty());
        QCOMPARE(person.closedWith(), std::optional<int>(4004));
        GatewayProbe prefixed(world.server.gateway());
        QVERIFY(prefixed.ready(u"Bot "_s + world.bot.token, usualIntents).isEmpty());
        QCOMPARE(prefixed.closedWith(), std::optional<int>(4004));
    }

    void closesOnAFlood()
    {
        World world;
        GatewayProbe probe(world.server.gateway());
        probe.next();
        for (int i = 0; i < 120; ++i)
            probe.send(heartbeat());
        for (int i = 0; i < 120; ++i)
            QCOMPARE(probe.next()["op"_L1].toInt(), 11);
        probe.send(heartbeat());
        QCOMPARE(probe.closedWith(), std::optional<int>(4008));
    }

    void closesWhenNoHeartbeatComes()
    {
        World world;
        world.server.faults().heartbeatIntervalMs = 50;
        GatewayProbe probe(world.server.gateway());
        const QString session =
            probe.ready(world.bot.token, usualIntents)["session_id"_L1].toString();
        QCOMPARE(probe.closedWith(), std::optional<int>(4009));
        world.server.faults().heartbeatIntervalMs = 41250;
        GatewayProbe again(world.server.gateway());
        again.next();
        again.resume(world.bot.token, session, 1);
        QCOMPARE(again.next()["op"_L1].toInt(), 9);
    }

    void compressesAsOneStream()
    {
        World world;
        GatewayProbe probe(world.server.gateway(), u"v=10&encoding=json&compress=zlib-stream"_s);
        QVERIFY(!probe.ready(world.bot.token, usualIntents).isEmpty());
        world.say(u"é 👋 "_s.repeated(200));
        QCOMPARE(probe.nextEvent(u"MESSAGE_CREATE"_s)["content"_L1].toString(),
            u"é 👋 "_s.repeated(200).trimmed());
        QCOMPARE(probe.binaryFrames(), 3);
    }

    void resumesWithWhatWasMissedInOrder_data()
    {
        QTest::addColumn<int>("leave");
        QTest::newRow("the connection dropped") << 0;
        QTest::newRow("the client closed to come back") << 4000;
    }
    void resumesWithWhatWasMissedInOrder()
    {
        QFETCH(int, leave);
        World world;
        GatewayProbe first(world.server.gateway());
        const QJsonObject ready = first.ready(world.bot.token, usualIntents);
        world.say(u"seen"_s);
        QCOMPARE(first.nextEvent(u"MESSAGE_CREATE"_s)["content"_L1].toString(), u"seen"_s);
        leave ? first.close(leave) : first.abort();
        QVERIFY(first.isClosed());
        world.say(u"missed 1"_s);
        world.say(u"missed 2"_s);
        GatewayProbe second(QUrl(ready["resume_gateway_url"_L1].toString()));
        second.next();
        second.resume(world.bot.token, ready["session_id"_L1].toString(), first.sequence());
        QCOMPARE(second.nextEvent(u"MESSAGE_CREATE"_s)["content"_L1].toString(), u"missed 1"_s);
        QCOMPARE(second.nextEvent(u"MESSAGE_CREATE"_s)["content"_L1].toString(), u"missed 2"_s);
        QCOMPARE(second.next()["t"_L1].toString(), u"RESUMED"_s);
        QVERIFY(second.sequence() > first.sequence() + 2);
        world.say(u"live"_s);
        QCOMPARE(second.nextEvent(u"MESSAGE_CREATE"_s)["content"_L1].toString(), u"live"_s);
        QCOMPARE(world.server.count(u"identify"_s), 1);
        QCOMPARE(world.server.count(u"resume"_s), 1);
    }

    void endsTheSessionWhenTheClientSaysGoodbye_data()
    {
        QTest::addColumn<int>("code");
        QTest::newRow("1000") << 1000;
        QTest::newRow("1001") << 1001;
    }
    void endsTheSessionWhenTheClientSaysGoodbye()
    {
        QFETCH(int, code);
        World world;
        GatewayProbe first(world.server.gateway());
        const QString session =
            first.ready(world.bot.token, usualIntents)["session_id"_L1].toString();
        first.close(code);
        QVERIFY(first.isClosed());
        GatewayProbe second(world.server.gateway());
        second.next();
        second.resume(world.bot.token, session, 1);
        const QJsonObject answer = second.next();
        QCOMPARE(answer["op"_L1].toInt(), 9);
        QCOMPARE(answer["d"_L1], QJsonValue(false));
        second.identify(world.bot.token, usualIntents);
        QCOMPARE(second.next()["t"_L1].toString(), u"READY"_s);
    }

    void refusesToResumeWhatIsNotThere()
    {
        World world;
        const DiscordServer::Account other = world.server.addBot(u"Merlin"_s);
        GatewayProbe first(world.server.gateway());
        const QString session =
            first.ready(world.bot.token, usualIntents)["session_id"_L1].toString();
        first.abort();
        const auto answerTo = [&](const QString &token, const QString &id, qint64 sequence) {
            GatewayProbe probe(world.server.gateway());
            probe.next();
            probe.resume(token, id, sequence);
            const QJsonObject answer = probe.next();
            return answer.isEmpty() ? probe.closedWith().value_or(0) : answer["op"_L1].toInt();
        };
        QCOMPARE(answerTo(world.bot.token, u"nonsense"_s, 1), 9);
        QCOMPARE(answerTo(other.token, session, 1), 9);
        QCOMPARE(answerTo(world.bot.token, session, 99), 4007);
        QCOMPARE(answerTo(world.bot.token, session, 1), 9); // 4007 ended it
    }

    void forgetsASessionThatNobodyCameBackTo()
    {
        World world;
        GatewayProbe first(world.server.gateway());
        const QString session =
            first.ready(world.bot.token, usualIntents)["session_id"_L1].toString();
        first.abort();
        QVERIFY(first.isClosed());
        world.server.faults().sessionMs = 0;
        GatewayProbe second(world.server.gateway());
        second.next();
        second.resume(world.bot.token, session, 1);
        QCOMPARE(second.next()["op"_L1].toInt(), 9);
    }

    void replacesAConnectionThatDidNotNotice()
    {
        World world;
        GatewayProbe first(world.server.gateway());
        const QString session =
            first.ready(world.bot.token, usualIntents)["session_id"_L1].toString();
        GatewayProbe second(world.server.gateway());
        second.next();
        second.resume(world.bot.token, session, 1);
        QCOMPARE(second.next()["t"_L1].toString(), u"RESUMED"_s);
        QVERIFY(first.isClosed());
        world.say(u"hello"_s);
        QCOMPARE(second.nextEvent(u"MESSAGE_CREATE"_s)["content"_L1].toString(), u"hello"_s);
    }

    void keepsThePaceOfIdentifiesWhenStrict()
    {
        World world;
        world.server.faults().strictIdentifyPace = true;
        GatewayProbe first(world.server.gateway());
        QVERIFY(!first.ready(world.bot.token, usualIntents).isEmpty());
        GatewayProbe second(world.server.gateway());
        second.next();
        second.identify(world.bot.token, usualIntents);
        QCOMPARE(second.next()["op"_L1].toInt(), 9);
    }

    void resetsATokenThatIdentifiesTooOften()
    {
        World world;
        for (int connection = 0; connection < 10; ++connection) {
            GatewayProbe probe(world.server.gateway());
            probe.next();
            for (int i = 0; i < 100; ++i) {
                probe.identify(world.bot.token, usualIntents);
                QCOMPARE(probe.next()["t"_L1].toString(), u"READY"_s);
                world.server.invalidateSession(world.bot.id, false);
                QCOMPARE(probe.next()["op"_L1].toInt(), 9);
            }
        }
        GatewayProbe last(world.server.gateway());
        QVERIFY(last.ready(world.bot.token, usualIntents).isEmpty());
        QCOMPARE(last.closedWith(), std::optional<int>(4004));
        QCOMPARE(test::RestProbe(world.server.api(), u"Bot "_s + world.bot.token)
                     .get(u"/users/@me"_s)
                     .status,
            401);
    }

private:
    using GatewayProbe = test::GatewayProbe;
};

LOOPFLOW_TEST(GatewayPeerTest)
#include "tst_gatewaypeer.moc"
