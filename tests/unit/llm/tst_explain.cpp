#include "core/llm/explain.h"

#include "tests/support/test.h"
#include "tests/unit/llm/capture.h"

#include <QTest>

using namespace loopflow;
using namespace loopflow::llm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

HttpResponse responseOf(int status, const QByteArray &body,
    const Headers &headers = {{"content-type", "application/json"}})
{
    return {status, headers, body};
}

QByteArray errorBody(const QByteArray &message)
{
    return QByteArray(R"({"error":{"message":"MESSAGE"}})").replace("MESSAGE", message);
}

} // namespace

class ExplainTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void explainsCapturedErrors_data();
    void explainsCapturedErrors();
    void readsTheNumbersOfACapturedOverflow_data();
    void readsTheNumbersOfACapturedOverflow();
    void waitsAsLongAsCapturedServersAsk_data();
    void waitsAsLongAsCapturedServersAsk();
    void obeysTheServersAdvice_data();
    void obeysTheServersAdvice();
    void givesUpWhereTheWaitIsLong();
    void namesTheRefusedParameter();
    void showsAProxysPageAsText();
    void showsPlainText();
    void takesABareRefusalForATooLongRequest();
    void followsNoRedirect();
    void neverRepeatsAKey_data();
    void neverRepeatsAKey();
    void quotesOneShortLine();
    void explainsErrorsInsideAStream_data();
    void explainsErrorsInsideAStream();
    void keepsNumbersAndNamesOfStreamErrors();
    void explainsErrorsOfTheConnection_data();
    void explainsErrorsOfTheConnection();
};

void ExplainTest::explainsCapturedErrors_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("retryable");
    const auto row = [](const char *name, ErrorCode code, bool retryable) {
        QTest::newRow(name) << code << retryable;
    };
    row("err-anthropic-invalid.json", ErrorCode::Invalid, false); // a 500 that would fail for ever
    row("err-anthropic-overflow.sse", ErrorCode::TooLong, false);
    row("err-bad-role.json", ErrorCode::Invalid, false);
    row("err-context-overflow-nonstream.json", ErrorCode::TooLong, false);
    row("err-context-overflow.sse", ErrorCode::TooLong, false);
    row("err-image-unsupported.json", ErrorCode::Invalid, false);
    row("err-invalid-json.json", ErrorCode::Invalid, false);
    row("err-no-messages.json", ErrorCode::Invalid, false);
    row("err-not-found.json", ErrorCode::NotFound, false);
    row("key-err-401-no-key.json", ErrorCode::Unauthorized, false);
    row("key-err-401-wrong-key.json", ErrorCode::Unauthorized, false);
    row("key-models-no-key.json", ErrorCode::Unauthorized, false);
    row("router-err-anthropic-wrong-model.json", ErrorCode::NotFound, false);
    row("router-err-no-model.json", ErrorCode::Invalid, false);
    row("router-err-wrong-model-stream.json", ErrorCode::NotFound, false);
    row("strict-anthropic-two-users.json", ErrorCode::Invalid, false);
    row("strict-err-assistant-first.json", ErrorCode::Invalid, false);
    row("strict-err-second-system.json", ErrorCode::Invalid, false);
    row("strict-err-two-users.json", ErrorCode::Invalid, false);
    row("strict-temperature-string.json", ErrorCode::Invalid, false);
    row("aimock/anthropic-overloaded.sse", ErrorCode::Unavailable, true);
    row("aimock/anthropic-ratelimit.sse", ErrorCode::RateLimited, true);
    row("aimock/gemini-ratelimit.json", ErrorCode::RateLimited, true);
    row("aimock/openai-ratelimit.sse", ErrorCode::RateLimited, true);
    row("aimock/openai-toolong.sse", ErrorCode::TooLong, false);
    row("aimock/unmatched.json", ErrorCode::NotFound, false);
}

