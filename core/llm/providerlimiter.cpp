#include "core/llm/providerlimiter.h"

#include "core/llm/retryafter.h"

#include <QDateTime>

#include <algorithm>

using namespace std::chrono_literals;

namespace loopflow::llm {
namespace {

constexpr Milliseconds longestRetryAfter = 1h; // then one request finds out
constexpr Milliseconds longestReset =
    60s; // a reset says when the limit is full again; a little is free sooner

/// When a limit is full again: RFC 3339 (Anthropic), a duration (OpenAI), or Unix time
/// (OpenRouter).
std::optional<Milliseconds> waitUntilReset(const QByteArray &value, Milliseconds wall)
{
    if (value.contains('T')) {
        const auto date = QDateTime::fromString(QString::fromLatin1(value), Qt::ISODateWithMs);
        if (!date.isValid())
            return std::nullopt;
        return Milliseconds(date.toMSecsSinceEpoch()) - wall;
    }
    bool isNumber = false;
    const double number = value.toDouble(&isNumber);
    if (isNumber && number > 1e11)
        return Milliseconds(static_cast<qint64>(number)) - wall;
    if (isNumber && number > 1e9)
        return Milliseconds(static_cast<qint64>(number * 1000)) - wall;
    return parseDuration(value);
}

/// The longest wait that the limits which are used up ask for.
Milliseconds waitForLimits(const Headers &headers, Milliseconds wall)
{
    struct Names {
        QByteArray remaining;
        QByteArray reset;
    };
    static const QList<Names> limits = [] {
        QList<Names> names{{"x-ratelimit-remaining", "x-ratelimit-reset"}};
        for (const char *what : {"requests", "tokens"})
            names.append({QByteArray("x-ratelimit-remaining-") + what,
                QByteArray("x-ratelimit-reset-") + what});
        for (const char *what : {"requests", "tokens", "input-tokens", "output-tokens"})
            names.append({QByteArray("anthropic-ratelimit-") + what + "-remaining",
                QByteArray("anthropic-ratelimit-") + what + "-reset"});
        return names;
    }();
    Milliseconds longest{0};
    for (const auto &limit : limits) {
        bool isNumber = false;
        const double remaining = headers.value(limit.remaining).toDouble(&isNumber);
        if (!isNumber || remaining > 0)
            continue;
        if (const auto wait = waitUntilReset(headers.value(limit.reset).trimmed(), wall))
            longest = std::max(longest, *wait);
    }
    return std::min(longest, longestReset);
}

} // namespace

void ProviderLimiter::note(int status, const Headers &headers, TimePoint now)
{
    const bool refused = status == 429 || status == 503 || status == 529;
    const auto asked = refused ? retryAfter(headers, now.wall) : std::nullopt;
    // A Retry-After is when a request works again; the resets of the same answer are later than
    // needed.
    const Milliseconds wait =
        asked ? std::min(*asked, longestRetryAfter) : waitForLimits(headers, now.wall);
    if (wait > 0ms && (!m_until || now + wait > *m_until))
        m_until = now + wait;
}

std::optional<TimePoint> ProviderLimiter::holdUntil(TimePoint now) const
{
    // While the computer slept only the wall clock went on.
    if (!m_until || now >= *m_until || now.wall >= m_until->wall)
        return std::nullopt;
    return m_until;
}

} // namespace loopflow::llm
