#include "core/net/gatewayclient.h"
#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"
#include "tests/wire/scriptedgateway.h"

#include <QPointer>
#include <QTcpSocket>
#include <QUrlQuery>
#include <QWebSocket>

using namespace loopflow;
using loopflow::test::RawHttpServer;
using loopflow::test::ScriptedGateway;

namespace {

discord::GatewayConfig config(const QUrl &url)
{
    discord::GatewayConfig made;
    made.token = Secret("abc.def.ghi");
    made.url = url;
    made.compress = false;
    made.random = [] { return 0.5; };
    return made;
}

/// All that a client said, in order.
struct Heard {
    explicit Heard(GatewayClient *client)
    {
        using discord::GatewayState;
        QObject::connect(client, &GatewayClient::dispatched, client,
            [this](const QByteArray &type, const QByteArray &) { log += QString::fromLatin1(type); });
        QObject::connect(client, &GatewayClient::stateChanged, client, [this](GatewayState s) { state = s; });
        QObject::connect(client, &GatewayClient::sessionChanged, client, [this](const auto &session) {
            log += session ? QStringLiteral("session %1").arg(session->sequence) : QStringLiteral("no session");
        });
        QObject::connect(
            client, &GatewayClient::identifySpent, client, [this] { log += QStringLiteral("identify"); });
        QObject::connect(client, &GatewayClient::urlNeeded, client, [this] { log += QStringLiteral("url?"); });
        QObject::connect(client, &GatewayClient::failed, client,
            [this](quint16 code, const QString &) { log += QStringLiteral("failed %1").arg(code); });
    }
    QStringList log;
    discord::GatewayState state = discord::GatewayState::Offline;
};

} // namespace

class TestGatewayClient : public QObject {
    Q_OBJECT

private:
    /// Hello and READY, up to the client's being ready.
    static bool bringUp(ScriptedGateway &peer, const GatewayClient &client)
    {
        const auto spoke = peer.said().size();
        if (!QTest::qWaitFor([&] { return peer.socket() != nullptr; }))
            return false;
        peer.hello();
        if (!QTest::qWaitFor([&] { return peer.said().size() > spoke; }))
            return false;
        peer.ready();
        return QTest::qWaitFor([&] { return client.session().state() == discord::GatewayState::Ready; });
    }

private Q_SLOTS:
    void identifiesAndHandsOnEventsBeforeTheSessionTheyMake();
    void asksAsDiscordWantsToBeAsked();
    void inflatesWhatComesCompressed();
    void replacesAConnectionThatSendsGarbage();
    void replacesAConnectionThatSendsTooMuch();
    void resumesAfterADroppedConnection();
    void handsOnTheCloseCode_data();
    void handsOnTheCloseCode();
    void comesBackAfterARefusedUpgrade();
    void comesBackWhenNobodyListens();
    void leavesAZombiedConnectionAndResumes();
    void hearsNothingOfAConnectionItLeft();
    void saysGoodbyeWithTheRightCode_data();
    void saysGoodbyeWithTheRightCode();
    void dropsAnAttemptUnderWay();
    void asksForTheUrlItLacks();
    void asksForTheUrlAgainAfterAFailure();
    void mayBeStoppedByWhoListens();
    void mayBeDeletedByWhoListens();
};

void TestGatewayClient::identifiesAndHandsOnEventsBeforeTheSessionTheyMake()
{
    ScriptedGateway peer;
    GatewayClient client(config(peer.url()));
    Heard heard(&client);
    client.start();
    QVERIFY(bringUp(peer, client));
    QCOMPARE(peer.said(), QStringList{QStringLiteral("identify abc.def.ghi")});
    peer.dispatch("MESSAGE_CREATE", 2, "{\"id\":\"5\",\"content\":\"h\xc3\xa4?\"}");
    QTRY_COMPARE(heard.log.last(), QStringLiteral("MESSAGE_CREATE"));
    client.stop(discord::StopMode::KeepSession);
    QCOMPARE(heard.log,
        (QStringList{QStringLiteral("identify"), QStringLiteral("READY"), QStringLiteral("session 1"),
            QStringLiteral("MESSAGE_CREATE"), QStringLiteral("session 2")}));
    QCOMPARE(heard.state, discord::GatewayState::Offline);
}

