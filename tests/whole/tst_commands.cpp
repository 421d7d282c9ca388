#include "tests/support/test.h"

#include "app/application.h"
#include "app/commands.h"
#include "app/console.h"
#include "app/wait.h"
#include "core/store/memorysecretstore.h"

#include <QJsonDocument>
#include <QBuffer>
#include <QDir>
#include <QFile>

using namespace loopflow;
using namespace Qt::StringLiterals;

/// A console over buffers.
struct Talk {
    explicit Talk(const QByteArray &input = {})
    {
        in.setData(input);
        in.open(QIODevice::ReadOnly);
        out.open(QIODevice::WriteOnly);
        err.open(QIODevice::WriteOnly);
    }
    QString printed() const { return QString::fromUtf8(out.data()); }
    QString complaints() const { return QString::fromUtf8(err.data()); }

    QBuffer in;
    QBuffer out;
    QBuffer err;
    Console console{&in, &out, &err};
};

static InitVerb verbFor(
    const QString &name, const QString &provider = {}, const QString &model = {}, const QString &promptFile = {})
{
    return {name, promptFile, provider, model, false, false};
}

/// init, list and import with a keychain and a Discord of the test's own.
class TestCommands : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void initPutsTheTokenIntoTheKeychain();
    void initCompletesAMateWithTheTokenItHas();
    void initStartsAnImportedMate();
    void initKeepsWhatWasNotNamed();
    void initRefusesAnotherBotsToken();
    void initRefusesTheBotOfAnotherMate();
    void initRefusesATokenThatDiscordRefuses();
    void initRefusesWhatItCannotUse_data();
    void initRefusesWhatItCannotUse();
    void importTakesAFolderAndSaysWhatIsWrong();
    void importRefusesAMateThatIsThere();
    void importNamesAFolderWithoutMates();
    void exportWritesWhatImportReads();
    void exportWritesAFile();
    void exportWritesAConversation();
    void exportWritesATurn();
    void exportRefusesAMateItDoesNotKnow();
    void rehearsalsAreNobodysMates();
    void listSaysWhatIsMissing();

private:
    std::unique_ptr<Application> open(const QMap<QString, QString> &variables = {});
    int run(const Verb &verb, Talk &talk);
    int setUp(const InitVerb &verb, const QByteArray &token, Talk &talk);
    QString file(const QString &name, const QByteArray &bytes) const;
    Mate only() const { return m_application->mates().mates().value(0); }

    LocalPractice m_discord;
    std::unique_ptr<QTemporaryDir> m_folder;
    MemorySecretStore *m_keychain = nullptr; // the application's
    std::unique_ptr<Application> m_application;
};

void TestCommands::initTestCase()
{
    QVERIFY(m_discord.start());
}

void TestCommands::init()
{
    m_application.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_application = open();
    QVERIFY(m_application);
}

std::unique_ptr<Application> TestCommands::open(const QMap<QString, QString> &variables)
{
    Setup setup;
    setup.dataFolder = m_folder->path();
    setup.environment.insert(u"LOOPFLOW_DISCORD_API"_s, m_discord.api().toString());
    for (auto i = variables.begin(); i != variables.end(); ++i)
        setup.environment.insert(i.key(), i.value());
    auto keychain = std::make_unique<MemorySecretStore>();
    m_keychain = keychain.get();
    setup.keychain = std::move(keychain);
    auto application = Application::open(std::move(setup));
    return application ? std::move(*application) : nullptr;
}

int TestCommands::run(const Verb &verb, Talk &talk)
{
    CommandInput input = gather(verb, {}, talk.console);
    const auto outcome = waitFor<Outcome>([&](QObject *context, Callback<Outcome> done) {
        runCommand(verb, std::move(input), *m_application, callerAt(talk.console), context, std::move(done));
    });
    return finish(verb, *outcome, talk.console);
}

int TestCommands::setUp(const InitVerb &verb, const QByteArray &token, Talk &talk)
{
    InitVerb withToken = verb;
    withToken.tokenFromStdin = true;
    talk.in.close();
    talk.in.setData(token);
    talk.in.open(QIODevice::ReadOnly);
    return run(withToken, talk);
}

