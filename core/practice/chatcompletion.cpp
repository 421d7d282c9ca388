#include "core/practice/chatcompletion.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

} // namespace

QByteArray ModelError::toJson() const
{
    return compact({{u"error"_s,
        QJsonObject{
            {u"message"_s, message},
            {u"type"_s, type},
            {u"param"_s, orNull(param)},
            {u"code"_s, orNull(code)},
        }}});
}

QJsonObject Completion::usage(qint64 tokens) const
{
    return {
        {u"prompt_tokens"_s, promptTokens},
        {u"completion_tokens"_s, tokens},
        {u"total_tokens"_s, promptTokens + tokens},
        {u"prompt_tokens_details"_s, QJsonObject{{u"cached_tokens"_s, 0}, {u"audio_tokens"_s, 0}}},
        {u"completion_tokens_details"_s,
            QJsonObject{
                {u"reasoning_tokens"_s, 0},
                {u"audio_tokens"_s, 0},
                {u"accepted_prediction_tokens"_s, 0},
                {u"rejected_prediction_tokens"_s, 0},
            }},
    };
}

QByteArray Completion::whole(const QString &text, qint64 tokens, const QString &finishReason) const
{
    const QJsonObject message{
        {u"role"_s, u"assistant"_s},
        {u"content"_s, text},
        {u"refusal"_s, QJsonValue::Null},
        {u"annotations"_s, QJsonArray()},
    };
    const QJsonObject choice{
        {u"index"_s, 0},
        {u"message"_s, message},
        {u"logprobs"_s, QJsonValue::Null},
        {u"finish_reason"_s, finishReason},
    };
    return compact({
        {u"id"_s, id},
        {u"object"_s, u"chat.completion"_s},
        {u"created"_s, created},
        {u"model"_s, model},
        {u"choices"_s, QJsonArray{choice}},
        {u"usage"_s, usage(tokens)},
        {u"service_tier"_s, u"default"_s},
        {u"system_fingerprint"_s, u"fp_practice"_s},
    });
}

QByteArray Completion::roleEvent() const
{
    return choiceEvent(
        {{u"role"_s, u"assistant"_s}, {u"content"_s, QString()}, {u"refusal"_s, QJsonValue::Null}},
        QJsonValue::Null);
}

QByteArray Completion::textEvent(const QString &text) const
{
    return choiceEvent({{u"content"_s, text}}, QJsonValue::Null);
}

QByteArray Completion::finishEvent(const QString &finishReason) const
{
    return choiceEvent({}, finishReason);
}

QByteArray Completion::usageEvent(qint64 tokens) const
{
    return event({}, usage(tokens));
}

QByteArray Completion::doneEvent()
{
    return "data: [DONE]\n\n";
}

QByteArray Completion::choiceEvent(const QJsonObject &delta, const QJsonValue &finishReason) const
{
    const QJsonObject choice{
        {u"index"_s, 0},
        {u"delta"_s, delta},
        {u"logprobs"_s, QJsonValue::Null},
        {u"finish_reason"_s, finishReason},
    };
    return event({choice}, QJsonValue::Null);
}

QByteArray Completion::event(const QJsonArray &choices, const QJsonValue &usageValue) const
{
    QJsonObject json{
        {u"id"_s, id},
        {u"object"_s, u"chat.completion.chunk"_s},
        {u"created"_s, created},
        {u"model"_s, model},
        {u"choices"_s, choices},
        {u"service_tier"_s, u"default"_s},
        {u"system_fingerprint"_s, u"fp_practice"_s},
    };
    // OpenAI names usage in every piece, null but for the last, once it was asked for.
    if (usageAsked)
        json.insert("usage"_L1, usageValue);
    return "data: " + compact(json) + "\n\n";
}

} // namespace loopflow::practice
