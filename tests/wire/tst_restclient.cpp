#include "core/net/httpclient.h"
#include "core/net/restclient.h"
#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"

#include <QTcpSocket>

using namespace loopflow;
using loopflow::test::RawHttpServer;

namespace {

constexpr discord::ChannelId channel{200};
constexpr discord::MessageId message{300};

/// Answers as a test wants: at once, or each request when it says so.
struct Server {
    RawHttpServer http{[this](QTcpSocket *socket, const RawHttpServer::Request &) {
        if (answers.isEmpty())
            waiting.append(socket);
        else
            socket->write(answers.size() == 1 ? answers.first() : answers.takeFirst());
    }};
    QList<QByteArray> answers; ///< the last one again and again; none: the test answers `waiting`
    QList<QTcpSocket *> waiting;

    QUrl api() const { return http.url(QStringLiteral("/api/v10")); }
};

QByteArray json(int status, const QByteArray &body, Headers headers = {})
{
    headers.set("Content-Type", "application/json");
    return RawHttpServer::answer(status, body, headers);
}

QByteArray tooMany(const QByteArray &retryAfter)
{
    return json(429, "{\"message\":\"slow\",\"retry_after\":" + retryAfter + ",\"global\":false}",
        {{"Retry-After", "1"}, {"X-RateLimit-Scope", "user"}});
}

discord::RestRequest edit(const QString &text)
{
    return discord::rest::editMessage(channel, message, text);
}

} // namespace

class TestRestClient : public QObject {
    Q_OBJECT

private:
    HttpClient m_http;
    discord::RequestBreaker m_breaker;

    std::unique_ptr<RestClient> client(const QUrl &api, const QByteArray &token = "abc.def.ghi")
    {
        return std::make_unique<RestClient>(&m_http, &m_breaker, api, Secret(token));
    }
    static std::function<void(RestAnswer)> into(QList<RestAnswer> &answers)
    {
        return [&answers](const RestAnswer &answer) { answers.append(answer); };
    }

private Q_SLOTS:
    void init() { m_breaker = {}; }
    void putsTokenAndTypeOnTheWire();
    void sendsNoAuthorizationWithoutAToken();
    void sendsABodilessPostWithoutAType();
    void keepsThePathOfTheApi_data();
    void keepsThePathOfTheApi();
    void waitsOutA429AndSendsTheSameAgain();
    void saysWhatHoldsACall();
    void explainsARefusal();
    void explainsSilence();
    void failsWithoutSendingWhileTheBreakerIsOpen();
    void tellsTheBreakerWhatCame_data();
    void tellsTheBreakerWhatCame();
    void answersAnEditThatANewerOneReplaced();
    void takesBackACallThatWaits();
    void doesNotTakeBackACallThatWasSent();
    void forgetsTheCallsOfADeadContext();
    void survivesACallbackThatDeletesTheClient();
};

void TestRestClient::putsTokenAndTypeOnTheWire()
{
    Server server;
    server.answers = {json(200, "{\"id\":\"1\"}")};
    const auto rest = client(server.api());
    QList<RestAnswer> answers;
    const auto request =
        discord::rest::createMessage(channel, {QStringLiteral("hä?"), message, QStringLiteral("n1")});
    rest->send(request, this, into(answers));
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE(answers.size(), 1);
    QVERIFY(!answers.first().failure);
    QCOMPARE(answers.first().response.body, QByteArray("{\"id\":\"1\"}"));
    const auto &seen = server.http.requests().first();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.target, QByteArray("/api/v10/channels/200/messages"));
    QCOMPARE(seen.headers.value("Authorization"), QByteArray("Bot abc.def.ghi"));
    QCOMPARE(seen.headers.value("Content-Type"), QByteArray("application/json"));
    QCOMPARE(seen.headers.value("User-Agent"),
        QByteArray("DiscordBot (https://github.com/loopflow/loopflow, " LOOPFLOW_VERSION ")"));
    QCOMPARE(seen.body, request.body);
}

void TestRestClient::sendsNoAuthorizationWithoutAToken()
{
    Server server;
    server.answers = {json(200, "{}")};
    const auto rest = client(server.api(), {});
    QList<RestAnswer> answers;
    rest->send(discord::rest::me(), this, into(answers));
    QTRY_COMPARE(answers.size(), 1);
    QVERIFY(!server.http.requests().first().headers.has("Authorization"));
}

void TestRestClient::sendsABodilessPostWithoutAType()
{
    Server server;
    server.answers = {RawHttpServer::answer(204)};
    const auto rest = client(server.api());
    QList<RestAnswer> answers;
    rest->send(discord::rest::typing(channel), this, into(answers));
    QTRY_COMPARE(answers.size(), 1);
    QVERIFY(!answers.first().failure);
    const auto &seen = server.http.requests().first();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.headers.value("Content-Length"), QByteArray("0"));
    QVERIFY(!seen.headers.has("Content-Type"));
}

