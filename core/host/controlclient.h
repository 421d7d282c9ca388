// The other end of the control socket: how a second process reaches the one that has the data folder.
// Waits where it reads, so it is for processes that have nothing else to do; needs no event loop.
#pragma once

#include "core/base/time.h"
#include "core/host/controlmessage.h"

#include <deque>
#include <optional>

namespace loopflow {

class ControlClient {
public:
    /// Reaches the folder's process and hears its greeting. Errors: NotFound where nobody listens, Forbidden where
    /// another user does, Timeout where the process does not answer, Invalid for another version of Loopflow.
    static Result<ControlClient> connect(const QString &dataFolder);
    ~ControlClient();
    ControlClient(ControlClient &&other) noexcept;
    ControlClient(const ControlClient &) = delete;
    ControlClient &operator=(ControlClient &&) = delete;

    /// The running one's version.
    const QString &program() const { return m_program; }
    /// Errors: Invalid when the message is too long, Unreachable when the other process is gone.
    Result<void> send(const ControlMessage &message);
    /// The next message, waited for without an end unless `patience` says how long.
    Result<ControlMessage> receive(std::optional<Milliseconds> patience = std::nullopt);

private:
    explicit ControlClient(int descriptor);
    Result<void> waitForBytes(std::optional<Milliseconds> patience) const;

    int m_descriptor;
    QString m_program;
    ControlReader m_reader;
    std::deque<ControlMessage> m_received;
};

} // namespace loopflow
