#include "core/llm/provider.h"

#include "core/base/core.h"
#include "core/llm/anthropicprovider.h"
#include "core/llm/explain.h"
#include "core/llm/openaiprovider.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace loopflow::llm {
namespace {

KnownProvider hosted(const char *id, const char *name, const char *url, const QStringList &keys,
    const char *urlVariable = "")
{
    return {QString::fromLatin1(id), QString::fromLatin1(name), QUrl(QString::fromLatin1(url)),
        keys, QString::fromLatin1(urlVariable), false};
}

KnownProvider local(const char *id, const char *name, const char *url, const QStringList &keys,
    const char *urlVariable = "")
{
    KnownProvider provider = hosted(id, name, url, keys, urlVariable);
    provider.local = true;
    return provider;
}

/// Its name as the subject of a sentence.
QString subjectOf(const KnownProvider &provider)
{
    if (provider.id == u"custom")
        return Core::tr("The provider");
    return provider.id == u"practice" ? Core::tr("The practice model") : provider.name;
}

bool isNear(const QString &host)
{
    // One's own machine or network: plain http is what servers there speak.
    static const QRegularExpression near(
        u"^(?:(?:127|10|192\\.168|169\\.254|172\\.(?:1[6-9]|2\\d|3[01])|0)\\.[\\d.]+|\\[.*\\]|[^.]+|"
        ".*\\.(?:local|lan|internal|localhost))$"_s);
    return near.match(host).hasMatch();
}

/// With a scheme, and with Ollama's port where OLLAMA_HOST leaves it out.
QString completed(QString text, const QString &provider)
{
    if (text.contains(u"://"))
        return text;
    if (text.startsWith(u':'))
        text.prepend(u"127.0.0.1"_s);
    const auto *known = findProvider(provider);
    static const QRegularExpression hostPart(u"^(\\[[^\\]]*\\]|[^:/?#]*)(:\\d+)?"_s);
    const auto host = hostPart.match(text);
    if (provider == u"ollama" && host.captured(2).isEmpty())
        text.insert(host.capturedEnd(1), u":11434"_s);
    const bool plain = (known && known->local) || isNear(host.captured(1));
    return (plain ? u"http://"_s : u"https://"_s) + text;
}

QString pathOf(const QUrl &url, const QString &provider)
{
    static const QRegularExpression slashes(u"/{2,}"_s);
    static const QRegularExpression endpoint(
        u"/(?:chat/completions|completions|messages|responses|models)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString path = url.path().replace(slashes, u"/"_s);
    while (path.endsWith(u'/'))
        path.chop(1);
    path.remove(endpoint);
    if (provider == u"anthropic") // its clients add /v1 to any address
        return path.endsWith(u"/v1") ? path : path + u"/v1"_s;
    const auto *known = findProvider(provider);
    const QString usual = known && !known->baseUrl.isEmpty() ? known->baseUrl.path() : u"/v1"_s;
    return (usual + u'/').startsWith(path + u'/') ? usual : path;
}

Error notAnAddress(const QString &pasted)
{
    return {ErrorCode::Invalid,
        Core::tr("“%1” is not an address. Type one such as http://localhost:11434/v1.").arg(
            pasted.left(200))};
}

} // namespace

const QList<KnownProvider> &knownProviders()
{
    static const QList<KnownProvider> providers{
        hosted("anthropic", "Anthropic", "https://api.anthropic.com/v1",
            {u"ANTHROPIC_API_KEY"_s, u"ANTHROPIC_AUTH_TOKEN"_s}, "ANTHROPIC_BASE_URL"),
        hosted("openai", "OpenAI", "https://api.openai.com/v1", {u"OPENAI_API_KEY"_s},
            "OPENAI_BASE_URL"),
        hosted("google", "Google Gemini", "https://generativelanguage.googleapis.com/v1beta/openai",
            {u"GOOGLE_API_KEY"_s, u"GEMINI_API_KEY"_s, u"GOOGLE_GENAI_API_KEY"_s},
            "GOOGLE_GEMINI_BASE_URL"),
        hosted(
            "openrouter", "OpenRouter", "https://openrouter.ai/api/v1", {u"OPENROUTER_API_KEY"_s}),
        hosted("groq", "Groq", "https://api.groq.com/openai/v1", {u"GROQ_API_KEY"_s}),
        hosted("mistral", "Mistral", "https://api.mistral.ai/v1", {u"MISTRAL_API_KEY"_s}),
        hosted("deepseek", "DeepSeek", "https://api.deepseek.com", {u"DEEPSEEK_API_KEY"_s}),
        hosted("xai", "xAI", "https://api.x.ai/v1", {u"XAI_API_KEY"_s}),
        local(
            "ollama", "Ollama", "http://localhost:11434/v1", {u"OLLAMA_API_KEY"_s}, "OLLAMA_HOST"),
        local("lmstudio", "LM Studio", "http://localhost:1234/v1", {}),
        local("llamacpp", "llama.cpp", "http://127.0.0.1:8080/v1", {u"LLAMA_API_KEY"_s}),
        local("vllm", "vLLM", "http://localhost:8000/v1", {u"VLLM_API_KEY"_s}),
        hosted("custom", "OpenAI-compatible server", "", {}),
        local("practice", "Practice model", "", {}),
    };
    return providers;
}

const KnownProvider *findProvider(const QString &id)
{
    const auto &providers = knownProviders();
    const auto found = std::find_if(providers.begin(), providers.end(),
        [&](const KnownProvider &provider) { return provider.id == id; });
    return found == providers.end() ? nullptr : &*found;
}

LlmFailure ChatDecoder::explain(const Error &error) const
{
    return m_refused && m_refused->error == error ? *m_refused : explainError(error);
}

Error ChatDecoder::refused(LlmFailure failure)
{
    m_refused = std::move(failure);
    return m_refused->error;
}

const LlmProvider &dialect(const QString &provider)
{
    // One per provider, so that its sentences name it.
    static const auto dialects = [] {
        std::map<QString, std::unique_ptr<LlmProvider>> made;
        for (const auto &known : knownProviders()) {
            if (known.id == u"anthropic")
                made.emplace(known.id, std::make_unique<AnthropicProvider>(subjectOf(known)));
            else
                made.emplace(known.id, std::make_unique<OpenAiProvider>(subjectOf(known)));
        }
        return made;
    }();
    const auto found = dialects.find(provider);
    return found == dialects.end() ? *dialects.at(u"custom"_s) : *found->second;
}

Result<QUrl> normalizedBaseUrl(const QString &pasted, const QString &provider)
{
    const QString text = pasted.trimmed();
    if (text.isEmpty())
        return Error{ErrorCode::Invalid,
            Core::tr("The address is empty. Type one such as http://localhost:11434/v1.")};
    QUrl url(completed(text, provider), QUrl::StrictMode);
    if (!url.isValid() || url.host().isEmpty()
        || (url.scheme() != u"http" && url.scheme() != u"https"))
        return notAnAddress(text);
    if (!url.userInfo().isEmpty())
        return Error{ErrorCode::Invalid,
            Core::tr("The address holds a user name or password. Leave it out and store the key instead.")};
    if (url.host() == u"0.0.0.0" || url.host() == u"::")
        url.setHost(u"127.0.0.1"_s);
    url.setQuery(QString());
    url.setFragment(QString());
    url.setPath(pathOf(url, provider));
    return url;
}

bool needsKey(const Endpoint &endpoint)
{
    const auto *known = findProvider(endpoint.provider);
    return known && !known->local && !known->baseUrl.isEmpty()
        && known->baseUrl.host() == endpoint.baseUrl.host();
}

} // namespace loopflow::llm
