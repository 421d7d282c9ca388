#include "ui/transcript/conversationexport.h"

#include "core/store/logstore.h"
#include "ui/widgets/words.h"

#include <QFileInfo>

namespace loopflow {

namespace {

// About a millisecond or two of work each.
constexpr qsizetype foldedAtOnce = 500;
constexpr qsizetype writtenAtOnce = 50;

} // namespace

ConversationExport::ConversationExport(LogStore *record, QObject *parent)
    : QObject(parent)
    , m_record(record)
{
    m_next.setInterval(0);
    connect(&m_next, &QTimer::timeout, this, &ConversationExport::step);
}

void ConversationExport::start(
    const ConversationId &conversation, const TranscriptHead &head, const QString &path)
{
    cancel();
    m_head = head;
    m_format = transcriptFormat(path).value_or(TranscriptFormat::Markdown);
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        return finish(tr("%1 could not be written: %2.").arg(path, m_file->errorString()), false);
    if (const auto flushed = m_record->flush(); !flushed)
        return finish(flushed.error().message, false);
    auto records = m_record->read(conversation, &m_unreadable);
    if (!records)
        return finish(records.error().message, false);
    m_records = std::move(*records);
    m_transcript = makeTranscript(m_format, m_head, {});
    m_next.start();
}

void ConversationExport::cancel()
{
    m_next.stop();
    m_transcript.reset();
    m_file.reset();
    m_records.clear();
    m_conversation = Conversation();
    m_folded = 0;
    m_written = 0;
    m_unreadable = 0;
}

void ConversationExport::step()
{
    if (m_folded < m_records.size()) {
        const qsizetype end = qMin(m_folded + foldedAtOnce, m_records.size());
        for (; m_folded < end; ++m_folded)
            m_conversation.apply(m_records.at(m_folded));
        Q_EMIT progressed(int(m_folded * 30 / m_records.size()));
        return;
    }
    const auto &rows = m_conversation.rows();
    if (m_written == 0) {
        m_transcript = makeTranscript(m_format, m_head, namesIn(rows));
        m_file->write(m_transcript->begin());
    }
    const qsizetype end = qMin(m_written + writtenAtOnce, rows.size());
    for (; m_written < end; ++m_written)
        m_file->write(m_transcript->row(rows.at(m_written)));
    if (m_written < rows.size()) {
        Q_EMIT progressed(int(30 + m_written * 70 / rows.size()));
        return;
    }
    m_file->write(m_transcript->end());
    const QString path = m_file->fileName();
    if (!m_file->commit())
        return finish(tr("%1 could not be written: %2.").arg(path, m_file->errorString()), false);
    QString sentence = tr("The conversation was written to %1.").arg(QFileInfo(path).fileName());
    if (m_unreadable > 0)
        sentence += QLatin1Char(' ')
            + counted(m_unreadable, tr("One recorded event could not be read."),
                tr("%1 recorded events could not be read."));
    finish(sentence, true);
}

void ConversationExport::finish(const QString &sentence, bool written)
{
    cancel();
    Q_EMIT finished(sentence, written);
}

} // namespace loopflow
