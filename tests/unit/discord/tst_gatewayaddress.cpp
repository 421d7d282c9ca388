#include "core/discord/gatewayaddress.h"

#include "tests/support/test.h"

using namespace Qt::StringLiterals;
using namespace loopflow::discord;

static const QUrl ordinary(u"wss://gateway.test"_s);
static const QUrl resume(u"wss://resume.test"_s);
static const QUrl none;

static QString hostOf(const std::optional<QUrl> &url)
{
    return url ? url->host() : u"ask"_s;
}

class TestGatewayAddress : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addsTheQuery_data();
    void addsTheQuery();
    void prefersTheResumeAddress();
    void asksAgainAfterThreeFailures();
    void aHelloMakesItTrustTheAddressAgain();
    void leavesAResumeAddressThatStaysUnreachable();
    void knowsGatewayAddresses_data();
    void knowsGatewayAddresses();
    void neverLeadsFromEncryptedToPlain();
};

void TestGatewayAddress::addsTheQuery_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("compress");
    QTest::addColumn<QString>("whole");
    QTest::newRow("plain") << u"wss://g.test"_s << false << u"wss://g.test/?v=10&encoding=json"_s;
    QTest::newRow("compressed") << u"wss://g.test/"_s << true
                                << u"wss://g.test/?v=10&encoding=json&compress=zlib-stream"_s;
    QTest::newRow("port and path")
        << u"ws://127.0.0.1:99/gw"_s << false << u"ws://127.0.0.1:99/gw?v=10&encoding=json"_s;
    QTest::newRow("another query")
        << u"wss://g.test/?v=6"_s << false << u"wss://g.test/?v=10&encoding=json"_s;
}

void TestGatewayAddress::addsTheQuery()
{
    QFETCH(QString, url);
    QFETCH(bool, compress);
    QFETCH(QString, whole);
    QCOMPARE(GatewayAddress(QUrl(url), compress).next(none)->toString(), whole);
    QCOMPARE(GatewayAddress(ordinary, compress).next(QUrl(url))->toString(), whole);
}

void TestGatewayAddress::prefersTheResumeAddress()
{
    QCOMPARE(hostOf(GatewayAddress(ordinary, false).next(resume)), u"resume.test"_s);
    QCOMPARE(hostOf(GatewayAddress(none, false).next(resume)), u"resume.test"_s);
    QCOMPARE(hostOf(GatewayAddress(ordinary, false).next(none)), u"gateway.test"_s);
    QCOMPARE(hostOf(GatewayAddress(none, false).next(none)), u"ask"_s);
}

void TestGatewayAddress::asksAgainAfterThreeFailures()
{
    GatewayAddress address(ordinary, false);
    for (const QString &expected :
        {u"gateway.test"_s, u"gateway.test"_s, u"gateway.test"_s, u"ask"_s}) {
        QCOMPARE(hostOf(address.next(none)), expected);
        address.noteFailure();
    }
    address.refresh(QUrl(u"wss://moved.test"_s));
    QCOMPARE(hostOf(address.next(none)), u"moved.test"_s);
}

void TestGatewayAddress::aHelloMakesItTrustTheAddressAgain()
{
    GatewayAddress address(ordinary, false);
    address.noteFailure();
    address.noteFailure();
    address.noteHello();
    address.noteFailure();
    QCOMPARE(hostOf(address.next(none)), u"gateway.test"_s);
}

void TestGatewayAddress::leavesAResumeAddressThatStaysUnreachable()
{
    GatewayAddress address(ordinary, false);
    const auto failThrice = [&] {
        for (int i = 0; i < 3; ++i)
            address.noteFailure();
    };
    failThrice();
    QCOMPARE(hostOf(address.next(resume)), u"ask"_s);
    address.refresh(ordinary);
    QCOMPARE(hostOf(address.next(resume)), u"resume.test"_s);
    failThrice();
    address.refresh(ordinary);
    QCOMPARE(hostOf(address.next(resume)), u"gateway.test"_s);
    address.noteHello();
    QCOMPARE(hostOf(address.next(resume)), u"resume.test"_s);
}

void TestGatewayAddress::knowsGatewayAddresses_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("usable");
    QTest::newRow("encrypted") << u"wss://gateway.discord.gg"_s << true;
    QTest::newRow("one's own") << u"ws://127.0.0.1:8080"_s << true;
    QTest::newRow("web") << u"https://discord.com"_s << false;
    QTest::newRow("no host") << u"wss://"_s << false;
    QTest::newRow("no scheme") << u"gateway.discord.gg"_s << false;
    QTest::newRow("empty") << QString() << false;
}

void TestGatewayAddress::knowsGatewayAddresses()
{
    QFETCH(QString, url);
    QFETCH(bool, usable);
    QCOMPARE(GatewayAddress::isUsable(QUrl(url)), usable);
}

void TestGatewayAddress::neverLeadsFromEncryptedToPlain()
{
    const QUrl plain(u"ws://elsewhere.test"_s);
    QVERIFY(GatewayAddress(ordinary, false).mayLeadTo(resume));
    QVERIFY(!GatewayAddress(ordinary, false).mayLeadTo(plain));
    QVERIFY(!GatewayAddress(ordinary, false).mayLeadTo(none));
    QVERIFY(GatewayAddress(plain, false).mayLeadTo(plain));
    QVERIFY(GatewayAddress(plain, false).mayLeadTo(resume));
}

LOOPFLOW_TEST(TestGatewayAddress)
#include "tst_gatewayaddress.moc"
