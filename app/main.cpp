#include "app/application.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/headless.h"
#include "app/language.h"
#include "app/logging.h"
#include "app/options.h"
#include "app/window.h"

#include <QApplication>
#include <QMessageBox>
#include <QSettings>

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

Setup setupOf(const Options &options)
{
    Setup setup;
    setup.dataFolder = options.dataFolder;
    setup.settings = options.settings;
    setup.environment = QProcessEnvironment::systemEnvironment();
    return setup;
}

/// A wrong --set is a matter of usage.
int exitCodeOf(const Error &error)
{
    return error.code == ErrorCode::Invalid ? WrongUsage : Failed;
}

/// Opens the application and does something with it.
template <class Work>
int withApplication(Setup setup, Console &console, Work work)
{
    const bool lasting = !setup.temporary;
    const auto application = Application::open(std::move(setup));
    if (!application) {
        console.complain(application.error());
        return exitCodeOf(application.error());
    }
    if (lasting)
        logToFolder((*application)->folder());
    return work(**application);
}

int run(const RunVerb &verb, const Options &options, Console &console)
{
    Setup setup = setupOf(options);
    if (!verb.practice)
        return withApplication(std::move(setup), console, [&](Application &a) { return runHeadless(a, console); });
    setup.temporary = options.dataFolder.isEmpty();
    return withApplication(
        std::move(setup), console, [&](Application &a) { return runPracticeHeadless(a, console); });
}

int run(const ChatVerb &verb, const Options &options, Console &console)
{
    Result<Candidate> candidate = starterMate();
    if (!verb.name.isEmpty()) {
        // The mate is read and its folder let go: the talk leaves nothing there.
        const auto application = Application::open(setupOf(options));
        if (!application) {
            console.complain(application.error());
            return exitCodeOf(application.error());
        }
        candidate = chatCandidate(verb, **application, console);
    }
    if (!candidate) {
        console.complain(candidate.error());
        return Failed;
    }
    Setup setup = setupOf(options);
    setup.temporary = true;
    return withApplication(
        std::move(setup), console, [&](Application &a) { return runChat(a, console, *candidate); });
}

bool hasDisplay(const QProcessEnvironment &environment)
{
    return !environment.value(u"DISPLAY"_s).isEmpty() || !environment.value(u"WAYLAND_DISPLAY"_s).isEmpty()
        || !environment.value(u"QT_QPA_PLATFORM"_s).isEmpty();
}

int openWindow(int &argc, char **argv, const RunVerb &verb, const Options &options, Console &console)
{
    const QString noDisplay = u"There is no display to open a window on. “loopflow chat” talks here in the "
                              "terminal, “loopflow --headless” runs the mates without a window."_s;
    if (!hasDisplay(QProcessEnvironment::systemEnvironment())) {
        console.complain(noDisplay);
        return Failed;
    }
    setFatalSentence(noDisplay); // Qt aborts where the display does not answer
    QApplication app(argc, argv);
    setFatalSentence({});
    QApplication::setApplicationDisplayName(u"Loopflow"_s);
    QApplication::setDesktopFileName(u"loopflow"_s);
    speak(chooseLanguage(QSettings(u"Loopflow"_s, u"Loopflow"_s).value(u"language"_s).toString(),
        QLocale::system().uiLanguages()));
    const auto application = Application::open(setupOf(options));
    if (application) {
        logToFolder((*application)->folder());
        return runWindow(**application, verb.practice);
    }
    console.complain(application.error());
    QMessageBox::critical(nullptr, u"Loopflow"_s, application.error().message);
    return exitCodeOf(application.error());
}

int runWithoutWindow(const Options &options, Console &console)
{
    return std::visit(
        Overloaded{
            [&](const RunVerb &verb) { return run(verb, options, console); },
            [&](const ChatVerb &verb) { return run(verb, options, console); },
            [&](const InitVerb &verb) {
                return withApplication(
                    setupOf(options), console, [&](Application &a) { return runInit(verb, a, console); });
            },
            [&](const ListVerb &verb) {
                return withApplication(
                    setupOf(options), console, [&](Application &a) { return runList(verb, a, console); });
            },
            [&](const ImportVerb &verb) {
                return withApplication(
                    setupOf(options), console, [&](Application &a) { return runImport(verb, a, console); });
            },
            [&](const HelpVerb &) {
                console.print(helpText());
                return int(Succeeded);
            },
            [&](const VersionVerb &) {
                console.print(versionText());
                return int(Succeeded);
            },
        },
        options.verb);
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
    const auto *runVerb = std::get_if<RunVerb>(&options->verb);
    if (runVerb && !runVerb->headless)
        return openWindow(argc, argv, *runVerb, *options, console);
    QCoreApplication app(argc, argv);
    return runWithoutWindow(*options, console);
}
