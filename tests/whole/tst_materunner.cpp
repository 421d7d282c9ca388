#include "core/host/materunner.h"

#include "core/store/database.h"
#include "tests/support/test.h"
#include "tests/whole/world.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class MateRunnerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    // The session is lost, something is said, and before that gap is read Loopflow hears a newer message and dies.
    void aMarkNeverPassesAGapThatIsStillBeingRead()
    {
        World world;
        world.start();
        world.say(u"so that the channel is known"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        world.discord.faults().refuseResume = true;
        world.discord.drop(world.maya.id);
        const auto inTheGap = world.say(u"said while the session was lost"_s);
        QTRY_COMPARE(world.state().phase, MatePhase::Waiting);
        world.discord.faults().delayMs = 60000; // reading takes for ever
        QTRY_COMPARE_WITH_TIMEOUT(world.discord.count(u"GET /channels/{}/messages"_s), 2, 15000);
        world.say(u"said when it was back"_s);
        QTRY_VERIFY(!world.app().journal().unsettled(world.mate())->isEmpty());
        world.lose();
        world.discord.faults().delayMs = 0;
        world.start();
        QVERIFY(world.untilQuiet());
        QTRY_VERIFY(world.modelSaw().join(u' ').contains(u"said while the session was lost"));
        int answers = 0;
        for (const QJsonObject &post : world.posts()) {
            const QString to = post["message_reference"_L1]["message_id"_L1].toString();
            answers += !to.isEmpty() && to >= inTheGap.toString();
        }
        QCOMPARE(answers, 1); // both in one
    }

    void saysWhichTokenIsMissing()
    {
        World world;
        world.token.clear();
        world.start(false);
        QTRY_COMPARE(world.state().phase, MatePhase::NeedsToken);
        QVERIFY(world.state().problem.contains(u"LOOPFLOW_TOKEN_MAYA"_s));
    }

    void pausingShowsTheBotOfflineAndStartingBringsItBack()
    {
        World world;
        world.start();
        world.app().supervisor().stop(world.mate());
        QCOMPARE(world.state().phase, MatePhase::Paused);
        QVERIFY(!world.app().journal().session(world.mate()));
        world.say(u"while paused"_s);
        world.app().supervisor().start(world.mate());
        QTRY_COMPARE_WITH_TIMEOUT(world.state().phase, MatePhase::Online, 15000);
        world.say(u"and now"_s);
        QVERIFY(world.untilReplies(1));
    }

    void goesToAnotherServerWhenTheSettingChanges()
    {
        World world;
        practice::DiscordServer other;
        QVERIFY(other.start());
        world.start();
        QVERIFY(world.app().settings().save(u"discord.api"_s, other.api().toString()));
        QTRY_COMPARE_WITH_TIMEOUT(world.state().phase, MatePhase::Failed, 15000); // nobody knows the token there
        QVERIFY(world.app().settings().save(u"discord.api"_s, {}));
        QTRY_COMPARE_WITH_TIMEOUT(world.state().phase, MatePhase::Online, 15000);
    }

    void resumesAfterDiscordClosedTheConnection()
    {
        World world;
        world.start();
        world.discord.drop(world.maya.id, 4000);
        QTRY_VERIFY_WITH_TIMEOUT(world.discord.count(u"resume"_s) == 1 && world.state().phase == MatePhase::Online, 15000);
        world.say(u"hello"_s);
        QVERIFY(world.untilReplies(1));
    }
};

LOOPFLOW_TEST(MateRunnerTest)
#include "tst_materunner.moc"
