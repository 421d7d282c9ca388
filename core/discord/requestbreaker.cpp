#include "core/discord/requestbreaker.h"

#include "core/base/core.h"

namespace loopflow::discord {

void RequestBreaker::note(int status, bool sharedScope, bool isJson, TimePoint now)
{
    const bool invalid = status == 401 || status == 403 || (status == 429 && !sharedScope);
    if (!invalid)
        return;
    if (!isJson && status != 401) {
        open(now);
        return;
    }
    while (!m_invalid.empty() && now - m_invalid.front() >= window)
        m_invalid.pop_front();
    m_invalid.push_back(now);
    if (m_invalid.size() >= limit)
        open(now);
}

std::optional<TimePoint> RequestBreaker::openUntil(TimePoint now) const
{
    return m_openUntil && *m_openUntil > now ? m_openUntil : std::nullopt;
}

QString RequestBreaker::explain()
{
    return Core::tr("Discord refuses too many requests from this computer, so its mates rest for ten minutes, lest "
                    "it shut out this address. Look for a mate whose token or permissions are refused.");
}

void RequestBreaker::open(TimePoint now)
{
    m_openUntil = now + window;
    // Those that led here have had their consequence; the next count starts when requests do.
    m_invalid.clear();
}

RequestBreaker &RequestBreakers::of(const QUrl &api)
{
    return m_breakers[api.authority(QUrl::FullyEncoded).toLower()];
}

QStringList RequestBreakers::openNow(TimePoint now) const
{
    QStringList open;
    for (const auto &[server, breaker] : m_breakers) {
        if (breaker.openUntil(now))
            open.append(server);
    }
    return open;
}

} // namespace loopflow::discord
