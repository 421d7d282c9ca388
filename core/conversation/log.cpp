#include "core/conversation/log.h"

namespace loopflow {

ConversationLog::ConversationLog(qint64 lastSeq, TurnId lastTurn, QObject *parent)
    : QObject(parent)
    , m_seq(lastSeq)
    , m_turn(static_cast<qint64>(lastTurn))
{
}

void ConversationLog::append(const ConversationId &conversation, ChannelEvent event)
{
    emitRecord(conversation, {}, LogEvent(std::move(event)));
}

TurnId ConversationLog::begin(const ConversationId &conversation, TurnStarted event)
{
    const TurnId turn{++m_turn};
    if (event.replayOf)
        m_replays.insert(turn);
    emitRecord(conversation, turn, LogEvent(TurnEvent(std::move(event))));
    return turn;
}

void ConversationLog::append(const ConversationId &conversation, TurnId turn, TurnEvent event)
{
    const bool over = endsTurn(event);
    emitRecord(conversation, turn, LogEvent(std::move(event)));
    if (over)
        m_replays.remove(turn);
}

void ConversationLog::append(MateId mate, MateEvent event)
{
    emitRecord({mate, {}}, {}, LogEvent(std::move(event)));
}

void ConversationLog::emitRecord(const ConversationId &conversation, TurnId turn, LogEvent event)
{
    Q_EMIT appended({++m_seq, m_clock(), conversation, turn, std::move(event), m_replays.contains(turn)});
}

} // namespace loopflow
