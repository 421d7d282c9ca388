// Sorts a provider's error into what can be done about it.
// Knows the providers' words; makes no sentence.
#pragma once

#include "core/llm/providererror.h"

namespace loopflow::llm {

enum class FailureKind {
    TooLong,
    RefusedParameter,
    BadKey,
    NoCredit, ///< the account's money or quota is used up: waiting does not help
    NotAllowed,
    NoSuchModel,
    NoSuchAddress,
    RateLimited,
    Timeout,
    Conflict,
    Overloaded,
    ServerFailed,
    BadRequest, ///< also a server's 5xx that is about the request
};

/// `wait` is what the server asked for, if anything.
FailureKind kindOf(const ProviderError &error, std::optional<Milliseconds> wait);

} // namespace loopflow::llm
