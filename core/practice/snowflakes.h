// Makes snowflakes: ids that carry the real time and never go back.
// Reads the wall clock where none is handed in; a clock set back only makes ids dense.
#pragma once

#include <QString>

#include <chrono>

namespace loopflow::practice {

class Snowflakes {
public:
    /// A new id, greater than every id before, made at `wall` (Unix time).
    quint64 next(std::chrono::milliseconds wall);
    /// The same, now.
    quint64 next();

private:
    quint64 m_last = 0;
};

/// Unix milliseconds as Discord writes a time: "2026-01-31T12:00:00.123000+00:00".
QString isoTime(qint64 unixMs);

} // namespace loopflow::practice
