// When to come back after a lost connection: at once after one that held, ever later otherwise.
// A server that accepts and then drops is never hammered: only time that a connection held counts.
#pragma once

#include "core/base/backoff.h"

#include <optional>

namespace loopflow::discord {

class ReconnectPace final {
public:
    /// A connection that was ready for this long counts as one that held.
    static constexpr Milliseconds heldAfter{5000};

    void noteReady(TimePoint now) { m_readySince = now; }
    /// A connection was lost or did not come about: the wait before the next, and one more is
    /// counted.
    Milliseconds noteLoss(TimePoint now, double jitter);
    /// The next loss is the first again.
    void reset() { *this = {}; }
    /// The next wait is not zero, even if it is the first.
    void skipFirst();

private:
    int m_losses = 0;
    std::optional<TimePoint> m_readySince;
};

} // namespace loopflow::discord
