#include "core/host/replayer.h"

#include "core/conversation/conversation.h"
#include "core/conversation/eventjson.h"
#include "tests/support/test.h"
#include "tests/whole/world.h"

#include <QSignalSpy>
#include <QSqlQuery>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

/// One job from its start to its end.
struct Runs {
    Runs(World &world, const ReplayPlan &plan)
        : job(world.app().replayer().start(plan, &parent))
    {
        QObject::connect(job, &ReplayJob::ended, &parent, [this](const ReplayRun &run) { ended << run; });
        QObject::connect(job, &ReplayJob::begun, &parent, [this](TurnId, TurnId replay) { begun << replay; });
        QObject::connect(
            job, &ReplayJob::progressed, &parent, [this](const ReplayProgress &now) { progress << now; });
        QObject::connect(job, &ReplayJob::finished, &parent, [this] { ++finished; });
    }
    bool untilOver() { return QTest::qWaitFor([this] { return finished > 0; }, 15000); }

    QObject parent;
    ReplayJob *job;
    QList<ReplayRun> ended;
    QList<TurnId> begun;
    QList<ReplayProgress> progress;
    int finished = 0;
};

QList<TurnId> answered(World &world)
{
    const auto turns = world.app().record().answered(world.mate(), 1000);
    if (!turns)
        qFatal("%s", qPrintable(turns.error().message));
    return *turns;
}

TurnId ask(World &world, const QString &text)
{
    const auto posts = world.posts().size();
    world.say(text);
    if (!world.untilReplies(posts + 1) || !world.untilQuiet())
        qFatal("Maya does not answer");
    return answered(world).constLast();
}

template <class Event>
QList<Event> eventsOf(World &world, TurnId turn)
{
    QList<Event> found;
    const auto records = world.app().record().readTurn(turn);
    for (const LogRecord &record : *records) {
        if (const auto *event = std::get_if<Event>(&std::get<TurnEvent>(record.event)))
            found << *event;
    }
    return found;
}

/// Writes to the record behind Loopflow's back.
void write(World &world, const QString &sql, const QVariantList &values = {})
{
    if (!world.app().record().flush())
        qFatal("the record cannot be written");
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"behind"_s);
        database.setDatabaseName(world.folder() + u"/loopflow.sqlite"_s);
        if (!database.open())
            qFatal("the record cannot be opened");
        QSqlQuery query(database);
        query.prepare(sql);
        for (const QVariant &value : values)
            query.addBindValue(value);
        if (!query.exec() || query.numRowsAffected() == 0)
            qFatal("nothing was written");
    }
    QSqlDatabase::removeDatabase(u"behind"_s);
}

/// As a failing disk might.
void damageHistories(World &world)
{
    write(world, u"UPDATE event SET form = 0, payload = x'00' WHERE kind = 'HistoryFetched'"_s);
}

/// As if an older Loopflow had built the turn's request, in another way.
void ageRequest(World &world, TurnId turn)
{
    RequestSent sent = eventsOf<RequestSent>(world, turn).constLast();
    sent.body.replace("hello", "hello from an older version");
    write(world, u"UPDATE event SET form = 0, payload = ? WHERE kind = 'RequestSent' AND turn = ?"_s,
        {payloadOf(TurnEvent(sent)), static_cast<qint64>(turn)});
}

} // namespace

class ReplayerTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void anExactReplayGivesTheModelTheSameBytes()
    {
        World world;
        world.start();
        ask(world, u"my name is Ana"_s);
        const TurnId turn = ask(world, u"what is my name?"_s);
        const QByteArray recorded = eventsOf<RequestSent>(world, turn).constLast().body;
        QCOMPARE(world.model.lastRequest(), recorded);
        // Whatever happened since is no part of it.
        ask(world, u"and now something else"_s);
        QVERIFY(world.app().mates().savePrompt(world.mate(), u"Rhyme."_s));
        QVERIFY(world.model.lastRequest() != recorded);
        world.model.faults().answer = u"Ana, of course."_s;
        Runs runs(world, {{turn}, {}, 1});
        QVERIFY(runs.untilOver());
        QCOMPARE(world.model.lastRequest(), recorded);
        QCOMPARE(runs.ended.size(), 1);
        const ReplayRun &run = runs.ended[0];
        QVERIFY2(!run.error, run.error ? qPrintable(run.error->message) : "");
        QVERIFY(run.exact);
        QCOMPARE(run.view.text, u"Ana, of course."_s);
        QCOMPARE(run.view.state, TurnState::Done);
        QVERIFY(run.view.usage.input > 0);
        QCOMPARE(run.view.replayOf, std::optional(turn));
        QCOMPARE(eventsOf<RequestSent>(world, run.replay).constLast().body, recorded);
    }

    void discordHearsNothingOfReplays()
    {
        World world;
        world.start();
        ask(world, u"one"_s);
        ask(world, u"two"_s);
        world.model.faults().answer = QString(1900, u'a') + u"\n\n"_s + QString(1900, u'b'); // two parts
        const int writes = world.discord.writes();
        const int reads = world.discord.count(u"GET /channels/{}/messages"_s);
        QVERIFY(writes > 0);
        const auto open = world.app().journal().unsettled(world.mate());
        Runs runs(world, {answered(world), {.promptText = u"Rhyme."_s}, 3});
        QVERIFY(runs.untilOver());
        QCOMPARE(runs.ended.size(), 6);
        world.model.faults().failEvery = 1; // a failure would be told in the conversation
        world.model.faults().failStatus = 401;
        Runs failing(world, {answered(world), {}, 1});
        QVERIFY(failing.untilOver());
        QCOMPARE(failing.job->progress().failed, 2);
        QCOMPARE(world.discord.writes(), writes);
        QCOMPARE(world.discord.count(u"GET /channels/{}/messages"_s), reads);
        QCOMPARE(world.replies().size(), 2);
        QCOMPARE(world.app().journal().unsettled(world.mate())->size(), open->size());
        QCOMPARE(world.state().answering, 0);
        for (const TurnId replay : runs.begun) {
            QVERIFY(eventsOf<TypingShown>(world, replay).isEmpty());
            const auto parts = eventsOf<PartPosted>(world, replay);
            QCOMPARE(parts.size(), 2);
            QVERIFY(parts[0].withheld && parts[1].withheld && !parts[0].message);
        }
    }

    void aReplayIsNoRowAndNothingUnread()
    {
        World world;
        world.start();
        const TurnId turn = ask(world, u"hello"_s);
        const auto before = world.app().record().conversations(world.mate());
        const auto rowsNow = [&] {
            Conversation conversation;
            for (const LogRecord &record : world.recorded())
                conversation.apply(record);
            return conversation.rows();
        };
        const QList<ConversationRow> rows = rowsNow();
        const MateHealth health = world.app().health().of(world.mate());
        world.model.faults().answer = u"Something else."_s;
        Runs runs(world, {{turn}, {}, 2});
        QVERIFY(runs.untilOver());
        world.model.faults().failEvery = 1;
        world.model.faults().failStatus = 401;
        Runs failing(world, {{turn}, {}, 1});
        QVERIFY(failing.untilOver());
        QCOMPARE(rowsNow(), rows);
        const auto after = world.app().record().conversations(world.mate());
        QCOMPARE(after->constFirst().lastText, before->constFirst().lastText);
        QCOMPARE(after->constFirst().unread, before->constFirst().unread);
        QCOMPARE(after->constFirst().turns, before->constFirst().turns);
        QCOMPARE(world.app().health().of(world.mate()).failedToday, health.failedToday);
        QCOMPARE(world.app().health().of(world.mate()).errors, health.errors);
        QCOMPARE(*world.app().record().replays(turn), runs.begun + failing.begun);
        QCOMPARE(answered(world), QList{turn});
    }

    void aChangedReplayChangesOnlyThat()
    {
        World world;
        world.start();
        const TurnId turn = ask(world, u"hello"_s);
        llm::ChatParameters warm;
        warm.temperature = 0.9;
        Runs runs(world, {{turn}, {.promptText = u"Rhyme, {{mate}}."_s, .model = u"practice"_s, .parameters = warm}, 1});
        QVERIFY(runs.untilOver());
        QVERIFY(!runs.ended[0].error);
        QVERIFY(!runs.ended[0].exact);
        QCOMPARE(world.modelSaw(), (QStringList{u"system: Rhyme, Maya."_s, u"user: hello"_s}));
        const auto started = eventsOf<TurnStarted>(world, runs.ended[0].replay);
        QCOMPARE(started[0].parameters.temperature, std::optional(0.9));
        QCOMPARE(started[0].replayOf, std::optional(turn));
        QCOMPARE(started[0].baseUrl, eventsOf<TurnStarted>(world, turn)[0].baseUrl);
    }

    void theAttemptThatAnsweredIsRunAgain()
    {
        World world;
        world.model.faults().firstTokenMs = 300;
        world.start();
        const auto question = world.say(u"what is a cart?"_s);
        QTRY_COMPARE(world.model.requests(), 1);
        QVERIFY(world.discord.edit(world.ana.id, question, u"what is a cat?"_s));
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        const QByteArray sent = world.model.lastRequest();
        world.model.faults().firstTokenMs = 0;
        world.model.faults().cutNext = 1; // and it may itself need a second attempt
        const int requests = world.model.requests();
        Runs runs(world, {answered(world), {}, 1});
        QVERIFY(runs.untilOver());
        QVERIFY(!runs.ended[0].error);
        QCOMPARE(world.model.requests(), requests + 2);
        for (const RequestSent &one : eventsOf<RequestSent>(world, runs.ended[0].replay))
            QCOMPARE(one.body, sent);
    }

    void atMostFourAskAtATime()
    {
        World world;
        world.start();
        const TurnId turn = ask(world, u"hello"_s);
        world.model.faults().firstTokenMs = 60000;
        const int requests = world.model.requests();
        Runs first(world, {{turn}, {}, 3});
        Runs second(world, {{turn}, {}, 50});
        QTRY_COMPARE(world.model.requests(), requests + 4);
        // Jobs take turns, so that a long one does not hold up a short one.
        QVERIFY(!first.begun.isEmpty() && !second.begun.isEmpty());
        first.job->cancel();
        QTRY_COMPARE(first.finished, 1);
        QTRY_COMPARE(second.begun.size(), 4);
        QTRY_COMPARE(world.model.requests(), requests + 4 + first.begun.size());
        QCOMPARE(world.app().http().inFlight(), 4);
        second.job->cancel();
        QTRY_COMPARE(second.finished, 1);
        QTRY_COMPARE(world.app().http().inFlight(), 0);
        QCOMPARE(second.job->progress().done, 4);
        QCOMPARE(second.ended[0].error->code, ErrorCode::Cancelled);
        QCOMPARE(eventsOf<TurnCancelled>(world, second.begun[0]).size(), 1);
    }

    void progressCountsUpToTheEnd()
    {
        World world;
        world.start();
        ask(world, u"one"_s);
        ask(world, u"two"_s);
        QList<TurnId> turns = answered(world);
        turns.insert(1, TurnId{999});
        Runs runs(world, {turns, {}, 2});
        QCOMPARE(runs.job->progress().of, 6);
        QVERIFY(runs.untilOver());
        QCOMPARE(runs.progress.size(), 6);
        for (int i = 0; i < 6; ++i)
            QCOMPARE(runs.progress[i].done, i + 1);
        const ReplayProgress &end = runs.progress.constLast();
        QCOMPARE(end.of, 6);
        QCOMPARE(end.failed, 2);
        QCOMPARE(end.unpriced, 4); // nobody sells the practice model
        QCOMPARE(runs.finished, 1);
        QVERIFY(runs.job->isOver());
    }

    void aPlanOfNothingIsOverAtOnce()
    {
        World world;
        world.start();
        Runs runs(world, {});
        QVERIFY(runs.untilOver());
        QVERIFY(runs.ended.isEmpty());
    }

    void whoDeletesTheJobCutsItOff()
    {
        World world;
        world.start();
        const TurnId turn = ask(world, u"hello"_s);
        world.model.faults().firstTokenMs = 60000;
        TurnId replay{};
        {
            Runs runs(world, {{turn}, {}, 2});
            QTRY_COMPARE(runs.begun.size(), 2);
            replay = runs.begun[0];
        }
        QTRY_COMPARE(world.app().http().inFlight(), 0);
        QCOMPARE(eventsOf<TurnCancelled>(world, replay).size(), 1);
    }

    void whatRunsWhenLoopflowClosesIsRecordedAsCutOff()
    {
        World world;
        world.start();
        const TurnId turn = ask(world, u"hello"_s);
        world.model.faults().firstTokenMs = 60000;
        TurnId replay{};
        {
            Runs runs(world, {{turn}, {}, 1});
            QTRY_COMPARE(runs.begun.size(), 1);
            replay = runs.begun[0];
            world.stop();
        }
        world.model.faults().firstTokenMs = 0;
        world.start();
        QCOMPARE(eventsOf<TurnCancelled>(world, replay).size(), 1);
        QCOMPARE(*world.app().record().replays(turn), QList{replay});
    }

    void saysWhyATurnCannotBeRunAgain()
    {
        World world;
        world.start();
        const TurnId turn = ask(world, u"hello"_s);
        QVERIFY(world.app().replayer().source(turn));
        QCOMPARE(world.app().replayer().source(TurnId{999}).error().code, ErrorCode::NotFound);
        damageHistories(world);
        const int requests = world.model.requests();
        Runs runs(world, {{turn}, {.promptText = u"Rhyme."_s}, 1});
        QVERIFY(runs.untilOver());
        QVERIFY(runs.ended[0].error);
        QVERIFY2(runs.ended[0].error->message.contains(u"damaged"), qPrintable(runs.ended[0].error->message));
        QCOMPARE(runs.ended[0].replay, TurnId{});
        QCOMPARE(world.model.requests(), requests);
    }

    void whatAnOlderVersionAskedIsRunWithChangesOnly()
    {
        World world;
        world.start();
        const TurnId turn = ask(world, u"hello"_s);
        ageRequest(world, turn);
        QVERIFY(world.app().replayer().source(turn)->notExact);
        const int requests = world.model.requests();
        Runs exact(world, {{turn}, {}, 1});
        QVERIFY(exact.untilOver());
        QVERIFY(exact.ended[0].error && exact.ended[0].error->message.contains(u"another version"));
        QCOMPARE(exact.ended[0].replay, TurnId{});
        QCOMPARE(world.model.requests(), requests);
        Runs changed(world, {{turn}, {.promptText = u"Rhyme."_s}, 1});
        QVERIFY(changed.untilOver());
        QVERIFY2(!changed.ended[0].error, qPrintable(changed.ended[0].error.value_or(Error{}).message));
        QVERIFY(!changed.ended[0].exact);
        QCOMPARE(world.modelSaw(), (QStringList{u"system: Rhyme."_s, u"user: hello"_s}));
    }

    void withoutAKeyNothingBegins()
    {
        World world;
        world.start();
        const TurnId turn = ask(world, u"hello"_s);
        Runs runs(world, {{turn}, {.provider = u"anthropic"_s, .model = u"claude-sonnet-4-5"_s}, 1});
        QVERIFY(runs.untilOver());
        QVERIFY(runs.ended[0].error);
        QCOMPARE(runs.ended[0].error->code, ErrorCode::Unauthorized);
        QVERIFY(runs.ended[0].error->message.contains(u"ANTHROPIC_API_KEY"));
        QVERIFY(world.app().record().replays(turn)->isEmpty());
        Runs unknown(world, {{turn}, {.provider = u"nobody"_s}, 1});
        QVERIFY(unknown.untilOver());
        QVERIFY(unknown.ended[0].error->message.contains(u"nobody"));
    }

    void theTurnsOfADeletedMateAreGone()
    {
        World world;
        world.start();
        const TurnId turn = ask(world, u"hello"_s);
        world.model.faults().firstTokenMs = 60000;
        Runs runs(world, {{turn}, {}, 1});
        QTRY_COMPARE(runs.begun.size(), 1);
        QVERIFY(world.app().mates().remove(world.mate()));
        QVERIFY(runs.untilOver());
        QCOMPARE(runs.ended[0].error->code, ErrorCode::Cancelled);
        QCOMPARE(world.app().replayer().source(turn).error().code, ErrorCode::NotFound);
    }

    void estimatesByTheRecord()
    {
        World world;
        world.start();
        ask(world, u"hello"_s);
        std::optional<ReplayEstimate> estimate;
        QObject context;
        world.app().replayer().estimate({answered(world) + QList{TurnId{999}}, {}, 3}, &context,
            [&](const Result<ReplayEstimate> &result) { estimate = *result; });
        QTRY_VERIFY(estimate);
        QCOMPARE(estimate->runs, 3);
        QCOMPARE(estimate->refused, 1);
        QCOMPARE(estimate->unpriced, 3);
    }
};

LOOPFLOW_TEST(ReplayerTest)
#include "tst_replayer.moc"