QString TestCommands::file(const QString &name, const QByteArray &bytes) const
{
    const QString path = m_folder->filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the test's folder cannot be written");
    return path;
}

void TestCommands::initPutsTheTokenIntoTheKeychain()
{
    const PracticeBot bot = m_discord.addBot(u"Ana"_s);
    Talk talk;
    const int exitCode = setUp(verbFor(u"Ana Lima"_s, u"openai"_s, u"m-1"_s),
        " Bot " + bot.token.reveal() + " \n", talk);
    QVERIFY2(exitCode == 0, qPrintable(talk.complaints()));

    const Mate mate = only();
    QCOMPARE(mate.identifier, u"ana-lima"_s);
    QCOMPARE(mate.name, u"Ana Lima"_s);
    QCOMPARE(mate.bot, bot.id);
    QVERIFY(mate.application);
    QCOMPARE(mate.model, u"m-1"_s);
    QByteArray kept;
    m_keychain->read(u"token/ana-lima"_s, this, [&](Result<Secret> secret) { kept = secret->reveal(); });
    QTRY_COMPARE(kept, bot.token.reveal());
    QVERIFY(talk.printed().contains(u"LOOPFLOW_TOKEN_ANA_LIMA"));
    QCOMPARE(talk.printed().count(u"client_id="_s), 2); // server and personal
    QVERIFY(!talk.printed().contains(QString::fromUtf8(bot.token.reveal())));
}

void TestCommands::initCompletesAMateWithTheTokenItHas()
{
    const PracticeBot bot = m_discord.addBot(u"Ana"_s);
    Talk first;
    QCOMPARE(setUp(verbFor(u"ana"_s, u"openai"_s, u"m-1"_s), bot.token.reveal(), first), 0);
    Talk second;
    QCOMPARE(run(verbFor(u"Ana"_s, {}, u"m-2"_s), second), 0);
    QCOMPARE(m_application->mates().mates().size(), 1);
    QCOMPARE(only().model, u"m-2"_s);
    QCOMPARE(only().bot, bot.id);
}

void TestCommands::initStartsAnImportedMate()
{
    Talk talk;
    const QString path = file(u"ana.md"_s, "# Ana\n\n## System Prompt\n\nYou are Ana.\n");
    QCOMPARE(run(ImportVerb{{path}}, talk), 0);
    QVERIFY(only().paused);
    QCOMPARE(setUp(verbFor(u"Ana"_s), m_discord.addBot(u"Ana"_s).token.reveal(), talk), 0);
    QVERIFY(!only().paused);
    QCOMPARE(m_application->mates().prompt(only().id).text, u"You are Ana."_s);
    Mate paused = only();
    paused.paused = true;
    QVERIFY(m_application->mates().update(paused));
    QCOMPARE(run(verbFor(u"Ana"_s), talk), 0);
    QVERIFY(only().paused); // a person paused it
}

void TestCommands::initKeepsWhatWasNotNamed()
{
    const PracticeBot bot = m_discord.addBot(u"Ana"_s);
    const QString prompt = file(u"prompt.txt"_s, "Speak like a pirate.");
    Talk first;
    QCOMPARE(setUp(verbFor(u"ana"_s, u"openai"_s, u"m-1"_s, prompt),
                 bot.token.reveal(), first),
        0);
    Talk second;
    QCOMPARE(run(verbFor(u"ana"_s), second), 0);
    QCOMPARE(only().model, u"m-1"_s);
    QCOMPARE(m_application->mates().prompt(only().id).text, u"Speak like a pirate."_s);
    QCOMPARE(m_application->mates().prompts(only().id).size(), 1);
}

void TestCommands::initRefusesAnotherBotsToken()
{
    const PracticeBot bot = m_discord.addBot(u"Ana"_s);
    const PracticeBot other = m_discord.addBot(u"Other"_s);
    Talk first;
    QCOMPARE(setUp(verbFor(u"ana"_s), bot.token.reveal(), first), 0);
    Talk second;
    QCOMPARE(setUp(verbFor(u"ana"_s), other.token.reveal(), second), 1);
    QVERIFY2(second.complaints().contains(u"--force"), qPrintable(second.complaints()));
    QCOMPARE(only().bot, bot.id);
    Talk third;
    InitVerb replacing = verbFor(u"ana"_s);
    replacing.replaceBot = true;
    QCOMPARE(setUp(replacing, other.token.reveal(), third), 0);
    QCOMPARE(only().bot, other.id);
}

