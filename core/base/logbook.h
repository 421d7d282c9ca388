// The newest lines of the log, for a view to show.
// Takes lines from any thread and tells of them on its own; must never hold a secret (app/logging
// masks before).
#pragma once

#include <QList>
#include <QMutex>
#include <QObject>
#include <QString>

namespace loopflow {

struct LogLine {
    qint64 number = 0; ///< counted from 1 over the whole run; given by the book
    qint64 wallMs = 0; ///< Unix ms
    QtMsgType level = QtInfoMsg;
    QString category; ///< "loopflow.gateway"
    QString text; ///< one line
    bool operator==(const LogLine &) const = default;
};

class LogBook : public QObject {
    Q_OBJECT
public:
    /// Older lines are dropped beyond so many.
    static constexpr qsizetype limit = 5000;
    using QObject::QObject;

    /// Any thread.
    void add(LogLine line);
    /// The lines after that number, oldest first; 0: all that are kept. Any thread.
    QList<LogLine> after(qint64 number) const;

Q_SIGNALS:
    /// There are lines that nobody was told of yet; said once for a burst, from the event loop.
    void grown();

private:
    mutable QMutex m_mutex;
    QList<LogLine> m_lines;
    qint64 m_last = 0;
    bool m_telling = false;
};

} // namespace loopflow
