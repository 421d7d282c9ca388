#include "tests/support/test.h"
#include "tests/whole/loopflowprocess.h"

#include "app/console.h"
#include "app/control.h"
#include "app/remote.h"
#include "core/host/controlsocket.h"
#include "core/store/memorysecretstore.h"

#include <QBuffer>
#include <QFile>
#include <QJsonDocument>
#include <QLocalSocket>
#include <QSignalSpy>

#include <csignal>
#include <thread>

using namespace loopflow;
using namespace Qt::StringLiterals;
using test::LoopflowProcess;

/// A second process, played by a thread because it waits where it reads.
struct Second {
    int exitCode = -1;
    QString out;
    QString err;
    QString broken; ///< why there was no outcome
};

/// One Loopflow runs, others come: as processes, and inside this one where a keychain is needed.
class TestControl : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void verbsSpeakToTheRunningOne();
    void verbsSayTheSameWithAndWithoutARunningOne();
    void aSecondStartRaisesTheWindow();
    void aSecondHeadlessStartSaysThatOneRuns();
    void aWindowlessOneSaysThatItHasNone();
    void chatTakesTheMateOfTheRunningOne();
    void rubbishOnTheSocketHarmsNothing();
    void afterAKillTheNextOneTakesOver();
    void onlyTheOwnerMayOpenTheSocket();
    void settingsOfARunAreRefused();
    void anotherDiscordIsRefused();
    void initShowsTheMateInTheRunningOneAndKeepsItsToken();
    void initTakesTheCallersVariable();
    void raisingHandsTheActivationOver();
    void whileItQuitsNothingIsDone();

private:
    QStringList inFolder(const QStringList &arguments) const
    {
        return QStringList{u"--data-dir"_s, m_folder->filePath(u"data"_s)} + arguments;
    }
    QString file(const QString &name, const QByteArray &bytes) const;
    std::unique_ptr<LoopflowProcess> startWindow();
    bool answers();
    std::unique_ptr<Application> open(const LocalPractice *discord = nullptr);
    Second come(Errand errand);

    std::unique_ptr<QTemporaryDir> m_folder;
    MemorySecretStore *m_keychain = nullptr; // of the application that open() made
};

void TestControl::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

QString TestControl::file(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test's folder cannot be written");
    return path;
}

bool TestControl::answers()
{
    return QTest::qWaitFor([this] { return bool(findControlPath(m_folder->filePath(u"data"_s))); }, 30000);
}

std::unique_ptr<LoopflowProcess> TestControl::startWindow()
{
    auto running = std::make_unique<LoopflowProcess>(
        inFolder({}), QMap<QString, QString>{{u"QT_QPA_PLATFORM"_s, u"offscreen"_s}});
    running->start();
    return answers() ? std::move(running) : nullptr;
}

std::unique_ptr<Application> TestControl::open(const LocalPractice *discord)
{
    Setup setup;
    setup.dataFolder = m_folder->filePath(u"data"_s);
    if (discord)
        setup.environment.insert(u"LOOPFLOW_DISCORD_API"_s, discord->api().toString());
    auto keychain = std::make_unique<MemorySecretStore>();
    m_keychain = keychain.get();
    setup.keychain = std::move(keychain);
    auto application = Application::open(std::move(setup));
    return application ? std::move(*application) : nullptr;
}

Second TestControl::come(Errand errand)
{
    Second second;
    std::atomic<bool> done = false;
    std::thread thread([&] {
        QBuffer in;
        QBuffer out;
        QBuffer err;
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
        Console console(&in, &out, &err);
        auto client = ControlClient::connect(m_folder->filePath(u"data"_s));
        const auto outcome
            = client ? runThere(*client, std::move(errand), console) : Result<Outcome>(client.error());
        second.exitCode = outcome ? outcome->exitCode : -1;
        second.broken = outcome ? QString() : outcome.error().message;
        second.out = QString::fromUtf8(out.data());
        second.err = QString::fromUtf8(err.data());
        done = true;
    });
    (void)QTest::qWaitFor([&] { return done.load(); }, 60000);
    thread.join();
    return second;
}

