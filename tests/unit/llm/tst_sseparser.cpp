#include "core/llm/sseparser.h"

#include "tests/support/test.h"
#include "tests/unit/llm/capture.h"

#include <QTest>

using namespace loopflow;
using namespace loopflow::llm;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(QList<loopflow::llm::SseEvent>)

namespace {

/// Fed in two pieces that are cut at every position. The pieces before the cut are fed once, as
/// they grow.
void compareEveryCut(QByteArrayView body, const QList<SseEvent> &expected)
{
    SseParser grown;
    QList<SseEvent> before;
    for (qsizetype cut = 0; cut <= body.size(); ++cut) {
        SseParser parser = grown;
        auto rest = parser.feed(body.sliced(cut));
        QVERIFY(rest);
        if (before + *rest + parser.finish() != expected)
            QFAIL(qPrintable(u"cut at %1"_s.arg(cut)));
        if (cut < body.size())
            before += *grown.feed(body.sliced(cut, 1));
    }
}

void compareTwoPieces(QByteArrayView body, const QList<SseEvent> &expected)
{
    for (qsizetype cut = 0; cut <= body.size(); ++cut) {
        SseParser parser;
        auto events = *parser.feed(body.first(cut));
        events += *parser.feed(body.sliced(cut));
        if (events + parser.finish() != expected)
            QFAIL(qPrintable(u"cut at %1"_s.arg(cut)));
    }
}

} // namespace

class SseParserTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsLines_data();
    void readsLines();
    void readsCapturesInAnyPieces_data();
    void readsCapturesInAnyPieces();
    void findsEveryDataLineOfAStream();
    void refusesALineWithoutEnd();
    void refusesAnEventWithoutEnd();
    void takesALongLineInPieces();
};

void SseParserTest::readsLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<SseEvent>>("events");
    using Events = QList<SseEvent>;
    const Events ab{{"", "a"}, {"", "b"}};
    QTest::newRow("LF") << QByteArray("data: a\n\ndata: b\n\n") << ab;
    QTest::newRow("CRLF") << QByteArray("data: a\r\n\r\ndata: b\r\n\r\n") << ab;
    QTest::newRow("CR") << QByteArray("data: a\r\rdata: b\r\r") << ab;
    QTest::newRow("mixed line ends") << QByteArray("data: a\r\n\ndata: b\r\r\n") << ab;
    QTest::newRow("one space is removed")
        << QByteArray("data:  a\n\ndata:b\n\n") << Events{{"", " a"}, {"", "b"}};
    QTest::newRow("byte order mark") << QByteArray("\xEF\xBB\xBF"
                                                   "data: a\n\n")
                                     << Events{{"", "a"}};
    QTest::newRow("only one byte order mark") << QByteArray("\xEF\xBB\xBF\xEF\xBB\xBF"
                                                            "data: a\n\ndata: b\n\n")
                                              << Events{{"", "b"}};
    QTest::newRow("comments") << QByteArray(": ping\n:\ndata: a\n: OPENROUTER PROCESSING\n\n")
                              << Events{{"", "a"}};
    QTest::newRow("lines join") << QByteArray("data: a\ndata\ndata: b\n\n")
                                << Events{{"", "a\n\nb"}};
    QTest::newRow("named") << QByteArray("event: error\ndata: a\n\ndata: b\n\n")
                           << Events{{"error", "a"}, {"", "b"}};
    QTest::newRow("a name without data is dropped")
        << QByteArray("event: x\n\ndata: b\n\n") << Events{{"", "b"}};
    QTest::newRow("empty data is dropped")
        << QByteArray("data:\n\ndata: b\n\n") << Events{{"", "b"}};
    QTest::newRow("unknown fields")
        << QByteArray("id: 4\nretry: 9\nfoo: x\ndata: b\n\n") << Events{{"", "b"}};
    QTest::newRow("no last blank line") << QByteArray("data: a\n\ndata: b\n") << ab;
    QTest::newRow("no last line end") << QByteArray("data: a\n\ndata: b") << ab;
    QTest::newRow("U+2028 and U+0085 end no line") << QByteArray(
        "data: x\xE2\x80\xA8y\xC2\x85z\n\n") << Events{{"", "x\xE2\x80\xA8y\xC2\x85z"}};
    QTest::newRow("multi-byte text")
        << QByteArray("data: 日本🦙é\n\n") << Events{{"", "日本🦙é"}};
    QTest::newRow("colons in the value")
        << QByteArray("data: {\"a\":1}\n\n") << Events{{"", "{\"a\":1}"}};
    QTest::newRow("nothing") << QByteArray() << Events{};
}

void SseParserTest::readsLines()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QList<SseEvent>, events);
    QCOMPARE(test::eventsOf(bytes), events);
    QCOMPARE(test::eventsOfBytes(bytes), events);
    compareTwoPieces(bytes, events);
}

void SseParserTest::readsCapturesInAnyPieces_data()
{
    QTest::addColumn<QByteArray>("body");
    for (const QString &name : test::captureNames(u".sse"_s))
        QTest::newRow(qPrintable(name)) << test::readCapture(name).body;
    QTest::newRow("chunked") << test::readCapture(u"chat-stream-raw-chunked.http"_s).body;
    QTest::newRow("wrong model") << test::readCapture(u"err-wrong-model.json"_s).body;
}

void SseParserTest::readsCapturesInAnyPieces()
{
    QFETCH(QByteArray, body);
    QCOMPARE(test::eventsOfBytes(body), test::eventsOf(body));
    // Every cut costs the square of the size: of long streams, which repeat themselves, the end is
    // cut.
    const QByteArray part = body.right(6 * 1024);
    compareEveryCut(part, test::eventsOf(part));
}

void SseParserTest::findsEveryDataLineOfAStream()
{
    const QByteArray body = test::readCapture(u"killed-mid-stream.sse"_s).body;
    const auto events = test::eventsOf(body);
    QCOMPARE(events.size(), body.count("data: "));
    QVERIFY(events.size() > 400);
    for (const auto &event : events)
        QVERIFY(event.data.startsWith("{\"choices\"") && event.data.endsWith('}'));
}

void SseParserTest::refusesALineWithoutEnd()
{
    SseParser parser;
    const QByteArray piece(1024 * 1024, 'x');
    for (qsizetype fed = 0; fed < SseParser::limit; fed += piece.size())
        QVERIFY(parser.feed(piece));
    const auto refused = parser.feed("y");
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::Invalid);
}

void SseParserTest::refusesAnEventWithoutEnd()
{
    SseParser parser;
    const QByteArray line = "data: " + QByteArray(1024 * 1024, 'x') + '\n';
    int taken = 0;
    while (taken < 100 && parser.feed(line))
        ++taken;
    QCOMPARE(taken, 15); // each line holds a little more than a sixteenth
}

void SseParserTest::takesALongLineInPieces()
{
    const QByteArray text(3 * 1024 * 1024, 'x');
    const QByteArray body = "data: " + text + "\n\n";
    SseParser parser;
    QList<SseEvent> events;
    for (qsizetype at = 0; at < body.size(); at += 1000)
        events += *parser.feed(
            QByteArrayView(body).sliced(at, std::min<qsizetype>(1000, body.size() - at)));
    QCOMPARE(events, (QList<SseEvent>{{"", text}}));
}

LOOPFLOW_TEST(SseParserTest)
#include "tst_sseparser.moc"
