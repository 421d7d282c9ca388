#include "tests/unit/discord/ratelimiterplay.h"

#include "tests/support/test.h"

#include <QRandomGenerator>
#include <QSet>

using namespace loopflow;
using namespace loopflow::discord;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class RateLimiterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void sendsAtOnceWhatNoLimitHolds();
    void obeysABucketOnceItIsKnown();
    void keepsBucketsOfDifferentChannelsApart();
    void sharesABucketBetweenRoutesOfOneHash();
    void countsWhatWasSentBeforeTheHashWasKnown();
    void sendsA429AgainFirst();
    void keepsTheOrderOfSeveral429s();
    void holdsTheWholeBotAfterAGlobal429();
    void holdsOneChannelAfterAShared429();
    void leavesTheShieldsRefusalToTheBreaker();
    void keepsTheGlobalPace();
    void letsRepliesPassComforts();
    void keepsRoomForRepliesBesideComforts();
    void keepsTheOrderWithinABucket();
    void keepsOnlyTheNewestOfItsKind();
    void letsNoOlderEditArriveLast();
    void keepsAReplacementsPlaceInTheQueue();
    void forgetsCancelledRequests();
    void goesOnAfterRequestsWithoutAnAnswer();
    void ignoresAnswersToUnknownRequests();
    void tellsHowLongARequestWaits();
    void forgetsIdleBuckets();
    void losesNothingOnAStrictServer_data();
    void losesNothingOnAStrictServer();
};

void RateLimiterTest::sendsAtOnceWhatNoLimitHolds()
{
    RateLimiterPlay play;
    QVERIFY(!play.limiter.nextTimeout(start));
    play.ask(1);
    play.ask(2);
    play.ask(3, "2");
    QCOMPARE(play.limiter.nextTimeout(start), std::optional(start));
    play.poll();
    QVERIFY(!play.limiter.nextTimeout(start));
    QCOMPARE(play.transcript(), u"0 ms: 1 2 3"_s);
}

void RateLimiterTest::obeysABucketOnceItIsKnown()
{
    RateLimiterPlay play;
    play.ask(1);
    play.poll();
    play.answer(1, bucketHeaders("h", 2));
    for (RequestId id = 2; id <= 9; ++id)
        play.ask(id);
    play.poll();
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1 | 0 ms: 2 3 | 5000 ms: 4 5 6"_s);
    // 2 and 3 are still under way: with 4, 5 and 6 they fill the second window.
    play.answer(2, bucketHeaders("h", 1, "0.1"));
    play.answer(3, bucketHeaders("h", 0, "0.1"));
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1 | 0 ms: 2 3 | 5000 ms: 4 5 6 | 5100 ms: 7 8"_s);
}

void RateLimiterTest::keepsBucketsOfDifferentChannelsApart()
{
    RateLimiterPlay play;
    play.ask(1, "A");
    play.poll();
    play.answer(1, bucketHeaders("h", 0));
    play.ask(2, "A");
    play.ask(3, "B");
    play.poll();
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1 | 0 ms: 3 | 5000 ms: 2"_s);
}

void RateLimiterTest::sharesABucketBetweenRoutesOfOneHash()
{
    RateLimiterPlay play;
    play.ask(1, "A", Priority::Normal, {}, "PUT /x");
    play.ask(2, "A", Priority::Normal, {}, "DELETE /x");
    play.poll();
    play.answer(1, bucketHeaders("h", 4));
    play.answer(2, bucketHeaders("h", 0));
    play.ask(3, "A", Priority::Normal, {}, "PUT /x");
    play.ask(4, "A", Priority::Normal, {}, "GET /y");
    play.poll();
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1 2 | 0 ms: 4 | 5000 ms: 3"_s);
}

void RateLimiterTest::countsWhatWasSentBeforeTheHashWasKnown()
{
    RateLimiterPlay play;
    for (RequestId id = 1; id <= 3; ++id)
        play.ask(id);
    play.poll();
    play.answer(1, bucketHeaders("h", 4));
    for (RequestId id = 4; id <= 8; ++id)
        play.ask(id);
    play.poll();
    QCOMPARE(play.transcript(), u"0 ms: 1 2 3 | 0 ms: 4 5"_s);
}

