#include "core/net/httpclient.h"
#include "core/net/llmclient.h"
#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"
#include "tests/wire/recordedanswer.h"

#include <QPointer>
#include <QTcpSocket>

#include <optional>
#include <variant>

using namespace loopflow;
using loopflow::test::RawHttpServer;
using loopflow::test::RecordedAnswer;

namespace {

const QByteArray started =
    "data: {\"model\":\"m\",\"choices\":[{\"index\":0,\"delta\":{\"content\":\"Hel\"}}]}\n\n";
const QByteArray more = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"lo\"}}]}\n\n";
const QByteArray stopped = "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\n";
const QByteArray done = "data: [DONE]\n\n";

/// What a reply said, in order.
struct Heard {
    explicit Heard(LlmStream *stream)
    {
        QObject::connect(stream, &LlmStream::delta, stream, [this](const llm::ChatDelta &delta) {
            text += delta.text;
            ++deltas;
        });
        QObject::connect(stream, &LlmStream::completed, stream, [this](const llm::ChatReply &said) {
            reply = said;
            ++ends;
        });
        QObject::connect(stream, &LlmStream::failed, stream, [this](const llm::LlmFailure &why) {
            failure = why;
            ++ends;
        });
    }
    QString text;
    int deltas = 0;
    int ends = 0;
    std::optional<llm::ChatReply> reply;
    std::optional<llm::LlmFailure> failure;
};

/// What the machines alone make of it.
std::variant<llm::ChatReply, Error> decoded(const RecordedAnswer &capture)
{
    const auto &provider = llm::dialect(capture.provider());
    if (!capture.answer.isSuccess())
        return provider.explain(capture.answer).error;
    const auto decoder = provider.decoder();
    if (capture.answer.headers.value("Content-Type").contains("json")) {
        if (const auto whole = decoder->whole(capture.answer.body); !whole)
            return whole.error();
    } else {
        llm::SseParser parser;
        const auto events = *parser.feed(capture.answer.body) + parser.finish();
        for (const auto &event : events) {
            if (const auto delta = decoder->feed(event); !delta)
                return delta.error();
        }
    }
    const auto reply = decoder->finish();
    return reply ? std::variant<llm::ChatReply, Error>(*reply) : reply.error();
}

} // namespace

class TestLlmClient : public QObject {
    Q_OBJECT

private:
    HttpClient m_http;
    LlmClient m_client{&m_http};

    static llm::Endpoint endpoint(const RawHttpServer &server)
    {
        return {QStringLiteral("openai"), server.url(QStringLiteral("/v1")), {}};
    }
    LlmStream *ask(const RawHttpServer &server, QObject *parent, const QByteArray &key = "k",
        const QString &provider = QStringLiteral("openai"))
    {
        llm::ChatRequest request;
        request.model = QStringLiteral("m");
        request.messages = {{llm::Role::User, QStringLiteral("Hi")}};
        const auto &dialect = llm::dialect(provider);
        return m_client.send(dialect, dialect.encode(request, endpoint(server), {}), Secret(key), parent);
    }

private Q_SLOTS:
    void streamsAReply();
    void endsAtTheTerminalEventThoughTheSocketStaysOpen();
    void keepsTheConnectionForTheNextRequest();
    void readsEveryFormOfAnswer_data();
    void readsEveryFormOfAnswer();
    void playsEveryCaptureHoweverItIsCut_data();
    void playsEveryCaptureHoweverItIsCut();
    void addsTheKeyOnlyWhenThereIsOne();
    void saysWhatAnHttpErrorMeans_data();
    void saysWhatAnHttpErrorMeans();
    void holdsTheNextRequestBackWhenTheProviderIsOutOfBreath();
    void failsOnAnErrorInsideTheStream();
    void callsACutReplyIncomplete_data();
    void callsACutReplyIncomplete();
    void takesACutAfterTheFinishForWhole();
    void saysWhenNobodyListens();
    void stopsTheServerWhenItIsDeleted();
    void mayBeDeletedByWhoListens_data();
    void mayBeDeletedByWhoListens();
    void listsModels();
    void explainsWhyThereIsNoList();
};