void TestCommands::initRefusesTheBotOfAnotherMate()
{
    const PracticeBot bot = m_discord.addBot(u"Ana"_s);
    Talk first;
    QCOMPARE(setUp(verbFor(u"ana"_s), bot.token.reveal(), first), 0);
    Talk second;
    QCOMPARE(setUp(verbFor(u"ben"_s), bot.token.reveal(), second), 1);
    QVERIFY2(second.complaints().contains(u"ana"), qPrintable(second.complaints()));
    QVERIFY(!m_application->mates().find(u"ben"_s)->bot);
}

void TestCommands::initRefusesATokenThatDiscordRefuses()
{
    Talk talk;
    QCOMPARE(setUp(verbFor(u"ana"_s), "not-a-token", talk), 1);
    QVERIFY(!talk.complaints().isEmpty());
    QVERIFY(!only().bot);
    QCOMPARE(talk.printed(), QString());
}

void TestCommands::initRefusesWhatItCannotUse_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("prompt");
    QTest::newRow("name without letters") << u"!!!"_s << QString() << QByteArray("fine");
    QTest::newRow("provider") << u"ana"_s << u"nobody"_s << QByteArray("fine");
    QTest::newRow("empty prompt") << u"ana"_s << QString() << QByteArray(" \n");
    QTest::newRow("prompt that is no text") << u"ana"_s << QString() << QByteArray("\xff\xfe\x00\x80", 4);
}

void TestCommands::initRefusesWhatItCannotUse()
{
    QFETCH(QString, name);
    QFETCH(QString, provider);
    QFETCH(QByteArray, prompt);
    Talk talk;
    const InitVerb verb = verbFor(name, provider, {}, file(u"p.md"_s, prompt));
    QCOMPARE(run(verb, talk), 1);
    QVERIFY(!talk.complaints().isEmpty());
    QVERIFY(m_application->mates().mates().isEmpty());
}

void TestCommands::importTakesAFolderAndSaysWhatIsWrong()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"team/more"_s));
    file(u"team/ana.md"_s, "# Ana\n\n## System Prompt\n\nYou are Ana.\n");
    file(u"team/ben.md"_s, "# Ben\n\n## System Prompt\n\nYou are Ben.\n\n## Provider\n\nanthropic\n");
    file(u"team/broken.md"_s, "# Broken\n");
    file(u"team/notes.txt"_s, "nothing to import");
    file(u"team/more/deep.md"_s, "# Deep\n\n## System Prompt\n\nYou are deep.\n");
    const QString again = file(u"ANA.md"_s, "# Ana two\n\n## System Prompt\n\nYou are another.\n");
    Talk talk;
    QCOMPARE(run(ImportVerb{{m_folder->filePath(u"team"_s), again}}, talk), 1);
    QStringList names;
    const auto mates = m_application->mates().mates();
    for (const Mate &mate : mates)
        names.append(mate.name);
    names.sort();
    QCOMPARE(names, (QStringList{u"Ana"_s, u"Ben"_s}));
    QCOMPARE(m_application->mates().find(u"ben"_s)->provider, u"anthropic"_s);
    QVERIFY2(talk.complaints().contains(u"broken.md"), qPrintable(talk.complaints()));
    QVERIFY2(talk.complaints().contains(u"ANA.md"), qPrintable(talk.complaints()));
    QCOMPARE(talk.printed().count(u'\n'), 2);
}

void TestCommands::importRefusesAMateThatIsThere()
{
    const QString path = file(u"ana.md"_s, "# Ana\n\n## System Prompt\n\nYou are Ana.\n");
    Talk first;
    QCOMPARE(run(ImportVerb{{path}}, first), 0);
    Talk second;
    QCOMPARE(run(ImportVerb{{path}}, second), 1);
    QVERIFY(second.complaints().contains(u"ana.md"));
    QCOMPARE(m_application->mates().mates().size(), 1);
    Talk third;
    QCOMPARE(run(ImportVerb{{m_folder->filePath(u"absent.md"_s)}}, third), 1);
    QVERIFY(third.complaints().contains(u"absent.md"));
}

