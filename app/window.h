// Runs with the window, until it is closed and the mates have stopped.
// Needs a QApplication.
#pragma once

namespace loopflow {

class Application;

/// `practice`: opens on the practice server. Returns the exit code.
int runWindow(Application &application, bool practice);

} // namespace loopflow
