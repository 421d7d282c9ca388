#include "core/llm/overflow.h"

#include "tests/support/test.h"

#include <QTest>

using namespace loopflow::llm;
using namespace Qt::StringLiterals;

class OverflowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsEveryProvidersSentence_data();
    void knowsEveryProvidersSentence();
    void trustsCodes_data();
    void trustsCodes();
    void takesNothingElseForIt_data();
    void takesNothingElseForIt();
};

void OverflowTest::knowsEveryProvidersSentence_data()
{
    QTest::addColumn<QString>("message");
    QTest::addColumn<qint64>("limit");
    QTest::addColumn<qint64>("request");
    const auto row = [](const char *name, const QString &message, qint64 limit = 0,
                         qint64 request = 0) {
        QTest::newRow(name) << message << limit << request;
    };
    row("Anthropic", u"prompt is too long: 213462 tokens > 200000 maximum"_s, 200000, 213462);
    row("Anthropic with max_tokens",
        u"input length and `max_tokens` exceed context limit: 188240 + 21333 > 200000, decrease input length"_s,
        200000, 188240);
    row("OpenAI",
        u"Your input exceeds the context window of this model. Please adjust your input and try again."_s);
    row("OpenAI chat",
        u"This model's maximum context length is 8192 tokens. However, your messages resulted in 9001 tokens. Please reduce "
        "the length of the messages."_s,
        8192, 9001);
    row("vLLM",
        u"This model's maximum context length is 4096 tokens. However, you requested 5097 tokens (4097 in the messages, 1000 "
        "in the completion)."_s,
        4096, 4097);
    row("OpenRouter",
        u"This endpoint's maximum context length is 131072 tokens. However, you requested about 140000 tokens."_s,
        131072, 140000);
    row("Gemini",
        u"The input token count (1196265) exceeds the maximum number of tokens allowed (1048575)."_s,
        1048575, 1196265);
    row("xAI",
        u"This model's maximum prompt length is 131072 but the request contains 537812 tokens."_s,
        131072, 537812);
    row("Groq", u"Please reduce the length of the messages or completion."_s);
    row("Groq per minute",
        u"Request too large for model `x` in organization `o` on tokens per minute (TPM): Limit 6000, Requested 7013"_s,
        6000, 7013);
    row("Mistral",
        u"Prompt contains 40000 tokens and 0 draft tokens, too large for model with 32768 maximum context length"_s,
        32768, 40000);
    row("llama.cpp",
        u"request (5212 tokens) exceeds the available context size (512 tokens), try increasing it"_s,
        512, 5212);
    row("LM Studio",
        u"The number of tokens to keep from the initial prompt is greater than the context length."_s);
    row("LM Studio, loaded",
        u"Trying to keep the first 5000 tokens when context the overflows. However, the model is loaded with context length of "
        "only 4096 tokens"_s,
        4096, 5000);
    row("Ollama", u"prompt too long; exceeded max context length by 4 tokens"_s);
    row("Kimi",
        u"Invalid request: Your request exceeded model token limit: 131072 (requested: 200000)"_s,
        131072, 200000);
    row("MiniMax", u"invalid params, context window exceeds limit"_s);
    row("Qwen", u"Range of input length should be [1, 30720]"_s, 30720);
    row("Together",
        u"The input (5000 tokens) is longer than the model's context length (4096 tokens)."_s, 4096,
        5000);
    row("thousands", u"prompt is too long: 213,462 tokens > 200,000 maximum"_s, 200000, 213462);
}

void OverflowTest::knowsEveryProvidersSentence()
{
    QFETCH(QString, message);
    QFETCH(qint64, limit);
    QFETCH(qint64, request);
    ProviderError error;
    error.status = 400;
    error.message = message;
    QVERIFY(isOverflow(error));
    const auto numbers = overflowNumbers(message);
    QCOMPARE(numbers.limit, limit);
    QCOMPARE(numbers.request, request);
}

void OverflowTest::trustsCodes_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("code");
    QTest::addColumn<int>("status");
    QTest::newRow("OpenAI") << QString() << u"context_length_exceeded"_s << 400;
    QTest::newRow("llama.cpp") << u"exceed_context_size_error"_s << u"400"_s << 400;
    QTest::newRow("Anthropic") << u"request_too_large"_s << QString() << 413;
    QTest::newRow("a proxy") << QString() << QString() << 413;
}

void OverflowTest::trustsCodes()
{
    QFETCH(QString, type);
    QFETCH(QString, code);
    QFETCH(int, status);
    ProviderError error;
    error.type = type;
    error.code = code;
    error.status = status;
    error.message = u"no"_s;
    QVERIFY(isOverflow(error));
}

void OverflowTest::takesNothingElseForIt_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QString>("message");
    QTest::newRow("rate limit") << 429 << u"Rate limit reached: too many tokens per minute"_s;
    QTest::newRow("throttling")
        << 400 << u"ThrottlingException: Too many tokens, please wait before trying again."_s;
    QTest::newRow("too many requests")
        << 429 << u"Too many requests, token limit exceeded for now"_s;
    QTest::newRow("output limit")
        << 400
        << u"max_tokens: 128001 > 128000, which is the maximum allowed number of output tokens"_s;
    QTest::newRow("key") << 401 << u"too many tokens"_s;
    QTest::newRow("other") << 400 << u"'messages' is required"_s;
}

void OverflowTest::takesNothingElseForIt()
{
    QFETCH(int, status);
    QFETCH(QString, message);
    ProviderError error;
    error.status = status;
    error.message = message;
    QVERIFY(!isOverflow(error));
}

LOOPFLOW_TEST(OverflowTest)
#include "tst_overflow.moc"
