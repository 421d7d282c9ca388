#include "core/practice/ratebuckets.h"
#include "tests/support/test.h"

using namespace loopflow;
using namespace loopflow::practice;

namespace {

TimePoint at(int ms)
{
    return TimePoint{Milliseconds(1000), Milliseconds(1800000000000)} + Milliseconds(ms);
}

const QByteArray post = "POST /channels/{}/messages";
constexpr discord::UserId bot{1};

} // namespace

class RateBucketsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void refusesTheSixthMessageInFiveSeconds()
    {
        RateBuckets buckets;
        for (int i = 0; i < 5; ++i) {
            const RateVerdict verdict = buckets.take(bot, post, "9", true, at(i * 100));
            QVERIFY(!verdict.refused);
            QCOMPARE(verdict.headers.value("X-RateLimit-Limit"), "5");
            QCOMPARE(verdict.headers.value("X-RateLimit-Remaining").toInt(), 4 - i);
        }
        const RateVerdict refused = buckets.take(bot, post, "9", true, at(1500));
        QVERIFY(refused.refused && !refused.global);
        QCOMPARE(refused.retryAfter, 3.5);
        QCOMPARE(refused.headers.value("X-RateLimit-Reset-After"), "3.500");
        QCOMPARE(refused.headers.value("X-RateLimit-Reset"), "1800000005.000");
        QCOMPARE(refused.headers.value("Retry-After"), "4");
        QCOMPARE(refused.headers.value("X-RateLimit-Scope"), "user");
        QVERIFY(!buckets.take(bot, post, "9", true, at(5000)).refused);
    }

    void keepsChannelsAndBotsApart()
    {
        RateBuckets buckets;
        for (int i = 0; i < 5; ++i)
            buckets.take(bot, post, "9", true, at(0));
        QVERIFY(buckets.take(bot, post, "9", true, at(1100)).refused);
        QVERIFY(!buckets.take(bot, post, "8", true, at(1100)).refused);
        QVERIFY(!buckets.take({2}, post, "9", true, at(1100)).refused);
    }

    void namesOneBucketForAllChannels()
    {
        RateBuckets buckets;
        const auto bucket = [&](const QByteArray &route, const QByteArray &major) {
            return buckets.take(bot, route, major, true, at(0)).headers.value("X-RateLimit-Bucket");
        };
        QCOMPARE(bucket(post, "9"), bucket(post, "8"));
        QVERIFY(bucket(post, "9") != bucket("GET /channels/{}/messages", "9"));
    }

    void refusesTheFiftyFirstRequestInASecond()
    {
        RateBuckets buckets;
        for (int i = 0; i < 50; ++i)
            QVERIFY(
                !buckets.take(bot, "GET /channels/{}", QByteArray::number(i), true, at(0)).refused);
        const RateVerdict refused = buckets.take(bot, "GET /channels/{}", "50", true, at(250));
        QVERIFY(refused.refused && refused.global);
        QCOMPARE(refused.retryAfter, 0.75);
        QCOMPARE(refused.headers.value("X-RateLimit-Scope"), "global");
        QCOMPARE(refused.headers.value("X-RateLimit-Global"), "true");
    }

    void showsTheSameHeadersWhereItIsGenerous()
    {
        RateBuckets buckets;
        for (int i = 0; i < 1000; ++i) {
            const RateVerdict verdict = buckets.take(bot, post, "9", false, at(0));
            QVERIFY(!verdict.refused);
            QCOMPARE(verdict.headers.lines().size(), 5);
        }
    }

    void refusesWhenAFaultAsksForIt()
    {
        const RateVerdict verdict = RateBuckets::refusal(post, 0.5, at(0));
        QVERIFY(verdict.refused);
        QCOMPARE(verdict.retryAfter, 0.5);
        QCOMPARE(verdict.headers.value("X-RateLimit-Remaining"), "0");
        QCOMPARE(verdict.headers.value("Retry-After"), "1");
    }
};

LOOPFLOW_TEST(RateBucketsTest)
#include "tst_ratebuckets.moc"
