// The search verb: looks through the record of the open data folder and prints what it finds, newest first.
// Prints page by page and blocks nobody: mates go on, and the caller may go at any time.
#pragma once

#include "app/command.h"

namespace loopflow {

/// Found or not, it succeeds; a wrong expression is WrongUsage, with a line that shows where it is wrong.
void runSearch(const SearchVerb &verb, Application &application, Caller caller, QObject *context,
    Callback<Outcome> done);

} // namespace loopflow
