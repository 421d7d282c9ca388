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
    const TurnView &turn(qsizetype row) const { return *view.row(row).turn; }
    ConversationLog log;
    Conversation view;
    QList<LogRecord> records;
    QList<QPair<int, qsizetype>> changes;
};

Conversation folded(const QList<LogRecord> &records)
{
    Conversation view;
    for (const LogRecord &record : records)
        view.apply(record);
    return view;
}

/// The same rows, and the same way to them.
bool same(const Conversation &one, const Conversation &other)
{
    const auto rows = one.rows();
    if (rows != other.rows())
        return false;
    for (const ConversationRow &row : rows) {
        if (row.turn && one.rowOf(row.turn->id) != other.rowOf(row.turn->id))
            return false;
        if (one.rowShowing(row.message.id) != other.rowShowing(row.message.id))
            return false;
        for (const discord::MessageId part : row.turn ? row.turn->posted : QList<discord::MessageId>()) {
            if (one.rowShowing(part) != other.rowShowing(part))
                return false;
        }
    }
    return true;
}

/// All that can happen to some messages and turns, in an order that a real log would hardly have.
QList<LogRecord> babel(quint32 seed)
{
    const auto below = [&seed](quint32 limit) {
        seed = seed * 1664525 + 1013904223;
        return static_cast<int>((seed >> 16) % limit);
    };
    Scene scene;
    QList<TurnId> turns;
    QSet<TurnId> over;
    const Error no{ErrorCode::Unavailable, u"no"_s};
    const auto some = [&] { return message(1 + below(8), ana, u"text %1"_s.arg(below(100))); };
    for (int i = 0; i < 50; ++i) {
        const TurnId turn = turns.value(below(8), TurnId{});
        const bool running = turn != TurnId{} && !over.contains(turn);
        const auto part = [&] { return idAt(100 + 2 * static_cast<int>(turn) + below(2)); };
        switch (below(14)) {
        case 0: case 1: scene.log.append(here, MessageSeen{some()}); break;
        case 2: scene.log.append(here, MessageEdited{some()}); break;
        case 3: scene.log.append(here, MessageDeleted{some().id}); break;
        case 4: scene.log.append(here, MessageIgnored{some().id, IgnoreReason::WrittenByBot}); break;
        case 5: scene.log.append(here, NoteAdded{u"note"_s}); break;
        case 6: case 7: turns.prepend(scene.log.begin(here, setup({some()}))); break;
        case 8: {
            TurnStarted again = setup({some()});
            again.replayOf = TurnId{1};
            turns.prepend(scene.log.begin(here, again));
            break;
        }
        case 9: if (running) scene.log.append(here, turn, DeltaReceived{u"de"_s, false}); break;
        case 10: if (running) scene.log.append(here, turn, TurnRestarted{{some()}, RestartReason::Edited}); break;
        case 11: if (running) scene.log.append(here, turn, PartPosted{0, part(), false}); break;
        case 12: scene.log.append(here, MessageDeleted{part()}); break;
        default:
            if (!running)
                break;
            over.insert(turn);
            scene.log.append(here, turn, below(3) > 0 ? TurnEvent(TurnFailed{u"model"_s, no}) : TurnEvent(TurnFinished{}));
        }
    }
    for (LogRecord &record : scene.records)
        record.textless = below(6) == 0;
    return scene.records;
}

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

    void olderRecordsGiveTheSameRowsWhereverTheyAreCut()
    {
        for (quint32 seed = 1; seed <= 25; ++seed) {
            const QList<LogRecord> all = babel(seed);
            const Conversation whole = folded(all);
            for (qsizetype cut = 0; cut <= all.size(); ++cut) {
                Conversation view;
                view.expectOlder(true);
                for (const LogRecord &record : all.sliced(cut))
                    view.apply(record);
                view.prepend(all.first(cut));
                QVERIFY2(same(view, whole), qPrintable(u"seed %1, cut %2"_s.arg(seed).arg(cut)));
            }
            for (qsizetype page = 1; page < all.size(); ++page) {
                Conversation view;
                view.expectOlder(true);
                qsizetype begin = all.size();
                while (begin > 0) {
                    const qsizetype length = std::min(page, begin);
                    begin -= length;
                    view.prepend(all.sliced(begin, length));
                }
                QVERIFY2(same(view, whole), qPrintable(u"seed %1, pages of %2"_s.arg(seed).arg(page)));
            }
        }
    }

    void goesOnAfterOlderRecordsCame()
    {
        for (quint32 seed = 1; seed <= 25; ++seed) {
            const QList<LogRecord> all = babel(seed);
            const Conversation whole = folded(all);
            const qsizetype third = all.size() / 3;
            Conversation view;
            view.expectOlder(true);
            for (const LogRecord &record : all.sliced(third, third))
                view.apply(record);
            view.prepend(all.first(third));
            view.expectOlder(false);
            for (const LogRecord &record : all.sliced(2 * third)) {
                const auto change = view.apply(record);
                if (change.kind == Conversation::Change::Inserted)
                    QCOMPARE(change.row, view.size() - 1);
                if (change.kind == Conversation::Change::Updated && record.turn != TurnId{})
                    QCOMPARE(change.row, view.rowOf(record.turn));
            }
            QVERIFY2(same(view, whole), qPrintable(u"seed %1"_s.arg(seed)));
        }
    }

    void saysHowManyOlderRowsCame()
    {
        Scene scene;
        scene.log.append(here, MessageSeen{message(1, ana, u"one"_s)});
        scene.log.append(here, MessageSeen{message(2, ana, u"two"_s)});
        scene.log.append(here, MessageSeen{message(1, ana, u"one"_s)});
        scene.log.append(here, MessageSeen{message(3, ana, u"three"_s)});
        Conversation view;
        view.expectOlder(true);
        for (const LogRecord &record : scene.records.sliced(2))
            view.apply(record);
        const auto done = view.prepend(scene.records.first(2));
        QCOMPARE(done.rows, 2);
        QCOMPARE(done.gone, QList<qsizetype>{0}); // seen before, as it turned out
        QCOMPARE(view.rowOf(idAt(3)), 2);
    }

    void aTurnThatFailsAfterItsQuestionWasTakenUpWasTriedAgain()
    {
        Scene scene;
        const TurnStarted first = setup({message(1, ana, u"hi"_s)});
        const TurnId slow = scene.log.begin(here, first);
        scene.log.begin(here, first);
        scene.log.append(here, slow, TurnFailed{u"model"_s, {ErrorCode::Unavailable, u"no"_s}});
        QVERIFY(scene.turn(0).triedAgain);
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
