#include "core/store/recorderaser.h"

#include "core/store/logstore.h"

#include <limits>

namespace loopflow {

namespace {

/// A few milliseconds' worth.
constexpr int slice = 100;
/// Whoever reads the database is done after a few slices; if not, the log is wiped by what is written later.
constexpr int mostWipes = 1000;
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
    m_part.reset();
    begin(m_record->size().events);
}

void RecordEraser::startConversation(const ConversationId &conversation)
{
    startPart(conversation.mate, conversation.channel);
}

void RecordEraser::startMate(MateId mate)
{
    startPart(mate, {});
}

void RecordEraser::startPart(MateId mate, discord::ChannelId channel)
{
    if (m_timer.isActive())
        return;
    m_done = 0;
    const auto part = m_record->beginRemoval(mate, channel);
    if (!part)
        return end(part.error());
    m_part = *part;
    begin(part->events);
}

void RecordEraser::begin(qint64 all)
{
    m_done = 0;
    m_all = all;
    m_tidies = false;
    m_wipes = 0;
    m_timer.start(0);
    Q_EMIT progressed(0, m_all);
}

void RecordEraser::cancel()
{
    if (!m_timer.isActive())
        return;
    if (m_part && !m_tidies) {
        if (const auto abandoned = m_record->abandonRemoval(*m_part); !abandoned)
            return end(abandoned.error());
    }
    end(m_done);
}

void RecordEraser::workSlice()
{
    if (m_tidies)
        tidySlice();
    else if (m_part)
        deletePartSlice();
    else
        deleteOldSlice();
}

void RecordEraser::tidySlice()
{
    if (m_wipes == 0) {
        const auto tidy = m_record->tidySearchSome();
        if (!tidy)
            return end(tidy.error());
        if (!*tidy)
            return;
    }
    const auto wiped = m_record->wipeLog();
    if (!wiped)
        return end(wiped.error());
    if (*wiped || ++m_wipes > mostWipes)
        end(m_done);
}

void RecordEraser::deletePartSlice()
{
    const auto removed = m_record->removeSome(*m_part, slice);
    if (!removed)
        return end(removed.error());
    if (*removed < 0) {
        m_tidies = true;
        return;
    }
    m_done += *removed;
    m_all = std::max(m_all, m_done);
    Q_EMIT progressed(m_done, m_all);
}

void RecordEraser::deleteOldSlice()
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
