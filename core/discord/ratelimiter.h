// One bot's queue of REST requests under Discord's rate limits.
// Pure: says which request may go now and when to ask again; never sends one.
// Spec: docs "Rate Limits"; limits come from headers, never from here (but for the global 50/s).
#pragma once

#include "core/base/http.h"
#include "core/base/time.h"
#include "core/discord/ratebucket.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <deque>
#include <map>
#include <optional>

namespace loopflow::discord {

using RequestId = quint64;

/// Where a request counts: its template ("POST /channels/{}/messages") and its major parameter's value.
struct Route {
    QByteArray name;
    QByteArray major; ///< channel, guild or webhook id; empty for none
    bool operator==(const Route &) const = default;
};

enum class Priority {
    High, ///< replies and what they wait for
    Normal,
    Low, ///< comforts such as typing; never delay the others
};

struct LimitedRequest {
    RequestId id = 0;
    Route route;
    Priority priority = Priority::Normal;
    /// Of several waiting requests with the same key only the newest is kept (streaming edits), and it waits while
    /// one of that key is under way, so that an older one never arrives last.
    QByteArray replaces;
};

/// Outcome of enqueue().
struct Enqueued {
    std::optional<RequestId> superseded; ///< a waiting request that this one replaced: it will never be sent
};

/// Within a bucket requests of one priority go in the order in which they came.
class RateLimiter final {
public:
    Enqueued enqueue(const LimitedRequest &request);
    /// Forgets a waiting request; no effect once it was handed out.
    void cancel(RequestId id);
    /// Requests to send now, in order; each counts as under way until finished() or failed().
    QList<RequestId> pollReady(TimePoint now);
    /// An answer came. Returns whether the request must be sent again as it is (429): it is then queued
    /// already, ahead of its peers.
    bool finished(RequestId id, int status, const Headers &headers, QByteArrayView body, TimePoint now);
    /// No answer came; the request is forgotten.
    void failed(RequestId id, TimePoint now);
    /// The earliest moment at which pollReady() may have something new.
    std::optional<TimePoint> nextTimeout(TimePoint now) const;
    /// How long the request must still wait for a limit that is known; zero when none holds it.
    Milliseconds waitOf(RequestId id, TimePoint now) const;

    /// How many buckets it remembers; those unused for ten minutes are forgotten.
    qsizetype bucketCount() const { return m_buckets.size(); }

private:
    /// A request's place in the queue; it keeps it over a 429.
    struct Place {
        Priority priority = Priority::Normal;
        quint64 number = 0;
        auto operator<=>(const Place &) const = default;
    };
    struct UnderWay {
        LimitedRequest request;
        Place place;
        QByteArray bucket;
    };

    QByteArray bucketKey(const Route &route) const;
    std::optional<TimePoint> readyAt(const LimitedRequest &request, TimePoint now) const;
    TimePoint paceAllows(Priority priority, TimePoint now) const;
    void insert(const LimitedRequest &request, Place place);
    void send(const LimitedRequest &request, Place place, TimePoint now);
    void forgetReplaceable(const LimitedRequest &request);
    std::optional<UnderWay> takeUnderWay(RequestId id);
    void learnBucket(const Route &route, const QByteArray &hash);
    void forgetIdleBuckets(TimePoint now);

    std::map<Place, LimitedRequest> m_waiting;
    QHash<RequestId, Place> m_places; ///< of waiting requests
    QHash<QByteArray, RequestId> m_replaceable; ///< waiting requests by what they replace
    quint64 m_enqueued = 0;

    QHash<RequestId, UnderWay> m_underWay;
    QSet<QByteArray> m_exclusive; ///< what requests under way replace
    std::deque<TimePoint> m_sends; ///< as far back as the pace looks

    QHash<QByteArray, QByteArray> m_hashes; ///< Discord's name of a route's bucket
    QHash<QByteArray, RateBucket> m_buckets;
    qsizetype m_forgetAt = 64; ///< so many buckets make it look for idle ones
    TimePoint m_heldUntil; ///< the whole bot, after a global 429
};

} // namespace loopflow::discord
