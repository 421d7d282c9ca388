// One answer to a recorded question: the turn itself, or a replay of it. What two of them are compared by.
// Folds the turn's records, live or from the record; never reads a clock.
#pragma once

#include "core/conversation/conversation.h"

namespace loopflow {

struct RecordedRun {
    TurnId turn{}; ///< none: its start was not read
    TurnStarted setup; ///< as it began
    TurnView view;
    qint64 firstTokenMs = -1; ///< since its newest request was sent; -1: not yet
    qint64 answeredMs = -1; ///< from that request to the whole answer; -1: not yet
    std::optional<Error> error; ///< why it failed or was cancelled
    bool textless = false; ///< what it answered is not in the record

    bool isBegun() const { return turn != TurnId{}; }
    bool isOver() const;
};

/// `record` is one of the run's own turn; other records change nothing.
void foldInto(RecordedRun &run, const LogRecord &record);

/// What a person asked it, in a line.
QString questionOf(const TurnStarted &setup);

} // namespace loopflow
