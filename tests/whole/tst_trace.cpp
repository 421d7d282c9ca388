#include "core/conversation/recordedrequest.h"
#include "core/conversation/trace.h"
#include "core/store/logstore.h"
#include "tests/support/test.h"
#include "tests/whole/world.h"
#include "ui/inspector/requestpage.h"
#include "ui/widgets/jsonview.h"

#include <QProcess>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

Trace newestTrace(World &world)
{
    const TurnId turn = world.app().record().lastTurn();
    const auto records = world.app().record().readTurn(turn);
    if (!records)
        qFatal("%s", qPrintable(records.error().message));
    Trace trace;
    for (const LogRecord &record : *records)
        trace.apply(record);
    return trace;
}

QStringList seen(const TraceRequest &request)
{
    QStringList lines;
    for (const TraceMessage &message : viewOf(request).messages)
        lines << message.role + u": "_s + message.text;
    return lines;
}

} // namespace

class TraceOfATurnTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void whatIsShownIsWhatTheServerGot()
    {
        World world;
        world.start();
        world.say(u"my name is \"Ana\", it's $HOME 🚀"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        world.say(u"what is my name?"_s);
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        const Trace trace = newestTrace(world);
        QVERIFY(trace.isOver());
        QCOMPARE(trace.requests().size(), 1);
        const TraceRequest &request = trace.requests()[0];
        QCOMPARE(request.sent.body, world.model.lastRequest());
        QCOMPARE(seen(request), world.modelSaw());
        RequestPage page;
        page.show(trace);
        QCOMPARE(page.findChild<JsonView *>(u"requestBody"_s)->json(), world.model.lastRequest());
        QCOMPARE(viewOf(request).messages.constLast().asked, true);
        QCOMPARE(viewOf(request).messages[1].ids.size(), 1);
    }

    void theCopiedCommandSendsItAgain()
    {
        World world;
        world.start();
        world.say(u"it's \"quoted\""_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        const TraceRequest request = newestTrace(world).requests().constLast();
        const QByteArray first = world.model.lastRequest();
        QCOMPARE(world.model.requests(), 1);
        QProcess shell;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"OPENAI_API_KEY"_s, QString::fromUtf8(World::key));
        shell.setProcessEnvironment(environment);
        const QByteArray command = curlCommand(request.setup.provider, request.sent.url, request.sent.body);
        QVERIFY(!command.contains(World::key));
        shell.start(u"sh"_s, {u"-c"_s, QString::fromUtf8(command)});
        QTRY_VERIFY_WITH_TIMEOUT(shell.state() == QProcess::NotRunning, 15000);
        if (shell.exitCode() == 127)
            QSKIP("there is no curl here");
        QCOMPARE(world.model.requests(), 2);
        QCOMPARE(world.model.lastRequest(), first);
        QVERIFY(shell.readAllStandardOutput().contains("Certainly"));
    }

    void aRetryIsABarOfItsOwn()
    {
        World world;
        world.model.faults().failEvery = 2;
        world.model.faults().failStatus = 503;
        world.start();
        world.say(u"one"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        world.say(u"two"_s);
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        const Trace trace = newestTrace(world);
        QCOMPARE(trace.requests().size(), 2);
        QCOMPARE(trace.totals().retries, 1);
        QStringList names;
        for (const TraceStep &step : trace.steps())
            names << nameOf(step.kind);
        QCOMPARE(names.mid(0, 5), (QStringList{u"received"_s, u"history"_s, u"request"_s, u"first token"_s, u"retry"_s}));
        QCOMPARE(names.constLast(), u"posted"_s);
    }
};

LOOPFLOW_TEST(TraceOfATurnTest)
#include "tst_trace.moc"
