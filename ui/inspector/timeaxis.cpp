#include "ui/inspector/timeaxis.h"

#include "ui/widgets/type.h"

#include <QCoreApplication>
#include <QLocale>

namespace loopflow {

namespace {

constexpr qint64 second = 1000;
constexpr qint64 minute = 60 * second;
constexpr qint64 hour = 60 * minute;
constexpr qint64 longest = 1'000'000 * hour; // a century; more is a damaged record's
constexpr int mostLines = 7;

QString say(const char *text, const QString &number)
{
    return QCoreApplication::translate("timeaxis", text).arg(number);
}

/// 1, 2 or 5 times a power of ten of `unit`.
qint64 decimalStep(qint64 length, qint64 unit, int most)
{
    qint64 ten = unit;
    for (;; ten *= 10) {
        for (const qint64 step : {ten, 2 * ten, 5 * ten}) {
            if (length / step <= most)
                return step;
        }
    }
}

} // namespace

qint64 gridStepOf(qint64 lengthMs, int most)
{
    most = qMax(1, most);
    lengthMs = qBound<qint64>(0, lengthMs, longest);
    const qint64 step = decimalStep(lengthMs, 1, most);
    if (step < minute / 2)
        return step;
    for (const qint64 clock : {minute / 2, minute, 2 * minute, 5 * minute, 10 * minute, 30 * minute}) {
        if (lengthMs / clock <= most)
            return clock;
    }
    return decimalStep(lengthMs, hour, most);
}

QString axisLabel(qint64 ms, qint64 stepMs, qint64 lengthMs)
{
    if (ms == 0)
        return QStringLiteral("0");
    const auto number = [&](qint64 unit) {
        int decimals = 0;
        for (qint64 part = unit; stepMs % part != 0 && part > 1 && decimals < 3; part /= 10)
            ++decimals;
        return QLocale().toString(double(ms) / double(unit), 'f', decimals);
    };
    if (stepMs >= hour)
        return say(QT_TRANSLATE_NOOP("timeaxis", "%1 h"), number(hour));
    if (stepMs >= minute)
        return say(QT_TRANSLATE_NOOP("timeaxis", "%1 min"), number(minute));
    if (lengthMs >= second)
        return say(QT_TRANSLATE_NOOP("timeaxis", "%1 s"), number(second));
    return say(QT_TRANSLATE_NOOP("timeaxis", "%1 ms"), number(1));
}

TimeAxis::TimeAxis(qint64 lengthMs, int width, const QFontMetrics &metrics)
    : m_lengthMs(qBound<qint64>(1, lengthMs, longest))
    , m_width(qMax(0, width))
{
    const auto fits = [&](qint64 step) {
        const QString longest = axisLabel(m_lengthMs / step * step, step, m_lengthMs);
        return metrics.horizontalAdvance(longest) + 2 * insideControl <= across(step);
    };
    for (int most = mostLines; most > 0; --most) {
        const qint64 step = gridStepOf(m_lengthMs, most);
        if (!fits(step))
            continue;
        for (qint64 i = 0; i <= m_lengthMs / step; ++i)
            m_lines.append({across(i * step), axisLabel(i * step, step, m_lengthMs)});
        return;
    }
    m_lines.append({0, axisLabel(0, m_lengthMs, m_lengthMs)});
}

int TimeAxis::across(qint64 ms) const
{
    return int(double(m_width) * double(qBound<qint64>(0, ms, m_lengthMs)) / double(m_lengthMs));
}

} // namespace loopflow
