#include "core/net/httpclient.h"
#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"

#include <QTcpSocket>

#include <optional>

using namespace loopflow;
using loopflow::test::RawHttpServer;

class TestHttpClient : public QObject {
    Q_OBJECT

private:
    using Answer = std::optional<Result<HttpResponse>>;
    static Callback<HttpResponse> into(Answer &answer)
    {
        return [&answer](Result<HttpResponse> result) { answer = std::move(result); };
    }

private Q_SLOTS:
    void givesEveryStatusAsAValue_data();
    void givesEveryStatusAsAValue();
    void sendsMethodHeadersAndBodyAsGiven_data();
    void sendsMethodHeadersAndBodyAsGiven();
    void namesItselfUnlessToldOtherwise();
    void inflatesACompressedAnswer();
    void keepsNoCookies();
    void neverCallsBackInsideTheCall();
    void usesOneConnectionForOneRequestAfterTheOther();
    void runsMoreThanSixRequestsAtOnce();
    void dropsCallbackAndRequestWithTheContext();
    void survivesACallbackThatDeletesItsContext();
    void isSilentWhenItIsDeletedItself();
};

void TestHttpClient::givesEveryStatusAsAValue_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("challenge");
    for (const int status : {200, 201, 204, 302, 304, 400, 401, 403, 404, 405, 408, 409, 410, 413, 418, 429,
             500, 501, 502, 503, 504, 529, 599})
        QTest::addRow("%d", status) << status << QByteArray();
    QTest::addRow("401 basic") << 401 << QByteArray("Basic realm=\"x\"");
    QTest::addRow("401 bearer") << 401 << QByteArray("Bearer");
    QTest::addRow("401 digest") << 401 << QByteArray("Digest realm=\"x\", nonce=\"y\"");
}

void TestHttpClient::givesEveryStatusAsAValue()
{
    QFETCH(int, status);
    QFETCH(QByteArray, challenge);
    const QByteArray body = status == 204 || status == 304 ? QByteArray() : QByteArray("{\"why\":1}");
    RawHttpServer server([&](QTcpSocket *socket, const RawHttpServer::Request &) {
        Headers headers{{"X-Word", "yes"}, {"Location", "/elsewhere"}};
        if (!challenge.isEmpty())
            headers.set("WWW-Authenticate", challenge);
        socket->write(RawHttpServer::answer(status, body, headers));
    });
    HttpClient http;
    Answer answer;
    http.send({"GET", server.url(), {}, {}}, this, into(answer));
    QTRY_VERIFY(answer);
    QVERIFY2(answer->hasValue(), answer->hasValue() ? "" : qPrintable(answer->error().message));
    QCOMPARE((*answer)->status, status);
    QCOMPARE((*answer)->body, body);
    QCOMPARE((*answer)->headers.value("x-word"), QByteArray("yes"));
    QCOMPARE(server.requests().size(), 1); // no redirect followed, no second try with credentials
    QCOMPARE(http.inFlight(), 0);
}

void TestHttpClient::sendsMethodHeadersAndBodyAsGiven_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<QByteArray>("body");
    for (const char *method : {"GET", "POST", "PUT", "PATCH", "DELETE"})
        QTest::addRow("%s", method) << QByteArray(method) << QByteArray();
    for (const char *method : {"POST", "PUT", "PATCH"})
        QTest::addRow("%s with body", method) << QByteArray(method) << QByteArray("{\"content\":\"ä\"}");
    QTest::addRow("POST of 100 KB") << QByteArray("POST") << QByteArray(100000, 'x');
}

void TestHttpClient::sendsMethodHeadersAndBodyAsGiven()
{
    QFETCH(QByteArray, method);
    QFETCH(QByteArray, body);
    RawHttpServer server([](QTcpSocket *socket, const auto &) { socket->write(RawHttpServer::answer(200)); });
    HttpClient http;
    Answer answer;
    QUrl url = server.url(QStringLiteral("/api/v10/messages"));
    url.setQuery(QStringLiteral("limit=100&after=1"));
    http.send({method, url, {{"Authorization", "Bot abc"}, {"Content-Type", "application/json"}}, body}, this,
        into(answer));
    QTRY_VERIFY(answer);
    QCOMPARE(server.requests().size(), 1);
    const auto &seen = server.requests().first();
    QCOMPARE(seen.method, method);
    QCOMPARE(seen.target, QByteArray("/api/v10/messages?limit=100&after=1"));
    QCOMPARE(seen.headers.value("Authorization"), QByteArray("Bot abc"));
    QCOMPARE(seen.headers.value("Content-Type"), QByteArray("application/json"));
    QCOMPARE(seen.body, body);
}

