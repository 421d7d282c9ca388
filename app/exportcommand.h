// The part of the verb "export" that writes a conversation, or one turn.
// Reads the record; changes nothing.
#pragma once

#include "app/command.h"
#include "core/mate/mate.h"

namespace loopflow {

class Application;

/// The text is the outcome's "text"; what is missing or damaged is said to the caller.
Outcome exportConversation(
    const ExportVerb &verb, const Mate &mate, Application &application, const Caller &caller);

/// The same for the verb's turn, whosever it is.
Outcome exportTurn(const ExportVerb &verb, Application &application, const Caller &caller);

} // namespace loopflow
