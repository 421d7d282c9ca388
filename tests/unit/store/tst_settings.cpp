#include "core/store/settings.h"

#include "core/discord/gatewaysession.h"
#include "tests/support/test.h"
#include "tests/unit/store/storefixture.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class SettingsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheFallbacks()
    {
        StoreFixture store;
        const Settings settings(store.database.get());
        for (const SettingSpec &spec : Settings::specs()) {
            QCOMPARE(settings.text(spec.key), spec.fallback);
            QVERIFY(!settings.isSet(spec.key));
            QVERIFY(!spec.meaning.isEmpty());
        }
        QCOMPARE(settings.number(u"gateway.intents"_s), qint64{discord::intents::Default});
        QCOMPARE(settings.number(u"gateway.compress"_s), 1);
        QCOMPARE(settings.number(u"answer.within"_s), 900);
        QCOMPARE(settings.number(u"history.messages"_s), 0);
    }

    void keepsWhatWasSaved()
    {
        StoreFixture store;
        {
            Settings settings(store.database.get());
            QVERIFY(settings.save(u"history.messages"_s, u"20"_s));
            QVERIFY(settings.save(u"discord.api"_s, u"http://127.0.0.1:1/api"_s));
        }
        store.reopen();
        Settings settings(store.database.get());
        QCOMPARE(settings.number(u"history.messages"_s), 20);
        QVERIFY(settings.isSet(u"history.messages"_s));
        QVERIFY(settings.save(u"history.messages"_s, QString()));
        QVERIFY(!settings.isSet(u"history.messages"_s));
        QCOMPARE(Settings(store.database.get()).text(u"history.messages"_s), QString());
    }

    void prefersAValueOfThisRunAndDoesNotSaveIt()
    {
        StoreFixture store;
        Settings settings(store.database.get());
        QVERIFY(settings.save(u"record.days"_s, u"5"_s));
        QVERIFY(settings.setForThisRun(u"record.days"_s, u"0"_s));
        QCOMPARE(settings.number(u"record.days"_s), 0);
        QVERIFY(settings.save(u"record.days"_s, u"6"_s));
        QCOMPARE(settings.number(u"record.days"_s), 0);
        QCOMPARE(Settings(store.database.get()).number(u"record.days"_s), 6);
    }

    void hidesASavedValueForThisRun()
    {
        StoreFixture store;
        Settings settings(store.database.get());
        QVERIFY(settings.save(u"history.messages"_s, u"20"_s));
        QVERIFY(settings.setForThisRun(u"history.messages"_s, QString()));
        QVERIFY(!settings.isSet(u"history.messages"_s));
        QVERIFY(settings.setForThisRun(u"record.days"_s, QString()));
        QCOMPARE(settings.number(u"record.days"_s), 30);
    }

    void saysWhatASettingTakes_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::addColumn<QString>("sentence");
        QTest::newRow("unknown")
            << u"colour"_s << u"red"_s
            << u"There is no setting \"colour\". The settings are history.messages, "_s;
        QTest::newRow("too small") << u"history.messages"_s << u"0"_s
                                   << u"history.messages takes a whole number from 1 to 300, not \"0\"."_s;
        QTest::newRow("too large") << u"history.messages"_s << u"301"_s << u"history.messages takes"_s;
        QTest::newRow("no number") << u"gateway.compress"_s << u"yes"_s
                                   << u"gateway.compress takes a whole number from 0 to 1"_s;
        QTest::newRow("with more") << u"answer.within"_s << u"5s"_s << u"answer.within takes"_s;
        QTest::newRow("no address")
            << u"discord.api"_s << u"discord.com"_s << u"discord.api takes an address"_s;
        QTest::newRow("http elsewhere") << u"discord.api"_s << u"http://example.org/api"_s
                                        << u"An address that begins with http:// must be on this computer"_s;
        QTest::newRow("secret header") << u"provider.openai.headers"_s << u"X-A: 1\nAuthorization: Bearer x"_s
                                       << u"“Authorization” looks as if it held a secret"_s;
        QTest::newRow("no header") << u"provider.openai.headers"_s << u"words"_s << u"Line 1 of the headers"_s;
        QTest::newRow("no provider's address")
            << u"provider.openai.url"_s << u"ftp://x"_s << u"“ftp://x” is not an address."_s;
        QTest::newRow("unknown provider's") << u"provider.nobody.url"_s << u"x"_s << u"There is no setting"_s;
        QTest::newRow("unknown provider") << u"new.provider"_s << u"nobody"_s << u"The provider “nobody”"_s;
        QTest::newRow("proxy without a port") << u"network.proxy"_s << u"http://proxy"_s << u"A proxy is an"_s;
        QTest::newRow("proxy by https")
            << u"network.proxy"_s << u"https://proxy:1"_s << u"Discord's gateway cannot go through"_s;
        QTest::newRow("proxy with a password")
            << u"network.proxy"_s << u"http://a:b@proxy:1"_s << u"Leave the password out"_s;
        QTest::newRow("half a path") << u"network.ca"_s << u"ca.pem"_s << u"network.ca takes a whole path"_s;
        QTest::newRow("no host") << u"discord.api"_s << u"http://"_s << u"discord.api takes an address"_s;
    }

    void saysWhatASettingTakes()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        QFETCH(QString, sentence);
        StoreFixture store;
        Settings settings(store.database.get());
        for (const auto &done : {settings.save(key, value), settings.setForThisRun(key, value)}) {
            QVERIFY(!done);
            QCOMPARE(done.error().code, ErrorCode::Invalid);
            QVERIFY2(done.error().message.startsWith(sentence), qPrintable(done.error().message));
        }
        QCOMPARE(store.ask(u"SELECT count(*) FROM setting"_s).toInt(), 0);
    }

    void takesWhatIsRight_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("value");
        QTest::newRow("proxy") << u"network.proxy"_s << u"http://ana@proxy.example.org:3128"_s;
        QTest::newRow("socks") << u"network.proxy"_s << u"socks5://127.0.0.1:1080/"_s;
        QTest::newRow("no proxy") << u"network.proxy"_s << u"none"_s;
        QTest::newRow("file") << u"network.ca"_s << u"/etc/ca.pem"_s;
        QTest::newRow("headers") << u"provider.openai.headers"_s << u"X-Team: design\nX-Also: web"_s;
        QTest::newRow("address") << u"provider.ollama.url"_s << u"192.168.1.2"_s;
        QTest::newRow("provider") << u"new.provider"_s << u"groq"_s;
        QTest::newRow("model") << u"new.model"_s << u"any-model"_s;
        QTest::newRow("api") << u"discord.api"_s << u"https://example.org/api/v10"_s;
    }

    void takesWhatIsRight()
    {
        QFETCH(QString, key);
        QFETCH(QString, value);
        StoreFixture store;
        Settings settings(store.database.get());
        QVERIFY(settings.save(key, value));
        QCOMPARE(settings.text(key), value);
    }

    void tellsOfWhatChanged()
    {
        StoreFixture store;
        Settings settings(store.database.get());
        QStringList told;
        connect(&settings, &Settings::changed, this, [&](const QString &key) { told << key; });
        QVERIFY(settings.save(u"record.days"_s, u"5"_s));
        QVERIFY(settings.save(u"record.days"_s, u"5"_s));
        QVERIFY(!settings.save(u"record.days"_s, u"x"_s));
        QVERIFY(settings.save(u"record.days"_s, {}));
        QCOMPARE(told, (QStringList{u"record.days"_s, u"record.days"_s}));
    }

    void ignoresWhatAnotherVersionSaved()
    {
        StoreFixture store;
        store.execute(u"INSERT INTO setting VALUES ('future', '1'), ('record.days', 'never')"_s);
        const Settings settings(store.database.get());
        QCOMPARE(settings.number(u"record.days"_s), 30);
        QCOMPARE(store.ask(u"SELECT count(*) FROM setting"_s).toInt(), 2);
    }

    void tellsWhenTheDiskIsFull()
    {
        StoreFixture store;
        Settings settings(store.database.get());
        store.fillDisk();
        const QString address = u"http://localhost/"_s + QString(20000, u'a');
        QVERIFY(!settings.save(u"discord.api"_s, address));
        QVERIFY(!settings.isSet(u"discord.api"_s));
    }
};

LOOPFLOW_TEST(SettingsTest)
#include "tst_settings.moc"
