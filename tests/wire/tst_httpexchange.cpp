#include "core/net/httpexchange.h"
#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"

#include <QPointer>
#include <QTcpSocket>
#include <QTimer>

#include <optional>

using namespace loopflow;
using loopflow::test::RawHttpServer;

namespace {

/// What a stream said, in order.
struct Heard {
    explicit Heard(HttpStream *stream)
    {
        QObject::connect(stream, &HttpStream::opened, stream, [this](const HttpResponse &h) {
            head = h;
            order += 'o';
        });
        QObject::connect(stream, &HttpStream::chunk, stream, [this](const QByteArray &bytes) {
            body += bytes;
            order += 'c';
        });
        QObject::connect(stream, &HttpStream::finished, stream, [this](const Result<void> &result) {
            end = result;
            order += 'f';
        });
    }
    HttpResponse head;
    QByteArray body;
    QByteArray order;
    std::optional<Result<void>> end;
};

constexpr HttpTimeouts patient{Milliseconds(0), Milliseconds(0), Milliseconds(0)};

} // namespace

class TestHttpExchange : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void handsOutEveryPieceAsItArrives();
    void opensBeforeItFinishesWithoutABody();
    void refusesWhatIsNoWebRequest_data();
    void refusesWhatIsNoWebRequest();
    void givesUpAtADeadline_data();
    void givesUpAtADeadline();
    void piecesKeepAnIdleDeadlineAway();
    void saysWhenTheBodyWasCut_data();
    void saysWhenTheBodyWasCut();
    void saysWhenNoAnswerCame_data();
    void saysWhenNoAnswerCame();
    void stopsAtAnEndlessBody();
    void abortFinishesOnceAndNotInsideTheCall();
    void deletingItClosesTheConnection();
    void mayBeDeletedByWhoListens_data();
    void mayBeDeletedByWhoListens();
};

void TestHttpExchange::handsOutEveryPieceAsItArrives()
{
    QTcpSocket *peer = nullptr;
    RawHttpServer server([&](QTcpSocket *socket, const auto &) {
        peer = socket;
        socket->write(RawHttpServer::chunkedHead("text/event-stream"));
    });
    HttpClient http;
    auto *stream =
        http.stream({"POST", server.url(), {{"Content-Type", "application/json"}}, "{}"}, this, patient);
    Heard heard(stream);
    QTRY_COMPARE(heard.order, QByteArray("o"));
    QCOMPARE(heard.head.status, 200);
    QCOMPARE(heard.head.headers.value("content-type"), QByteArray("text/event-stream"));
    QCOMPARE(server.requests().first().headers.value("Accept-Encoding"), QByteArray("identity"));
    QByteArray sent;
    for (const QByteArray piece : {"data: 1\n\n", "da", "ta: \xc3", "\xa4\n\n"}) {
        sent += piece;
        peer->write(RawHttpServer::chunk(piece));
        QTRY_COMPARE(heard.body, sent); // before the next one exists
    }
    peer->write(RawHttpServer::chunk({}));
    QTRY_VERIFY(heard.end);
    QVERIFY(heard.end->hasValue());
    QCOMPARE(http.inFlight(), 0);
    delete stream;
}

void TestHttpExchange::opensBeforeItFinishesWithoutABody()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) { socket->write(RawHttpServer::answer(204)); });
    HttpClient http;
    QObject owner;
    Heard heard(http.stream({"GET", server.url(), {}, {}}, &owner));
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.order, QByteArray("of"));
    QCOMPARE(heard.head.status, 204);
}

void TestHttpExchange::refusesWhatIsNoWebRequest_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("header");
    QTest::addRow("a file") << QStringLiteral("file:///etc/hostname") << QByteArray("x");
    QTest::addRow("data") << QStringLiteral("data:text/plain,hello") << QByteArray("x");
    QTest::addRow("nothing") << QString() << QByteArray("x");
    QTest::addRow("no host") << QStringLiteral("http:///v1") << QByteArray("x");
    QTest::addRow("line feed in a key") << QStringLiteral("http://127.0.0.1:1/") << QByteArray("k\nX-Evil: 1");
    QTest::addRow("return in a key") << QStringLiteral("http://127.0.0.1:1/") << QByteArray("k\rX-Evil: 1");
}

void TestHttpExchange::refusesWhatIsNoWebRequest()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, header);
    HttpClient http;
    QObject owner;
    Heard heard(http.stream({"GET", QUrl(url), {{"Authorization", header}}, {}}, &owner));
    QVERIFY(!heard.end);
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.order, QByteArray("f"));
    QCOMPARE(heard.end->error().code, ErrorCode::Invalid);
    QVERIFY(!heard.end->error().message.contains(u"Evil"));
    QCOMPARE(http.inFlight(), 0);
}