void TestLlmClient::streamsAReply()
{
    QTcpSocket *peer = nullptr;
    RawHttpServer server([&](QTcpSocket *socket, const auto &) {
        peer = socket;
        socket->write(RawHttpServer::chunkedHead("text/event-stream") + RawHttpServer::chunk(started));
    });
    QObject owner;
    Heard heard(ask(server, &owner));
    QTRY_COMPARE(heard.text, QStringLiteral("Hel"));
    const int before = heard.deltas;
    peer->write(RawHttpServer::chunk(": keep-alive\n\n"));
    QTRY_COMPARE(heard.deltas, before + 1); // a sign of life without text
    peer->write(RawHttpServer::chunk(more));
    QTRY_COMPARE(heard.text, QStringLiteral("Hello"));
    peer->write(RawHttpServer::chunk(stopped) + RawHttpServer::chunk(done) + RawHttpServer::chunk({}));
    QTRY_VERIFY(heard.reply);
    QCOMPARE(heard.reply->text, QStringLiteral("Hello"));
    QCOMPARE(heard.reply->stop, llm::StopReason::End);
    QCOMPARE(heard.ends, 1);
    const auto &seen = server.requests().first();
    QCOMPARE(seen.method, QByteArray("POST"));
    QCOMPARE(seen.headers.value("Authorization"), QByteArray("Bearer k"));
    QCOMPARE(seen.headers.value("Accept-Encoding"), QByteArray("identity"));
    QCOMPARE(seen.headers.value("User-Agent"), QByteArray("Loopflow/" LOOPFLOW_VERSION));
}

void TestLlmClient::endsAtTheTerminalEventThoughTheSocketStaysOpen()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::chunkedHead("text/event-stream") + RawHttpServer::chunk(started + stopped)
            + RawHttpServer::chunk(done + "data: {\"error\":{\"message\":\"too late\"}}\n\n"));
    });
    QObject owner;
    Heard heard(ask(server, &owner));
    QTRY_VERIFY(heard.reply);
    QCOMPARE(server.closed(), 0); // it never ended its answer
    QTRY_COMPARE(server.closed(), 1); // so we end it
    QCOMPARE(m_http.inFlight(), 0);
    QCOMPARE(heard.ends, 1);
}

void TestLlmClient::keepsTheConnectionForTheNextRequest()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::chunkedHead("text/event-stream")
            + RawHttpServer::chunk(started + stopped + done) + RawHttpServer::chunk({}));
    });
    for (int i = 0; i < 3; ++i) {
        QObject owner;
        Heard heard(ask(server, &owner));
        QTRY_VERIFY(heard.reply);
        QTRY_COMPARE(m_http.inFlight(), 0);
    }
    QCOMPARE(server.requests().size(), 3);
    QCOMPARE(server.connections(), 1);
}

void TestLlmClient::readsEveryFormOfAnswer_data()
{
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray whole =
        "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}";
    const QByteArray events = started + more + stopped + done;
    QTest::addRow("events") << QByteArray("text/event-stream") << events;
    QTest::addRow("events, charset") << QByteArray("Text/Event-Stream; charset=utf-8") << events;
    QTest::addRow("events without [DONE]") << QByteArray("text/event-stream") << started + more + stopped;
    QTest::addRow("events, no last blank line")
        << QByteArray("text/event-stream") << started + more + stopped.trimmed();
    QTest::addRow("events as plain text") << QByteArray("text/plain") << events;
    QTest::addRow("events without a type") << QByteArray() << "\n\n: hello\n\n" + events;
    QTest::addRow("JSON") << QByteArray("application/json") << whole;
    QTest::addRow("JSON after blank lines")
        << QByteArray("application/json; charset=utf-8") << "\n\n\n" + whole;
    QTest::addRow("JSON as plain text") << QByteArray("text/plain") << "\n" + whole;
}