void TestRestClient::keepsThePathOfTheApi_data()
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<QByteArray>("target");
    QTest::addRow("as usual") << QStringLiteral("/api/v10") << QByteArray("/api/v10/gateway/bot");
    QTest::addRow("slash") << QStringLiteral("/api/v10/") << QByteArray("/api/v10/gateway/bot");
    QTest::addRow("none") << QString() << QByteArray("/gateway/bot");
    QTest::addRow("deeper") << QStringLiteral("/a b/v10") << QByteArray("/a%20b/v10/gateway/bot");
}

void TestRestClient::keepsThePathOfTheApi()
{
    QFETCH(QString, path);
    QFETCH(QByteArray, target);
    Server server;
    server.answers = {json(200, "{}")};
    const auto rest = client(server.http.url(path));
    QList<RestAnswer> answers;
    rest->send(discord::rest::gatewayBot(), this, into(answers));
    QTRY_COMPARE(answers.size(), 1);
    QCOMPARE(server.http.requests().first().target, target);
}

void TestRestClient::waitsOutA429AndSendsTheSameAgain()
{
    Server server;
    server.answers = {tooMany("0.05"), tooMany("0.05"), json(200, "{\"id\":\"1\"}"), json(200, "{}")};
    const auto rest = client(server.api());
    QList<RestAnswer> answers;
    QList<quint64> held;
    connect(rest.get(), &RestClient::held, this, [&](quint64 call, Milliseconds wait) {
        QVERIFY(wait > Milliseconds(0));
        held.append(call);
    });
    const auto call = rest->send(discord::rest::openDm({7}), this, into(answers));
    QTRY_COMPARE(answers.size(), 1);
    QVERIFY(!answers.first().failure);
    QCOMPARE(server.http.requests().size(), 3);
    QCOMPARE(server.http.requests().at(2).body, server.http.requests().at(0).body);
    QVERIFY(!held.isEmpty());
    QCOMPARE(QSet<quint64>(held.begin(), held.end()), QSet<quint64>{call});
    QVERIFY(rest->waits().calls >= 1);
    QVERIFY(rest->waits().time > Milliseconds(0));
    const RestWaits waits = rest->waits();
    rest->send(discord::rest::me(), this, into(answers));
    QTRY_COMPARE(answers.size(), 2);
    QCOMPARE(rest->waits(), waits); // nothing held that one
}

void TestRestClient::saysWhatHoldsACall()
{
    Server server;
    server.answers = {json(200, "{}",
        {{"X-RateLimit-Bucket", "b"}, {"X-RateLimit-Limit", "1"}, {"X-RateLimit-Remaining", "0"},
            {"X-RateLimit-Reset-After", "600"}})};
    const auto rest = client(server.api());
    QList<RestAnswer> answers;
    rest->send(discord::rest::me(), this, into(answers));
    QTRY_COMPARE(answers.size(), 1);
    QList<std::pair<quint64, Milliseconds>> held;
    connect(rest.get(), &RestClient::held, this, [&](quint64 call, Milliseconds wait) {
        held.append({call, wait});
    });
    const auto call = rest->send(discord::rest::me(), this, into(answers));
    QVERIFY(held.isEmpty()); // the caller did not know its id yet
    QTRY_COMPARE(held.size(), 1);
    QCOMPARE(held.first().first, call);
    QVERIFY(held.first().second > Milliseconds(500000));
    QCOMPARE(server.http.requests().size(), 1);
}

void TestRestClient::explainsARefusal()
{
    Server server;
    server.answers = {json(403, "{\"code\":50007,\"message\":\"Cannot send messages to this user\"}")};
    const auto rest = client(server.api());
    QList<RestAnswer> answers;
    rest->send(discord::rest::openDm({7}), this, into(answers));
    QTRY_COMPARE(answers.size(), 1);
    QVERIFY(answers.first().failure);
    QCOMPARE(answers.first().failure->code, 50007);
    QCOMPARE(answers.first().failure->status, 403);
    QCOMPARE(answers.first().response.status, 403);
    QVERIFY(!answers.first().failure->outcomeUnknown);
}

void TestRestClient::explainsSilence()
{
    const auto rest = client(test::deadAddress());
    QList<RestAnswer> answers;
    rest->send(discord::rest::openDm({7}), this, into(answers));
    QTRY_COMPARE(answers.size(), 1);
    QVERIFY(answers.first().failure);
    QCOMPARE(answers.first().failure->error.code, ErrorCode::Unreachable);
    QCOMPARE(answers.first().failure->status, 0);
    QVERIFY(answers.first().failure->outcomeUnknown);
}

void TestRestClient::failsWithoutSendingWhileTheBreakerIsOpen()
{
    Server server;
    server.answers = {json(200, "{}")};
    const auto rest = client(server.api());
    m_breaker.note(403, false, false, readClock());
    QVERIFY(m_breaker.openUntil(readClock()));
    QList<RestAnswer> answers;
    rest->send(discord::rest::openDm({7}), this, into(answers));
    QVERIFY(answers.isEmpty());
    QTRY_COMPARE(answers.size(), 1);
    QCOMPARE(answers.first().failure->error.message, discord::RequestBreaker::explain());
    QVERIFY(!answers.first().failure->outcomeUnknown);
    QVERIFY(answers.first().failure->retryable);
    QCOMPARE(server.http.connections(), 0);
}

