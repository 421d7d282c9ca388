// The times in which servers say how long to wait.
// Pure: a date is measured against the answer's own Date header or a wall clock that is handed in.
#pragma once

#include "core/base/http.h"
#include "core/base/time.h"

#include <optional>

namespace loopflow::llm {

/// "7.66s", "6m0s", "1h2m3s", "120ms", or a bare number of seconds.
std::optional<Milliseconds> parseDuration(QByteArrayView text);
/// RFC 9110 §5.6.7, the form that servers send; since the Unix epoch.
std::optional<Milliseconds> parseHttpDate(const QByteArray &text);

/// retry-after-ms, or Retry-After as seconds or as a date; nothing when absent or senseless
/// (negative, not a number, more than a month). `wall` stands in for a missing Date header.
std::optional<Milliseconds> retryAfter(
    const Headers &headers, std::optional<Milliseconds> wall = std::nullopt);

} // namespace loopflow::llm
