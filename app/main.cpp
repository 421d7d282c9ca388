#include "app/commands.h"
#include "app/console.h"
#include "app/headless.h"
#include "app/language.h"
#include "app/logging.h"
#include "app/remote.h"
#include "app/stopsignals.h"
#include "app/wait.h"
#include "app/window.h"

#include <QApplication>
#include <QBuffer>
#include <QIcon>
#include <QMessageBox>
#include <QSettings>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

/// How this process was started.
struct Start {
    Options options;
    QStringList arguments;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();

    Setup setup() const
    {
        Setup setup;
        setup.dataFolder = options.dataFolder;
        setup.settings = options.settings;
        setup.environment = environment;
        return setup;
    }
    Errand errand(CommandInput input = {}) const
    {
        return {arguments, std::move(input), activationFrom(environment),
            environment.value(u"LOOPFLOW_DISCORD_API"_s)};
    }
};

/// A wrong --set is a matter of usage.
int exitCodeOf(const Error &error)
{
    return error.code == ErrorCode::Invalid ? WrongUsage : Failed;
}

int complain(Console &console, const Error &error, int exitCode = Failed)
{
    console.complain(error);
    return exitCode;
}

/// Opens the application and does something with it.
template <class Work>
int withApplication(Setup setup, Console &console, Work work)
{
    const bool lasting = !setup.temporary;
    const auto application = Application::open(std::move(setup));
    if (!application)
        return complain(console, application.error(), exitCodeOf(application.error()));
    if (lasting)
        logToFolder((*application)->folder());
    return work(**application);
}

/// The application, where it is open here; its log goes to its folder from now on.
Application &opened(Place &place)
{
    Application &application = **std::get_if<std::unique_ptr<Application>>(&place);
    logToFolder(application.folder());
    return application;
}

/// Ctrl+C ends a verb that may take long, and not the process in its middle.
void endOnSignal(QObject *context, Console &console, const Callback<Outcome> &done)
{
    const auto *stop = new StopSignals(context);
    QObject::connect(stop, &StopSignals::stopRequested, context, [&console, done] {
        console.complain(u"Cancelled."_s);
        done(Outcome{Failed, {}});
    });
}

/// Does the verb here or in the process that has the folder; an error was said already when there is no outcome.
Result<Outcome> outcomeOf(const Start &start, Console &console)
{
    const Verb &verb = start.options.verb;
    CommandInput input = gather(verb, start.environment, console);
    auto place = openOrReach([&] { return start.setup(); });
    if (!place)
        return place.error();
    if (auto *running = std::get_if<ControlClient>(&*place))
        return runThere(*running, start.errand(std::move(input)), console);
    Application &application = opened(*place);
    return waitFor<Outcome>([&](QObject *context, Callback<Outcome> done) {
        if (std::holds_alternative<ReplayVerb>(verb)) // what it began is recorded as cut off
            endOnSignal(context, console, done);
        runCommand(verb, std::move(input), application, callerAt(console), context, std::move(done));
    });
}

int runCommandVerb(const Start &start, Console &console)
{
    const auto outcome = outcomeOf(start, console);
    if (!outcome)
        return complain(console, outcome.error(), exitCodeOf(outcome.error()));
    return finish(start.options.verb, *outcome, console);
}

int run(const RunVerb &verb, const Start &start, Console &console)
{
    Setup setup = start.setup();
    if (verb.practice && start.options.dataFolder.isEmpty()) {
        setup.temporary = true;
        return withApplication(
            std::move(setup), console, [&](Application &a) { return runPracticeHeadless(a, console); });
    }
    auto place = openOrReach([&] { return start.setup(); });
    if (!place)
        return complain(console, place.error(), exitCodeOf(place.error()));
    if (auto *running = std::get_if<ControlClient>(&*place)) {
        const auto outcome = runThere(*running, start.errand(), console);
        return outcome ? outcome->exitCode : complain(console, outcome.error());
    }
    Application &application = opened(*place);
    return verb.practice ? runPracticeHeadless(application, console) : runHeadless(application, console);
}

int run(const ChatVerb &verb, const Start &start, Console &console)
{
    Setup setup = start.setup();
    setup.temporary = true;
    auto candidate = starterMate();
    if (!verb.name.isEmpty()) {
        // The mate is read and its folder let go: the talk leaves nothing there.
        const auto outcome = outcomeOf(start, console);
        if (!outcome)
            return complain(console, outcome.error(), exitCodeOf(outcome.error()));
        if (outcome->exitCode != Succeeded)
            return outcome->exitCode;
        const FoundCandidate found = candidateOf(*outcome);
        candidate = found.candidate;
        setup.settings = found.settings + setup.settings;
    }
    if (!candidate)
        return complain(console, candidate.error());
    return withApplication(
        std::move(setup), console, [&](Application &a) { return runChat(a, console, *candidate); });
}

