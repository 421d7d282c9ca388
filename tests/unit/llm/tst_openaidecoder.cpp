#include "core/llm/openaidecoder.h"

#include "tests/support/test.h"
#include "tests/unit/llm/capture.h"
#include "tests/unit/llm/decoding.h"

#include <QTest>

using namespace loopflow;
using namespace loopflow::llm;
using namespace Qt::StringLiterals;

namespace {

struct Expected {
    QString begin; ///< of the text
    QString end;
    StopReason stop = StopReason::End;
    Usage usage{};
    bool thought = false;
};

QByteArray chunk(const QByteArray &delta, const QByteArray &finish = "null")
{
    return R"({"model":"m","choices":[{"index":0,"delta":)" + delta + R"(,"finish_reason":)"
        + finish + "}]}";
}

test::Decoded decodeLines(const QList<QByteArray> &lines)
{
    OpenAiDecoder decoder(u"Acme"_s);
    return test::decode(decoder, test::dataEvents(lines));
}

} // namespace

Q_DECLARE_METATYPE(Expected)

class OpenAiDecoderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void decodesCapturedStreams_data();
    void decodesCapturedStreams();
    void saysThatCutStreamsAreIncomplete_data();
    void saysThatCutStreamsAreIncomplete();
    void decodesCapturedWholeAnswers_data();
    void decodesCapturedWholeAnswers();
    void endsTheReply_data();
    void endsTheReply();
    void failsOnErrorEvents_data();
    void failsOnErrorEvents();
    void knowsWhatAnErrorEventMeansForTheRetry();
    void readsUsage_data();
    void readsUsage();
    void keepsThinkingOutOfTheText_data();
    void keepsThinkingOutOfTheText();
    void isCompleteOnlyAfterDone();
    void ignoresWhatFollowsDone();
    void needsDoneExactly();
    void keepsAReplyWhoseEndWasBroken();
    void collectsARefusal();
    void refusesAWholeBodyThatIsNoReply_data();
    void refusesAWholeBodyThatIsNoReply();
};

void OpenAiDecoderTest::decodesCapturedStreams_data()
{
    QTest::addColumn<Expected>("expected");
    const QString pong = u"Pong! Grüße aus dem Kanal 🦙 — naïve café. 日本"_s;
    const auto row = [](const char *name, const Expected &expected) {
        QTest::newRow(name) << expected;
    };
    row("chat-stream.sse",
        {u" the dog reads a very small"_s, u"this is quiet today"_s, StopReason::Length});
    row("chat-stream-usage.sse",
        {u" the dog reads a few words."_s, u"the bridge 🏽."_s, StopReason::End, {42, 56, 41}});
    row("chat-stream-length.sse",
        {u" the dog"_s, u" reads a few"_s, StopReason::Length, {27, 5, 0}});
    row("chat-stream-raw-chunked.http", {u" "_s, {}, StopReason::Length});
    row("ctx-full-mid-generation-chat.sse",
        {u" I do not remember"_s, u"words. please wait"_s, StopReason::Length, {15, 241, 0}});
    row("err-wrong-model.json", {u" a very small server sends"_s, {}, StopReason::Length});
    row("router-chat-stream.sse",
        {u" I think the bot drinks tea"_s, u"made of cheese, and"_s, StopReason::Length});
    row("think-chat-stream.sse",
        {u" you can ask me about tea"_s, u"the bridge 🏽."_s, StopReason::End, {28, 56, 0},
            true});
    row("think-chat-cut-in-thinking.sse", {{}, {}, StopReason::Length, {}, true});
    row("think-chat-nothink.sse", {u" the llama 🏽."_s, {}});
    row("aimock/openai-ping.sse", {pong, {}, StopReason::End, {1, 12}});
    row("aimock/openrouter-ping.sse", {pong, {}, StopReason::End, {2, 12}});
    row("aimock/openai-think.sse", {u"Short answer."_s, {}, StopReason::End, {2, 4}, true});
    row("aimock/openai-lengthstop.sse", {u"cut by length"_s, {}, StopReason::Length, {3, 4}});
}

