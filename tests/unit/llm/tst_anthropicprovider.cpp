#include "core/llm/anthropicprovider.h"

#include "tests/support/test.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace loopflow;
using namespace loopflow::llm;
using namespace Qt::StringLiterals;

namespace {

const Endpoint own{u"anthropic"_s, QUrl(u"https://api.anthropic.com/v1"_s), {}};
const Endpoint gateway{u"anthropic"_s, QUrl(u"http://localhost:4000/v1"_s), {}};

ChatRequest requestFor(const QString &model, const ChatParameters &parameters = {})
{
    return {model, u"Be kind."_s, {{Role::User, u"hi"_s}}, parameters};
}

HttpRequest encode(
    const ChatRequest &request, const Endpoint &endpoint, const ModelTraits &traits = {})
{
    return AnthropicProvider(u"Anthropic"_s).encode(request, endpoint, traits);
}

int maxTokensOf(const HttpRequest &request)
{
    return QJsonDocument::fromJson(request.body).object().value(u"max_tokens").toInt();
}

} // namespace

class AnthropicProviderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendsTheLeastThatWorks();
    void leavesAnEmptyPromptOut();
    void alwaysSendsATokenLimit_data();
    void alwaysSendsATokenLimit();
    void sendsSamplingOnlyWhereItIsTaken_data();
    void sendsSamplingOnlyWhereItIsTaken();
    void sendsEffort();
    void addsTheKeyLast_data();
    void addsTheKeyLast();
    void readsModels();
};

void AnthropicProviderTest::sendsTheLeastThatWorks()
{
    const auto request = encode(requestFor(u"claude-opus-5-5"_s), own);
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.url.toString(), u"https://api.anthropic.com/v1/messages"_s);
    QCOMPARE(request.headers.value("anthropic-version"), "2026-10-21");
    const QByteArray least =
        R"({"max_tokens":8192,"messages":[{"content":"hi","role":"user"}],"model":"claude-opus-5-5","stream":true,"system":"Be kind."})";
    QCOMPARE(request.body, least);
    QVERIFY(!request.headers.has("x-api-key"));
}

void AnthropicProviderTest::leavesAnEmptyPromptOut()
{
    ChatRequest request = requestFor(u"claude-opus-5-5"_s);
    request.system.clear();
    QVERIFY(!encode(request, own).body.contains("system"));
}

void AnthropicProviderTest::alwaysSendsATokenLimit_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<int>("wanted"); // 0: not set
    QTest::addColumn<qint64>("context");
    QTest::addColumn<int>("sent");
    QTest::newRow("default") << u"claude-sonnet-5"_s << 0 << qint64(0) << 8192;
    QTest::newRow("set") << u"claude-sonnet-5"_s << 300 << qint64(0) << 300;
    QTest::newRow("more than the model gives")
        << u"claude-haiku-4-5"_s << 100'000 << qint64(0) << 64'000;
    QTest::newRow("a model of tomorrow") << u"claude-sonnet-9"_s << 100'000 << qint64(0) << 100'000;
    QTest::newRow("a small context") << u"tiny"_s << 0 << qint64(512) << 256;
    QTest::newRow("set, with a small context") << u"tiny"_s << 400 << qint64(512) << 400;
    QTest::newRow("refused is no way out") << u"refused"_s << 0 << qint64(0) << 8192;
}

void AnthropicProviderTest::alwaysSendsATokenLimit()
{
    QFETCH(QString, model);
    QFETCH(int, wanted);
    QFETCH(qint64, context);
    ChatParameters parameters;
    if (wanted > 0)
        parameters.maxTokens = wanted;
    ModelTraits traits;
    traits.contextLimit = context;
    traits.refused.insert(u"max_tokens"_s, {});
    QTEST(maxTokensOf(encode(requestFor(model, parameters), gateway, traits)), "sent");
}

void AnthropicProviderTest::sendsSamplingOnlyWhereItIsTaken_data()
{
    QTest::addColumn<QString>("model");
    QTest::addColumn<bool>("atAnthropic");
    QTest::addColumn<bool>("refused");
    QTest::addColumn<bool>("sent");
    QTest::newRow("an older model") << u"claude-sonnet-4-6"_s << true << false << true;
    QTest::newRow("an older model, refused once")
        << u"claude-sonnet-4-6"_s << true << true << false;
    QTest::newRow("a newer model") << u"claude-opus-5-5"_s << true << false << false;
    QTest::newRow("a newer model behind a gateway")
        << u"claude-opus-5-5"_s << false << false << false;
    QTest::newRow("a model of tomorrow") << u"claude-opus-9"_s << true << false << false;
    QTest::newRow("another server's model") << u"qwen3"_s << false << false << true;
}