void ExplainTest::explainsCapturedErrors()
{
    QFETCH(ErrorCode, code);
    QFETCH(bool, retryable);
    const auto response = test::readCapture(QString::fromUtf8(QTest::currentDataTag()));
    QVERIFY(response.status >= 400);
    const auto failure = explainResponse(u"Acme"_s, response);
    QCOMPARE(failure.error.code, code);
    QCOMPARE(failure.retryable, retryable);
    QVERIFY2(failure.error.message.size() > 30, qPrintable(failure.error.message));
    QVERIFY(!failure.error.message.contains(u'\n'));
}

void ExplainTest::readsTheNumbersOfACapturedOverflow_data()
{
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<qint64>("request");
    QTest::newRow("err-context-overflow.sse") << qint64(512) << qint64(5212);
    QTest::newRow("err-anthropic-overflow.sse") << qint64(512) << qint64(5212);
    QTest::newRow("aimock/openai-toolong.sse") << qint64(8192) << qint64(9001);
}

void ExplainTest::readsTheNumbersOfACapturedOverflow()
{
    const auto failure =
        explainResponse(u"Acme"_s, test::readCapture(QString::fromUtf8(QTest::currentDataTag())));
    QTEST(failure.contextLimit, "limit");
    QTEST(failure.requestTokens, "request");
    QVERIFY(failure.error.message.startsWith(u"The conversation is too long for the model: "));
}

void ExplainTest::waitsAsLongAsCapturedServersAsk_data()
{
    QTest::addColumn<QString>("requestId");
    QTest::newRow("aimock/openai-ratelimit.sse") << u"req-bqZu2odH9mzc5Prt"_s;
    QTest::newRow("aimock/anthropic-ratelimit.sse") << u"req-BIcuhfVtZD_HXXoP"_s;
}

void ExplainTest::waitsAsLongAsCapturedServersAsk()
{
    const auto failure =
        explainResponse(u"Acme"_s, test::readCapture(QString::fromUtf8(QTest::currentDataTag())));
    QCOMPARE(failure.retryAfter, std::optional<Milliseconds>(2s));
    QTEST(failure.requestId, "requestId");
    QCOMPARE(failure.error.message,
        u"Acme takes no more requests for now. Try again in 2 s. It said: “Rate limit reached”"_s);
}

void ExplainTest::obeysTheServersAdvice_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("advice");
    QTest::addColumn<bool>("retryable");
    QTest::newRow("no advice") << 500 << QByteArray() << true;
    QTest::newRow("do not") << 500 << QByteArray("false") << false;
    QTest::newRow("do") << 418 << QByteArray("true") << true;
    QTest::newRow("do, with a wrong key") << 401 << QByteArray("true") << false;
    QTest::newRow("nonsense") << 418 << QByteArray("maybe") << false;
}

void ExplainTest::obeysTheServersAdvice()
{
    QFETCH(int, status);
    QFETCH(QByteArray, advice);
    const auto failure = explainResponse(
        u"Acme"_s, responseOf(status, errorBody("x"), {{"x-should-retry", advice}}));
    QTEST(failure.retryable, "retryable");
}

void ExplainTest::givesUpWhereTheWaitIsLong()
{
    const auto failure =
        explainResponse(u"Acme"_s, responseOf(429, errorBody("slow"), {{"retry-after", "1800"}}));
    QCOMPARE(failure.error.code, ErrorCode::RateLimited);
    QVERIFY(!failure.retryable);
    QVERIFY2(failure.error.message.contains(u"Try again in 30 minutes."),
        qPrintable(failure.error.message));
    const auto words =
        explainResponse(u"Acme"_s, responseOf(429, errorBody("Please try again in 7.66s.")));
    QCOMPARE(words.retryAfter, std::optional<Milliseconds>(7660ms));
    QVERIFY(words.retryable);
}

void ExplainTest::namesTheRefusedParameter()
{
    const auto failure = explainResponse(u"Acme"_s,
        responseOf(400,
            errorBody(
                "Unsupported parameter: 'max_tokens' is not supported. Use 'max_completion_tokens' instead.")));
    QCOMPARE(failure.error.code, ErrorCode::UnsupportedParameter);
    QCOMPARE(failure.refusedParameter, u"max_tokens"_s);
    QCOMPARE(failure.renamedParameter, u"max_completion_tokens"_s);
    QVERIFY(failure.error.message.contains(u"“max_tokens”"));
    QVERIFY(!failure.retryable);
}

