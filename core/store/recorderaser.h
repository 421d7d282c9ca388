// Deletes the record, or what is old of it, a slice at a time, so that nothing waits for it.
// Mates go on; of the whole record, what is recorded meanwhile is deleted too. The journal, mates and prompts stay.
// When it is done, no byte of it is left in the database's files: see Database for what overwrites them.
#pragma once

#include "core/conversation/event.h"
#include "core/store/recordpart.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace loopflow {

class LogStore;

class RecordEraser : public QObject {
    Q_OBJECT
public:
    /// `record` outlives this.
    explicit RecordEraser(LogStore *record, QObject *parent = nullptr);
    /// All of it, and gives the disk back. Again while it runs: no effect.
    void start();
    /// What is older than that, Unix ms. While it runs: no effect.
    void startBefore(qint64 ms);
    /// What is recorded of a conversation, and of what it was replayed with. While it runs: no effect.
    void startConversation(const ConversationId &conversation);
    /// All that is recorded of a mate. While it runs: no effect.
    void startMate(MateId mate);
    /// What is deleted stays deleted; finished() comes.
    void cancel();
    bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    void progressed(qint64 done, qint64 all);
    /// How many records were deleted.
    void finished(const loopflow::Result<qint64> &deleted);

private:
    void startPart(MateId mate, discord::ChannelId channel);
    void begin(qint64 all);
    void workSlice();
    void deleteOldSlice();
    void deletePartSlice();
    void tidySlice();
    void end(const Result<qint64> &result);

    LogStore *m_record;
    QTimer m_timer;
    qint64 m_before = 0; ///< Unix ms
    qint64 m_done = 0;
    qint64 m_all = 0;
    std::optional<RecordPart> m_part; ///< none: what is older
    bool m_tidies = false; ///< all is deleted; its words leave the search
    int m_wipes = 0; ///< how often the log was to be wiped, and was in use
};

} // namespace loopflow
