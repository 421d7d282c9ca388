#include "core/llm/provider.h"

#include "core/llm/modelcatalog.h"
#include "tests/support/test.h"

#include <QSet>
#include <QTest>

using namespace loopflow;
using namespace loopflow::llm;
using namespace Qt::StringLiterals;

class ProviderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsEachProviderOnce();
    void knowsThePriceListsProviders();
    void givesAddressesThatAreNormalAlready();
    void speaksEachProvidersDialect();
    void normalizesAddresses_data();
    void normalizesAddresses();
    void refusesWhatIsNoAddress_data();
    void refusesWhatIsNoAddress();
    void demandsAKeyOnlyAtTheProvidersOwnAddress_data();
    void demandsAKeyOnlyAtTheProvidersOwnAddress();
};

void ProviderTest::knowsEachProviderOnce()
{
    QSet<QString> ids;
    for (const auto &provider : knownProviders()) {
        QVERIFY(!ids.contains(provider.id));
        ids.insert(provider.id);
        QVERIFY(!provider.name.isEmpty());
        QCOMPARE(findProvider(provider.id), &provider);
    }
    QCOMPARE(ids.size(), 14);
    QCOMPARE(findProvider(u"nobody"_s), nullptr);
    QCOMPARE(findProvider(u"google"_s)->keyVariables.first(), u"GOOGLE_API_KEY"_s);
}

void ProviderTest::knowsThePriceListsProviders()
{
    for (const QString &id : {u"openai"_s, u"anthropic"_s, u"google"_s, u"mistral"_s, u"groq"_s,
             u"xai"_s, u"deepseek"_s}) {
        QVERIFY(findProvider(id));
        QVERIFY(!ModelCatalog::builtIn().modelsOf(id).isEmpty());
    }
}

void ProviderTest::givesAddressesThatAreNormalAlready()
{
    for (const auto &provider : knownProviders()) {
        if (provider.baseUrl.isEmpty())
            continue;
        const auto normal = normalizedBaseUrl(provider.baseUrl.toString(), provider.id);
        QVERIFY(normal);
        QCOMPARE(*normal, provider.baseUrl);
    }
}

void ProviderTest::speaksEachProvidersDialect()
{
    const ChatRequest request{u"m"_s, {}, {{Role::User, u"hi"_s}}, {}};
    for (const auto &provider : knownProviders()) {
        const Endpoint endpoint{provider.id, QUrl(u"http://localhost:1/v1"_s), {}};
        const QString path = dialect(provider.id).encode(request, endpoint, {}).url.path();
        QCOMPARE(path, provider.id == u"anthropic" ? u"/v1/messages"_s : u"/v1/chat/completions"_s);
    }
    HttpResponse refused;
    refused.status = 401;
    QVERIFY(dialect(u"groq"_s).explain(refused).error.message.startsWith(u"Groq refused"));
    QVERIFY(
        dialect(u"nobody"_s).explain(refused).error.message.startsWith(u"The provider refused"));
}

