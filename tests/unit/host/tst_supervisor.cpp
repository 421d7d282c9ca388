#include "core/host/supervisor.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class SupervisorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysStatesInWords_data()
    {
        const TimePoint now{10s, 10s};
        QTest::addColumn<MateState>("state");
        QTest::addColumn<QString>("words");
        const auto state = [](MatePhase phase, int answering = 0, const QString &problem = {}) {
            MateState s;
            s.phase = phase;
            s.answering = answering;
            s.problem = problem;
            return s;
        };
        QTest::newRow("paused") << MateState{} << u"paused"_s;
        QTest::newRow("online") << state(MatePhase::Online) << u"online"_s;
        QTest::newRow("answering") << state(MatePhase::Online, 2) << u"answering 2"_s;
        QTest::newRow("failed") << state(MatePhase::Failed, 0, u"Discord refused the token."_s)
                                << u"Discord refused the token."_s;
        QTest::newRow("connecting") << state(MatePhase::Connecting) << u"connecting"_s;
        MateState waiting = state(MatePhase::Waiting);
        QTest::newRow("waiting") << waiting << u"reconnecting"_s;
        waiting.reconnectAt = now + 7500ms;
        QTest::newRow("countdown") << waiting << u"reconnects in 8 s"_s;
        waiting.reconnectAt = now;
        QTest::newRow("now") << waiting << u"reconnects in 1 s"_s;
    }
    void saysStatesInWords()
    {
        QFETCH(MateState, state);
        QFETCH(QString, words);
        QCOMPARE(inWords(state, TimePoint{10s, 10s}), words);
    }
};

LOOPFLOW_TEST(SupervisorTest)
#include "tst_supervisor.moc"