void TestRestClient::tellsTheBreakerWhatCame_data()
{
    QTest::addColumn<QByteArray>("answer");
    QTest::addColumn<bool>("opens");
    const auto html = RawHttpServer::answer(403, "<html>blocked</html>", {{"Content-Type", "text/html"}});
    QTest::addRow("the shield's page") << html << true;
    QTest::addRow("a refusal") << json(403, "{\"code\":50013,\"message\":\"Missing Permissions\"}") << false;
    QTest::addRow("JSON by its looks") << RawHttpServer::answer(403, "{\"code\":50013}") << false;
    QTest::addRow("a page that is no refusal")
        << RawHttpServer::answer(404, "<html></html>", {{"Content-Type", "text/html"}}) << false;
}

void TestRestClient::tellsTheBreakerWhatCame()
{
    QFETCH(QByteArray, answer);
    QFETCH(bool, opens);
    Server server;
    server.answers = {answer};
    const auto rest = client(server.api());
    QList<RestAnswer> answers;
    rest->send(discord::rest::me(), this, into(answers));
    QTRY_COMPARE(answers.size(), 1);
    QVERIFY(answers.first().failure);
    QCOMPARE(m_breaker.openUntil(readClock()).has_value(), opens);
}

void TestRestClient::answersAnEditThatANewerOneReplaced()
{
    Server server;
    const auto rest = client(server.api());
    QList<RestAnswer> first;
    QList<RestAnswer> second;
    QList<RestAnswer> third;
    rest->send(edit(QStringLiteral("a")), this, into(first));
    QTRY_COMPARE(server.waiting.size(), 1);
    rest->send(edit(QStringLiteral("ab")), this, into(second));
    rest->send(edit(QStringLiteral("abc")), this, into(third));
    QVERIFY(second.isEmpty());
    QTRY_COMPARE(second.size(), 1);
    QCOMPARE(second.first().failure->error.code, ErrorCode::Cancelled);
    QVERIFY(!second.first().failure->outcomeUnknown);
    server.waiting.takeFirst()->write(json(200, "{}"));
    QTRY_COMPARE(server.waiting.size(), 1);
    QVERIFY(server.http.requests().last().body.contains("\"abc\""));
    server.waiting.takeFirst()->write(json(200, "{}"));
    QTRY_COMPARE(third.size(), 1);
    QCOMPARE(first.size(), 1);
}

void TestRestClient::takesBackACallThatWaits()
{
    Server server;
    const auto rest = client(server.api());
    QList<RestAnswer> first;
    QList<RestAnswer> second;
    QList<RestAnswer> other;
    rest->send(edit(QStringLiteral("a")), this, into(first));
    QTRY_COMPARE(server.waiting.size(), 1);
    const auto waits = rest->send(edit(QStringLiteral("ab")), this, into(second));
    rest->cancel(waits);
    rest->cancel(waits);
    server.answers = {json(200, "{}")};
    server.waiting.takeFirst()->write(json(200, "{}"));
    QTRY_COMPARE(first.size(), 1);
    rest->send(discord::rest::me(), this, into(other)); // whatever waited would have gone before
    QTRY_COMPARE(other.size(), 1);
    QCOMPARE(server.http.requests().size(), 2);
    QVERIFY(second.isEmpty());
}

void TestRestClient::doesNotTakeBackACallThatWasSent()
{
    Server server;
    const auto rest = client(server.api());
    QList<RestAnswer> answers;
    const auto call = rest->send(discord::rest::me(), this, into(answers));
    QTRY_COMPARE(server.waiting.size(), 1);
    rest->cancel(call);
    server.waiting.takeFirst()->write(json(200, "{}"));
    QTRY_COMPARE(answers.size(), 1);
}

void TestRestClient::forgetsTheCallsOfADeadContext()
{
    Server server;
    const auto rest = client(server.api());
    auto context = std::make_unique<QObject>();
    QList<RestAnswer> dropped;
    QList<RestAnswer> kept;
    rest->send(edit(QStringLiteral("a")), context.get(), into(dropped)); // goes out
    QTRY_COMPARE(server.waiting.size(), 1);
    rest->send(edit(QStringLiteral("ab")), context.get(), into(dropped)); // waits for it
    context.reset();
    server.answers = {json(200, "{}")};
    server.waiting.takeFirst()->write(json(200, "{}"));
    // The limits go on counting: the next edit is let through.
    rest->send(discord::rest::editMessage(channel, {301}, QStringLiteral("b")), this, into(kept));
    QTRY_COMPARE(kept.size(), 1);
    QCOMPARE(server.http.requests().size(), 2);
    QVERIFY(dropped.isEmpty());
}

void TestRestClient::survivesACallbackThatDeletesTheClient()
{
    Server server;
    server.answers = {json(200, "{}")};
    auto rest = client(server.api());
    bool called = false;
    rest->send(discord::rest::me(), this, [&](const RestAnswer &) {
        rest.reset();
        called = true;
    });
    QTRY_VERIFY(called);
    QVERIFY(!rest);
}

LOOPFLOW_TEST(TestRestClient)
#include "tst_restclient.moc"
