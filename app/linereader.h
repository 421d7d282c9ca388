// Lines of a file descriptor (a terminal, a pipe, a file) as signals, without blocking the event loop.
// A line is cut at 64 KiB; the last one needs no line break.
#pragma once

#include <QByteArray>
#include <QObject>
#include <QSocketNotifier>

namespace loopflow {

class LineReader : public QObject {
    Q_OBJECT
public:
    /// `descriptor` stays open.
    explicit LineReader(int descriptor, QObject *parent = nullptr);

Q_SIGNALS:
    void lineRead(const QString &line); ///< without its line break
    void ended();

private:
    void read();
    void emitLines();

    int m_descriptor;
    QSocketNotifier m_notifier;
    QByteArray m_pending;
};

} // namespace loopflow
