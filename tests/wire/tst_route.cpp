#include "core/net/route.h"

#include "core/net/gatewayclient.h"
#include "core/net/httpclient.h"
#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"
#include "tests/wire/scriptedgateway.h"
#include "tests/wire/tunnelproxy.h"

#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QWebSocket>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

QSslConfiguration serverTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(readData(u"tls/server.pem"_s), QSsl::Pem));
    tls.setPrivateKey(QSslKey(readData(u"tls/server.key"_s), QSsl::Ec, QSsl::Pem));
    return tls;
}

/// Answers any request over TLS with "secure".
class SecureServer : public QSslServer {
public:
    SecureServer()
    {
        setSslConfiguration(serverTls());
        if (!listen(QHostAddress::LocalHost))
            qFatal("no loopback port");
        connect(this, &QTcpServer::pendingConnectionAvailable, this, [this] {
            while (auto *socket = nextPendingConnection()) {
                connect(socket, &QTcpSocket::readyRead, socket, [socket] {
                    socket->readAll();
                    socket->write(RawHttpServer::answer(200, "secure"));
                });
            }
        });
    }
};

Route own(const QUrl &address, const QByteArray &password = {})
{
    Route route;
    route.proxy = Route::Proxy::Own;
    route.address = address;
    route.password = Secret(password);
    return route;
}

std::optional<Result<HttpResponse>> ask(HttpClient &http, const QUrl &url)
{
    std::optional<Result<HttpResponse>> answer;
    QObject context;
    http.send({"GET", url, {}, {}}, &context, [&](Result<HttpResponse> result) { answer = std::move(result); });
    (void)QTest::qWaitFor([&] { return answer.has_value(); }, 10000);
    return answer;
}

QString bodyOf(const std::optional<Result<HttpResponse>> &answer)
{
    return !answer ? u"nothing"_s : *answer ? QString::fromUtf8((*answer)->body) : answer->error().message;
}

discord::GatewayConfig config(const QUrl &url)
{
    discord::GatewayConfig made;
    made.token = Secret("abc.def.ghi");
    made.url = url;
    made.compress = false;
    made.random = [] { return 0.5; };
    return made;
}

} // namespace

class RouteTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void plainRequestsGoToTheProxy();
    void secureRequestsGoThroughATunnel_data();
    void secureRequestsGoThroughATunnel();
    void theProxyIsGivenTheUserAndPassword_data();
    void theProxyIsGivenTheUserAndPassword();
    void saysThatTheProxyIsTheTrouble();
    void theGatewayGoesThroughTheProxyToo_data();
    void theGatewayGoesThroughTheProxyToo();
    void thisComputerIsReachedDirectly();
    void aServerIsTrustedOnlyWithItsCertificate();
    void theGatewayTrustsTheCertificateToo();
    void aChangeHoldsForTheNextConnection();
};

void RouteTest::plainRequestsGoToTheProxy()
{
    RawHttpServer proxy([](QTcpSocket *socket, const RawHttpServer::Request &) {
        socket->write(RawHttpServer::answer(200, "by proxy"));
    });
    HttpClient http;
    http.setRoute(own(proxy.url()));
    QCOMPARE(bodyOf(ask(http, QUrl(u"http://discord.test/x"_s))), u"by proxy"_s);
    QCOMPARE(proxy.requests().constFirst().target, QByteArray("http://discord.test/x"));
}

void RouteTest::secureRequestsGoThroughATunnel_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::addColumn<QString>("tunnel");
    QTest::newRow("http") << u"http"_s << u"CONNECT discord.test:443"_s;
    QTest::newRow("socks5") << u"socks5"_s << u"SOCKS discord.test:443"_s;
}

void RouteTest::secureRequestsGoThroughATunnel()
{
    QFETCH(QString, scheme);
    QFETCH(QString, tunnel);
    SecureServer server;
    TunnelProxy proxy(server.serverPort());
    HttpClient http;
    Route route = own(proxy.url(scheme));
    route.certificates = readData(u"tls/server.pem"_s);
    http.setRoute(std::move(route));
    QCOMPARE(bodyOf(ask(http, QUrl(u"https://discord.test/x"_s))), u"secure"_s);
    QCOMPARE(proxy.tunnels(), QStringList{tunnel});
}

void RouteTest::theProxyIsGivenTheUserAndPassword_data()
{
    QTest::addColumn<QString>("scheme");
    QTest::newRow("http") << u"http"_s;
    QTest::newRow("socks5") << u"socks5"_s;
}

