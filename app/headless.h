// Runs without a window: mates until SIGTERM, and the chat in the terminal.
// Needs a QCoreApplication, never a display.
#pragma once

namespace loopflow {

class Application;
class Console;
struct Candidate;

/// Runs the mates until SIGTERM or SIGINT; returns the exit code.
int runHeadless(Application &application, Console &console);
/// The same with the starter mate on the practice server, whose addresses and tokens are printed as one line of
/// JSON as soon as the mate listens.
int runPracticeHeadless(Application &application, Console &console);
/// Talks with a rehearsal of the candidate until stdin ends: with its own model where that can be reached, else (which
/// is said) with the practice model.
int runChat(Application &application, Console &console, const Candidate &candidate);

} // namespace loopflow
