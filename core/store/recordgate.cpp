#include "core/store/recordgate.h"

#include "core/conversation/textless.h"

namespace loopflow {

std::optional<LogRecord> RecordGate::admit(const LogRecord &record)
{
    if (std::holds_alternative<MateEvent>(record.event))
        return record;
    bool textless = m_recordsText && !m_recordsText(record.conversation.mate);
    bool forgotten = false;
    if (const auto *event = std::get_if<TurnEvent>(&record.event)) {
        if (std::holds_alternative<TurnStarted>(*event))
            m_running.insert(record.turn, {record.conversation});
        if (const auto running = m_running.find(record.turn); running != m_running.end()) {
            running->textless = running->textless || textless;
            textless = running->textless;
            forgotten = running->forgotten;
        }
        if (endsTurn(*event))
            m_running.remove(record.turn);
    }
    if (forgotten)
        return std::nullopt;
    LogRecord kept = record;
    if (textless) {
        kept.event = withoutText(record.event);
        kept.textless = true;
    }
    return kept;
}

void RecordGate::forget(MateId mate, discord::ChannelId channel)
{
    for (Running &turn : m_running) {
        if (turn.conversation.mate == mate && (!channel || turn.conversation.channel == channel))
            turn.forgotten = true;
    }
}

void RecordGate::forgetAll()
{
    for (Running &turn : m_running)
        turn.forgotten = true;
}

} // namespace loopflow
