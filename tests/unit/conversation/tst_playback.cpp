#include "core/conversation/playback.h"
#include "tests/support/test.h"

using namespace loopflow;

class PlaybackTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void eventsHappenWhenTheyHappened();
    void pausesAndGoesOn();
    void playsAsFastAsItIsTold();
    void skipsWaits();
    void stepsOverEventsThatHappenedAtOnce();
    void seeksAnywhere();
    void beginsAnewAtTheEnd();
    void aTimeThatGoesBackCountsAsItsPredecessors();
    void saysWhenTheNextEventIsDue();
    void theMomentIsTheRecords();
    void nothingRecordedPlaysNothing();
};

namespace {

TimePoint at(qint64 ms)
{
    return {Milliseconds(ms), Milliseconds(1'000'000 + ms)};
}

const QList<qint64> times{10'000, 10'100, 10'100, 40'000, 40'500};

} // namespace

void PlaybackTest::eventsHappenWhenTheyHappened()
{
    Playback playback(times);
    QCOMPARE(playback.length(), Milliseconds(30'500));
    QCOMPARE(playback.happened(at(0)), 0);
    playback.play(at(0));
    QCOMPARE(playback.happened(at(0)), 1);
    QCOMPARE(playback.happened(at(99)), 1);
    QCOMPARE(playback.happened(at(100)), 3);
    QCOMPARE(playback.happened(at(29'999)), 3);
    QCOMPARE(playback.happened(at(30'500)), 5);
    QVERIFY(!playback.isPlaying(at(30'500)));
    QCOMPARE(playback.position(at(99'000)), playback.length());
}

void PlaybackTest::pausesAndGoesOn()
{
    Playback playback(times);
    playback.play(at(0));
    playback.pause(at(60));
    QCOMPARE(playback.position(at(5000)), Milliseconds(60));
    QVERIFY(!playback.isPlaying(at(5000)));
    QVERIFY(!playback.nextTimeout(at(5000)));
    playback.play(at(5000));
    QCOMPARE(playback.happened(at(5039)), 1);
    QCOMPARE(playback.happened(at(5040)), 3);
}

void PlaybackTest::playsAsFastAsItIsTold()
{
    Playback playback(times);
    playback.play(at(0));
    playback.setSpeed(10, at(50)); // the speed until then stays as it was
    QCOMPARE(playback.position(at(50)), Milliseconds(50));
    QCOMPARE(playback.happened(at(55)), 3);
    QCOMPARE(playback.happened(at(50 + 2995)), 4);
    playback.setSpeed(1000, at(3100));
    QCOMPARE(playback.speed(), Playback::fastest);
    playback.setSpeed(0, at(3100));
    QCOMPARE(playback.speed(), Playback::slowest);
}

void PlaybackTest::skipsWaits()
{
    Playback playback(times);
    playback.play(at(0));
    playback.setSkipsWaits(true, at(20'100)); // 20 s into a wait of 30 s
    QCOMPARE(playback.length(), Milliseconds(2100));
    QCOMPARE(playback.happened(at(20'100)), 3);
    QCOMPARE(playback.happened(at(20'101)), 4);
    playback.setSkipsWaits(false, at(20'101));
    QCOMPARE(playback.happened(at(20'101)), 4);
    QCOMPARE(playback.happened(at(20'601)), 5);
}

void PlaybackTest::stepsOverEventsThatHappenedAtOnce()
{
    Playback playback(times);
    for (qsizetype done = 1; done <= 5; ++done) {
        playback.step(1, at(0));
        QCOMPARE(playback.happened(at(0)), done);
    }
    playback.step(1, at(0));
    QCOMPARE(playback.happened(at(0)), 5);
    playback.step(-3, at(0));
    QCOMPARE(playback.happened(at(0)), 2);
    playback.step(-9, at(0));
    QCOMPARE(playback.happened(at(0)), 0);
}

void PlaybackTest::seeksAnywhere()
{
    Playback playback(times);
    playback.seek(Milliseconds(100), at(0));
    QCOMPARE(playback.happened(at(9000)), 3); // paused: stays
    playback.play(at(9000));
    playback.seek(Milliseconds(30'000), at(9000));
    QVERIFY(playback.isPlaying(at(9000)));
    QCOMPARE(playback.happened(at(9000)), 4);
    QCOMPARE(playback.happened(at(9500)), 5);
    playback.seek(Milliseconds(-5), at(9500));
    QCOMPARE(playback.position(at(9500)), Milliseconds(0));
    playback.seekEvent(2, at(9500));
    QCOMPARE(playback.happened(at(99'500)), 2);
}

void PlaybackTest::beginsAnewAtTheEnd()
{
    Playback playback(times);
    playback.seekEvent(5, at(0));
    playback.play(at(0));
    QVERIFY(playback.isPlaying(at(0)));
    QCOMPARE(playback.happened(at(0)), 1);
}

void PlaybackTest::aTimeThatGoesBackCountsAsItsPredecessors()
{
    Playback playback({5000, 4000, 6000}); // the clock was set back
    QCOMPARE(playback.length(), Milliseconds(1000));
    playback.play(at(0));
    QCOMPARE(playback.happened(at(0)), 2);
}

void PlaybackTest::saysWhenTheNextEventIsDue()
{
    Playback playback(times);
    QVERIFY(!playback.nextTimeout(at(0)));
    playback.play(at(0));
    QCOMPARE(playback.nextTimeout(at(0))->steady, Milliseconds(100));
    playback.setSpeed(3, at(0));
    const TimePoint due = *playback.nextTimeout(at(0));
    QCOMPARE(due.steady, Milliseconds(34)); // never before it
    QCOMPARE(playback.happened(due), 3);
    QVERIFY(!playback.nextTimeout(at(20'000)));
}

void PlaybackTest::theMomentIsTheRecords()
{
    Playback playback(times);
    QCOMPARE(playback.moment(at(0)), 10'000);
    playback.play(at(0));
    QCOMPARE(playback.moment(at(60)), 10'060);
    QCOMPARE(playback.moment(at(20'000)), 30'000);
    playback.setSkipsWaits(true, at(20'000));
    QVERIFY(playback.moment(at(20'000)) <= 40'000);
    playback.seekEvent(5, at(20'000));
    QCOMPARE(playback.moment(at(20'000)), 40'500);
}

void PlaybackTest::nothingRecordedPlaysNothing()
{
    Playback playback;
    playback.play(at(0));
    QVERIFY(!playback.isPlaying(at(0)));
    QCOMPARE(playback.happened(at(10)), 0);
    QCOMPARE(playback.moment(at(10)), 0);
    playback.step(1, at(10));
    playback.seek(Milliseconds(100), at(10));
    QCOMPARE(playback.happened(at(10)), 0);
}

LOOPFLOW_TEST(PlaybackTest)
#include "tst_playback.moc"
