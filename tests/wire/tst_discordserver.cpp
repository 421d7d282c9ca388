#include "core/practice/discordserver.h"
#include "tests/support/test.h"
#include "tests/wire/practiceprobe.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;

class DiscordServerTest : public QObject {
    Q_OBJECT

    DiscordServer m_server;
    DiscordServer::Account m_bot;
    DiscordServer::Account m_person;
    discord::ChannelId m_dm;

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_server.start());
        m_bot = m_server.addBot(u"Maya"_s);
        m_person = m_server.addPerson(u"Ana"_s);
        m_dm = m_server.dm(m_bot.id, m_person.id);
    }

    void startsOnceOnPortsThatTheSystemPicks()
    {
        const QUrl api = m_server.api();
        QVERIFY(m_server.start());
        QCOMPARE(m_server.api(), api);
        QCOMPARE(api.host(), u"127.0.0.1"_s);
        QCOMPARE(api.path(), u"/api/v10"_s);
        DiscordServer other;
        QVERIFY(other.start());
        QVERIFY(other.api().port() != api.port());
        QVERIFY(other.gateway().port() != m_server.gateway().port());
    }

    void makesTokensOfDiscordsShape()
    {
        const QStringList parts = m_bot.token.split(u'.');
        QCOMPARE(parts.size(), 3);
        QCOMPARE(QByteArray::fromBase64(parts[0].toLatin1(), QByteArray::Base64UrlEncoding),
            m_bot.id.toString().toLatin1());
        QCOMPARE(parts[1].size(), 6);
        QCOMPARE(parts[2].size(), 38);
        QVERIFY(m_bot.token != m_server.addBot(u"Maya"_s).token);
    }

    void keepsOneDmForTwo()
    {
        QCOMPARE(m_server.dm(m_person.id, m_bot.id), m_dm);
        QVERIFY(m_server.dm(m_server.addBot(u"Merlin"_s).id, m_person.id) != m_dm);
    }

    void letsThePersonSayEditAndErase()
    {
        QSignalSpy posted(&m_server, &DiscordServer::posted);
        const auto first = m_server.say(m_person.id, m_dm, u"one"_s);
        const auto second = m_server.say(m_person.id, m_dm, u"two"_s);
        QVERIFY(first && second);
        QVERIFY(*first < *second);
        QVERIFY(std::chrono::abs(first->created() - readClockWall()) < std::chrono::minutes(1));
        QCOMPARE(posted.size(), 2);
        QCOMPARE(posted[0][0].toJsonObject()["content"_L1].toString(), u"one"_s);
        QCOMPARE(m_server.messages(m_dm).size(), 2);
        QCOMPARE(m_server.messages(m_dm)[0]["id"_L1].toString(), first->toString());
        QVERIFY(m_server.edit(m_person.id, *first, u"uno"_s));
        QCOMPARE(m_server.messages(m_dm)[0]["content"_L1].toString(), u"uno"_s);
        QVERIFY(m_server.erase(m_person.id, *first));
        QCOMPARE(m_server.messages(m_dm).size(), 1);
    }

    void refusesWhatDiscordWouldRefuse()
    {
        const auto empty = m_server.say(m_person.id, m_dm, u"  "_s);
        QVERIFY(!empty);
        QCOMPARE(empty.error().code, ErrorCode::Invalid);
        const auto tooLong = m_server.say(m_person.id, m_dm, QString(2001, u'x'));
        QVERIFY(!tooLong);
        QVERIFY(tooLong.error().message.contains("2000"_L1));
        const auto elsewhere = m_server.say(m_server.addPerson(u"Bo"_s).id, m_dm, u"x"_s);
        QVERIFY(!elsewhere);
        QCOMPARE(elsewhere.error().code, ErrorCode::Forbidden);
        const auto nowhere = m_server.say(m_person.id, {1}, u"x"_s);
        QVERIFY(!nowhere);
        QCOMPARE(nowhere.error().code, ErrorCode::NotFound);
        const auto said = m_server.say(m_bot.id, m_dm, u"x"_s);
        QVERIFY(said);
        QVERIFY(!m_server.edit(m_person.id, *said, u"y"_s));
        QVERIFY(!m_server.erase(m_person.id, *said));
        QVERIFY(!m_server.edit(m_person.id, {1}, u"y"_s));
        QVERIFY(m_server.messages({1}).isEmpty());
    }

    void endsWhileClientsAreConnected()
    {
        auto server = std::make_unique<DiscordServer>();
        QVERIFY(server->start());
        const auto bot = server->addBot(u"Maya"_s);
        test::GatewayProbe probe(server->gateway());
        QVERIFY(!probe.ready(bot.token, 1).isEmpty());
        server.reset();
        QVERIFY(probe.isClosed());
    }

private:
    static std::chrono::milliseconds readClockWall()
    {
        return std::chrono::milliseconds(QDateTime::currentMSecsSinceEpoch());
    }
};

LOOPFLOW_TEST(DiscordServerTest)
#include "tst_discordserver.moc"
