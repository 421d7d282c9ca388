// Counts invalid requests (401, 403, 429) over all mates of a server and stops them long before Discord bans this address.
// Discord's limit: 10,000 in 10 minutes per address (docs "Rate Limits › Invalid Request Limit").
#pragma once

#include "core/base/time.h"

#include <QStringList>
#include <QUrl>

#include <deque>
#include <map>
#include <optional>

namespace loopflow::discord {

class RequestBreaker final {
public:
    /// Opens after this many invalid answers in ten minutes.
    static constexpr int limit = 500;
    static constexpr Milliseconds window = std::chrono::minutes(10); ///< counted over, and stays open for

    /// Notes an answer. `sharedScope`: X-RateLimit-Scope was "shared", which Discord does not count.
    /// `isJson`: false for the HTML that Discord's shield answers; such a 403 or 429 opens the breaker at once.
    void note(int status, bool sharedScope, bool isJson, TimePoint now);
    /// Until when no mate may send a request; none while closed.
    std::optional<TimePoint> openUntil(TimePoint now) const;
    /// The sentence for people while it is open.
    static QString explain();

private:
    void open(TimePoint now);

    std::deque<TimePoint> m_invalid; ///< of the last ten minutes, oldest first
    std::optional<TimePoint> m_openUntil;
};

/// One breaker per server: what a private server refuses must not stop mates on discord.com.
class RequestBreakers final {
public:
    /// The breaker of this API's host and port. Stays where it is as long as this object.
    RequestBreaker &of(const QUrl &api);
    /// The servers (host and port) whose mates rest now.
    QStringList openNow(TimePoint now) const;

private:
    std::map<QString, RequestBreaker> m_breakers; ///< by authority
};

} // namespace loopflow::discord
