#include "core/discord/gatewaysession.h"

#include "core/discord/closecode.h"
#include "tests/support/test.h"
#include "tests/unit/discord/playbook.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace loopflow;
using namespace loopflow::discord;
using loopflow::test::gatewayConfig;
using loopflow::test::Playbook;

static constexpr auto toReady = R"(
    > start
    open wss://gateway.test/?v=10&encoding=json
    = Connecting
    > opened hello
    spent 1700000000000
    identify 20481
    = Identifying
    > ready 1
    dispatch READY …
    save abc 1
    = Ready
    )";

static SavedSession savedSession()
{
    return {u"abc"_s, 7, QUrl(u"wss://resume.test"_s), UserId{42}, intents::Default};
}

static GatewayConfig resumableConfig()
{
    GatewayConfig config = gatewayConfig();
    config.savedSession = savedSession();
    config.bot = UserId{42};
    return config;
}

class TestGatewaySession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsThePlaybook_data();
    void followsThePlaybook();
    void identifyFrameIsWhatDiscordAsksFor();
    void refusesATokenThatCannotBeOne();
    void firstBeatDependsOnTheJitter();
    void measuresTheRoundTrip();
    void countsEventsAndLosses();
    void waitsOneToFiveSecondsAfterInvalidSession_data();
    void waitsOneToFiveSecondsAfterInvalidSession();
    void resumesThatAreAlwaysInvalidEndInAnIdentify();
    void comesBackAsTheCloseCodeSays_data();
    void comesBackAsTheCloseCodeSays();
    void aConnectionThatHeldResetsTheBackoff();
    void leavesAResumeAddressThatStaysUnreachable();
    void keepsTheSessionThroughRefusedReconnects();
    void dropsTheConnectionOnBrokenFrames_data();
    void dropsTheConnectionOnBrokenFrames();
    void readsWhatReadySays();
    void doesNotResumeForeignSessions_data();
    void doesNotResumeForeignSessions();
    void slowsDownInACrashLoop();
    void stopsWellBeforeDiscordResetsTheToken();
    void tellsWhyItIsNotOnline();
};

void TestGatewaySession::followsThePlaybook_data()
{
    QTest::addColumn<QString>("setup");
    QTest::addColumn<QString>("script");
    const QStringList sections =
        QString::fromUtf8(loopflow::test::readData(u"playbooks/gateway.txt"_s))
            .split("\n# "_L1)
            .mid(1);
    QVERIFY(!sections.isEmpty());
    for (const QString &section : sections) {
        const QString title = section.section(u'\n', 0, 0);
        QTest::newRow(qPrintable(title.section(" ("_L1, 0, 0)))
            << title.section(" ("_L1, 1).chopped(1) << section.section(u'\n', 1);
    }
}

void TestGatewaySession::followsThePlaybook()
{
    QFETCH(QString, setup);
    QFETCH(QString, script);
    const QStringList words = setup.split(", "_L1);
    for (const QString &word : words)
        QVERIFY2(QStringList({u"fresh"_s, u"ready"_s, u"saved"_s, u"without url"_s, u"compressed"_s,
                                 u"message content"_s})
                     .contains(word),
            qPrintable(word));
    GatewayConfig config = words.contains("saved"_L1) ? resumableConfig() : gatewayConfig();
    config.compress = words.contains("compressed"_L1);
    if (words.contains("message content"_L1))
        config.intents |= intents::MessageContent;
    if (words.contains("without url"_L1))
        config.url = {};
    Playbook play(std::move(config));
    if (words.contains("ready"_L1))
        PLAY(play, toReady);
    PLAY(play, script.toUtf8());
    for (const QString &sentence : play.sentences())
        QVERIFY2(sentence.endsWith(u'.') && !sentence.contains(u'!'), qPrintable(sentence));
}

void TestGatewaySession::identifyFrameIsWhatDiscordAsksFor()
{
    GatewaySession session(gatewayConfig());
    session.start({});
    session.handleOpened({});
    session.handleMessage(R"({"op":10,"d":{"heartbeat_interval":40000}})", {});
    QByteArray text;
    while (auto action = session.pollAction()) {
        if (const auto *send = std::get_if<SendText>(&*action))
            text = send->text.reveal();
    }
    QCOMPARE(text,
        R"({"op":2,"d":{"token":"t.o.ken","intents":20481,"properties":{"os":"linux","browser":"loopflow",)"
        R"("device":"loopflow"},"large_threshold":50}})");
}