void TestCommands::importNamesAFolderWithoutMates()
{
    QVERIFY(QDir(m_folder->path()).mkpath(u"empty"_s));
    const QString path = file(u"ana.md"_s, "# Ana\n\n## System Prompt\n\nYou are Ana.\n");
    Talk talk;
    QCOMPARE(run(ImportVerb{{m_folder->filePath(u"empty"_s), path}}, talk), 1);
    QVERIFY2(talk.complaints().contains(m_folder->filePath(u"empty"_s)), qPrintable(talk.complaints()));
    QCOMPARE(m_application->mates().mates().size(), 1); // the others are not kept out
}

void TestCommands::exportWritesWhatImportReads()
{
    const QByteArray markdown
        = "# Ana Lima\n\n## System Prompt\n\nYou are Ana.\n\n## Provider\n\nanthropic\n";
    Talk import;
    QCOMPARE(run(ImportVerb{{file(u"ana.md"_s, markdown)}}, import), 0);
    Talk talk;
    QCOMPARE(run(ExportVerb{u"ANA"_s, {}}, talk), 0);
    QCOMPARE(talk.out.data(), markdown);
}

void TestCommands::exportWritesAFile()
{
    Talk import;
    QCOMPARE(run(ImportVerb{{file(u"ana.md"_s, "# Ana\n\n## System Prompt\n\nYou are Ana.\n")}}, import), 0);
    Talk talk;
    QCOMPARE(run(ExportVerb{u"ana"_s, m_folder->filePath(u"out.md"_s)}, talk), 0);
    QCOMPARE(talk.printed(), QString());
    QFile written(m_folder->filePath(u"out.md"_s));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QCOMPARE(written.readAll(), QByteArray("# Ana\n\n## System Prompt\n\nYou are Ana.\n"));
    Talk refused;
    QCOMPARE(run(ExportVerb{u"ana"_s, m_folder->filePath(u"absent/out.md"_s)}, refused), 1);
    QVERIFY2(refused.complaints().contains(u"absent/out.md"), qPrintable(refused.complaints()));
}

void TestCommands::exportWritesAConversation()
{
    Talk import;
    QCOMPARE(run(ImportVerb{{file(u"ana.md"_s, "# Ana\n\n## System Prompt\n\nYou are Ana.\n")}}, import), 0);
    const MateId mate = m_application->mates().find(u"ana"_s)->id;
    Talk before;
    QCOMPARE(run(ExportVerb{u"ana"_s, {}, u"lee"_s, u"md"_s}, before), 1);
    QVERIFY2(before.complaints().contains(u"Nothing was recorded"), qPrintable(before.complaints()));
    discord::Message said;
    said.id = discord::MessageId::at(readClock().wall);
    said.channel = {102};
    said.author.id = {7};
    said.author.username = u"lee"_s;
    said.content = u"is the disk full?"_s;
    m_application->log().append({mate, {102}}, MessageSeen{said});
    for (const QString &who : {u"Lee"_s, u"102"_s}) {
        Talk talk;
        QCOMPARE(run(ExportVerb{u"ana"_s, {}, who, u"json"_s}, talk), 0);
        QCOMPARE(QJsonDocument::fromJson(talk.out.data())[u"rows"][0][u"text"].toString(), u"is the disk full?"_s);
    }
    Talk nobody;
    QCOMPARE(run(ExportVerb{u"ana"_s, {}, u"zoe"_s, u"md"_s}, nobody), 1);
    QVERIFY2(nobody.complaints().contains(u"“lee” (102)"), qPrintable(nobody.complaints()));
}

