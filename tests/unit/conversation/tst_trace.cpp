#include "core/conversation/trace.h"
#include "core/conversation/textless.h"
#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

struct Moment {
    double second;
    TurnEvent event;
};

TurnStarted asking(int mergeWaitMs = 0)
{
    TurnStarted started = setup({message(0, ana, u"hi"_s)});
    started.mergeWaitMs = mergeWaitMs;
    return started;
}

Trace traced(const QList<Moment> &moments)
{
    Trace trace;
    qint64 seq = 0;
    for (const Moment &moment : moments)
        trace.apply({++seq, at(moment.second), {MateId{1}, dm}, TurnId{1}, moment.event});
    return trace;
}

/// "history 0-84 slow", "posted not yet"
QString lineOf(const TraceStep &step, bool slowest)
{
    QString line = nameOf(step.kind);
    line += step.beginMs < 0 ? u" not yet"_s
        : step.isOver()      ? u" %1-%2"_s.arg(step.beginMs).arg(step.endMs)
                             : u" %1-"_s.arg(step.beginMs);
    if (step.failed)
        line += u" failed"_s;
    return slowest ? line + u" slow"_s : line;
}

QStringList linesOf(const Trace &trace)
{
    const QList<TraceStep> steps = trace.steps();
    QStringList lines;
    for (qsizetype i = 0; i < steps.size(); ++i)
        lines << lineOf(steps[i], i == Trace::slowest(steps));
    return lines;
}

ResponseCompleted replied(const QString &text)
{
    ResponseCompleted done;
    done.reply.text = text;
    done.reply.usage.input = 1204;
    done.reply.usage.output = 96;
    done.price.input = 3;
    done.price.output = 15;
    return done;
}

RequestFailed refused(bool retryable)
{
    RequestFailed failed;
    failed.error = {ErrorCode::Unavailable, u"Overloaded."_s};
    failed.retryable = retryable;
    return failed;
}

const Error networkError{ErrorCode::Unreachable, u"No network."_s};

} // namespace

class TraceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyStepIsABar_data();
    void everyStepIsABar();
    void aRetryIsCounted();
    void totalsAreThoseOfTheNewestAnswer();
    void keepsEveryRequestWithItsHistory();
    void saysWhyItAnswered_data();
    void saysWhyItAnswered();
    void isTheSameAtEveryPrefixAsWhenItWasThere();
    void whatComesBeforeTheStartIsNotFolded();
    void absurdTimesStayOnTheAxis_data();
    void absurdTimesStayOnTheAxis();
    void absurdWaitsStayOnTheAxis();
    void withoutTextTheStepsAreTheSame();
};

