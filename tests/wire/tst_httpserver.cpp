#include "core/practice/httpserver.h"
#include "tests/support/test.h"
#include "tests/wire/practiceprobe.h"

#include <QPointer>
#include <QTcpSocket>

using namespace loopflow;
using namespace loopflow::practice;

class HttpServerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersManyRequestsOnOneConnection()
    {
        HttpServer server([](const IncomingRequest &request, HttpReply *reply) {
            reply->send(
                {200, {{"Content-Type", "text/plain"}}, request.target + ' ' + request.body});
        });
        QVERIFY(server.listen());
        const auto answers = test::exchangeRaw(server.port(),
            "GET /1 HTTP/1.1\r\nHost: x\r\n\r\n"
            "POST /2 HTTP/1.1\r\nHost: x\r\nContent-Length: 2\r\n\r\nab"
            "GET /3 HTTP/1.1\r\nHost: x\r\n\r\n",
            3);
        QCOMPARE(answers.size(), 3);
        QCOMPARE(answers[0].body, "/1 ");
        QCOMPARE(answers[1].body, "/2 ab");
        QCOMPARE(answers[2].body, "/3 ");
        QVERIFY(answers[0].headers.has("Date"));
    }

    void keepsTheOrderOfLateAnswers()
    {
        QList<HttpReply *> waiting;
        HttpServer server([&](const IncomingRequest &, HttpReply *reply) {
            waiting.append(reply);
            // The second request must not be seen before the first is answered.
            QMetaObject::invokeMethod(
                reply,
                [&waiting] {
                    const QByteArray body = QByteArray::number(waiting.size());
                    waiting.last()->send({200, {}, body});
                },
                Qt::QueuedConnection);
        });
        QVERIFY(server.listen());
        const auto answers = test::exchangeRaw(server.port(),
            "GET /1 HTTP/1.1\r\nHost: x\r\n\r\nGET /2 HTTP/1.1\r\nHost: x\r\n\r\n", 2);
        QCOMPARE(answers.size(), 2);
        QCOMPARE(answers[0].body, "1");
        QCOMPARE(answers[1].body, "2");
    }

    void streamsInChunks()
    {
        HttpServer server([](const IncomingRequest &, HttpReply *reply) {
            reply->open(200, {{"Content-Type", "text/event-stream"}});
            reply->write("one ");
            reply->write({});
            reply->write("two");
            reply->finish();
        });
        QVERIFY(server.listen());
        const auto answers = test::exchangeRaw(server.port(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers[0].headers.value("Transfer-Encoding"), "chunked");
        QCOMPARE(answers[0].body, "one two");
        QVERIFY(answers[0].whole);
    }

    void cutsAStreamInTheMiddle()
    {
        HttpServer server([](const IncomingRequest &, HttpReply *reply) {
            reply->open(200, {});
            reply->write("half");
            reply->cut();
        });
        QVERIFY(server.listen());
        const auto answers = test::exchangeRaw(server.port(), "GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers[0].body, "half");
        QVERIFY(!answers[0].whole);
    }

    void asksForABodyThatWaits()
    {
        HttpServer server([](const IncomingRequest &request, HttpReply *reply) {
            reply->send({200, {}, request.body});
        });
        QVERIFY(server.listen());
        const auto answers = test::exchangeRaw(server.port(),
            "POST / HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\nContent-Length: 2\r\n\r\nok", 2);
        QCOMPARE(answers.size(), 2);
        QCOMPARE(answers[0].status, 100);
        QCOMPARE(answers[1].body, "ok");
    }

    void refusesWhatIsNoHttpAndCloses()
    {
        bool called = false;
        HttpServer server([&](const IncomingRequest &, HttpReply *) { called = true; });
        QVERIFY(server.listen());
        const auto answers = test::exchangeRaw(server.port(), "nonsense\r\n\r\n");
        QCOMPARE(answers.size(), 1);
        QCOMPARE(answers[0].status, 400);
        QCOMPARE(answers[0].headers.value("Connection"), "close");
        QVERIFY(!called);
    }

    void deletesTheReplyWhenThePeerGoes()
    {
        QPointer<HttpReply> reply;
        HttpServer server([&](const IncomingRequest &, HttpReply *given) { reply = given; });
        QVERIFY(server.listen());
        QTcpSocket socket;
        socket.connectToHost(QHostAddress::LocalHost, server.port());
        socket.write("GET / HTTP/1.1\r\nHost: x\r\n\r\n");
        QTRY_VERIFY(reply);
        socket.abort();
        QTRY_VERIFY(!reply);
    }

    void listensOnLoopbackOnlyAndOnlyOnce()
    {
        HttpServer server([](const IncomingRequest &, HttpReply *) {});
        QVERIFY(server.listen());
        const quint16 port = server.port();
        QVERIFY(server.listen());
        QCOMPARE(server.port(), port);
        QTcpSocket socket;
        socket.connectToHost(QHostAddress(QStringLiteral("127.0.0.2")), port);
        QTRY_COMPARE(socket.error(), QAbstractSocket::ConnectionRefusedError);
    }
};

LOOPFLOW_TEST(HttpServerTest)
#include "tst_httpserver.moc"
