// One row of a conversation as a view shows it: a message, a turn or a note.
// Plain values, which Conversation folds from the log.
#pragma once

#include "core/conversation/turnview.h"

namespace loopflow {

struct ConversationRow {
    discord::Message message; ///< of a person (or an ignored bot); default for any other row
    std::optional<TurnView> turn;
    qint64 seq = 0; ///< of the record that made the row
    qint64 atMs = 0; ///< when, Unix ms
    QString note; ///< of a note's row
    bool edited = false;
    bool deleted = false; ///< of a turn: all that it posted
    qint64 deletedMs = 0; ///< Unix ms
    std::optional<IgnoreReason> ignored;
    bool textless = false; ///< what was said is not in the record
    bool operator==(const ConversationRow &) const = default;
};

} // namespace loopflow
