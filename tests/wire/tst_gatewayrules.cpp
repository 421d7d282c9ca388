#include "core/practice/gatewayrules.h"
#include "tests/support/test.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;

class GatewayRulesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void judgesAnIdentify_data()
    {
        QTest::addColumn<QJsonObject>("change");
        QTest::addColumn<int>("flags");
        QTest::addColumn<int>("code");
        const int all = Application::limitedIntents;
        const auto row = [](const char *name, QJsonObject change, int flags, int code) {
            QTest::newRow(name) << change << flags << code;
        };
        row("fine", {}, all, 0);
        row("all intents that exist", {{u"intents"_s, 53608447}}, all, 0);
        row("no token", {{u"token"_s, QJsonValue::Null}}, all, 4002);
        row("no properties", {{u"properties"_s, QJsonValue::Null}}, all, 4002);
        row("no intents", {{u"intents"_s, QJsonValue::Null}}, all, 4013);
        row("an unknown intent", {{u"intents"_s, 1 << 17}}, all, 4013);
        row("a negative intent", {{u"intents"_s, -1}}, all, 4013);
        row("message content, granted", {{u"intents"_s, 1 << 15}},
            Application::messageContentLimited, 0);
        row("message content, not granted", {{u"intents"_s, 1 << 15}}, 0, 4014);
        row("members, not granted", {{u"intents"_s, 2}}, Application::messageContentLimited, 4014);
        row("presences, not granted", {{u"intents"_s, 256}}, 0, 4014);
        row("the only shard", {{u"shard"_s, QJsonArray{0, 1}}}, all, 0);
        row("a shard too many", {{u"shard"_s, QJsonArray{1, 1}}}, all, 4010);
        row("half a shard", {{u"shard"_s, QJsonArray{0}}}, all, 4010);
    }
    void judgesAnIdentify()
    {
        QFETCH(QJsonObject, change);
        QFETCH(int, flags);
        QFETCH(int, code);
        Account bot;
        bot.bot = true;
        bot.application.flags = flags;
        QJsonObject data{
            {u"token"_s, u"x"_s}, {u"intents"_s, 20481}, {u"properties"_s, QJsonObject()}};
        for (auto it = change.begin(); it != change.end(); ++it)
            data.insert(it.key(), it.value());
        QCOMPARE(int(gatewayrules::whyNotIdentify(&bot, data)), code);
    }

    void refusesWhoIsUnknownOrNoBot()
    {
        const QJsonObject data{
            {u"token"_s, u"x"_s}, {u"intents"_s, 1}, {u"properties"_s, QJsonObject()}};
        QCOMPARE(int(gatewayrules::whyNotIdentify(nullptr, data)), 4004);
        const Account person;
        QCOMPARE(int(gatewayrules::whyNotIdentify(&person, data)), 4004);
    }

    void saysWhyItCloses()
    {
        for (quint16 code = 4000; code <= 4014; ++code)
            QCOMPARE(gatewayrules::closeReason(code).isEmpty(), code == 4006);
        QVERIFY(gatewayrules::closeReason(1000).isEmpty());
    }

    void knowsWhichCodesEndASession()
    {
        QVERIFY(gatewayrules::endsSession(4009));
        QVERIFY(gatewayrules::endsSession(4007));
        QVERIFY(!gatewayrules::endsSession(4000));
        QVERIFY(!gatewayrules::endsSession(4008));
    }
};

LOOPFLOW_TEST(GatewayRulesTest)
#include "tst_gatewayrules.moc"
