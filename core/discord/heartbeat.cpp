#include "core/discord/heartbeat.h"

namespace loopflow::discord {

void Heartbeat::start(Milliseconds interval, double jitter, TimePoint now)
{
    stop();
    m_interval = interval;
    m_nextAt =
        now + Milliseconds(static_cast<qint64>(static_cast<double>(interval.count()) * jitter));
}

void Heartbeat::stop()
{
    *this = {};
}

Heartbeat::Beat Heartbeat::check(TimePoint now)
{
    if (!m_nextAt || now < *m_nextAt)
        return Beat::NotYet;
    if (m_unansweredSince)
        return Beat::Unanswered;
    m_unansweredSince = now;
    m_nextAt = now + m_interval;
    return Beat::Due;
}

void Heartbeat::handleAck(TimePoint now)
{
    // Beats that Discord asked for (op 1) are answered too, but are none of ours.
    if (!m_unansweredSince)
        return;
    m_latency = now - *m_unansweredSince;
    m_unansweredSince.reset();
}

} // namespace loopflow::discord