void ProviderTest::normalizesAddresses_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("url");
    const auto row = [](const QString &provider, const QString &pasted, const QString &url) {
        QTest::newRow(qPrintable(provider + u' ' + pasted.trimmed())) << provider << pasted << url;
    };
    row(u"openai"_s, u"https://api.openai.com"_s, u"https://api.openai.com/v1"_s);
    row(u"openai"_s, u" https://api.openai.com/v1/ \n"_s, u"https://api.openai.com/v1"_s);
    row(u"openai"_s, u"https://api.openai.com/v1/chat/completions"_s,
        u"https://api.openai.com/v1"_s);
    row(u"openai"_s, u"api.openai.com"_s, u"https://api.openai.com/v1"_s);
    row(u"openai"_s, u"https://proxy.example/openai?x=1#y"_s, u"https://proxy.example/openai"_s);
    row(u"ollama"_s, u"0.0.0.0:11434"_s, u"http://127.0.0.1:11434/v1"_s);
    row(u"ollama"_s, u"0.0.0.0"_s, u"http://127.0.0.1:11434/v1"_s);
    row(u"ollama"_s, u":11500"_s, u"http://127.0.0.1:11500/v1"_s);
    row(u"ollama"_s, u"http://[::]:11434"_s, u"http://127.0.0.1:11434/v1"_s);
    row(u"ollama"_s, u"gpu.example.org"_s, u"http://gpu.example.org:11434/v1"_s);
    row(u"ollama"_s, u"https://ollama.com"_s, u"https://ollama.com/v1"_s);
    row(u"ollama"_s, u"[::1]"_s, u"http://[::1]:11434/v1"_s);
    row(u"custom"_s, u"localhost:8080"_s, u"http://localhost:8080/v1"_s);
    row(u"custom"_s, u"192.168.1.5:8000/v1/models"_s, u"http://192.168.1.5:8000/v1"_s);
    row(u"custom"_s, u"mybox:8000"_s, u"http://mybox:8000/v1"_s);
    row(u"custom"_s, u"llm.example.com"_s, u"https://llm.example.com/v1"_s);
    row(u"custom"_s, u"10.example.com"_s, u"https://10.example.com/v1"_s);
    row(u"custom"_s, u"https://llm.example.com/api//v3/"_s, u"https://llm.example.com/api/v3"_s);
    row(u"anthropic"_s, u"https://api.anthropic.com"_s, u"https://api.anthropic.com/v1"_s);
    row(u"anthropic"_s, u"https://api.anthropic.com/v1/messages"_s,
        u"https://api.anthropic.com/v1"_s);
    row(u"anthropic"_s, u"https://api.deepseek.com/anthropic"_s,
        u"https://api.deepseek.com/anthropic/v1"_s);
    row(u"openrouter"_s, u"https://openrouter.ai"_s, u"https://openrouter.ai/api/v1"_s);
    row(u"openrouter"_s, u"https://openrouter.ai/api"_s, u"https://openrouter.ai/api/v1"_s);
    row(u"groq"_s, u"https://api.groq.com/openai"_s, u"https://api.groq.com/openai/v1"_s);
    row(u"google"_s, u"https://generativelanguage.googleapis.com"_s,
        u"https://generativelanguage.googleapis.com/v1beta/openai"_s);
    row(u"google"_s, u"https://generativelanguage.googleapis.com/v1beta"_s,
        u"https://generativelanguage.googleapis.com/v1beta/openai"_s);
    row(u"deepseek"_s, u"https://api.deepseek.com/"_s, u"https://api.deepseek.com"_s);
    row(u"practice"_s, u"http://127.0.0.1:40001/v1"_s, u"http://127.0.0.1:40001/v1"_s);
}

void ProviderTest::normalizesAddresses()
{
    QFETCH(QString, provider);
    QFETCH(QString, pasted);
    QFETCH(QString, url);
    const auto normal = normalizedBaseUrl(pasted, provider);
    QVERIFY2(normal, normal ? "" : qPrintable(normal.error().message));
    QCOMPARE(normal->toString(), url);
    const auto again = normalizedBaseUrl(normal->toString(), provider);
    QVERIFY(again);
    QCOMPARE(*again, *normal);
}

void ProviderTest::refusesWhatIsNoAddress_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::newRow("nothing") << QString();
    QTest::newRow("white space") << u" \n"_s;
    QTest::newRow("another scheme") << u"ftp://example.com"_s;
    QTest::newRow("a file") << u"file:///etc/passwd"_s;
    QTest::newRow("words") << u"my own server"_s;
    QTest::newRow("no host") << u"http://"_s;
    QTest::newRow("a wrong port") << u"localhost:abc"_s;
    QTest::newRow("a password") << u"https://me:secret@example.com"_s;
}

void ProviderTest::refusesWhatIsNoAddress()
{
    QFETCH(QString, pasted);
    const auto url = normalizedBaseUrl(pasted, u"custom"_s);
    QVERIFY(!url);
    QCOMPARE(url.error().code, ErrorCode::Invalid);
    QVERIFY(!url.error().message.contains(u"secret"));
}

void ProviderTest::demandsAKeyOnlyAtTheProvidersOwnAddress_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("url");
    QTest::addColumn<bool>("needed");
    QTest::newRow("OpenAI") << u"openai"_s << u"https://api.openai.com/v1"_s << true;
    QTest::newRow("Anthropic") << u"anthropic"_s << u"https://api.anthropic.com/v1"_s << true;
    QTest::newRow("OpenAI's form elsewhere")
        << u"openai"_s << u"http://localhost:8080/v1"_s << false;
    QTest::newRow("Ollama") << u"ollama"_s << u"http://localhost:11434/v1"_s << false;
    QTest::newRow("custom") << u"custom"_s << u"https://llm.example.com/v1"_s << false;
    QTest::newRow("unknown") << u"nobody"_s << u"https://api.openai.com/v1"_s << false;
}

void ProviderTest::demandsAKeyOnlyAtTheProvidersOwnAddress()
{
    QFETCH(QString, provider);
    QFETCH(QString, url);
    QTEST(needsKey({provider, QUrl(url), {}}), "needed");
}

LOOPFLOW_TEST(ProviderTest)
#include "tst_provider.moc"
