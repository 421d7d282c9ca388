#include "core/llm/modelparameters.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace loopflow::llm;
using namespace Qt::StringLiterals;

namespace {

Endpoint at(const QString &provider, const QString &url = u"http://localhost/v1"_s)
{
    const KnownProvider *known = findProvider(provider);
    return {provider, known && !known->baseUrl.isEmpty() ? known->baseUrl : QUrl(url), {}};
}

/// "temperature≤2 top_p tokens≤128000(8192) low,high"
QString shown(const ModelParameters &takes)
{
    QStringList parts;
    if (takes.mostTemperature)
        parts << u"temperature≤%1"_s.arg(*takes.mostTemperature);
    if (takes.topP)
        parts << u"top_p"_s;
    if (takes.maxTokens)
        parts << u"tokens≤%1(%2)"_s.arg(takes.mostTokens).arg(takes.usualTokens);
    parts << takes.efforts.join(u',');
    return parts.join(u' ').trimmed();
}

} // namespace

class ModelParametersTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsWhatAModelTakes_data();
    void knowsWhatAModelTakes();
    void forgetsWhatWasRefused_data();
    void forgetsWhatWasRefused();
    void aServerOfOnesOwnMayTakeMore();
    void onlyWhatTheModelTakesIsSent();
    void aWrongNameHasNearOnes_data();
    void aWrongNameHasNearOnes();
};

void ModelParametersTest::knowsWhatAModelTakes_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("takes");
    const auto row = [](const char *provider, const char *model, const char *takes) {
        QTest::newRow(model) << QString::fromUtf8(provider) << QString::fromUtf8(model) << QString::fromUtf8(takes);
    };
    row("anthropic", "claude-sonnet-5-5", "tokens≤128000(8192) low,medium,high,xhigh,max");
    row("anthropic", "claude-sonnet-4-6", "temperature≤1 top_p tokens≤128000(8192) low,medium,high,xhigh,max");
    row("anthropic", "claude-haiku-4-5-20251001", "temperature≤1 top_p tokens≤64000(8192)");
    row("anthropic", "claude-next-9", "tokens≤0(8192) low,medium,high,xhigh,max");
    row("openai", "gpt-4o", "temperature≤2 top_p tokens≤16384(0)");
    row("openai", "gpt-5-chat-latest", "temperature≤2 top_p tokens≤16384(0)");
    row("openai", "o3", "tokens≤100000(0) low,medium,high");
    row("openai", "gpt-5-mini", "tokens≤128000(0) minimal,low,medium,high");
    row("openai", "gpt-6-astra", "tokens≤128000(0) low,medium,high,xhigh,max");
    row("openai", "gpt-6.2-sol", "tokens≤128000(0) low,medium,high,xhigh");
    row("openai", "gpt-7-new", "tokens≤0(0) none,low,medium,high,xhigh,max");
    row("openrouter", "openai/gpt-5-mini", "tokens≤128000(0) low,medium,high");
    row("openrouter", "anthropic/claude-sonnet-5.5", "tokens≤128000(0) low,medium,high");
    row("openrouter", "someone/else", "temperature≤2 top_p tokens≤0(0) low,medium,high");
    row("mistral", "mistral-large-4", "temperature≤1 top_p tokens≤262144(0) none,high");
    row("mistral", "codestral-2508", "temperature≤1 top_p tokens≤8192(0)");
    row("deepseek", "deepseek-v4-pro", "tokens≤384000(0) low,high,max");
    row("groq", "qwen/qwen3.8-27b", "temperature≤2 top_p tokens≤16384(0) none,default");
    row("ollama", "llama3", "temperature≤2 top_p tokens≤0(0) none,low,medium,high");
    row("llamacpp", "tiny", "temperature≤2 top_p tokens≤0(0)");
    row("practice", "practice", "temperature≤2 top_p tokens≤0(0)");
}

void ModelParametersTest::knowsWhatAModelTakes()
{
    QFETCH(QString, provider);
    QFETCH(QString, model);
    QTEST(shown(parametersOf(at(provider), model, {})), "takes");
}

