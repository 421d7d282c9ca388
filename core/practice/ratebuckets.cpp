#include "core/practice/ratebuckets.h"

#include <QCryptographicHash>

#include <algorithm>
#include <cmath>

namespace loopflow::practice {

namespace {

struct Limit {
    int requests;
    Milliseconds window;
};

constexpr Limit globalLimit{50, Milliseconds(1000)};
constexpr Limit generousLimit{10000, Milliseconds(1000)};

Limit realLimit(const QByteArray &route)
{
    static const QHash<QByteArray, Limit> limits{
        {"POST /channels/{}/messages", {5, Milliseconds(5000)}},
        {"PATCH /channels/{}/messages/{}", {5, Milliseconds(5000)}},
        {"DELETE /channels/{}/messages/{}", {5, Milliseconds(1000)}},
        {"POST /channels/{}/typing", {5, Milliseconds(5000)}},
        {"GET /channels/{}/messages", {5, Milliseconds(1000)}},
        {"POST /users/@me/channels", {10, Milliseconds(10000)}},
    };
    return limits.value(route, {20, Milliseconds(1000)});
}

QByteArray seconds(double value)
{
    return QByteArray::number(value, 'f', 3);
}

double secondsOf(Milliseconds time)
{
    return static_cast<double>(time.count()) / 1000;
}

Headers bucketHeaders(
    const QByteArray &route, int limit, int remaining, double resetAfter, TimePoint now)
{
    // Opaque to clients, and the same for every major parameter.
    const QByteArray bucket = QCryptographicHash::hash(route, QCryptographicHash::Md5).toHex();
    return {
        {"X-RateLimit-Limit", QByteArray::number(limit)},
        {"X-RateLimit-Remaining", QByteArray::number(remaining)},
        {"X-RateLimit-Reset", seconds(secondsOf(now.wall) + resetAfter)},
        {"X-RateLimit-Reset-After", seconds(resetAfter)},
        {"X-RateLimit-Bucket", bucket},
    };
}

/// What a 429 says beside its bucket. Retry-After counts whole seconds (RFC 9110 §10.2.3).
void refuse(RateVerdict &verdict, double retryAfter, bool global)
{
    verdict.refused = true;
    verdict.global = global;
    verdict.retryAfter = retryAfter;
    verdict.headers.set("Retry-After", QByteArray::number(static_cast<int>(std::ceil(retryAfter))));
    verdict.headers.set("X-RateLimit-Scope", global ? "global" : "user");
    if (global)
        verdict.headers.set("X-RateLimit-Global", "true");
}

} // namespace

RateVerdict RateBuckets::take(discord::UserId account, const QByteArray &route,
    const QByteArray &major, bool real, TimePoint now)
{
    const Limit limit = real ? realLimit(route) : generousLimit;
    const QByteArray user = account.toString().toLatin1();
    const QByteArray kind = real ? "real " : "generous ";
    const Window all = count(kind + user, globalLimit.window, now);
    const Window window = count(kind + user + ' ' + route + ' ' + major, limit.window, now);
    const double resetAfter = secondsOf(window.ends - now);
    RateVerdict verdict;
    verdict.headers = bucketHeaders(
        route, limit.requests, std::max(0, limit.requests - window.used), resetAfter, now);
    if (real && all.used > globalLimit.requests)
        refuse(verdict, secondsOf(all.ends - now), true);
    else if (window.used > limit.requests)
        refuse(verdict, resetAfter, false);
    return verdict;
}

RateVerdict RateBuckets::refusal(const QByteArray &route, double retryAfter, TimePoint now)
{
    RateVerdict verdict;
    verdict.headers = bucketHeaders(route, 5, 0, retryAfter, now);
    refuse(verdict, retryAfter, false);
    return verdict;
}

RateBuckets::Window RateBuckets::count(const QByteArray &key, Milliseconds length, TimePoint now)
{
    Window &window = m_windows[key];
    if (window.used == 0 || window.ends <= now)
        window = {now + length, 0};
    ++window.used;
    return window;
}

} // namespace loopflow::practice
