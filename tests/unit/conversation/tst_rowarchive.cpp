#include "core/conversation/rowarchive.h"

#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

ConversationRow ofMessage()
{
    ConversationRow row;
    row.message = message(1, ana, u"hi **there** 🙂"_s);
    row.message.attachments = {{u"a.png"_s, u"image/png"_s, 7, u"https://cdn/a.png"_s}};
    row.message.replyTo = idAt(3);
    row.message.memberNick = u"Ana"_s;
    row.seq = (1LL << 52) + 1;
    row.atMs = 1'700'000'000'123;
    row.edited = true;
    row.deleted = true;
    row.deletedMs = 1'700'000'000'999;
    row.ignored = IgnoreReason::WrittenWhileClosed;
    return row;
}

ConversationRow ofTurn()
{
    ConversationRow row;
    TurnView &view = row.turn.emplace();
    view.id = TurnId{77};
    view.text = u"text"_s;
    view.waitingFor = u"Discord"_s;
    view.error = u"No."_s;
    view.stage = u"model"_s;
    view.promptVersion = 7;
    view.model = u"m"_s;
    view.startedMs = 1;
    view.requestMs = 2;
    view.firstTokenMs = 3;
    view.endedMs = 4;
    view.retries = 5;
    view.restarts = 6;
    view.restartedFor = RestartReason::Deleted;
    view.usage.input = 1204;
    view.usage.cost = 0.1;
    view.cost = 0.0061;
    view.why = u"direct message"_s;
    view.replayOf = TurnId{3};
    view.asked = {idAt(1), idAt(2)};
    view.triedAgain = true;
    view.posted = {idAt(9)};
    row.seq = 5;
    row.deleted = true;
    return row;
}

} // namespace

class RowArchiveTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesBackWhatItWasGiven()
    {
        QList<ConversationRow> rows{ofMessage(), ofTurn()};
        for (const TurnState state : {TurnState::Waiting, TurnState::Streaming, TurnState::Posting, TurnState::Done,
                 TurnState::Failed, TurnState::Cancelled}) {
            rows.append(ofTurn());
            rows.last().turn->state = state;
        }
        ConversationRow note;
        note.note = u"Connection dropped by you"_s;
        rows.append(note);
        TurnView begun;
        begun.id = TurnId{1};
        rows.append(ConversationRow{});
        rows.last().turn = begun;
        QCOMPARE(unpacked(packed(rows)), rows);
        QVERIFY(unpacked(packed({})).isEmpty());
    }

    void packedTakesLessRoom()
    {
        QList<ConversationRow> rows(100, ofMessage());
        QVERIFY(packed(rows).size() < 100 * qsizetype(sizeof(ConversationRow)) / 4);
    }
};

LOOPFLOW_TEST(RowArchiveTest)
#include "tst_rowarchive.moc"
