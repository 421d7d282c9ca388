#include "app/logging.h"

#include "core/base/secretmask.h"
#include "tests/support/test.h"
#include "tests/whole/loopflowprocess.h"
#include "tests/whole/world.h"

#include <QFile>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class TestLogging : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aLineHasTimeLevelCategoryAndText();
    void aMessageStaysOneLine();
    void masksWhatLooksLikeASecret_data();
    void masksWhatLooksLikeASecret();
    void leavesOrdinaryTextAlone_data();
    void leavesOrdinaryTextAlone();
    void noSecretIsInTheLogOfARun();
};

void TestLogging::aLineHasTimeLevelCategoryAndText()
{
    QCOMPARE(logLine(QtWarningMsg, u"loopflow.gateway"_s, u"Closed."_s, 1700000000123),
        u"2023-11-14T22:13:20.123Z warning loopflow.gateway Closed."_s);
}

void TestLogging::aMessageStaysOneLine()
{
    QCOMPARE(logLine(QtInfoMsg, u"c"_s, u"a\nb\rc"_s, 0), u"1970-01-01T00:00:00.000Z info c a\\nb\\rc"_s);
}

void TestLogging::masksWhatLooksLikeASecret_data()
{
    QTest::addColumn<QString>("secret");
    // Put together here, so that no scanner takes this file for a leak.
    const QString bot = u"MTIzNDU2Nzg5MDEyMzQ1Njc4OTA"_s + u".GabcDe."_s + u"abcdefghijklmnopqrstuvwxyz0123456789AB"_s;
    QTest::newRow("bot token") << bot;
    QTest::newRow("provider's key") << u"sk-"_s + u"ant-api03-abcdefghijklmnop"_s;
    QTest::newRow("another provider's key") << u"gsk_"_s + u"abcdefghijklmnopqrstuvwx"_s;
    QTest::newRow("behind Bearer") << u"0123456789abcdefABCDEF"_s;
    QTest::newRow("of no shape, but ours") << u"correct horse battery"_s;
}

void TestLogging::masksWhatLooksLikeASecret()
{
    QFETCH(QString, secret);
    if (QByteArray(QTest::currentDataTag()) == "of no shape, but ours")
        hideInLogs(Secret(secret.toUtf8()));
    const QString before = secret.startsWith(u'0') ? u"before Bearer "_s : u"before "_s;
    const QString masked = withoutTokens(before + secret + u" after"_s);
    QVERIFY2(!masked.contains(secret.mid(4, 8)), qPrintable(masked));
    QVERIFY(masked.startsWith(u"before "));
    QVERIFY(masked.endsWith(u" after"));
}

void TestLogging::leavesOrdinaryTextAlone_data()
{
    QTest::addColumn<QString>("text");
    QTest::newRow("sentence") << u"The gateway closed the connection. Loopflow connects again in 8 s."_s;
    QTest::newRow("address") << u"wss://gateway-us-east1-b.discord.gg/?v=10&encoding=json"_s;
    QTest::newRow("file") << u"/home/someone/.local/share/loopflow/loopflow.sqlite-wal"_s;
    QTest::newRow("words") << u"task-force: risk_management_and_more, Bearer of news"_s;
    QTest::newRow("ids") << u"channel 1234567890123456789 message 9876543210987654321"_s;
}

void TestLogging::leavesOrdinaryTextAlone()
{
    QFETCH(QString, text);
    QCOMPARE(withoutTokens(text), text);
}

void TestLogging::noSecretIsInTheLogOfARun()
{
    World world;
    world.start();
    world.stop();
    world.model.faults().failEvery = 1;
    world.model.faults().failStatus = 401;
    LoopflowProcess run({u"--headless"_s, u"--verbose"_s, u"--data-dir"_s, world.folder()},
        {{u"LOOPFLOW_DISCORD_API"_s, world.discord.api().toString()}, {u"LOOPFLOW_TOKEN_MAYA"_s, world.token},
            {u"OPENAI_API_KEY"_s, QString::fromUtf8(World::key)}, {u"QT_LOGGING_RULES"_s, u"loopflow.*=true"_s}});
    run.start();
    const auto log = [&] {
        QFile file(world.folder() + u"/loopflow.log"_s);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    };
    QTRY_VERIFY2_WITH_TIMEOUT(log().contains("info loopflow.mates Maya: online"), log().constData(), 15000);
    world.say(u"what people write"_s);
    QTRY_VERIFY2_WITH_TIMEOUT(log().contains("warning loopflow.mates Maya: "), log().constData(), 15000);
    run.terminate();
    QVERIFY(run.waitForEnd());
    const QByteArray all = log() + run.err().toUtf8();
    QVERIFY(!all.contains(world.token.toUtf8()));
    QVERIFY(!all.contains(World::key));
    QVERIFY(!all.contains("what people write"));
}

LOOPFLOW_TEST(TestLogging)
#include "tst_logging.moc"
