// The one log: the only way an event enters the world.
// The store and the views subscribe to it, never to each other.
#pragma once

#include "core/conversation/event.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace loopflow {

class ConversationLog : public QObject {
    Q_OBJECT
public:
    /// Numbers go on after those that the record already holds.
    explicit ConversationLog(qint64 lastSeq = 0, TurnId lastTurn = {}, QObject *parent = nullptr);

    /// What stamps the events; the system's clock until then.
    void setClock(std::function<TimePoint()> clock) { m_clock = std::move(clock); }

    void append(const ConversationId &conversation, ChannelEvent event);
    /// Starts a turn and returns its new id.
    TurnId begin(const ConversationId &conversation, TurnStarted event);
    void append(const ConversationId &conversation, TurnId turn, TurnEvent event);
    void append(MateId mate, MateEvent event);

Q_SIGNALS:
    void appended(const loopflow::LogRecord &record);

private:
    void emitRecord(const ConversationId &conversation, TurnId turn, LogEvent event);
    qint64 m_seq;
    qint64 m_turn;
    QSet<TurnId> m_replays; ///< under way
    std::function<TimePoint()> m_clock = readClock;
};

} // namespace loopflow
