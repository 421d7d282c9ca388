#include "core/discord/ratelimiter.h"

#include <algorithm>

namespace loopflow::discord {

using namespace std::chrono_literals;

namespace {

// Discord takes 50 requests a second of a bot, counted when they arrive: some travel faster than others, so the
// second is stretched.
constexpr qsizetype pace = 45;
constexpr Milliseconds paceWindow = 1100ms;
// Comforts leave this many of them free, so that a reply never finds the second used up by typing.
constexpr qsizetype spareForReplies = 10;

} // namespace

Enqueued RateLimiter::enqueue(const LimitedRequest &request)
{
    Q_ASSERT(!m_places.contains(request.id) && !m_underWay.contains(request.id));
    Enqueued result;
    Place place{request.priority, ++m_enqueued};
    if (const auto old = m_replaceable.constFind(request.replaces); old != m_replaceable.cend()) {
        result.superseded = *old;
        // In its place, or a steady stream of edits would never get to the front.
        place.number = m_places.value(*old).number;
        cancel(*result.superseded);
    }
    insert(request, place);
    return result;
}

void RateLimiter::cancel(RequestId id)
{
    const auto place = m_places.constFind(id);
    if (place == m_places.cend())
        return;
    const auto waiting = m_waiting.find(*place);
    forgetReplaceable(waiting->second);
    m_waiting.erase(waiting);
    m_places.erase(place);
}

QList<RequestId> RateLimiter::pollReady(TimePoint now)
{
    while (!m_sends.empty() && now - m_sends.front() >= paceWindow)
        m_sends.pop_front();
    QList<RequestId> ready;
    for (auto it = m_waiting.begin(); it != m_waiting.end();) {
        if (std::max(m_heldUntil, paceAllows(Priority::High, now)) > now)
            break;
        const auto at = readyAt(it->second, now);
        if (!at || *at > now) {
            ++it;
            continue;
        }
        const auto [place, request] = *it;
        it = m_waiting.erase(it);
        ready.append(request.id);
        send(request, place, now);
    }
    return ready;
}

bool RateLimiter::finished(
    RequestId id, int status, const Headers &headers, QByteArrayView body, TimePoint now)
{
    const RateAnswer answer = readRateAnswer(status, headers, body);
    if (const auto found = m_underWay.constFind(id);
        found != m_underWay.cend() && !answer.bucket.isEmpty())
        learnBucket(found->request.route, answer.bucket);
    const auto entry = takeUnderWay(id);
    if (!entry)
        return false;
    m_buckets[entry->bucket].answered(answer, now);
    if (answer.scope == RateAnswer::Scope::Global && answer.wait)
        m_heldUntil = std::max(m_heldUntil, now + *answer.wait);
    forgetIdleBuckets(now);
    if (!answer.wait)
        return false;
    insert(entry->request, entry->place);
    return true;
}

void RateLimiter::failed(RequestId id, TimePoint now)
{
    if (const auto entry = takeUnderWay(id))
        m_buckets[entry->bucket].unanswered(now);
    forgetIdleBuckets(now);
}

std::optional<TimePoint> RateLimiter::nextTimeout(TimePoint now) const
{
    const TimePoint soonest = std::max({now, m_heldUntil, paceAllows(Priority::High, now)});
    std::optional<TimePoint> earliest;
    for (const auto &[place, request] : m_waiting) {
        const auto at = readyAt(request, now);
        if (at && (!earliest || *at < *earliest))
            earliest = at;
        if (earliest && *earliest <= soonest)
            break;
    }
    return earliest;
}

Milliseconds RateLimiter::waitOf(RequestId id, TimePoint now) const
{
    const auto place = m_places.constFind(id);
    if (place == m_places.cend())
        return 0ms;
    const auto at = readyAt(m_waiting.at(*place), now);
    return at ? *at - now : 0ms;
}

QByteArray RateLimiter::bucketKey(const Route &route) const
{
    return m_hashes.value(route.name, route.name) + ' ' + route.major;
}

/// When it may go; none: not before something under way is answered.
std::optional<TimePoint> RateLimiter::readyAt(const LimitedRequest &request, TimePoint now) const
{
    if (!request.replaces.isEmpty() && m_exclusive.contains(request.replaces))
        return std::nullopt;
    std::optional<TimePoint> at = now;
    if (const auto bucket = m_buckets.constFind(bucketKey(request.route));
        bucket != m_buckets.cend())
        at = bucket->opensAt(now);
    if (!at)
        return std::nullopt;
    return std::max({*at, m_heldUntil, paceAllows(request.priority, now)});
}

TimePoint RateLimiter::paceAllows(Priority priority, TimePoint now) const
{
    const qsizetype allowed = priority == Priority::Low ? pace - spareForReplies : pace;
    const auto count = static_cast<qsizetype>(m_sends.size());
    if (count < allowed)
        return now;
    return std::max(now, m_sends[static_cast<size_t>(count - allowed)] + paceWindow);
}

void RateLimiter::insert(const LimitedRequest &request, Place place)
{
    m_waiting.emplace(place, request);
    m_places.insert(request.id, place);
    // A request that comes back after a 429 finds a newer one of its kind waiting: that one stays replaceable.
    if (!request.replaces.isEmpty() && !m_replaceable.contains(request.replaces))
        m_replaceable.insert(request.replaces, request.id);
}

void RateLimiter::send(const LimitedRequest &request, Place place, TimePoint now)
{
    const QByteArray key = bucketKey(request.route);
    m_buckets[key].sent();
    m_sends.push_back(now);
    m_places.remove(request.id);
    forgetReplaceable(request);
    if (!request.replaces.isEmpty())
        m_exclusive.insert(request.replaces);
    m_underWay.insert(request.id, {request, place, key});
}

void RateLimiter::forgetReplaceable(const LimitedRequest &request)
{
    if (const auto it = m_replaceable.constFind(request.replaces);
        it != m_replaceable.cend() && *it == request.id)
        m_replaceable.erase(it);
}

std::optional<RateLimiter::UnderWay> RateLimiter::takeUnderWay(RequestId id)
{
    const auto found = m_underWay.constFind(id);
    if (found == m_underWay.cend())
        return std::nullopt;
    const UnderWay entry = *found;
    m_underWay.erase(found);
    if (!entry.request.replaces.isEmpty())
        m_exclusive.remove(entry.request.replaces);
    return entry;
}

void RateLimiter::learnBucket(const Route &route, const QByteArray &hash)
{
    if (m_hashes.value(route.name) == hash)
        return;
    const TimePoint held = m_buckets.value(bucketKey(route)).heldUntil();
    m_hashes.insert(route.name, hash);
    m_buckets[bucketKey(route)].holdUntil(held);
    for (UnderWay &entry : m_underWay) {
        if (entry.request.route.name != route.name)
            continue;
        const QByteArray key = bucketKey(entry.request.route);
        if (key == entry.bucket)
            continue;
        RateBucket old = m_buckets.value(entry.bucket);
        old.moveOneTo(m_buckets[key]);
        m_buckets.insert(entry.bucket, old);
        entry.bucket = key;
    }
}

void RateLimiter::forgetIdleBuckets(TimePoint now)
{
    if (m_buckets.size() < m_forgetAt)
        return;
    m_buckets.removeIf([now](const auto &entry) { return entry.value().isIdle(now); });
    m_forgetAt = std::max<qsizetype>(64, 2 * m_buckets.size());
}

} // namespace loopflow::discord