void OpenAiDecoderTest::decodesCapturedStreams()
{
    QFETCH(Expected, expected);
    const auto response = test::readCapture(QString::fromUtf8(QTest::currentDataTag()));
    QCOMPARE(response.status, 200);
    OpenAiDecoder decoder(u"Acme"_s);
    const auto decoded = test::decode(decoder, test::eventsOf(response.body));
    QVERIFY2(decoded.reply, qPrintable(decoded.error ? decoded.error->message : QString()));
    const QString text = decoded.reply->text;
    QVERIFY2(text.startsWith(expected.begin) && text.endsWith(expected.end), qPrintable(text));
    if (expected.end.isEmpty())
        QCOMPARE(text, expected.begin);
    QCOMPARE(decoded.deltas, text);
    QCOMPARE(decoded.reply->stop, expected.stop);
    QCOMPARE(decoded.reply->usage, expected.usage);
    QCOMPARE(decoded.thought, expected.thought);
    QVERIFY(!decoded.reply->model.isEmpty());
    QVERIFY(decoder.isComplete());
    OpenAiDecoder byByte(u"Acme"_s);
    QCOMPARE(test::decode(byByte, test::eventsOfBytes(response.body)).reply, decoded.reply);
}

void OpenAiDecoderTest::saysThatCutStreamsAreIncomplete_data()
{
    QTest::addColumn<QString>("end");
    QTest::newRow("killed-mid-stream.sse") << u" is the"_s;
    QTest::newRow("sigterm-mid-stream.sse") << u" the same"_s;
    QTest::newRow("aimock/openai-hangup.sse") << u"this con"_s;
    QTest::newRow("aimock/openai-cutoff.sse") << QString();
}

void OpenAiDecoderTest::saysThatCutStreamsAreIncomplete()
{
    QFETCH(QString, end);
    const auto response = test::readCapture(QString::fromUtf8(QTest::currentDataTag()));
    OpenAiDecoder decoder(u"Acme"_s);
    const auto decoded = test::decode(decoder, test::eventsOf(response.body));
    QVERIFY(decoded.error);
    QCOMPARE(decoded.error->code, ErrorCode::Incomplete);
    QVERIFY2(decoded.deltas.endsWith(end), qPrintable(decoded.deltas));
    QVERIFY(!decoder.isComplete());
}

void OpenAiDecoderTest::decodesCapturedWholeAnswers_data()
{
    QTest::addColumn<Expected>("expected");
    const auto row = [](const char *name, const Expected &expected) {
        QTest::newRow(name) << expected;
    };
    row("chat-nonstream.json",
        {u" the dog reads"_s, u"this is quiet today"_s, StopReason::Length, {42, 40, 41}});
    row("chat-same-role-twice.json",
        {u" the server with a message can ask me about cats"_s, {}, StopReason::Length,
            {40, 10, 25}});
    row("key-ok-bearer.json", {u" this is quiet today,"_s, {}, StopReason::Length, {27, 5, 26}});
    row("strict-ok.json", {u" the weather is nice."_s, {}, StopReason::End, {33, 6, 0}});
    row("strict-empty-content.json",
        {u" the same. naïve café owners"_s, {}, StopReason::Length, {9, 6, 4}});
    row("strict-ends-with-assistant.json",
        {u"the cat sleeps and the bot answers in"_s, {}, StopReason::Length, {18, 6, 4}});
}

void OpenAiDecoderTest::decodesCapturedWholeAnswers()
{
    QFETCH(Expected, expected);
    const auto response = test::readCapture(QString::fromUtf8(QTest::currentDataTag()));
    OpenAiDecoder decoder(u"Acme"_s);
    const auto decoded = test::decodeWhole(decoder, response.body);
    QVERIFY2(decoded.reply, qPrintable(decoded.error ? decoded.error->message : QString()));
    QVERIFY(decoded.reply->text.startsWith(expected.begin)
        && decoded.reply->text.endsWith(expected.end));
    QCOMPARE(decoded.deltas, decoded.reply->text);
    QCOMPARE(decoded.reply->stop, expected.stop);
    QCOMPARE(decoded.reply->usage, expected.usage);
    QVERIFY(decoder.isComplete());
}