void TraceTest::everyStepIsABar_data()
{
    QTest::addColumn<QList<Moment>>("moments");
    QTest::addColumn<QString>("lines");
    const QList<Moment> good{{0, asking()}, {0.084, HistoryFetched{}}, {0.1, RequestSent{}}, {0.71, DeltaReceived{u"a"_s, false}},
        {1.4, replied(u"ab"_s)}, {1.5, PartPosted{0, {1}, false}}, {1.5, TurnFinished{}}};
    QTest::newRow("all went well") << good
                                   << u"received 0-0, history 0-84, request 84-100, first token 100-710, "
                                      "last token 710-1400 slow, posted 1400-1500"_s;
    QTest::newRow("streaming") << good.first(4)
                               << u"received 0-0, history 0-84, request 84-100, first token 100-710 slow, "
                                  "last token 710-, posted not yet"_s;
    QTest::newRow("just begun") << good.first(1)
                                << u"received 0-0, history 0-, request not yet, first token not yet, last token not yet, "
                                   "posted not yet"_s;
    QTest::newRow("a wait for more messages")
        << QList<Moment>{{0, asking(1500)}, {1.6, HistoryFetched{}}, {1.6, TurnCancelled{u"Stopped."_s}}}
        << u"received 0-0, wait 0-1500 slow, history 1500-1600"_s;
    QTest::newRow("thinking first")
        << QList<Moment>{{0, asking()}, {0.1, HistoryFetched{}}, {0.1, RequestSent{}}, {0.5, DeltaReceived{{}, true}},
               {0.9, DeltaReceived{{}, true}}, {2, DeltaReceived{u"a"_s, false}}}
        << u"received 0-0, history 0-100, request 100-100, first token 100-500, thinking 500-2000 slow, last token 2000-, "
           "posted not yet"_s;
    QTest::newRow("a retry")
        << QList<Moment>{{0, asking()}, {0.1, HistoryFetched{}}, {0.2, RequestSent{}}, {0.4, refused(true)}, {2.4, RequestSent{2, {}, {}, 0, 0}},
               {2.5, DeltaReceived{u"a"_s, false}}}
        << u"received 0-0, history 0-100, request 100-200, first token 200-400 failed, retry 400-2400 slow, "
           "first token 2400-2500, last token 2500-, posted not yet"_s;
    QTest::newRow("a failure and its notice")
        << QList<Moment>{{0, asking()}, {0.1, HistoryFetched{}}, {0.2, RequestSent{}}, {0.4, refused(false)},
               {0.5, NoticePosted{{5}, u"sorry"_s}}, {0.5, TurnFailed{u"model"_s, {ErrorCode::Unavailable, u"Overloaded."_s}}}}
        << u"received 0-0, history 0-100, request 100-200, first token 200-400 failed slow, posted 400-500"_s;
    QTest::newRow("a rate limit of the model")
        << QList<Moment>{{0, asking()}, {0.1, HistoryFetched{}}, {0.2, RequestSent{}}, {0.2, RateLimited{u"model"_s, 3000}},
               {3.5, DeltaReceived{u"a"_s, false}}}
        << u"received 0-0, history 0-100, request 100-200, rate limit 200-3200 slow, first token 3200-3500, last token 3500-, "
           "posted not yet"_s;
    QTest::newRow("a rate limit between two pages")
        << QList<Moment>{{0, asking()}, {0.1, RateLimited{u"history"_s, 400}}, {0.7, HistoryFetched{}}}
        << u"received 0-0, history 0-100, rate limit 100-500 slow, history 500-700, request 700-, first token not yet, "
           "last token not yet, posted not yet"_s;
    QTest::newRow("a restart")
        << QList<Moment>{{0, asking()}, {0.1, HistoryFetched{}}, {0.2, RequestSent{}}, {0.4, TurnRestarted{{message(1, ana, u"hi!"_s)}, RestartReason::Edited}},
               {0.5, HistoryFetched{}}}
        << u"received 0-0, history 0-100, request 100-200, first token 200-400 slow, restart 400-400, history 400-500, "
           "request 500-, first token not yet, last token not yet, posted not yet"_s;
    TurnStarted again = asking();
    again.draft = Draft{{u"a"_s, u"b"_s}, 1, false};
    again.draftMayBePosted = true;
    QTest::newRow("a reply from before a crash")
        << QList<Moment>{{0, again}, {0.3, HistoryFetched{HistoryPurpose::Verify, {}, false}}, {0.4, PartPosted{0, {1}, false}},
               {0.6, PartPosted{1, {2}, false}}, {0.6, TurnFinished{}}}
        << u"received 0-0, verify 0-300 slow, posted 300-600"_s;
    QTest::newRow("a post that may have arrived")
        << QList<Moment>{{0, again}, {0.3, HistoryFetched{HistoryPurpose::Verify, {}, false}},
               {0.4, WriteFailed{WriteStage::Post, networkError, true, true}}, {1.4, HistoryFetched{HistoryPurpose::Verify, {}, false}},
               {1.5, PartPosted{0, {1}, false}}}
        << u"received 0-0, verify 0-300, posted 300-400 failed, verify 400-1400 slow, posted 1400-1500"_s;
    QTest::newRow("offline")
        << QList<Moment>{{0, asking()}, {0.1, ConnectivityChanged{false}}, {5, ConnectivityChanged{true}}, {5.1, HistoryFetched{}}, {5.1, TurnCancelled{u"x"_s}}}
        << u"received 0-0, history 0-100, offline 100-5000 slow, history 5000-5100"_s;
    QTest::newRow("a clock that went back")
        << QList<Moment>{{0, asking()}, {0.5, HistoryFetched{}}, {0.2, RequestSent{}}, {0.9, TurnCancelled{u"x"_s}}}
        << u"received 0-0, history 0-500 slow, request 500-500, first token 500-900"_s;
}

void TraceTest::everyStepIsABar()
{
    QFETCH(QList<Moment>, moments);
    QFETCH(QString, lines);
    QCOMPARE(linesOf(traced(moments)).join(u", "_s), lines);
}

