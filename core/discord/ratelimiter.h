// One bot's queue of REST requests under Discord's rate limits.
// Pure: says which request may go now and when to ask again; never sends one.
// Spec: docs "Rate Limits"; limits come from headers, never from here (but for the global 50/s).
#pragma once

#include "core/base/http.h"
#include "core/base/time.h"

#include <QList>

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
    QByteArray replaces; ///< of several waiting requests with the same key only the newest is kept (streaming edits)
};

/// Outcome of enqueue().
struct Enqueued {
    std::optional<RequestId> superseded; ///< a waiting request that this one replaced: it will never be sent
};

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

private:
    // To be filled in by its implementer.
};

} // namespace loopflow::discord
