#include "core/llm/openaiprovider.h"

#include "tests/support/test.h"
#include "tests/unit/llm/capture.h"

#include <QTest>

using namespace loopflow;
using namespace loopflow::llm;
using namespace Qt::StringLiterals;

namespace {

const ChatRequest small{u"m"_s, {}, {{Role::User, u"hi"_s}}, {}};

Endpoint endpointOf(const QString &provider)
{
    return {provider, QUrl(u"http://localhost:1/v1"_s), {}};
}

QByteArray bodyOf(
    const ChatRequest &request, const QString &provider, const ModelTraits &traits = {})
{
    return OpenAiProvider(u"Acme"_s).encode(request, endpointOf(provider), traits).body;
}

/// What a small request with these parameters has beside model, messages and stream.
QByteArray extraOf(const ChatParameters &parameters, const QString &provider,
    const QMap<QString, QString> &refused = {})
{
    ChatRequest request = small;
    request.parameters = parameters;
    ModelTraits traits;
    traits.refused = refused;
    QByteArray body = bodyOf(request, provider, traits);
    for (const char *part : {"\"messages\":[{\"content\":\"hi\",\"role\":\"user\"}]",
             "\"model\":\"m\"", "\"stream\":true", "\"stream_options\":{\"include_usage\":true}"})
        body.replace(part, "");
    while (body.contains(",,"))
        body.replace(",,", ",");
    return body.replace("{,", "{").replace(",}", "}");
}

} // namespace

class OpenAiProviderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsTheLeastThatWorks();
    void sendsTheConversation();
    void givesEqualBytesForEqualInput();
    void sendsOnlyParametersThatAreSet_data();
    void sendsOnlyParametersThatAreSet();
    void leavesUsageUnaskedWhereItIsRefused();
    void putsThePromptIntoTheFirstMessageWhereTheRoleIsRefused();
    void passesReasoningBackWhereItIsDemanded();
    void addsTheKeyLast();
    void addsNoEmptyKey();
    void asksForModels();
    void readsModels();
    void saysWhyThereAreNoModels();
};

void OpenAiProviderTest::sendsTheLeastThatWorks()
{
    const auto request = OpenAiProvider(u"Acme"_s).encode(small, endpointOf(u"openai"_s), {});
    QCOMPARE(request.url.toString(), u"http://localhost:1/v1/chat/completions"_s);
    const QByteArray least =
        R"({"messages":[{"content":"hi","role":"user"}],"model":"m","stream":true,"stream_options":{"include_usage":true}})";
    QCOMPARE(request.body, least);
    QVERIFY(!request.headers.has("authorization"));
}

void OpenAiProviderTest::sendsTheConversation()
{
    const ChatRequest request{u"m"_s, u"Be kind."_s,
        {{Role::User, u"Ana: hi 🦙"_s}, {Role::Assistant, u"Hello"_s},
            {Role::User, u"line\n\"two\""_s}},
        {}};
    const QByteArray begin =
        R"({"messages":[{"content":"Be kind.","role":"system"},{"content":"Ana: hi 🦙","role":"user"},)"
        R"({"content":"Hello","role":"assistant"},{"content":"line\n\"two\"","role":"user"}],"model":)";
    const QByteArray body = bodyOf(request, u"ollama"_s);
    QVERIFY2(body.startsWith(begin), body.constData());
}

void OpenAiProviderTest::givesEqualBytesForEqualInput()
{
    ChatRequest request = small;
    request.system = u"Be kind."_s;
    request.parameters = {0.7, 0.9, 100, u"low"_s};
    QCOMPARE(bodyOf(request, u"openai"_s), bodyOf(ChatRequest(request), u"openai"_s));
}

void OpenAiProviderTest::sendsOnlyParametersThatAreSet_data()
{
    QTest::addColumn<ChatParameters>("parameters");
    QTest::addColumn<QString>("provider");
    using Refused = QMap<QString, QString>;
    QTest::addColumn<Refused>("refused");
    QTest::addColumn<QByteArray>("extra");
    const auto row = [](const char *name, const ChatParameters &parameters, const QString &provider,
                         const Refused &refused, const QByteArray &extra) {
        QTest::newRow(name) << parameters << provider << refused << extra;
    };
    const ChatParameters limit{{}, {}, 100, {}};
    const ChatParameters effort{{}, {}, {}, u"none"_s};
    const ChatParameters sampling{0.7, 0.9, {}, {}};
    row("OpenAI's limit", limit, u"openai"_s, {}, R"({"max_completion_tokens":100})");
    row("Groq's limit", limit, u"groq"_s, {}, R"({"max_completion_tokens":100})");
    row("xAI's limit", limit, u"xai"_s, {}, R"({"max_completion_tokens":100})");
    row("Mistral's limit", limit, u"mistral"_s, {}, R"({"max_tokens":100})");
    row("everyone's limit", limit, u"custom"_s, {}, R"({"max_tokens":100})");
    row("a renamed limit", limit, u"custom"_s, {{u"max_tokens"_s, u"max_completion_tokens"_s}},
        R"({"max_completion_tokens":100})");
    row("a limit of no name", limit, u"custom"_s,
        {{u"max_tokens"_s, u"max_completion_tokens"_s},
            {u"max_completion_tokens"_s, u"max_tokens"_s}},
        "{}");
    row("sampling", sampling, u"openai"_s, {}, R"({"temperature":0.7,"top_p":0.9})");
    row("no temperature", sampling, u"openai"_s, {{u"temperature"_s, {}}}, R"({"top_p":0.9})");
    row("effort", effort, u"openai"_s, {}, R"({"reasoning_effort":"none"})");
    row("OpenRouter's effort", effort, u"openrouter"_s, {}, R"({"reasoning":{"effort":"none"}})");
    row("no effort", effort, u"openai"_s, {{u"reasoning_effort"_s, {}}}, "{}");
    row("not this effort", effort, u"openai"_s, {{u"reasoning_effort=none"_s, {}}}, "{}");
    row("another effort", effort, u"openai"_s, {{u"reasoning_effort=low"_s, {}}},
        R"({"reasoning_effort":"none"})");
    row("not this effort at OpenRouter", effort, u"openrouter"_s, {{u"reasoning=none"_s, {}}},
        "{}");
}