void TestCommands::exportWritesATurn()
{
    Talk import;
    QCOMPARE(run(ImportVerb{{file(u"ana.md"_s, "# Ana\n\n## System Prompt\n\nYou are Ana.\n")}}, import), 0);
    const ConversationId here{m_application->mates().find(u"ana"_s)->id, {102}};
    TurnStarted started;
    started.asked = {discord::Message()};
    started.asked[0].id = discord::MessageId::at(readClock().wall);
    started.asked[0].channel = {102};
    started.asked[0].author.id = {7};
    started.channel = {102};
    started.bot = {1000};
    started.asked[0].author.username = u"lee"_s;
    started.asked[0].content = u"is the disk full?"_s;
    started.model = u"m-1"_s;
    const TurnId turn = m_application->log().begin(here, started);
    ResponseCompleted completed;
    completed.reply.text = u"It is."_s;
    m_application->log().append(here, turn, completed);
    m_application->log().append(here, turn, TurnFinished{});
    Talk json;
    QVERIFY2(run(ExportVerb{{}, {}, {}, u"json"_s, qint64(turn)}, json) == 0, qPrintable(json.complaints()));
    const auto whole = QJsonDocument::fromJson(json.out.data());
    QCOMPARE(whole[u"format"].toString(), u"loopflow-turn"_s);
    QCOMPARE(whole[u"turn"][u"text"].toString(), u"It is."_s);
    QCOMPARE(json.complaints(), QString());
    Talk page;
    QCOMPARE(run(ExportVerb{{}, m_folder->filePath(u"turn.html"_s), {}, u"html"_s, qint64(turn)}, page), 0);
    QFile written(m_folder->filePath(u"turn.html"_s));
    QVERIFY(written.open(QIODevice::ReadOnly));
    QVERIFY(written.readAll().contains("<h1>Ana with lee</h1>"));
    Talk none;
    QCOMPARE(run(ExportVerb{{}, {}, {}, u"md"_s, 999}, none), 1);
    QVERIFY2(none.complaints().contains(u"no such turn"), qPrintable(none.complaints()));
}

void TestCommands::exportRefusesAMateItDoesNotKnow()
{
    Talk talk;
    QCOMPARE(run(ExportVerb{u"nobody"_s, {}}, talk), 1);
    QVERIFY2(talk.complaints().contains(u"nobody"), qPrintable(talk.complaints()));
    QCOMPARE(talk.printed(), QString());
}

void TestCommands::rehearsalsAreNobodysMates()
{
    Mate rehearsing;
    rehearsing.identifier = u"practice-ana"_s;
    rehearsing.name = u"Ana"_s;
    rehearsing.practice = true;
    QVERIFY(m_application->mates().add(rehearsing, u"You are Ana."_s));
    Talk list;
    QCOMPARE(run(ListVerb{true}, list), 0);
    QCOMPARE(list.printed(), QString());
    Talk talk;
    QCOMPARE(run(ExportVerb{u"practice-ana"_s, {}}, talk), 1);
}

void TestCommands::listSaysWhatIsMissing()
{
    const QString path = file(u"ana.md"_s, "# Ana\n\n## System Prompt\n\nYou are Ana.\n");
    Talk import;
    QCOMPARE(run(ImportVerb{{path}}, import), 0);
    const auto line = [this] {
        Talk talk;
        return run(ListVerb{}, talk) == 0 ? talk.printed() : QString();
    };
    QVERIFY2(line().contains(u"needs token"), qPrintable(line()));
    Mate mate = only();
    QVERIFY(mate.paused);
    mate.paused = false;
    QVERIFY(m_application->mates().update(mate));
    QVERIFY2(line().contains(u"needs token"), qPrintable(line()));
    m_application.reset();
    m_application = open({{u"LOOPFLOW_TOKEN_ANA"_s, u"some-token"_s}});
    QVERIFY2(line().contains(u"needs a model"), qPrintable(line()));
    mate.provider = u"openai"_s;
    mate.model = u"m-1"_s;
    QVERIFY(m_application->mates().update(mate));
    QVERIFY2(line().contains(u"ready"), qPrintable(line()));
    mate.paused = true;
    mate.bot = {7};
    QVERIFY(m_application->mates().update(mate));
    QVERIFY2(line().contains(u"paused"), qPrintable(line()));
}

LOOPFLOW_TEST(TestCommands)
#include "tst_commands.moc"