void TraceTest::aRetryIsCounted()
{
    const QList<Moment> moments{{0, asking()}, {0.1, HistoryFetched{}}, {0.2, RequestSent{}}, {0.4, refused(true)},
        {1, RequestSent{2, {}, {}, 0, 0}}, {2, replied(u"a"_s)}, {2.1, WriteFailed{WriteStage::Post, networkError, true, false}},
        {3, PartPosted{0, {1}, false}}, {3, TurnFinished{}}};
    QCOMPARE(traced(moments.first(4)).totals().retries, 0);
    QCOMPARE(traced(moments.first(5)).totals().retries, 1);
    QCOMPARE(traced(moments).totals().retries, 2);
}

void TraceTest::totalsAreThoseOfTheNewestAnswer()
{
    const QList<Moment> moments{{0, asking()}, {0.1, HistoryFetched{}}, {0.2, RequestSent{}}, {1, replied(u"a"_s)}};
    QCOMPARE(traced(moments.first(1)).totals().promptTokens, -1);
    const TraceTotals totals = traced(moments).totals();
    QCOMPARE(totals.usage.input, 1204);
    QCOMPARE(totals.usage.output, 96);
    QCOMPARE(totals.promptTokens, promptTokens(asking()));
    QVERIFY(qAbs(*totals.cost - (1204 * 3 + 96 * 15) / 1e6) < 1e-9);
}

void TraceTest::keepsEveryRequestWithItsHistory()
{
    HistoryFetched history;
    history.messages = {message(-5, ana, u"before"_s)};
    RequestFailed failed = refused(true);
    failed.traits.contextLimit = 500;
    const Trace trace = traced({{0, asking()}, {0.1, history}, {0.2, RequestSent{1, {}, "one", 0, 0}}, {0.4, failed},
        {1, RequestSent{2, {}, "two", 0, 1}}});
    QCOMPARE(trace.requests().size(), 2);
    QCOMPARE(trace.requests()[0].sent.body, "one");
    QCOMPARE(trace.requests()[1].sent.body, "two");
    QCOMPARE(trace.requests()[1].history, history);
    QCOMPARE(trace.requests()[0].setup.traits.contextLimit, 0);
    QCOMPARE(trace.requests()[1].setup.traits.contextLimit, 500);
    QCOMPARE(trace.requests()[1].atMs, 1000);
}

void TraceTest::saysWhyItAnswered_data()
{
    QTest::addColumn<QList<Moment>>("moments");
    QTest::addColumn<QString>("sentence");
    TurnStarted again = asking();
    again.attempt = 2;
    TurnStarted replay = asking();
    replay.replayOf = TurnId{3};
    QTest::newRow("live") << QList<Moment>{{0, asking()}} << u"Answers because it is a direct message from a person."_s;
    QTest::newRow("done") << QList<Moment>{{0, asking()}, {1, TurnFinished{}}} << u"Answered because it is a direct message from a person."_s;
    QTest::newRow("again") << QList<Moment>{{0, again}} << u"Answered because somebody asked for another try."_s;
    QTest::newRow("replay") << QList<Moment>{{0, replay}} << u"A replay of a turn of the record; nothing is posted."_s;
    QTest::newRow("failed") << QList<Moment>{{0, asking()}, {1, TurnFailed{u"model"_s, {ErrorCode::Unavailable, u"Overloaded."_s}}}}
                            << u"It is a direct message from a person, which is always answered. It failed: Overloaded."_s;
    QTest::newRow("cancelled") << QList<Moment>{{0, asking()}, {1, TurnCancelled{u"The message was deleted."_s}}}
                               << u"It is a direct message from a person, which is always answered. Nothing was answered: The message was deleted."_s;
}

void TraceTest::saysWhyItAnswered()
{
    QFETCH(QList<Moment>, moments);
    QFETCH(QString, sentence);
    QCOMPARE(traced(moments).because(), sentence);
}

void TraceTest::isTheSameAtEveryPrefixAsWhenItWasThere()
{
    const QList<Moment> moments{{0, asking()}, {0.1, HistoryFetched{}}, {0.2, RequestSent{}}, {0.4, refused(true)},
        {1, RequestSent{2, {}, {}, 0, 0}}, {2, DeltaReceived{u"a"_s, false}}, {2.2, replied(u"a"_s)}, {3, PartPosted{0, {1}, false}},
        {3, TurnFinished{}}};
    Trace live;
    for (qsizetype i = 0; i < moments.size(); ++i) {
        live.apply({i + 1, at(moments[i].second), {MateId{1}, dm}, TurnId{1}, moments[i].event});
        QCOMPARE(linesOf(live), linesOf(traced(moments.first(i + 1))));
        QCOMPARE(live.lengthMs(at(2.2)), i == moments.size() - 1 ? 3000 : std::max<qint64>(2200, qint64(moments[i].second * 1000)));
    }
    QVERIFY(live.isOver());
}

