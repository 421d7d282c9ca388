// An event of the log in a line, and why a message was let pass in a sentence.
// For people; a script reads eventjson.
#pragma once

#include "core/conversation/event.h"

namespace loopflow {

/// "38 messages, more exist"; empty where the kind says all.
QString summaryOf(const LogEvent &event);

/// Why a mate did not answer, in a sentence with what to know about it.
QString whyIgnored(IgnoreReason reason);

} // namespace loopflow