void TestGatewayClient::asksAsDiscordWantsToBeAsked()
{
    ScriptedGateway peer;
    GatewayClient client(config(peer.url()));
    client.start();
    QTRY_VERIFY(peer.socket());
    QCOMPARE(peer.request().rawHeader("User-Agent"),
        QByteArray("DiscordBot (https://github.com/loopflow/loopflow, " LOOPFLOW_VERSION ")"));
    const QUrlQuery query(peer.request().url());
    QCOMPARE(query.queryItemValue(QStringLiteral("v")), QStringLiteral("10"));
    QCOMPARE(query.queryItemValue(QStringLiteral("encoding")), QStringLiteral("json"));
}

void TestGatewayClient::inflatesWhatComesCompressed()
{
    ScriptedGateway peer;
    auto wanted = config(peer.url());
    wanted.compress = true;
    GatewayClient client(std::move(wanted));
    Heard heard(&client);
    client.start();
    const QStringList saying{QStringLiteral("identify abc.def.ghi"), QStringLiteral("resume s1 1")};
    for (int connection = 1; connection <= 2; ++connection) { // each with a stream of its own
        QTRY_COMPARE(peer.connections(), connection);
        QTRY_VERIFY(peer.socket());
        QCOMPARE(QUrlQuery(peer.request().url()).queryItemValue(QStringLiteral("compress")),
            QStringLiteral("zlib-stream"));
        peer.sendDeflated("{\"op\":10,\"d\":{\"heartbeat_interval\":45000}}", true);
        QTRY_COMPARE(peer.said(), saying.first(connection));
        peer.sendDeflated(peer.readyEvent(), false);
        QTRY_COMPARE(heard.log.count(QStringLiteral("READY")), connection);
        peer.sendDeflated("{\"op\":7}", false);
    }
    QTRY_COMPARE(peer.closeCodes(), (QList<int>{4000, 4000}));
}

void TestGatewayClient::replacesAConnectionThatSendsGarbage()
{
    ScriptedGateway peer;
    auto wanted = config(peer.url());
    wanted.compress = true;
    GatewayClient client(std::move(wanted));
    client.start();
    QTRY_VERIFY(peer.socket());
    QTest::ignoreMessage(QtWarningMsg, QRegularExpression(QStringLiteral("compressed data")));
    peer.socket()->sendBinaryMessage("this is no zlib stream");
    QTRY_COMPARE(peer.connections(), 2);
    QTRY_COMPARE(peer.closeCodes(), QList<int>{4000});
}

void TestGatewayClient::replacesAConnectionThatSendsTooMuch()
{
    ScriptedGateway peer;
    GatewayClient client(config(peer.url()));
    Heard heard(&client);
    client.start();
    QVERIFY(bringUp(peer, client));
    peer.socket()->sendBinaryMessage(QByteArray(65 * 1024 * 1024, 'x'));
    QTRY_COMPARE_WITH_TIMEOUT(peer.connections(), 2, 30000);
    QVERIFY(!heard.log.contains(QStringLiteral("no session")));
}

void TestGatewayClient::resumesAfterADroppedConnection()
{
    ScriptedGateway peer;
    GatewayClient client(config(peer.url()));
    Heard heard(&client);
    client.start();
    QVERIFY(bringUp(peer, client));
    peer.dispatch("MESSAGE_CREATE", 7);
    QTRY_COMPARE(heard.log.last(), QStringLiteral("MESSAGE_CREATE"));
    peer.drop();
    QTRY_COMPARE(peer.connections(), 2);
    QTRY_VERIFY(peer.socket());
    peer.hello();
    QTRY_COMPARE(peer.said().last(), QStringLiteral("resume s1 7"));
    peer.dispatch("RESUMED", 8);
    QTRY_COMPARE(heard.state, discord::GatewayState::Ready);
    QCOMPARE(heard.log.count(QStringLiteral("identify")), 1);
}

