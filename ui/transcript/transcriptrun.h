// Makes a transcript of a recorded conversation, a slice at a time: reads it, then writes its rows.
// Says what the record held when it began; holds its rows packed, never the record.
#pragma once

#include "core/base/result.h"
#include "core/conversation/conversation.h"
#include "ui/transcript/transcript.h"

namespace loopflow {

class LogStore;

class TranscriptRun final {
public:
    /// `record` outlives this.
    TranscriptRun(LogStore *record, const ConversationId &conversation, TranscriptFormat format, TranscriptHead head);

    /// A few milliseconds' work; what comes next in the file, perhaps nothing yet.
    Result<QByteArray> step();
    bool isDone() const { return m_done; }
    int percent() const;
    /// Damaged or unknown events, which are left out.
    int unreadable() const { return m_unreadable; }

private:
    Result<void> readSome();
    QByteArray writeSome();

    LogStore *m_record;
    ConversationId m_id;
    TranscriptFormat m_format;
    TranscriptHead m_head;
    std::unique_ptr<Transcript> m_transcript; ///< null: still reading
    MentionNames m_names;
    Conversation m_conversation;
    qint64 m_first = 0; ///< seq
    qint64 m_read = 0; ///< so far, seq
    qint64 m_last; ///< seq
    qsizetype m_written = 0; ///< rows
    int m_unreadable = 0;
    bool m_done = false;
};

} // namespace loopflow
