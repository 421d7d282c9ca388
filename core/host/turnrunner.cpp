#include "core/host/turnrunner.h"

#include "core/conversation/log.h"

#include <algorithm>

namespace loopflow {

using namespace std::chrono_literals;

TurnRunner::TurnRunner(ConversationLog *log, const ConversationId &conversation,
    std::unique_ptr<TurnEffects> effects, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_conversation(conversation)
    , m_effects(std::move(effects))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TurnRunner::advance);
}

void TurnRunner::start(TurnStarted setup)
{
    m_turn.apply(setup, readClock());
    m_id = m_log->begin(m_conversation, std::move(setup));
    advance();
}

bool TurnRunner::restart(const QList<discord::Message> &asked, RestartReason reason)
{
    if (m_posting || !m_turn.mayRestart(readClock()))
        return false;
    ++m_generation;
    m_effects->cancel();
    take(TurnRestarted{asked, reason});
    return true;
}

bool TurnRunner::cancel(const QString &reason)
{
    if (m_posting || m_turn.isOver())
        return false;
    ++m_generation;
    m_effects->cancel();
    m_effects->perform(StopTyping{}, [](const TurnEvent &) {});
    take(TurnCancelled{reason});
    return true;
}

void TurnRunner::personTyped() { take(PersonTyped{}); }

void TurnRunner::setOnline(bool online) { take(ConnectivityChanged{online}); }

void TurnRunner::take(TurnEvent event)
{
    if (m_turn.isOver())
        return;
    m_turn.apply(event, readClock());
    const bool moves = !std::holds_alternative<DeltaReceived>(event); // the hot one, and it changes no plan
    m_log->append(m_conversation, m_id, std::move(event));
    if (m_turn.isOver()) {
        m_timer.stop();
        QMetaObject::invokeMethod(this, &TurnRunner::finished, Qt::QueuedConnection);
    } else if (moves) {
        advance();
    }
}

void TurnRunner::advance()
{
    if (std::exchange(m_advancing, true)) {
        m_again = true; // an effect answered at once
        return;
    }
    do {
        m_again = false;
        m_timer.stop();
        const QList<TurnAction> actions = m_turn.next(readClock());
        for (const TurnAction &action : actions) {
            perform(action);
            if (m_again)
                break; // what follows was planned before that answer
        }
    } while (m_again);
    m_advancing = false;
}

void TurnRunner::perform(const TurnAction &action)
{
    if (const auto *wait = std::get_if<WaitUntil>(&action)) {
        m_timer.start(std::max(1ms, wait->at - readClock()));
        return;
    }
    const QByteArray key = keyOf(action);
    if (m_performed.contains(key))
        return;
    // Typing is told to start and to stop any number of times; the effects know which it is.
    if (std::holds_alternative<StartTyping>(action))
        m_performed.remove(keyOf(StopTyping{}));
    else if (std::holds_alternative<StopTyping>(action))
        m_performed.remove(keyOf(StartTyping{}));
    m_performed.insert(key);
    m_posting = m_posting || std::holds_alternative<PostPart>(action);
    m_effects->perform(action, [this, generation = m_generation](TurnEvent event) {
        if (generation == m_generation)
            take(std::move(event));
    });
}

} // namespace loopflow
