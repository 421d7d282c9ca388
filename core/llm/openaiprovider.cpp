#include "core/llm/openaiprovider.h"

#include "core/llm/explain.h"
#include "core/llm/modellist.h"
#include "core/llm/openaidecoder.h"
#include "core/llm/refusedparameter.h"
#include "core/llm/requestparts.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace loopflow::llm {
namespace {

QJsonObject message(const QString &role, const QString &text)
{
    return {{u"role"_s, role}, {u"content"_s, text}};
}

QJsonArray messagesOf(const ChatRequest &request, const ModelTraits &traits)
{
    const bool hasRole = !traits.refused.contains(systemRole.toString());
    const QString reasoning = traits.refused.value(plainReplies.toString());
    QJsonArray messages;
    if (!request.system.isEmpty() && hasRole)
        messages.append(message(u"system"_s, request.system));
    bool first = true;
    for (const auto &said : request.messages) {
        const bool isUser = said.role == Role::User;
        QJsonObject entry = message(isUser ? u"user"_s : u"assistant"_s, said.text);
        if (first && !hasRole && !request.system.isEmpty())
            entry.insert(u"content"_s, QString(request.system + u"\n\n"_s + said.text));
        if (!isUser && !reasoning.isEmpty())
            entry.insert(reasoning, QString());
        messages.append(entry);
        first = false;
    }
    return messages;
}

QString tokenLimitName(const QString &provider)
{
    const bool isNew = provider == u"openai" || provider == u"groq" || provider == u"xai";
    return isNew ? u"max_completion_tokens"_s : u"max_tokens"_s;
}

} // namespace

OpenAiProvider::OpenAiProvider(QString name)
    : m_name(std::move(name))
{
}

HttpRequest OpenAiProvider::encode(
    const ChatRequest &request, const Endpoint &endpoint, const ModelTraits &traits) const
{
    QJsonObject body{
        {u"model"_s, request.model},
        {u"messages"_s, messagesOf(request, traits)},
        {u"stream"_s, true},
    };
    const ChatParameters &parameters = request.parameters;
    if (endpoint.provider != u"mistral") // says the usage unasked
        body.insert(u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}});
    if (parameters.maxTokens)
        body.insert(tokenLimitName(endpoint.provider), *parameters.maxTokens);
    if (parameters.temperature)
        body.insert(u"temperature"_s, *parameters.temperature);
    if (parameters.topP)
        body.insert(u"top_p"_s, *parameters.topP);
    if (!parameters.effort.isEmpty() && endpoint.provider == u"openrouter")
        body.insert(u"reasoning"_s, QJsonObject{{u"effort"_s, parameters.effort}});
    else if (!parameters.effort.isEmpty())
        body.insert(u"reasoning_effort"_s, parameters.effort);
    leaveOutRefused(body, traits, {});
    return postRequest(endpoint, u"/chat/completions"_s, body);
}

void OpenAiProvider::authorize(HttpRequest &request, const Secret &key) const
{
    if (const QByteArray value = headerValue(key); !value.isEmpty())
        request.headers.set("Authorization", "Bearer " + value);
}

std::unique_ptr<ChatDecoder> OpenAiProvider::decoder() const
{
    return std::make_unique<OpenAiDecoder>(m_name);
}

HttpRequest OpenAiProvider::encodeModels(const Endpoint &endpoint) const
{
    return getRequest(endpoint, u"/models"_s);
}

Result<QList<Model>> OpenAiProvider::decodeModels(const HttpResponse &response) const
{
    if (!response.isSuccess())
        return explain(response).error;
    return readModels(m_name, response.body, ModelOrder::ById);
}

LlmFailure OpenAiProvider::explain(const HttpResponse &response) const
{
    return explainResponse(m_name, response);
}

} // namespace loopflow::llm
