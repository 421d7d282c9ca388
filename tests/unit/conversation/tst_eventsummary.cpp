#include "core/conversation/eventsummary.h"
#include "core/conversation/textless.h"
#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class EventSummaryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysAnEventInALine_data();
    void saysAnEventInALine();
    void everyReasonIsAWholeSentence();
};

void EventSummaryTest::saysAnEventInALine_data()
{
    QTest::addColumn<LogEvent>("event");
    QTest::addColumn<QString>("line");
    const auto row = [](const char *name, LogEvent event, const QString &line) { QTest::newRow(name) << event << line; };
    const Error error{ErrorCode::Unavailable, u"Overloaded."_s};
    ResponseCompleted done;
    done.reply.text = u"a\nb"_s;
    HistoryFetched history;
    history.messages = {message(1, ana, u"hi"_s)};
    row("message", ChannelEvent(MessageSeen{message(1, ana, u"two\nlines"_s)}), u"ana: two lines"_s);
    row("ignored", ChannelEvent(MessageIgnored{{1}, IgnoreReason::WrittenByBot}), whyIgnored(IgnoreReason::WrittenByBot));
    row("connection", MateEvent(ConnectionChanged{discord::GatewayState::Ready}), u"Ready"_s);
    row("start", TurnEvent(setup({message(1, ana, u"hi"_s)})), u"prompt v1, m, answers 1"_s);
    row("history", TurnEvent(history), u"messages: 1"_s);
    history.more = true;
    row("more history", TurnEvent(history), u"messages: 1, older ones exist"_s);
    row("request", TurnEvent(RequestSent{2, u"http://x.test"_s, "body", 7, 0}), u"try 2, about 7 tokens, 4 bytes to http://x.test"_s);
    row("failure", TurnEvent(TurnFailed{u"model"_s, error}), u"Overloaded."_s);
    row("thinking", TurnEvent(DeltaReceived{{}, true}), u"thinking"_s);
    row("reply", TurnEvent(done), u"a b"_s);
    done.reply.usage.input = 5;
    done.reply.usage.output = 6;
    row("reply with usage", TurnEvent(done), u"5 tokens in, 6 out: a b"_s);
    row("message without text", withoutText(ChannelEvent(MessageSeen{message(1, ana, u"two"_s)})), textlessWords());
    row("request without text", TurnEvent(RequestSent{2, u"http://x.test"_s, {}, 7, 0}), u"try 2, about 7 tokens to http://x.test"_s);
    row("delta without text", withoutText(TurnEvent(DeltaReceived{u"Hello"_s, false})), u"5 characters"_s);
    row("reply without text", withoutText(TurnEvent(done)), u"5 tokens in, 6 out"_s);
    row("posted", TurnEvent(PartPosted{1, {9}, false}), u"part 2 as message 9"_s);
    row("withheld", TurnEvent(PartPosted{0, {}, true}), u"part 1, withheld: a replay posts nothing"_s);
    row("long", ChannelEvent(NoteAdded{u"word "_s.repeated(100000)}), u"word "_s.repeated(100000).left(200));
    row("end", TurnEvent(TurnFinished{}), QString());
}

void EventSummaryTest::saysAnEventInALine()
{
    QFETCH(LogEvent, event);
    QFETCH(QString, line);
    QCOMPARE(summaryOf(event), line);
}

void EventSummaryTest::everyReasonIsAWholeSentence()
{
    QSet<QString> sentences;
    using enum IgnoreReason;
    for (const IgnoreReason reason : {WrittenByBot, SystemLine, WrittenWhileClosed, NotForMates}) {
        QVERIFY(whyIgnored(reason).endsWith(u'.'));
        sentences.insert(whyIgnored(reason));
    }
    QCOMPARE(sentences.size(), 4);
}

LOOPFLOW_TEST(EventSummaryTest)
#include "tst_eventsummary.moc"
