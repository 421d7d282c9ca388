// How a start finds out whether another process has the data folder, and has that one do its work.
// The folder's lock is the truth: who gets it works here, who does not asks the holder.
#pragma once

#include "app/activation.h"
#include "app/application.h"
#include "app/command.h"
#include "core/host/controlclient.h"

#include <functional>

namespace loopflow {

class Console;

/// The data folder, open here, or a line to the process that has it.
using Place = std::variant<std::unique_ptr<Application>, ControlClient>;

/// Tries both for a while, since a process that has the folder may be about to listen, or to end. Errors: those of
/// Application::open() and ControlClient::connect(); Conflict when the holder cannot be reached.
Result<Place> openOrReach(const std::function<Setup()> &setup);

/// What this process asks of the one that runs.
struct Errand {
    QStringList arguments;
    CommandInput input;
    Activation activation;
    QString discordApi;
};
/// Sends it, prints the answers and asks what is asked, until the result. Error: the line broke.
Result<Outcome> runThere(ControlClient &client, Errand errand, Console &console);

} // namespace loopflow
