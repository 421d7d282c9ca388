// RestApi's endpoints of users, applications and the gateway's address, in
// core/practice/restaccounts.cpp.
#include "core/practice/discordserver.h"
#include "tests/support/test.h"
#include "tests/wire/practiceprobe.h"

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;
using test::Answer;
using test::RestProbe;

class RestAccountsTest : public QObject {
    Q_OBJECT

    DiscordServer m_server;
    DiscordServer::Account m_bot;
    DiscordServer::Account m_person;

    RestProbe bot() const { return {m_server.api(), u"Bot "_s + m_bot.token}; }

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_server.start());
        m_bot = m_server.addBot(u"Maya"_s);
        m_person = m_server.addPerson(u"Ana"_s);
    }

    void tellsTheGatewaysAddress()
    {
        const Answer open = test::exchange(m_server.api(), "GET", u"/gateway"_s, {});
        QCOMPARE(QUrl(open.object()["url"_L1].toString()), m_server.gateway());
        const QJsonObject answer = bot().get(u"/gateway/bot"_s).object();
        QCOMPARE(QUrl(answer["url"_L1].toString()), m_server.gateway());
        QCOMPARE(answer["shards"_L1].toInt(), 1);
        const QJsonValue limit = answer["session_start_limit"_L1];
        QCOMPARE(limit["total"_L1].toInt(), 1000);
        QCOMPARE(limit["remaining"_L1].toInt(), 1000);
        QCOMPARE(limit["max_concurrency"_L1].toInt(), 1);
        test::GatewayProbe probe(m_server.gateway());
        QVERIFY(!probe.ready(m_bot.token, 1).isEmpty());
        const QJsonValue after = bot().get(u"/gateway/bot"_s).object()["session_start_limit"_L1];
        QCOMPARE(after["remaining"_L1].toInt(), 999);
        QVERIFY(after["reset_after"_L1].toInteger() > 86000000);
    }

    void showsUsers()
    {
        const QJsonObject me = bot().get(u"/users/@me"_s).object();
        QCOMPARE(me["username"_L1].toString(), u"Maya"_s);
        QVERIFY(me["bot"_L1].toBool());
        const QJsonObject ana = bot().get(u"/users/"_s + m_person.id.toString()).object();
        QCOMPARE(ana["global_name"_L1].toString(), u"Ana"_s);
        QCOMPARE(ana["username"_L1].toString(), u"ana"_s);
        QVERIFY(!ana.contains("bot"_L1) && !ana.contains("email"_L1));
        const Answer unknown = bot().get(u"/users/1"_s);
        QCOMPARE(unknown.status, 404);
        QCOMPARE(unknown.object()["code"_L1].toInt(), 10013);
    }

    void opensTheSameDmAgain()
    {
        const QJsonObject body{{u"recipient_id"_s, m_person.id.toString()}};
        const QJsonObject first = bot().post(u"/users/@me/channels"_s, body).object();
        QCOMPARE(first["type"_L1].toInt(), 1);
        QCOMPARE(bot().post(u"/users/@me/channels"_s, body).object()["id"_L1], first["id"_L1]);
        QCOMPARE(m_server.dm(m_bot.id, m_person.id).toString(), first["id"_L1].toString());
    }

    void refusesWrongRecipients_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::addColumn<int>("code");
        QTest::newRow("none") << QJsonObject() << 50035;
        QTest::newRow("no id") << QJsonObject{{u"recipient_id"_s, u"ana"_s}} << 50035;
        QTest::newRow("nobody") << QJsonObject{{u"recipient_id"_s, u"1"_s}} << 50033;
    }
    void refusesWrongRecipients()
    {
        QFETCH(QJsonObject, body);
        QFETCH(int, code);
        QCOMPARE(bot().post(u"/users/@me/channels"_s, body).object()["code"_L1].toInt(), code);
        const QJsonObject self{{u"recipient_id"_s, m_bot.id.toString()}};
        QCOMPARE(bot().post(u"/users/@me/channels"_s, self).object()["code"_L1].toInt(), 50033);
    }

    void changesNamesAndPictures()
    {
        const Answer answer = bot().patch(u"/users/@me"_s,
            {{u"username"_s, u"Maja"_s}, {u"avatar"_s, u"data:image/png;base64,aGVsbG8="_s}});
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.object()["username"_L1].toString(), u"Maja"_s);
        QCOMPARE(answer.object()["avatar"_L1].toString().size(), 32);
        const Answer away = bot().patch(u"/users/@me"_s, {{u"avatar"_s, QJsonValue::Null}});
        QVERIFY(away.object()["avatar"_L1].isNull());
        QCOMPARE(away.object()["username"_L1].toString(), u"Maja"_s);
    }

    void showsAPictureToAnybody()
    {
        const QJsonObject me =
            bot().patch(u"/users/@me"_s, {{u"avatar"_s, u"data:image/png;base64,aGVsbG8="_s}}).object();
        const QString path = u"/avatars/%1/%2.png"_s;
        QUrl origin = m_server.api();
        origin.setPath({});
        const auto get = [&](const QString &user, const QString &hash) {
            return test::exchange(origin, "GET", path.arg(user, hash), {});
        };
        const Answer picture = get(m_bot.id.toString(), me["avatar"_L1].toString());
        QCOMPARE(picture.status, 200);
        QCOMPARE(picture.headers.value("Content-Type"), QByteArray("image/png"));
        QCOMPARE(picture.body, QByteArray("hello"));
        QCOMPARE(get(m_bot.id.toString(), u"0123"_s).status, 404);
        QCOMPARE(get(m_person.id.toString(), {}).status, 404);
    }

    void refusesTheThirdNameWithinAnHour()
    {
        m_server.faults().realLimits = true;
        for (const QString &name : {u"One"_s, u"Two"_s})
            QCOMPARE(bot().patch(u"/users/@me"_s, {{u"username"_s, name}}).status, 200);
        QCOMPARE(bot().patch(u"/users/@me"_s, {{u"username"_s, u"Two"_s}}).status, 200);
        const Answer third = bot().patch(u"/users/@me"_s, {{u"username"_s, u"Three"_s}});
        QCOMPARE(third.status, 400);
        QCOMPARE(third.object()["errors"_L1]["username"_L1]["_errors"_L1][0]["code"_L1].toString(),
            u"USERNAME_RATE_LIMIT"_s);
    }

    void showsWhatTheOwnerChangedInThePortal()
    {
        m_server.setInPortal(m_bot.id,
            {{u"flags"_s, 0}, {u"bot_public"_s, false}, {u"bot_require_code_grant"_s, true},
                {u"interactions_endpoint_url"_s, u"https://example.org/i"_s}});
        const QString path = u"/applications/@me"_s;
        const QJsonObject changed = bot().get(path).object();
        QCOMPARE(changed["flags"_L1].toInt(-1), 0);
        QVERIFY(!changed["bot_public"_L1].toBool(true));
        QVERIFY(changed["bot_require_code_grant"_L1].toBool());
        QCOMPARE(changed["interactions_endpoint_url"_L1].toString(), u"https://example.org/i"_s);
        const QJsonObject unset =
            bot().patch(path, {{u"interactions_endpoint_url"_s, QJsonValue::Null}}).object();
        QVERIFY(unset["interactions_endpoint_url"_L1].isNull());
    }

    void refusesWrongNamesAndPictures_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QString>("value");
        QTest::newRow("short") << u"username"_s << u"M"_s;
        QTest::newRow("long") << u"username"_s << QString(33, u'x');
        QTest::newRow("forbidden sign") << u"username"_s << u"a@b"_s;
        QTest::newRow("forbidden word") << u"username"_s << u"My Discord mate"_s;
        QTest::newRow("everyone") << u"username"_s << u"everyone"_s;
        QTest::newRow("no picture") << u"avatar"_s << u"hello"_s;
    }
    void refusesWrongNamesAndPictures()
    {
        QFETCH(QString, field);
        QFETCH(QString, value);
        const Answer answer = bot().patch(u"/users/@me"_s, {{field, value}});
        QCOMPARE(answer.status, 400);
        QVERIFY(answer.object()["errors"_L1][field]["_errors"_L1].isArray());
        QCOMPARE(bot().get(u"/users/@me"_s).object()["username"_L1].toString(), u"Maya"_s);
    }

    void switchesMessageContentOffAndOn()
    {
        const QString path = u"/applications/@me"_s;
        const int all = bot().get(path).object()["flags"_L1].toInt();
        QVERIFY(all & (1 << 19));
        QCOMPARE(bot().patch(path, {{u"flags"_s, 0}}).object()["flags"_L1].toInt(), 0);
        test::GatewayProbe refused(m_server.gateway());
        QVERIFY(refused.ready(m_bot.token, 1 << 15).isEmpty());
        QCOMPARE(refused.closedWith(), std::optional<int>(4014));
        const QJsonObject on = bot().patch(path, {{u"flags"_s, 1 << 19}}).object();
        QCOMPARE(on["flags"_L1].toInt(), 1 << 19);
        QCOMPARE(on["flags_new"_L1].toString(), QString::number(1 << 19));
        test::GatewayProbe accepted(m_server.gateway());
        QCOMPARE(
            accepted.ready(m_bot.token, 1 << 15)["application"_L1]["flags"_L1].toInt(), 1 << 19);
    }

    void changesTheApplication()
    {
        const QJsonObject install{{u"scopes"_s, QJsonArray{u"bot"_s}}, {u"permissions"_s, 2048}};
        const QJsonObject types{
            {u"0"_s, QJsonObject{{u"oauth2_install_params"_s, install}}}, {u"1"_s, QJsonObject()}};
        const QJsonObject answer =
            bot()
                .patch(u"/applications/@me"_s,
                    {{u"description"_s, u"Helps"_s}, {u"integration_types_config"_s, types},
                        {u"tags"_s, QJsonArray{u"chat"_s}},
                        {u"interactions_endpoint_url"_s, QJsonValue::Null}})
                .object();
        QCOMPARE(answer["description"_L1].toString(), u"Helps"_s);
        QCOMPARE(answer["tags"_L1][0].toString(), u"chat"_s);
        QCOMPARE(answer["integration_types_config"_L1]["0"_L1]["oauth2_install_params"_L1]
                       ["permissions"_L1]
                           .toString(),
            u"2048"_s);
    }

    void refusesWrongApplications_data()
    {
        QTest::addColumn<QJsonObject>("body");
        QTest::newRow("long description") << QJsonObject{{u"description"_s, QString(401, u'x')}};
        QTest::newRow("flags that nobody sets") << QJsonObject{{u"flags"_s, 1 << 18}};
        QTest::newRow("many tags") << QJsonObject{{u"tags"_s, QJsonArray{1, 2, 3, 4, 5, 6}}};
        QTest::newRow("long tag") << QJsonObject{{u"tags"_s, QJsonArray{QString(21, u'x')}}};
        QTest::newRow("an endpoint of one's own")
            << QJsonObject{{u"interactions_endpoint_url"_s, u"https://example.org"_s}};
    }
    void refusesWrongApplications()
    {
        QFETCH(QJsonObject, body);
        const Answer answer = bot().patch(u"/applications/@me"_s, body);
        QCOMPARE(answer.status, 400);
        QCOMPARE(answer.object()["code"_L1].toInt(), 50035);
    }
};

LOOPFLOW_TEST(RestAccountsTest)
#include "tst_restaccounts.moc"
