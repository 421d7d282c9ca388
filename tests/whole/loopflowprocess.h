// The built loopflow as a child process with an environment of its own: no display, no keychain, no keys.
// Ends the child when it goes; nothing of the person who runs the tests is seen or touched.
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

namespace loopflow::test {

class LoopflowProcess {
public:
    explicit LoopflowProcess(const QStringList &arguments, const QMap<QString, QString> &extraEnvironment = {});
    ~LoopflowProcess();
    Q_DISABLE_COPY_MOVE(LoopflowProcess)

    /// What goes to stdin; nothing: it ends at once.
    LoopflowProcess &withInput(const QByteArray &bytes);
    /// Starts it, writes the input, waits for its end; true unless it crashed or had to be killed.
    bool run();
    void start();
    bool waitForEnd();
    /// The first line on stdout, once it is there; empty when the process ended without one.
    QByteArray firstLine();
    void terminate() { m_process.terminate(); }

    int exitCode() const { return m_process.exitCode(); }
    QString out() const { return QString::fromUtf8(m_out); }
    QString err() const { return QString::fromUtf8(m_err); }
    QProcess &process() { return m_process; }

private:
    QTemporaryDir m_home;
    QProcess m_process;
    QByteArray m_input;
    QByteArray m_out;
    QByteArray m_err;
};

} // namespace loopflow::test
