#include "core/conversation/turnview.h"

#include "core/base/core.h"

namespace loopflow {

namespace {

/// What a turn that is held back waits for; `what` as in RateLimited.
QString limitOf(const QString &what)
{
    if (what == QLatin1StringView("model"))
        return Core::tr("a rate limit of the model");
    return what == QLatin1StringView("history") ? Core::tr("a rate limit for the history")
                                                : Core::tr("a rate limit for the reply");
}

QList<discord::MessageId> idsOf(const QList<discord::Message> &messages)
{
    QList<discord::MessageId> ids;
    for (const discord::Message &message : messages)
        ids.append(message.id);
    return ids;
}

void restartView(TurnView &view, const TurnRestarted &event)
{
    ++view.restarts;
    view.restartedFor = event.reason;
    view.asked = idsOf(event.asked);
    view.text.clear();
    view.error.clear();
    view.state = TurnState::Waiting;
    view.waitingFor = Core::tr("history");
    view.requestMs = 0;
    view.firstTokenMs = 0;
}

void takeDelta(TurnView &view, const DeltaReceived &delta, qint64 wallMs)
{
    if (delta.text.isEmpty() && delta.length == 0) {
        view.waitingFor = delta.thinking ? Core::tr("the model, which is thinking") : view.waitingFor;
        return;
    }
    if (view.firstTokenMs == 0)
        view.firstTokenMs = wallMs;
    view.state = TurnState::Streaming;
    view.waitingFor.clear();
    view.text += delta.text;
}

void takeReply(TurnView &view, const ResponseCompleted &event, qint64 wallMs)
{
    if (view.firstTokenMs == 0)
        view.firstTokenMs = wallMs;
    view.state = TurnState::Posting;
    view.waitingFor = Core::tr("Discord");
    view.error.clear();
    view.text = event.reply.text;
    view.usage = event.reply.usage;
    view.cost = llm::costOf(event.reply.usage, event.price);
    if (!event.reply.model.isEmpty())
        view.model = event.reply.model;
}

void fail(TurnView &view, const Error &error)
{
    ++view.retries;
    view.error = error.message;
    view.text.clear();
    view.state = TurnState::Waiting;
    view.waitingFor = Core::tr("the next try");
}

void end(TurnView &view, TurnState state, qint64 wallMs)
{
    view.state = state;
    view.waitingFor.clear();
    view.endedMs = wallMs;
}

void startView(TurnView &view, const TurnStarted &event, qint64 wallMs)
{
    view.promptVersion = event.promptVersion;
    view.model = event.model;
    view.startedMs = wallMs;
    view.waitingFor = event.draft ? Core::tr("Discord") : Core::tr("history");
    view.asked = idsOf(event.asked);
    view.why = event.attempt > 1 ? Core::tr("asked to try again") : Core::tr("direct message");
    view.replayOf = event.replayOf;
    if (event.draft) {
        view.state = TurnState::Posting;
        view.text = event.draft->parts.join(QStringLiteral("\n"));
    }
}

} // namespace

void foldInto(TurnView &view, const TurnEvent &event, qint64 wallMs)
{
    std::visit(
        Overloaded{
            [&](const TurnStarted &e) { startView(view, e, wallMs); },
            [](const TypingShown &) {},
            [](const HistoryFetched &) {},
            [&](const RequestSent &) {
                view.requestMs = wallMs;
                view.waitingFor = Core::tr("the model");
            },
            [&](const RequestFailed &e) { fail(view, e.error); },
            [&](const RateLimited &e) { view.waitingFor = limitOf(e.what); },
            [&](const DeltaReceived &e) { takeDelta(view, e, wallMs); },
            [&](const ResponseCompleted &e) { takeReply(view, e, wallMs); },
            [&](const PartPosted &e) {
                view.error.clear();
                view.waitingFor.clear();
                if (e.message)
                    view.posted.append(e.message);
            },
            [&](const WriteFailed &e) {
                ++view.retries;
                view.error = e.error.message;
                view.waitingFor = Core::tr("the next try");
            },
            [&](const NoticePosted &e) {
                view.text = e.text;
                if (e.message)
                    view.posted.append(e.message);
            },
            [&](const TurnRestarted &e) { restartView(view, e); },
            [](const PersonTyped &) {},
            [](const ConnectivityChanged &) {},
            [&](const TurnCancelled &e) {
                view.error = e.reason;
                end(view, TurnState::Cancelled, wallMs);
            },
            [&](const TurnFailed &e) {
                view.stage = e.stage;
                view.error = e.error.message;
                end(view, TurnState::Failed, wallMs);
            },
            [&](const TurnFinished &) { end(view, TurnState::Done, wallMs); },
        },
        event);
}

} // namespace loopflow
