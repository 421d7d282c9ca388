// One rate-limit bucket of Discord as the headers of its answers describe it.
// Pure: knows no queue. Missing headers mean that no limit is known, never that nothing is left.
// Spec: docs "Rate Limits › Header Format"; by Reset-After and Retry-After, never by Reset.
#pragma once

#include "core/base/http.h"
#include "core/base/time.h"

#include <optional>

namespace loopflow::discord {

/// What an answer says about limits.
struct RateAnswer {
    enum class Scope {
        Bucket, ///< this bot in this bucket ("user")
        Shared, ///< the resource, for everybody; does not count against the bot
        Global, ///< everything this bot sends
    };
    QByteArray bucket; ///< the bucket's hash; empty when not said
    std::optional<int> limit; ///< requests in one window
    std::optional<int> remaining; ///< of those, after this answer
    std::optional<Milliseconds> resetAfter; ///< until the window ends
    Scope scope = Scope::Bucket;
    std::optional<Milliseconds> wait; ///< 429: until it may be sent again; none: it must not
};
RateAnswer readRateAnswer(int status, const Headers &headers, QByteArrayView body);

class RateBucket final {
public:
    void sent() { ++m_underWay; }
    void answered(const RateAnswer &answer, TimePoint now);
    /// No answer came; Discord may have counted the request all the same.
    void unanswered(TimePoint now);
    /// A request under way turned out to count in `other`.
    void moveOneTo(RateBucket &other);
    /// Nothing may go before, whatever the window says.
    void holdUntil(TimePoint at) { m_heldUntil = std::max(m_heldUntil, at); }
    TimePoint heldUntil() const { return m_heldUntil; }

    /// When the next request may go, `now` or later; none: not before something under way is answered.
    std::optional<TimePoint> opensAt(TimePoint now) const;
    /// Whether it may be forgotten: nothing under way or known, and unused for ten minutes.
    bool isIdle(TimePoint now) const;

private:
    bool windowIsOpen(TimePoint at) const { return m_resetAt && *m_resetAt > at; }
    void spendOne(TimePoint now);

    int m_underWay = 0;
    std::optional<int> m_limit;
    int m_remaining = 0; ///< in the window, not yet less what is under way
    std::optional<TimePoint> m_resetAt; ///< the window's end; none: no window is known
    TimePoint m_heldUntil;
    TimePoint m_lastUsed;
};

} // namespace loopflow::discord
