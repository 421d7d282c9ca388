#include "core/practice/discordserver.h"
#include "core/practice/gatewayserver.h"
#include "tests/support/test.h"
#include "tests/wire/practiceprobe.h"

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;

class GatewayServerTest : public QObject {
    Q_OBJECT

    DiscordServer m_server;
    DiscordServer::Account m_bot;
    DiscordServer::Account m_person;
    discord::ChannelId m_dm;

    using GatewayProbe = test::GatewayProbe;
    static constexpr qint64 usualIntents = 20481;

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_server.start());
        m_server.faults() = {};
        m_bot = m_server.addBot(u"Maya"_s);
        m_person = m_server.addPerson(u"Ana"_s);
        m_dm = m_server.dm(m_bot.id, m_person.id);
    }

    void tellsABotWhatHappensInItsDms()
    {
        GatewayProbe probe(m_server.gateway());
        QVERIFY(!probe.ready(m_bot.token, usualIntents).isEmpty());
        m_server.type(m_person.id, m_dm);
        const QJsonObject typing = probe.nextEvent(u"TYPING_START"_s);
        QCOMPARE(typing["channel_id"_L1].toString(), m_dm.toString());
        QCOMPARE(typing["user_id"_L1].toString(), m_person.id.toString());
        QVERIFY(typing["timestamp"_L1].toInteger() > 1700000000);
        const auto id = m_server.say(m_person.id, m_dm, u"hello"_s);
        QVERIFY(id);
        const QJsonObject created = probe.nextEvent(u"MESSAGE_CREATE"_s);
        QCOMPARE(created["id"_L1].toString(), id->toString());
        QCOMPARE(created["content"_L1].toString(), u"hello"_s);
        QCOMPARE(created["channel_type"_L1].toInt(), 1);
        QVERIFY(!created.contains("guild_id"_L1));
        QVERIFY(m_server.edit(m_person.id, *id, u"hello again"_s));
        const QJsonObject edited = probe.nextEvent(u"MESSAGE_UPDATE"_s);
        QCOMPARE(edited["content"_L1].toString(), u"hello again"_s);
        QCOMPARE(edited["author"_L1]["id"_L1].toString(), m_person.id.toString());
        QVERIFY(edited["edited_timestamp"_L1].isString());
        QVERIFY(m_server.erase(m_person.id, *id));
        const QJsonObject erased = probe.nextEvent(u"MESSAGE_DELETE"_s);
        QCOMPARE(erased["id"_L1].toString(), id->toString());
        QCOMPARE(erased["channel_id"_L1].toString(), m_dm.toString());
    }

    void tellsABotOfItsOwnMessagesWithTheirNonce()
    {
        GatewayProbe probe(m_server.gateway());
        QVERIFY(!probe.ready(m_bot.token, usualIntents).isEmpty());
        const test::RestProbe rest(m_server.api(), u"Bot "_s + m_bot.token);
        const QString path = u"/channels/%1"_s.arg(m_dm.toString());
        QCOMPARE(rest.post(path + u"/typing"_s).status, 204); // not told to who types
        rest.post(path + u"/messages"_s, {{u"content"_s, u"hi"_s}, {u"nonce"_s, u"n.1"_s}});
        const QJsonObject created = probe.nextEvent(u"MESSAGE_CREATE"_s);
        QCOMPARE(created["nonce"_L1].toString(), u"n.1"_s);
        QCOMPARE(created["author"_L1]["id"_L1].toString(), m_bot.id.toString());
    }

    void sendsOnlyWhatTheIntentsAskFor()
    {
        GatewayProbe guilds(m_server.gateway());
        QVERIFY(!guilds.ready(m_bot.token, 1).isEmpty());
        GatewayProbe messages(m_server.gateway());
        QVERIFY(!messages.ready(m_bot.token, 4096).isEmpty());
        m_server.type(m_person.id, m_dm);
        QVERIFY(m_server.say(m_person.id, m_dm, u"hello"_s));
        QCOMPARE(messages.nextEvent(u"MESSAGE_CREATE"_s)["content"_L1].toString(), u"hello"_s);
        // An answer to a heartbeat shows that nothing came before it.
        guilds.sendOp(1, QJsonValue::Null);
        QCOMPARE(guilds.next()["op"_L1].toInt(), 11);
    }

    void tellsNobodyOfOthersDms()
    {
        const auto other = m_server.addBot(u"Merlin"_s);
        GatewayProbe probe(m_server.gateway());
        QVERIFY(!probe.ready(other.token, usualIntents).isEmpty());
        QVERIFY(m_server.say(m_person.id, m_dm, u"hello"_s));
        probe.sendOp(1, QJsonValue::Null);
        QCOMPARE(probe.next()["op"_L1].toInt(), 11);
    }

    void tellsABotThatItsNameChanged()
    {
        GatewayProbe probe(m_server.gateway());
        QVERIFY(!probe.ready(m_bot.token, 0).isEmpty());
        const test::RestProbe rest(m_server.api(), u"Bot "_s + m_bot.token);
        QCOMPARE(rest.patch(u"/users/@me"_s, {{u"username"_s, u"Maja"_s}}).status, 200);
        QCOMPARE(probe.nextEvent(u"USER_UPDATE"_s)["username"_L1].toString(), u"Maja"_s);
    }

    void dropsWithoutACloseFrameAndClosesWithACode()
    {
        GatewayProbe dropped(m_server.gateway());
        QVERIFY(!dropped.ready(m_bot.token, usualIntents).isEmpty());
        m_server.drop(m_bot.id);
        QVERIFY(dropped.isClosed());
        QCOMPARE(dropped.closedWith(), std::nullopt);
        GatewayProbe closed(m_server.gateway());
        QVERIFY(!closed.ready(m_bot.token, usualIntents).isEmpty());
        m_server.drop(m_bot.id, 4000);
        QCOMPARE(closed.closedWith(), std::optional<int>(4000));
    }

    void asksToReconnect()
    {
        GatewayProbe probe(m_server.gateway());
        QVERIFY(!probe.ready(m_bot.token, usualIntents).isEmpty());
        m_server.askToReconnect(m_bot.id);
        QCOMPARE(probe.next()["op"_L1].toInt(), 7);
    }

    void invalidatesSessions_data()
    {
        QTest::addColumn<bool>("resumable");
        QTest::newRow("resumable") << true;
        QTest::newRow("for good") << false;
    }
    void invalidatesSessions()
    {
        QFETCH(bool, resumable);
        GatewayProbe probe(m_server.gateway());
        const QString session = probe.ready(m_bot.token, usualIntents)["session_id"_L1].toString();
        m_server.invalidateSession(m_bot.id, resumable);
        const QJsonObject invalid = probe.next();
        QCOMPARE(invalid["op"_L1].toInt(), 9);
        QCOMPARE(invalid["d"_L1].toBool(), resumable);
        probe.resume(m_bot.token, session, probe.sequence());
        const QJsonObject answer = probe.next();
        QCOMPARE(answer["op"_L1].toInt(), resumable ? 0 : 9);
    }

    void closesWhenTheTokenIsRevoked()
    {
        GatewayProbe probe(m_server.gateway());
        QVERIFY(!probe.ready(m_bot.token, usualIntents).isEmpty());
        m_server.revokeToken(m_bot.id);
        QCOMPARE(probe.closedWith(), std::optional<int>(4004));
    }

    void delaysItsGreetingWhenTold()
    {
        m_server.faults().helloDelayMs = 60000;
        GatewayProbe probe(m_server.gateway());
        probe.sendOp(1, QJsonValue::Null);
        QCOMPARE(probe.next()["op"_L1].toInt(), 11);
        QVERIFY(probe.nothingWaits());
    }
};

LOOPFLOW_TEST(GatewayServerTest)
#include "tst_gatewayserver.moc"
