#include "app/remote.h"

#include "app/console.h"

#include <QDeadlineTimer>
#include <QThread>

namespace loopflow {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto holdersPatience = 3s; // a verb in another terminal is done by then
constexpr auto betweenTries = 50ms;

ControlRequest requestFor(const Errand &errand, const Console &console)
{
    ControlRequest request;
    request.program = QStringLiteral(LOOPFLOW_VERSION);
    request.arguments = errand.arguments;
    request.files = errand.input.files;
    request.tokenSource = errand.input.tokenSource;
    request.canAsk = console.inputIsTerminal();
    request.discordApi = errand.discordApi;
    request.activationToken = errand.activation.token;
    request.startupId = errand.activation.startupId;
    return request;
}

} // namespace

Result<Place> openOrReach(const std::function<Setup()> &setup)
{
    const QDeadlineTimer deadline(holdersPatience);
    while (true) {
        auto application = Application::open(setup());
        if (application)
            return Place(std::move(*application));
        if (application.error().code != ErrorCode::Conflict)
            return application.error();
        auto client = ControlClient::connect(folderOf(setup()));
        if (client)
            return Place(std::move(*client));
        if (client.error().code != ErrorCode::NotFound)
            return client.error();
        if (deadline.hasExpired())
            return application.error();
        QThread::msleep(betweenTries.count());
    }
}

Result<Outcome> runThere(ControlClient &client, Errand errand, Console &console)
{
    if (const auto sent = client.send(requestFor(errand, console)); !sent)
        return sent.error();
    if (errand.input.tokenSource != TokenSource::None) {
        if (const auto sent = client.send(std::move(errand.input.token)); !sent)
            return sent.error();
    }
    while (true) {
        const auto message = client.receive();
        if (!message)
            return message.error();
        if (const auto *line = std::get_if<ControlLine>(&*message)) {
            if (line->isComplaint)
                console.complain(line->text);
            else
                console.print(line->text);
        } else if (const auto *question = std::get_if<ControlQuestion>(&*message)) {
            if (const auto sent = client.send(console.askSecret(question->text)); !sent)
                return sent.error();
        } else if (const auto *result = std::get_if<ControlResult>(&*message)) {
            return Outcome{result->exitCode, result->value};
        }
    }
}

} // namespace loopflow
