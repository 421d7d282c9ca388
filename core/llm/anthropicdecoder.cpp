#include "core/llm/anthropicdecoder.h"

#include "core/base/core.h"
#include "core/llm/explain.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace loopflow::llm {
namespace {

/// message_delta may leave fields out or send null: what was known stays.
void takeNumber(const QJsonValue &value, qint64 &number)
{
    if (value.isDouble())
        number = value.toInteger();
}

} // namespace

AnthropicDecoder::AnthropicDecoder(QString provider)
    : m_provider(std::move(provider))
{
}

Result<ChatDelta> AnthropicDecoder::feed(const SseEvent &event)
{
    if (m_done || event.data == "[DONE]") // proxies add OpenAI's ending
        return ChatDelta();
    const auto document = QJsonDocument::fromJson(event.data);
    const QJsonObject object = document.object();
    if (const auto error = readProviderError(object))
        return refused(explainRefusal(m_provider, *error));
    if (event.name == "error") {
        auto error = readBareError(object);
        if (object.isEmpty())
            error.message = QString::fromUtf8(event.data);
        return refused(explainRefusal(m_provider, error));
    }
    if (document.isNull())
        return Error{ErrorCode::Incomplete,
            Core::tr("%1's reply was broken on its way. Try again in a moment.").arg(m_provider)};
    const QString type = object.value(u"type").toString();
    return takeEvent(type.isEmpty() ? QString::fromUtf8(event.name) : type, object);
}

Result<ChatDelta> AnthropicDecoder::whole(QByteArrayView body)
{
    const QJsonObject message = QJsonDocument::fromJson(body.toByteArray()).object();
    if (const auto error = readProviderError(message))
        return refused(explainRefusal(m_provider, *error));
    if (!message.value(u"content").isArray())
        return Error{ErrorCode::Invalid,
            Core::tr("%1 did not answer with a chat reply. Check the provider's address.").arg(
                m_provider)};
    ChatDelta delta;
    m_reply.model = message.value(u"model").toString();
    for (const auto &block : message.value(u"content").toArray()) {
        const ChatDelta part = takeContent(block.toObject());
        delta.text += part.text;
        delta.thinking = delta.thinking || part.thinking;
    }
    takeStop(message);
    takeUsage(message.value(u"usage").toObject());
    delta.text += complete().text;
    return delta;
}

Result<ChatReply> AnthropicDecoder::finish()
{
    if (!m_done)
        return Error{ErrorCode::Incomplete,
            Core::tr("%1's reply broke off before its end. Try again in a moment.").arg(m_provider)};
    return m_reply;
}

ChatDelta AnthropicDecoder::takeEvent(const QString &type, const QJsonObject &event)
{
    if (type == u"content_block_delta")
        return takeContent(event.value(u"delta").toObject());
    if (type == u"content_block_start")
        return takeContent(event.value(u"content_block").toObject());
    if (type == u"message_start") {
        const QJsonObject message = event.value(u"message").toObject();
        m_reply.model = message.value(u"model").toString();
        takeUsage(message.value(u"usage").toObject());
    } else if (type == u"message_delta") {
        takeStop(event.value(u"delta").toObject());
        takeUsage(event.value(u"usage").toObject());
    } else if (type == u"message_stop") {
        return complete();
    }
    return {};
}

ChatDelta AnthropicDecoder::takeContent(const QJsonObject &content)
{
    ChatDelta delta;
    const QString type = content.value(u"type").toString();
    if (type == u"text" || type == u"text_delta")
        delta.text = m_filter.feed(content.value(u"text").toString());
    delta.thinking =
        m_filter.isThinking() || type.contains(u"thinking") || type == u"signature_delta";
    m_reply.text += delta.text;
    return delta;
}

void AnthropicDecoder::takeStop(const QJsonObject &message)
{
    const QString reason = message.value(u"stop_reason").toString();
    if (reason.isEmpty())
        return;
    if (reason == u"max_tokens" || reason == u"model_context_window_exceeded")
        m_reply.stop = StopReason::Length;
    else if (reason == u"refusal")
        m_reply.stop = StopReason::Refusal;
    else if (reason == u"tool_use" || reason == u"pause_turn")
        m_reply.stop = StopReason::Other;
    else
        m_reply.stop = StopReason::End;
    m_reply.refusal = message.value(u"stop_details").toObject().value(u"explanation").toString();
}

void AnthropicDecoder::takeUsage(const QJsonObject &usage)
{
    Usage &known = m_reply.usage;
    takeNumber(usage.value(u"input_tokens"), m_plainInput);
    takeNumber(usage.value(u"cache_read_input_tokens"), known.cachedInput);
    takeNumber(usage.value(u"cache_creation_input_tokens"), known.cacheWrite);
    takeNumber(usage.value(u"output_tokens"), known.output);
    takeNumber(usage.value(u"output_tokens_details").toObject().value(u"thinking_tokens"),
        known.reasoning);
    if (m_plainInput >= 0)
        known.input = m_plainInput + std::max<qint64>(0, known.cachedInput)
            + std::max<qint64>(0, known.cacheWrite);
}

ChatDelta AnthropicDecoder::complete()
{
    m_done = true;
    ChatDelta delta;
    delta.text = m_filter.finish();
    m_reply.text += delta.text;
    return delta;
}

} // namespace loopflow::llm
