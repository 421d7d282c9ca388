#include "core/discord/requestbreaker.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace loopflow::discord;
using namespace std::chrono_literals;

namespace {

TimePoint at(Milliseconds ms) { return TimePoint{1h, 1000h} + ms; }

void note(RequestBreaker &breaker, int times, int status, TimePoint now)
{
    for (int i = 0; i < times; ++i)
        breaker.note(status, false, true, now);
}

} // namespace

class RequestBreakerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void opensAtTheLimitForTenMinutes_data();
    void opensAtTheLimitForTenMinutes();
    void doesNotCountOtherAnswers_data();
    void doesNotCountOtherAnswers();
    void forgetsAnswersAfterTenMinutes();
    void startsAnewAfterItClosed();
    void opensAtOnceForTheShield_data();
    void opensAtOnceForTheShield();
    void saysWhatToDo();
    void keepsOnePerServer();
};

void RequestBreakerTest::opensAtTheLimitForTenMinutes_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("401") << 401;
    QTest::newRow("403") << 403;
    QTest::newRow("429") << 429;
}

void RequestBreakerTest::opensAtTheLimitForTenMinutes()
{
    QFETCH(int, status);
    RequestBreaker breaker;
    note(breaker, RequestBreaker::limit - 1, status, at(0ms));
    QVERIFY(!breaker.openUntil(at(0ms)));
    note(breaker, 1, status, at(1s));
    const auto until = breaker.openUntil(at(1s));
    QVERIFY(until);
    QCOMPARE(*until - at(1s), Milliseconds(10min));
    QVERIFY(breaker.openUntil(at(10min)));
    QVERIFY(!breaker.openUntil(at(10min + 1s)));
}

void RequestBreakerTest::doesNotCountOtherAnswers_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<bool>("shared");
    QTest::addColumn<bool>("json");
    QTest::newRow("success") << 200 << false << true;
    QTest::newRow("bad request") << 400 << false << true;
    QTest::newRow("not found") << 404 << false << true;
    QTest::newRow("shared limit") << 429 << true << true;
    QTest::newRow("broken gateway") << 502 << false << false;
    QTest::newRow("foreign page") << 404 << false << false;
    QTest::newRow("picture") << 200 << false << false;
}

void RequestBreakerTest::doesNotCountOtherAnswers()
{
    QFETCH(int, status);
    QFETCH(bool, shared);
    QFETCH(bool, json);
    RequestBreaker breaker;
    for (int i = 0; i < 2 * RequestBreaker::limit; ++i)
        breaker.note(status, shared, json, at(0ms));
    QVERIFY(!breaker.openUntil(at(0ms)));
}

void RequestBreakerTest::forgetsAnswersAfterTenMinutes()
{
    RequestBreaker breaker;
    note(breaker, 300, 403, at(0ms));
    note(breaker, 199, 401, at(5min));
    // The first 300 are gone: 199 and these make 499.
    note(breaker, 300, 403, at(10min));
    QVERIFY(!breaker.openUntil(at(10min)));
    note(breaker, 1, 403, at(10min));
    QVERIFY(breaker.openUntil(at(10min)));
}

void RequestBreakerTest::startsAnewAfterItClosed()
{
    RequestBreaker breaker;
    note(breaker, RequestBreaker::limit, 401, at(0ms));
    QVERIFY(breaker.openUntil(at(1s)));
    note(breaker, RequestBreaker::limit - 1, 401, at(11min));
    QVERIFY(!breaker.openUntil(at(11min)));
    note(breaker, 1, 401, at(11min));
    QVERIFY(breaker.openUntil(at(11min)));
}

void RequestBreakerTest::opensAtOnceForTheShield_data()
{
    QTest::addColumn<int>("status");
    QTest::newRow("403") << 403;
    QTest::newRow("429") << 429;
}

void RequestBreakerTest::opensAtOnceForTheShield()
{
    QFETCH(int, status);
    RequestBreaker breaker;
    breaker.note(status, false, false, at(0ms));
    const auto until = breaker.openUntil(at(0ms));
    QVERIFY(until);
    QCOMPARE(*until - at(0ms), Milliseconds(10min));
}

void RequestBreakerTest::saysWhatToDo()
{
    QVERIFY(RequestBreaker::explain().contains(QStringLiteral("ten minutes")));
    QVERIFY(RequestBreaker::explain().contains(QStringLiteral("token")));
}

void RequestBreakerTest::keepsOnePerServer()
{
    const QUrl discordApi(QStringLiteral("https://discord.com/api/v10"));
    RequestBreakers breakers;
    breakers.of(QUrl(QStringLiteral("http://127.0.0.1:4000/api/v10"))).note(403, false, false, at(0ms));
    QVERIFY(breakers.of(QUrl(QStringLiteral("http://127.0.0.1:4000/api/v9"))).openUntil(at(1s)));
    QVERIFY(!breakers.of(QUrl(QStringLiteral("http://127.0.0.1:4001/api/v10"))).openUntil(at(1s)));
    RequestBreaker &discord = breakers.of(discordApi);
    QVERIFY(!discord.openUntil(at(1s)));
    QCOMPARE(&breakers.of(QUrl(QStringLiteral("https://DISCORD.com/api/v10/"))), &discord);
    QCOMPARE(breakers.openNow(at(1s)), QStringList{QStringLiteral("127.0.0.1:4000")});
    QVERIFY(breakers.openNow(at(RequestBreaker::window)).isEmpty());
}

LOOPFLOW_TEST(RequestBreakerTest)
#include "tst_requestbreaker.moc"
