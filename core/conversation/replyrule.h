// Whether a mate answers a message, and why not.
// Looks only at the message; what was already answered is the journal's business.
#pragma once

#include "core/conversation/event.h"

namespace loopflow {

struct Answer { };
/// The message is exactly "/new": post the marker instead of an answer.
struct StartNewConversation { };
/// Not even recorded: the mate's own message, or one that is not in a direct message.
struct NotOurs { };
using ReplyDecision = std::variant<Answer, StartNewConversation, NotOurs, IgnoreReason>;

/// `tooOld`: written longer ago than is answered without being asked to.
ReplyDecision decideReply(const discord::Message &message, discord::UserId bot, bool tooOld);

/// The reason in words, e.g. "written by a bot".
QString explain(IgnoreReason reason);

} // namespace loopflow
