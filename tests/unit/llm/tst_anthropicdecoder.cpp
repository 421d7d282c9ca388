#include "core/llm/anthropicdecoder.h"

#include "tests/support/test.h"
#include "tests/unit/llm/capture.h"
#include "tests/unit/llm/decoding.h"

#include <QTest>

using namespace loopflow;
using namespace loopflow::llm;
using namespace Qt::StringLiterals;

namespace {

QByteArray textDelta(const QByteArray &text, int index = 0)
{
    return QByteArray(
        R"({"type":"content_block_delta","index":INDEX,"delta":{"type":"text_delta","text":"TEXT"}})")
        .replace("INDEX", QByteArray::number(index))
        .replace("TEXT", text);
}

QByteArray stop(const QByteArray &reason, const QByteArray &details = "null")
{
    return QByteArray(
        R"({"type":"message_delta","delta":{"stop_reason":"REASON","stop_details":DETAILS},"usage":{"output_tokens":7}})")
        .replace("REASON", reason)
        .replace("DETAILS", details);
}

const QByteArray begin = R"({"type":"message_start","message":{"model":"m","content":[],"usage":
    {"input_tokens":25,"cache_read_input_tokens":3,"cache_creation_input_tokens":2,"output_tokens":1}}})";
const QByteArray end = R"({"type":"message_stop"})";

test::Decoded decodeLines(const QList<QByteArray> &lines)
{
    AnthropicDecoder decoder(u"Acme"_s);
    return test::decode(decoder, test::dataEvents(lines));
}

} // namespace

class AnthropicDecoderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodesCapturedStreams_data();
    void decodesCapturedStreams();
    void decodesCapturedWholeAnswers_data();
    void decodesCapturedWholeAnswers();
    void saysThatEveryCutIsIncomplete();
    void endsTheReply_data();
    void endsTheReply();
    void failsOnErrorEvents_data();
    void failsOnErrorEvents();
    void skipsWhatItDoesNotKnow();
    void keepsThinkingOutOfTheText();
    void takesTextThatABlockBeginsWith();
    void mergesUsage();
    void keepsWhatARefusalSays();
    void ignoresWhatFollowsTheStop();
    void refusesAWholeBodyThatIsNoReply_data();
    void refusesAWholeBodyThatIsNoReply();
};

void AnthropicDecoderTest::decodesCapturedStreams_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<Usage>("usage");
    QTest::addColumn<bool>("thought");
    const auto row = [](const char *name, const QString &text, const Usage &usage, bool thought) {
        QTest::newRow(name) << text << usage << thought;
    };
    row("anthropic-stream.sse",
        u" please wait, the client joins them. I know only a few words. the moon and the bot drinks tea über the cat "
        "sleeps and waits ✨. this is the moon."_s,
        {42, 39, 41}, false);
    row("think-anthropic-stream.sse", u" I like the llama 🦙."_s, {28, 19, 27}, true);
    row("ctx-full-mid-generation-messages.sse",
        u" I do not swim. the channel is far away, the bot answers in the server with a few words. the llama 🦙 can not "
        "remember what you can ask me about tea and the llama 🏽. the channel is still typing. the weather is still "
        "typing."_s,
        {15, 61, 14}, false);
    row("aimock/anthropic-ping.sse", u"Pong! Grüße aus dem Kanal 🦙 — naïve café. 日本"_s,
        {0, 0}, false);
    row("aimock/anthropic-think.sse", u"Short answer."_s, {0, 0}, true);
}

void AnthropicDecoderTest::decodesCapturedStreams()
{
    QFETCH(QString, text);
    QFETCH(bool, thought);
    const auto response = test::readCapture(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(response.status, 200);
    AnthropicDecoder decoder(u"Acme"_s);
    const auto decoded = test::decode(decoder, test::eventsOf(response.body));
    QVERIFY2(decoded.reply, qPrintable(decoded.error ? decoded.error->message : QString()));
    QCOMPARE(decoded.reply->text, text);
    QCOMPARE(decoded.deltas, text);
    QCOMPARE(decoded.reply->stop, StopReason::End);
    QTEST(decoded.reply->usage, "usage");
    QCOMPARE(decoded.thought, thought);
    QVERIFY(!decoded.reply->model.isEmpty());
    QVERIFY(decoder.isComplete());
    AnthropicDecoder byByte(u"Acme"_s);
    QCOMPARE(test::decode(byByte, test::eventsOfBytes(response.body)).reply, decoded.reply);
}

void AnthropicDecoderTest::decodesCapturedWholeAnswers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<StopReason>("stop");
    QTest::addColumn<Usage>("usage");
    QTest::newRow("anthropic-nonstream.json")
        << u" I am a few words."_s << StopReason::End << Usage{27, 7, 26};
    QTest::newRow("key-ok-x-api-key.json")
        << u" please wait, the bridge"_s << StopReason::Length << Usage{27, 5, 0};
}