void TestControl::verbsSpeakToTheRunningOne()
{
    const auto running = startWindow();
    QVERIFY(running);
    LoopflowProcess import(inFolder({u"import"_s,
        file(u"ana.md"_s, "# Ana\n\n## System Prompt\n\nYou are Ana.\n"), m_folder->filePath(u"absent.md"_s)}));
    QVERIFY(import.run());
    QCOMPARE(import.exitCode(), 1);
    QVERIFY2(import.out().startsWith(u"Imported Ana."), qPrintable(import.out() + import.err()));
    QVERIFY2(import.err().contains(u"absent.md: It could not be read"), qPrintable(import.err()));

    LoopflowProcess list(inFolder({u"list"_s, u"--json"_s}));
    QVERIFY(list.run());
    QCOMPARE(list.exitCode(), 0);
    QCOMPARE(QJsonDocument::fromJson(list.out().toUtf8())[u"identifier"].toString(), u"ana"_s);

    LoopflowProcess exported(inFolder({u"export"_s, u"ana"_s, u"--output"_s, m_folder->filePath(u"out.md"_s)}));
    QVERIFY(exported.run());
    QVERIFY2(exported.exitCode() == 0, qPrintable(exported.err()));
    QFile written(m_folder->filePath(u"out.md"_s));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), QByteArray("# Ana\n\n## System Prompt\n\nYou are Ana.\n"));

    running->terminate();
    QVERIFY(running->waitForEnd());
    QCOMPARE(running->exitCode(), 0);
    QVERIFY(!findControlPath(m_folder->filePath(u"data"_s)));
}

void TestControl::verbsSayTheSameWithAndWithoutARunningOne()
{
    const QList<QStringList> commands{{u"list"_s}, {u"export"_s, u"nobody"_s}, {u"export"_s, u"--turn"_s, u"7"_s},
        {u"import"_s, m_folder->filePath(u"absent.md"_s)}, {u"init"_s, u"!!!"_s},
        {u"init"_s, u"Maya"_s, u"--token-stdin"_s}, {u"init"_s, u"Maya"_s, u"--provider"_s, u"nobody"_s},
        {u"init"_s, u"Maya"_s}, {u"list"_s},
        {u"search"_s, u"nothing"_s}, {u"search"_s, u"--json"_s, u"is:green"_s}};
    const auto everything = [&] {
        QStringList said;
        for (const QStringList &command : commands) {
            LoopflowProcess process(inFolder(command));
            process.withInput("this is no token\n").run();
            said.append(u"%1: %2 %3%4"_s.arg(command.join(u' ')).arg(process.exitCode())
                            .arg(process.out(), process.err()));
        }
        return said;
    };
    const QStringList alone = everything();
    QVERIFY(QDir(m_folder->filePath(u"data"_s)).removeRecursively());
    const auto running = startWindow();
    QVERIFY(running);
    QCOMPARE(everything(), alone);
}

void TestControl::aSecondStartRaisesTheWindow()
{
    const auto running = startWindow();
    QVERIFY(running);
    LoopflowProcess second(inFolder({})); // needs no display of its own
    QVERIFY(second.run());
    QCOMPARE(second.err(), QString());
    QCOMPARE(second.exitCode(), 0);
    QCOMPARE(running->process().state(), QProcess::Running);
}

void TestControl::aSecondHeadlessStartSaysThatOneRuns()
{
    const auto running = startWindow();
    QVERIFY(running);
    for (const QStringList &arguments : {QStringList{u"--headless"_s}, QStringList{u"--headless"_s, u"--practice"_s}}) {
        LoopflowProcess second(inFolder(arguments));
        QVERIFY(second.run());
        QCOMPARE(second.exitCode(), 1);
        QVERIFY2(second.err().contains(QString::number(running->process().processId())), qPrintable(second.err()));
    }
}

void TestControl::aWindowlessOneSaysThatItHasNone()
{
    LoopflowProcess running(inFolder({u"--practice"_s, u"--headless"_s}));
    running.start();
    QVERIFY2(!running.firstLine().isEmpty(), qPrintable(running.err()));
    LoopflowProcess second(inFolder({}));
    QVERIFY(second.run());
    QCOMPARE(second.exitCode(), 1);
    QVERIFY2(second.err().contains(u"without a window"), qPrintable(second.err()));
    LoopflowProcess list(inFolder({u"list"_s}));
    QVERIFY(list.run());
    QCOMPARE(list.exitCode(), 0);
    QCOMPARE(::kill(static_cast<pid_t>(running.process().processId()), SIGINT), 0);
    QVERIFY(running.waitForEnd());
    QCOMPARE(running.exitCode(), 0);
}

