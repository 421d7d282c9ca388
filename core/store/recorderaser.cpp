#include "core/store/recorderaser.h"

#include "core/store/logstore.h"

#include <limits>

namespace loopflow {

namespace {

/// A few milliseconds' worth.
constexpr int slice = 500;
/// Far ahead, but not so far that counting on in days or milliseconds overflows.
constexpr qint64 everything = std::numeric_limits<qint64>::max() / 2;

} // namespace

RecordEraser::RecordEraser(LogStore *record, QObject *parent)
    : QObject(parent)
    , m_record(record)
{
    connect(&m_timer, &QTimer::timeout, this, &RecordEraser::workSlice);
}

void RecordEraser::start()
{
    startBefore(everything);
}

void RecordEraser::startBefore(qint64 ms)
{
    if (m_timer.isActive())
        return;
    m_before = ms;
    m_done = 0;
    m_tidies = false;
    m_all = m_record->size().events;
    m_timer.start(0);
    Q_EMIT progressed(0, m_all);
}

void RecordEraser::cancel()
{
    if (m_timer.isActive())
        end(m_done);
}

void RecordEraser::workSlice()
{
    if (!m_tidies)
        return deleteSlice();
    const auto tidy = m_record->tidySearchSome();
    if (!tidy)
        return end(tidy.error());
    if (*tidy)
        end(m_done);
}

void RecordEraser::deleteSlice()
{
    const auto removed = m_record->removeOldest(m_before, slice);
    if (!removed)
        return end(removed.error());
    m_done += *removed;
    m_all = std::max(m_all, m_done);
    Q_EMIT progressed(m_done, m_all);
    if (*removed == slice || !m_timer.isActive())
        return;
    const auto rest = m_record->removeBefore(m_before);
    if (!rest)
        return end(rest.error());
    // Little is left only of the whole: else the room is filled again anyway.
    if (m_before != everything) {
        m_tidies = true;
        return;
    }
    if (const auto compacted = m_record->compact(); !compacted)
        return end(compacted.error());
    end(m_done);
}

void RecordEraser::end(const Result<qint64> &result)
{
    m_timer.stop();
    Q_EMIT finished(result);
}

} // namespace loopflow
