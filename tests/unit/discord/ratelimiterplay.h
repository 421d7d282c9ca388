// A rate limiter with its clock and a transcript, and a Discord that counts, for tst_ratelimiter.
// Virtual time only; the server refuses exactly what Discord would.
#pragma once

#include "core/discord/ratelimiter.h"

#include <QMap>

namespace loopflow::discord {

inline constexpr TimePoint start{std::chrono::hours(1), std::chrono::hours(1000)};

/// Headers of a bucket with five requests in five seconds.
inline Headers bucketHeaders(const QByteArray &bucket, int remaining, const QByteArray &resetAfter = "5")
{
    return {{"X-RateLimit-Bucket", bucket}, {"X-RateLimit-Limit", "5"},
        {"X-RateLimit-Remaining", QByteArray::number(remaining)},
        {"X-RateLimit-Reset-After", resetAfter}};
}

/// A limiter, its clock, and the transcript of what it let through.
class RateLimiterPlay {
public:
    void ask(RequestId id, const QByteArray &major = "1", Priority priority = Priority::Normal,
        const QByteArray &replaces = {}, const QByteArray &name = "POST /channels/{}/messages")
    {
        const Enqueued enqueued = limiter.enqueue({id, {name, major}, priority, replaces});
        if (enqueued.superseded)
            m_lines.append(QStringLiteral("%1 replaces %2").arg(id).arg(*enqueued.superseded));
    }
    void askMany(RequestId first, RequestId last, Priority priority = Priority::Normal)
    {
        for (RequestId id = first; id <= last; ++id)
            ask(id, QByteArray::number(id), priority);
    }
    void poll()
    {
        QStringList ids;
        const QList<RequestId> ready = limiter.pollReady(now());
        for (const RequestId id : ready)
            ids.append(QString::number(id));
        if (!ids.isEmpty())
            m_lines.append(QStringLiteral("%1 ms: %2").arg(m_ms.count()).arg(ids.join(u' ')));
    }
    void at(Milliseconds ms)
    {
        m_ms = ms;
        poll();
    }
    void answer(RequestId id, const Headers &headers = {}, int status = 200, const QByteArray &body = "{}")
    {
        if (limiter.finished(id, status, headers, body, now()))
            m_lines.append(QStringLiteral("%1 again").arg(id));
        poll();
    }
    void answerMany(RequestId first, RequestId last)
    {
        for (RequestId id = first; id <= last; ++id)
            answer(id);
    }
    /// Goes from timeout to timeout until nothing more happens by itself.
    void run()
    {
        for (auto next = limiter.nextTimeout(now()); next; next = limiter.nextTimeout(now())) {
            if (m_lines.size() > 1000)
                return;
            at(std::max(m_ms, *next - start));
        }
    }
    TimePoint now() const { return start + m_ms; }
    QString transcript() const { return m_lines.join(u" | "); }

    RateLimiter limiter;

private:
    Milliseconds m_ms{0};
    QStringList m_lines;
};

/// A Discord that counts: fixed windows per channel, and 50 requests a second.
class StrictServer {
public:
    struct Answer {
        int status = 200;
        Headers headers;
        QByteArray body = "{}";
    };
    Answer take(const QByteArray &major, TimePoint now)
    {
        if (now >= m_secondEnds) {
            m_secondEnds = now + std::chrono::seconds(1);
            m_inSecond = 0;
        }
        if (++m_inSecond > 50) {
            ++globalRefusals;
            return {429, {{"X-RateLimit-Global", "true"}, {"Retry-After", "1"}}, "{}"};
        }
        Window &window = m_windows[major];
        if (now >= window.ends)
            window = {now + std::chrono::seconds(3), 0};
        const double resetAfter = static_cast<double>((window.ends - now).count()) / 1000;
        const QByteArray reset = QByteArray::number(resetAfter, 'f', 3);
        if (++window.used > 5) {
            ++refusals;
            return {429, bucketHeaders("h", 0, reset), "{\"retry_after\":" + reset + '}'};
        }
        return {200, bucketHeaders("h", 5 - window.used, reset), "{}"};
    }
    int refusals = 0;
    int globalRefusals = 0;

private:
    struct Window {
        TimePoint ends;
        int used = 0;
    };
    QMap<QByteArray, Window> m_windows;
    TimePoint m_secondEnds;
    int m_inSecond = 0;
};

} // namespace loopflow::discord
