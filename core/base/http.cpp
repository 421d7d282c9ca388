#include "core/base/http.h"

namespace loopflow {

void Headers::set(const QByteArray &name, const QByteArray &value)
{
    m_lines.removeIf([&](const auto &line) {
        return line.first.compare(name, Qt::CaseInsensitive) == 0;
    });
    m_lines.append({name, value});
}

QByteArray Headers::value(QByteArrayView name) const
{
    for (const auto &[key, value] : m_lines) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return value;
    }
    return {};
}

bool Headers::has(QByteArrayView name) const
{
    for (const auto &[key, value] : m_lines) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            return true;
    }
    return false;
}

} // namespace loopflow
