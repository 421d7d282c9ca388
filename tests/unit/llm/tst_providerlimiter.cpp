#include "core/llm/providerlimiter.h"

#include "tests/support/test.h"
#include "tests/unit/llm/capture.h"

#include <QTest>

using namespace loopflow;
using namespace loopflow::llm;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// 2026-11-22T12:48:41Z
constexpr TimePoint start{Milliseconds(5000), Milliseconds(1'795'351'721'000)};

qint64 heldAt(const ProviderLimiter &limiter, TimePoint now)
{
    const auto until = limiter.holdUntil(now);
    return until ? (*until - now).count() : 0;
}

} // namespace

class ProviderLimiterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void holdsAsLongAsAsked_data();
    void holdsAsLongAsAsked();
    void holdsAfterACapturedRateLimit();
    void letsGoWhenTheTimeIsOver();
    void keepsTheLongerHold();
    void letsGoAfterASuspend();
};

void ProviderLimiterTest::holdsAsLongAsAsked_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QList<QByteArray>>("headers"); // name, value, name, value …
    QTest::addColumn<qint64>("milliseconds");
    const auto row = [](const char *name, int status, const QList<QByteArray> &headers,
                         qint64 milliseconds) {
        QTest::newRow(name) << status << headers << milliseconds;
    };
    row("429", 429, {"retry-after", "2"}, 2000);
    row("429 in milliseconds", 429, {"retry-after-ms", "250"}, 250);
    row("529", 529, {"retry-after", "5"}, 5000);
    row("503", 503, {"retry-after", "5"}, 5000);
    row("a date without a Date header", 429, {"retry-after", "Sun, 22 Nov 2026 12:48:51 GMT"},
        10'000);
    row("a 429 that says nothing", 429, {}, 0);
    row("another status", 500, {"retry-after", "5"}, 0);
    row("a day", 429, {"retry-after", "86400"}, 3'600'000);
    row("Anthropic's requests", 200,
        {"anthropic-ratelimit-requests-remaining", "0", "anthropic-ratelimit-requests-reset",
            "2026-11-22T12:48:44Z"},
        3000);
    row("Anthropic's input tokens", 200,
        {"anthropic-ratelimit-input-tokens-remaining", "0",
            "anthropic-ratelimit-input-tokens-reset", "2026-11-22T12:48:42.500Z"},
        1500);
    row("some remaining", 200,
        {"anthropic-ratelimit-requests-remaining", "1", "anthropic-ratelimit-requests-reset",
            "2026-11-22T12:48:44Z"},
        0);
    row("a reset in the past", 200,
        {"anthropic-ratelimit-requests-remaining", "0", "anthropic-ratelimit-requests-reset",
            "2026-11-22T12:40:00Z"},
        0);
    row("OpenAI's requests", 200,
        {"x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", "7.66s"}, 7660);
    row("OpenAI's tokens, at most a minute", 200,
        {"x-ratelimit-remaining-tokens", "0", "x-ratelimit-reset-tokens", "6m0s"}, 60'000);
    row("OpenRouter", 200, {"X-RateLimit-Remaining", "0", "X-RateLimit-Reset", "1795351731000"},
        10'000);
    row("Unix seconds", 200, {"x-ratelimit-remaining", "0", "x-ratelimit-reset", "1795351731"},
        10'000);
    row("no reset", 200, {"x-ratelimit-remaining-requests", "0"}, 0);
    row("nonsense", 200,
        {"x-ratelimit-remaining-requests", "few", "x-ratelimit-reset-requests", "soon"}, 0);
    row("an empty reset", 200,
        {"x-ratelimit-remaining-requests", "0", "x-ratelimit-reset-requests", "soon"}, 0);
}

void ProviderLimiterTest::holdsAsLongAsAsked()
{
    QFETCH(int, status);
    QFETCH(QList<QByteArray>, headers);
    Headers sent;
    for (qsizetype i = 0; i + 1 < headers.size(); i += 2)
        sent.set(headers.at(i), headers.at(i + 1));
    ProviderLimiter limiter;
    limiter.note(status, sent, start);
    QTEST(heldAt(limiter, start), "milliseconds");
}

void ProviderLimiterTest::holdsAfterACapturedRateLimit()
{
    const auto response = test::readCapture(u"aimock/openai-ratelimit.sse"_s);
    ProviderLimiter limiter;
    limiter.note(response.status, response.headers, start);
    QCOMPARE(heldAt(limiter, start), 2000); // its Retry-After, not the tokens' six minutes
}

void ProviderLimiterTest::letsGoWhenTheTimeIsOver()
{
    ProviderLimiter limiter;
    QVERIFY(!limiter.holdUntil(start));
    limiter.note(429, {{"retry-after", "2"}}, start);
    QCOMPARE(heldAt(limiter, start + 1999ms), 1);
    QVERIFY(!limiter.holdUntil(start + 2s));
}

void ProviderLimiterTest::keepsTheLongerHold()
{
    ProviderLimiter limiter;
    limiter.note(429, {{"retry-after", "10"}}, start);
    limiter.note(429, {{"retry-after", "2"}}, start + 1s);
    limiter.note(200, {}, start + 1s);
    QCOMPARE(heldAt(limiter, start + 1s), 9000);
    limiter.note(429, {{"retry-after", "20"}}, start + 2s);
    QCOMPARE(heldAt(limiter, start + 2s), 20'000);
}

void ProviderLimiterTest::letsGoAfterASuspend()
{
    ProviderLimiter limiter;
    limiter.note(429, {{"retry-after", "50"}}, start);
    QVERIFY(!limiter.holdUntil({start.steady + 1s, start.wall + 1h}));
}

LOOPFLOW_TEST(ProviderLimiterTest)
#include "tst_providerlimiter.moc"
