// SIGTERM and SIGINT as a Qt signal, so that a process can stop gracefully.
// One per process; restores what was there before when it is destroyed.
#pragma once

#include <QObject>
#include <QSocketNotifier>

#include <csignal>

namespace loopflow {

class StopSignals : public QObject {
    Q_OBJECT
public:
    explicit StopSignals(QObject *parent = nullptr);
    ~StopSignals() override;

Q_SIGNALS:
    /// The first one.
    void stopRequested();
    /// A second one: somebody does not want to wait.
    void stopDemanded();

private:
    static void handle(int number);
    void read();

    int m_readEnd = -1;
    std::unique_ptr<QSocketNotifier> m_notifier;
    struct sigaction m_oldTerm { };
    struct sigaction m_oldInt { };
    bool m_requested = false;
};

} // namespace loopflow
