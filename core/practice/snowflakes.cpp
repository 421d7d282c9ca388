#include "core/practice/snowflakes.h"

#include "core/base/time.h"
#include "core/discord/id.h"

#include <QDateTime>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

quint64 Snowflakes::next(std::chrono::milliseconds wall)
{
    m_last = std::max(m_last + 1, discord::MessageId::at(wall).value);
    return m_last;
}

quint64 Snowflakes::next()
{
    return next(readClock().wall);
}

QString isoTime(qint64 unixMs)
{
    return QDateTime::fromMSecsSinceEpoch(unixMs, QTimeZone::utc())
        .toString(u"yyyy-MM-dd'T'HH:mm:ss.zzz'000+00:00'");
}

} // namespace loopflow::practice