void RateLimiterTest::sendsA429AgainFirst()
{
    RateLimiterPlay play;
    play.ask(1);
    play.poll();
    play.ask(2);
    play.at(10ms);
    play.answer(1, {{"X-RateLimit-Scope", "user"}, {"Retry-After", "2"}}, 429, R"({"retry_after":1.8})");
    play.ask(3);
    play.answer(2, {{"X-RateLimit-Scope", "user"}, {"Retry-After", "1"}}, 429);
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1 | 10 ms: 2 | 1 again | 2 again | 2110 ms: 1 2 3"_s);
}

void RateLimiterTest::keepsTheOrderOfSeveral429s()
{
    RateLimiterPlay play;
    for (RequestId id = 1; id <= 3; ++id)
        play.ask(id);
    play.poll();
    const Headers refused{{"X-RateLimit-Scope", "user"}, {"Retry-After", "1"}};
    play.answer(3, refused, 429);
    play.answer(1, refused, 429);
    play.answer(2, refused, 429);
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1 2 3 | 3 again | 1 again | 2 again | 1100 ms: 1 2 3"_s);
}

void RateLimiterTest::holdsTheWholeBotAfterAGlobal429()
{
    RateLimiterPlay play;
    play.ask(1, "A");
    play.poll();
    play.answer(1, {{"X-RateLimit-Global", "true"}}, 429, R"({"retry_after":3,"global":true})");
    play.ask(2, "B");
    play.ask(3, "C", Priority::High);
    play.poll();
    QCOMPARE(play.limiter.waitOf(3, play.now()), Milliseconds(3100));
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1 | 1 again | 3100 ms: 3 1 2"_s);
}

void RateLimiterTest::holdsOneChannelAfterAShared429()
{
    RateLimiterPlay play;
    play.ask(1, "A");
    play.poll();
    Headers shared = bucketHeaders("h", 4);
    shared.set("X-RateLimit-Scope", "shared");
    shared.set("Retry-After", "2");
    play.answer(1, shared, 429, R"({"retry_after":2})");
    play.ask(2, "B");
    play.poll();
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1 | 1 again | 0 ms: 2 | 2100 ms: 1"_s);
}

void RateLimiterTest::leavesTheShieldsRefusalToTheBreaker()
{
    RateLimiterPlay play;
    play.ask(1);
    play.poll();
    play.answer(1, {}, 429, "<html>error code: 1015</html>");
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1"_s);
    // With a time it is only a wait, for everything this bot sends.
    play.ask(2, "A");
    play.poll();
    play.answer(2, {{"Retry-After", "9"}}, 429, "<html></html>");
    play.ask(3, "B");
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1 | 0 ms: 2 | 2 again | 9100 ms: 2 3"_s);
}

void RateLimiterTest::keepsTheGlobalPace()
{
    RateLimiter limiter;
    for (RequestId id = 1; id <= 200; ++id)
        limiter.enqueue({id, {"GET /x", QByteArray::number(id)}, Priority::Normal, {}});
    QMap<qint64, qsizetype> sent;
    for (Milliseconds ms = 0ms; ms < 10s; ms += 100ms) {
        const QList<RequestId> ready = limiter.pollReady(start + ms);
        if (!ready.isEmpty())
            sent[ms.count()] = ready.size();
        for (const RequestId id : ready)
            limiter.finished(id, 200, {}, {}, start + ms);
    }
    const QMap<qint64, qsizetype> expected{{0, 45}, {1100, 45}, {2200, 45}, {3300, 45}, {4400, 20}};
    QCOMPARE(sent, expected);
}

void RateLimiterTest::letsRepliesPassComforts()
{
    RateLimiterPlay play;
    play.ask(1, "A", Priority::Low);
    play.ask(2, "A", Priority::Normal);
    play.ask(3, "A", Priority::High);
    play.ask(4, "A", Priority::High);
    play.poll();
    QCOMPARE(play.transcript(), u"0 ms: 3 4 2 1"_s);
}