void TestLlmClient::readsEveryFormOfAnswer()
{
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    RawHttpServer server([&](QTcpSocket *socket, const auto &) {
        socket->write(
            RawHttpServer::answer(200, body, type.isEmpty() ? Headers() : Headers{{"Content-Type", type}}));
    });
    QObject owner;
    Heard heard(ask(server, &owner));
    QTRY_COMPARE(heard.ends, 1);
    QVERIFY2(heard.reply, heard.failure ? qPrintable(heard.failure->error.message) : "");
    QCOMPARE(heard.reply->text, QStringLiteral("Hello"));
    QCOMPARE(heard.text, heard.reply->text);
}

void TestLlmClient::playsEveryCaptureHoweverItIsCut_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<qsizetype>("piece");
    int played = 0;
    for (const QString &name : RecordedAnswer::names()) {
        const RecordedAnswer capture(name);
        if (capture.provider().isEmpty() || capture.answer.status == 0)
            continue;
        ++played;
        for (const qsizetype piece : {1, 7, 1000000})
            QTest::addRow("%s by %d", qPrintable(name), static_cast<int>(piece)) << name << piece;
    }
    QVERIFY(played > 30);
}

void TestLlmClient::playsEveryCaptureHoweverItIsCut()
{
    QFETCH(QString, name);
    QFETCH(qsizetype, piece);
    const RecordedAnswer capture(name);
    const auto expected = decoded(capture);
    RawHttpServer server([&](QTcpSocket *socket, const auto &) {
        socket->write(capture.onWire(piece));
        if (capture.cut)
            socket->disconnectFromHost();
    });
    QObject owner;
    Heard heard(ask(server, &owner, "k", capture.provider()));
    QVERIFY(QTest::qWaitFor([&] { return heard.ends > 0; }));
    QCOMPARE(heard.ends, 1);
    if (const auto *reply = std::get_if<llm::ChatReply>(&expected)) {
        QVERIFY2(heard.reply, heard.failure ? qPrintable(heard.failure->error.message) : "");
        QCOMPARE(*heard.reply, *reply);
        QCOMPARE(heard.text, reply->text);
    } else {
        QVERIFY(heard.failure);
        QCOMPARE(heard.failure->error.code, std::get<Error>(expected).code);
    }
}

void TestLlmClient::addsTheKeyOnlyWhenThereIsOne()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) { socket->write(RawHttpServer::answer(500)); });
    QObject owner;
    Heard heard(ask(server, &owner, {}));
    QTRY_COMPARE(heard.ends, 1);
    QVERIFY(!server.requests().first().headers.has("Authorization"));
}

void TestLlmClient::saysWhatAnHttpErrorMeans_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("retryable");
    const QByteArray json = "application/json";
    QTest::addRow("wrong key") << 401 << json
                               << RecordedAnswer(QStringLiteral("key-err-401-wrong-key.json")).answer.body
                               << ErrorCode::Unauthorized << false;
    QTest::addRow("overloaded") << 503 << json << QByteArray("{\"error\":{\"message\":\"busy\"}}")
                                << ErrorCode::Unavailable << true;
    QTest::addRow("a proxy's page") << 502 << QByteArray("text/html") << QByteArray("<html>Bad gateway</html>")
                                    << ErrorCode::Unavailable << true;
    QTest::addRow("an error as a stream")
        << 400 << QByteArray("text/event-stream")
        << RecordedAnswer(QStringLiteral("err-context-overflow.sse")).answer.body << ErrorCode::TooLong
        << false;
}

