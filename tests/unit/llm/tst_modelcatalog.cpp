#include "core/llm/modelcatalog.h"

#include "tests/support/test.h"

#include <QTest>

using namespace loopflow;
using namespace loopflow::llm;
using namespace Qt::StringLiterals;

class ModelCatalogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheBuiltInList();
    void skipsBrokenEntries();
    void refusesABrokenFile_data();
    void refusesABrokenFile();
    void findsModels_data();
    void findsModels();
    void pricesByTier();
    void knowsNoPriceOfAnUnknownModel();
    void countsCost_data();
    void countsCost();
};

void ModelCatalogTest::readsTheBuiltInList()
{
    const auto &catalog = ModelCatalog::builtIn();
    QCOMPARE(catalog.modelsOf(u"anthropic"_s).size(), 18);
    const auto *opus = catalog.find(u"anthropic"_s, u"claude-opus-5-5"_s);
    QVERIFY(opus);
    QCOMPARE(opus->name, u"Claude Opus 5.5"_s);
    QCOMPARE(opus->context, 1'000'000);
    QCOMPARE(opus->maxOutput, 128'000);
    QCOMPARE(opus->price, (Price{4, 20, 0.2, 5}));
    QVERIFY(opus->vision);
    QVERIFY(!opus->temperature);
    QVERIFY(catalog.find(u"anthropic"_s, u"claude-sonnet-4-6"_s)->temperature);
    QCOMPARE(
        catalog.find(u"openai"_s, u"gpt-5.4"_s)->context, 1'050'000); // not where its price changes
    QCOMPARE(catalog.find(u"openai"_s, u"gpt-4"_s)->price.cachedInput, -1.0);
}

void ModelCatalogTest::skipsBrokenEntries()
{
    const auto catalog = ModelCatalog::parse(
        R"({"models":[{"provider":"p","id":"a","in":"free","out":2},7,{"provider":"p"},{"id":"b"},null,{"provider":"p","id":"c"}]})");
    QVERIFY(catalog);
    const auto models = catalog->modelsOf(u"p"_s);
    QCOMPARE(models.size(), 2);
    QCOMPARE(models.first().price, (Price{-1, 2, -1, -1}));
    QCOMPARE(models.last().name, u"c"_s);
    QVERIFY(models.last().temperature);
}

void ModelCatalogTest::refusesABrokenFile_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("cut") << QByteArray(R"({"models":[)");
    QTest::newRow("no models") << QByteArray("{}");
    QTest::newRow("an array") << QByteArray("[]");
}

void ModelCatalogTest::refusesABrokenFile()
{
    QFETCH(QByteArray, json);
    const auto catalog = ModelCatalog::parse(json);
    QVERIFY(!catalog);
    QCOMPARE(catalog.error().code, ErrorCode::Invalid);
}

void ModelCatalogTest::findsModels_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("model");
    QTest::addColumn<QString>("found"); // empty: none
    const auto row = [](const QString &provider, const QString &model, const QString &found) {
        QTest::newRow(qPrintable(provider + u' ' + model)) << provider << model << found;
    };
    row(u"anthropic"_s, u"claude-sonnet-4-5-20250929"_s, u"claude-sonnet-4-5-20250929"_s);
    row(u"anthropic"_s, u"claude-opus-5-5-20261101"_s, u"claude-opus-5-5"_s);
    row(u"anthropic"_s, u"claude-opus-5-5@20261101"_s, u"claude-opus-5-5"_s);
    row(u"openai"_s, u"gpt-4.1-2025-04-14"_s, u"gpt-4.1"_s);
    row(u"openai"_s, u"gpt-4.1-2025"_s, {});
    row(u"openai"_s, u"claude-opus-5-5"_s, {});
    row(u"google"_s, u"models/gemini-4-argon"_s, u"gemini-4-argon"_s);
    row(u"groq"_s, u"openai/gpt-oss-120b"_s, u"openai/gpt-oss-120b"_s);
    row(u"openrouter"_s, u"anthropic/claude-sonnet-4.5"_s, u"claude-sonnet-4-5"_s);
    row(u"openrouter"_s, u"openai/gpt-4.1"_s, u"gpt-4.1"_s);
    row(u"openrouter"_s, u"openai/gpt-4.1:free"_s, {});
    row(u"openrouter"_s, u"meta-llama/llama-5"_s, {});
    row(u"openrouter"_s, u"gpt-4.1"_s, {});
    row(u"ollama"_s, u"qwen3"_s, {});
    row(u"openai"_s, {}, {});
}

void ModelCatalogTest::findsModels()
{
    QFETCH(QString, provider);
    QFETCH(QString, model);
    const auto *found = ModelCatalog::builtIn().find(provider, model);
    QTEST(found ? found->id : QString(), "found");
}

void ModelCatalogTest::pricesByTier()
{
    const auto catalog = ModelCatalog::parse(
        R"({"models":[{"provider":"p","id":"m","in":1,"out":2,"cached_in":0.1,"cache_write":1.25,
        "tiers":[{"above_input_tokens":200,"in":4,"out":8},{"above_input_tokens":100,"in":2,"out":4,"cached_in":0.2}]}]})");
    QVERIFY(catalog);
    const auto priceOf = [&](qint64 tokens) { return catalog->priceOf(u"p"_s, u"m"_s, tokens); };
    QCOMPARE(priceOf(100), (Price{1, 2, 0.1, 1.25}));
    QCOMPARE(priceOf(101), (Price{2, 4, 0.2, 2.5}));
    QCOMPARE(priceOf(201), (Price{4, 8, -1, 5}));
    QCOMPARE(priceOf(-1), (Price{1, 2, 0.1, 1.25}));
}

void ModelCatalogTest::knowsNoPriceOfAnUnknownModel()
{
    QCOMPARE(ModelCatalog::builtIn().priceOf(u"ollama"_s, u"qwen3"_s, 10), Price());
}

void ModelCatalogTest::countsCost_data()
{
    QTest::addColumn<Usage>("usage");
    QTest::addColumn<Price>("price");
    QTest::addColumn<double>("dollars"); // -1: not known
    const Price full{10, 50, 1, 12.5};
    const Price plain{10, 50, -1, -1};
    constexpr qint64 million = 1'000'000;
    QTest::newRow("input and output") << Usage{million, million / 10} << full << 15.0;
    QTest::newRow("cached") << Usage{million, 0, 400'000} << full << 6.4;
    QTest::newRow("written") << Usage{million, 0, 0, 400'000} << full << 11.0;
    QTest::newRow("both") << Usage{million, 0, 400'000, 600'000} << full << 7.9;
    QTest::newRow("no price of its own") << Usage{million, 0, 400'000, 600'000} << plain << 10.0;
    QTest::newRow("more cached than input")
        << Usage{million, 0, 9 * million, 9 * million} << full << 1.0;
    QTest::newRow("nothing said of caches") << Usage{million, 0, -1, -1} << full << 10.0;
    QTest::newRow("the provider's own figure")
        << Usage{million, million, -1, -1, -1, 0.25} << Price() << 0.25;
    QTest::newRow("free") << Usage{million, million} << Price{0, 0, -1, -1} << 0.0;
    QTest::newRow("no price") << Usage{million, million} << Price() << -1.0;
    QTest::newRow("no usage") << Usage() << full << -1.0;
}

void ModelCatalogTest::countsCost()
{
    QFETCH(Usage, usage);
    QFETCH(Price, price);
    QTEST(costOf(usage, price).value_or(-1), "dollars");
}

LOOPFLOW_TEST(ModelCatalogTest)
#include "tst_modelcatalog.moc"
