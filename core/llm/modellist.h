// The models in a provider's own list, whatever fields it uses.
// Leaves out what cannot chat (embeddings, speech, pictures); a model that is left out can still be
// typed.
#pragma once

#include "core/llm/provider.h"

namespace loopflow::llm {

enum class ModelOrder {
    AsListed, ///< Anthropic: the newest first
    ById,
};

/// `provider` is its name, for sentences.
Result<QList<Model>> readModels(const QString &provider, const QByteArray &json, ModelOrder order);

} // namespace loopflow::llm
