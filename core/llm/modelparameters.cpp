#include "core/llm/modelparameters.h"

#include "core/llm/anthropicprovider.h"
#include "core/llm/modelcatalog.h"

#include <QRegularExpression>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace loopflow::llm {
namespace {

bool matches(const QString &text, const QString &pattern)
{
    return QRegularExpression(pattern, QRegularExpression::CaseInsensitiveOption).match(text).hasMatch();
}

/// Whose rules hold: OpenRouter passes on other vendors' models under "vendor/name".
struct Maker {
    QString provider;
    QString model;
};

Maker makerOf(const Endpoint &endpoint, const QString &model, const CatalogModel *listed)
{
    const QString &provider = endpoint.provider;
    // Many servers are reached by OpenAI's name and another address.
    if (provider == u"openai" && !listed && !endpoint.baseUrl.host().endsWith(u"openai.com"))
        return {u"custom"_s, model};
    if (provider != u"openrouter")
        return {provider, model};
    const QString vendor = model.section(u'/', 0, 0);
    return {vendor == u"x-ai"         ? u"xai"_s
            : vendor == u"mistralai" ? u"mistral"_s
                                     : vendor,
        model.section(u'/', 1)};
}

bool isThinkingGpt(const QString &model, const CatalogModel *listed)
{
    return listed ? listed->reasoning : matches(model, u"^(?:o\\d|gpt-(?:[5-9]|\\d\\d))"_s);
}

bool takesSampling(const Maker &maker, const Endpoint &endpoint, const CatalogModel *listed)
{
    if (maker.provider == u"anthropic") {
        // A model that is not listed is newer than the list; other servers of the dialect are not Anthropic's.
        return listed ? listed->temperature : !endpoint.baseUrl.host().endsWith(u"anthropic.com");
    }
    if (maker.provider == u"openai")
        return !isThinkingGpt(maker.model, listed);
    if (maker.provider == u"deepseek") // ignores it while it thinks, which it does unless told not to
        return listed && !listed->reasoning;
    return !listed || listed->temperature;
}

QStringList effortsOfGpt(const QString &model)
{
    if (matches(model, u"^o\\d"_s))
        return {u"low"_s, u"medium"_s, u"high"_s};
    if (matches(model, u"^gpt-5(?:\\.\\d)?-pro"_s))
        return {u"high"_s};
    if (matches(model, u"^gpt-5(?!\\.)"_s))
        return {u"minimal"_s, u"low"_s, u"medium"_s, u"high"_s};
    if (matches(model, u"^gpt-5\\.1"_s))
        return {u"none"_s, u"low"_s, u"medium"_s, u"high"_s};
    if (matches(model, u"^gpt-5"_s))
        return {u"none"_s, u"low"_s, u"medium"_s, u"high"_s, u"xhigh"_s};
    if (matches(model, u"^gpt-6\\.2"_s))
        return {u"low"_s, u"medium"_s, u"high"_s, u"xhigh"_s};
    if (matches(model, u"^gpt-6-astra"_s))
        return {u"low"_s, u"medium"_s, u"high"_s, u"xhigh"_s, u"max"_s};
    return {u"none"_s, u"low"_s, u"medium"_s, u"high"_s, u"xhigh"_s, u"max"_s};
}

QStringList effortsOf(const QString &provider, const Maker &maker, const CatalogModel *listed)
{
    const QStringList usual{u"low"_s, u"medium"_s, u"high"_s};
    if (listed && !listed->reasoning)
        return {};
    if (provider == u"openrouter") // its own words, translated for each vendor
        return usual;
    if (maker.provider == u"anthropic") {
        if (matches(maker.model, u"-4-[015]\\b|-4-20|claude-3|-3-"_s))
            return {};
        return {u"low"_s, u"medium"_s, u"high"_s, u"xhigh"_s, u"max"_s};
    }
    if (maker.provider == u"openai")
        return isThinkingGpt(maker.model, listed) ? effortsOfGpt(maker.model) : QStringList();
    if (maker.provider == u"deepseek")
        return {u"low"_s, u"high"_s, u"max"_s};
    if (maker.provider == u"mistral")
        return listed ? QStringList{u"none"_s, u"high"_s} : QStringList();
    if (maker.provider == u"xai")
        return {u"low"_s, u"high"_s};
    if (maker.provider == u"groq" && matches(maker.model, u"qwen"_s))
        return {u"none"_s, u"default"_s};
    if (maker.provider == u"ollama")
        return QStringList{u"none"_s} + usual;
    // llama.cpp and the practice model have no such parameter.
    return maker.provider == u"llamacpp" || maker.provider == u"practice" ? QStringList() : usual;
}

void forgetRefused(ModelParameters &takes, const ModelTraits &traits)
{
    const auto refuses = [&](const QString &name) { return traits.refused.contains(name); };
    if (refuses(u"temperature"_s))
        takes.mostTemperature.reset();
    if (refuses(u"top_p"_s))
        takes.topP = false;
    // Renamed is not refused.
    for (const QString &name : {u"max_tokens"_s, u"max_completion_tokens"_s}) {
        if (refuses(name) && (traits.refused.value(name).isEmpty() || refuses(traits.refused.value(name))))
            takes.maxTokens = false;
    }
    for (const QString &name : {u"reasoning_effort"_s, u"reasoning"_s, u"output_config"_s}) {
        if (refuses(name))
            takes.efforts.clear();
        takes.efforts.removeIf([&](const QString &effort) { return refuses(name + u'=' + effort); });
    }
}

qsizetype editDistance(const QString &a, const QString &b)
{
    QList<qsizetype> row(b.size() + 1);
    std::iota(row.begin(), row.end(), 0);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i;
        for (qsizetype j = 1; j <= b.size(); ++j) {
            const qsizetype replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.constLast();
}

} // namespace

ModelParameters parametersOf(const Endpoint &endpoint, const QString &model, const ModelTraits &traits)
{
    const CatalogModel *listed = ModelCatalog::builtIn().find(endpoint.provider, model);
    const Maker maker = makerOf(endpoint, model, listed);
    ModelParameters takes;
    if (takesSampling(maker, endpoint, listed)) {
        takes.mostTemperature = maker.provider == u"anthropic" || maker.provider == u"mistral" ? 1 : 2;
        takes.topP = true;
    }
    takes.mostTokens = listed ? listed->maxOutput : 0;
    if (traits.contextLimit > 0 && (takes.mostTokens == 0 || takes.mostTokens > traits.contextLimit))
        takes.mostTokens = traits.contextLimit;
    takes.efforts = effortsOf(endpoint.provider, maker, listed);
    forgetRefused(takes, traits);
    if (endpoint.provider == u"anthropic") { // a request without it is refused
        takes.maxTokens = true;
        takes.usualTokens = AnthropicProvider::defaultMaxTokens;
        if (takes.mostTokens > 0 && takes.mostTokens < takes.usualTokens)
            takes.usualTokens = static_cast<int>(takes.mostTokens);
    }
    return takes;
}

ChatParameters takenParameters(const ChatParameters &set, const ModelParameters &takes)
{
    ChatParameters taken = set;
    if (!takes.mostTemperature)
        taken.temperature.reset();
    if (!takes.topP)
        taken.topP.reset();
    if (!takes.maxTokens)
        taken.maxTokens.reset();
    if (!takes.efforts.contains(taken.effort))
        taken.effort.clear();
    return taken;
}

QStringList nearNames(const QString &wanted, const QStringList &known, qsizetype most)
{
    const QString lower = wanted.trimmed().toLower();
    std::vector<std::pair<qsizetype, QString>> near;
    for (const QString &name : known) {
        const QString other = name.toLower();
        // A name that was typed in part is nearer than its length says.
        const bool part = lower.size() > 2 && other.contains(lower);
        const qsizetype distance = part ? 1 : editDistance(lower, other);
        if (!lower.isEmpty() && distance <= std::max<qsizetype>(2, lower.size() / 3))
            near.emplace_back(distance, name);
    }
    std::stable_sort(near.begin(), near.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    QStringList names;
    for (const auto &[distance, name] : near) {
        if (names.size() < most)
            names.append(name);
    }
    return names;
}

} // namespace loopflow::llm
