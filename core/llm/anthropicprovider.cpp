#include "core/llm/anthropicprovider.h"

#include "core/llm/anthropicdecoder.h"
#include "core/llm/explain.h"
#include "core/llm/modelcatalog.h"
#include "core/llm/modellist.h"
#include "core/llm/refusedparameter.h"
#include "core/llm/requestparts.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loopflow::llm {
namespace {

bool isAnthropics(const QUrl &url)
{
    return url.host() == u"anthropic.com" || url.host().endsWith(u".anthropic.com");
}

bool takesSampling(const QString &model, const QUrl &url)
{
    if (const auto *listed = ModelCatalog::builtIn().find(u"anthropic"_s, model))
        return listed->temperature;
    return !isAnthropics(url); // a model that is not listed is newer than the list
}

int maxTokensOf(const ChatRequest &request, const ModelTraits &traits)
{
    qint64 tokens = AnthropicProvider::defaultMaxTokens;
    if (request.parameters.maxTokens)
        tokens = *request.parameters.maxTokens;
    else if (traits.contextLimit > 0) // leave room for the conversation
        tokens = std::min(tokens, traits.contextLimit / 2);
    const auto *listed = ModelCatalog::builtIn().find(u"anthropic"_s, request.model);
    if (listed && listed->maxOutput > 0)
        tokens = std::min(tokens, listed->maxOutput);
    return static_cast<int>(std::max<qint64>(1, tokens));
}

QJsonArray messagesOf(const ChatRequest &request)
{
    QJsonArray messages;
    for (const auto &message : request.messages) {
        const bool isUser = message.role == Role::User;
        messages.append(QJsonObject{
            {u"role"_s, isUser ? u"user"_s : u"assistant"_s},
            {u"content"_s, message.text},
        });
    }
    return messages;
}

Headers versionHeader(bool old)
{
    return {{"anthropic-version", old ? "2023-06-01" : "2026-10-21"}};
}

} // namespace

AnthropicProvider::AnthropicProvider(QString name)
    : m_name(std::move(name))
{
}

HttpRequest AnthropicProvider::encode(
    const ChatRequest &request, const Endpoint &endpoint, const ModelTraits &traits) const
{
    QJsonObject body{
        {u"model"_s, request.model},
        {u"max_tokens"_s, maxTokensOf(request, traits)},
        {u"messages"_s, messagesOf(request)},
        {u"stream"_s, true},
    };
    const ChatParameters &parameters = request.parameters;
    if (!request.system.isEmpty())
        body.insert(u"system"_s, request.system);
    if (!parameters.effort.isEmpty())
        body.insert(u"output_config"_s, QJsonObject{{u"effort"_s, parameters.effort}});
    const bool sampling = takesSampling(request.model, endpoint.baseUrl);
    if (parameters.temperature && sampling)
        body.insert(u"temperature"_s, *parameters.temperature);
    if (parameters.topP && sampling)
        body.insert(u"top_p"_s, *parameters.topP);
    leaveOutRefused(body, traits, {u"max_tokens"_s});
    const bool old = body.contains(u"temperature") || body.contains(u"top_p");
    return postRequest(endpoint, u"/messages"_s, body, versionHeader(old));
}

void AnthropicProvider::authorize(HttpRequest &request, const Secret &key) const
{
    const QByteArray value = headerValue(key);
    if (value.isEmpty())
        return;
    // Servers of others want the one or the other; Anthropic's own tokens for people (not keys) are
    // bearer tokens.
    const bool isToken = value.startsWith("sk-ant-oat");
    if (!isToken)
        request.headers.set("x-api-key", value);
    if (isToken || !isAnthropics(request.url))
        request.headers.set("Authorization", "Bearer " + value);
}

std::unique_ptr<ChatDecoder> AnthropicProvider::decoder() const
{
    return std::make_unique<AnthropicDecoder>(m_name);
}

HttpRequest AnthropicProvider::encodeModels(const Endpoint &endpoint) const
{
    return getRequest(endpoint, u"/models?limit=1000"_s, versionHeader(false));
}

Result<QList<Model>> AnthropicProvider::decodeModels(const HttpResponse &response) const
{
    if (!response.isSuccess())
        return explain(response).error;
    return readModels(m_name, response.body, ModelOrder::AsListed);
}

LlmFailure AnthropicProvider::explain(const HttpResponse &response) const
{
    return explainResponse(m_name, response);
}

} // namespace loopflow::llm
