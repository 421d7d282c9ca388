// A token or key: held in memory, wiped on destruction, never printed.
// Must never be copied into a QString that outlives a call, a model, an event, SQL or a log.
#pragma once

#include <QByteArray>

class QDebug;

namespace loopflow {

/// Move-only holder of secret bytes (UTF-8). Debug output shows dots.
class Secret {
public:
    Secret() = default;
    /// Takes the bytes over; the caller's copy, if it kept one, is not wiped.
    explicit Secret(QByteArray bytes);
    Secret(const Secret &) = delete;
    Secret &operator=(const Secret &) = delete;
    Secret(Secret &&other) noexcept;
    Secret &operator=(Secret &&other) noexcept;
    ~Secret();

    /// A second holder of the same secret: every copy is visible in the code that makes it.
    Secret clone() const;
    bool isEmpty() const { return m_bytes.isEmpty(); }
    /// The bytes, for the one place that puts them on the wire or into the keychain.
    const QByteArray &reveal() const { return m_bytes; }

private:
    void wipe();
    QByteArray m_bytes;
};

QDebug operator<<(QDebug debug, const Secret &secret);

} // namespace loopflow
