#include "tests/support/test.h"
#include "tests/whole/world.h"

#include <QSet>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

/// How many of the mate's messages refer to the question: one, since only a first part does.
int repliesTo(const World &world, discord::MessageId question)
{
    int count = 0;
    for (const QJsonObject &post : world.posts())
        count += post["message_reference"_L1]["message_id"_L1].toString() == question.toString();
    return count;
}

const QString three = QString(1900, u'a') + u"\n\n"_s + QString(1900, u'b') + u"\n\n"_s + QString(1900, u'c');
const QStringList threeParts{QString(1900, u'a'), QString(1900, u'b'), QString(1900, u'c')};

} // namespace

class OnceAndOnlyOnceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void overADroppedConnection()
    {
        World world;
        world.start();
        world.discord.drop(world.maya.id);
        const auto question = world.say(u"still there?"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        QCOMPARE(repliesTo(world, question), 1);
        QCOMPARE(world.discord.count(u"identify"_s), 1);
        QCOMPARE(world.discord.count(u"resume"_s), 1);
    }

    void overALostSession()
    {
        World world;
        world.start();
        world.say(u"so that the channel is known"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        world.discord.faults().refuseResume = true;
        world.discord.drop(world.maya.id);
        const auto question = world.say(u"said while the session was lost"_s);
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        QCOMPARE(repliesTo(world, question), 1);
        QCOMPARE(world.replies().size(), 2);
    }

    void overServerErrorsOnEveryOtherWrite_data()
    {
        QTest::addColumn<bool>("afterEffect");
        QTest::newRow("before it took effect") << false;
        QTest::newRow("after it took effect") << true;
    }
    void overServerErrorsOnEveryOtherWrite()
    {
        QFETCH(bool, afterEffect);
        World world;
        world.model.faults().answer = three;
        world.start();
        world.discord.faults().failEvery = 2;
        world.discord.faults().failAfterEffect = afterEffect;
        world.say(u"go on"_s);
        QVERIFY(world.untilReplies(3) && world.untilQuiet());
        QCOMPARE(world.replies(), threeParts);
    }

    void overAnErrorAfterTheEffectWhenNoncesAreForgotten()
    {
        World world;
        world.start();
        world.discord.faults().failEvery = 1;
        world.discord.faults().failAfterEffect = true;
        world.say(u"hello"_s);
        QVERIFY(world.untilReplies(1));
        world.discord.forgetNonces();
        world.discord.faults().failEvery = 0;
        QVERIFY(world.untilQuiet());
        QCOMPARE(world.replies(), QStringList{u"Certainly."_s});
    }

    void overRateLimits()
    {
        World world;
        world.model.faults().answer = three;
        world.start();
        world.discord.faults().limitEvery = 2;
        world.discord.faults().limitRetryAfter = 0.05;
        world.say(u"go on"_s);
        QVERIFY(world.untilReplies(3) && world.untilQuiet());
        QCOMPARE(world.replies(), threeParts);
    }

    void overACrashWhileTheModelThinks()
    {
        World world;
        world.model.faults().firstTokenMs = 60000;
        world.start();
        const auto question = world.say(u"hello"_s);
        QTRY_COMPARE(world.model.requests(), 1);
        world.lose();
        world.model.faults().firstTokenMs = 0;
        world.start();
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        QCOMPARE(repliesTo(world, question), 1);
        QCOMPARE(world.replies().size(), 1);
    }

    void overACrashBetweenTwoParts_data()
    {
        QTest::addColumn<bool>("noncesForgotten");
        QTest::newRow("at once") << false;
        QTest::newRow("an hour later") << true;
    }
    void overACrashBetweenTwoParts()
    {
        QFETCH(bool, noncesForgotten);
        World world;
        world.model.faults().answer = three;
        world.start();
        // Lost in the moment in which Discord has the first part and Loopflow does not know it yet.
        bool lost = false;
        QObject::connect(&world.discord, &practice::DiscordServer::posted, &world.discord, [&](const QJsonObject &m) {
            if (!lost && m["author"_L1]["id"_L1].toString() == world.maya.id.toString()) {
                lost = true;
                world.lose();
            }
        }, Qt::QueuedConnection);
        world.say(u"go on"_s);
        QTRY_VERIFY(lost);
        QVERIFY(world.replies().size() < 3);
        if (noncesForgotten)
            world.discord.forgetNonces();
        world.model.faults().answer = u"something else entirely"_s; // a draft is never made again
        world.start();
        QVERIFY(world.untilReplies(3) && world.untilQuiet());
        QCOMPARE(world.replies(), threeParts);
    }

    void overAStopAndAStart()
    {
        World world;
        world.start();
        world.say(u"so that the channel is known"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        world.stop();
        const auto question = world.say(u"said while Loopflow was closed"_s);
        world.start();
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        QCOMPARE(repliesTo(world, question), 1);
        QCOMPARE(world.replies().size(), 2);
        QCOMPARE(world.discord.count(u"identify"_s), 1);
        QCOMPARE(world.discord.count(u"resume"_s), 1);
    }

    void aStopFinishesRunningReplies()
    {
        World world;
        world.model.faults().firstTokenMs = 200;
        world.start();
        world.say(u"hello"_s);
        QTRY_COMPARE(world.model.requests(), 1);
        world.stop();
        QCOMPARE(world.replies(), QStringList{u"Certainly."_s});
    }

    void overAStartWithANewSession()
    {
        World world;
        world.start();
        world.say(u"so that the channel is known"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        world.stop();
        world.discord.faults().refuseResume = true;
        const auto question = world.say(u"said while Loopflow was closed"_s);
        world.start();
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        QCOMPARE(repliesTo(world, question), 1);
        QCOMPARE(world.replies().size(), 2);
    }

    void oldMessagesAreListedButNotAnswered()
    {
        World world;
        world.settings = {{u"answer.within"_s, u"1"_s}};
        world.start();
        world.say(u"so that the channel is known"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        world.stop();
        const auto question = world.say(u"said long ago"_s);
        world.discord.faults().refuseResume = true;
        QTRY_VERIFY_WITH_TIMEOUT(
            readClock().wall - question.created() > std::chrono::milliseconds(1100), 5000);
        world.start();
        const auto ignored = [&] {
            for (const LogRecord &record : world.recorded()) {
                const auto *event = std::get_if<ChannelEvent>(&record.event);
                if (event && std::holds_alternative<MessageIgnored>(*event))
                    return std::get<MessageIgnored>(*event).message == question;
            }
            return false;
        };
        QTRY_VERIFY(ignored());
        QVERIFY(world.untilQuiet());
        QCOMPARE(world.replies().size(), 1);
    }

    void overReconnectsThatDiscordAsksFor()
    {
        World world;
        world.start();
        for (int i = 0; i < 5; ++i) {
            world.say(u"question %1"_s.arg(i));
            world.discord.askToReconnect(world.maya.id);
            QVERIFY(world.untilReplies(i + 1) && world.untilQuiet());
        }
        QCOMPARE(world.replies().size(), 5);
    }

    void oneMatesTroubleDelaysNoOther()
    {
        World world;
        const auto merlin = world.discord.addBot(u"Merlin"_s);
        world.start();
        world.discord.revokeToken(merlin.id);
        Mate other = *world.app().mates().mate(world.mate());
        other.id = {};
        other.identifier = u"merlin"_s;
        other.name = u"Merlin"_s;
        other.bot = merlin.id;
        bool saved = false;
        world.app().credentials().saveToken(other, Secret(merlin.token.toUtf8()), &world.discord,
            [&](const Result<bool> &result) { saved = result.hasValue(); });
        QTRY_VERIFY(saved);
        const auto added = world.app().mates().add(other, u"You are Merlin."_s);
        QVERIFY(added);
        QTRY_COMPARE(world.app().supervisor().state(added->id).phase, MatePhase::Failed);
        world.say(u"hello"_s);
        QVERIFY(world.untilReplies(1));
        QCOMPARE(world.state().phase, MatePhase::Online);
    }
};

LOOPFLOW_TEST(OnceAndOnlyOnceTest)
#include "tst_onceandonlyonce.moc"
