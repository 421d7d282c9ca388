// A verb that does one thing and ends, in three steps: what it needs is gathered where the caller is, it is done where
// the data folder is open, and the caller ends it. Both places may be one process, or two over the control socket.
// So that both say the same: nothing here knows which of the two it is.
#pragma once

#include "app/options.h"
#include "core/host/controlmessage.h"

#include <QProcessEnvironment>

namespace loopflow {

class Application;
class Console;

/// What a verb needs from the caller's place: files that it names, and a token that it brings.
struct CommandInput {
    QList<ReadFile> files;
    TokenSource tokenSource = TokenSource::None;
    Secret token;
};

/// Reads what `verb` needs. What cannot be read is said when the verb is done.
CommandInput gather(const Verb &verb, const QProcessEnvironment &environment, Console &console);

/// Where a command's answers go, and who can be asked.
struct Caller {
    std::function<void(const QString &line)> print;
    std::function<void(const QString &sentence)> complain;
    /// A secret that a person types; null: nobody is there.
    std::function<void(const QString &question, QObject *context, Callback<Secret>)> ask;
};
/// This process's own terminal.
Caller callerAt(Console &console);

/// How it ended.
struct Outcome {
    int exitCode = Succeeded;
    QJsonObject value; ///< for finish(), and for chat
};

/// Does a verb: init, list, import, export, replay, search, or finding the mate to chat with. What went
/// wrong was said to the caller.
/// Stops, half done, when `context` goes.
void runCommand(const Verb &verb, CommandInput input, Application &application, Caller caller, QObject *context,
    Callback<Outcome> done);

/// What is left to do at the caller's place: writing an exported file. Returns the exit code.
int finish(const Verb &verb, const Outcome &outcome, Console &console);

} // namespace loopflow
