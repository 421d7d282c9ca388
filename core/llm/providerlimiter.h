// Holds back the requests of all mates that share one provider's key, when that provider said "not so fast".
// Pure; one per base address and key.
#pragma once

#include "core/base/http.h"
#include "core/base/time.h"

#include <optional>

namespace loopflow::llm {

class ProviderLimiter final {
public:
    /// Reads the provider's own limit headers and Retry-After of any answer.
    void note(int status, const Headers &headers, TimePoint now);
    /// When the next request may go; none: now.
    std::optional<TimePoint> holdUntil(TimePoint now) const;

private:
    std::optional<TimePoint> m_until;
};

} // namespace loopflow::llm