void RateLimiterTest::keepsRoomForRepliesBesideComforts()
{
    RateLimiterPlay play;
    play.askMany(1, 60, Priority::Low);
    QCOMPARE(play.limiter.pollReady(start).size(), 35);
    play.askMany(101, 112, Priority::High);
    QCOMPARE(play.limiter.pollReady(start).size(), 10);
    QCOMPARE(*play.limiter.nextTimeout(start) - start, Milliseconds(1100));
    // The replies left over go before the comforts.
    QCOMPARE(play.limiter.pollReady(start + 1100ms).first(), RequestId(111));
}

void RateLimiterTest::keepsTheOrderWithinABucket()
{
    RateLimiterPlay play;
    play.ask(1);
    play.poll();
    play.answer(1, bucketHeaders("h", 0, "1"));
    play.ask(2, "1", Priority::Normal);
    play.ask(3, "1", Priority::High);
    play.ask(4, "1", Priority::Normal);
    play.ask(5, "1", Priority::High);
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1 | 1000 ms: 3 5 2 4"_s);
}

void RateLimiterTest::keepsOnlyTheNewestOfItsKind()
{
    RateLimiterPlay play;
    play.ask(1);
    play.poll();
    play.answer(1, bucketHeaders("h", 0, "1"));
    play.ask(2, "1", Priority::Normal, "edit 7");
    play.ask(3, "1", Priority::Normal, "edit 8");
    play.ask(4, "1", Priority::Normal, "edit 7");
    play.ask(5, "1", Priority::Normal, "edit 7");
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1 | 4 replaces 2 | 5 replaces 4 | 1000 ms: 5 3"_s);
}

void RateLimiterTest::letsNoOlderEditArriveLast()
{
    RateLimiterPlay play;
    play.ask(1, "1", Priority::Normal, "edit 7");
    play.poll();
    play.ask(2, "1", Priority::Normal, "edit 7");
    play.poll();
    QVERIFY(!play.limiter.nextTimeout(play.now()));
    // The older one comes back and still goes first.
    play.answer(1, {{"X-RateLimit-Scope", "user"}, {"Retry-After", "1"}}, 429);
    play.ask(3, "1", Priority::Normal, "edit 7");
    play.run();
    play.answer(1);
    QCOMPARE(play.transcript(), u"0 ms: 1 | 1 again | 3 replaces 2 | 1100 ms: 1 | 1100 ms: 3"_s);
}

void RateLimiterTest::keepsAReplacementsPlaceInTheQueue()
{
    RateLimiterPlay play;
    play.ask(1);
    play.poll();
    play.answer(1, bucketHeaders("h", 0, "1"));
    play.ask(2, "1", Priority::Normal, "edit 7");
    play.ask(3);
    play.ask(4, "1", Priority::Normal, "edit 7");
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1 | 4 replaces 2 | 1000 ms: 4 3"_s);
}

void RateLimiterTest::forgetsCancelledRequests()
{
    RateLimiterPlay play;
    play.ask(1);
    play.ask(2, "1", Priority::Normal, "edit 7");
    play.limiter.cancel(2);
    play.limiter.cancel(99);
    play.ask(3, "1", Priority::Normal, "edit 7");
    play.poll();
    // Too late: it is under way and its answer still counts.
    play.limiter.cancel(1);
    play.answer(1, bucketHeaders("h", 0));
    play.ask(4);
    play.poll();
    QCOMPARE(play.transcript(), u"0 ms: 1 3"_s);
}

void RateLimiterTest::goesOnAfterRequestsWithoutAnAnswer()
{
    RateLimiterPlay play;
    play.ask(1);
    play.poll();
    play.answer(1, bucketHeaders("h", 1));
    play.ask(2, "1", Priority::Normal, "edit 7");
    play.poll();
    play.limiter.failed(2, play.now());
    play.limiter.failed(2, play.now());
    play.ask(3, "1", Priority::Normal, "edit 7");
    play.run();
    QCOMPARE(play.transcript(), u"0 ms: 1 | 0 ms: 2 | 5000 ms: 3"_s);
}

void RateLimiterTest::ignoresAnswersToUnknownRequests()
{
    RateLimiterPlay play;
    QVERIFY(!play.limiter.finished(5, 429, {{"Retry-After", "9"}}, "{}", start));
    play.ask(1);
    play.poll();
    QCOMPARE(play.transcript(), u"0 ms: 1"_s);
}

