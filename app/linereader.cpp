#include "app/linereader.h"

#include <cerrno>
#include <unistd.h>

namespace loopflow {

namespace {
constexpr qsizetype lineLimit = 64 * 1024;
}

LineReader::LineReader(int descriptor, QObject *parent)
    : QObject(parent)
    , m_descriptor(descriptor)
    , m_notifier(descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, &LineReader::read);
}

void LineReader::read()
{
    char bytes[4096];
    const ssize_t count = ::read(m_descriptor, bytes, sizeof bytes);
    if (count < 0 && (errno == EINTR || errno == EAGAIN))
        return;
    if (count > 0) {
        m_pending.append(bytes, count);
        emitLines();
        return;
    }
    m_notifier.setEnabled(false);
    if (!m_pending.isEmpty())
        Q_EMIT lineRead(QString::fromUtf8(std::exchange(m_pending, {})));
    Q_EMIT ended();
}

void LineReader::emitLines()
{
    qsizetype end = m_pending.indexOf('\n');
    while (end >= 0 || m_pending.size() > lineLimit) {
        const bool whole = end >= 0;
        QByteArray line = m_pending.left(whole ? end : lineLimit);
        m_pending.remove(0, whole ? end + 1 : lineLimit);
        if (line.endsWith('\r'))
            line.chop(1);
        Q_EMIT lineRead(QString::fromUtf8(line));
        end = m_pending.indexOf('\n');
    }
}

} // namespace loopflow
