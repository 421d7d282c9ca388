// Drives one turn: folds its events, performs what the turn asks for, sets its timers.
// Decides nothing; the turn does. The same for live turns and replays.
#pragma once

#include "core/conversation/turn.h"
#include "core/host/turneffects.h"

#include <QObject>
#include <QSet>
#include <QTimer>

#include <memory>

namespace loopflow {

class ConversationLog;

class TurnRunner : public QObject {
    Q_OBJECT
public:
    TurnRunner(ConversationLog *log, const ConversationId &conversation, std::unique_ptr<TurnEffects> effects,
        QObject *parent = nullptr);

    void start(TurnStarted setup);
    /// Answers these instead. False when it is too late: something is with Discord already.
    bool restart(const QList<discord::Message> &asked, RestartReason reason);
    /// Ends it without an answer; false when it is too late.
    bool cancel(const QString &reason);
    void personTyped();
    void setOnline(bool online);

    const Turn &turn() const { return m_turn; }
    TurnId id() const { return m_id; }

Q_SIGNALS:
    /// Over, however it ended; comes once, never inside a call of this class.
    void finished();

private:
    void take(TurnEvent event);
    void advance();
    void perform(const TurnAction &action);

    ConversationLog *m_log;
    ConversationId m_conversation;
    std::unique_ptr<TurnEffects> m_effects;
    Turn m_turn;
    TurnId m_id{};
    QSet<QByteArray> m_performed; ///< keys of what is done or under way
    int m_generation = 0; ///< answers from before a restart are dropped
    bool m_posting = false;
    bool m_advancing = false;
    bool m_again = false;
    QTimer m_timer;
};

} // namespace loopflow