void AnthropicProviderTest::sendsSamplingOnlyWhereItIsTaken()
{
    QFETCH(QString, model);
    QFETCH(bool, atAnthropic);
    QFETCH(bool, refused);
    QFETCH(bool, sent);
    ModelTraits traits;
    if (refused)
        traits.refused = {{u"temperature"_s, {}}};
    const auto request =
        encode(requestFor(model, {0.5, {}, {}, {}}), atAnthropic ? own : gateway, traits);
    QCOMPARE(request.body.contains("\"temperature\":0.5"), sent);
    QCOMPARE(request.headers.value("anthropic-version"), sent ? "2023-06-01" : "2026-10-21");
}

void AnthropicProviderTest::sendsEffort()
{
    const auto request = requestFor(u"claude-opus-5-5"_s, {{}, {}, {}, u"low"_s});
    const QByteArray effort = R"("output_config":{"effort":"low"})";
    QVERIFY(encode(request, own).body.contains(effort));
    ModelTraits traits;
    traits.refused.insert(u"output_config"_s, {});
    QVERIFY(!encode(request, own, traits).body.contains("output_config"));
    traits.refused = {{u"output_config=low"_s, {}}};
    QVERIFY(!encode(request, own, traits).body.contains("output_config"));
}

void AnthropicProviderTest::addsTheKeyLast_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QByteArray>("apiKey");
    QTest::addColumn<QByteArray>("bearer");
    const QString anthropic = u"https://api.anthropic.com/v1"_s;
    QTest::newRow("key") << anthropic << QByteArray("sk-ant-api03-x\n")
                         << QByteArray("sk-ant-api03-x") << QByteArray();
    QTest::newRow("token") << anthropic << QByteArray("sk-ant-oat01-x") << QByteArray()
                           << QByteArray("Bearer sk-ant-oat01-x");
    QTest::newRow("gateway") << u"http://localhost:1/v1"_s << QByteArray("x") << QByteArray("x")
                             << QByteArray("Bearer x");
    QTest::newRow("a name that only ends alike")
        << u"https://notanthropic.com/v1"_s << QByteArray("x") << QByteArray("x")
        << QByteArray("Bearer x");
    QTest::newRow("none") << anthropic << QByteArray() << QByteArray() << QByteArray();
}

void AnthropicProviderTest::addsTheKeyLast()
{
    QFETCH(QString, url);
    QFETCH(QByteArray, key);
    const AnthropicProvider provider(u"Anthropic"_s);
    auto request =
        provider.encode(requestFor(u"claude-opus-5-5"_s), {u"anthropic"_s, QUrl(url), {}}, {});
    provider.authorize(request, Secret(key));
    QTEST(request.headers.value("x-api-key"), "apiKey");
    QTEST(request.headers.value("authorization"), "bearer");
}

void AnthropicProviderTest::readsModels()
{
    const AnthropicProvider provider(u"Anthropic"_s);
    const auto request = provider.encodeModels(own);
    QCOMPARE(request.url.toString(), u"https://api.anthropic.com/v1/models?limit=1000"_s);
    QVERIFY(request.headers.has("anthropic-version"));
    HttpResponse response;
    response.status = 200;
    response.body =
        R"({"data":[{"id":"claude-opus-5-5","display_name":"Claude Opus 5.5","max_input_tokens":1000000,"lifecycle":"active"},
        {"id":"claude-a","display_name":"Claude A","lifecycle":"deprecated"},{"id":"claude-2","lifecycle":"retired"}],"has_more":false})";
    const auto models = provider.decodeModels(response);
    QVERIFY(models);
    QCOMPARE(*models,
        (QList<Model>{{u"claude-opus-5-5"_s, u"Claude Opus 5.5"_s, 1'000'000},
            {u"claude-a"_s, u"Claude A"_s, 0}}));
}

LOOPFLOW_TEST(AnthropicProviderTest)
#include "tst_anthropicprovider.moc"