void TestHttpExchange::givesUpAtADeadline_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<int>("firstByte");
    QTest::addColumn<int>("idle");
    QTest::addColumn<int>("total");
    QTest::addColumn<QString>("sentence");
    const auto head = RawHttpServer::chunkedHead("text/plain");
    QTest::addRow("silent server") << QByteArray() << 40 << 5000 << 9000 << QStringLiteral("within 40 ms");
    QTest::addRow("half a head") << head.left(20) << 40 << 5000 << 9000 << QStringLiteral("within 40 ms");
    QTest::addRow("head, then nothing")
        << head << 5000 << 40 << 9000 << QStringLiteral("nothing more for 40 ms");
    QTest::addRow("a piece, then nothing")
        << head + RawHttpServer::chunk("x") << 5000 << 40 << 9000 << QStringLiteral("nothing more for 40 ms");
    QTest::addRow("too long in all") << head + RawHttpServer::chunk("x") << 5000 << 5000 << 40
                                     << QStringLiteral("longer than 40 ms");
}

void TestHttpExchange::givesUpAtADeadline()
{
    QFETCH(QByteArray, said);
    QFETCH(int, firstByte);
    QFETCH(int, idle);
    QFETCH(int, total);
    QFETCH(QString, sentence);
    RawHttpServer server([&](QTcpSocket *socket, const auto &) { socket->write(said); });
    HttpClient http;
    QObject owner;
    const HttpTimeouts timeouts{Milliseconds(firstByte), Milliseconds(idle), Milliseconds(total)};
    Heard heard(http.stream({"GET", server.url(), {}, {}}, &owner, timeouts));
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.end->error().code, ErrorCode::Timeout);
    QVERIFY2(heard.end->error().message.contains(sentence), qPrintable(heard.end->error().message));
    QCOMPARE(http.inFlight(), 0);
    QTRY_COMPARE(server.closed(), server.connections()); // so that the server stops working for us
}

void TestHttpExchange::piecesKeepAnIdleDeadlineAway()
{
    constexpr int pieces = 12;
    int left = pieces;
    RawHttpServer server([&](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::chunkedHead("text/plain"));
        auto *timer = new QTimer(socket);
        connect(timer, &QTimer::timeout, socket, [&left, socket, timer] {
            socket->write(RawHttpServer::chunk(left > 0 ? "x" : ""));
            if (left-- == 0)
                timer->stop();
        });
        timer->start(150);
    });
    HttpClient http;
    QObject owner;
    // Together the pieces take longer than one idle deadline, each alone a tenth of it.
    Heard heard(
        http.stream({"GET", server.url(), {}, {}}, &owner, {Milliseconds(9000), Milliseconds(1500), {}}));
    QTRY_VERIFY(heard.end);
    QVERIFY2(heard.end->hasValue(), heard.end->hasValue() ? "" : qPrintable(heard.end->error().message));
    QCOMPARE(heard.body, QByteArray(pieces, 'x'));
}

void TestHttpExchange::saysWhenTheBodyWasCut_data()
{
    QTest::addColumn<QByteArray>("said");
    QTest::addColumn<QByteArray>("body");
    for (const int status : {200, 500}) {
        const auto line = "HTTP/1.1 " + QByteArray::number(status) + " Said\r\n";
        QTest::addRow("%d by length", status) << line + "Content-Length: 100\r\n\r\nhalf" << QByteArray("half");
        QTest::addRow("%d by chunks", status)
            << line + "Transfer-Encoding: chunked\r\n\r\n" + RawHttpServer::chunk("half") << QByteArray("half");
        QTest::addRow("%d in a chunk", status)
            << line + "Transfer-Encoding: chunked\r\n\r\nff\r\nhalf" << QByteArray("half");
    }
}

void TestHttpExchange::saysWhenTheBodyWasCut()
{
    QFETCH(QByteArray, said);
    QFETCH(QByteArray, body);
    RawHttpServer server([&](QTcpSocket *socket, const auto &) {
        socket->write(said);
        socket->disconnectFromHost();
    });
    HttpClient http;
    QObject owner;
    Heard heard(http.stream({"GET", server.url(), {}, {}}, &owner));
    QTRY_VERIFY(heard.end);
    QVERIFY(!heard.end->hasValue());
    QCOMPARE(heard.end->error().code, ErrorCode::Incomplete);
    QCOMPARE(heard.body, body);
}

