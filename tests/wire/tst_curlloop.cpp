#include "core/net/curlloop.h"
#include "core/net/httpclient.h"
#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"

#include <QEventLoop>
#include <QTcpSocket>

#include <functional>

using namespace loopflow;
using loopflow::test::RawHttpServer;

namespace {

/// One transfer and all it said.
struct Listener final : CurlListener {
    Listener(CurlLoop *loop, const QUrl &url, std::function<void()> onNews = {})
        : transfer(std::make_unique<CurlTransfer>(
            loop, HttpRequest{"GET", url, {}, {}}, CurlTransfer::Encoding::Any, this))
        , then(std::move(onNews))
    {
    }
    void news() override
    {
        ++calls;
        if (auto head = transfer->takeHead())
            answer = *std::move(head);
        answer.body += transfer->takeBytes();
        if (transfer->end())
            end = transfer->end();
        if (then)
            then();
    }
    std::unique_ptr<CurlTransfer> transfer;
    std::function<void()> then;
    HttpResponse answer;
    std::optional<CurlTransfer::End> end;
    int calls = 0;
};

} // namespace

class TestCurlLoop : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void usesAllItsConnectionsAgain();
    void opensAnotherConnectionWhenTheKeptOneWasClosed();
    void readsTheHeadBehindAnInterimAnswer();
    void joinsHeadersOfOneName();
    void isSilentWhenItDies();
    void mayBeDeletedByWhoListens();
    void mayBeTurnedByWhoListens();
};

void TestCurlLoop::usesAllItsConnectionsAgain()
{
    QList<QTcpSocket *> waiting;
    RawHttpServer server([&](QTcpSocket *socket, const auto &) { waiting.append(socket); });
    HttpClient http;
    for (int round = 0; round < 3; ++round) {
        int answers = 0;
        for (int i = 0; i < 30; ++i)
            http.send({"GET", server.url(), {}, {}}, this, [&](const auto &answer) { answers += answer ? 1 : 0; });
        QTRY_COMPARE(waiting.size(), 30);
        for (auto *socket : std::exchange(waiting, {}))
            socket->write(RawHttpServer::answer(200));
        QTRY_COMPARE(answers, 30);
    }
    QCOMPARE(server.connections(), 30);
}

void TestCurlLoop::opensAnotherConnectionWhenTheKeptOneWasClosed()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::answer(200, "body"));
        socket->disconnectFromHost();
    });
    CurlLoop loop;
    for (int i = 1; i <= 3; ++i) {
        Listener listener(&loop, server.url());
        QTRY_VERIFY(listener.end);
        QCOMPARE(*listener.end, CurlTransfer::End::Whole);
        QCOMPARE(listener.answer.body, QByteArray("body"));
        QTRY_COMPARE(server.closed(), i);
    }
    QCOMPARE(server.requests().size(), 3);
}

void TestCurlLoop::readsTheHeadBehindAnInterimAnswer()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) {
        socket->write("HTTP/1.1 103 Early Hints\r\nLink: </x>\r\n\r\n" + RawHttpServer::answer(201, "body"));
    });
    CurlLoop loop;
    Listener listener(&loop, server.url());
    QTRY_VERIFY(listener.end);
    QCOMPARE(listener.answer.status, 201);
    QVERIFY(!listener.answer.headers.has("Link"));
    QCOMPARE(listener.answer.body, QByteArray("body"));
}

void TestCurlLoop::joinsHeadersOfOneName()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) {
        socket->write("HTTP/1.1 200 OK\r\nVia: 1\r\nX-Empty:\r\nvia: 2\r\nContent-Length: 0\r\n\r\n");
    });
    CurlLoop loop;
    Listener listener(&loop, server.url());
    QTRY_VERIFY(listener.end);
    QCOMPARE(listener.answer.headers.value("Via"), QByteArray("1, 2"));
    QVERIFY(listener.answer.headers.has("X-Empty"));
}

void TestCurlLoop::isSilentWhenItDies()
{
    RawHttpServer server([](QTcpSocket *, const auto &) {});
    auto loop = std::make_unique<CurlLoop>();
    Listener listener(loop.get(), server.url());
    QTRY_COMPARE(server.requests().size(), 1);
    QCOMPARE(loop->inFlight(), 1);
    loop.reset();
    QTRY_COMPARE(server.closed(), 1);
    QCOMPARE(listener.calls, 0);
}

void TestCurlLoop::mayBeDeletedByWhoListens()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) { socket->write(RawHttpServer::answer(200, "body")); });
    auto loop = std::make_unique<CurlLoop>();
    Listener first(loop.get(), server.url(), [&] { loop.reset(); });
    Listener second(loop.get(), server.url(), [&] { loop.reset(); });
    QTRY_VERIFY(!loop);
    QCOMPARE(first.calls + second.calls, 1);
}

void TestCurlLoop::mayBeTurnedByWhoListens()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) { socket->write(RawHttpServer::answer(200, "body")); });
    CurlLoop loop;
    std::unique_ptr<Listener> inner;
    Listener outer(&loop, server.url(), [&] {
        if (inner)
            return;
        QEventLoop turn;
        inner = std::make_unique<Listener>(&loop, server.url(), [&] { turn.quit(); });
        turn.exec();
    });
    QTRY_VERIFY(outer.end && inner->end);
    QCOMPARE(inner->answer.body, QByteArray("body"));
    QCOMPARE(outer.answer.body, QByteArray("body"));
}

LOOPFLOW_TEST(TestCurlLoop)
#include "tst_curlloop.moc"