void OpenAiDecoderTest::endsTheReply_data()
{
    QTest::addColumn<QList<QByteArray>>("lines");
    QTest::addColumn<StopReason>("stop");
    const QByteArray hi = chunk(R"({"content":"hi"})");
    const auto row = [&](const char *name, const QByteArray &reason, StopReason stop) {
        QTest::newRow(name) << QList<QByteArray>{hi, chunk("{}", '"' + reason + '"')} << stop;
    };
    row("stop", "stop", StopReason::End);
    row("end", "end", StopReason::End);
    row("a reason of tomorrow", "satisfied", StopReason::End);
    row("length", "length", StopReason::Length);
    row("Mistral's length", "model_length", StopReason::Length);
    row("z.ai's context", "model_context_window_exceeded", StopReason::Length);
    row("filter", "content_filter", StopReason::Refusal);
    row("tools", "tool_calls", StopReason::Other);
    QTest::newRow("DONE without a reason") << QList<QByteArray>{hi, "[DONE]"} << StopReason::End;
    QTest::newRow("two finishing chunks") << QList<QByteArray>{hi, chunk("{}", "\"stop\""),
        chunk("{}", "\"stop\""), "[DONE]"} << StopReason::End;
    QTest::newRow("usage chunk behind it") << QList<QByteArray>{hi, chunk("{}", "\"stop\""),
        R"({"choices":[],"usage":{"prompt_tokens":1}})"}
                                           << StopReason::End;
    QTest::newRow("another choice is not ours") << QList<QByteArray>{hi,
        R"({"choices":[{"index":1,"delta":{"content":"no"},"finish_reason":"length"}]})", "[DONE]"}
                                                << StopReason::End;
}

void OpenAiDecoderTest::endsTheReply()
{
    QFETCH(QList<QByteArray>, lines);
    QFETCH(StopReason, stop);
    const auto decoded = decodeLines(lines);
    QVERIFY(decoded.reply);
    QCOMPARE(decoded.reply->text, u"hi"_s);
    QCOMPARE(decoded.reply->stop, stop);
}

void OpenAiDecoderTest::failsOnErrorEvents_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QByteArray>("data");
    QTest::addColumn<ErrorCode>("code");
    const auto row = [](const char *name, const QByteArray &event, const QByteArray &data,
                         ErrorCode code) { QTest::newRow(name) << event << data << code; };
    row("OpenAI", "", R"({"error":{"message":"boom","type":"server_error"}})",
        ErrorCode::Unavailable);
    row("llama.cpp", "", R"({"error":{"code":500,"message":"slot gone","type":"server_error"}})",
        ErrorCode::Unavailable);
    row("vLLM", "", R"({"object":"error","message":"bad","type":"BadRequestError","code":400})",
        ErrorCode::Invalid);
    row("OpenRouter", "",
        R"({"id":"g","error":{"code":429,"message":"slow down"},"choices":[{"index":0,"delta":{"content":""},"finish_reason":"error"}]})",
        ErrorCode::RateLimited);
    row("named", "error", R"({"error":{"message":"x","type":"invalid_request_error"}})",
        ErrorCode::Invalid);
    row("named, bare", "error", R"({"code":"rate_limit_exceeded","message":"slow"})",
        ErrorCode::RateLimited);
    row("named, no JSON", "error", "upstream died", ErrorCode::Unavailable);
    row("a word", "", R"({"error":"model is overloaded"})", ErrorCode::Unavailable);
    row("Gemini's array", "", R"([{"error":{"code":503,"message":"x","status":"UNAVAILABLE"}}])",
        ErrorCode::Unavailable);
    row("finish_reason error", "",
        R"({"choices":[{"index":0,"delta":{},"finish_reason":"error"}]})", ErrorCode::Unavailable);
    row("network_error", "",
        R"({"choices":[{"index":0,"delta":{},"finish_reason":"network_error"}]})",
        ErrorCode::Unavailable);
    row("no JSON", "", "<html>502</html>", ErrorCode::Incomplete);
    row("cut JSON", "", R"({"choices":[{"index":0,"del)", ErrorCode::Incomplete);
}

void OpenAiDecoderTest::failsOnErrorEvents()
{
    QFETCH(QByteArray, name);
    QFETCH(QByteArray, data);
    QFETCH(ErrorCode, code);
    OpenAiDecoder decoder(u"Acme"_s);
    const auto decoded =
        test::decode(decoder, {{{}, chunk(R"({"content":"hi"})")}, {name, data}, {{}, "[DONE]"}});
    QVERIFY(decoded.error);
    QCOMPARE(decoded.error->code, code);
    QVERIFY2(decoded.error->message.contains(u"Acme"), qPrintable(decoded.error->message));
    QCOMPARE(decoded.deltas, u"hi"_s);
}

