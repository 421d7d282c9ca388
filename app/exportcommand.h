// The part of the verb "export" that writes a conversation, or one turn.
// Reads the record; changes nothing.
#pragma once

#include "app/command.h"
#include "core/mate/mate.h"

namespace loopflow {

class Application;

/// Takes its time in slices; the text is the outcome's "text", and what is missing or damaged is said to the caller. It
/// is cut off when `context` goes.
void exportConversation(const ExportVerb &verb, const Mate &mate, Application &application, Caller caller,
    QObject *context, Callback<Outcome> done);

/// The verb's turn, whosever it is, at once; the text is the outcome's, too.
Outcome exportTurn(const ExportVerb &verb, Application &application, const Caller &caller);

} // namespace loopflow
