#include "core/practice/chatcompletion.h"
#include "tests/support/test.h"

using namespace Qt::StringLiterals;
using namespace loopflow::practice;

class CompletionRequestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsWhatIsAsked()
    {
        const auto read =
            readCompletion(R"({"model":"m","stream":true,"stream_options":{"include_usage":true},
            "max_completion_tokens":9,"stop":["a","b"],"temperature":1,"messages":[
            {"role":"system","content":"s"},{"role":"developer","content":"d"},
            {"role":"user","content":[{"type":"text","text":"one"},{"type":"text","text":"two"}]},
            {"role":"assistant","content":null,"tool_calls":[]},{"role":"tool","content":"t","tool_call_id":"1"}]})");
        QVERIFY(std::holds_alternative<CompletionRequest>(read));
        const auto &request = std::get<CompletionRequest>(read);
        QCOMPARE(request.model, u"m"_s);
        QVERIFY(request.stream && request.includeUsage);
        QCOMPARE(request.maxTokens, 9);
        QCOMPARE(request.stop, (QStringList{u"a"_s, u"b"_s}));
        QCOMPARE(request.messages.size(), 5);
        QVERIFY(request.messages[0].isPrompt() && request.messages[1].isPrompt()
            && !request.messages[2].isPrompt());
        QCOMPARE(request.messages[2].text, u"one\ntwo"_s);
        QCOMPARE(request.messages[3].text, QString());
    }

    void namesTheParameterThatIsWrong_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("param");
        QTest::addColumn<QString>("code");
        const auto row = [](const char *name, const char *fields, const char *param,
                             const char *code) {
            QTest::newRow(name) << QByteArray(fields) << QString::fromLatin1(param)
                                << QString::fromLatin1(code);
        };
        const char *fine = R"("messages":[{"role":"user","content":"x"}])";
        const auto with = [&](const char *more) {
            return QByteArray(R"("model":"m",)") + fine + ',' + more;
        };
        row("no model", fine, "model", "missing_required_parameter");
        row("a model that is a number", (QByteArray(R"("model":1,)") + fine).constData(), "model",
            "invalid_type");
        row("no messages", R"("model":"m")", "messages", "missing_required_parameter");
        row("messages that are text", R"("model":"m","messages":"x")", "messages", "invalid_type");
        row("empty messages", R"("model":"m","messages":[])", "messages", "empty_array");
        row("a message that is text", R"("model":"m","messages":["x"])", "messages[0]",
            "invalid_type");
        row("no role", R"("model":"m","messages":[{"content":"x"}])", "messages[0].role",
            "missing_required_parameter");
        row("an unknown role", R"("model":"m","messages":[{"role":"bot","content":"x"}])",
            "messages[0].role", "invalid_value");
        row("no content", R"("model":"m","messages":[{"role":"user"}])", "messages[0].content",
            "missing_required_parameter");
        row("null content", R"("model":"m","messages":[{"role":"user","content":null}])",
            "messages[0].content", "invalid_type");
        row("a picture",
            R"("model":"m","messages":[{"role":"user","content":[{"type":"image_url"}]}])",
            "messages[0].content[0]", "invalid_value");
        row("a text for stream", with(R"("stream":"yes")").constData(), "stream", "invalid_type");
        row("options without a stream", with(R"("stream_options":{})").constData(),
            "stream_options", "invalid_value");
        row("a high temperature", with(R"("temperature":2.1)").constData(), "temperature",
            "invalid_value");
        row("a text for temperature", with(R"("temperature":"1")").constData(), "temperature",
            "invalid_type");
        row("half a token", with(R"("max_tokens":1.5)").constData(), "max_tokens", "invalid_type");
        row("no token", with(R"("max_completion_tokens":0)").constData(), "max_completion_tokens",
            "invalid_value");
        row("two limits", with(R"("max_tokens":1,"max_completion_tokens":1)").constData(),
            "max_tokens", "invalid_value");
        row("two answers", with(R"("n":2)").constData(), "n", "invalid_value");
        row("a number to stop at", with(R"("stop":1)").constData(), "stop", "invalid_type");
        row("an unknown parameter", with(R"("warmth":1)").constData(), "warmth",
            "unknown_parameter");
    }
    void namesTheParameterThatIsWrong()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QString, param);
        QFETCH(QString, code);
        const auto read = readCompletion('{' + fields + '}');
        QVERIFY(std::holds_alternative<ModelError>(read));
        const auto &error = std::get<ModelError>(read);
        QCOMPARE(error.status, 400);
        QCOMPARE(error.param, param);
        QCOMPARE(error.code, code);
        QVERIFY(!error.message.isEmpty());
    }

    void refusesWhatIsNoObject_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("half") << QByteArray("{");
        QTest::newRow("a list") << QByteArray("[]");
    }
    void refusesWhatIsNoObject()
    {
        QFETCH(QByteArray, body);
        const auto read = readCompletion(body);
        QVERIFY(std::holds_alternative<ModelError>(read));
        QCOMPARE(std::get<ModelError>(read).status, 400);
    }
};

LOOPFLOW_TEST(CompletionRequestTest)
#include "tst_completionrequest.moc"
