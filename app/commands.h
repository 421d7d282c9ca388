// What the verbs do in an open data folder: init, list, import, export, replay; and which mate chat talks to.
// Must never read a file or the terminal: that is done where the caller is.
#pragma once

#include "app/command.h"
#include "core/host/rehearsal.h"

namespace loopflow {

/// Sets a mate up or completes it. What was done stays when a later step fails: a mate without a token waits for it.
/// Where mates run, it is connected as soon as it has its token.
void runInit(const InitVerb &verb, CommandInput input, Application &application, Caller caller, QObject *context,
    Callback<Outcome> done);
void runList(const ListVerb &verb, Application &application, Caller caller, QObject *context,
    Callback<Outcome> done);
/// Each file is taken whole or not at all; one bad file does not keep the others out.
Outcome runImport(const QList<ReadFile> &files, Application &application, const Caller &caller);
/// The mate file or the conversation is the outcome's "text".
void runExport(
    const ExportVerb &verb, Application &application, Caller caller, QObject *context, Callback<Outcome> done);
/// Prints each run as it ends; fails when one did. It is cut off when `context` goes.
void runReplay(const ReplayVerb &verb, const CommandInput &input, Application &application, Caller caller,
    QObject *context, Callback<Outcome> done);

/// The text of a prompt's file, or what is wrong with it.
Result<QString> promptIn(const ReadFile &file);
/// Whether there is such a provider; the error names those there are.
Result<void> checkProvider(const QString &id);
/// The named mate, as candidateOf() reads it.
Outcome findCandidate(const ChatVerb &verb, Application &application, const Caller &caller);

/// The mate that findCandidate() found, and the settings of the folder it lives in.
struct FoundCandidate {
    Candidate candidate;
    QList<std::pair<QString, QString>> settings;
};
FoundCandidate candidateOf(const Outcome &outcome);

} // namespace loopflow