void TestLlmClient::saysWhatAnHttpErrorMeans()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    QFETCH(bool, retryable);
    RawHttpServer server([&](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::answer(status, body, {{"Content-Type", type}}));
    });
    QObject owner;
    Heard heard(ask(server, &owner));
    QTRY_COMPARE(heard.ends, 1);
    QVERIFY(heard.failure);
    QCOMPARE(heard.failure->error.code, code);
    QCOMPARE(heard.failure->retryable, retryable);
    QCOMPARE(heard.deltas, 0);
}

void TestLlmClient::holdsTheNextRequestBackWhenTheProviderIsOutOfBreath()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::answer(429, "{\"error\":{\"message\":\"slow\"}}",
            {{"Content-Type", "application/json"}, {"X-RateLimit-Remaining-Requests", "0"},
                {"X-RateLimit-Reset-Requests", "0.5s"}}));
    });
    QObject owner;
    Heard first(ask(server, &owner));
    QTRY_COMPARE(first.ends, 1);
    auto *stream = ask(server, &owner);
    Heard second(stream);
    Milliseconds wait{0};
    connect(stream, &LlmStream::held, this, [&](Milliseconds said) {
        wait = said;
        QCOMPARE(server.requests().size(), 1);
    });
    QTRY_COMPARE(second.ends, 1);
    QVERIFY(wait > Milliseconds(0) && wait <= Milliseconds(500));
    QCOMPARE(server.requests().size(), 2);
    const std::unique_ptr<LlmStream> held(ask(server, nullptr));
    QVERIFY(held); // deleted before it was sent
}

void TestLlmClient::failsOnAnErrorInsideTheStream()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::chunkedHead("text/event-stream")
            + RawHttpServer::chunk(
                started + "data: {\"error\":{\"message\":\"Overloaded\",\"code\":503}}\n\n" + more));
    });
    QObject owner;
    Heard heard(ask(server, &owner));
    QTRY_COMPARE(heard.ends, 1);
    QVERIFY(heard.failure);
    QCOMPARE(heard.failure->error.code, ErrorCode::Unavailable);
    QCOMPARE(heard.text, QStringLiteral("Hel"));
    QTRY_COMPARE(server.closed(), 1);
}

void TestLlmClient::callsACutReplyIncomplete_data()
{
    QTest::addColumn<QByteArray>("said");
    const auto head = RawHttpServer::chunkedHead("text/event-stream");
    QTest::addRow("a clean end") << head + RawHttpServer::chunk(started) + RawHttpServer::chunk({});
    QTest::addRow("a dropped connection") << head + RawHttpServer::chunk(started);
    QTest::addRow("nothing at all") << head + RawHttpServer::chunk({});
    QTest::addRow("half a JSON body") << QByteArray(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 99\r\n\r\n{\"choices\"");
    QTest::addRow("killed") << RecordedAnswer(QStringLiteral("killed-mid-stream.sse")).onWire(1000000);
}

void TestLlmClient::callsACutReplyIncomplete()
{
    QFETCH(QByteArray, said);
    RawHttpServer server([&](QTcpSocket *socket, const auto &) {
        socket->write(said);
        socket->disconnectFromHost();
    });
    QObject owner;
    Heard heard(ask(server, &owner));
    QTRY_COMPARE(heard.ends, 1);
    QVERIFY(heard.failure);
    QCOMPARE(heard.failure->error.code, ErrorCode::Incomplete);
    QVERIFY(heard.failure->retryable);
}

void TestLlmClient::takesACutAfterTheFinishForWhole()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) {
        socket->write(
            RawHttpServer::chunkedHead("text/event-stream") + RawHttpServer::chunk(started + stopped));
        socket->disconnectFromHost();
    });
    QObject owner;
    Heard heard(ask(server, &owner));
    QTRY_COMPARE(heard.ends, 1);
    QVERIFY(heard.reply);
    QCOMPARE(heard.reply->text, QStringLiteral("Hel"));
}

