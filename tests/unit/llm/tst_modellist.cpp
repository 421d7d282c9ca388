#include "core/llm/modellist.h"

#include "tests/support/test.h"
#include "tests/unit/llm/capture.h"

#include <QTest>

using namespace loopflow;
using namespace loopflow::llm;
using namespace Qt::StringLiterals;

class ModelListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsLists_data();
    void readsLists();
    void refusesWhatIsNoList_data();
    void refusesWhatIsNoList();
};

void ModelListTest::readsLists_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QList<Model>>("models");
    const auto row = [](const char *name, const QByteArray &json, const QList<Model> &models) {
        QTest::newRow(name) << json << models;
    };
    row("llama.cpp", test::readCapture(u"models.json"_s).body, {{u"tiny-bigram"_s, {}, 512}});
    row("llama.cpp's router", test::readCapture(u"router-models.json"_s).body,
        {{u"tiny-bigram"_s, {}, 0}, {u"tiny-think"_s, {}, 0}});
    row("no embeddings", test::readCapture(u"aimock/models.json"_s).body,
        {{u"claude-3-5-sonnet-20241022"_s, {}, 0}, {u"gemini-2.0-flash"_s, {}, 0},
            {u"gpt-4"_s, {}, 0}, {u"gpt-4o"_s, {}, 0}});
    row("OpenRouter", R"({"data":[{"id":"a/b","name":"A: B","context_length":4096}]})",
        {{u"a/b"_s, u"A: B"_s, 4096}});
    row("Gemini", R"({"data":[{"id":"models/gemini-4-argon","display_name":"Gemini 4"}]})",
        {{u"gemini-4-argon"_s, u"Gemini 4"_s, 0}});
    row("Groq",
        R"({"data":[{"id":"x","context_window":131072,"active":true},{"id":"y","active":false}]})",
        {{u"x"_s, {}, 131072}});
    row("Mistral",
        R"({"data":[{"id":"x","max_context_length":32768,"capabilities":{"completion_chat":true}},
            {"id":"y","capabilities":{"completion_chat":false}}]})",
        {{u"x"_s, {}, 32768}});
    row("vLLM", R"({"data":[{"id":"x","max_model_len":4096}]})", {{u"x"_s, {}, 4096}});
    row("what cannot chat",
        R"({"data":[{"id":"gpt-image-2"},{"id":"whisper-1"},{"id":"tts-1-hd"},{"id":"gpt-4o-realtime-preview"},
            {"id":"text-embedding-3-large"},{"id":"nomic-embed-text:latest"},{"id":"omni-moderation-latest"},{"id":"sora-2"},
            {"id":"davinci-002"},{"id":"gpt-4o-transcribe"},{"id":"gpt-6-sol"},{"id":"imagine-1"},{"id":"attsy"}]})",
        {{u"attsy"_s, {}, 0}, {u"gpt-6-sol"_s, {}, 0}, {u"imagine-1"_s, {}, 0}});
    row("a bare array", R"([{"id":"x"},{"id":"x"},{},{"id":""}])", {{u"x"_s, {}, 0}});
    row("Ollama without models", R"({"object":"list","data":null})", {});
    row("none", R"({"data":[]})", {});
}

void ModelListTest::readsLists()
{
    QFETCH(QByteArray, json);
    const auto models = readModels(u"Acme"_s, json, ModelOrder::ById);
    QVERIFY(models);
    QTEST(*models, "models");
}

void ModelListTest::refusesWhatIsNoList_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("web page") << QByteArray("<html>");
    QTest::newRow("something else") << QByteArray(R"({"models":1})");
    QTest::newRow("error in a 200")
        << QByteArray(R"({"error":{"message":"no","type":"api_error"}})");
    QTest::newRow("nothing") << QByteArray();
}

void ModelListTest::refusesWhatIsNoList()
{
    QFETCH(QByteArray, json);
    const auto models = readModels(u"Acme"_s, json, ModelOrder::ById);
    QVERIFY(!models);
    QVERIFY(models.error().message.startsWith(u"Acme "));
}

LOOPFLOW_TEST(ModelListTest)
#include "tst_modellist.moc"
