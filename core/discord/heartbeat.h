// The beats that keep one gateway connection alive, and whether the last one was answered.
// Knows when the next beat is due; never sends it.
// Spec: docs "Gateway › Sending Heartbeats".
#pragma once

#include "core/base/time.h"

#include <optional>

namespace loopflow::discord {

class Heartbeat final {
public:
    enum class Beat {
        NotYet,
        Due, ///< to be sent now; counted as sent
        Unanswered, ///< due, but the last one got no answer: the connection is a zombie
    };

    /// From Hello. The first beat comes after interval × jitter (in [0, 1)), the others every
    /// interval.
    void start(Milliseconds interval, double jitter, TimePoint now);
    void stop();
    Beat check(TimePoint now);
    void handleAck(TimePoint now);

    std::optional<TimePoint> nextAt() const { return m_nextAt; }
    /// The last beat's round trip; zero before the first answer.
    Milliseconds latency() const { return m_latency; }

private:
    std::optional<TimePoint> m_nextAt;
    std::optional<TimePoint> m_unansweredSince;
    Milliseconds m_interval{0};
    Milliseconds m_latency{0};
};

} // namespace loopflow::discord
