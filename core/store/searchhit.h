// What a search found, as a list shows it.
// Values only: nothing of the database's.
#pragma once

#include "core/conversation/event.h"
#include "core/conversation/searchwords.h"

namespace loopflow {

/// Something that was found: a person's message, a mate's reply, or the sentence of a turn that failed.
struct SearchHit {
    qint64 seq = 0; ///< of its event; a later one is newer
    ConversationId conversation;
    TurnId turn{}; ///< that said it or answers it; none: nobody answered
    discord::MessageId message; ///< none: the turn's own words
    QString author; ///< empty: the mate
    QString person; ///< who the mate talks with there; may be empty
    qint64 atMs = 0; ///< Unix ms
    bool failed = false; ///< the turn did
    bool replay = false; ///< said when a turn was run again; nobody else saw it
    TurnId replayOf{}; ///< of a replay: the turn in the conversation
    QString text; ///< all of it
    SearchSnippet snippet; ///< what a list shows of it
};

/// Some of what was found.
struct SearchPage {
    QList<SearchHit> hits; ///< newest first
    bool more = false; ///< older ones may follow, before the last one's seq
};

} // namespace loopflow