void TestControl::chatTakesTheMateOfTheRunningOne()
{
    const auto running = startWindow();
    QVERIFY(running);
    LoopflowProcess import(inFolder(
        {u"import"_s, file(u"ana.md"_s, "# Ana\n\n## System Prompt\n\nYou collect orange mice.\n")}));
    QVERIFY(import.run());
    LoopflowProcess chat(inFolder({u"chat"_s, u"Ana"_s}));
    QVERIFY(chat.withInput("what is a violet elephant").run());
    QVERIFY2(chat.exitCode() == 0, qPrintable(chat.err()));
    QVERIFY2(chat.out().contains(u"violet elephant"), qPrintable(chat.out()));
    QVERIFY2(chat.out().contains(u"orange mice"), qPrintable(chat.out())); // the prompt is shown
    LoopflowProcess nobody(inFolder({u"chat"_s, u"nobody"_s}));
    QVERIFY(nobody.run());
    QCOMPARE(nobody.exitCode(), 1);
    QVERIFY2(nobody.err().contains(u"nobody"), qPrintable(nobody.err()));
}

void TestControl::rubbishOnTheSocketHarmsNothing()
{
    const auto running = startWindow();
    QVERIFY(running);
    const auto path = findControlPath(m_folder->filePath(u"data"_s));
    QVERIFY(path);
    QLocalSocket hanging;
    hanging.connectToServer(*path);
    QLocalSocket rubbish;
    rubbish.connectToServer(*path);
    QVERIFY(rubbish.waitForConnected());
    rubbish.write(QByteArray(1000, '\xff'));
    QTRY_COMPARE(rubbish.state(), QLocalSocket::UnconnectedState);
    LoopflowProcess list(inFolder({u"list"_s}));
    QVERIFY(list.run());
    QCOMPARE(list.exitCode(), 0);
    QCOMPARE(running->process().state(), QProcess::Running);
}

void TestControl::afterAKillTheNextOneTakesOver()
{
    const auto first = startWindow();
    QVERIFY(first);
    first->process().kill();
    (void)first->waitForEnd();
    QVERIFY(findControlPath(m_folder->filePath(u"data"_s))); // it could not tidy up
    LoopflowProcess alone(inFolder({u"list"_s}));
    QVERIFY(alone.run());
    QVERIFY2(alone.exitCode() == 0, qPrintable(alone.err()));

    const auto second = startWindow();
    QVERIFY(second);
    QTRY_COMPARE_WITH_TIMEOUT(
        [this] {
            LoopflowProcess again(inFolder({}));
            return again.run() ? again.exitCode() : -1;
        }(),
        0, 30000);
    QCOMPARE(second->process().state(), QProcess::Running);
}

void TestControl::onlyTheOwnerMayOpenTheSocket()
{
    const auto running = startWindow();
    QVERIFY(running);
    const auto path = findControlPath(m_folder->filePath(u"data"_s));
    QVERIFY(path);
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther | QFile::WriteOther
        | QFile::ExeOther;
    QCOMPARE(QFile::permissions(*path) & others, QFile::Permissions());
    QCOMPARE(QFile::permissions(QFileInfo(*path).path()) & others, QFile::Permissions());
}

void TestControl::settingsOfARunAreRefused()
{
    const auto application = open();
    QVERIFY(application);
    const Control control(*application, true);
    for (const QStringList &arguments : {QStringList{u"list"_s}, QStringList{}}) {
        const Second second = come({arguments + QStringList{u"--set"_s, u"history.messages=3"_s}, {}, {}, {}});
        QCOMPARE(second.exitCode, 1);
        QVERIFY2(second.err.contains(u"--set"), qPrintable(second.err + second.broken));
    }
}

void TestControl::anotherDiscordIsRefused()
{
    LocalPractice discord;
    QVERIFY(discord.start());
    const auto application = open(&discord);
    QVERIFY(application);
    const Control control(*application, true);
    const Second second = come({{u"init"_s, u"Maya"_s}, {}, {}, u"http://127.0.0.1:1/api/v10"_s});
    QCOMPARE(second.exitCode, 1);
    QVERIFY2(second.err.contains(u"127.0.0.1:1/"), qPrintable(second.err + second.broken));
    QVERIFY(application->mates().mates().isEmpty());
}

