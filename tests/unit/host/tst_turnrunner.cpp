#include "core/host/turnrunner.h"

#include "core/conversation/log.h"
#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

// Effects that only note what they were asked; the test answers through the sinks.
struct Asked {
    QStringList keys;
    QList<TurnEffects::Sink> sinks;
    int cancelled = 0;
};

class NotingEffects final : public TurnEffects {
public:
    explicit NotingEffects(Asked *asked)
        : m_asked(asked)
    {
    }
    void perform(const TurnAction &action, Sink sink) override
    {
        m_asked->keys << QString::fromUtf8(keyOf(action));
        m_asked->sinks << sink;
        if (std::holds_alternative<Finish>(action))
            sink(TurnFinished{}); // answers at once, as the real ones do
    }
    void cancel() override { ++m_asked->cancelled; }

private:
    Asked *m_asked;
};

struct Stage {
    Stage()
        : runner(&log, {MateId{1}, dm}, std::make_unique<NotingEffects>(&asked))
    {
        QObject::connect(&log, &ConversationLog::appended, &log, [this](const LogRecord &r) {
            logged << QString::number(r.event.index());
            events << r.event;
        });
    }
    void replied(const QString &text)
    {
        llm::ChatReply reply;
        reply.text = text;
        asked.sinks.constLast()(ResponseCompleted{reply, {}});
    }
    Asked asked;
    ConversationLog log;
    QStringList logged;
    QList<LogEvent> events;
    TurnRunner runner;
};

TurnStarted question() { return setup({message(0, ana, u"hello"_s)}); }
const HistoryFetched noHistory{HistoryPurpose::Context, {}, false};

} // namespace

class TurnRunnerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void performsEachActionOnce()
    {
        Stage stage;
        stage.runner.start(question());
        QCOMPARE(stage.asked.keys, (QStringList{u"typing"_s, u"history 1"_s}));
        stage.runner.personTyped();
        QCOMPARE(stage.asked.keys.size(), 2);
        stage.asked.sinks[1](noHistory);
        QCOMPARE(stage.asked.keys.constLast(), u"request 1"_s);
        stage.asked.sinks.constLast()(DeltaReceived{u"Y"_s, false});
        QCOMPARE(stage.asked.keys.size(), 3);
    }

    void runsToTheEndAndSaysSoOnce()
    {
        Stage stage;
        QSignalSpy finished(&stage.runner, &TurnRunner::finished);
        stage.runner.start(question());
        stage.asked.sinks[1](noHistory);
        stage.replied(u"Yes."_s);
        QCOMPARE(stage.asked.keys.constLast(), u"post 1 0 1"_s);
        stage.asked.sinks.constLast()(PartPosted{0, idAt(1), false});
        QCOMPARE(stage.asked.keys.constLast(), u"finish"_s);
        QVERIFY(stage.runner.turn().isOver());
        QCOMPARE(finished.size(), 0); // never inside a call
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(std::holds_alternative<TurnFinished>(std::get<TurnEvent>(stage.events.constLast())));
    }

    void dropsAnswersFromBeforeARestart()
    {
        Stage stage;
        stage.runner.start(question());
        const TurnEffects::Sink old = stage.asked.sinks[1];
        QVERIFY(stage.runner.restart(
            {message(0, ana, u"hello"_s), message(1, ana, u"you?"_s)}, RestartReason::NewerMessage));
        QCOMPARE(stage.asked.cancelled, 1);
        const auto keys = stage.asked.keys.size();
        old(noHistory);
        QCOMPARE(stage.asked.keys.size(), keys);
        QCOMPARE(stage.runner.turn().questions().size(), 2);
    }

    void doesNotRestartOnceAReplyIsWithDiscord()
    {
        Stage stage;
        stage.runner.start(question());
        stage.asked.sinks[1](noHistory);
        stage.replied(u"Yes."_s);
        QVERIFY(!stage.runner.restart({message(1, ana, u"wait"_s)}, RestartReason::NewerMessage));
        QVERIFY(!stage.runner.cancel(u"deleted"_s));
    }

    void cancelEndsItWithoutAnAnswer()
    {
        Stage stage;
        QSignalSpy finished(&stage.runner, &TurnRunner::finished);
        stage.runner.start(question());
        QVERIFY(stage.runner.cancel(u"The message was deleted."_s));
        QCOMPARE(stage.asked.keys.constLast(), u"stop typing"_s);
        QVERIFY(stage.runner.turn().isOver());
        QTRY_COMPARE(finished.size(), 1);
    }

    void wakesUpForAWait()
    {
        Stage stage;
        TurnStarted start = question();
        start.mergeWaitMs = 20;
        stage.runner.start(start);
        QCOMPARE(stage.asked.keys, QStringList{u"typing"_s});
        QTRY_COMPARE(stage.asked.keys.constLast(), u"history 1"_s);
    }

    void logsEverythingThatHappens()
    {
        Stage stage;
        stage.runner.start(question());
        stage.asked.sinks[0](TypingShown{});
        stage.asked.sinks[1](noHistory);
        QCOMPARE(stage.events.size(), 3);
        QCOMPARE(std::get<TurnEvent>(stage.events[0]).index(), TurnEvent(TurnStarted{}).index());
        QCOMPARE(stage.runner.id(), TurnId{1});
    }
};

LOOPFLOW_TEST(TurnRunnerTest)
#include "tst_turnrunner.moc"
