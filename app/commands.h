// The verbs that do one thing and end: init, list, import; and which mate chat talks to.
// Answers go to stdout, sentences about what went wrong to stderr.
#pragma once

#include "app/options.h"
#include "app/rehearsal.h"

namespace loopflow {

class Console;

/// Sets a mate up or completes it. What was done stays when a later step fails: a mate without a token waits for it.
int runInit(const InitVerb &verb, Application &application, Console &console);
int runList(const ListVerb &verb, Application &application, Console &console);
/// Each file is taken whole or not at all; one bad file does not keep the others out.
int runImport(const ImportVerb &verb, Application &application, Console &console);

/// The mate to talk to: the named one, with its own model where that can be reached, else with the practice model
/// (which is said); without a name the starter.
Result<Candidate> chatCandidate(const ChatVerb &verb, Application &application, Console &console);

} // namespace loopflow
