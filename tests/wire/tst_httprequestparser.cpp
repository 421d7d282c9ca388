#include "core/base/overloaded.h"
#include "core/practice/httprequestparser.h"
#include "tests/support/test.h"

using namespace loopflow;
using namespace loopflow::practice;

namespace {

QList<QByteArray> describe(const std::vector<RequestEvent> &events)
{
    QList<QByteArray> lines;
    for (const RequestEvent &event : events) {
        lines.append(std::visit(
            Overloaded{
                [](const IncomingRequest &request) {
                    return request.method + ' ' + request.target + " [" + request.body + ']'
                        + (request.keepAlive ? "" : " close");
                },
                [](ContinueAwaited) { return QByteArray("continue"); },
                [](const RequestRefused &refusal) { return QByteArray::number(refusal.status); },
            },
            event));
    }
    return lines;
}

/// The events of these bytes, handed over in pieces that end at `cuts`.
std::vector<RequestEvent> parse(
    const QByteArray &bytes, const QList<qsizetype> &cuts, RequestLimits limits)
{
    HttpRequestParser parser(limits);
    std::vector<RequestEvent> events;
    qsizetype start = 0;
    for (const qsizetype end : cuts + QList<qsizetype>{bytes.size()}) {
        parser.feed(QByteArrayView(bytes).sliced(start, end - start));
        start = end;
        while (auto event = parser.poll())
            events.push_back(*event);
    }
    return events;
}

} // namespace

class HttpRequestParserTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsTheSameHoweverItIsCut_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QList<QByteArray>>("expected");
        const auto row = [](const char *name, QByteArray bytes, QList<QByteArray> expected) {
            QTest::newRow(name) << bytes << expected;
        };
        const QByteArray host = "Host: x\r\n";
        row("get", "GET /a?b=c HTTP/1.1\r\n" + host + "\r\n", {"GET /a?b=c []"});
        row("two at once", "GET /1 HTTP/1.1\r\n" + host + "\r\nGET /2 HTTP/1.1\r\n" + host + "\r\n",
            {"GET /1 []", "GET /2 []"});
        row("empty lines first", "\r\n\r\nGET / HTTP/1.1\r\n" + host + "\r\n", {"GET / []"});
        row("length",
            "POST / HTTP/1.1\r\n" + host + "content-length: 3\r\n\r\nabcGET / HTTP/1.1\r\n" + host
                + "\r\n",
            {"POST / [abc]", "GET / []"});
        row("chunks",
            "POST / HTTP/1.1\r\n" + host
                + "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\nA;x=y\r\n0123456789\r\n0\r\nX: "
                  "y\r\n\r\n"
                  "GET / HTTP/1.1\r\n"
                + host + "\r\n",
            {"POST / [abc0123456789]", "GET / []"});
        row("continue",
            "POST / HTTP/1.1\r\n" + host + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\nok",
            {"continue", "POST / [ok]"});
        row("continue for nothing", "POST / HTTP/1.1\r\n" + host + "Expect: 100-continue\r\n\r\n",
            {"POST / []"});
        row("close", "GET / HTTP/1.1\r\n" + host + "Connection: foo, Close\r\n\r\n",
            {"GET / [] close"});
        row("1.0 closes", "GET / HTTP/1.0\r\n\r\n", {"GET / [] close"});
        row("1.0 stays if asked", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", {"GET / []"});
        row("2.0", "GET / HTTP/2.0\r\n" + host + "\r\n", {"505"});
        row("no words", "hello\r\n" + host + "\r\n", {"400"});
        row("bare line feeds", "GET / HTTP/1.1\nHost: x\r\n\r\n", {"400"});
        row("no host", "GET / HTTP/1.1\r\n\r\n", {"400"});
        row("two hosts", "GET / HTTP/1.1\r\n" + host + host + "\r\n", {"400"});
        row("whole address", "GET http://x/ HTTP/1.1\r\n" + host + "\r\n", {"400"});
        row("space before colon", "GET / HTTP/1.1\r\n" + host + "A : b\r\n\r\n", {"400"});
        row("folded line", "GET / HTTP/1.1\r\n" + host + "A: b\r\n c\r\n\r\n", {"400"});
        row("zero byte", "GET / HTTP/1.1\r\n" + host + QByteArray("A: b\0c", 6) + "\r\n\r\n",
            {"400"});
        row("both lengths",
            "POST / HTTP/1.1\r\n" + host
                + "Content-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n",
            {"400"});
        row("two lengths",
            "POST / HTTP/1.1\r\n" + host + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na",
            {"400"});
        row("signed length", "POST / HTTP/1.1\r\n" + host + "Content-Length: +1\r\n\r\na", {"400"});
        row("other coding", "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: gzip\r\n\r\n",
            {"501"});
        row("other expectation",
            "POST / HTTP/1.1\r\n" + host + "Expect: tea\r\nContent-Length: 1\r\n\r\na", {"417"});
        row("no chunk size",
            "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n", {"400"});
        row("chunk too long",
            "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n2\r\nabc\r\n",
            {"400"});
        row("body too large", "POST / HTTP/1.1\r\n" + host + "Content-Length: 101\r\n\r\n",
            {"413"});
        row("chunks too large",
            "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n65\r\n", {"413"});
        row("head too large",
            "GET / HTTP/1.1\r\n" + host + "A: " + QByteArray(300, 'a') + "\r\n\r\n", {"431"});
        row("chunk line too large",
            "POST / HTTP/1.1\r\n" + host + "Transfer-Encoding: chunked\r\n\r\n1;"
                + QByteArray(300, 'a') + "\r\na\r\n",
            {"431"});
        row("nothing after a refusal", "hello\r\n\r\nGET / HTTP/1.1\r\n" + host + "\r\n", {"400"});
    }
    void readsTheSameHoweverItIsCut()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<QByteArray>, expected);
        const RequestLimits limits{200, 100};
        QCOMPARE(describe(parse(bytes, {}, limits)), expected);
        QList<qsizetype> everywhere;
        for (qsizetype i = 1; i < bytes.size(); ++i) {
            QCOMPARE(describe(parse(bytes, {i}, limits)), expected);
            everywhere.append(i);
        }
        QCOMPARE(describe(parse(bytes, everywhere, limits)), expected);
    }

    void keepsHeaders()
    {
        HttpRequestParser parser;
        parser.feed("GET / HTTP/1.1\r\nHost: a\r\nX-One:  1 \r\nx-list: a\r\nX-List: b\r\n\r\n");
        const auto event = parser.poll();
        QVERIFY(event);
        const auto &headers = std::get<IncomingRequest>(*event).headers;
        QCOMPARE(headers.value("x-one"), "1");
        QCOMPARE(headers.value("X-List"), "a, b");
    }
};

LOOPFLOW_TEST(HttpRequestParserTest)
#include "tst_httprequestparser.moc"
