#include "core/conversation/conversation.h"

#include "core/conversation/log.h"
#include "core/conversation/textless.h"
#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

const ConversationId here{MateId{1}, dm};

// A log, and every row change it makes in a conversation.
struct Scene {
    Scene()
    {
        QObject::connect(&log, &ConversationLog::appended, &log, [this](const LogRecord &record) {
            records << record;
            const auto change = view.apply(record);
            changes << QPair(int(change.kind), change.row);
        });
    }
    const TurnView &turn(qsizetype row) const { return *view.rows()[row].turn; }
    ConversationLog log;
    Conversation view;
    QList<LogRecord> records;
    QList<QPair<int, qsizetype>> changes;
};

} // namespace

class ConversationTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsMessagesOnceWithEditsAndDeletions()
    {
        Scene scene;
        scene.log.append(here, MessageSeen{message(1, ana, u"hi"_s)});
        scene.log.append(here, MessageSeen{message(1, ana, u"hi"_s)});
        QCOMPARE(scene.view.rows().size(), 1);
        QCOMPARE(scene.view.personName(), u"ana"_s);
        scene.log.append(here, MessageEdited{message(1, ana, u"hello"_s)});
        QCOMPARE(scene.view.rows()[0].message.content, u"hello"_s);
        QVERIFY(scene.view.rows()[0].edited);
        scene.log.append(here, MessageDeleted{idAt(1)});
        QVERIFY(scene.view.rows()[0].deleted);
        scene.log.append(here, MessageDeleted{idAt(77)});
        QCOMPARE(scene.changes.constLast().first, int(Conversation::Change::Nothing));
    }

    void greysWhatWasIgnored()
    {
        Scene scene;
        scene.log.append(here, MessageSeen{message(1, ana, u"hi"_s)});
        scene.log.append(here, MessageIgnored{idAt(1), IgnoreReason::WrittenWhileClosed});
        QCOMPARE(scene.view.rows()[0].ignored, std::optional(IgnoreReason::WrittenWhileClosed));
    }

    void followsATurnFromWaitingToDone()
    {
        Scene scene;
        const TurnId turn = scene.log.begin(here, setup({message(1, ana, u"hi"_s)}));
        QCOMPARE(scene.turn(0).state, TurnState::Waiting);
        QVERIFY(!scene.turn(0).waitingFor.isEmpty());
        scene.log.append(here, turn, RequestSent{1, u"http://x/"_s, "{}", 10, 0});
        scene.log.append(here, turn, DeltaReceived{u"Good "_s, false});
        scene.log.append(here, turn, DeltaReceived{u"day"_s, false});
        QCOMPARE(scene.turn(0).state, TurnState::Streaming);
        QCOMPARE(scene.turn(0).text, u"Good day"_s);
        llm::ChatReply reply;
        reply.text = u"Good day."_s;
        reply.usage.input = 1000;
        reply.usage.output = 500;
        llm::Price price;
        price.input = 2;
        price.output = 10;
        scene.log.append(here, turn, ResponseCompleted{reply, price});
        QCOMPARE(scene.turn(0).text, u"Good day."_s);
        QVERIFY(qAbs(scene.turn(0).cost.value() - 0.007) < 1e-9);
        scene.log.append(here, turn, PartPosted{0, idAt(2), false});
        scene.log.append(here, turn, TurnFinished{});
        QCOMPARE(scene.turn(0).state, TurnState::Done);
        QCOMPARE(scene.turn(0).posted, QList{idAt(2)});
        QVERIFY(scene.turn(0).endedMs >= scene.turn(0).startedMs);
    }

    void showsAFailureWithItsSentence()
    {
        Scene scene;
        const TurnId turn = scene.log.begin(here, setup({message(1, ana, u"hi"_s)}));
        RequestFailed failed;
        failed.error = {ErrorCode::Unavailable, u"The service is overloaded."_s};
        scene.log.append(here, turn, DeltaReceived{u"half a rep"_s, false});
        scene.log.append(here, turn, failed);
        QCOMPARE(scene.turn(0).text, QString()); // what was cut is not what will be posted
        QCOMPARE(scene.turn(0).error, u"The service is overloaded."_s);
        scene.log.append(here, turn, TurnFailed{u"model"_s, failed.error});
        QCOMPARE(scene.turn(0).state, TurnState::Failed);
    }

    void forgetsHalfAReplyWhenTheTurnStartsAnew()
    {
        Scene scene;
        const TurnId turn = scene.log.begin(here, setup({message(1, ana, u"hi"_s)}));
        scene.log.append(here, turn, DeltaReceived{u"half"_s, false});
        scene.log.append(here, turn, TurnRestarted{{message(1, ana, u"hi"_s)}, RestartReason::NewerMessage});
        QCOMPARE(scene.turn(0).text, QString());
        QCOMPARE(scene.turn(0).state, TurnState::Waiting);
    }

    void givesTheSameRowsAtEveryPrefixOfTheLog()
    {
        Scene scene;
        QList<QList<ConversationRow>> live;
        QObject::connect(&scene.log, &ConversationLog::appended, &scene.log, [&] { live << scene.view.rows(); });
        scene.log.append(here, MessageSeen{message(1, ana, u"hi"_s)});
        const TurnId turn = scene.log.begin(here, setup({message(1, ana, u"hi"_s)}));
        scene.log.append(here, turn, DeltaReceived{u"He"_s, false});
        scene.log.append(here, MessageEdited{message(1, ana, u"hi!"_s)});
        scene.log.append(here, turn, TurnCancelled{u"The message was deleted."_s});
        for (qsizetype length = 0; length < scene.records.size(); ++length) {
            Conversation again;
            for (qsizetype i = 0; i <= length; ++i)
                again.apply(scene.records[i]);
            QCOMPARE(again.rows(), live[length]);
        }
    }

    void skipsEventsOfATurnWhoseStartWasNotRead()
    {
        Scene scene;
        scene.log.append(here, TurnId{99}, DeltaReceived{u"x"_s, false});
        QVERIFY(scene.view.rows().isEmpty());
    }

    void aNoteIsARowOfItsOwn()
    {
        Scene scene;
        scene.log.append(here, MessageSeen{message(1, ana, u"hi"_s)});
        scene.log.append(here, NoteAdded{u"Connection dropped by you"_s});
        QCOMPARE(scene.view.rows().size(), 2);
        QCOMPARE(scene.view.rows()[1].note, u"Connection dropped by you"_s);
        QVERIFY(scene.view.rows()[1].seq > scene.view.rows()[0].seq);
    }

    void aFailedTurnKnowsThatItWasTriedAgain()
    {
        Scene scene;
        TurnStarted first = setup({message(1, ana, u"hi"_s)});
        const TurnId failed = scene.log.begin(here, first);
        scene.log.append(here, failed, TurnFailed{u"model"_s, {ErrorCode::Unavailable, u"no"_s}});
        QVERIFY(!scene.turn(0).triedAgain);
        QCOMPARE(scene.turn(0).asked, QList{idAt(1)});
        first.attempt = 2;
        scene.log.begin(here, first);
        QVERIFY(scene.turn(0).triedAgain);
        QVERIFY(!scene.turn(1).triedAgain);
    }

    void aReplyIsStruckWhenAllOfItWasDeleted()
    {
        Scene scene;
        const TurnId turn = scene.log.begin(here, setup({message(1, ana, u"hi"_s)}));
        scene.log.append(here, turn, PartPosted{0, idAt(5), false});
        scene.log.append(here, turn, PartPosted{1, idAt(6), false});
        scene.log.append(here, MessageDeleted{idAt(5)});
        QVERIFY(!scene.view.rows()[0].deleted);
        scene.log.append(here, MessageDeleted{idAt(6)});
        QVERIFY(scene.view.rows()[0].deleted);
        QVERIFY(scene.view.rows()[0].deletedMs > 0);
    }

    void aReplayIsNoRow()
    {
        Scene scene;
        scene.log.append(here, MessageSeen{message(1, ana, u"hi"_s)});
        const TurnId turn = scene.log.begin(here, setup({message(1, ana, u"hi"_s)}));
        scene.log.append(here, turn, TurnFailed{u"model"_s, {ErrorCode::Unavailable, u"No."_s}});
        const QList<ConversationRow> rows = scene.view.rows();
        TurnStarted again = setup({message(1, ana, u"hi"_s)});
        again.replayOf = turn;
        const TurnId replay = scene.log.begin(here, again);
        for (const TurnEvent &event : {TurnEvent(DeltaReceived{u"Hello."_s, false}), TurnEvent(PartPosted{0, {}, true}),
                 TurnEvent(TurnFinished{})}) {
            scene.log.append(here, replay, event);
            QCOMPARE(scene.changes.constLast().first, int(Conversation::Change::Nothing));
        }
        QCOMPARE(scene.view.rows(), rows); // nor was the failed turn tried again
        QCOMPARE(scene.view.rowOf(replay), -1);
    }

    void whatWasRecordedWithoutTextHasItsTimes()
    {
        Scene scene;
        scene.log.append(here, MessageSeen{message(1, ana, u"hi"_s)});
        const TurnId turn = scene.log.begin(here, setup({message(1, ana, u"hi"_s)}));
        scene.log.append(here, turn, DeltaReceived{u"Hello."_s, false});
        ResponseCompleted completed;
        completed.reply.text = u"Hello."_s;
        completed.reply.usage.output = 3;
        scene.log.append(here, turn, completed);
        scene.log.append(here, turn, TurnFinished{});
        Conversation bare;
        for (LogRecord record : scene.records) {
            record.event = withoutText(record.event);
            record.textless = true;
            bare.apply(record);
        }
        QCOMPARE(bare.rows().size(), scene.view.rows().size());
        QVERIFY(bare.rows()[0].textless && bare.rows()[1].textless);
        QVERIFY(!scene.view.rows()[0].textless && !scene.view.rows()[1].textless);
        QVERIFY(bare.personName().isEmpty());
        TurnView expected = scene.turn(1);
        expected.text.clear();
        QCOMPARE(*bare.rows()[1].turn, expected);
    }

    void aLaterEditWithTextIsShown()
    {
        Conversation view;
        LogRecord record{1, at(1), here, {}, withoutText(ChannelEvent(MessageSeen{message(1, ana, u"hi"_s)})), false, true};
        view.apply(record);
        view.apply({2, at(2), here, {}, ChannelEvent(MessageEdited{message(1, ana, u"hello"_s)})});
        QVERIFY(!view.rows()[0].textless);
        record = {3, at(3), here, {}, withoutText(ChannelEvent(MessageEdited{message(1, ana, u"oh"_s)})), false, true};
        view.apply(record);
        QVERIFY(view.rows()[0].textless);
        QVERIFY(view.rows()[0].message.content.isEmpty());
    }
};

LOOPFLOW_TEST(ConversationTest)
#include "tst_conversation.moc"