void TestGatewayClient::handsOnTheCloseCode_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("then");
    QTest::addRow("fatal") << 4004 << QStringLiteral("failed 4004");
    QTest::addRow("session over") << 4009 << QStringLiteral("identify abc.def.ghi");
    QTest::addRow("resumable") << 4000 << QStringLiteral("resume s1 1");
    QTest::addRow("normal") << 1000 << QStringLiteral("resume s1 1"); // Qt says it of a drop as well
    QTest::addRow("going away") << 1001 << QStringLiteral("resume s1 1");
}

void TestGatewayClient::handsOnTheCloseCode()
{
    QFETCH(int, code);
    QFETCH(QString, then);
    ScriptedGateway peer;
    GatewayClient client(config(peer.url()));
    Heard heard(&client);
    client.start();
    QVERIFY(bringUp(peer, client));
    peer.socket()->close(static_cast<QWebSocketProtocol::CloseCode>(code));
    if (then.startsWith(QStringLiteral("failed"))) {
        QTRY_COMPARE(heard.log.last(), then);
        QCOMPARE(heard.state, discord::GatewayState::Failed);
        QCOMPARE(peer.connections(), 1);
        return;
    }
    QTRY_COMPARE_WITH_TIMEOUT(peer.connections(), 2, 20000); // identifies keep 5 s between them
    QTRY_VERIFY(peer.socket());
    peer.hello();
    QTRY_COMPARE(peer.said().size(), 2);
    QCOMPARE(peer.said().last(), then);
}

void TestGatewayClient::comesBackAfterARefusedUpgrade()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) { socket->write(RawHttpServer::answer(503)); });
    QUrl url = server.url();
    url.setScheme(QStringLiteral("ws"));
    GatewayClient client(config(url));
    Heard heard(&client);
    client.start();
    QTRY_COMPARE(server.requests().size(), 2); // the second at once, the next after a while
    QTRY_COMPARE(heard.state, discord::GatewayState::Waiting);
    QTRY_COMPARE(server.closed(), 2);
}

void TestGatewayClient::comesBackWhenNobodyListens()
{
    QUrl url = test::deadAddress();
    url.setScheme(QStringLiteral("ws"));
    GatewayClient client(config(url));
    Heard heard(&client);
    client.start();
    QCOMPARE(heard.state, discord::GatewayState::Connecting);
    QTRY_COMPARE(heard.state, discord::GatewayState::Waiting);
    QTRY_COMPARE_WITH_TIMEOUT(
        heard.log, QStringList{QStringLiteral("url?")}, 20000); // after three tries the address is doubted
}

void TestGatewayClient::leavesAZombiedConnectionAndResumes()
{
    ScriptedGateway peer;
    peer.acknowledges = false;
    GatewayClient client(config(peer.url()));
    client.start();
    QTRY_VERIFY(peer.socket());
    peer.hello(100);
    QTRY_COMPARE(peer.said().size(), 1);
    peer.ready();
    QTRY_COMPARE(peer.connections(), 2);
    QVERIFY(peer.heartbeats() >= 1);
    QTRY_COMPARE(peer.closeCodes(), QList<int>{4000});
    QTRY_VERIFY(peer.socket());
    peer.hello();
    QTRY_COMPARE(peer.said().last(), QStringLiteral("resume s1 1"));
}

void TestGatewayClient::hearsNothingOfAConnectionItLeft()
{
    ScriptedGateway peer;
    GatewayClient client(config(peer.url()));
    Heard heard(&client);
    client.start();
    QVERIFY(bringUp(peer, client));
    peer.send("{\"op\":7}");
    peer.dispatch("MESSAGE_CREATE", 2); // in the same packet: the resume will bring it again
    QTRY_COMPARE(peer.connections(), 2);
    QTRY_VERIFY(peer.socket());
    peer.hello();
    QTRY_COMPARE(peer.said().last(), QStringLiteral("resume s1 1"));
    peer.dispatch("MESSAGE_CREATE", 2);
    peer.dispatch("RESUMED", 3);
    QTRY_VERIFY(heard.log.contains(QStringLiteral("RESUMED")));
    QCOMPARE(heard.log.count(QStringLiteral("MESSAGE_CREATE")), 1);
}

