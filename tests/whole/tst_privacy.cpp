#include "core/conversation/conversation.h"
#include "core/conversation/eventjson.h"
#include "core/conversation/replay.h"
#include "core/store/recorderaser.h"
#include "tests/support/test.h"
#include "tests/unit/store/filewords.h"
#include "tests/whole/world.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArrayList spoken{"wumbolt", "krefdasp", "zindulfo", "bregamuh"};

void setRecordsText(World &world, bool recordsText)
{
    Mate mate = *world.app().mates().mate(world.mate());
    mate.recordsText = recordsText;
    if (const auto saved = world.app().mates().update(mate); !saved)
        qFatal("%s", qPrintable(saved.error().message));
}

/// A question, its edit, and an answer; then a failure whose error quotes what was asked.
void talkWith(World &world)
{
    world.model.faults().answer = u"I have heard of zindulfo."_s;
    const auto question = world.say(u"tell me of wumbolt"_s);
    QVERIFY(world.untilReplies(1) && world.untilQuiet());
    QVERIFY(world.discord.edit(world.ana.id, question, u"tell me of krefdasp"_s));
    world.say(u"and of bregamuh"_s);
    QVERIFY(world.untilReplies(2) && world.untilQuiet());
}

template <class Event>
const Event *newest(const QList<LogRecord> &records)
{
    for (auto record = records.crbegin(); record != records.crend(); ++record) {
        const auto *turn = std::get_if<TurnEvent>(&record->event);
        if (const auto *event = turn ? std::get_if<Event>(turn) : nullptr)
            return event;
    }
    return nullptr;
}

/// The payloads, as whoever knows their form reads them.
QByteArray payloadsOf(const QList<LogRecord> &records)
{
    QByteArray all;
    for (const LogRecord &record : records)
        all += payloadOf(record.event) + '\n';
    return all;
}

} // namespace

class PrivacyTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theRecordHasTheWordsOfAMateUnlessToldOtherwise()
    {
        World world;
        world.start();
        talkWith(world);
        QCOMPARE(wordsIn(payloadsOf(world.recorded()), spoken), spoken);
        QVERIFY(!wordsIn(bytesOf(world.folder()), spoken).isEmpty());
    }

    void recordsTimesAndCountsButNoWord()
    {
        World world;
        world.start();
        setRecordsText(world, false);
        talkWith(world);
        const auto records = world.recorded();
        QCOMPARE(wordsIn(payloadsOf(records), spoken + QByteArrayList{"You are Maya", "ana"}), QByteArrayList());
        QVERIFY(records.size() > 10);
        for (const LogRecord &record : records)
            QVERIFY(record.textless && record.at.wall.count() > 0);
        const auto *completed = newest<ResponseCompleted>(records);
        QVERIFY(completed && completed->reply.usage.output > 0);
        QVERIFY(newest<HistoryFetched>(records)->messages.size() >= 3);

        const auto lines = world.app().record().conversations(world.mate());
        QCOMPARE(lines->size(), 1);
        QVERIFY(lines->constFirst().textless);
        QVERIFY(lines->constFirst().lastText.isEmpty() && lines->constFirst().person.isEmpty());
        QCOMPARE(lines->constFirst().turns, 2);
        Conversation shown;
        for (const LogRecord &record : records)
            shown.apply(record);
        QVERIFY(shown.rows().size() >= 4);
        for (const ConversationRow &row : shown.rows()) {
            QVERIFY(row.textless);
            QVERIFY(row.turn ? row.turn->text.isEmpty() && row.turn->firstTokenMs > 0 : row.message.content.isEmpty());
        }
        QCOMPARE(world.replies().size(), 2); // on Discord all was said

        // The journal keeps a reply until Discord has it; soon after, no file holds it, while Loopflow goes on.
        QTRY_COMPARE_WITH_TIMEOUT(wordsIn(bytesOf(world.folder()), spoken), QByteArrayList(), 30'000);
        world.stop();
        QCOMPARE(wordsIn(bytesOf(world.folder()), spoken), QByteArrayList());
        world.start();
        QCOMPARE(world.recorded().size(), records.size());
        QVERIFY(!world.app().mates().mate(world.mate())->recordsText);
    }

    void suchATurnCannotBeReplayed()
    {
        World world;
        world.start();
        setRecordsText(world, false);
        world.say(u"tell me of wumbolt"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        const auto source = replaySource(*world.app().record().readTurn(world.app().record().lastTurn()), 0);
        QVERIFY(!source);
        QVERIFY2(source.error().message.contains(u"Record no text"_s), qPrintable(source.error().message));
    }

    void aReplayOfAnEarlierTurnIsRecordedWithoutText()
    {
        World world;
        world.start();
        world.model.faults().answer = u"I have heard of zindulfo."_s;
        world.say(u"tell me of wumbolt"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        const TurnId first = world.app().record().lastTurn();
        setRecordsText(world, false);
        world.model.faults().answer = u"No. Of bregamuh."_s;
        QObject parent;
        std::optional<TurnId> replay;
        ReplayJob *job = world.app().replayer().start({{first}, {}, 1}, &parent);
        connect(job, &ReplayJob::ended, this, [&](const ReplayRun &run) { replay = run.replay; });
        QTRY_VERIFY_WITH_TIMEOUT(replay.has_value(), 15'000);
        const auto records = world.app().record().readTurn(*replay);
        QVERIFY(records->size() > 3);
        QCOMPARE(wordsIn(payloadsOf(*records), spoken), QByteArrayList());
        QCOMPARE(wordsIn(payloadsOf(*world.app().record().readTurn(first)), {"zindulfo"}), {"zindulfo"});
    }

    void aDeletedConversationGoesOnAnewFromDiscord()
    {
        World world;
        world.start();
        talkWith(world);
        RecordEraser eraser(&world.app().record());
        QSignalSpy finished(&eraser, &RecordEraser::finished);
        eraser.startConversation({world.mate(), world.dm});
        QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 15'000);
        QVERIFY(world.recorded().isEmpty());
        QCOMPARE(wordsIn(bytesOf(world.folder()), spoken), QByteArrayList());
        world.say(u"again"_s);
        QVERIFY(world.untilReplies(3) && world.untilQuiet());
        QVERIFY(world.modelSaw().join(u' ').contains(u"zindulfo"_s)); // the history is Discord's
        QVERIFY(newest<TurnFinished>(world.recorded()));
    }
};

LOOPFLOW_TEST(PrivacyTest)
#include "tst_privacy.moc"
