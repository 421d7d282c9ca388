// Deletes the record, or what is old of it, a slice at a time, so that nothing waits for it.
// Mates go on; of the whole record, what is recorded meanwhile is deleted too. The journal, mates and prompts stay.
#pragma once

#include "core/base/result.h"

#include <QObject>
#include <QTimer>

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
    /// What is deleted stays deleted; finished() comes.
    void cancel();
    bool isRunning() const { return m_timer.isActive(); }

Q_SIGNALS:
    void progressed(qint64 done, qint64 all);
    /// How many records were deleted.
    void finished(const loopflow::Result<qint64> &deleted);

private:
    void workSlice();
    void deleteSlice();
    void end(const Result<qint64> &result);

    LogStore *m_record;
    QTimer m_timer;
    qint64 m_before = 0; ///< Unix ms
    qint64 m_done = 0;
    qint64 m_all = 0;
    bool m_tidies = false; ///< all is deleted; their words leave the search
};

} // namespace loopflow
