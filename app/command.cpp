#include "app/command.h"

#include "app/commands.h"
#include "app/console.h"
#include "app/searchcommand.h"
#include "core/host/mateimport.h"

#include <QSaveFile>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 promptLimit = 1024 * 1024;

CommandInput gatherFor(const InitVerb &verb, const QProcessEnvironment &environment, Console &console)
{
    CommandInput input;
    if (!verb.promptFile.isEmpty())
        input.files.append(readFile(verb.promptFile, promptLimit));
    const QString variable = tokenVariable(identifierOf(verb.name));
    if (verb.tokenFromStdin) {
        input.tokenSource = TokenSource::Stdin;
        input.token = Secret(console.readAll());
    } else if (!environment.value(variable).isEmpty()) {
        input.tokenSource = TokenSource::Environment;
        input.token = Secret(environment.value(variable).toUtf8());
    }
    return input;
}

} // namespace

CommandInput gather(const Verb &verb, const QProcessEnvironment &environment, Console &console)
{
    if (const auto *init = std::get_if<InitVerb>(&verb))
        return gatherFor(*init, environment, console);
    CommandInput input;
    if (const auto *replay = std::get_if<ReplayVerb>(&verb); replay && !replay->promptFile.isEmpty())
        input.files.append(readFile(replay->promptFile, promptLimit));
    if (const auto *import = std::get_if<ImportVerb>(&verb))
        input.files = MateImport::read(import->paths);
    return input;
}

Caller callerAt(Console &console)
{
    Caller caller;
    caller.print = [&console](const QString &line) { console.print(line); };
    caller.complain = [&console](const QString &sentence) { console.complain(sentence); };
    if (console.inputIsTerminal()) {
        caller.ask = [&console](const QString &question, QObject *, const Callback<Secret> &callback) {
            callback(console.askSecret(question));
        };
    }
    return caller;
}

void runCommand(const Verb &verb, CommandInput input, Application &application, Caller caller, QObject *context,
    Callback<Outcome> done)
{
    std::visit(
        Overloaded{
            [&](const InitVerb &init) {
                runInit(init, std::move(input), application, std::move(caller), context, std::move(done));
            },
            [&](const ListVerb &list) {
                runList(list, application, std::move(caller), context, std::move(done));
            },
            [&](const ImportVerb &) { done(runImport(input.files, application, caller)); },
            [&](const ExportVerb &verbOfExport) {
                runExport(verbOfExport, application, std::move(caller), context, std::move(done));
            },
            [&](const ChatVerb &chat) { done(findCandidate(chat, application, caller)); },
            [&](const ReplayVerb &replay) {
                runReplay(replay, input, application, std::move(caller), context, std::move(done));
            },
            [&](const SearchVerb &search) {
                runSearch(search, application, std::move(caller), context, std::move(done));
            },
            [&](const RunVerb &) { Q_UNREACHABLE(); },
            [&](const HelpVerb &) { Q_UNREACHABLE(); },
            [&](const VersionVerb &) { Q_UNREACHABLE(); },
        },
        verb);
}

int finish(const Verb &verb, const Outcome &outcome, Console &console)
{
    const auto *exported = std::get_if<ExportVerb>(&verb);
    if (!exported || outcome.exitCode != Succeeded)
        return outcome.exitCode;
    const QByteArray text = outcome.value[u"text"].toString().toUtf8();
    if (exported->output.isEmpty())
        return console.write(text) ? Succeeded : Failed;
    QSaveFile file(exported->output);
    if (file.open(QIODevice::WriteOnly) && file.write(text) == text.size() && file.commit())
        return Succeeded;
    console.complain(u"%1 could not be written: %2. Name another file with --output."_s.arg(
        exported->output, file.errorString()));
    return Failed;
}

} // namespace loopflow
