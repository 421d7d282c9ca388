// A moment, on the steady clock and on the wall clock.
// Pure code is handed one as `now`; only drivers and hosts call readClock().
#pragma once

#include <QtGlobal>

#include <chrono>
#include <functional>

namespace loopflow {

using Milliseconds = std::chrono::milliseconds;

/// Both clocks are kept, because a suspended machine shows as wall time that ran on without the other.
struct TimePoint {
    Milliseconds steady{0}; ///< since an arbitrary start; never goes back; stops while suspended
    Milliseconds wall{0}; ///< since the Unix epoch, UTC

    TimePoint operator+(Milliseconds d) const { return {steady + d, wall + d}; }
    /// Order and distance are by the steady clock.
    auto operator<=>(const TimePoint &other) const { return steady <=> other.steady; }
    bool operator==(const TimePoint &other) const { return steady == other.steady; }
    Milliseconds operator-(const TimePoint &other) const { return steady - other.steady; }
};

/// The clocks now. Not for core/discord, core/llm, core/mate or core/conversation (a lint test looks).
TimePoint readClock();

/// A number in [0, 1), for jitter; handed in, so that tests choose it.
using Random = std::function<double()>;

/// The process's random source, seeded by the system.
double systemRandom();

} // namespace loopflow
