#include "core/practice/accounts.h"
#include "tests/support/test.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;

class AccountsTest : public QObject {
    Q_OBJECT

    static TimePoint at(std::chrono::hours hours)
    {
        return {hours + std::chrono::hours(1), Milliseconds(0)};
    }

private Q_SLOTS:
    void findsByIdAndToken()
    {
        Snowflakes snowflakes;
        Accounts accounts(snowflakes);
        Account &bot = accounts.addBot(u"Maya"_s);
        Account &person = accounts.addPerson(u"Ana Blue"_s);
        QVERIFY(bot.bot && !person.bot);
        QCOMPARE(person.username, u"ana_blue"_s);
        QCOMPARE(person.globalName, u"Ana Blue"_s);
        QCOMPARE(accounts.find(bot.id), &bot);
        QCOMPARE(accounts.findByToken(person.token), &person);
        QCOMPARE(accounts.find({1}), nullptr);
        QCOMPARE(accounts.findByToken("x"), nullptr);
        QCOMPARE(accounts.findByToken({}), nullptr);
    }

    void opensNothingWithARevokedToken()
    {
        Snowflakes snowflakes;
        Accounts accounts(snowflakes);
        Account &bot = accounts.addBot(u"Maya"_s);
        const QByteArray token = bot.token;
        accounts.revoke(bot);
        QCOMPARE(accounts.findByToken(token), nullptr);
        QCOMPARE(accounts.findByToken({}), nullptr);
        QCOMPARE(accounts.find(bot.id), &bot);
    }

    void countsIdentifiesOverADay()
    {
        using std::chrono::hours;
        Snowflakes snowflakes;
        Accounts accounts(snowflakes);
        Account &bot = accounts.addBot(u"Maya"_s);
        QCOMPARE(accounts.identifiesReset(bot, at(hours(0))), Milliseconds(0));
        accounts.noteIdentify(bot, at(hours(0)));
        accounts.noteIdentify(bot, at(hours(5)));
        QCOMPARE(accounts.identifiesLeft(bot, at(hours(6))), 998);
        QCOMPARE(accounts.identifiesReset(bot, at(hours(6))), Milliseconds(hours(18)));
        QCOMPARE(accounts.identifiesLeft(bot, at(hours(25))), 999);
        QCOMPARE(accounts.identifiesReset(bot, at(hours(25))), Milliseconds(hours(4)));
        accounts.noteIdentify(bot, at(hours(30)));
        QCOMPARE(bot.identifies.size(), 1);
    }

    void showsABotAsDiscordDoes()
    {
        Snowflakes snowflakes;
        Accounts accounts(snowflakes);
        const Account &bot = accounts.addBot(u"Maya"_s);
        const Account &person = accounts.addPerson(u"Ana"_s);
        const QJsonObject user = accounts.userJson(bot);
        QVERIFY(user["bot"_L1].toBool());
        QCOMPARE(user["discriminator"_L1].toString().size(), 4);
        QVERIFY(user["global_name"_L1].isNull() && user["avatar"_L1].isNull());
        QVERIFY(!user.contains("email"_L1) && accounts.selfJson(bot).contains("email"_L1));
        QCOMPARE(accounts.userJson(person)["discriminator"_L1].toString(), u"0"_s);
        const QJsonObject application = accounts.applicationJson(bot);
        QCOMPARE(application["id"_L1].toString(), bot.id.toString());
        QCOMPARE(application["flags"_L1].toInt(), Application::limitedIntents);
        QVERIFY(!application.contains("install_params"_L1));
        for (const QJsonObject &json : {user, accounts.selfJson(bot), application})
            QVERIFY(!QJsonDocument(json).toJson().contains(bot.token));
    }
};

LOOPFLOW_TEST(AccountsTest)
#include "tst_accounts.moc"
