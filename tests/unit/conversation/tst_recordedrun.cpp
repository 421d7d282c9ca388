#include "core/conversation/recordedrun.h"

#include "core/conversation/textless.h"
#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

const TurnId turn{7};

LogRecord happened(double second, TurnEvent event, TurnId of = turn)
{
    return {1, at(second), {MateId{1}, dm}, of, std::move(event), true};
}

RecordedRun folded(const QList<LogRecord> &records)
{
    RecordedRun run;
    for (const LogRecord &record : records)
        foldInto(run, record);
    return run;
}

ResponseCompleted answer(const QString &text)
{
    ResponseCompleted completed;
    completed.reply.text = text;
    return completed;
}

} // namespace

class RecordedRunTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsFromTheRequestToTheAnswer()
    {
        const auto begun = setup({message(0, ana, u"hello"_s)});
        const RecordedRun run = folded({happened(1, begun), happened(2, RequestSent{}),
            happened(2.25, DeltaReceived{{}, true}), happened(2.5, DeltaReceived{u"Hi"_s, false}),
            happened(3, answer(u"Hi."_s)), happened(3.5, TurnFinished{})});
        QCOMPARE(run.turn, turn);
        QCOMPARE(run.setup, begun);
        QCOMPARE(run.firstTokenMs, 500); // a thought is no token of the answer
        QCOMPARE(run.answeredMs, 1000);
        QCOMPARE(run.view.text, u"Hi."_s);
        QVERIFY(run.isOver() && !run.error);
    }

    void aFailedTryIsNotCounted()
    {
        RequestFailed failure;
        failure.error = {ErrorCode::Unavailable, u"The model is busy."_s};
        const RecordedRun run = folded({happened(1, setup({message(0, ana, u"hello"_s)})), happened(2, RequestSent{}),
            happened(3, DeltaReceived{u"H"_s, false}), happened(4, failure), happened(10, RequestSent{}),
            happened(10.75, answer(u"Hi."_s))});
        QCOMPARE(run.firstTokenMs, 750);
        QCOMPARE(run.answeredMs, 750);
        QVERIFY(!run.isOver());
    }

    void saysWhyItEndedWithoutAnAnswer()
    {
        const auto begun = happened(1, setup({message(0, ana, u"hello"_s)}));
        const Error refused{ErrorCode::Unauthorized, u"The key was refused."_s};
        QCOMPARE(folded({begun, happened(2, TurnFailed{u"model"_s, refused})}).error, std::optional(refused));
        const RecordedRun cancelled = folded({begun, happened(2, TurnCancelled{u"The replay was cancelled."_s})});
        QCOMPARE(cancelled.error->code, ErrorCode::Cancelled);
        QVERIFY(cancelled.isOver());
    }

    void whatIsOfNoRunOrAnotherOneChangesNothing()
    {
        QVERIFY(!folded({happened(1, RequestSent{})}).isBegun());
        const RecordedRun run = folded({happened(1, setup({message(0, ana, u"hello"_s)})),
            happened(2, TurnFinished{}, TurnId{8})});
        QVERIFY(!run.isOver());
    }

    void withoutItsTextItHasItsTimes()
    {
        QList<LogRecord> records{happened(1, setup({message(0, ana, u"hello"_s)})), happened(2, RequestSent{}),
            happened(3, DeltaReceived{u"Hi."_s, false}), happened(5, answer(u"Hi."_s)), happened(6, TurnFinished{})};
        QVERIFY(!folded(records).textless);
        const RecordedRun whole = folded(records);
        for (LogRecord &record : records) {
            record.event = withoutText(record.event);
            record.textless = true;
        }
        const RecordedRun bare = folded(records);
        QVERIFY(bare.textless && bare.isOver());
        QCOMPARE(bare.firstTokenMs, whole.firstTokenMs);
        QCOMPARE(bare.answeredMs, whole.answeredMs);
        QVERIFY(bare.view.text.isEmpty());
    }

    void theQuestionIsOneLine()
    {
        QCOMPARE(questionOf(setup({message(0, ana, u"one\n two"_s), message(1, ana, u"three"_s)})),
            u"one two three"_s);
    }
};

LOOPFLOW_TEST(RecordedRunTest)
#include "tst_recordedrun.moc"