void ModelParametersTest::forgetsWhatWasRefused_data()
{
    QTest::addColumn<ModelTraits>("traits");
    QTest::addColumn<QString>("takes");
    const auto row = [](const char *name, const QMap<QString, QString> &refused, qint64 context, const char *takes) {
        ModelTraits traits;
        traits.refused = refused;
        traits.contextLimit = context;
        QTest::newRow(name) << traits << QString::fromUtf8(takes);
    };
    row("temperature", {{u"temperature"_s, {}}}, 0, "top_p tokens≤0(0) none,low,medium,high");
    row("top_p", {{u"top_p"_s, {}}}, 0, "temperature≤2 tokens≤0(0) none,low,medium,high");
    row("effort", {{u"reasoning_effort"_s, {}}}, 0, "temperature≤2 top_p tokens≤0(0)");
    row("one effort", {{u"reasoning_effort=none"_s, {}}}, 0, "temperature≤2 top_p tokens≤0(0) low,medium,high");
    row("a renamed limit", {{u"max_tokens"_s, u"max_completion_tokens"_s}}, 0,
        "temperature≤2 top_p tokens≤0(0) none,low,medium,high");
    row("a limit under no name",
        {{u"max_tokens"_s, u"max_completion_tokens"_s}, {u"max_completion_tokens"_s, u"max_tokens"_s}}, 0,
        "temperature≤2 top_p none,low,medium,high");
    row("the context", {}, 4096, "temperature≤2 top_p tokens≤4096(0) none,low,medium,high");
}

void ModelParametersTest::forgetsWhatWasRefused()
{
    QFETCH(ModelTraits, traits);
    QTEST(shown(parametersOf(at(u"ollama"_s), u"llama3"_s, traits)), "takes");
}

void ModelParametersTest::aServerOfOnesOwnMayTakeMore()
{
    const Endpoint own{u"anthropic"_s, QUrl(u"http://localhost:11434/v1"_s), {}};
    QCOMPARE(parametersOf(own, u"llama3"_s, {}).mostTemperature, 1.0);
    const Endpoint compatible{u"openai"_s, QUrl(u"http://localhost:1234/v1"_s), {}};
    QCOMPARE(shown(parametersOf(compatible, u"llama3"_s, {})), u"temperature≤2 top_p tokens≤0(0) low,medium,high"_s);
}

void ModelParametersTest::onlyWhatTheModelTakesIsSent()
{
    const ChatParameters set{0.5, 0.9, 2000, u"low"_s};
    ModelParameters takes;
    takes.maxTokens = false;
    QCOMPARE(takenParameters(set, takes), ChatParameters());
    takes.mostTemperature = 1;
    takes.topP = true;
    takes.maxTokens = true;
    takes.efforts = QStringList{u"low"_s};
    QCOMPARE(takenParameters(set, takes), set);
    takes.efforts = QStringList{u"high"_s};
    QCOMPARE(takenParameters(set, takes).effort, QString());
}

void ModelParametersTest::aWrongNameHasNearOnes_data()
{
    QTest::addColumn<QString>("wanted");
    QTest::addColumn<QStringList>("near");
    QTest::newRow("a slip") << u"claude-sonet-5-5"_s << QStringList{u"claude-sonnet-5-5"_s, u"claude-sonnet-5"_s};
    QTest::newRow("a part") << u"haiku"_s << QStringList{u"claude-haiku-5-5"_s};
    QTest::newRow("another case") << u"GPT-4O"_s << QStringList{u"gpt-4o"_s};
    QTest::newRow("nothing like it") << u"llama3"_s << QStringList();
    QTest::newRow("nothing") << u""_s << QStringList();
}

void ModelParametersTest::aWrongNameHasNearOnes()
{
    QFETCH(QString, wanted);
    QTEST(nearNames(wanted, {u"claude-sonnet-5"_s, u"claude-sonnet-5-5"_s, u"claude-haiku-5-5"_s, u"gpt-4o"_s}, 2),
        "near");
}

LOOPFLOW_TEST(ModelParametersTest)
#include "tst_modelparameters.moc"
