#include "core/host/health.h"

#include "tests/support/test.h"
#include "tests/whole/world.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class HealthTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void countsWhatBecomesOfAMate()
    {
        World world;
        world.start();
        const auto health = [&] { return world.app().health().of(world.mate()); };
        QTRY_COMPARE_WITH_TIMEOUT(health().state.phase, MatePhase::Online, 15000);
        QVERIFY(health().lastEventMs > 0);
        QVERIFY(health().identifiesLeft > 0 && health().identifiesLeft < 1000);
        QCOMPARE(health().turnsToday, 0);
        world.say(u"hello"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        QTRY_COMPARE(health().turnsToday, 1);
        QCOMPARE(health().failedToday, 0);
        QCOMPARE(health().errors, 0);

        world.discord.drop(world.maya.id, 4000);
        QTRY_COMPARE_WITH_TIMEOUT(health().reconnects, 1, 15000);
        QTRY_COMPARE_WITH_TIMEOUT(health().state.phase, MatePhase::Online, 15000);
    }

    void keepsTheSentenceOfAFailureAndTheDaysTurnsOverARestart()
    {
        World world;
        world.model.faults().failEvery = 1;
        world.model.faults().failStatus = 401;
        world.start();
        world.say(u"hello"_s);
        const auto health = [&] { return world.app().health().of(world.mate()); };
        QTRY_COMPARE_WITH_TIMEOUT(health().failedToday, 1, 15000);
        QCOMPARE(health().errors, 1);
        QVERIFY2(health().lastError.contains(u"key"_s), qPrintable(health().lastError));
        QVERIFY(health().lastErrorMs > 0);
        QVERIFY(world.untilQuiet());
        world.stop();
        world.start();
        QTRY_COMPARE_WITH_TIMEOUT(health().turnsToday, 1, 15000);
        QCOMPARE(health().failedToday, 1);
        QCOMPARE(health().errors, 0); // since the start
    }

    void tellsOfChangesAtMostOnceASecond()
    {
        World world;
        QElapsedTimer clock;
        clock.start();
        world.start();
        QSignalSpy changed(&world.app().health(), &Health::changed);
        for (int i = 0; i < 300; ++i)
            world.app().log().append(world.mate(), MateFailed{{ErrorCode::Storage, u"No room."_s}});
        QTRY_COMPARE_WITH_TIMEOUT(world.app().health().of(world.mate()).errors, 300, 15000);
        QVERIFY2(changed.size() <= 2 + clock.elapsed() / 1000, qPrintable(QString::number(changed.size())));
        QCOMPARE(world.app().health().of(world.mate()).lastError, u"No room."_s);
    }

    void knowsTheProcess()
    {
        World world;
        world.start();
        const ProcessHealth process = world.app().health().process();
        QVERIFY(process.memoryBytes > 1024 * 1024);
        QVERIFY(process.breaker.isEmpty());
        QVERIFY(process.databaseBytes > 0);
        QVERIFY(process.recordedEvents > 0); // it came online
        QVERIFY(process.oldestEventMs > 0);
    }
};

LOOPFLOW_TEST(HealthTest)
#include "tst_health.moc"
