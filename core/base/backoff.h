// Exponential waiting with jitter.
// Says how long to wait before try n; knows no clock.
#pragma once

#include "core/base/time.h"

namespace loopflow {

/// Waits first·2ⁿ, at most `most`, less up to a quarter at random, so that many mates do not return at once.
struct Backoff {
    Milliseconds first{1000};
    Milliseconds most{60000};

    /// The wait before retry number `retry` (0 for the first retry). `jitter` is in [0, 1).
    Milliseconds wait(int retry, double jitter) const;
};

} // namespace loopflow
