#include "core/host/retry.h"

#include "core/conversation/conversation.h"
#include "tests/support/test.h"
#include "tests/whole/world.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

/// The question of the newest turn that failed.
QList<discord::MessageId> failedQuestions(World &world)
{
    Conversation view;
    for (const LogRecord &record : world.recorded())
        view.apply(record);
    QList<discord::MessageId> asked;
    for (const ConversationRow &row : view.rows()) {
        if (row.turn && row.turn->state == TurnState::Failed)
            asked = row.turn->asked;
    }
    return asked;
}

/// Asks for another try and waits for what the host says to it.
Result<void> retry(World &world, const QList<discord::MessageId> &questions)
{
    QObject context;
    std::optional<Result<void>> outcome;
    world.app().supervisor().retry({world.mate(), world.dm}, questions, &context,
        [&](const Result<void> &result) { outcome = result; });
    if (!QTest::qWaitFor([&] { return outcome.has_value(); }, 15000))
        qFatal("the host does not say whether it tries again");
    return *outcome;
}

} // namespace

class RetryTest : public QObject {
    Q_OBJECT

private:
    /// Maya says that she cannot answer.
    static discord::MessageId failOnce(World &world)
    {
        world.model.faults().failEvery = 1;
        world.model.faults().failStatus = 401;
        const auto question = world.say(u"hello"_s);
        if (!world.untilReplies(1) || !world.untilQuiet())
            qFatal("Maya does not say that she cannot answer");
        world.model.faults().failEvery = 0;
        return question;
    }

private Q_SLOTS:
    void aFailedQuestionIsAnsweredOnce()
    {
        World world;
        world.start();
        const auto question = failOnce(world);
        QCOMPARE(failedQuestions(world), QList{question});
        QVERIFY(retry(world, {question}));
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        // The line that said so stays; the answer refers to the question.
        QVERIFY(world.replies().first().startsWith(u"-# Loopflow:"_s));
        QCOMPARE(world.replies().mid(1), QStringList{u"Certainly."_s});
        QCOMPARE(world.posts().last()["message_reference"_L1]["message_id"_L1].toString(), question.toString());
        QCOMPARE(world.modelSaw().mid(1), QStringList{u"user: hello"_s});
    }

    void whileItIsBeingAnsweredNobodyTriesAgain()
    {
        World world;
        world.start();
        const auto question = failOnce(world);
        world.model.faults().firstTokenMs = 300;
        QVERIFY(retry(world, {question}));
        const auto second = retry(world, {question});
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        QCOMPARE(world.replies().size(), 2);
    }

    void aDeletedQuestionIsNotAnswered()
    {
        World world;
        world.start();
        const auto question = failOnce(world);
        QVERIFY(world.discord.erase(world.ana.id, question));
        const int requests = world.model.requests();
        const auto outcome = retry(world, {question});
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().code, ErrorCode::NotFound);
        QVERIFY(world.untilQuiet());
        QCOMPARE(world.model.requests(), requests);
        QCOMPARE(world.replies().size(), 1);
    }

    void theTextAsItIsNowIsAnswered()
    {
        World world;
        world.start();
        const auto question = failOnce(world);
        QVERIFY(world.discord.edit(world.ana.id, question, u"good morning"_s));
        QVERIFY(retry(world, {question}));
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        QCOMPARE(world.modelSaw().constLast(), u"user: good morning"_s);
    }

    void aTryThatFailsSaysSoAgainAndCanBeTriedAgain()
    {
        World world;
        world.start();
        const auto question = failOnce(world);
        world.model.faults().failEvery = 1;
        QVERIFY(retry(world, {question}));
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        world.model.faults().failEvery = 0;
        QVERIFY(retry(world, failedQuestions(world)));
        QVERIFY(world.untilReplies(3) && world.untilQuiet());
        QCOMPARE(world.replies().constLast(), u"Certainly."_s);
    }

    // What the first try posted refers to the same question; it is no part of the second one's reply.
    void overACrashWhileTheReplyIsPosted()
    {
        World world;
        world.start();
        const auto question = failOnce(world);
        world.discord.faults().failEvery = 1; // no write takes effect
        QVERIFY(retry(world, {question}));
        QTRY_VERIFY(world.app().journal().unsettled(world.mate())->value(0).draft.has_value());
        world.lose();
        world.discord.faults().failEvery = 0;
        world.discord.forgetNonces();
        world.start();
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        QCOMPARE(world.replies().mid(1), QStringList{u"Certainly."_s});
    }

    void overACrashWhileTheModelThinks()
    {
        World world;
        world.start();
        const auto question = failOnce(world);
        world.model.faults().firstTokenMs = 60000;
        const int requests = world.model.requests();
        QVERIFY(retry(world, {question}));
        QTRY_COMPARE(world.model.requests(), requests + 1);
        world.lose();
        world.model.faults().firstTokenMs = 0;
        world.start();
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        QCOMPARE(world.replies().mid(1), QStringList{u"Certainly."_s});
    }

    void aPausedMateSaysWhyItDoesNot()
    {
        World world;
        world.start();
        const auto question = failOnce(world);
        world.app().supervisor().stop(world.mate());
        const auto outcome = retry(world, {question});
        QVERIFY(!outcome);
        QVERIFY(outcome.error().message.contains(u"paused"_s));
    }
};

LOOPFLOW_TEST(RetryTest)
#include "tst_retry.moc"
