// Whether an error says that the request exceeds the model's context, and by how much.
// Providers have no common code for it, so their sentences are matched; never true for a rate
// limit.
#pragma once

#include "core/llm/providererror.h"

namespace loopflow::llm {

bool isOverflow(const ProviderError &error);

struct OverflowNumbers {
    qint64 limit = 0; ///< tokens; 0: not said
    qint64 request = 0; ///< tokens of the input; 0: not said
    bool operator==(const OverflowNumbers &) const = default;
};
/// The numbers in a sentence of any provider that is known.
OverflowNumbers overflowNumbers(const QString &message);

} // namespace loopflow::llm