void AnthropicDecoderTest::decodesCapturedWholeAnswers()
{
    QFETCH(QString, text);
    AnthropicDecoder decoder(u"Acme"_s);
    const auto decoded = test::decodeWhole(
        decoder, test::readCapture(QString::fromUtf8(QTest::currentDataTag())).body);
    QVERIFY(decoded.reply);
    QCOMPARE(decoded.reply->text, text);
    QCOMPARE(decoded.deltas, text);
    QTEST(decoded.reply->stop, "stop");
    QTEST(decoded.reply->usage, "usage");
}

void AnthropicDecoderTest::saysThatEveryCutIsIncomplete()
{
    const auto events = test::eventsOf(test::readCapture(u"think-anthropic-stream.sse"_s).body);
    for (qsizetype count = 0; count < events.size(); ++count) {
        AnthropicDecoder decoder(u"Acme"_s);
        const auto decoded = test::decode(decoder, events.first(count));
        QVERIFY2(decoded.error, qPrintable(QString::number(count)));
        QCOMPARE(decoded.error->code, ErrorCode::Incomplete);
    }
    QVERIFY(test::readCapture(u"aimock/anthropic-cutoff.sse"_s)
                .body.isEmpty()); // hung up before the headers
}

void AnthropicDecoderTest::endsTheReply_data()
{
    QTest::addColumn<QByteArray>("reason");
    QTest::addColumn<StopReason>("stop");
    QTest::newRow("end_turn") << QByteArray("end_turn") << StopReason::End;
    QTest::newRow("stop_sequence") << QByteArray("stop_sequence") << StopReason::End;
    QTest::newRow("a reason of tomorrow") << QByteArray("satisfied") << StopReason::End;
    QTest::newRow("max_tokens") << QByteArray("max_tokens") << StopReason::Length;
    QTest::newRow("context") << QByteArray("model_context_window_exceeded") << StopReason::Length;
    QTest::newRow("refusal") << QByteArray("refusal") << StopReason::Refusal;
    QTest::newRow("tool_use") << QByteArray("tool_use") << StopReason::Other;
    QTest::newRow("pause_turn") << QByteArray("pause_turn") << StopReason::Other;
}

void AnthropicDecoderTest::endsTheReply()
{
    QFETCH(QByteArray, reason);
    const auto decoded = decodeLines({begin, textDelta("hi"), ::stop(reason), end});
    QVERIFY(decoded.reply);
    QTEST(decoded.reply->stop, "stop");
}

void AnthropicDecoderTest::failsOnErrorEvents_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const QByteArray &event, const QByteArray &data,
                         ErrorCode code) { QTest::newRow(name) << event << data << code; };
    row("overloaded", "error",
        R"({"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}})",
        ErrorCode::Unavailable);
    row("rate limit", "error",
        R"({"type":"error","error":{"type":"rate_limit_error","message":"x"}})",
        ErrorCode::RateLimited);
    row("api_error", "error",
        R"({"type":"error","error":{"type":"api_error","message":"Internal server error"}})",
        ErrorCode::Unavailable);
    row("unnamed", "", R"({"type":"error","error":{"type":"invalid_request_error","message":"x"}})",
        ErrorCode::Invalid);
    row("llama.cpp", "", R"({"error":{"code":500,"message":"x","type":"server_error"}})",
        ErrorCode::Unavailable);
    row("no JSON, named", "error", "gone", ErrorCode::Unavailable);
    row("no JSON", "content_block_delta", R"({"type":"content_bl)", ErrorCode::Incomplete);
}

void AnthropicDecoderTest::failsOnErrorEvents()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, data);
    AnthropicDecoder decoder(u"Acme"_s);
    const auto decoded =
        test::decode(decoder, {{{}, begin}, {{}, textDelta("hi")}, {name, data}, {{}, end}});
    QVERIFY(decoded.error);
    QTEST(decoded.error->code, "code");
    QCOMPARE(decoded.deltas, u"hi"_s);
}

