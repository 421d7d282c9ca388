// Which parameters a model takes, and in which range: what a form offers, and what is sent at all.
// From the price list, the providers' rules (reference: LLM §4, §9) and what was learnt by being refused; pure.
#pragma once

#include "core/llm/provider.h"

#include <QStringList>

namespace loopflow::llm {

struct ModelParameters {
    /// 0 to this; nothing: the model takes none.
    std::optional<double> mostTemperature;
    bool topP = false; ///< above 0, at most 1
    bool maxTokens = true;
    qint64 mostTokens = 0; ///< of a reply; 0: not known
    int usualTokens = 0; ///< what is sent when nobody set it; 0: nothing, the provider has its own limit
    /// The provider's words for the reasoning effort, least first; empty: the model takes none.
    QStringList efforts;
    bool operator==(const ModelParameters &) const = default;
};

ModelParameters parametersOf(const Endpoint &endpoint, const QString &model, const ModelTraits &traits);

/// What of `set` such a model is sent.
ChatParameters takenParameters(const ChatParameters &set, const ModelParameters &takes);

/// The names that `wanted` may be a slip of, the nearest first; at most `most`.
QStringList nearNames(const QString &wanted, const QStringList &known, qsizetype most = 3);

} // namespace loopflow::llm
