// Tells in a practice conversation what a fault did, when it is over, and ends the fault then.
// Says only what the log's events show; has no part in what a mate does.
#pragma once

#include "core/conversation/event.h"
#include "core/host/practice.h"

#include <QObject>

#include <optional>

namespace loopflow {

class ConversationLog;
class MateStore;

class FaultTeller : public QObject {
    Q_OBJECT
public:
    /// All of them outlive this.
    FaultTeller(Practice *practice, MateStore *mates, ConversationLog *log, QObject *parent = nullptr);

private:
    /// A fault, and what was seen of it.
    struct Trial {
        PracticeFault fault = PracticeFault::None;
        discord::UserId bot{};
        ConversationId where{};
        TimePoint began{};
        bool broke = false; ///< the connection was seen to be gone
        bool resumed = false;
        TurnId turn{}; ///< the one it hits; 0: not begun
        TimePoint asked{}; ///< when the newest request went out
        Milliseconds firstToken{-1};
        Milliseconds held{0};
        int requests = 0;
        int failedWrites = 0;
    };
    void begin(PracticeFault fault, discord::UserId bot);
    void take(const LogRecord &record);
    void takeConnection(discord::GatewayState state, TimePoint at);
    void takeTurn(const TurnEvent &event, TimePoint at);
    QString ofConnection(Milliseconds away) const;
    QString ofTurn(bool failed) const;
    void end(const QString &sentence);

    Practice *m_practice;
    MateStore *m_mates;
    ConversationLog *m_log;
    std::optional<Trial> m_trial;
};

} // namespace loopflow