void TestHttpClient::namesItselfUnlessToldOtherwise()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) { socket->write(RawHttpServer::answer(200)); });
    HttpClient http;
    Answer first;
    Answer second;
    http.send({"GET", server.url(), {}, {}}, this, into(first));
    QTRY_VERIFY(first);
    http.send({"GET", server.url(), {{"user-agent", "DiscordBot (x, 1)"}}, {}}, this, into(second));
    QTRY_VERIFY(second);
    QCOMPARE(server.requests().at(0).headers.value("User-Agent"), QByteArray("Loopflow/" LOOPFLOW_VERSION));
    QCOMPARE(server.requests().at(1).headers.value("User-Agent"), QByteArray("DiscordBot (x, 1)"));
}

void TestHttpClient::inflatesACompressedAnswer()
{
    const QByteArray body(5000, 'a');
    RawHttpServer server([&](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::answer(200, qCompress(body).mid(4), {{"Content-Encoding", "deflate"}}));
    });
    HttpClient http;
    Answer answer;
    http.send({"GET", server.url(), {}, {}}, this, into(answer));
    QTRY_VERIFY(answer);
    QVERIFY(answer->hasValue());
    QVERIFY(server.requests().first().headers.value("Accept-Encoding").contains("gzip"));
    QCOMPARE((*answer)->body, body);
}

void TestHttpClient::keepsNoCookies()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::answer(200, {}, {{"Set-Cookie", "who=maya"}}));
    });
    HttpClient http;
    Answer first;
    Answer second;
    http.send({"GET", server.url(), {}, {}}, this, into(first));
    QTRY_VERIFY(first);
    http.send({"GET", server.url(), {}, {}}, this, into(second));
    QTRY_VERIFY(second);
    QVERIFY(!server.requests().at(1).headers.has("Cookie"));
}

void TestHttpClient::neverCallsBackInsideTheCall()
{
    HttpClient http;
    Answer noScheme;
    Answer refused;
    http.send({"GET", QUrl(QStringLiteral("discord.com/api")), {}, {}}, this, into(noScheme));
    http.send({"GET", test::deadAddress(), {}, {}}, this, into(refused));
    QVERIFY(!noScheme && !refused);
    QTRY_VERIFY(noScheme && refused);
    QCOMPARE(noScheme->error().code, ErrorCode::Invalid);
    QCOMPARE(refused->error().code, ErrorCode::Unreachable);
}

void TestHttpClient::usesOneConnectionForOneRequestAfterTheOther()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) { socket->write(RawHttpServer::answer(200)); });
    HttpClient http;
    for (int i = 0; i < 5; ++i) {
        Answer answer;
        http.send({"GET", server.url(), {}, {}}, this, into(answer));
        QTRY_VERIFY(answer);
    }
    QCOMPARE(server.requests().size(), 5);
    QCOMPARE(server.connections(), 1);
}

void TestHttpClient::runsMoreThanSixRequestsAtOnce()
{
    QList<QTcpSocket *> waiting;
    RawHttpServer server([&](QTcpSocket *socket, const auto &) { waiting.append(socket); });
    HttpClient http;
    int answers = 0;
    for (int i = 0; i < 20; ++i)
        http.send({"GET", server.url(), {}, {}}, this, [&](const auto &answer) { answers += answer ? 1 : 0; });
    QTRY_COMPARE(waiting.size(), 20); // nobody was answered yet
    QCOMPARE(http.inFlight(), 20);
    for (auto *socket : std::as_const(waiting))
        socket->write(RawHttpServer::answer(200));
    QTRY_COMPARE(answers, 20);
    QCOMPARE(http.inFlight(), 0);
}

void TestHttpClient::dropsCallbackAndRequestWithTheContext()
{
    RawHttpServer server([](QTcpSocket *, const auto &) {});
    HttpClient http;
    auto context = std::make_unique<QObject>();
    bool called = false;
    http.send({"GET", server.url(), {}, {}}, context.get(), [&](const auto &) { called = true; });
    QTRY_COMPARE(server.requests().size(), 1);
    context.reset();
    QCOMPARE(http.inFlight(), 0);
    QTRY_COMPARE(server.closed(), 1);
    QVERIFY(!called);
}

void TestHttpClient::survivesACallbackThatDeletesItsContext()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) { socket->write(RawHttpServer::answer(200)); });
    HttpClient http;
    auto *context = new QObject;
    bool called = false;
    http.send({"GET", server.url(), {}, {}}, context, [&](const auto &) {
        delete context;
        called = true;
    });
    QTRY_VERIFY(called);
    QCOMPARE(http.inFlight(), 0);
}

void TestHttpClient::isSilentWhenItIsDeletedItself()
{
    RawHttpServer server([](QTcpSocket *, const auto &) {});
    auto http = std::make_unique<HttpClient>();
    bool called = false;
    http->send({"GET", server.url(), {}, {}}, this, [&](const auto &) { called = true; });
    auto *stream = http->stream({"GET", server.url(), {}, {}}, this);
    connect(stream, &HttpStream::finished, this, [&](const auto &) { called = true; });
    QTRY_COMPARE(server.requests().size(), 2);
    http.reset();
    QTRY_COMPARE(server.closed(), 2);
    delete stream;
    QVERIFY(!called);
}

LOOPFLOW_TEST(TestHttpClient)
#include "tst_httpclient.moc"
