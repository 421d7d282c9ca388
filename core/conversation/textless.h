// An event as a record keeps it that holds no text: what people, models and prompts said is left out.
// Keeps ids, times, counts, sizes, states, tokens and costs; never a name, an address of a file or a quoted error.
#pragma once

#include "core/conversation/event.h"

namespace loopflow {

/// Events of a mate itself (connection, prompt saved, failed) are of no conversation and stay as they are.
LogEvent withoutText(const LogEvent &event);
/// Servers quote what they refuse: of an error only its kind is said.
Error withoutText(const Error &error);

/// What stands where a text was left out.
QString textlessWords();

} // namespace loopflow
