#include "core/llm/providererror.h"

#include "tests/support/test.h"

#include <QTest>

using namespace loopflow::llm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class ProviderErrorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsShapes_data();
    void readsShapes();
    void readsGoogleDetails();
    void readsWhatTheProviderBehindOpenRouterSaid();
    void findsNoErrorInOtherJson_data();
    void findsNoErrorInOtherJson();
};

void ProviderErrorTest::readsShapes_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("message");
    const auto row = [](const char *name, const QByteArray &json, int status, const QString &code,
                         const QString &param, const QString &message) {
        QTest::newRow(name) << json << status << code << param << message;
    };
    row("OpenAI",
        R"({"error":{"message":"m","type":"invalid_request_error","param":"top_p","code":"unsupported_parameter"}})",
        400, u"unsupported_parameter"_s, u"top_p"_s, u"m"_s);
    row("Anthropic",
        R"({"type":"error","error":{"type":"overloaded_error","message":"m"},"request_id":"r"})",
        529, {}, {}, u"m"_s);
    row("Anthropic with a code",
        R"({"type":"error","error":{"type":"rate_limit_error","message":"m","details":{"error_code":"contract_spend_limit_reached"}}})",
        429, u"contract_spend_limit_reached"_s, {}, u"m"_s);
    row("llama.cpp", R"({"error":{"code":500,"message":"m","type":"server_error"}})", 500, u"500"_s,
        {}, u"m"_s);
    row("vLLM",
        R"({"object":"error","message":"m","type":"BadRequestError","param":null,"code":400})", 400,
        u"400"_s, {}, u"m"_s);
    row("Ollama", R"({"error":"model 'x' not found"})", 0, {}, {}, u"model 'x' not found"_s);
    row("Ollama with a message", R"({"error":"bad","message":"more"})", 0, {}, {}, u"bad: more"_s);
    row("FastAPI's list",
        R"({"detail":[{"type":"extra_forbidden","loc":["body","stream_options"],"msg":"Extra inputs are not permitted"}]})",
        0, {}, u"stream_options"_s, u"stream_options: Extra inputs are not permitted"_s);
    row("FastAPI's text", R"({"detail":"Unauthorized"})", 0, {}, {}, u"Unauthorized"_s);
    row("Gemini's array", R"([{"error":{"code":503,"message":"m","status":"UNAVAILABLE"}}])", 503,
        u"503"_s, {}, u"m"_s);
    row("a status word", R"({"error":{"message":"m","status":"RESOURCE_EXHAUSTED"}})", 429, {}, {},
        u"m"_s);
}

void ProviderErrorTest::readsShapes()
{
    QFETCH(QByteArray, json);
    const auto error = readProviderError(QByteArrayView(json));
    QVERIFY(error);
    QTEST(error->status, "status");
    QTEST(error->code, "code");
    QTEST(error->param, "param");
    QTEST(error->message, "message");
}

void ProviderErrorTest::readsGoogleDetails()
{
    const QByteArray json =
        R"({"error":{"code":429,"message":"m","status":"RESOURCE_EXHAUSTED","details":[
        {"@type":"type.googleapis.com/google.rpc.QuotaFailure","violations":[{"quotaId":"GenerateRequestsPerDay"}]},
        {"@type":"type.googleapis.com/google.rpc.ErrorInfo","reason":"RATE_LIMIT_EXCEEDED"},
        {"@type":"type.googleapis.com/google.rpc.RetryInfo","retryDelay":"34s"}]}})";
    const auto error = readProviderError(QByteArrayView(json));
    QVERIFY(error);
    QVERIFY(error->details.contains(u"PerDay"));
    QVERIFY(error->details.contains(u"RATE_LIMIT_EXCEEDED"));
    QCOMPARE(error->retryDelay, std::optional<loopflow::Milliseconds>(34s));
}

void ProviderErrorTest::readsWhatTheProviderBehindOpenRouterSaid()
{
    const QByteArray json = R"({"error":{"code":400,"message":"Provider returned error",
        "metadata":{"raw":"{\"error\":{\"message\":\"prompt is too long\"}}","provider_name":"Anthropic"}}})";
    const auto error = readProviderError(QByteArrayView(json));
    QVERIFY(error);
    QCOMPARE(error->message, u"Provider returned error: prompt is too long"_s);
}

void ProviderErrorTest::findsNoErrorInOtherJson_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("a chunk") << QByteArray(R"({"choices":[]})");
    QTest::newRow("no error, said so") << QByteArray(R"({"error":null,"choices":[]})");
    QTest::newRow("a page") << QByteArray("<html>");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("an array") << QByteArray("[1]");
}

void ProviderErrorTest::findsNoErrorInOtherJson()
{
    QFETCH(QByteArray, json);
    QVERIFY(!readProviderError(QByteArrayView(json)));
}

LOOPFLOW_TEST(ProviderErrorTest)
#include "tst_providererror.moc"
