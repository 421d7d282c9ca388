#include "core/llm/openaidecoder.h"

#include "core/base/core.h"
#include "core/llm/explain.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace loopflow::llm {
namespace {

/// A string, or Mistral's array of text and thinking parts.
QString textOf(const QJsonValue &content, bool &thinking)
{
    if (!content.isArray())
        return content.toString();
    QString text;
    for (const auto &entry : content.toArray()) {
        const QJsonObject part = entry.toObject();
        if (part.value(u"type") == "text"_L1)
            text += part.value(u"text").toString();
        else
            thinking = true;
    }
    return text;
}

bool hasReasoning(const QJsonObject &message)
{
    for (const auto &name : {"reasoning_content"_L1, "reasoning"_L1, "reasoning_text"_L1}) {
        if (!message.value(name).toString().isEmpty())
            return true;
    }
    return !message.value("reasoning_details"_L1).toArray().isEmpty();
}

void takeNumber(const QJsonValue &value, qint64 &number)
{
    if (value.isDouble())
        number = value.toInteger();
}

} // namespace

OpenAiDecoder::OpenAiDecoder(QString provider)
    : m_provider(std::move(provider))
{
}

Result<ChatDelta> OpenAiDecoder::feed(const SseEvent &event)
{
    if (m_done)
        return ChatDelta();
    if (event.data == "[DONE]") {
        m_done = true;
        ChatDelta delta;
        delta.text = m_filter.finish();
        m_reply.text += delta.text;
        return delta;
    }
    const auto document = QJsonDocument::fromJson(event.data);
    const QJsonObject chunk =
        document.isArray() ? document.array().first().toObject() : document.object();
    if (const auto error = readProviderError(chunk))
        return refused(explainRefusal(m_provider, *error));
    if (event.name == "error") {
        auto error = readBareError(chunk);
        if (chunk.isEmpty())
            error.message = QString::fromUtf8(event.data);
        return refused(explainRefusal(m_provider, error));
    }
    if (document.isNull()) {
        // After a finish_reason the reply is whole, whatever the connection did to the rest.
        if (m_finished)
            return ChatDelta();
        return Error{ErrorCode::Incomplete,
            Core::tr("%1's reply was broken on its way. Try again in a moment.").arg(m_provider)};
    }
    return takeChunk(chunk);
}

Result<ChatDelta> OpenAiDecoder::whole(QByteArrayView body)
{
    const auto document = QJsonDocument::fromJson(body.toByteArray());
    const QJsonObject answer =
        document.isArray() ? document.array().first().toObject() : document.object();
    if (const auto error = readProviderError(answer))
        return refused(explainRefusal(m_provider, *error));
    if (answer.value(u"choices").toArray().isEmpty())
        return Error{ErrorCode::Invalid,
            Core::tr("%1 did not answer with a chat reply. Check the provider's address.").arg(
                m_provider)};
    auto delta = takeChunk(answer);
    if (!delta)
        return delta;
    const QString held = m_filter.finish();
    m_reply.text += held;
    delta->text += held;
    m_finished = m_done = true;
    return delta;
}

Result<ChatReply> OpenAiDecoder::finish()
{
    if (!m_started || !(m_finished || m_done))
        return Error{ErrorCode::Incomplete,
            Core::tr("%1's reply broke off before its end. Try again in a moment.").arg(m_provider)};
    m_reply.text += m_filter.finish();
    if (!m_reply.refusal.isEmpty())
        m_reply.stop = StopReason::Refusal;
    return m_reply;
}

Result<ChatDelta> OpenAiDecoder::takeChunk(const QJsonObject &chunk)
{
    ChatDelta delta;
    if (m_reply.model.isEmpty())
        m_reply.model = chunk.value(u"model").toString();
    takeUsage(chunk.value(u"x_groq").toObject().value(u"usage").toObject());
    takeUsage(chunk.value(u"usage").toObject());
    // The chunk with the usage has no choice.
    for (const auto &entry : chunk.value(u"choices").toArray()) {
        const QJsonObject choice = entry.toObject();
        if (choice.value(u"index").toInt() != 0)
            continue;
        m_started = true;
        takeUsage(choice.value(u"usage").toObject());
        takeMessage(choice.value(u"delta").toObject(), delta);
        takeMessage(choice.value(u"message").toObject(), delta);
        if (const auto taken = takeFinishReason(choice.value(u"finish_reason").toString()); !taken)
            return taken.error();
    }
    return delta;
}

void OpenAiDecoder::takeMessage(const QJsonObject &message, ChatDelta &delta)
{
    const QString text = m_filter.feed(textOf(message.value(u"content"), delta.thinking));
    m_reply.text += text;
    delta.text += text;
    delta.thinking = delta.thinking || hasReasoning(message) || m_filter.isThinking();
    m_reply.refusal += message.value(u"refusal").toString();
}

Result<void> OpenAiDecoder::takeFinishReason(const QString &reason)
{
    if (reason.isEmpty())
        return {};
    if (reason == u"error" || reason == u"network_error")
        return Error{ErrorCode::Unavailable,
            Core::tr("%1 failed in the middle of its reply. Try again in a moment.").arg(m_provider)};
    m_finished = true;
    if (reason == u"length" || reason == u"model_length"
        || reason == u"model_context_window_exceeded")
        m_reply.stop = StopReason::Length;
    else if (reason == u"content_filter")
        m_reply.stop = StopReason::Refusal;
    else if (reason == u"tool_calls" || reason == u"function_call")
        m_reply.stop = StopReason::Other;
    else
        m_reply.stop = StopReason::End;
    return {};
}

void OpenAiDecoder::takeUsage(const QJsonObject &usage)
{
    Usage &known = m_reply.usage;
    const QJsonObject input = usage.value(u"prompt_tokens_details").toObject();
    takeNumber(usage.value(u"prompt_tokens"), known.input);
    takeNumber(usage.value(u"completion_tokens"), known.output);
    takeNumber(usage.value(u"prompt_cache_hit_tokens"), known.cachedInput); // DeepSeek
    takeNumber(input.value(u"cached_tokens"), known.cachedInput);
    takeNumber(input.value(u"cache_write_tokens"), known.cacheWrite);
    takeNumber(usage.value(u"completion_tokens_details").toObject().value(u"reasoning_tokens"),
        known.reasoning);
    if (const auto cost = usage.value(u"cost"); cost.isDouble()) // OpenRouter
        known.cost = cost.toDouble();
    // xAI and Gemini leave the thinking out of completion_tokens, but not out of the total.
    const qint64 total = usage.value(u"total_tokens").toInteger(-1);
    if (known.input >= 0 && known.output >= 0 && total > known.input + known.output)
        known.output = total - known.input;
}

} // namespace loopflow::llm