void TestLlmClient::saysWhenNobodyListens()
{
    const auto &dialect = llm::dialect(QStringLiteral("openai"));
    QObject owner;
    HttpRequest request{"POST", test::deadAddress(), {{"Content-Type", "application/json"}}, "{}"};
    Heard heard(m_client.send(dialect, request, Secret(), &owner));
    QCOMPARE(heard.ends, 0);
    QTRY_COMPARE(heard.ends, 1);
    QVERIFY(heard.failure);
    QCOMPARE(heard.failure->error.code, ErrorCode::Unreachable);
    QVERIFY(heard.failure->retryable);
}

void TestLlmClient::stopsTheServerWhenItIsDeleted()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::chunkedHead("text/event-stream") + RawHttpServer::chunk(started));
    });
    auto owner = std::make_unique<QObject>();
    Heard heard(ask(server, owner.get()));
    QTRY_COMPARE(heard.text, QStringLiteral("Hel"));
    owner.reset();
    QTRY_COMPARE(server.closed(), 1);
    QCOMPARE(m_http.inFlight(), 0);
    QCOMPARE(heard.ends, 0);
}

void TestLlmClient::mayBeDeletedByWhoListens_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("type");
    QTest::addColumn<QByteArray>("body");
    const QByteArray whole =
        "{\"choices\":[{\"index\":0,\"message\":{\"content\":\"Hello\"},\"finish_reason\":\"stop\"}]}";
    QTest::addRow("events") << 200 << QByteArray("text/event-stream") << started + stopped + done;
    QTest::addRow("JSON") << 200 << QByteArray("application/json") << whole;
    QTest::addRow("error") << 500 << QByteArray("application/json") << QByteArray("{}");
}

void TestLlmClient::mayBeDeletedByWhoListens()
{
    QFETCH(int, status);
    QFETCH(QByteArray, type);
    QFETCH(QByteArray, body);
    RawHttpServer server([&](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::answer(status, body, {{"Content-Type", type}}));
    });
    const QPointer<LlmStream> atDelta = ask(server, this);
    connect(atDelta, &LlmStream::delta, this, [&] { delete atDelta; });
    connect(atDelta, &LlmStream::failed, this, [&] { delete atDelta; });
    const QPointer<LlmStream> atEnd = ask(server, this);
    connect(atEnd, &LlmStream::completed, this, [&] { delete atEnd; });
    connect(atEnd, &LlmStream::failed, this, [&] { delete atEnd; });
    QTRY_VERIFY(!atDelta && !atEnd);
    QTRY_COMPARE(m_http.inFlight(), 0);
}

void TestLlmClient::listsModels()
{
    const QByteArray body = RecordedAnswer(QStringLiteral("models.json")).answer.body;
    RawHttpServer server([&](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::answer(200, body, {{"Content-Type", "application/json"}}));
    });
    std::optional<Result<QList<llm::Model>>> models;
    m_client.models(llm::dialect(QStringLiteral("openai")), endpoint(server), Secret(QByteArray("k")), this,
        [&](const auto &result) { models = result; });
    QTRY_VERIFY(models);
    QVERIFY(models->hasValue());
    QVERIFY(!(*models)->isEmpty());
    QCOMPARE(server.requests().first().target, QByteArray("/v1/models"));
    QCOMPARE(server.requests().first().headers.value("Authorization"), QByteArray("Bearer k"));
}

void TestLlmClient::explainsWhyThereIsNoList()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) {
        socket->write(
            RawHttpServer::answer(401, RecordedAnswer(QStringLiteral("key-err-401-no-key.json")).answer.body,
                {{"Content-Type", "application/json"}}));
    });
    std::optional<Result<QList<llm::Model>>> models;
    m_client.models(llm::dialect(QStringLiteral("openai")), endpoint(server), Secret(), this,
        [&](const auto &result) { models = result; });
    QTRY_VERIFY(models);
    QCOMPARE(models->error().code, ErrorCode::Unauthorized);
}

LOOPFLOW_TEST(TestLlmClient)
#include "tst_llmclient.moc"
