// Discord's rate limits as its REST answers show them, and as it enforces them when asked to.
// Reads no clock. Spec: docs "Rate Limits"; the numbers are what the field reports.
#pragma once

#include "core/base/http.h"
#include "core/base/time.h"
#include "core/discord/id.h"

#include <QHash>

namespace loopflow::practice {

/// What the limits say about one request.
struct RateVerdict {
    Headers headers;
    bool refused = false; ///< answer 429
    bool global = false; ///< … for the bot's 50 requests a second
    double retryAfter = 0; ///< seconds
};

class RateBuckets {
public:
    /// Counts a request. `route` is "POST /channels/{}/messages", `major` its channel's id.
    /// Not `real`: the same headers with numbers that nobody reaches.
    RateVerdict take(discord::UserId account, const QByteArray &route, const QByteArray &major,
        bool real, TimePoint now);

    /// The 429 that a fault asks for.
    static RateVerdict refusal(const QByteArray &route, double retryAfter, TimePoint now);

private:
    struct Window {
        TimePoint ends;
        int used = 0;
    };
    Window count(const QByteArray &key, Milliseconds length, TimePoint now);

    QHash<QByteArray, Window> m_windows;
};

} // namespace loopflow::practice
