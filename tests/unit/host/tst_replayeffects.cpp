#include "core/host/replayeffects.h"

#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"


using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

const HistoryFetched recorded{HistoryPurpose::Context, {message(1, ana, u"before"_s)}, true};

QList<TurnEvent> outcomeOf(const TurnAction &action)
{
    QList<TurnEvent> events;
    ReplayEffects(ModelServices{}, Mate{}, recorded).perform(action, [&](const TurnEvent &event) { events << event; });
    return events;
}

} // namespace

/// The effects are given nothing at all here: whatever reached for Discord or the journal would crash.
class ReplayEffectsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theHistoryIsTheRecordedOne()
    {
        QVERIFY(outcomeOf(FetchHistory{}) == QList<TurnEvent>{recorded});
        FetchHistory verify;
        verify.purpose = HistoryPurpose::Verify;
        QVERIFY(outcomeOf(verify) == (QList<TurnEvent>{HistoryFetched{HistoryPurpose::Verify, {}, false}}));
    }

    void postsNothingAndSaysSo()
    {
        PostPart reply;
        reply.draft = {{u"one"_s, u"two"_s}, 1, false};
        reply.part = 1;
        QVERIFY(outcomeOf(reply) == (QList<TurnEvent>{PartPosted{1, {}, true}}));
        PostPart notice;
        notice.draft = {{u"-# Loopflow: no"_s}, 1, true};
        QVERIFY(outcomeOf(notice) == (QList<TurnEvent>{PartPosted{0, {}, true}}));
    }

    void nobodySeesItType()
    {
        QVERIFY(outcomeOf(StartTyping{}).isEmpty());
        QVERIFY(outcomeOf(StopTyping{}).isEmpty());
    }

    void endsAsTheTurnSays()
    {
        QVERIFY(outcomeOf(Finish{}) == QList<TurnEvent>{TurnFinished{}});
        Finish failed;
        failed.stage = u"model"_s;
        failed.error = Error{ErrorCode::Unauthorized, u"no"_s};
        QVERIFY(outcomeOf(failed) == (QList<TurnEvent>{TurnFailed{u"model"_s, *failed.error}}));
        Finish cancelled;
        cancelled.cancelled = u"why"_s;
        QVERIFY(outcomeOf(cancelled) == QList<TurnEvent>{TurnCancelled{u"why"_s}});
    }
};

LOOPFLOW_TEST(ReplayEffectsTest)
#include "tst_replayeffects.moc"
