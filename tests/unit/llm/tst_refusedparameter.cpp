#include "core/llm/refusedparameter.h"

#include "tests/support/test.h"

#include <QTest>

using namespace loopflow::llm;
using namespace Qt::StringLiterals;

class RefusedParameterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void findsTheRefusedOne_data();
    void findsTheRefusedOne();
    void takesNothingElseForIt_data();
    void takesNothingElseForIt();
    void keepsRequiredParameters();
    void endsARingOfNames();
};

void RefusedParameterTest::findsTheRefusedOne_data()
{
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("message");
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("replacement");
    const auto row = [](const char *what, const QString &param, const QString &code,
                         const QString &message, const QString &name,
                         const QString &replacement = {}) {
        QTest::newRow(what) << param << code << message << name << replacement;
    };
    row("OpenAI's limit", u"max_tokens"_s, u"unsupported_parameter"_s,
        u"Unsupported parameter: 'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."_s,
        u"max_tokens"_s, u"max_completion_tokens"_s);
    row("the limit, in words only", {}, {},
        u"'max_tokens' is not supported with this model. Use 'max_completion_tokens' instead."_s,
        u"max_tokens"_s, u"max_completion_tokens"_s);
    row("an older server", {}, {}, u"max_completion_tokens: Extra inputs are not permitted"_s,
        u"max_completion_tokens"_s, u"max_tokens"_s);
    row("OpenAI's temperature", u"temperature"_s, u"unsupported_value"_s,
        u"Unsupported value: 'temperature' does not support 0.2 with this model. Only the default (1) value is supported."_s,
        u"temperature"_s);
    row("Anthropic's temperature", {}, {}, u"temperature: Extra inputs are not permitted"_s,
        u"temperature"_s);
    row("deprecated", {}, {}, u"`temperature` is deprecated for this model."_s, u"temperature"_s);
    row("both", {}, {},
        u"`temperature` and `top_p` cannot both be specified for this model. Please use only one."_s,
        u"top_p"_s);
    row("Mistral's stream options", u"stream_options"_s, {},
        u"stream_options: Extra inputs are not permitted"_s, u"stream_options"_s);
    row("a part of it", u"stream_options.include_usage"_s, u"unknown_parameter"_s,
        u"Unknown parameter"_s, u"stream_options"_s);
    row("Gemini", {}, {},
        u"Invalid JSON payload received. Unknown name \"stream_options\": Cannot find field."_s,
        u"stream_options"_s);
    row("effort", {}, {}, u"Unrecognized request argument supplied: reasoning_effort"_s,
        u"reasoning_effort"_s);
    row("one effort", u"reasoning_effort"_s, u"unsupported_value"_s,
        u"Unsupported value: 'reasoning_effort' does not support 'none' with this model. Supported values are: 'low', 'high'."_s,
        u"reasoning_effort=none"_s);
    row("OpenRouter's effort", u"reasoning.effort"_s, u"unsupported_parameter"_s, u"no"_s,
        u"reasoning"_s);
    row("Claude's effort", {}, {},
        u"output_config.effort: This model does not support the effort parameter."_s,
        u"output_config"_s);
    row("Gemma's template", {}, {}, u"Jinja Exception: System role not supported"_s, u"system"_s,
        u"user"_s);
    row("Gemma at Google", {}, {},
        u"Developer instruction is not enabled for models/gemma-3-27b-it"_s, u"system"_s,
        u"user"_s);
    row("o1-mini", u"messages[0].role"_s, u"unsupported_value"_s,
        u"Unsupported value: 'messages[0].role' does not support 'system' with this model."_s,
        u"system"_s, u"user"_s);
    row("DeepSeek's thinking", {}, {},
        u"The reasoning_content in the thinking mode must be passed back to the API."_s,
        u"messages.assistant"_s, u"reasoning_content"_s);
}

void RefusedParameterTest::findsTheRefusedOne()
{
    QFETCH(QString, param);
    QFETCH(QString, code);
    QFETCH(QString, message);
    QFETCH(QString, name);
    QFETCH(QString, replacement);
    ProviderError error;
    error.status = 400;
    error.param = param;
    error.code = code;
    error.message = message;
    const auto refused = findRefusedParameter(error);
    QVERIFY(refused);
    QCOMPARE(refused->name, name);
    QCOMPARE(refused->replacement, replacement);
}

void RefusedParameterTest::takesNothingElseForIt_data()
{
    QTest::addColumn<QString>("param");
    QTest::addColumn<QString>("message");
    QTest::newRow("a wrong value")
        << u"temperature"_s
        << u"Invalid 'temperature': decimal above maximum value. Expected <= 2."_s;
    QTest::newRow("a wrong type") << QString()
                                  << u"Field 'temperature': type must be number, but is string"_s;
    QTest::newRow("too large")
        << u"max_tokens"_s
        << u"max_tokens is too large: 99999. This model supports at most 16384."_s;
    QTest::newRow("pictures")
        << QString()
        << u"image input is not supported - hint: you may need to provide the mmproj"_s;
    QTest::newRow("another parameter")
        << u"messages[1].name"_s << u"Extra inputs are not permitted, temperature is fine"_s;
    QTest::newRow("the word reasoning")
        << QString() << u"This account is not allowed to use reasoning models"_s;
    QTest::newRow("roles")
        << QString() << u"After the optional system message, conversation roles must alternate"_s;
}

void RefusedParameterTest::takesNothingElseForIt()
{
    QFETCH(QString, param);
    QFETCH(QString, message);
    ProviderError error;
    error.status = 400;
    error.param = param;
    error.message = message;
    QVERIFY(!findRefusedParameter(error));
}

void RefusedParameterTest::keepsRequiredParameters()
{
    QJsonObject body{{u"max_tokens"_s, 5}, {u"temperature"_s, 1}, {u"model"_s, u"m"_s}};
    ModelTraits traits;
    traits.refused = {{u"max_tokens"_s, {}}, {u"temperature"_s, {}}, {u"model"_s, {}}};
    leaveOutRefused(body, traits, {u"max_tokens"_s});
    QCOMPARE(body, (QJsonObject{{u"max_tokens"_s, 5}, {u"model"_s, u"m"_s}}));
}

void RefusedParameterTest::endsARingOfNames()
{
    QJsonObject body{{u"max_completion_tokens"_s, 5}};
    ModelTraits traits;
    traits.refused = {{u"max_tokens"_s, u"max_completion_tokens"_s},
        {u"max_completion_tokens"_s, u"max_tokens"_s}};
    leaveOutRefused(body, traits, {});
    QVERIFY(body.isEmpty());
}

LOOPFLOW_TEST(RefusedParameterTest)
#include "tst_refusedparameter.moc"