void ExplainTest::showsAProxysPageAsText()
{
    const QByteArray page =
        "<!DOCTYPE html><html><head><style>body{color:red}</style><title>502</title></head>"
        "<body><h1>Bad gateway</h1>\n<script>alert(1)</script>cloudflare</body></html>";
    const auto failure =
        explainResponse(u"Acme"_s, responseOf(502, page, {{"Content-Type", "text/html"}}));
    QCOMPARE(failure.error.code, ErrorCode::Unavailable);
    QVERIFY(failure.retryable);
    QCOMPARE(failure.error.message,
        u"Acme failed to answer. Try again in a moment. It said: “502 Bad gateway cloudflare”"_s);
}

void ExplainTest::showsPlainText()
{
    const auto failure = explainResponse(u"Acme"_s, responseOf(503, "no healthy upstream", {}));
    QVERIFY(failure.overloaded);
    QVERIFY(failure.error.message.endsWith(u"It said: “no healthy upstream”"));
    const auto silent = explainResponse(u"Acme"_s, responseOf(502, {}, {}));
    QVERIFY(silent.error.message.endsWith(u"It said no more than HTTP 502."));
}

void ExplainTest::takesABareRefusalForATooLongRequest()
{
    QCOMPARE(explainResponse(u"Acme"_s, responseOf(400, {}, {})).error.code, ErrorCode::TooLong);
    QCOMPARE(explainResponse(u"Acme"_s, responseOf(413, {}, {})).error.code, ErrorCode::TooLong);
}

void ExplainTest::followsNoRedirect()
{
    const auto failure = explainResponse(
        u"Acme"_s, responseOf(302, {}, {{"location", "https://elsewhere.example"}}));
    QCOMPARE(failure.error.code, ErrorCode::Invalid);
    QVERIFY(!failure.retryable);
    QVERIFY(failure.error.message.contains(u"Check the provider's address"));
}

void ExplainTest::neverRepeatsAKey_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("key");
    QTest::newRow("OpenAI") << 401 << QByteArray("sk-proj-abcdefgh12345678");
    QTest::newRow("OpenAI, 400") << 400 << QByteArray("sk-proj-abcdefgh12345678");
    QTest::newRow("Anthropic") << 500 << QByteArray("sk-ant-api03-abcdefgh_12345678");
    QTest::newRow("Groq") << 500 << QByteArray("gsk_abcdefgh12345678");
    QTest::newRow("xAI") << 403 << QByteArray("xai-abcdefgh12345678");
    QTest::newRow("Google") << 403 << QByteArray("AIzaSyAbcdefgh12345678");
    QTest::newRow("Mistral") << 500 << QByteArray("abcdefgh12345678abcdefgh12345678");
    QTest::newRow("a header") << 500 << QByteArray("Bearer tiny");
    QTest::newRow("any key, refused") << 401 << QByteArray("tiny");
}

void ExplainTest::neverRepeatsAKey()
{
    QFETCH(int, status);
    QFETCH(QByteArray, key);
    const auto json = explainResponse(
        u"Acme"_s, responseOf(status, errorBody("Incorrect key provided: " + key + ".")));
    QVERIFY2(
        !json.error.message.contains(QString::fromLatin1(key)), qPrintable(json.error.message));
    const auto text = explainResponse(u"Acme"_s, responseOf(status, "Denied " + key, {}));
    QVERIFY2(
        !text.error.message.contains(QString::fromLatin1(key)), qPrintable(text.error.message));
}

