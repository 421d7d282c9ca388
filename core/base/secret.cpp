#include "core/base/secret.h"

#include <QDebug>

#include <utility>

namespace loopflow {

Secret::Secret(QByteArray bytes)
    : m_bytes(std::move(bytes))
{
    m_bytes.detach();
}

Secret::Secret(Secret &&other) noexcept
    : m_bytes(std::exchange(other.m_bytes, {}))
{
}

Secret &Secret::operator=(Secret &&other) noexcept
{
    if (this != &other) {
        wipe();
        m_bytes = std::exchange(other.m_bytes, {});
    }
    return *this;
}

Secret::~Secret() { wipe(); }

Secret Secret::clone() const { return Secret(QByteArray(m_bytes.constData(), m_bytes.size())); }

void Secret::wipe()
{
    // Through volatile, because a plain fill before destruction is optimised away. Shared bytes
    // (a header being sent) belong to their other holder and are left alone.
    if (m_bytes.isDetached()) {
        volatile char *bytes = m_bytes.data();
        for (qsizetype i = 0; i < m_bytes.size(); ++i)
            bytes[i] = 0;
    }
    m_bytes.clear();
}

QDebug operator<<(QDebug debug, const Secret &secret)
{
    QDebugStateSaver saver(debug);
    debug.noquote() << (secret.isEmpty() ? QStringLiteral("(no secret)") : QStringLiteral("••••"));
    return debug;
}

} // namespace loopflow
