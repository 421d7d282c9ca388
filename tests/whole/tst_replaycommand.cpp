#include "tests/support/test.h"
#include "tests/whole/loopflowprocess.h"
#include "tests/whole/world.h"

#include "app/command.h"
#include "app/console.h"
#include "app/control.h"
#include "app/wait.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>

#include <csignal>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

struct Said {
    int exitCode = -1;
    QString out;
    QString err;
};

/// In this process, as `loopflow replay …` does where the data folder is free.
Said run(World &world, const QString &line)
{
    QBuffer in;
    QBuffer out;
    QBuffer err;
    in.open(QIODevice::ReadOnly);
    out.open(QIODevice::WriteOnly);
    err.open(QIODevice::WriteOnly);
    Console console(&in, &out, &err);
    const auto options = parseOptions(line.split(u' '));
    if (!options)
        qFatal("%s", qPrintable(options.error().message));
    CommandInput input = gather(options->verb, {}, console);
    const auto outcome = waitFor<Outcome>([&](QObject *context, Callback<Outcome> done) {
        runCommand(options->verb, std::move(input), world.app(), callerAt(console), context, std::move(done));
    });
    return {finish(options->verb, *outcome, console), QString::fromUtf8(out.data()), QString::fromUtf8(err.data())};
}

QList<QJsonObject> objectsIn(const QString &lines)
{
    QList<QJsonObject> objects;
    for (const QString &line : lines.split(u'\n', Qt::SkipEmptyParts))
        objects << QJsonDocument::fromJson(line.toUtf8()).object();
    return objects;
}

TurnId answeredTurn(World &world)
{
    world.say(u"hello"_s);
    if (!world.untilReplies(1) || !world.untilQuiet())
        qFatal("Maya does not answer");
    return world.app().record().answered(world.mate(), 1)->constFirst();
}

QString number(TurnId turn) { return QString::number(static_cast<qint64>(turn)); }

QList<TurnEvent> eventsOf(World &world, TurnId turn)
{
    QList<TurnEvent> events;
    const auto records = world.app().record().readTurn(turn);
    for (const LogRecord &record : *records)
        events << std::get<TurnEvent>(record.event);
    return events;
}

} // namespace

class ReplayCommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void printsWhatTheModelSaysThisTime()
    {
        World world;
        world.start();
        const TurnId turn = answeredTurn(world);
        world.model.faults().answer = u"Good morning,\nAna."_s;
        const int writes = world.discord.writes();
        const Said said = run(world, u"replay "_s + number(turn));
        QCOMPARE(said.exitCode, int(Succeeded));
        QVERIFY2(said.out.endsWith(u"\nGood morning,\nAna.\n"), qPrintable(said.out));
        const QString head = said.out.section(u'\n', 0, 0);
        QVERIFY2(head.startsWith(u"exact · turn "), qPrintable(head));
        QVERIFY2(head.contains(u" in · ") && head.endsWith(u"price unknown"), qPrintable(head));
        QVERIFY2(said.err.isEmpty(), qPrintable(said.err));
        QCOMPARE(world.discord.writes(), writes);
    }

    void takesAPromptAndPrintsOneObjectARun()
    {
        World world;
        world.start();
        const TurnId turn = answeredTurn(world);
        QTemporaryDir folder;
        QFile prompt(folder.filePath(u"p.md"_s));
        QVERIFY(prompt.open(QIODevice::WriteOnly) && prompt.write("Rhyme, {{mate}}.") > 0);
        prompt.close();
        const Said said
            = run(world, u"replay %1 --prompt %2 --model practice --runs 2 --json"_s.arg(number(turn), prompt.fileName()));
        QVERIFY2(said.exitCode == Succeeded, qPrintable(said.err));
        QCOMPARE(world.modelSaw().constFirst(), u"system: Rhyme, Maya."_s);
        const auto objects = objectsIn(said.out);
        QCOMPARE(objects.size(), 2);
        for (const QJsonObject &object : objects) {
            QCOMPARE(object["replayOf"_L1].toInteger(), static_cast<qint64>(turn));
            QCOMPARE(object["label"_L1].toString(), u"changed"_s);
            QCOMPARE(object["mate"_L1].toString(), u"maya"_s);
            QCOMPARE(object["model"_L1].toString(), u"practice"_s);
            QCOMPARE(object["text"_L1].toString(), u"Certainly."_s);
            QVERIFY(object["error"_L1].isNull() && object["cost"_L1].isNull());
            QVERIFY(object["inputTokens"_L1].toInteger() > 0 && object["outputTokens"_L1].toInteger() > 0);
            QVERIFY(object["milliseconds"_L1].toInteger(-1) >= 0);
            const TurnId replay{object["turn"_L1].toInteger()};
            QVERIFY(std::get<TurnStarted>(eventsOf(world, replay).constFirst()).replayOf == turn);
        }
    }

    void saysWhyNotAndFails_data()
    {
        QTest::addColumn<QString>("line");
        QTest::addColumn<QString>("named");
        QTest::newRow("no such turn") << u"replay 999"_s << u"no such turn"_s;
        QTest::newRow("no such file") << u"replay 1 --prompt /nowhere/p.md"_s << u"/nowhere/p.md"_s;
        QTest::newRow("no such provider") << u"replay 1 --provider nobody --model m"_s << u"nobody"_s;
        QTest::newRow("no key") << u"replay 1 --provider anthropic --model m"_s << u"ANTHROPIC_API_KEY"_s;
    }
    void saysWhyNotAndFails()
    {
        QFETCH(QString, line);
        QFETCH(QString, named);
        World world;
        world.start();
        QCOMPARE(answeredTurn(world), TurnId{1});
        const Said said = run(world, line);
        QCOMPARE(said.exitCode, int(Failed));
        QVERIFY2(said.err.contains(named), qPrintable(said.err));
        QVERIFY(said.out.isEmpty());
    }

    void aFailedRunIsAnObjectToo()
    {
        World world;
        world.start();
        const TurnId turn = answeredTurn(world);
        world.model.faults().failEvery = 1;
        world.model.faults().failStatus = 401;
        const Said said = run(world, u"replay %1 --json"_s.arg(number(turn)));
        QCOMPARE(said.exitCode, int(Failed));
        QVERIFY(!said.err.isEmpty());
        const auto objects = objectsIn(said.out);
        QCOMPARE(objects.size(), 1);
        QVERIFY(objects[0]["text"_L1].isNull());
        QVERIFY(said.err.startsWith(objects[0]["error"_L1].toString()));
    }

    void sameFromAnotherProcessWhileLoopflowRuns()
    {
        World world;
        world.start();
        const Control control(world.app(), false);
        const TurnId turn = answeredTurn(world);
        const QByteArray sent = world.model.lastRequest();
        LoopflowProcess other({u"--data-dir"_s, world.folder(), u"replay"_s, number(turn), u"--json"_s});
        other.start();
        QVERIFY(QTest::qWaitFor([&] { return other.process().state() == QProcess::NotRunning; }, 15000));
        QVERIFY(other.waitForEnd());
        QVERIFY2(other.exitCode() == Succeeded, qPrintable(other.err()));
        QCOMPARE(objectsIn(other.out()).size(), 1);
        QCOMPARE(objectsIn(other.out())[0]["label"_L1].toString(), u"exact"_s);
        QCOMPARE(world.model.lastRequest(), sent);
        QCOMPARE(world.app().record().replays(turn)->size(), 1);
    }

    void whoGoesAwayCutsItOff()
    {
        World world;
        world.start();
        const Control control(world.app(), false);
        const TurnId turn = answeredTurn(world);
        world.model.faults().firstTokenMs = 60000;
        const int requests = world.model.requests();
        LoopflowProcess other({u"--data-dir"_s, world.folder(), u"replay"_s, number(turn)});
        other.start();
        QTRY_COMPARE_WITH_TIMEOUT(world.model.requests(), requests + 1, 15000);
        ::kill(static_cast<pid_t>(other.process().processId()), SIGINT);
        QTRY_COMPARE_WITH_TIMEOUT(world.app().http().inFlight(), 0, 15000);
        const TurnId replay = world.app().record().replays(turn)->constFirst();
        QVERIFY(std::holds_alternative<TurnCancelled>(eventsOf(world, replay).constLast()));
    }

    void interruptedByItselfItEndsCleanly()
    {
        World world;
        world.start();
        const TurnId turn = answeredTurn(world);
        world.stop();
        world.model.faults().firstTokenMs = 60000;
        const int requests = world.model.requests();
        LoopflowProcess alone({u"--data-dir"_s, world.folder(), u"replay"_s, number(turn)},
            {{u"OPENAI_API_KEY"_s, QString::fromUtf8(World::key)}});
        alone.start();
        QTRY_COMPARE_WITH_TIMEOUT(world.model.requests(), requests + 1, 15000);
        ::kill(static_cast<pid_t>(alone.process().processId()), SIGINT);
        QVERIFY(alone.waitForEnd());
        QCOMPARE(alone.exitCode(), int(Failed));
        QVERIFY2(alone.err().contains(u"Cancelled."), qPrintable(alone.err()));
        world.model.faults().firstTokenMs = 0;
        world.start();
        const TurnId replay = world.app().record().replays(turn)->constFirst();
        QVERIFY(std::holds_alternative<TurnCancelled>(eventsOf(world, replay).constLast()));
    }
};

LOOPFLOW_TEST(ReplayCommandTest)
#include "tst_replaycommand.moc"
