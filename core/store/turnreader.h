// Reads a turn on a thread of its own, with a connection of its own: for one whose payloads would hold a window up.
// Only reads. What was not written yet is not in it.
#pragma once

#include "core/base/result.h"
#include "core/store/recordpage.h"

#include <QObject>
#include <QThreadPool>

namespace loopflow {

class TurnReader final : public QObject {
    Q_OBJECT
public:
    /// `path`: the database.
    explicit TurnReader(QString path, QObject *parent = nullptr);
    /// Waits for what is being read.
    ~TurnReader() override;

    /// Errors are those of storageError().
    void read(TurnId turn, QObject *context, Callback<TurnRecords> callback);

private:
    QString m_path;
    QThreadPool m_threads;
};

} // namespace loopflow