void TestGatewaySession::refusesATokenThatCannotBeOne()
{
    for (const QByteArray &token : {QByteArray(), QByteArray("with\"quote"),
             QByteArray("two words"), QByteArray("ä.b.c"), QByteArray(5000, 'x')}) {
        GatewayConfig config = gatewayConfig();
        config.token = Secret(token);
        Playbook play(std::move(config));
        PLAY(play, R"(
            > start
            failed 4004
            = Failed
            )");
        QCOMPARE(play.sentences(), QStringList{explainClose(4004)});
    }
}

void TestGatewaySession::firstBeatDependsOnTheJitter()
{
    for (const double jitter : {0.0, 0.25, 0.999}) {
        GatewayConfig config = gatewayConfig();
        config.random = [jitter] { return jitter; };
        GatewaySession session(std::move(config));
        session.start({});
        session.handleOpened({});
        session.handleMessage(R"({"op":10,"d":{"heartbeat_interval":8000}})", {});
        QCOMPARE(session.nextTimeout()->steady, Milliseconds(qint64(8000 * jitter)));
    }
}

void TestGatewaySession::measuresTheRoundTrip()
{
    Playbook play(gatewayConfig());
    PLAY(play, toReady);
    QCOMPARE(play.session().latency(), 0ms);
    PLAY(play, R"(
        > wait 20120
        +20000 heartbeat 1
        > frame {"op":11}
        > frame {"op":11}
        )");
    QCOMPARE(play.session().latency(), 120ms);
}

void TestGatewaySession::countsEventsAndLosses()
{
    Playbook play(gatewayConfig());
    QVERIFY(!play.session().lastEvent());
    PLAY(play, toReady);
    QVERIFY(play.session().lastEvent() == play.now());
    QCOMPARE(play.session().losses(), 0);
    const TimePoint ready = play.now();
    PLAY(play, R"(
        > wait 20120
        +20000 heartbeat 1
        > frame {"op":11}
        )");
    QVERIFY(play.session().lastEvent() == ready); // a heartbeat is none
    QVERIFY(!play.play(u"> closed 4000\n> wait 20000\n> closed"_s).isEmpty());
    QCOMPARE(play.session().losses(), 1); // what never came online again is not lost again
}

void TestGatewaySession::waitsOneToFiveSecondsAfterInvalidSession_data()
{
    QTest::addColumn<double>("random");
    QTest::addColumn<int>("wait");
    QTest::newRow("least") << 0.0 << 1000;
    QTest::newRow("middle") << 0.25 << 2000;
    QTest::newRow("most") << 0.99999 << 4999;
}

void TestGatewaySession::waitsOneToFiveSecondsAfterInvalidSession()
{
    QFETCH(double, random);
    QFETCH(int, wait);
    GatewayConfig config = resumableConfig();
    config.random = [random] { return random; };
    Playbook play(std::move(config));
    PLAY(play,
        u"> start\nopen wss://resume.test/?v=10&encoding=json\n= Connecting\n> opened\n"
        u"> frame {\"op\":9,\"d\":false}\nclose 4000\nforget\n= Waiting %1"_s.arg(wait)
            .toUtf8());
}

void TestGatewaySession::resumesThatAreAlwaysInvalidEndInAnIdentify()
{
    Playbook play(resumableConfig());
    int resumes = 0;
    QString transcript = play.play(u"> start"_s);
    for (int i = 0; i < 10 && !transcript.contains("identify"_L1); ++i) {
        transcript = play.play(u"> opened hello\n> frame {\"op\":9,\"d\":true}\n> wait 8000"_s);
        resumes += static_cast<int>(transcript.count("resume abc"_L1));
    }
    QVERIFY2(transcript.contains("identify"_L1), qPrintable(transcript));
    QCOMPARE(resumes, 5);
}

void TestGatewaySession::comesBackAsTheCloseCodeSays_data()
{
    QTest::addColumn<QByteArray>("closed");
    QTest::addColumn<QByteArray>("then");
    const QByteArray resume = R"(
        = Waiting 0
        > wait 0
        +0 open wss://resume.test/?v=10&encoding=json
        +0 = Connecting
        > opened hello
        resume abc 1
        = Resuming)";
    const QByteArray identify = R"(
        forget
        = Waiting 0
        > wait 0
        +0 open wss://gateway.test/?v=10&encoding=json
        +0 = Connecting
        > opened hello
        spent 1700000006000
        identify 20481
        = Identifying)";
    QTest::newRow("dropped") << QByteArray("closed") << resume;
    for (const char *code :
        {"1000", "1001", "1006", "1011", "4000", "4001", "4002", "4006", "4999"})
        QTest::newRow(code) << QByteArray("closed ") + code << resume;
    for (const char *code : {"4003", "4005", "4007", "4009"})
        QTest::newRow(code) << QByteArray("closed ") + code << identify;
    for (const char *code : {"4004", "4010", "4011", "4012", "4013", "4014"})
        QTest::newRow(code) << QByteArray("closed ") + code
                            << QByteArray("forget\nfailed ") + code + "\n= Failed";
    QTest::newRow("4008 waits") << QByteArray("closed 4008") << QByteArray(R"(
        = Waiting 3000
        > wait 3000
        +3000 open wss://resume.test/?v=10&encoding=json
        +3000 = Connecting
        > opened hello
        resume abc 1
        = Resuming)");
}