void OpenAiDecoderTest::knowsWhatAnErrorEventMeansForTheRetry()
{
    OpenAiDecoder limited(u"Acme"_s);
    const auto slow = limited.feed(
        {{}, R"({"error":{"code":429,"message":"Slow down. Please try again in 7.66s."}})"});
    QVERIFY(!slow);
    const LlmFailure failure = limited.explain(slow.error());
    QCOMPARE(failure.error, slow.error());
    QCOMPARE(failure.retryAfter, std::optional<Milliseconds>(7660));
    QVERIFY(failure.retryable);
    OpenAiDecoder refusing(u"Acme"_s);
    const auto refused = refusing.whole(
        R"({"error":{"code":400,"message":"temperature: Extra inputs are not permitted"}})");
    QVERIFY(!refused);
    QCOMPARE(refusing.explain(refused.error()).refusedParameter, u"temperature"_s);
    const auto cut = refusing.finish();
    QVERIFY(!cut);
    QVERIFY(refusing.explain(cut.error()).retryable);
    QVERIFY(refusing.explain(cut.error()).refusedParameter.isEmpty());
}

void OpenAiDecoderTest::readsUsage_data()
{
    QTest::addColumn<QByteArray>("chunk");
    QTest::addColumn<Usage>("usage");
    const auto row = [](const char *name, const QByteArray &json, const Usage &usage) {
        QTest::newRow(name) << json << usage;
    };
    row("OpenAI",
        R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12,
            "prompt_tokens_details":{"cached_tokens":4,"cache_write_tokens":2},"completion_tokens_details":{"reasoning_tokens":1}}})",
        {9, 3, 4, 2, 1, {}});
    row("DeepSeek",
        R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":3,"prompt_cache_hit_tokens":5}})",
        {9, 3, 5});
    row("OpenRouter",
        R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":3,"cost":0.0125}})",
        {9, 3, -1, -1, -1, 0.0125});
    row("Groq", R"({"choices":[],"x_groq":{"usage":{"prompt_tokens":9,"completion_tokens":3}}})",
        {9, 3});
    row("Moonshot",
        R"({"choices":[{"index":0,"delta":{},"usage":{"prompt_tokens":9,"completion_tokens":3}}]})",
        {9, 3});
    row("thinking beside the completion",
        R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":20,"completion_tokens_details":{"reasoning_tokens":8}}})",
        {9, 11, -1, -1, 8, {}});
    row("null", R"({"choices":[],"usage":null})", {});
    row("null fields",
        R"({"choices":[],"usage":{"prompt_tokens":9,"completion_tokens":null,"prompt_tokens_details":null}})",
        {9});
}

void OpenAiDecoderTest::readsUsage()
{
    QFETCH(QByteArray, chunk);
    const auto decoded = decodeLines({::chunk(R"({"content":"hi"})", "\"stop\""), chunk, "[DONE]"});
    QVERIFY(decoded.reply);
    QTEST(decoded.reply->usage, "usage");
}

void OpenAiDecoderTest::keepsThinkingOutOfTheText_data()
{
    QTest::addColumn<QList<QByteArray>>("deltas");
    QTest::newRow("reasoning_content")
        << QList<QByteArray>{R"({"reasoning_content":"Hm"})", R"({"content":"Yes"})"};
    QTest::newRow("reasoning") << QList<QByteArray>{
        R"({"reasoning":"Hm","content":""})", R"({"content":"Yes"})"};
    QTest::newRow("reasoning_text")
        << QList<QByteArray>{R"({"reasoning_text":"Hm"})", R"({"content":"Yes"})"};
    QTest::newRow("two copies") << QList<QByteArray>{
        R"({"reasoning_content":"Hm","reasoning":"Hm"})", R"({"content":"Yes"})"};
    QTest::newRow("details") << QList<QByteArray>{
        R"({"reasoning_details":[{"text":"Hm"}]})", R"({"content":"Yes"})"};
    QTest::newRow("tags") << QList<QByteArray>{
        R"({"content":"<thi"})", R"({"content":"nk>Hm</th"})", R"({"content":"ink>\n\nYes"})"};
    QTest::newRow("Mistral's parts") << QList<QByteArray>{
        R"({"content":[{"type":"thinking","thinking":[{"type":"text","text":"Hm"}]}]})",
        R"({"content":[{"type":"text","text":"Yes"}]})"};
}

