#include "core/llm/modelcatalog.h"

#include "core/base/core.h"
#include "core/base/resources.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace loopflow::llm {
namespace {

/// Per million tokens; null and absent: not known.
double priceIn(const QJsonObject &entry, QLatin1StringView name)
{
    const double price = entry.value(name).toDouble(-1);
    return price >= 0 ? price : -1;
}

Price readPrice(const QJsonObject &entry)
{
    return {priceIn(entry, "in"_L1), priceIn(entry, "out"_L1), priceIn(entry, "cached_in"_L1),
        priceIn(entry, "cache_write"_L1)};
}

QList<PriceTier> readTiers(const QJsonArray &entries, const Price &base)
{
    QList<PriceTier> tiers;
    for (const auto &entry : entries) {
        const QJsonObject object = entry.toObject();
        PriceTier tier{object.value(u"above_input_tokens").toInteger(), readPrice(object)};
        // The file leaves it out; providers charge the same multiple of the input price in every
        // tier.
        if (tier.price.cacheWrite < 0 && base.cacheWrite >= 0 && base.input > 0
            && tier.price.input >= 0)
            tier.price.cacheWrite = base.cacheWrite * tier.price.input / base.input;
        if (tier.aboveInputTokens > 0)
            tiers.append(tier);
    }
    std::sort(tiers.begin(), tiers.end(), [](const PriceTier &a, const PriceTier &b) {
        return a.aboveInputTokens < b.aboveInputTokens;
    });
    return tiers;
}

std::optional<CatalogModel> readModel(const QJsonObject &entry)
{
    CatalogModel model;
    model.provider = entry.value(u"provider").toString();
    model.id = entry.value(u"id").toString();
    if (model.provider.isEmpty() || model.id.isEmpty())
        return std::nullopt;
    model.name = entry.value(u"name").toString(model.id);
    // For some models "context" is where the next price begins.
    model.context =
        std::max(entry.value(u"context").toInteger(), entry.value(u"context_hard").toInteger());
    model.maxOutput = entry.value(u"max_output").toInteger();
    model.price = readPrice(entry);
    model.tiers = readTiers(entry.value(u"tiers").toArray(), model.price);
    model.vision = entry.value(u"vision").toBool();
    model.reasoning = entry.value(u"reasoning").toBool();
    model.temperature = entry.value(u"temperature").toBool(true);
    return model;
}

/// The providers whose models OpenRouter passes on at their price.
QString providerOfVendor(const QString &vendor)
{
    static const QHash<QString, QString> providers{
        {u"anthropic"_s, u"anthropic"_s},
        {u"openai"_s, u"openai"_s},
        {u"google"_s, u"google"_s},
        {u"mistralai"_s, u"mistral"_s},
        {u"deepseek"_s, u"deepseek"_s},
        {u"x-ai"_s, u"xai"_s},
    };
    return providers.value(vendor);
}

} // namespace

Result<ModelCatalog> ModelCatalog::parse(const QByteArray &json)
{
    QJsonParseError problem;
    const auto document = QJsonDocument::fromJson(json, &problem);
    if (document.isNull())
        return Error{ErrorCode::Invalid,
            Core::tr("The price list is broken at byte %1: %2.").arg(problem.offset)
                .arg(problem.errorString())};
    if (!document.object().value(u"models").isArray())
        return Error{ErrorCode::Invalid,
            Core::tr("The price list has no “models”. Use the form of the built-in one.")};
    ModelCatalog catalog;
    for (const auto &entry : document.object().value(u"models").toArray()) {
        if (auto model = readModel(entry.toObject()))
            catalog.m_models.append(*std::move(model));
    }
    return catalog;
}

const ModelCatalog &ModelCatalog::builtIn()
{
    static const ModelCatalog catalog = [] {
        auto parsed = parse(readResource(u"model-prices.json"_s));
        Q_ASSERT(parsed);
        return parsed ? *std::move(parsed) : ModelCatalog();
    }();
    return catalog;
}

const CatalogModel *ModelCatalog::find(const QString &provider, const QString &model) const
{
    const auto exact = [&](const QString &id) -> const CatalogModel * {
        const auto found =
            std::find_if(m_models.begin(), m_models.end(), [&](const CatalogModel &known) {
                return known.provider == provider && known.id == id;
            });
        return found == m_models.end() ? nullptr : &*found;
    };
    if (const auto *found = exact(model))
        return found;
    if (model.startsWith(u"models/"))
        return find(provider, model.mid(7));
    if (provider == u"openrouter") {
        const QString vendor = providerOfVendor(model.section(u'/', 0, 0));
        QString id = model.section(u'/', 1);
        if (vendor == u"anthropic") // it writes versions with a dot there
            id.replace(u'.', u'-');
        return vendor.isEmpty() ? nullptr : find(vendor, id);
    }
    static const QRegularExpression date(u"[-@](?:20\\d{6}|20\\d{2}-\\d{2}-\\d{2})$"_s);
    const auto suffix = date.match(model);
    return suffix.hasMatch() ? exact(model.left(suffix.capturedStart())) : nullptr;
}

QList<CatalogModel> ModelCatalog::modelsOf(const QString &provider) const
{
    QList<CatalogModel> models;
    std::copy_if(m_models.begin(), m_models.end(), std::back_inserter(models),
        [&](const CatalogModel &model) { return model.provider == provider; });
    return models;
}

Price ModelCatalog::priceOf(const QString &provider, const QString &model, qint64 inputTokens) const
{
    const auto *found = find(provider, model);
    if (!found)
        return {};
    Price price = found->price;
    for (const auto &tier : found->tiers) {
        if (inputTokens > tier.aboveInputTokens)
            price = tier.price;
    }
    return price;
}

std::optional<double> costOf(const Usage &usage, const Price &price)
{
    if (usage.cost)
        return usage.cost;
    if (usage.input < 0 || usage.output < 0 || price.input < 0 || price.output < 0)
        return std::nullopt;
    const auto cached = static_cast<double>(std::clamp<qint64>(usage.cachedInput, 0, usage.input));
    const auto written = std::clamp<double>(
        static_cast<double>(usage.cacheWrite), 0, static_cast<double>(usage.input) - cached);
    const double plain = static_cast<double>(usage.input) - cached - written;
    const double dollars = plain * price.input
        + cached * (price.cachedInput < 0 ? price.input : price.cachedInput)
        + written * (price.cacheWrite < 0 ? price.input : price.cacheWrite)
        + static_cast<double>(usage.output) * price.output;
    return dollars / 1e6;
}

} // namespace loopflow::llm
