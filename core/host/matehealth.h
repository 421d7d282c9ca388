// How one mate is doing, in numbers, and the process that runs all of them.
// Plain data; Health keeps it.
#pragma once

#include "core/host/supervisor.h"

namespace loopflow {

struct MateHealth {
    MateState state; ///< its latency is the heartbeat's round trip
    qint64 lastEventMs = 0; ///< Unix ms of Discord's newest event; 0: none since the mate was started
    int reconnects = 0; ///< connections lost while online, since the mate was started
    int identifiesLeft = -1; ///< of Discord's 1,000 in 24 hours; -1: not known
    int discordWaits = 0; ///< calls that Discord's limits held back, since the mate was started
    Milliseconds discordWaited{0}; ///< by them, in all
    int modelWaits = 0; ///< the same of the provider's limits, since Loopflow was started
    Milliseconds modelWaited{0};
    int errors = 0; ///< failures of the mate and its turns since Loopflow was started
    QString lastError; ///< the sentence
    qint64 lastErrorMs = 0; ///< Unix ms
    int turnsToday = 0; ///< begun since midnight, without replays
    int failedToday = 0;

    bool operator==(const MateHealth &) const = default;
};

struct ProcessHealth {
    qint64 memoryBytes = 0; ///< resident; 0: not known
    int requestsInFlight = 0;
    QString breaker; ///< which servers' mates rest and why, as a sentence; empty while none do
    qint64 databaseBytes = 0; ///< with its write-ahead log
    qint64 recordedEvents = 0;
    qint64 oldestEventMs = 0; ///< Unix ms; 0: nothing is recorded

    bool operator==(const ProcessHealth &) const = default;
};

} // namespace loopflow
