// A time axis: where its lines are, and what stands above them.
// Pure; as many lines as the labels leave room for, at steps that people count in.
#pragma once

#include <QFontMetrics>
#include <QList>

namespace loopflow {

/// Distance of the axis's lines in ms: 1, 2 or 5 times a power of ten, from a minute on a count of minutes or hours, so
/// that there are `most` or fewer behind the first.
qint64 gridStepOf(qint64 lengthMs, int most = 7);

/// "400 ms", "1.5 s", "2 min": `ms` on an axis of that step and length; the first line is "0".
QString axisLabel(qint64 ms, qint64 stepMs, qint64 lengthMs);

class TimeAxis final {
public:
    struct Line {
        int x = 0; ///< from the axis's beginning, px
        QString label;
        bool operator==(const Line &) const = default;
    };

    TimeAxis() = default;
    TimeAxis(qint64 lengthMs, int width, const QFontMetrics &metrics);

    /// Px from the axis's beginning; what lies outside is at its ends.
    int across(qint64 ms) const;
    const QList<Line> &lines() const { return m_lines; }

private:
    qint64 m_lengthMs = 1;
    int m_width = 0;
    QList<Line> m_lines;
};

} // namespace loopflow
