// Watching a recorded conversation again: which of its events have happened at a moment of the playback.
// Knows when events happened, not what they are; never reads a clock.
#pragma once

#include "core/base/time.h"

#include <QList>

#include <optional>

namespace loopflow {

class Playback final {
public:
    static constexpr int slowest = 1;
    static constexpr int fastest = 20;
    /// With setSkipsWaits() nothing waits longer than this.
    static constexpr Milliseconds longestWait{1500};

    /// When the events happened, Unix ms, in the order of the log. A time before its predecessor's counts as that.
    explicit Playback(const QList<qint64> &happenedMs = {});

    qsizetype events() const { return m_happened.size(); }
    /// From the first event to the last, as it is played.
    Milliseconds length() const;
    /// 0 to length().
    Milliseconds position(TimePoint now) const;
    /// How many events have happened.
    qsizetype happened(TimePoint now) const;
    /// The moment of the record that is shown, Unix ms.
    qint64 moment(TimePoint now) const;

    bool isPlaying(TimePoint now) const;
    /// Goes on; from the start when it is at the end.
    void play(TimePoint now);
    void pause(TimePoint now);
    void seek(Milliseconds position, TimePoint now);
    /// Pauses, and goes to that number of events, at most events().
    void seekEvent(qsizetype happened, TimePoint now);
    /// Pauses, and goes so many events on, or back.
    void step(qsizetype events, TimePoint now);

    int speed() const { return m_speed; }
    /// slowest to fastest times as fast as it was.
    void setSpeed(int speed, TimePoint now);
    bool skipsWaits() const { return m_skipsWaits; }
    /// Stays at its event.
    void setSkipsWaits(bool skips, TimePoint now);

    /// When the next event is due; none while it is paused or at the end.
    std::optional<TimePoint> nextTimeout(TimePoint now) const;

private:
    void lay();

    QList<qint64> m_happened;
    QList<qint64> m_offsets; ///< of each event on the playback's axis, ms
    bool m_skipsWaits = false;
    int m_speed = slowest;
    Milliseconds m_position{0}; ///< at m_since, or while it is paused
    std::optional<TimePoint> m_since; ///< it plays since then
    qsizetype m_stopped = 0; ///< while it is paused: events, which share a position where they happened at once
};

} // namespace loopflow
