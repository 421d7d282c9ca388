#include "core/discord/ratebucket.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace loopflow::discord;
using namespace std::chrono_literals;

namespace {

TimePoint at(Milliseconds ms) { return TimePoint{1h, 1000h} + ms; }

RateAnswer window(int limit, int remaining, Milliseconds resetAfter)
{
    RateAnswer answer;
    answer.limit = limit;
    answer.remaining = remaining;
    answer.resetAfter = resetAfter;
    return answer;
}

/// When the bucket opens, in ms after at(0); -1: not before an answer.
qint64 opens(const RateBucket &bucket, Milliseconds now)
{
    const auto time = bucket.opensAt(at(now));
    return time ? (*time - at(0ms)).count() : -1;
}

void send(RateBucket &bucket, int times)
{
    for (int i = 0; i < times; ++i)
        bucket.sent();
}

} // namespace

class RateBucketTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsHeaders();
    void takesMissingHeadersForNoLimit();
    void ignoresBrokenHeaders_data();
    void ignoresBrokenHeaders();
    void waitsAsA429Says_data();
    void waitsAsA429Says();
    void neverWaitsByTheWallClock();
    void isOpenWithoutKnownLimits();
    void obeysWhatRemains();
    void countsWhatIsUnderWay();
    void waitsForAnAnswerWhenAWindowIsFullyUnderWay();
    void isNotFooledByAnswersThatOvertakeEachOther();
    void noticesTheNextWindowEarly();
    void countsRequestsWhoseAnswersSayNothing();
    void holdsOnlyForItsOwn429();
    void isForgottenWhenIdle();
};

void RateBucketTest::readsHeaders()
{
    const RateAnswer answer = readRateAnswer(200,
        {{"x-ratelimit-limit", "5"}, {"X-RateLimit-Remaining", "1"},
            {"X-RateLimit-Reset", "1470173023.123"}, {"X-RateLimit-Reset-After", "64.5704"},
            {"X-RateLimit-Bucket", "abcd1234"}},
        "[]");
    QCOMPARE(answer.bucket, QByteArray("abcd1234"));
    QCOMPARE(answer.limit, std::optional(5));
    QCOMPARE(answer.remaining, std::optional(1));
    QCOMPARE(answer.resetAfter, std::optional(Milliseconds(64571)));
    QVERIFY(!answer.wait);
    QCOMPARE(answer.scope, RateAnswer::Scope::Bucket);
}

void RateBucketTest::takesMissingHeadersForNoLimit()
{
    const RateAnswer answer = readRateAnswer(204, {}, {});
    QVERIFY(!answer.limit && !answer.remaining && !answer.resetAfter && !answer.wait);
    RateBucket bucket;
    send(bucket, 3);
    bucket.answered(answer, at(0ms));
    QCOMPARE(opens(bucket, 0ms), 0);
    // A count without its end says nothing either: one would wait for ever.
    RateAnswer endless;
    endless.remaining = 0;
    bucket.answered(endless, at(0ms));
    QCOMPARE(opens(bucket, 0ms), 0);
}

void RateBucketTest::ignoresBrokenHeaders_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"", "x", "-1", "nan", "inf", "1,5", "NaN", "-inf"})
        QTest::newRow(value) << QByteArray(value);
}

void RateBucketTest::ignoresBrokenHeaders()
{
    QFETCH(QByteArray, value);
    const RateAnswer answer = readRateAnswer(200,
        {{"X-RateLimit-Limit", value}, {"X-RateLimit-Remaining", value},
            {"X-RateLimit-Reset-After", value}},
        {});
    QVERIFY(!answer.limit && !answer.remaining && !answer.resetAfter);
}

void RateBucketTest::waitsAsA429Says_data()
{
    using Scope = RateAnswer::Scope;
    QTest::addColumn<Headers>("headers");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("wait"); // ms; -1: must not be sent again
    QTest::addColumn<int>("scope");
    const auto row = [](const char *name, const Headers &headers, const QByteArray &body, int wait,
                         Scope scope) {
        QTest::newRow(name) << headers << body << wait << static_cast<int>(scope);
    };
    row("body is longer", {{"Retry-After", "1"}}, R"({"retry_after":1.336,"global":false})", 1436,
        Scope::Bucket);
    row("header is longer", {{"Retry-After", "2"}}, R"({"retry_after":1.336})", 2100, Scope::Bucket);
    row("user scope", {{"Retry-After", "2"}, {"X-RateLimit-Scope", "user"}}, "{}", 2100, Scope::Bucket);
    row("shared", {{"Retry-After", "3"}, {"X-RateLimit-Scope", "shared"}}, R"({"retry_after":3})", 3100,
        Scope::Shared);
    row("global header", {{"X-RateLimit-Global", "true"}}, R"({"retry_after":0.5})", 600, Scope::Global);
    row("global scope", {{"Retry-After", "1"}, {"X-RateLimit-Scope", "global"}}, "{}", 1100,
        Scope::Global);
    row("global body", {}, R"({"retry_after":64.57,"global":true})", 64670, Scope::Global);
    row("only the window", {{"X-RateLimit-Reset-After", "4"}}, "{}", 4100, Scope::Bucket);
    row("no hint", {}, R"({"message":"slow"})", 5100, Scope::Bucket);
    row("shield with hint", {{"Retry-After", "30"}}, "<html>", 30100, Scope::Global);
    row("shield without hint", {}, "error code: 1015", -1, Scope::Global);
    row("endless", {{"Retry-After", "1e300"}}, "{}", 604800100, Scope::Bucket);
    row("negative", {{"Retry-After", "-5"}}, R"({"retry_after":-1})", 5100, Scope::Bucket);
}