void TestGatewaySession::comesBackAsTheCloseCodeSays()
{
    QFETCH(QByteArray, closed);
    QFETCH(QByteArray, then);
    Playbook play(gatewayConfig());
    PLAY(play, toReady);
    PLAY(play, "> wait 6000\n> " + closed + "\n" + then);
    if (then.contains("failed")) {
        QCOMPARE(play.sentences(), QStringList{explainClose(closed.mid(7).toUShort())});
        QVERIFY(!play.session().nextTimeout());
    }
}

void TestGatewaySession::aConnectionThatHeldResetsTheBackoff()
{
    Playbook play(gatewayConfig());
    PLAY(play, toReady);
    const QByteArray back = R"(
        > wait WAIT
        +WAIT open wss://resume.test/?v=10&encoding=json
        +WAIT = Connecting
        > opened hello
        resume abc 1
        = Resuming
        > frame {"t":"RESUMED","s":1,"op":0,"d":null}
        dispatch RESUMED null
        = Ready
        )";
    PLAY(play, "> closed\n= Waiting 0" + QByteArray(back).replace("WAIT", "0"));
    PLAY(play, "> wait 4999\n> closed\n= Waiting 875" + QByteArray(back).replace("WAIT", "875"));
    PLAY(play, "> wait 5000\n> closed\n= Waiting 0" + QByteArray(back).replace("WAIT", "0"));
}

void TestGatewaySession::leavesAResumeAddressThatStaysUnreachable()
{
    Playbook play(resumableConfig());
    // Sockets that never open, until the gateway is asked for; the resume address gets another
    // chance then.
    const QString round = u"> wait 200000\n> url wss://gateway.test"_s;
    QString transcript = play.play(u"> start\n"_s + round);
    QCOMPARE(transcript.count("open wss://resume.test"_L1), 4);
    QVERIFY2(transcript.endsWith("open wss://resume.test/?v=10&encoding=json"_L1),
        qPrintable(transcript));
    transcript = play.play(round);
    QVERIFY2(transcript.endsWith("open wss://gateway.test/?v=10&encoding=json"_L1),
        qPrintable(transcript));
    PLAY(play, R"(
        > opened hello
        resume abc 7
        = Resuming
        )");
}

void TestGatewaySession::keepsTheSessionThroughRefusedReconnects()
{
    Playbook play(gatewayConfig());
    PLAY(play, toReady);
    QString transcript = play.play(u"> closed"_s);
    for (int i = 0; i < 40; ++i) {
        transcript = play.play(u"> wait 60000\n> closed\n> url failed"_s);
        QVERIFY2(!transcript.contains("forget"_L1), qPrintable(transcript));
    }
    transcript = play.play(u"> wait 60000\n> url wss://gateway.test\n> opened hello"_s);
    QVERIFY2(transcript.endsWith("resume abc 1\n= Resuming"_L1), qPrintable(transcript));
}

void TestGatewaySession::dropsTheConnectionOnBrokenFrames_data()
{
    QTest::addColumn<QByteArray>("frame");
    for (const char *json : {"{", "[]", "7", "not json", R"({"t":"X"})", R"({"op":"0"})",
             R"({"op":0,"t":"READY","d":{}})", R"({"op":0,"t":"READY","d":{"user":{"id":"42"}}})",
             R"({"op":0,"t":"MESSAGE_CREATE","s":9})",
             R"({"op":0,"t":"MESSAGE_CREATE","s":9,"d":[1]})",
             R"({"op":0,"t":"MESSAGE_CREATE","s":9,"d":{"id":"5")"})
        QTest::newRow(json) << QByteArray("frame ") + json;
    QTest::newRow("not inflated") << QByteArray("broken");
}

void TestGatewaySession::dropsTheConnectionOnBrokenFrames()
{
    QFETCH(QByteArray, frame);
    Playbook play(gatewayConfig());
    PLAY(play, toReady);
    PLAY(play, "> " + frame + R"(
        close 4000
        = Waiting 0
        > wait 0
        +0 open wss://resume.test/?v=10&encoding=json
        +0 = Connecting
        > opened hello
        resume abc 1
        = Resuming
        )");
}