void RateLimiterTest::tellsHowLongARequestWaits()
{
    RateLimiterPlay play;
    play.ask(1);
    play.poll();
    play.answer(1, bucketHeaders("h", 0, "4"));
    play.ask(2);
    play.at(1s);
    QCOMPARE(play.limiter.waitOf(2, play.now()), Milliseconds(3s));
    QCOMPARE(play.limiter.waitOf(1, play.now()), Milliseconds(0));
    play.at(4s);
    QCOMPARE(play.limiter.waitOf(2, play.now()), Milliseconds(0));
    QCOMPARE(play.transcript(), u"0 ms: 1 | 4000 ms: 2"_s);
}

void RateLimiterTest::forgetsIdleBuckets()
{
    RateLimiter limiter;
    TimePoint now = start;
    for (RequestId id = 1; id <= 5000; ++id) {
        limiter.enqueue({id, {"GET /x", QByteArray::number(id)}, Priority::Normal, {}});
        QCOMPARE(limiter.pollReady(now).size(), 1);
        limiter.finished(id, 200, bucketHeaders("h", 4), "{}", now);
        now = now + 6s;
    }
    // A hundred channels in ten minutes; twice as many before it looks again.
    QVERIFY2(limiter.bucketCount() < 300, QByteArray::number(limiter.bucketCount()).constData());
}

void RateLimiterTest::losesNothingOnAStrictServer_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 8; ++seed)
        QTest::addRow("%d", seed) << seed;
}

/// Random requests and travel times: every request is answered once, in order within its channel, few are refused,
/// and nextTimeout() neither stalls nor spins.
void RateLimiterTest::losesNothingOnAStrictServer()
{
    QFETCH(int, seed);
    QRandomGenerator random(static_cast<quint32>(seed));
    RateLimiter limiter;
    StrictServer server;
    struct Travelling {
        RequestId id;
        StrictServer::Answer answer;
    };
    std::multimap<TimePoint, Travelling> answers;
    QMap<RequestId, QByteArray> channels;
    QMap<QByteArray, RequestId> lastSent;
    QSet<RequestId> refused;
    constexpr RequestId count = 400;
    for (RequestId id = 1; id <= count; ++id) {
        channels[id] = QByteArray::number(id % 8);
        limiter.enqueue({id, {"POST /m", channels[id]}, Priority::Normal, {}});
    }
    TimePoint now = start;
    RequestId done = 0;
    int steps = 0;
    for (; done < count && steps < 5000; ++steps) {
        for (const RequestId id : limiter.pollReady(now)) {
            if (!refused.contains(id))
                QVERIFY(id > lastSent.value(channels[id]));
            lastSent[channels[id]] = std::max(id, lastSent.value(channels[id]));
            const Milliseconds travel(20 + random.bounded(80));
            answers.insert({now + travel + travel, {id, server.take(channels[id], now + travel)}});
        }
        const auto timeout = limiter.nextTimeout(now);
        QVERIFY(!timeout || *timeout > now);
        QVERIFY(timeout || !answers.empty());
        if (!answers.empty() && (!timeout || answers.begin()->first <= *timeout)) {
            const auto [at, arrived] = *answers.begin();
            answers.erase(answers.begin());
            now = at;
            const bool again = limiter.finished(
                arrived.id, arrived.answer.status, arrived.answer.headers, arrived.answer.body, now);
            QCOMPARE(again, arrived.answer.status == 429);
            if (again)
                refused.insert(arrived.id);
            else
                ++done;
        } else {
            now = *timeout;
        }
    }
    QCOMPARE(done, count);
    QCOMPARE(server.globalRefusals, 0);
    // Only the first burst, before any limit was known, may be refused.
    QVERIFY2(server.refusals <= 45, QByteArray::number(server.refusals).constData());
    // Fifty requests in each channel, five in three seconds.
    QVERIFY(now - start < 35s);
}

LOOPFLOW_TEST(RateLimiterTest)
#include "tst_ratelimiter.moc"
