// All that is told of one turn in an export, with what ran it again.
// Read from the record alone, at one moment; a turn that runs is told as far as it has come.
#pragma once

#include "core/conversation/trace.h"
#include "core/store/replaymarks.h"
#include "ui/transcript/transcript.h"

namespace loopflow {

class LogStore;
class MateStore;

/// A turn that ran another one again.
struct ReplayStory {
    TurnView view;
    bool exact = false; ///< the very thing that was asked; else with changes
    ReplayMark mark;
};

struct TurnStory {
    TranscriptHead head; ///< of its conversation, with who asked
    TimePoint readAt;
    TurnView view;
    Trace trace;
    QList<ReplayStory> replays; ///< oldest first
    int unreadable = 0; ///< recorded events, of all of them, that could not be read
};

/// What a story is read from; all of it outlives the call.
struct StorySources {
    LogStore *record = nullptr;
    const ReplayMarks *marks = nullptr;
    const MateStore *mates = nullptr;
};

/// Errors: those of the record; NotFound for a turn that is not in it, or whose beginning cannot be read.
Result<TurnStory> readStory(TurnId turn, const StorySources &from, TimePoint now);

/// As a file's contents.
QByteArray writtenStory(TranscriptFormat format, const TurnStory &story);

} // namespace loopflow
