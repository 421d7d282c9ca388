// Runs with the window, until it is closed and the mates have stopped.
// Needs a QApplication.
#pragma once

#include "ui/uiservices.h"

namespace loopflow {

class Application;

/// What the window may ask of the application.
UiServices servicesOf(Application &application);
/// `practice`: opens on the practice server. Returns the exit code.
int runWindow(Application &application, bool practice);

} // namespace loopflow