void OpenAiDecoderTest::keepsThinkingOutOfTheText()
{
    QFETCH(QList<QByteArray>, deltas);
    QList<QByteArray> lines;
    for (const auto &delta : deltas)
        lines.append(chunk(delta));
    const auto decoded = decodeLines(lines + QList<QByteArray>{chunk("{}", "\"stop\""), "[DONE]"});
    QVERIFY(decoded.reply);
    QCOMPARE(decoded.reply->text, u"Yes"_s);
    QCOMPARE(decoded.deltas, u"Yes"_s);
    QVERIFY(decoded.thought);
}

void OpenAiDecoderTest::isCompleteOnlyAfterDone()
{
    OpenAiDecoder decoder(u"Acme"_s);
    QVERIFY(decoder.feed({{}, chunk(R"({"content":"hi"})", "\"stop\"")}));
    QVERIFY(!decoder.isComplete()); // the usage may follow
    QVERIFY(decoder.finish());
    QVERIFY(decoder.feed({{}, "[DONE]"}));
    QVERIFY(decoder.isComplete());
}

void OpenAiDecoderTest::ignoresWhatFollowsDone()
{
    const auto decoded = decodeLines(
        {chunk(R"({"content":"hi"})"), "[DONE]", chunk(R"({"content":"no"})"), "no JSON"});
    QVERIFY(decoded.reply);
    QCOMPARE(decoded.reply->text, u"hi"_s);
}

void OpenAiDecoderTest::needsDoneExactly()
{
    const auto decoded = decodeLines({chunk(R"({"content":"hi"})"), "[DONE]!"});
    QVERIFY(decoded.error);
    QCOMPARE(decoded.error->code, ErrorCode::Incomplete);
    const auto empty = decodeLines({"[DONE]"});
    QVERIFY(empty.error);
    QCOMPARE(empty.error->code, ErrorCode::Incomplete);
}

void OpenAiDecoderTest::keepsAReplyWhoseEndWasBroken()
{
    const auto decoded =
        decodeLines({chunk(R"({"content":"hi"})", "\"stop\""), R"({"choices":[],"usa)"});
    QVERIFY(decoded.reply);
    QCOMPARE(decoded.reply->text, u"hi"_s);
}

void OpenAiDecoderTest::collectsARefusal()
{
    const auto decoded = decodeLines(
        {chunk(R"({"refusal":"I can't "})"), chunk(R"({"refusal":"help."})", "\"stop\"")});
    QVERIFY(decoded.reply);
    QCOMPARE(decoded.reply->stop, StopReason::Refusal);
    QCOMPARE(decoded.reply->refusal, u"I can't help."_s);
    QVERIFY(decoded.reply->text.isEmpty());
}

void OpenAiDecoderTest::refusesAWholeBodyThatIsNoReply_data()
{
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<ErrorCode>("code");
    QTest::newRow("OpenRouter's error in a 200")
        << QByteArray(R"({"error":{"code":502,"message":"Provider returned error"}})")
        << ErrorCode::Unavailable;
    QTest::newRow("blank lines first")
        << QByteArray("\n\n\n{\"error\":{\"type\":\"rate_limit_error\",\"message\":\"slow\"}}")
        << ErrorCode::RateLimited;
    QTest::newRow("web page") << QByteArray("<html>hello</html>") << ErrorCode::Invalid;
    QTest::newRow("something else") << QByteArray(R"({"hello":1})") << ErrorCode::Invalid;
    QTest::newRow("nothing") << QByteArray() << ErrorCode::Invalid;
}

void OpenAiDecoderTest::refusesAWholeBodyThatIsNoReply()
{
    QFETCH(QByteArray, body);
    QFETCH(ErrorCode, code);
    OpenAiDecoder decoder(u"Acme"_s);
    const auto decoded = test::decodeWhole(decoder, body);
    QVERIFY(decoded.error);
    QCOMPARE(decoded.error->code, code);
}

LOOPFLOW_TEST(OpenAiDecoderTest)
#include "tst_openaidecoder.moc"
