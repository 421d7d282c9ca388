#include "core/conversation/turnview.h"

#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

TurnView after(std::initializer_list<TurnEvent> events)
{
    TurnView view;
    qint64 ms = 1000;
    for (const TurnEvent &event : events)
        foldInto(view, event, ms += 10);
    return view;
}

} // namespace

class TurnViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsWhenTheFirstWordCame()
    {
        const TurnView view = after({TurnEvent(setup({message(1, ana, u"hi"_s)})), TurnEvent(RequestSent{}),
            TurnEvent(DeltaReceived{{}, true}), TurnEvent(DeltaReceived{u"He"_s, false}),
            TurnEvent(DeltaReceived{u"llo"_s, false})});
        QCOMPARE(view.requestMs, 1020);
        QCOMPARE(view.firstTokenMs, 1040);
        QCOMPARE(view.text, u"Hello"_s);
        QCOMPARE(view.state, TurnState::Streaming);
    }

    void aDraftIsItsTextFromTheStart()
    {
        TurnStarted started = setup({message(1, ana, u"hi"_s)});
        started.draft = Draft{{u"one"_s, u"two"_s}, 1, false};
        const TurnView view = after({TurnEvent(started)});
        QCOMPARE(view.text, u"one\ntwo"_s);
        QCOMPARE(view.state, TurnState::Posting);
    }

    void countsTriesAndRestarts()
    {
        RequestFailed failed;
        failed.error = {ErrorCode::Unavailable, u"no"_s};
        const TurnView view = after({TurnEvent(setup({message(1, ana, u"hi"_s)})), TurnEvent(failed),
            TurnEvent(failed), TurnEvent(TurnRestarted{{message(2, ana, u"ho"_s)}, RestartReason::Edited})});
        QCOMPARE(view.retries, 2);
        QCOMPARE(view.restarts, 1);
        QCOMPARE(view.asked, QList{idAt(2)});
        QVERIFY(view.error.isEmpty());
    }
};

LOOPFLOW_TEST(TurnViewTest)
#include "tst_turnview.moc"
