// What was learnt about a model by being refused: parameters it does not take, its context, its token ratio.
// Kept per base address and model, so that a mistake is made once.
#pragma once

#include <QMap>
#include <QString>

namespace loopflow::llm {

struct ModelTraits {
    /// Wire name → what to send in its place; empty: leave it out.
    QMap<QString, QString> refused;
    qint64 contextLimit = 0; ///< tokens; 0: not known
    double tokenRatio = 1.15; ///< moving ratio of real input tokens to estimateTokens()
    bool operator==(const ModelTraits &) const = default;
};

/// The traits after a request that was estimated at `estimated` tokens, with these traits' ratio, really had
/// `counted`. Very short requests teach nothing.
ModelTraits calibrated(ModelTraits traits, qint64 estimated, qint64 counted);

/// A guess at the tokens in a text without any tokenizer (measured within 0.9 to 1.8 of the truth for most
/// languages); multiply by the model's tokenRatio, and add about 4 tokens per message.
qint64 estimateTokens(QStringView text);

} // namespace loopflow::llm
