#include "core/base/logbook.h"

#include <algorithm>

namespace loopflow {

void LogBook::add(LogLine line)
{
    const QMutexLocker lock(&m_mutex);
    line.number = ++m_last;
    m_lines.append(std::move(line));
    if (m_lines.size() > limit)
        m_lines.removeFirst();
    if (std::exchange(m_telling, true))
        return;
    QMetaObject::invokeMethod(
        this,
        [this] {
            {
                const QMutexLocker inner(&m_mutex);
                m_telling = false;
            }
            Q_EMIT grown();
        },
        Qt::QueuedConnection);
}

QList<LogLine> LogBook::after(qint64 number) const
{
    const QMutexLocker lock(&m_mutex);
    const qsizetype wanted = std::clamp<qint64>(m_last - number, 0, m_lines.size());
    return m_lines.last(wanted);
}

} // namespace loopflow