void OpenAiProviderTest::sendsOnlyParametersThatAreSet()
{
    QFETCH(ChatParameters, parameters);
    QFETCH(QString, provider);
    using Refused = QMap<QString, QString>;
    QFETCH(Refused, refused);
    QTEST(extraOf(parameters, provider, refused), "extra");
}

void OpenAiProviderTest::leavesUsageUnaskedWhereItIsRefused()
{
    ModelTraits traits;
    traits.refused.insert(u"stream_options"_s, {});
    const QByteArray bare =
        R"({"messages":[{"content":"hi","role":"user"}],"model":"m","stream":true})";
    QCOMPARE(bodyOf(small, u"custom"_s, traits), bare);
    QCOMPARE(bodyOf(small, u"mistral"_s), bare);
}

void OpenAiProviderTest::putsThePromptIntoTheFirstMessageWhereTheRoleIsRefused()
{
    ChatRequest request = small;
    request.system = u"Be kind."_s;
    request.messages += {{Role::Assistant, u"Hello"_s}, {Role::User, u"bye"_s}};
    ModelTraits traits;
    traits.refused.insert(u"system"_s, u"user"_s);
    const QByteArray body = bodyOf(request, u"llamacpp"_s, traits);
    const QByteArray begin =
        R"({"messages":[{"content":"Be kind.\n\nhi","role":"user"},{"content":"Hello",)";
    const QByteArray last = R"({"content":"bye","role":"user"}])";
    QVERIFY2(body.startsWith(begin), body.constData());
    QVERIFY(body.contains(last));
}

void OpenAiProviderTest::passesReasoningBackWhereItIsDemanded()
{
    ChatRequest request = small;
    request.messages += {{Role::Assistant, u"Hello"_s}, {Role::User, u"bye"_s}};
    ModelTraits traits;
    traits.refused.insert(u"messages.assistant"_s, u"reasoning_content"_s);
    const QByteArray reply = R"({"content":"Hello","reasoning_content":"","role":"assistant"})";
    QVERIFY(bodyOf(request, u"deepseek"_s, traits).contains(reply));
}

void OpenAiProviderTest::addsTheKeyLast()
{
    const OpenAiProvider provider(u"Acme"_s);
    auto request = provider.encode(small, endpointOf(u"openai"_s), {});
    provider.authorize(request, Secret("sk-test\n"));
    QCOMPARE(request.headers.value("authorization"), "Bearer sk-test");
    QVERIFY(!request.body.contains("sk-test"));
    QVERIFY(!request.url.toString().contains(u"sk-test"));
}

void OpenAiProviderTest::addsNoEmptyKey()
{
    const OpenAiProvider provider(u"Acme"_s);
    auto request = provider.encode(small, endpointOf(u"ollama"_s), {});
    provider.authorize(request, Secret());
    QVERIFY(!request.headers.has("authorization"));
}

void OpenAiProviderTest::asksForModels()
{
    const auto request = OpenAiProvider(u"Acme"_s).encodeModels(endpointOf(u"openai"_s));
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.url.toString(), u"http://localhost:1/v1/models"_s);
}

void OpenAiProviderTest::readsModels()
{
    const auto models = OpenAiProvider(u"Acme"_s).decodeModels(test::readCapture(u"models.json"_s));
    QVERIFY(models);
    QCOMPARE(*models, (QList<Model>{{u"tiny-bigram"_s, {}, 512}}));
}

void OpenAiProviderTest::saysWhyThereAreNoModels()
{
    const auto models =
        OpenAiProvider(u"Acme"_s).decodeModels(test::readCapture(u"key-models-no-key.json"_s));
    QVERIFY(!models);
    QCOMPARE(models.error().code, ErrorCode::Unauthorized);
}

LOOPFLOW_TEST(OpenAiProviderTest)
#include "tst_openaiprovider.moc"
