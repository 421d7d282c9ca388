#include "ui/transcript/conversationexport.h"

#include "core/store/logstore.h"
#include "ui/widgets/words.h"

#include <QFileInfo>

namespace loopflow {

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
    m_file = std::make_unique<QSaveFile>(path);
    if (!m_file->open(QIODevice::WriteOnly))
        return finish(tr("%1 could not be written: %2.").arg(path, m_file->errorString()), false);
    if (const auto flushed = m_record->flush(); !flushed)
        return finish(flushed.error().message, false);
    m_run = std::make_unique<TranscriptRun>(
        m_record, conversation, transcriptFormat(path).value_or(TranscriptFormat::Markdown), head);
    m_next.start();
}

void ConversationExport::cancel()
{
    m_next.stop();
    m_run.reset();
    m_file.reset();
}

void ConversationExport::step()
{
    const auto text = m_run->step();
    if (!text)
        return finish(text.error().message, false);
    m_file->write(*text);
    if (!m_run->isDone()) {
        Q_EMIT progressed(m_run->percent());
        return;
    }
    const QString path = m_file->fileName();
    if (!m_file->commit())
        return finish(tr("%1 could not be written: %2.").arg(path, m_file->errorString()), false);
    QString sentence = tr("The conversation was written to %1.").arg(QFileInfo(path).fileName());
    if (m_run->unreadable() > 0)
        sentence += QLatin1Char(' ')
            + counted(m_run->unreadable(), tr("One recorded event could not be read."),
                tr("%1 recorded events could not be read."));
    finish(sentence, true);
}

void ConversationExport::finish(const QString &sentence, bool written)
{
    cancel();
    Q_EMIT finished(sentence, written);
}

} // namespace loopflow