void RouteTest::theProxyIsGivenTheUserAndPassword()
{
    QFETCH(QString, scheme);
    SecureServer server;
    TunnelProxy proxy(server.serverPort());
    proxy.user = "ana@work";
    proxy.password = "p:w d";
    QUrl address = proxy.url(scheme);
    address.setUserName(u"ana@work"_s);
    HttpClient http;
    Route route = own(address, "p:w d");
    route.certificates = readData(u"tls/server.pem"_s);
    http.setRoute(std::move(route));
    QCOMPARE(bodyOf(ask(http, QUrl(u"https://discord.test/x"_s))), u"secure"_s);
    QCOMPARE(proxy.refused(), 0);

    http.setRoute(own(address, "wrong"));
    const auto answer = ask(http, QUrl(u"https://discord.test/y"_s));
    QVERIFY(answer && !*answer);
    QVERIFY2(bodyOf(answer).contains(u"proxy"_s), qPrintable(bodyOf(answer)));
    QVERIFY(!bodyOf(answer).contains(u"wrong"_s));
    QCOMPARE(proxy.refused(), 1);
}

void RouteTest::saysThatTheProxyIsTheTrouble()
{
    HttpClient http;
    http.setRoute(own(deadAddress()));
    const auto answer = ask(http, QUrl(u"https://discord.test/"_s));
    QVERIFY(answer && !*answer);
    QCOMPARE(answer->error().code, ErrorCode::Unreachable);
    QVERIFY2(bodyOf(answer).contains(u"proxy settings"_s), qPrintable(bodyOf(answer)));
}

void RouteTest::theGatewayGoesThroughTheProxyToo_data()
{
    theProxyIsGivenTheUserAndPassword_data();
}

void RouteTest::theGatewayGoesThroughTheProxyToo()
{
    QFETCH(QString, scheme);
    ScriptedGateway peer;
    TunnelProxy proxy(peer.serverPort());
    proxy.user = "ana";
    proxy.password = "word";
    QUrl address = proxy.url(scheme);
    address.setUserName(u"ana"_s);
    const Route route = own(address, "word");
    GatewayClient client(config(QUrl(u"ws://gateway.test:8080"_s)));
    client.useRoute(&route);
    client.start();
    QTRY_VERIFY(peer.socket());
    peer.hello();
    QTRY_COMPARE(peer.said().size(), 1);
    QCOMPARE(proxy.tunnels().size(), 1);
    QVERIFY2(proxy.tunnels().constFirst().endsWith(u" gateway.test:8080"_s), qPrintable(proxy.tunnels().constFirst()));
}

void RouteTest::thisComputerIsReachedDirectly()
{
    RawHttpServer server([](QTcpSocket *socket, const RawHttpServer::Request &) {
        socket->write(RawHttpServer::answer(200, "direct"));
    });
    ScriptedGateway peer;
    const Route route = own(deadAddress());
    HttpClient http;
    http.setRoute(own(deadAddress()));
    QCOMPARE(bodyOf(ask(http, server.url())), u"direct"_s);
    GatewayClient client(config(peer.url()));
    client.useRoute(&route);
    client.start();
    QTRY_VERIFY(peer.socket());
}

void RouteTest::aServerIsTrustedOnlyWithItsCertificate()
{
    SecureServer server;
    QUrl url(u"https://localhost/"_s);
    url.setPort(server.serverPort());
    HttpClient http;
    const auto refused = ask(http, url);
    QVERIFY(refused && !*refused);
    QVERIFY2(bodyOf(refused).contains(u"No secure connection"_s), qPrintable(bodyOf(refused)));
    Route route;
    route.certificates = readData(u"tls/server.pem"_s);
    http.setRoute(std::move(route));
    QCOMPARE(bodyOf(ask(http, url)), u"secure"_s);
}

void RouteTest::theGatewayTrustsTheCertificateToo()
{
    QWebSocketServer server(u"test"_s, QWebSocketServer::SecureMode);
    server.setSslConfiguration(serverTls());
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QUrl url(u"wss://localhost"_s);
    url.setPort(server.serverPort());
    GatewayClient stranger(config(url));
    stranger.start();
    QTRY_COMPARE(stranger.session().state(), discord::GatewayState::Waiting);
    QVERIFY(!server.hasPendingConnections());
    Route route;
    route.certificates = readData(u"tls/server.pem"_s);
    GatewayClient client(config(url));
    client.useRoute(&route);
    client.start();
    QTRY_VERIFY(server.hasPendingConnections());
}

void RouteTest::aChangeHoldsForTheNextConnection()
{
    RawHttpServer first([](QTcpSocket *socket, const auto &) { socket->write(RawHttpServer::answer(200, "1")); });
    RawHttpServer second([](QTcpSocket *socket, const auto &) { socket->write(RawHttpServer::answer(200, "2")); });
    HttpClient http;
    http.setRoute(own(first.url()));
    QCOMPARE(bodyOf(ask(http, QUrl(u"http://discord.test/"_s))), u"1"_s);
    http.setRoute(own(second.url()));
    QCOMPARE(bodyOf(ask(http, QUrl(u"http://discord.test/"_s))), u"2"_s);
    http.setRoute({});
    QCOMPARE(bodyOf(ask(http, second.url())), u"2"_s);
}

LOOPFLOW_TEST(RouteTest)
#include "tst_route.moc"
