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