void ExplainTest::quotesOneShortLine()
{
    QCOMPARE(quotable(u"  one\n two\t three "_s), u"one two three"_s);
    QCOMPARE(quotable(u"skateboarding hfoo-bar pk1"_s), u"skateboarding hfoo-bar pk1"_s);
    const QString longer = quotable(QString(500, u'x').insert(3, u' '));
    QCOMPARE(longer.size(), 200);
    QVERIFY(longer.endsWith(u'…'));
    const QString pair = quotable(QString(198, u'.') + u"🦙🦙"_s);
    QCOMPARE(pair, QString(198, u'.') + u'…');
}

void ExplainTest::explainsErrorsInsideAStream_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("retryable");
    QTest::addColumn<bool>("overloaded");
    const auto row = [](const char *name, const QByteArray &json, ErrorCode code, bool retryable,
                         bool overloaded = false) {
        QTest::newRow(name) << json << code << retryable << overloaded;
    };
    row("overloaded", R"({"error":{"type":"overloaded_error","message":"Overloaded"}})",
        ErrorCode::Unavailable, true, true);
    row("failed", R"({"error":{"type":"api_error","message":"x"}})", ErrorCode::Unavailable, true);
    row("unknown", R"({"error":{"message":"x"}})", ErrorCode::Unavailable, true);
    row("rate limit", R"({"error":{"type":"rate_limit_error","message":"x"}})",
        ErrorCode::RateLimited, true);
    row("quota", R"({"error":{"code":"insufficient_quota","message":"x"}})", ErrorCode::Forbidden,
        false);
    row("key", R"({"error":{"code":401,"message":"x"}})", ErrorCode::Unauthorized, false);
    row("wrong", R"({"error":{"type":"invalid_request_error","message":"x"}})", ErrorCode::Invalid,
        false);
    row("a long wait", R"({"error":{"code":429,"message":"Try again in 20m0s."}})",
        ErrorCode::RateLimited, false);
}

void ExplainTest::explainsErrorsInsideAStream()
{
    QFETCH(QByteArray, json);
    const auto error = readProviderError(QByteArrayView(json));
    QVERIFY(error);
    const auto failure = explainRefusal(u"Acme"_s, *error);
    QTEST(failure.error.code, "code");
    QTEST(failure.retryable, "retryable");
    QTEST(failure.overloaded, "overloaded");
}

void ExplainTest::keepsNumbersAndNamesOfStreamErrors()
{
    ProviderError error;
    error.status = 400;
    error.type = u"exceed_context_size_error"_s;
    error.message = u"no"_s;
    error.requestTokens = 5212;
    error.contextTokens = 1512;
    const auto tooLong = explainRefusal(u"Acme"_s, error);
    QCOMPARE(tooLong.contextLimit, 1512);
    QCOMPARE(tooLong.requestTokens, 5212);
    ProviderError refused;
    refused.status = 400;
    refused.message = u"temperature: Extra inputs are not permitted"_s;
    const auto parameter = explainRefusal(u"Acme"_s, refused);
    QCOMPARE(parameter.error.code, ErrorCode::UnsupportedParameter);
    QCOMPARE(parameter.refusedParameter, u"temperature"_s);
    ProviderError limited;
    limited.status = 429;
    limited.retryDelay = 34s;
    QCOMPARE(explainRefusal(u"Acme"_s, limited).retryAfter, std::optional<Milliseconds>(34s));
}

void ExplainTest::explainsErrorsOfTheConnection_data()
{
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<bool>("retryable");
    QTest::newRow("unreachable") << ErrorCode::Unreachable << true;
    QTest::newRow("timeout") << ErrorCode::Timeout << true;
    QTest::newRow("cut") << ErrorCode::Incomplete << true;
    QTest::newRow("cancelled") << ErrorCode::Cancelled << false;
    QTest::newRow("too large") << ErrorCode::Invalid << false;
}

void ExplainTest::explainsErrorsOfTheConnection()
{
    QFETCH(ErrorCode, code);
    const Error error{code, u"It broke."_s};
    const auto failure = explainError(error);
    QCOMPARE(failure.error, error);
    QTEST(failure.retryable, "retryable");
    QVERIFY(!failure.retryAfter);
}

LOOPFLOW_TEST(ExplainTest)
#include "tst_explain.moc"
