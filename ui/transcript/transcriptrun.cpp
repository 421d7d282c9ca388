#include "ui/transcript/transcriptrun.h"

#include "core/store/logstore.h"

#include <QDeadlineTimer>

namespace loopflow {

namespace {

constexpr int sliceMs = 6;
constexpr int readAtOnce = 60; // records: a millisecond or two
constexpr qsizetype writtenAtOnce = 10;
constexpr qint64 readingPart = 60; // percent

} // namespace

TranscriptRun::TranscriptRun(
    LogStore *record, const ConversationId &conversation, TranscriptFormat format, TranscriptHead head)
    : m_record(record)
    , m_id(conversation)
    , m_format(format)
    , m_head(std::move(head))
    , m_last(record->lastSeq())
{
}

Result<QByteArray> TranscriptRun::step()
{
    const QDeadlineTimer end(sliceMs);
    QByteArray text;
    while (!m_done && !end.hasExpired()) {
        if (m_transcript) {
            text += writeSome();
        } else if (auto read = readSome(); !read) {
            return read.error();
        }
    }
    return text;
}

Result<void> TranscriptRun::readSome()
{
    const auto page = m_record->readAfter(m_id, m_read, m_last, readAtOnce);
    if (!page)
        return page.error();
    if (m_first == 0)
        m_first = page->oldest;
    m_read = page->newest;
    m_unreadable += page->unreadable;
    for (const LogRecord &record : page->records) {
        learnNames(m_names, record);
        m_conversation.apply(record);
    }
    if (!page->more)
        m_transcript = makeTranscript(m_format, m_head, m_names);
    return {};
}

QByteArray TranscriptRun::writeSome()
{
    QByteArray text = m_written == 0 ? m_transcript->begin() : QByteArray();
    const qsizetype end = qMin(m_written + writtenAtOnce, m_conversation.size());
    for (; m_written < end; ++m_written)
        text += m_transcript->row(m_conversation.row(m_written));
    if (m_written < m_conversation.size())
        return text;
    m_done = true;
    return text + m_transcript->end();
}

int TranscriptRun::percent() const
{
    if (m_done)
        return 100;
    if (!m_transcript)
        return int((m_read - m_first) * readingPart / qMax<qint64>(1, m_last - m_first + 1));
    return int(readingPart + m_written * (100 - readingPart) / qMax<qsizetype>(1, m_conversation.size()));
}

} // namespace loopflow
