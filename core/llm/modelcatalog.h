// Prices and limits of models that are known at build time (resources/model-prices.json).
// Estimates: providers change prices; a model that is not listed has no price, never a wrong one.
#pragma once

#include "core/llm/chat.h"

#include <QByteArray>

namespace loopflow::llm {

/// US dollars per million tokens; -1: not known.
struct Price {
    double input = -1;
    double output = -1;
    double cachedInput = -1;
    double cacheWrite = -1;
    bool operator==(const Price &) const = default;
};

/// What every token of a request costs once its input is larger.
struct PriceTier {
    qint64 aboveInputTokens = 0;
    Price price;
    bool operator==(const PriceTier &) const = default;
};

struct CatalogModel {
    QString provider;
    QString id;
    QString name;
    qint64 context = 0;
    qint64 maxOutput = 0;
    Price price;
    QList<PriceTier> tiers; ///< by rising aboveInputTokens
    bool vision = false;
    bool reasoning = false; ///< thinks before it answers
    bool temperature = true; ///< false: the model refuses sampling parameters
};

class ModelCatalog final {
public:
    /// Reads the price file's format; a broken file is an error, a broken entry is skipped.
    static Result<ModelCatalog> parse(const QByteArray &json);
    /// The one that is built in.
    static const ModelCatalog &builtIn();

    /// Null when the model is not listed. `model` may carry a date suffix or OpenRouter's "vendor/" prefix.
    const CatalogModel *find(const QString &provider, const QString &model) const;
    QList<CatalogModel> modelsOf(const QString &provider) const;
    /// The price that holds for an input of that many tokens (some models have tiers).
    Price priceOf(const QString &provider, const QString &model, qint64 inputTokens) const;

private:
    QList<CatalogModel> m_models;
};

/// What the usage cost in US dollars: the provider's own figure, else by the price; nothing when price or usage is
/// not known. Cached input without a price of its own counts as input.
std::optional<double> costOf(const Usage &usage, const Price &price);

} // namespace loopflow::llm
