#include "core/llm/failurekind.h"

#include "tests/support/test.h"

#include <QTest>

using namespace loopflow::llm;
using namespace Qt::StringLiterals;

Q_DECLARE_METATYPE(loopflow::llm::FailureKind)

class FailureKindTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sortsErrors_data();
    void sortsErrors();
};

void FailureKindTest::sortsErrors_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<int>("waitMs"); // -1: none
    QTest::addColumn<FailureKind>("kind");
    const auto row = [](const char *name, int status, const QByteArray &json, FailureKind kind,
                         int waitMs = -1) {
        QTest::newRow(name) << status << json << waitMs << kind;
    };
    using Kind = FailureKind;
    row("no key", 401, R"({"error":{"message":"x"}})", Kind::BadKey);
    row("Gemini's bad key", 400,
        R"({"error":{"code":400,"message":"API key not valid. Please pass a valid API key.","status":"INVALID_ARGUMENT","details":[{"reason":"API_KEY_INVALID"}]}})",
        Kind::BadKey);
    row("xAI's bad key", 400,
        R"({"code":"Client specified an invalid argument","error":"Incorrect API key provided: xa***y."})",
        Kind::BadKey);
    row("forbidden", 403, R"({"error":{"type":"permission_error","message":"x"}})",
        Kind::NotAllowed);
    row("OpenAI's quota", 429,
        R"({"error":{"message":"You exceeded your current quota","type":"insufficient_quota","code":"insufficient_quota"}})",
        Kind::NoCredit, 1000);
    row("quota, in words", 429, R"({"error":{"message":"Monthly quota exceeded"}})",
        Kind::NoCredit);
    row("Gemini's quota per minute", 429,
        R"({"error":{"code":429,"message":"You exceeded your current quota","status":"RESOURCE_EXHAUSTED"}})",
        Kind::RateLimited, 34'000);
    row("Gemini's quota per day", 429,
        R"({"error":{"message":"You exceeded your current quota","details":[{"violations":[{"quotaId":"RequestsPerDayPerProject"}]}]}})",
        Kind::NoCredit, 34'000);
    row("OpenRouter's credits", 402, R"({"error":{"code":402,"message":"Insufficient credits"}})",
        Kind::NoCredit);
    row("Anthropic's credit", 400,
        R"({"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the Anthropic API."}})",
        Kind::NoCredit);
    row("Anthropic's own limit", 400,
        R"({"type":"error","error":{"type":"invalid_request_error","message":"You have reached your specified API usage limits."}})",
        Kind::NoCredit);
    row("Anthropic's contract", 429,
        R"({"type":"error","error":{"type":"rate_limit_error","message":"x","details":{"error_code":"contract_spend_limit_reached"}}})",
        Kind::NoCredit);
    row("OpenAI's model", 404,
        R"({"error":{"message":"The model `gpt-9.1` does not exist or you do not have access to it.","code":"model_not_found"}})",
        Kind::NoSuchModel);
    row("Anthropic's model", 404,
        R"({"type":"error","error":{"type":"not_found_error","message":"model: claude-9"}})",
        Kind::NoSuchModel);
    row("Ollama's model", 404, R"({"error":"model 'x' not found"})", Kind::NoSuchModel);
    row("llama.cpp's router", 400,
        R"({"error":{"code":400,"message":"model 'x' not found","type":"invalid_request_error"}})",
        Kind::NoSuchModel);
    row("DeepSeek's model", 400,
        R"({"error":{"message":"Model Not Exist","type":"invalid_request_error"}})",
        Kind::NoSuchModel);
    row("Mistral's model", 400,
        R"({"object":"error","message":"Invalid model: foo","type":"invalid_model","code":"1500"})",
        Kind::NoSuchModel);
    row("OpenRouter's model", 404,
        R"({"error":{"code":404,"message":"No endpoints found for a/b."}})", Kind::NoSuchModel);
    row("no such path", 404,
        R"({"error":{"message":"File Not Found","type":"not_found_error","code":404}})",
        Kind::NoSuchAddress);
    row("a parameter of a model", 400,
        R"({"error":{"message":"Unsupported parameter: 'temperature' is not supported with this model.","param":"temperature"}})",
        Kind::RefusedParameter);
    row("a role, as a 500", 500,
        R"({"error":{"code":500,"message":"Jinja Exception: System role not supported","type":"server_error"}})",
        Kind::RefusedParameter);
    row("too long", 400, R"({"error":{"message":"x","code":"context_length_exceeded"}})",
        Kind::TooLong);
    row("rate limit", 429, R"({"error":{"type":"rate_limit_error","message":"x"}})",
        Kind::RateLimited);
    row("request timeout", 408, {}, Kind::Timeout);
    row("gateway timeout", 504, {}, Kind::Timeout);
    row("conflict", 409, {}, Kind::Conflict);
    row("overloaded", 529, {}, Kind::Overloaded);
    row("unavailable", 503, {}, Kind::Overloaded);
    row("overloaded, as a 500", 500,
        R"({"error":{"message":"That model is currently overloaded"}})", Kind::Overloaded);
    row("broken", 500, R"({"error":{"message":"Internal server error"}})", Kind::ServerFailed);
    row("bad gateway", 502, {}, Kind::ServerFailed);
    row("wrong, as a 500", 500,
        R"({"error":{"code":500,"message":"'messages' is required","type":"server_error"}})",
        Kind::BadRequest);
    row("template", 500,
        R"({"error":{"code":500,"message":"Jinja Exception: roles must alternate","type":"server_error"}})",
        Kind::BadRequest);
    row("wrong", 400, R"({"error":{"message":"x","type":"invalid_request_error"}})",
        Kind::BadRequest);
    row("unknown, in a stream", 0, R"({"error":{"message":"x"}})", Kind::ServerFailed);
}

void FailureKindTest::sortsErrors()
{
    QFETCH(int, status);
    QFETCH(QByteArray, json);
    QFETCH(int, waitMs);
    auto error = readProviderError(QByteArrayView(json)).value_or(ProviderError());
    error.status = status;
    const auto wait = waitMs < 0 ? std::nullopt : std::optional(loopflow::Milliseconds(waitMs));
    QTEST(kindOf(error, wait), "kind");
}

LOOPFLOW_TEST(FailureKindTest)
#include "tst_failurekind.moc"