void RateBucketTest::waitsAsA429Says()
{
    QFETCH(Headers, headers);
    QFETCH(QByteArray, body);
    QFETCH(int, wait);
    QFETCH(int, scope);
    const RateAnswer answer = readRateAnswer(429, headers, body);
    QCOMPARE(answer.wait ? static_cast<int>(answer.wait->count()) : -1, wait);
    QCOMPARE(static_cast<int>(answer.scope), scope);
}

void RateBucketTest::neverWaitsByTheWallClock()
{
    // Reset is far off, because this computer's clock is wrong; Reset-After is right.
    RateBucket bucket;
    bucket.sent();
    bucket.answered(readRateAnswer(200,
                        {{"X-RateLimit-Limit", "1"}, {"X-RateLimit-Remaining", "0"},
                            {"X-RateLimit-Reset", "9999999999"}, {"X-RateLimit-Reset-After", "2"}},
                        {}),
        at(0ms));
    QCOMPARE(opens(bucket, 0ms), 2000);
}

void RateBucketTest::isOpenWithoutKnownLimits()
{
    RateBucket bucket;
    QCOMPARE(opens(bucket, 0ms), 0);
    send(bucket, 100);
    QCOMPARE(opens(bucket, 5ms), 5);
}

void RateBucketTest::obeysWhatRemains()
{
    RateBucket bucket;
    bucket.sent();
    bucket.answered(window(3, 2, 5s), at(0ms));
    QCOMPARE(opens(bucket, 0ms), 0);
    bucket.sent();
    bucket.answered(window(3, 1, 4s), at(1s));
    bucket.sent();
    bucket.answered(window(3, 0, 3s), at(2s));
    QCOMPARE(opens(bucket, 2s), 5000);
    QCOMPARE(opens(bucket, 4999ms), 5000);
    QCOMPARE(opens(bucket, 5s), 5000);
    QCOMPARE(opens(bucket, 9s), 9000);
}

void RateBucketTest::countsWhatIsUnderWay()
{
    RateBucket bucket;
    bucket.sent();
    bucket.answered(window(5, 3, 5s), at(0ms));
    send(bucket, 2);
    QCOMPARE(opens(bucket, 1ms), 1);
    bucket.sent();
    QCOMPARE(opens(bucket, 1ms), 5000);
}

void RateBucketTest::waitsForAnAnswerWhenAWindowIsFullyUnderWay()
{
    RateBucket bucket;
    bucket.sent();
    bucket.answered(window(2, 1, 1s), at(0ms));
    // The window is over; two may go into the next one, whose end nobody knows yet.
    send(bucket, 2);
    QCOMPARE(opens(bucket, 1500ms), -1);
    bucket.answered(window(2, 1, 1s), at(1600ms));
    QCOMPARE(opens(bucket, 1600ms), 2600);
    bucket.answered(window(2, 0, 900ms), at(1700ms));
    QCOMPARE(opens(bucket, 1700ms), 2600);
}

void RateBucketTest::isNotFooledByAnswersThatOvertakeEachOther()
{
    RateBucket bucket;
    send(bucket, 2);
    bucket.answered(window(5, 0, 5s), at(0ms));
    bucket.answered(window(5, 1, 5s), at(20ms));
    QCOMPARE(opens(bucket, 20ms), 5020);
}

void RateBucketTest::noticesTheNextWindowEarly()
{
    RateBucket bucket;
    send(bucket, 2);
    bucket.answered(window(5, 0, 100ms), at(0ms));
    // The other request reached Discord after the window's end, a little before we counted on it.
    bucket.answered(window(5, 4, 5s), at(50ms));
    QCOMPARE(opens(bucket, 50ms), 50);
}

void RateBucketTest::countsRequestsWhoseAnswersSayNothing()
{
    RateBucket bucket;
    bucket.sent();
    bucket.answered(window(5, 2, 5s), at(0ms));
    send(bucket, 2);
    bucket.unanswered(at(10ms));
    bucket.answered(RateAnswer(), at(20ms));
    QCOMPARE(opens(bucket, 20ms), 5000);
}

void RateBucketTest::holdsOnlyForItsOwn429()
{
    RateBucket bucket;
    send(bucket, 3);
    RateAnswer refused = window(5, 4, 60s);
    refused.wait = 2s;
    refused.scope = RateAnswer::Scope::Global;
    bucket.answered(refused, at(0ms));
    QCOMPARE(opens(bucket, 0ms), 0);
    refused.scope = RateAnswer::Scope::Shared;
    bucket.answered(refused, at(0ms));
    QCOMPARE(opens(bucket, 0ms), 2000);
    refused = window(5, 0, 1s);
    refused.wait = 3s;
    bucket.answered(refused, at(0ms));
    QCOMPARE(opens(bucket, 0ms), 3000);
    QCOMPARE(opens(bucket, 2500ms), 3000);
}

void RateBucketTest::isForgottenWhenIdle()
{
    RateBucket bucket;
    bucket.sent();
    QVERIFY(!bucket.isIdle(at(1h)));
    bucket.answered(window(5, 4, 20min), at(0ms));
    QVERIFY(!bucket.isIdle(at(5min)));
    QVERIFY(!bucket.isIdle(at(15min)));
    QVERIFY(bucket.isIdle(at(20min)));
    bucket.holdUntil(at(30min));
    QVERIFY(!bucket.isIdle(at(25min)));
    QVERIFY(bucket.isIdle(at(30min)));
}

LOOPFLOW_TEST(RateBucketTest)
#include "tst_ratebucket.moc"