void AnthropicDecoderTest::skipsWhatItDoesNotKnow()
{
    const auto decoded = decodeLines({begin, R"({"type":"ping"})",
        R"({"type":"dream","delta":{"text":"no"}})",
        R"({"type":"content_block_start","index":0,"content_block":{"type":"server_tool_use","id":"x","input":{}}})",
        R"({"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"{\"a"}})",
        R"({"type":"content_block_delta","index":1,"delta":{"type":"citations_delta","citation":{}}})",
        textDelta("hi", 1), R"({"type":"content_block_stop","index":1})", stop("end_turn"),
        "[DONE]", end});
    QVERIFY(decoded.reply);
    QCOMPARE(decoded.reply->text, u"hi"_s);
    QVERIFY(!decoded.thought);
}

void AnthropicDecoderTest::keepsThinkingOutOfTheText()
{
    // Claude 5.5 opens with an empty thinking block; llama.cpp closes it after the text began.
    const auto blocks = decodeLines({begin,
        R"({"type":"content_block_start","index":0,"content_block":{"type":"thinking","thinking":"","signature":""}})",
        R"({"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"Hm"}})",
        textDelta("Y", 1),
        R"({"type":"content_block_delta","index":0,"delta":{"type":"signature_delta","signature":"abc"}})",
        textDelta("es", 1), stop("end_turn"), end});
    QVERIFY(blocks.reply);
    QCOMPARE(blocks.reply->text, u"Yes"_s);
    QVERIFY(blocks.thought);
    const auto tags = decodeLines({begin, textDelta("<thi"), textDelta("nk>Hm</th"),
        textDelta("ink>Yes"), stop("end_turn"), end});
    QVERIFY(tags.reply);
    QCOMPARE(tags.reply->text, u"Yes"_s);
    QVERIFY(tags.thought);
}

void AnthropicDecoderTest::takesTextThatABlockBeginsWith()
{
    const auto decoded = decodeLines({begin,
        R"({"type":"content_block_start","index":0,"content_block":{"type":"text","text":"He"}})",
        textDelta("llo"), stop("end_turn"), end});
    QVERIFY(decoded.reply);
    QCOMPARE(decoded.reply->text, u"Hello"_s);
}

void AnthropicDecoderTest::mergesUsage()
{
    const auto decoded = decodeLines({begin,
        R"({"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"input_tokens":null,"cache_read_input_tokens":10,
            "output_tokens":15,"output_tokens_details":{"thinking_tokens":6}}})",
        end});
    QVERIFY(decoded.reply);
    QCOMPARE(decoded.reply->usage, (Usage{37, 15, 10, 2, 6, {}})); // 25 + 10 + 2
}

void AnthropicDecoderTest::keepsWhatARefusalSays()
{
    const auto decoded = decodeLines({begin,
        stop("refusal", R"({"category":"cyber","explanation":"This asks for malware."})"), end});
    QVERIFY(decoded.reply);
    QCOMPARE(decoded.reply->refusal, u"This asks for malware."_s);
}

void AnthropicDecoderTest::ignoresWhatFollowsTheStop()
{
    const auto decoded =
        decodeLines({begin, textDelta("hi"), stop("end_turn"), end, textDelta("no"), "no JSON"});
    QVERIFY(decoded.reply);
    QCOMPARE(decoded.reply->text, u"hi"_s);
}

void AnthropicDecoderTest::refusesAWholeBodyThatIsNoReply_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("error") << QByteArray(
        R"({"type":"error","error":{"type":"overloaded_error","message":"x"}})")
                           << ErrorCode::Unavailable;
    QTest::newRow("web page") << QByteArray("<html>hello</html>") << ErrorCode::Invalid;
    QTest::newRow("something else") << QByteArray(R"({"content":"hi"})") << ErrorCode::Invalid;
}

void AnthropicDecoderTest::refusesAWholeBodyThatIsNoReply()
{
    QFETCH(QByteArray, body);
    AnthropicDecoder decoder(u"Acme"_s);
    const auto decoded = test::decodeWhole(decoder, body);
    QVERIFY(decoded.error);
    QTEST(decoded.error->code, "code");
}

LOOPFLOW_TEST(AnthropicDecoderTest)
#include "tst_anthropicdecoder.moc"
