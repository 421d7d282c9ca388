#include "core/conversation/playback.h"

#include <algorithm>
#include <cmath>

namespace loopflow {

Playback::Playback(const QList<qint64> &happenedMs)
    : m_happened(happenedMs)
{
    for (qsizetype i = 1; i < m_happened.size(); ++i)
        m_happened[i] = std::max(m_happened.at(i), m_happened.at(i - 1));
    lay();
}

void Playback::lay()
{
    m_offsets.clear();
    m_offsets.reserve(m_happened.size());
    qint64 offset = 0;
    for (qsizetype i = 0; i < m_happened.size(); ++i) {
        const qint64 gap = i > 0 ? m_happened.at(i) - m_happened.at(i - 1) : 0;
        offset += m_skipsWaits ? std::min<qint64>(gap, longestWait.count()) : gap;
        m_offsets.append(offset);
    }
}

Milliseconds Playback::length() const
{
    return Milliseconds(m_offsets.isEmpty() ? 0 : m_offsets.constLast());
}

Milliseconds Playback::position(TimePoint now) const
{
    if (!m_since)
        return m_position;
    return std::min(m_position + (now - *m_since) * m_speed, length());
}

qsizetype Playback::happened(TimePoint now) const
{
    if (!m_since)
        return m_stopped;
    const auto after = std::upper_bound(m_offsets.begin(), m_offsets.end(), qint64(position(now).count()));
    return after - m_offsets.begin();
}

qint64 Playback::moment(TimePoint now) const
{
    const qsizetype done = happened(now);
    if (m_happened.isEmpty())
        return 0;
    if (done == 0)
        return m_happened.constFirst();
    const qint64 since = position(now).count() - m_offsets.at(done - 1);
    const qint64 next = done < m_happened.size() ? m_happened.at(done) : m_happened.at(done - 1);
    return std::min(m_happened.at(done - 1) + std::max<qint64>(0, since), next);
}

bool Playback::isPlaying(TimePoint now) const
{
    return m_since && position(now) < length();
}

void Playback::play(TimePoint now)
{
    if (isPlaying(now))
        return;
    m_position = position(now) >= length() ? Milliseconds(0) : position(now);
    m_since = now;
}

void Playback::pause(TimePoint now)
{
    m_stopped = happened(now);
    m_position = position(now);
    m_since.reset();
}

void Playback::seek(Milliseconds position, TimePoint now)
{
    const bool playing = m_since.has_value();
    m_position = std::clamp(position, Milliseconds(0), length());
    m_since = now; // so that happened() counts by the position
    m_stopped = happened(now);
    if (!playing)
        m_since.reset();
}

void Playback::seekEvent(qsizetype happened, TimePoint now)
{
    pause(now);
    m_stopped = std::clamp<qsizetype>(happened, 0, events());
    m_position = Milliseconds(m_stopped == 0 ? 0 : m_offsets.at(m_stopped - 1));
}

void Playback::step(qsizetype events, TimePoint now)
{
    seekEvent(happened(now) + events, now);
}

void Playback::setSpeed(int speed, TimePoint now)
{
    m_position = position(now);
    if (m_since)
        m_since = now;
    m_speed = std::clamp(speed, slowest, fastest);
}

void Playback::setSkipsWaits(bool skips, TimePoint now)
{
    const qsizetype done = happened(now);
    const qint64 into = done > 0 ? position(now).count() - m_offsets.at(done - 1) : 0;
    m_skipsWaits = skips;
    lay();
    qint64 offset = done > 0 ? m_offsets.at(done - 1) + into : 0;
    if (done < m_offsets.size() && done > 0) // into a wait that is shorter now: it is not over yet
        offset = std::min(offset, m_offsets.at(done) - (m_offsets.at(done) > m_offsets.at(done - 1) ? 1 : 0));
    m_position = std::min(Milliseconds(offset), length());
    m_stopped = done;
    if (m_since)
        m_since = now;
}

std::optional<TimePoint> Playback::nextTimeout(TimePoint now) const
{
    const qsizetype done = happened(now);
    if (!m_since || done >= m_offsets.size())
        return std::nullopt;
    const double wait = double(m_offsets.at(done) - position(now).count()) / m_speed;
    return now + Milliseconds(qint64(std::ceil(std::max(0.0, wait))));
}

} // namespace loopflow