void TestControl::initShowsTheMateInTheRunningOneAndKeepsItsToken()
{
    LocalPractice discord;
    QVERIFY(discord.start());
    const PracticeBot bot = discord.addBot(u"Maya"_s);
    const auto application = open(&discord);
    QVERIFY(application);
    application->startMates();
    const Control control(*application, true);
    const QSignalSpy added(&application->mates(), &MateStore::added);

    Errand errand{{u"init"_s, u"Maya"_s, u"--token-stdin"_s, u"--provider"_s, u"openai"_s, u"--model"_s, u"m"_s},
        {}, {}, discord.api().toString()};
    errand.input.tokenSource = TokenSource::Stdin;
    errand.input.token = Secret(bot.token.reveal() + '\n');
    const Second second = come(std::move(errand));
    QVERIFY2(second.exitCode == 0, qPrintable(second.err + second.broken));
    QVERIFY2(second.out.contains(u"client_id="), qPrintable(second.out));
    QVERIFY(!second.out.contains(QString::fromUtf8(bot.token.reveal())));
    QCOMPARE(added.size(), 1);
    const auto maya = application->mates().find(u"maya"_s);
    QVERIFY(maya);
    QCOMPARE(maya->bot, bot.id);
    QByteArray kept;
    m_keychain->read(u"token/maya"_s, this, [&](const Result<Secret> &secret) { kept = secret->reveal() + ""; });
    QTRY_COMPARE(kept, bot.token.reveal());
    // It came without a token first, and is connected now that it has one.
    QTRY_COMPARE_WITH_TIMEOUT(application->supervisor().state(maya->id).phase, MatePhase::Online, 15000);
}

void TestControl::initTakesTheCallersVariable()
{
    LocalPractice discord;
    QVERIFY(discord.start());
    const PracticeBot bot = discord.addBot(u"Maya"_s);
    const auto application = open(&discord);
    QVERIFY(application);
    const Control control(*application, true);
    QBuffer nothing;
    Console console(&nothing, &nothing, &nothing);
    QProcessEnvironment environment;
    environment.insert(u"LOOPFLOW_TOKEN_MAYA"_s, QString::fromUtf8(bot.token.reveal()));
    InitVerb verb;
    verb.name = u"Maya"_s;
    const Second second = come({{u"init"_s, u"Maya"_s}, gather(verb, environment, console), {}, {}});
    QVERIFY2(second.exitCode == 0, qPrintable(second.err + second.broken));
    QByteArray kept; // the running one has no such variable
    m_keychain->read(u"token/maya"_s, this, [&](const Result<Secret> &secret) { kept = secret->reveal() + ""; });
    QTRY_COMPARE(kept, bot.token.reveal());
}

void TestControl::raisingHandsTheActivationOver()
{
    const auto application = open();
    QVERIFY(application);
    const Control control(*application, true);
    Activation handed;
    bool practice = false;
    connect(&control, &Control::raiseWanted, this, [&](const Activation &activation, bool withPractice) {
        handed = activation;
        practice = withPractice;
    });
    const Second second = come({{u"--practice"_s}, {}, {u"wayland-7"_s, u"x11_TIME42"_s}, {}});
    QVERIFY2(second.exitCode == 0, qPrintable(second.err + second.broken));
    QCOMPARE(handed, (Activation{u"wayland-7"_s, u"x11_TIME42"_s}));
    QVERIFY(practice);
    QCOMPARE(timeOf(handed.startupId), 42u);
    QCOMPARE(timeOf(u"no time"_s), 0u);
}

void TestControl::whileItQuitsNothingIsDone()
{
    const auto application = open();
    QVERIFY(application);
    const Control control(*application, true);
    const QSignalSpy raised(&control, &Control::raiseWanted);
    application->supervisor().shutDown();
    const Second second = come({{}, {}, {}, {}});
    QCOMPARE(second.exitCode, 1);
    QVERIFY2(second.err.contains(u"quitting"), qPrintable(second.err + second.broken));
    QCOMPARE(raised.size(), 0);
}

LOOPFLOW_TEST(TestControl)
#include "tst_control.moc"
