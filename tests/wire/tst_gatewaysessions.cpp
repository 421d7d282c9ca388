#include "core/practice/gatewaysessions.h"
#include "tests/support/test.h"

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;

class GatewaySessionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void numbersEventsAndKeepsThem()
    {
        GatewaySessions sessions;
        PracticeSession &session = sessions.open({1}, 4096);
        session.frame("READY", "{}");
        const QByteArray frame = session.record("MESSAGE_CREATE", R"({"id":"5"})");
        QCOMPARE(frame, R"({"t":"MESSAGE_CREATE","s":2,"op":0,"d":{"id":"5"}})");
        QCOMPARE(session.sequence, 2);
        QCOMPARE(session.sent.size(), size_t(1));
        QCOMPARE(session.sent.front().frame, frame);
    }

    void cannotReplayWhatIsTooOld()
    {
        GatewaySessions sessions;
        PracticeSession &session = sessions.open({1}, 0);
        for (int i = 0; i < 10001; ++i)
            session.record("X", "{}");
        QCOMPARE(session.sent.size(), size_t(10000));
        QVERIFY(!session.canReplay(0));
        QVERIFY(session.canReplay(1));
    }

    void forgetsWhatNobodyCameBackTo()
    {
        GatewaySessions sessions;
        const Milliseconds life(1000);
        const QString id = sessions.open({1}, 0).id;
        sessions.find(id)->detached = Milliseconds(5000);
        QVERIFY(sessions.find(id, {Milliseconds(5999), {}}, life));
        QVERIFY(!sessions.find(id, {Milliseconds(6000), {}}, life));
        QVERIFY(!sessions.find(id));
    }

    void keepsBotsApart()
    {
        GatewaySessions sessions;
        const QString first = sessions.open({1}, 0).id;
        const QString second = sessions.open({2}, 0).id;
        QVERIFY(first != second);
        QCOMPARE(sessions.of({1}).size(), 1);
        QCOMPARE(sessions.of({1}).first()->id, first);
        sessions.end(first);
        QVERIFY(sessions.of({1}).isEmpty());
        QCOMPARE(sessions.of({2}).size(), 1);
    }
};

LOOPFLOW_TEST(GatewaySessionsTest)
#include "tst_gatewaysessions.moc"