void TraceTest::whatComesBeforeTheStartIsNotFolded()
{
    const Trace trace = traced({{0, HistoryFetched{}}, {1, RequestSent{}}});
    QVERIFY(!trace.isBegun());
    QVERIFY(trace.steps().isEmpty());
}

void TraceTest::absurdTimesStayOnTheAxis_data()
{
    QTest::addColumn<qint64>("start");
    QTest::addColumn<qint64>("later");
    QTest::addColumn<qint64>("elapsed");
    constexpr qint64 century = 100LL * 365 * 24 * 60 * 60 * 1000;
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    constexpr qint64 least = std::numeric_limits<qint64>::min();
    QTest::newRow("usual") << qint64(5) << qint64(90) << qint64(85);
    QTest::newRow("backwards") << qint64(90) << qint64(5) << qint64(0);
    QTest::newRow("before all time") << qint64(-5) << qint64(5) << qint64(10);
    QTest::newRow("from end to end") << least << most << century;
    QTest::newRow("and back") << most << least << qint64(0);
    QTest::newRow("too late") << qint64(0) << most << century;
}

void TraceTest::absurdTimesStayOnTheAxis()
{
    QFETCH(qint64, start);
    QFETCH(qint64, later);
    const auto moment = [](qint64 ms) { return TimePoint{Milliseconds(ms), Milliseconds(ms)}; };
    QTEST(elapsedMs(moment(start), moment(later)), "elapsed");
    Trace trace;
    trace.apply({1, moment(start), {MateId{1}, dm}, TurnId{1}, TurnEvent(asking())});
    trace.apply({2, moment(later), {MateId{1}, dm}, TurnId{1}, TurnEvent(HistoryFetched{})});
    trace.apply({3, moment(start), {MateId{1}, dm}, TurnId{1}, TurnEvent(TurnFinished{})});
    QTEST(trace.lengthMs(moment(start)), "elapsed");
    const QList<TraceStep> steps = trace.steps();
    for (const TraceStep &step : steps)
        QVERIFY(step.beginMs >= 0 && step.endMs >= step.beginMs);
}

void TraceTest::absurdWaitsStayOnTheAxis()
{
    constexpr qint64 most = std::numeric_limits<qint64>::max();
    QCOMPARE(linesOf(traced({{0, asking(-5)}, {1, HistoryFetched{}}, {1, TurnFinished{}}})).join(u", "_s),
        u"received 0-0, history 0-1000 slow"_s);
    const Trace trace = traced({{0, asking()}, {1, RateLimited{u"history"_s, most}}, {2, RateLimited{u"history"_s, -most}},
        {3, HistoryFetched{}}, {4, TurnFinished{}}});
    const QList<TraceStep> steps = trace.steps();
    for (const TraceStep &step : steps)
        QVERIFY(step.beginMs >= 0 && step.endMs >= step.beginMs);
    QVERIFY(trace.lengthMs(at(5)) > 0);
}

void TraceTest::withoutTextTheStepsAreTheSame()
{
    const QList<Moment> moments{{0, asking()}, {0.1, HistoryFetched{}}, {0.2, RequestSent{}},
        {0.5, DeltaReceived{{}, true}}, {1, DeltaReceived{u"a"_s, false}}, {2.2, replied(u"a"_s)},
        {3, PartPosted{0, {1}, false}}, {3, TurnFinished{}}};
    Trace bare;
    for (const Moment &moment : moments)
        bare.apply({1, at(moment.second), {MateId{1}, dm}, TurnId{1}, withoutText(moment.event), false, true});
    const Trace whole = traced(moments);
    QVERIFY(bare.isTextless() && !whole.isTextless());
    QCOMPARE(linesOf(bare), linesOf(whole));
    QVERIFY(bare.text().isEmpty());
    QCOMPARE(bare.totals().usage, whole.totals().usage);
    QCOMPARE(bare.totals().cost, whole.totals().cost);
    QCOMPARE(bare.totals().promptTokens, -1); // there is nothing to estimate it by
    QVERIFY(!bare.because().contains(u"message fit"_s));
}

LOOPFLOW_TEST(TraceTest)
#include "tst_trace.moc"
