// What LogStore gives of the record: a conversation's page, a turn, when something happened.
// Plain values.
#pragma once

#include "core/conversation/event.h"

namespace loopflow {

/// Some of a conversation's records. What no row of a conversation shows is left out: typing, the history that was
/// fetched, the body of a request.
struct RecordPage {
    QList<LogRecord> records; ///< oldest first; `replay` is not set
    qint64 oldest = 0; ///< seq; from here to `newest` everything was looked at
    qint64 newest = 0;
    bool more = false; ///< there may be others beyond
    int unreadable = 0; ///< damaged or unknown ones, which are left out
};

/// All of a turn's records.
struct TurnRecords {
    QList<LogRecord> records; ///< in order
    int unreadable = 0; ///< damaged or unknown ones, which are left out
};

/// When an event of a conversation happened; any event, also one that cannot be read.
struct RecordedMoment {
    qint64 seq = 0;
    qint64 atMs = 0; ///< Unix ms
    TurnId turn{};
    bool beginsReplay = false; ///< nothing of this turn was said in the conversation
};

} // namespace loopflow
