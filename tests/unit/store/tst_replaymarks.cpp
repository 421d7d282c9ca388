#include "core/store/replaymarks.h"

#include "core/store/logstore.h"
#include "core/store/recorderaser.h"
#include "tests/support/test.h"
#include "tests/unit/store/recordsamples.h"
#include "tests/unit/store/storefixture.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

constexpr TurnId source{1};
constexpr TurnId replay{2};

struct Marked {
    Marked()
    {
        for (const TurnId turn : {source, replay}) {
            for (LogRecord record : sampleTurn(10 * static_cast<qint64>(turn), turn, 2)) {
                auto *event = std::get_if<TurnEvent>(&record.event);
                if (auto *started = event ? std::get_if<TurnStarted>(event) : nullptr; started && turn == replay)
                    started->replayOf = source;
                log.append(record);
            }
        }
    }
    int rows() const { return fixture.ask(u"SELECT count(*) FROM replay_mark"_s).toInt(); }

    StoreFixture fixture;
    LogStore log{fixture.database.get()};
    ReplayMarks marks{fixture.database.get(), &log};
};

} // namespace

class ReplayMarksTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void keepsWhatAPersonThinksOfAReplay()
    {
        Marked it;
        QCOMPARE(*it.marks.mark(replay), ReplayMark{});
        const ReplayMark better{ReplayVerdict::Better, u"shorter, and it asks back"_s};
        QVERIFY(it.marks.set(replay, better));
        QCOMPARE(*it.marks.mark(replay), better);
        const ReplayMark worse{ReplayVerdict::Worse, {}};
        QVERIFY(it.marks.set(replay, worse));
        QCOMPARE(*it.marks.marksOf(source), (QHash<TurnId, ReplayMark>{{replay, worse}}));
        QVERIFY(it.marks.marksOf(replay)->isEmpty());
        QVERIFY(it.marks.set(replay, {}));
        QCOMPARE(it.rows(), 0);
    }

    void tellsOfEveryMarkThatWasKept()
    {
        Marked it;
        QList<std::pair<TurnId, ReplayMark>> told;
        QObject::connect(&it.marks, &ReplayMarks::changed,
            [&](TurnId turn, const ReplayMark &mark) { told.append({turn, mark}); });
        const ReplayMark better{ReplayVerdict::Better, u"kinder"_s};
        QVERIFY(it.marks.set(replay, better));
        QVERIFY(!it.marks.set(source, better));
        QVERIFY(it.marks.set(replay, {}));
        QCOMPARE(told, (QList<std::pair<TurnId, ReplayMark>>{{replay, better}, {replay, {}}}));
    }

    void marksNothingButAReplayThatIsThere()
    {
        Marked it;
        for (const TurnId turn : {source, TurnId{99}}) {
            const auto set = it.marks.set(turn, {ReplayVerdict::Better, {}});
            QVERIFY(!set);
            QCOMPARE(set.error().code, ErrorCode::NotFound);
        }
        QCOMPARE(it.rows(), 0);
    }

    void goesWithTheRecordWhoeverRemovesIt_data()
    {
        QTest::addColumn<QString>("how");
        QTest::newRow("everything") << u"eraser"_s;
        QTest::newRow("what is old") << u"retention"_s;
        QTest::newRow("by hand") << u"DELETE FROM event WHERE mate = 1"_s;
    }
    void goesWithTheRecordWhoeverRemovesIt()
    {
        QFETCH(QString, how);
        Marked it;
        QVERIFY(it.marks.set(replay, {ReplayVerdict::Better, u"a note that must go"_s}));
        QCOMPARE(it.rows(), 1);
        if (how == u"eraser") {
            RecordEraser eraser(&it.log);
            QSignalSpy finished(&eraser, &RecordEraser::finished);
            eraser.start();
            QTRY_COMPARE(finished.size(), 1);
        } else if (how == u"retention") {
            QVERIFY(it.log.removeBefore(std::numeric_limits<qint64>::max()));
        } else {
            it.fixture.execute(how);
        }
        QCOMPARE(it.rows(), 0);
        QCOMPARE(*it.marks.mark(replay), ReplayMark{});
    }
};

LOOPFLOW_TEST(ReplayMarksTest)
#include "tst_replaymarks.moc"