void TestHttpExchange::saysWhenNoAnswerCame_data()
{
    QTest::addColumn<bool>("listens");
    QTest::addColumn<QString>("sentence");
    QTest::addRow("nobody listens") << false << QStringLiteral("refused the connection");
    QTest::addRow("closed without a word") << true << QStringLiteral("broke before an answer");
}

void TestHttpExchange::saysWhenNoAnswerCame()
{
    QFETCH(bool, listens);
    QFETCH(QString, sentence);
    RawHttpServer server([](QTcpSocket *socket, const auto &) { socket->abort(); });
    const QUrl url = listens ? server.url() : test::deadAddress();
    HttpClient http;
    QObject owner;
    Heard heard(http.stream({"GET", url, {}, {}}, &owner));
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.order, QByteArray("f"));
    QCOMPARE(heard.end->error().code, ErrorCode::Unreachable);
    QVERIFY2(heard.end->error().message.contains(sentence), qPrintable(heard.end->error().message));
    QVERIFY(heard.end->error().message.contains(QString::number(url.port())));
}

void TestHttpExchange::stopsAtAnEndlessBody()
{
    const QByteArray piece = RawHttpServer::chunk(QByteArray(1024 * 1024, 'x'));
    RawHttpServer server([&](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::chunkedHead("text/plain"));
        connect(socket, &QTcpSocket::bytesWritten, socket, [&piece, socket] {
            if (socket->bytesToWrite() < piece.size())
                socket->write(piece);
        });
        socket->write(piece);
    });
    HttpClient http;
    QObject owner;
    auto *stream = http.stream({"GET", server.url(), {}, {}}, &owner);
    qint64 received = 0;
    std::optional<Result<void>> end;
    connect(stream, &HttpStream::chunk, stream, [&](const QByteArray &bytes) { received += bytes.size(); });
    connect(stream, &HttpStream::finished, stream, [&](const Result<void> &result) { end = result; });
    QTRY_VERIFY_WITH_TIMEOUT(end, 30000);
    QCOMPARE(end->error().code, ErrorCode::Invalid);
    QVERIFY(received <= CurlTransfer::bodyLimit);
    QTRY_COMPARE(server.closed(), 1);
}

void TestHttpExchange::abortFinishesOnceAndNotInsideTheCall()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::chunkedHead("text/plain") + RawHttpServer::chunk("x"));
    });
    HttpClient http;
    QObject owner;
    auto *stream = http.stream({"GET", server.url(), {}, {}}, &owner);
    Heard heard(stream);
    QTRY_COMPARE(heard.body, QByteArray("x"));
    stream->abort();
    stream->abort();
    QVERIFY(!heard.end);
    QCOMPARE(http.inFlight(), 0);
    QTRY_VERIFY(heard.end);
    QCOMPARE(heard.end->error().code, ErrorCode::Cancelled);
    QTRY_COMPARE(server.closed(), 1);
    QCOMPARE(heard.order.count('f'), 1);
}

void TestHttpExchange::deletingItClosesTheConnection()
{
    RawHttpServer server([](QTcpSocket *socket, const auto &) {
        socket->write(RawHttpServer::chunkedHead("text/plain") + RawHttpServer::chunk("x"));
    });
    HttpClient http;
    auto owner = std::make_unique<QObject>();
    Heard heard(http.stream({"GET", server.url(), {}, {}}, owner.get()));
    QTRY_COMPARE(heard.body, QByteArray("x"));
    owner.reset();
    QCOMPARE(http.inFlight(), 0);
    QTRY_COMPARE(server.closed(), 1);
    QVERIFY(!heard.end);
}

void TestHttpExchange::mayBeDeletedByWhoListens_data()
{
    QTest::addColumn<QString>("at");
    QTest::addRow("head") << QStringLiteral("opened");
    QTest::addRow("piece") << QStringLiteral("chunk");
    QTest::addRow("end") << QStringLiteral("finished");
}

void TestHttpExchange::mayBeDeletedByWhoListens()
{
    QFETCH(QString, at);
    RawHttpServer server(
        [](QTcpSocket *socket, const auto &) { socket->write(RawHttpServer::answer(200, "body")); });
    HttpClient http;
    const QPointer<HttpStream> stream = http.stream({"GET", server.url(), {}, {}}, this);
    const auto die = [&] { delete stream; };
    if (at == u"opened")
        connect(stream, &HttpStream::opened, this, die);
    else if (at == u"chunk")
        connect(stream, &HttpStream::chunk, this, die);
    else
        connect(stream, &HttpStream::finished, this, die);
    QTRY_VERIFY(!stream);
    QCOMPARE(http.inFlight(), 0);
}

LOOPFLOW_TEST(TestHttpExchange)
#include "tst_httpexchange.moc"
