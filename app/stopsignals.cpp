#include "app/stopsignals.h"

#include "core/base/log.h"

#include <atomic>
#include <fcntl.h>
#include <unistd.h>

namespace loopflow {

namespace {
// A signal handler may touch nothing else.
std::atomic<int> writeEnd{-1};
}

StopSignals::StopSignals(QObject *parent)
    : QObject(parent)
{
    Q_ASSERT(writeEnd < 0);
    int ends[2];
    if (pipe2(ends, O_CLOEXEC | O_NONBLOCK) != 0) {
        qCWarning(logHost, "SIGTERM will end Loopflow at once: no pipe could be made.");
        return;
    }
    m_readEnd = ends[0];
    writeEnd = ends[1];
    m_notifier = std::make_unique<QSocketNotifier>(m_readEnd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &StopSignals::read);

    struct sigaction action { };
    action.sa_handler = &StopSignals::handle;
    action.sa_flags = SA_RESTART;
    sigaction(SIGTERM, &action, &m_oldTerm);
    sigaction(SIGINT, &action, &m_oldInt);
}

StopSignals::~StopSignals()
{
    if (m_readEnd < 0)
        return;
    sigaction(SIGTERM, &m_oldTerm, nullptr);
    sigaction(SIGINT, &m_oldInt, nullptr);
    m_notifier.reset();
    close(writeEnd.exchange(-1));
    close(m_readEnd);
}

void StopSignals::handle(int)
{
    const int savedErrno = errno;
    const char byte = 1;
    // A full pipe means that a request is waiting already.
    [[maybe_unused]] const auto written = ::write(writeEnd, &byte, 1);
    errno = savedErrno;
}

void StopSignals::read()
{
    char bytes[16];
    const auto count = ::read(m_readEnd, bytes, sizeof bytes);
    for (ssize_t i = 0; i < count; ++i) {
        if (std::exchange(m_requested, true))
            Q_EMIT stopDemanded();
        else
            Q_EMIT stopRequested();
    }
}

} // namespace loopflow
