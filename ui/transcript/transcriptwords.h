// The words that transcripts for people share.
// Pure; times are the reader's local ones.
#pragma once

#include "ui/transcript/transcript.h"

namespace loopflow {

/// "Maya with ana"
QString transcriptTitle(const TranscriptHead &head);
/// "Direct message 102 on Discord, written by Loopflow on …"
QString transcriptOrigin(const TranscriptHead &head);
/// What stands above the columns of a turn's steps: name, beginning, duration, detail.
QStringList stepTitles();
/// The whole moment of a row, then what happened to it: "2026-11-22 14:01", "edited", "deleted".
QStringList rowMarks(const ConversationRow &row, qint64 nowMs);

} // namespace loopflow
