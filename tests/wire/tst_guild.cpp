#include "core/practice/discordserver.h"
#include "tests/support/test.h"
#include "tests/wire/practiceprobe.h"

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;
using test::Answer;

// The practice server's one guild, over REST and the gateway.
class GuildTest : public QObject {
    Q_OBJECT

    std::unique_ptr<DiscordServer> m_server;
    DiscordServer::Account m_bot;
    DiscordServer::Account m_person;
    static constexpr qint64 guilds = 1;
    static constexpr qint64 presences = 1 << 8;

    test::RestProbe bot() const { return {m_server->api(), u"Bot "_s + m_bot.token}; }
    QString path() const { return u"/guilds/"_s + m_server->guild().toString(); }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<DiscordServer>();
        QVERIFY(m_server->start());
        m_bot = m_server->addBot(u"Maya"_s);
        m_person = m_server->addPerson(u"Ana"_s);
    }

    void tellsABotThatJoins()
    {
        test::GatewayProbe probe(m_server->gateway());
        const QJsonObject ready = probe.ready(m_bot.token, guilds);
        QVERIFY(ready["guilds"_L1].toArray().isEmpty());
        m_server->join(m_bot.id);
        const QJsonObject created = probe.nextEvent(u"GUILD_CREATE"_s);
        QCOMPARE(created["id"_L1].toString(), m_server->guild().toString());
        QVERIFY(!created["unavailable"_L1].toBool(true));
        QCOMPARE(created["member_count"_L1].toInt(), 2);
        const QJsonArray channels = created["channels"_L1].toArray();
        QVERIFY(channels.size() >= 2);
        QVERIFY(!channels.first().toObject().contains("guild_id"_L1));
        // Without the presences intent a bot is told of itself only.
        const QJsonArray members = created["members"_L1].toArray();
        QCOMPARE(members.size(), 1);
        QCOMPARE(members[0]["user"_L1]["id"_L1].toString(), m_bot.id.toString());
    }

    void tellsABotThatIsInAtItsStart()
    {
        m_server->join(m_bot.id);
        test::GatewayProbe probe(m_server->gateway());
        const QJsonObject ready = probe.ready(m_bot.token, guilds | presences);
        QCOMPARE(ready["guilds"_L1].toArray(),
            (QJsonArray{
                QJsonObject{{u"id"_s, m_server->guild().toString()}, {u"unavailable"_s, true}}}));
        const QJsonObject created = probe.nextEvent(u"GUILD_CREATE"_s);
        QCOMPARE(created["members"_L1].toArray().size(), 2);
    }

    void tellsNothingWithoutTheIntent()
    {
        m_server->join(m_bot.id);
        test::GatewayProbe probe(m_server->gateway());
        QCOMPARE(probe.ready(m_bot.token, 4096)["guilds"_L1].toArray().size(), 1);
        QVERIFY(m_server->say(m_person.id, m_server->dm(m_bot.id, m_person.id), u"hi"_s));
        QCOMPARE(probe.next()["t"_L1].toString(), u"MESSAGE_CREATE"_s);
    }

    void tellsABotThatWasRemovedOrLeft_data()
    {
        QTest::addColumn<bool>("leaves");
        QTest::newRow("removed") << false;
        QTest::newRow("leaves") << true;
    }
    void tellsABotThatWasRemovedOrLeft()
    {
        QFETCH(bool, leaves);
        m_server->join(m_bot.id);
        test::GatewayProbe probe(m_server->gateway());
        QVERIFY(!probe.ready(m_bot.token, guilds).isEmpty());
        QVERIFY(!probe.nextEvent(u"GUILD_CREATE"_s).isEmpty());
        if (leaves)
            QCOMPARE(
                bot().erase(u"/users/@me/guilds/"_s + m_server->guild().toString()).status, 204);
        else
            m_server->leave(m_bot.id);
        const QJsonObject gone = probe.nextEvent(u"GUILD_DELETE"_s);
        QCOMPARE(gone, (QJsonObject{{u"id"_s, m_server->guild().toString()}}));
        QVERIFY(bot().get(u"/users/@me/guilds"_s).array().isEmpty());
    }

    void countsTheServersOfAnApplication()
    {
        const QString application = u"/applications/@me"_s;
        QCOMPARE(bot().get(application).object()["approximate_guild_count"_L1].toInt(-1), 0);
        m_server->join(m_bot.id);
        QCOMPARE(bot().get(application).object()["approximate_guild_count"_L1].toInt(-1), 1);
        QCOMPARE(bot().get(u"/users/@me/guilds"_s).array().size(), 1);
    }

    void refusesWhoIsNotInIt()
    {
        QCOMPARE(bot().get(path()).object()["code"_L1].toInt(), 50001);
        QCOMPARE(bot().get(u"/guilds/1"_s).object()["code"_L1].toInt(), 10004);
        m_server->join(m_bot.id);
        QCOMPARE(bot().get(path()).status, 200);
        const auto other = m_server->addBot(u"Merlin"_s);
        const QString members = path() + u"/members/"_s;
        QCOMPARE(bot().get(members + other.id.toString()).object()["code"_L1].toInt(), 10007);
        QCOMPARE(bot().get(members + m_person.id.toString()).status, 200);
    }

    void givesABotARoleOfItsOwn()
    {
        m_server->join(m_bot.id);
        const QJsonArray roles = bot().get(path() + u"/roles"_s).array();
        QCOMPARE(roles.size(), 2);
        QCOMPARE(roles[0]["id"_L1].toString(), m_server->guild().toString());
        QCOMPARE(roles[1]["tags"_L1]["bot_id"_L1].toString(), m_bot.id.toString());
        QVERIFY(roles[1]["managed"_L1].toBool());
        const QJsonObject self = bot().get(path() + u"/members/"_s + m_bot.id.toString()).object();
        QCOMPARE(self["roles"_L1][0], roles[1]["id"_L1]);
    }

    void showsItsChannelsToItsMembersOnly()
    {
        m_server->join(m_bot.id);
        const QJsonArray channels = bot().get(path() + u"/channels"_s).array();
        const QString channel = u"/channels/"_s + channels[0]["id"_L1].toString();
        QCOMPARE(bot().get(channel).object()["name"_L1].toString(), u"general"_s);
        QVERIFY(bot().get(channel + u"/messages"_s).array().isEmpty());
        QCOMPARE(bot().post(channel + u"/messages"_s, {{u"content"_s, u"hi"_s}}).status, 400);
        m_server->leave(m_bot.id);
        QCOMPARE(bot().get(channel).object()["code"_L1].toInt(), 50001);
    }
};

LOOPFLOW_TEST(GuildTest)
#include "tst_guild.moc"