void TestGatewayClient::saysGoodbyeWithTheRightCode_data()
{
    QTest::addColumn<QString>("how");
    QTest::addColumn<int>("code");
    QTest::addRow("quit") << QStringLiteral("keep") << 4000;
    QTest::addRow("pause") << QStringLiteral("end") << 1000;
    QTest::addRow("destroyed") << QStringLiteral("delete") << 4000;
}

void TestGatewayClient::saysGoodbyeWithTheRightCode()
{
    QFETCH(QString, how);
    QFETCH(int, code);
    ScriptedGateway peer;
    auto client = std::make_unique<GatewayClient>(config(peer.url()));
    client->start();
    QVERIFY(bringUp(peer, *client));
    if (how == QStringLiteral("keep"))
        client->stop(discord::StopMode::KeepSession);
    else if (how == QStringLiteral("end"))
        client->stop(discord::StopMode::EndSession);
    client.reset();
    QTRY_COMPARE(peer.closeCodes(), QList<int>{code});
}

void TestGatewayClient::dropsAnAttemptUnderWay()
{
    RawHttpServer server([](QTcpSocket *, const auto &) {}); // takes the connection and never answers
    QUrl url = server.url();
    url.setScheme(QStringLiteral("ws"));
    GatewayClient client(config(url));
    Heard heard(&client);
    client.start();
    QTRY_COMPARE(server.requests().size(), 1);
    client.stop(discord::StopMode::EndSession);
    QCOMPARE(heard.state, discord::GatewayState::Offline);
    QTRY_COMPARE(server.closed(), 1);
}

void TestGatewayClient::asksForTheUrlItLacks()
{
    ScriptedGateway peer;
    GatewayClient client(config({}));
    Heard heard(&client);
    client.start();
    QCOMPARE(heard.log, QStringList{QStringLiteral("url?")});
    client.setUrl(peer.url());
    QVERIFY(bringUp(peer, client));
}

void TestGatewayClient::asksForTheUrlAgainAfterAFailure()
{
    GatewayClient client(config({}));
    Heard heard(&client);
    client.start();
    client.urlFailed();
    QCOMPARE(heard.state, discord::GatewayState::Waiting);
    QTRY_COMPARE(heard.log, (QStringList{QStringLiteral("url?"), QStringLiteral("url?")}));
}

void TestGatewayClient::mayBeStoppedByWhoListens()
{
    ScriptedGateway peer;
    GatewayClient client(config(peer.url()));
    Heard heard(&client);
    connect(&client, &GatewayClient::dispatched, this, [&] { client.stop(discord::StopMode::EndSession); });
    client.start();
    QTRY_VERIFY(peer.socket());
    peer.hello();
    QTRY_COMPARE(peer.said().size(), 1);
    peer.ready();
    QTRY_COMPARE(heard.state, discord::GatewayState::Offline);
    QTRY_COMPARE(peer.closeCodes(), QList<int>{1000});
    QCOMPARE(heard.log.last(), QStringLiteral("no session"));
}

void TestGatewayClient::mayBeDeletedByWhoListens()
{
    ScriptedGateway peer;
    const QPointer<GatewayClient> client = new GatewayClient(config(peer.url()));
    connect(client, &GatewayClient::dispatched, this, [&] { delete client; });
    client->start();
    QTRY_VERIFY(peer.socket());
    peer.hello();
    QTRY_COMPARE(peer.said().size(), 1);
    peer.ready();
    QTRY_VERIFY(!client);
    QTRY_COMPARE(peer.closeCodes(), QList<int>{4000});
}

LOOPFLOW_TEST(TestGatewayClient)
#include "tst_gatewayclient.moc"
