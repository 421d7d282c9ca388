#include "core/discord/ratebucket.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <cmath>

namespace loopflow::discord {

using namespace std::chrono_literals;
using namespace Qt::StringLiterals;

namespace {

/// Clocks differ and answers travel: a 429's wait is stretched by this much.
constexpr Milliseconds margin = 100ms;
/// For a 429 that does not say how long.
constexpr Milliseconds unsaidWait = 5s;
/// Longer than any real limit; keeps a broken number from overflowing.
constexpr double longestSeconds = 7.0 * 24 * 3600;
constexpr Milliseconds idleAfter = 10min;

std::optional<int> readCount(const Headers &headers, QByteArrayView name)
{
    bool ok = false;
    const int count = headers.value(name).toInt(&ok);
    return ok && count >= 0 ? std::optional(count) : std::nullopt;
}

std::optional<Milliseconds> toWait(double seconds)
{
    if (!std::isfinite(seconds) || seconds < 0)
        return std::nullopt;
    return Milliseconds(static_cast<qint64>(std::ceil(std::min(seconds, longestSeconds) * 1000)));
}

std::optional<Milliseconds> readSeconds(const Headers &headers, QByteArrayView name)
{
    bool ok = false;
    const double seconds = headers.value(name).toDouble(&ok);
    return ok ? toWait(seconds) : std::nullopt;
}

bool equalsIgnoringCase(const QByteArray &value, const char *word)
{
    return value.compare(word, Qt::CaseInsensitive) == 0;
}

void readRefusal(RateAnswer &answer, const Headers &headers, QByteArrayView body)
{
    const QJsonDocument document = QJsonDocument::fromJson(body.toByteArray());
    const QJsonObject json = document.object();
    const QByteArray scope = headers.value("X-RateLimit-Scope");
    if (equalsIgnoringCase(scope, "shared"))
        answer.scope = RateAnswer::Scope::Shared;
    else if (equalsIgnoringCase(scope, "global") || json["global"_L1].toBool()
        || equalsIgnoringCase(headers.value("X-RateLimit-Global"), "true"))
        answer.scope = RateAnswer::Scope::Global;

    answer.wait = std::max(
        readSeconds(headers, "Retry-After"), toWait(json["retry_after"_L1].toDouble(-1)));
    const bool fromApi = document.isObject() || !scope.isEmpty();
    if (!fromApi) {
        // Discord's shield: it looks at the address, so nothing of this bot would get through.
        answer.scope = RateAnswer::Scope::Global;
    } else if (!answer.wait) {
        answer.wait = answer.resetAfter.value_or(unsaidWait);
    }
    if (answer.wait)
        *answer.wait += margin;
}

} // namespace

RateAnswer readRateAnswer(int status, const Headers &headers, QByteArrayView body)
{
    RateAnswer answer;
    answer.bucket = headers.value("X-RateLimit-Bucket");
    answer.limit = readCount(headers, "X-RateLimit-Limit");
    answer.remaining = readCount(headers, "X-RateLimit-Remaining");
    answer.resetAfter = readSeconds(headers, "X-RateLimit-Reset-After");
    if (status == 429)
        readRefusal(answer, headers, body);
    return answer;
}

void RateBucket::answered(const RateAnswer &answer, TimePoint now)
{
    --m_underWay;
    m_lastUsed = now;
    // Shared and global refusals tell nothing about this bucket's window.
    if (answer.scope == RateAnswer::Scope::Shared && answer.wait)
        holdUntil(now + *answer.wait);
    if (answer.scope != RateAnswer::Scope::Bucket)
        return;
    if (answer.wait)
        holdUntil(now + *answer.wait);
    if (answer.limit && *answer.limit > 0)
        m_limit = answer.limit;
    if (!answer.remaining || !answer.resetAfter) {
        spendOne(now);
        return;
    }
    const TimePoint reset = now + *answer.resetAfter;
    // Answers overtake each other, so within one window the smallest count is the true one. A window that
    // ends much later than the known one is the next.
    const bool sameWindow
        = windowIsOpen(now) && reset - *m_resetAt <= Milliseconds(answer.resetAfter->count() / 2);
    m_remaining = sameWindow ? std::min(m_remaining, *answer.remaining) : *answer.remaining;
    m_resetAt = sameWindow ? std::max(*m_resetAt, reset) : reset;
}

void RateBucket::unanswered(TimePoint now)
{
    --m_underWay;
    m_lastUsed = now;
    spendOne(now);
}

void RateBucket::moveOneTo(RateBucket &other)
{
    --m_underWay;
    ++other.m_underWay;
}

std::optional<TimePoint> RateBucket::opensAt(TimePoint now) const
{
    const TimePoint from = std::max(now, m_heldUntil);
    if (windowIsOpen(from) && m_remaining > m_underWay)
        return from;
    // What is under way will count in the next window as soon as it begins.
    if (m_limit && m_underWay >= *m_limit)
        return std::nullopt;
    return windowIsOpen(from) ? *m_resetAt : from;
}

bool RateBucket::isIdle(TimePoint now) const
{
    return m_underWay == 0 && m_heldUntil <= now && !windowIsOpen(now)
        && now - m_lastUsed >= idleAfter;
}

void RateBucket::spendOne(TimePoint now)
{
    if (windowIsOpen(now) && m_remaining > 0)
        --m_remaining;
}

} // namespace loopflow::discord