bool hasDisplay(const QProcessEnvironment &environment)
{
    return !environment.value(u"DISPLAY"_s).isEmpty() || !environment.value(u"WAYLAND_DISPLAY"_s).isEmpty()
        || !environment.value(u"QT_QPA_PLATFORM"_s).isEmpty();
}

/// Drawn for few pixels where there are few, as the drawing itself where there are many.
QIcon applicationIcon()
{
    QIcon icon(u":/app/loopflow.svg"_s);
    for (const auto &name : {u"16"_s, u"24"_s, u"32"_s, u"48"_s})
        icon.addFile(u":/app/%1.png"_s.arg(name));
    return icon;
}

/// Asks the running process for its window; the error is what it says against it.
Result<void> raise(ControlClient &running, const Start &start)
{
    QBuffer nothing;
    QBuffer said;
    said.open(QIODevice::WriteOnly);
    Console console(&nothing, &said, &said);
    const auto outcome = runThere(running, start.errand(), console);
    if (!outcome)
        return outcome.error();
    if (outcome->exitCode != Succeeded)
        return Error{ErrorCode::Unavailable, QString::fromUtf8(said.data()).trimmed()};
    return {};
}

/// Says it in a window too: a start from the desktop's menu has no terminal where anybody would read it.
int complainInWindow(Console &console, const Error &error, int exitCode = Failed)
{
    console.complain(error);
    QMessageBox::critical(nullptr, u"Loopflow"_s, error.message);
    return exitCode;
}

int openWindow(int &argc, char **argv, const RunVerb &verb, const Start &start, Console &console)
{
    // First, because it needs no display and is done in a moment.
    std::optional<Error> refused;
    if (auto running = ControlClient::connect(folderOf(start.setup()))) {
        const auto raised = raise(*running, start);
        if (raised)
            return Succeeded;
        refused = raised.error();
    }
    const QString noDisplay = u"There is no display to open a window on. “loopflow chat” talks here in the "
                              "terminal, “loopflow --headless” runs the mates without a window."_s;
    if (!hasDisplay(start.environment))
        return complain(console, refused.value_or(Error{ErrorCode::Unavailable, noDisplay}));
    setFatalSentence(noDisplay); // Qt aborts where the display does not answer
    QApplication app(argc, argv);
    setFatalSentence({});
    QApplication::setApplicationDisplayName(u"Loopflow"_s);
    QApplication::setDesktopFileName(u"loopflow"_s);
    speak(chooseLanguage(QSettings(u"Loopflow"_s, u"Loopflow"_s).value(u"language"_s).toString(),
        QLocale::system().uiLanguages()));
    QApplication::setWindowIcon(applicationIcon());
    if (refused)
        return complainInWindow(console, *refused);
    auto place = openOrReach([&] { return start.setup(); });
    if (!place)
        return complainInWindow(console, place.error(), exitCodeOf(place.error()));
    if (auto *running = std::get_if<ControlClient>(&*place)) {
        const auto raised = raise(*running, start);
        return raised ? int(Succeeded) : complainInWindow(console, raised.error());
    }
    return runWindow(opened(*place), verb.practice);
}

int runWithoutWindow(const Start &start, Console &console)
{
    const auto command = [&](const auto &) { return runCommandVerb(start, console); };
    return std::visit(
        Overloaded{
            [&](const RunVerb &verb) { return run(verb, start, console); },
            [&](const ChatVerb &verb) { return run(verb, start, console); },
            [&](const InitVerb &verb) { return command(verb); },
            [&](const ListVerb &verb) { return command(verb); },
            [&](const ImportVerb &verb) { return command(verb); },
            [&](const ExportVerb &verb) { return command(verb); },
            [&](const ReplayVerb &verb) { return command(verb); },
            [&](const SearchVerb &verb) { return command(verb); },
            [&](const HelpVerb &) {
                console.print(helpText());
                return int(Succeeded);
            },
            [&](const VersionVerb &) {
                console.print(versionText());
                return int(Succeeded);
            },
        },
        start.options.verb);
}

} // namespace

int main(int argc, char **argv)
{
    QCoreApplication::setOrganizationName(u"Loopflow"_s);
    QCoreApplication::setApplicationName(u"loopflow"_s);
    QCoreApplication::setApplicationVersion(QLatin1StringView(LOOPFLOW_VERSION));

    Console console;
    QStringList arguments;
    for (int i = 1; i < argc; ++i)
        arguments.append(QString::fromLocal8Bit(argv[i]));
    const auto options = parseOptions(arguments);
    if (!options) {
        console.complain(options.error());
        return WrongUsage;
    }
    startLogging(options->verbose);
    const Start start{*options, arguments};
    const auto *runVerb = std::get_if<RunVerb>(&options->verb);
    if (runVerb && !runVerb->headless)
        return openWindow(argc, argv, *runVerb, start, console);
    QCoreApplication app(argc, argv);
    return runWithoutWindow(start, console);
}
