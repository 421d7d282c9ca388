// What a provider's failure means: the sentence for people, and whether trying again can help.
// Sentences quote the provider's own words where they help, and never a key.
#pragma once

#include "core/llm/provider.h"
#include "core/llm/providererror.h"

namespace loopflow::llm {

/// For an answer that is not 2xx. `provider` is its name for people.
LlmFailure explainResponse(const QString &provider, const HttpResponse &response);
/// For an error inside a 200 answer.
LlmFailure explainRefusal(const QString &provider, const ProviderError &error);
/// What an Error that no provider explains, such as a cut reply, means for the retry.
LlmFailure explainError(const Error &error);

/// Words of a provider, fit for a sentence: one line, at most 200 characters, keys masked.
QString quotable(const QString &words);

} // namespace loopflow::llm