void TestGatewaySession::readsWhatReadySays()
{
    Playbook play(gatewayConfig());
    PLAY(play, toReady);
    QVERIFY(!play.session().hasMessageContent());
    for (const int flag : {1 << 18, 1 << 19}) {
        const QString ready =
            u"> frame {\"t\":\"READY\",\"s\":5,\"op\":0,\"d\":{\"user\":{\"id\":\"77\"},"
            u"\"session_id\":\"x\",\"application\":{\"flags\":%1}}}"_s;
        play.play(ready.arg(flag));
        QVERIFY(play.session().hasMessageContent());
        play.play(ready.arg(0));
        QVERIFY(!play.session().hasMessageContent());
    }
    QCOMPARE(play.session().bot(), UserId{77});
    // Without a resume address the ordinary one has to do.
    PLAY(play, R"(
        > closed
        = Waiting 0
        > wait 0
        +0 open wss://gateway.test/?v=10&encoding=json
        +0 = Connecting
        > opened hello
        resume x 5
        = Resuming
        )");
}

void TestGatewaySession::doesNotResumeForeignSessions_data()
{
    QTest::addColumn<bool>("resumes");
    QTest::addColumn<quint64>("bot");
    QTest::addColumn<quint32>("intents");
    QTest::addColumn<QString>("resumeUrl");
    const QString address = u"wss://resume.test"_s;
    QTest::newRow("same") << true << quint64(42) << intents::Default << address;
    QTest::newRow("bot not known yet") << true << quint64(0) << intents::Default << address;
    QTest::newRow("another bot") << false << quint64(43) << intents::Default << address;
    QTest::newRow("other intents")
        << false << quint64(42) << (intents::Default | intents::GuildMessages) << address;
    QTest::newRow("from an unencrypted server")
        << false << quint64(42) << intents::Default << u"ws://127.0.0.1:1"_s;
}

void TestGatewaySession::doesNotResumeForeignSessions()
{
    QFETCH(bool, resumes);
    QFETCH(quint64, bot);
    QFETCH(quint32, intents);
    QFETCH(QString, resumeUrl);
    GatewayConfig config = resumableConfig();
    config.bot = UserId{bot};
    config.intents = intents;
    config.savedSession->resumeUrl = QUrl(resumeUrl);
    Playbook play(std::move(config));
    if (resumes) {
        PLAY(play, "> start\nopen wss://resume.test/?v=10&encoding=json\n= Connecting");
    } else {
        PLAY(play, "> start\nforget\nopen wss://gateway.test/?v=10&encoding=json\n= Connecting");
    }
}

void TestGatewaySession::slowsDownInACrashLoop()
{
    GatewayConfig config = gatewayConfig();
    for (int i = 0; i < 17; ++i)
        config.identifies.append(Milliseconds(1700000000s) - i * 10s);
    Playbook play(std::move(config));
    PLAY(play, R"(
        > start
        notice
        = Waiting 20000
        > wait 20000
        +20000 open wss://gateway.test/?v=10&encoding=json
        +20000 = Connecting
        )");
    QVERIFY2(
        play.sentences().first().contains("17 times"_L1), qPrintable(play.sentences().first()));
    QVERIFY2(
        play.sentences().first().contains("20 seconds"_L1), qPrintable(play.sentences().first()));
}

void TestGatewaySession::stopsWellBeforeDiscordResetsTheToken()
{
    GatewayConfig config = gatewayConfig();
    for (int i = 0; i < 900; ++i)
        config.identifies.append(Milliseconds(1700000000s) - 2h - i * 80s);
    Playbook play(std::move(config));
    QCOMPARE(play.session().identifiesLeft(play.now()), 100);
    PLAY(play, R"(
        > start
        notice
        = Waiting 7280000
        > wait 7280000
        +7280000 open wss://gateway.test/?v=10&encoding=json
        +7280000 = Connecting
        )");
    QVERIFY2(
        play.sentences().first().contains("900 times"_L1), qPrintable(play.sentences().first()));
    QCOMPARE(play.session().identifiesLeft(play.now()), 101);
}

void TestGatewaySession::tellsWhyItIsNotOnline()
{
    Playbook play(gatewayConfig());
    PLAY(play, toReady);
    QCOMPARE(play.session().problem(), QString());
    play.play(u"> closed 4000"_s);
    QCOMPARE(play.session().problem(), explainClose(4000));
    play.play(u"> wait 0\n> opened hello\n> frame {\"t\":\"RESUMED\",\"s\":2,\"op\":0,\"d\":{}}"_s);
    QCOMPARE(play.session().problem(), QString());
    play.play(u"> closed 4004"_s);
    QCOMPARE(play.session().problem(), explainClose(4004));
}

LOOPFLOW_TEST(TestGatewaySession)
#include "tst_gatewaysession.moc"
