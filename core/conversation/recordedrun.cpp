#include "core/conversation/recordedrun.h"

#include "core/discord/messagetext.h"

#include <algorithm>

namespace loopflow {

namespace {

void measure(RecordedRun &run, const TurnEvent &event, qint64 wallMs)
{
    const qint64 since = std::max<qint64>(0, wallMs - run.view.requestMs);
    if (std::holds_alternative<RequestSent>(event)) {
        run.firstTokenMs = -1;
        run.answeredMs = -1;
    } else if (const auto *delta = std::get_if<DeltaReceived>(&event)) {
        if (run.firstTokenMs < 0 && (!delta->text.isEmpty() || delta->length > 0))
            run.firstTokenMs = since;
    } else if (std::holds_alternative<ResponseCompleted>(event)) {
        run.answeredMs = since;
        if (run.firstTokenMs < 0)
            run.firstTokenMs = since;
    }
}

} // namespace

bool RecordedRun::isOver() const
{
    return view.state == TurnState::Done || view.state == TurnState::Failed || view.state == TurnState::Cancelled;
}

void foldInto(RecordedRun &run, const LogRecord &record)
{
    const auto *event = std::get_if<TurnEvent>(&record.event);
    const auto *started = event ? std::get_if<TurnStarted>(event) : nullptr;
    if (!event || (run.isBegun() ? record.turn != run.turn : !started))
        return;
    if (started) {
        run.turn = record.turn;
        run.view.id = record.turn;
        run.setup = *started;
    }
    foldInto(run.view, *event, record.at.wall.count());
    run.textless = record.textless && run.view.text.isEmpty();
    measure(run, *event, record.at.wall.count());
    if (const auto *failed = std::get_if<TurnFailed>(event))
        run.error = failed->error;
    else if (const auto *cancelled = std::get_if<TurnCancelled>(event))
        run.error = Error{ErrorCode::Cancelled, cancelled->reason};
}

QString questionOf(const TurnStarted &setup)
{
    QStringList lines;
    for (const discord::Message &message : setup.asked)
        lines.append(discord::readableText(message).simplified());
    return lines.join(u' ');
}

} // namespace loopflow
