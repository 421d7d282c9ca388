#include "app/control.h"

#include "app/application.h"
#include "app/command.h"
#include "core/base/log.h"

#include <QCoreApplication>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// The caller at the other end of the socket.
Caller callerAt(ControlPeer *peer, bool canAsk)
{
    Caller caller;
    caller.print = [peer](const QString &line) { peer->print(line); };
    caller.complain = [peer](const QString &sentence) { peer->complain(sentence); };
    if (canAsk) {
        caller.ask = [peer](const QString &question, QObject *context, Callback<Secret> callback) {
            peer->ask(question, context, std::move(callback));
        };
    }
    return caller;
}

/// A token must not go to another server than the caller meant.
std::optional<Error> wrongServer(const ControlRequest &request, const Credentials &credentials)
{
    const auto ours = credentials.defaultHome();
    if (request.discordApi.isEmpty() || (ours && *ours == QUrl(request.discordApi)))
        return std::nullopt;
    return Error{ErrorCode::Conflict,
        u"LOOPFLOW_DISCORD_API names %1 here, but the running Loopflow talks to %2. Unset it, or quit that one."_s.arg(
            request.discordApi, ours ? ours->toString() : ours.error().message)};
}

/// Why an option that concerns a whole run cannot be followed.
std::optional<Error> wrongOptions(const Options &options)
{
    if (options.settings.isEmpty() || std::holds_alternative<ChatVerb>(options.verb))
        return std::nullopt;
    return Error{ErrorCode::Conflict,
        u"--set is for a Loopflow that starts, and one is running already with settings of its own. "
        "Change it there, or quit that one."_s};
}

} // namespace

Control::Control(Application &application, bool hasWindow, QObject *parent)
    : QObject(parent)
    , m_application(application)
    , m_hasWindow(hasWindow)
{
    connect(&m_server, &ControlServer::requested, this, &Control::take);
    const auto listening = m_server.listen(application.database(), qEnvironmentVariable("XDG_RUNTIME_DIR"));
    if (!listening)
        qCWarning(logHost).noquote() << listening.error().message;
}

Result<Options> Control::optionsOf(const ControlRequest &request) const
{
    auto options = parseOptions(request.arguments);
    if (!options) {
        // The caller understood it, so it is of a version that knows more.
        return Error{ErrorCode::Invalid,
            u"The running Loopflow (%1) does not know this command of Loopflow %2. Quit it, and try again."_s.arg(
                QStringLiteral(LOOPFLOW_VERSION), request.program)};
    }
    if (m_application.supervisor().isShuttingDown()) {
        return Error{ErrorCode::Unavailable,
            u"Loopflow is quitting, and finishes its last replies first. Try again in half a minute."_s};
    }
    if (const auto wrong = wrongOptions(*options))
        return *wrong;
    if (std::holds_alternative<InitVerb>(options->verb)) {
        if (const auto wrong = wrongServer(request, m_application.credentials()))
            return *wrong;
    }
    return options;
}

void Control::take(ControlPeer *peer, const ControlRequest &request)
{
    const auto options = optionsOf(request);
    if (!options) {
        peer->complain(options.error().message);
        peer->finish(Failed);
        return;
    }
    if (const auto *run = std::get_if<RunVerb>(&options->verb))
        return raise(peer, *run, request);
    CommandInput input{request.files, request.tokenSource, peer->takeToken()};
    runCommand(options->verb, std::move(input), m_application, callerAt(peer, request.canAsk), peer,
        [peer](const Result<Outcome> &outcome) { peer->finish(outcome->exitCode, outcome->value); });
}

void Control::raise(ControlPeer *peer, const RunVerb &verb, const ControlRequest &request)
{
    const qint64 process = QCoreApplication::applicationPid();
    if (verb.headless || !m_hasWindow) {
        peer->complain(verb.headless
                ? u"Loopflow is running already for this folder (process %1)."_s.arg(process)
                : u"Loopflow is running without a window for this folder (process %1). Stop it to open one."_s.arg(
                      process));
        peer->finish(Failed);
        return;
    }
    Q_EMIT raiseWanted({request.activationToken, request.startupId}, verb.practice);
    peer->finish(Succeeded);
}

} // namespace loopflow
