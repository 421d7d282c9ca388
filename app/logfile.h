// The log as a file that a team can send: the newest megabyte and the one before it.
// Never stops the program; what cannot be written is lost.
#pragma once

#include <QFile>

namespace loopflow {

class LogFile {
public:
    static constexpr qint64 usualLimit = 1024 * 1024;
    /// FOLDER/loopflow.log, and FOLDER/loopflow.1.log for what came before it. `limit` is the bytes
    /// of one file. Only their owner may read them.
    explicit LogFile(const QString &folder, qint64 limit = usualLimit);
    /// Adds a line; `line` has no end.
    void write(const QByteArray &line);

private:
    bool open();
    void turnOver();

    QFile m_file;
    QString m_older;
    qint64 m_limit;
};

} // namespace loopflow
