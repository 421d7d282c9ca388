// What a REST answer that is not 2xx means: the kind of failure, whether trying again helps, what to say.
// Knows Discord's error codes and no JSON; a sentence always names a next step.
// Spec: docs "Opcodes and Status Codes › JSON"; reference: discord §2.3, §2.4.
#pragma once

#include "core/base/result.h"

#include <optional>

namespace loopflow::discord {

/// One field that Discord did not accept.
struct FormError {
    QString path; ///< "embeds.0.title"; empty when it is about the whole request
    QString code; ///< a word, such as BASE_TYPE_MAX_LENGTH
    QString message;
};

/// An answer as far as its meaning depends on it.
struct Refusal {
    int status = 0;
    int code = 0; ///< Discord's; 0 for none
    bool isJson = false; ///< false: not Discord's API but something before it, or another server
    QString message; ///< Discord's own
    std::optional<FormError> form;
};

struct Verdict {
    ErrorCode kind = ErrorCode::Invalid;
    QString sentence;
    bool retryable = false;
    bool tokenRefused = false;
};
Verdict judge(const Refusal &refusal);

} // namespace loopflow::discord
