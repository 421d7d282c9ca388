// Writes a recorded conversation into a file, a slice at a time, so that the window goes on.
// The file is there when all of it is written, or not at all.
#pragma once

#include "core/base/result.h"
#include "ui/transcript/transcriptrun.h"

#include <QSaveFile>
#include <QTimer>

namespace loopflow {

class LogStore;

class ConversationExport final : public QObject {
    Q_OBJECT
public:
    /// `record` outlives this.
    explicit ConversationExport(LogStore *record, QObject *parent = nullptr);

    /// Ends one that still runs. The format is that of the path's end, Markdown for any other end.
    void start(const ConversationId &conversation, const TranscriptHead &head, const QString &path);
    void cancel();
    bool isRunning() const { return m_run != nullptr; }

Q_SIGNALS:
    void progressed(int percent);
    /// What became of it, in a sentence; not after cancel().
    void finished(const QString &sentence, bool written);

private:
    void step();
    void finish(const QString &sentence, bool written);

    LogStore *m_record;
    QTimer m_next;
    std::unique_ptr<QSaveFile> m_file;
    std::unique_ptr<TranscriptRun> m_run;
};

} // namespace loopflow
