#include "tests/support/test.h"
#include "tests/whole/loopflowprocess.h"

#include "app/localpractice.h"
#include "core/store/folderlock.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QNetworkReply>

using namespace loopflow;
using namespace Qt::StringLiterals;
using test::LoopflowProcess;

/// The verbs and modes as a shell sees them: arguments, environment, streams, exit codes, signals.
class TestCommandLine : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void versionAndHelpGoToStdout_data();
    void versionAndHelpGoToStdout();
    void wrongUsageExitsWithTwo_data();
    void wrongUsageExitsWithTwo();
    void withoutADisplayTheWindowSaysSo();
    void aDisplayThatDoesNotAnswerIsSaidToo();
    void headlessWithoutAMateSaysWhatToDo();
    void initKeepsAMateThatWaitsForItsToken();
    void initWithoutAKeychainNamesTheVariable();
    void initTakesTheTokenFromTheEnvironment();
    void chatAnswersEveryLineAndEnds();
    void chatRefusesAMateItDoesNotKnow();
    void practiceHeadlessServesUntilSigterm();
    void aFolderThatSomethingElseHoldsIsSaid();

private:
    QStringList inFolder(const QStringList &arguments) const
    {
        return QStringList{u"--data-dir"_s, m_folder->path()} + arguments;
    }
    QJsonObject post(const QUrl &url, const QByteArray &token, const QJsonObject &body);
    QJsonArray get(const QUrl &url, const QByteArray &token);
    QJsonDocument answerOf(QNetworkReply *reply);

    std::unique_ptr<QTemporaryDir> m_folder;
    QNetworkAccessManager m_network;
};

void TestCommandLine::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestCommandLine::versionAndHelpGoToStdout_data()
{
    QTest::addColumn<QString>("option");
    QTest::addColumn<QString>("start");
    QTest::newRow("version") << u"--version"_s << u"Loopflow " LOOPFLOW_VERSION "\n"_s;
    QTest::newRow("help") << u"--help"_s << u"Loopflow runs LLM mates on Discord.\n"_s;
}

void TestCommandLine::versionAndHelpGoToStdout()
{
    QFETCH(QString, option);
    QFETCH(QString, start);
    LoopflowProcess loopflow({option});
    QVERIFY(loopflow.run());
    QCOMPARE(loopflow.exitCode(), 0);
    QVERIFY2(loopflow.out().startsWith(start), qPrintable(loopflow.out()));
    QCOMPARE(loopflow.err(), QString());
}

void TestCommandLine::wrongUsageExitsWithTwo_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("option") << QStringList{u"--nonsense"_s};
    QTest::newRow("verb") << QStringList{u"dance"_s};
    QTest::newRow("setting") << QStringList{u"list"_s, u"--set"_s, u"no.such=1"_s};
    QTest::newRow("value") << QStringList{u"list"_s, u"--set"_s, u"history.messages=many"_s};
}

void TestCommandLine::wrongUsageExitsWithTwo()
{
    QFETCH(QStringList, arguments);
    LoopflowProcess loopflow(inFolder(arguments));
    QVERIFY(loopflow.run());
    QCOMPARE(loopflow.exitCode(), 2);
    QCOMPARE(loopflow.out(), QString());
    QVERIFY2(loopflow.err().trimmed().endsWith(u'.'), qPrintable(loopflow.err()));
}

void TestCommandLine::withoutADisplayTheWindowSaysSo()
{
    LoopflowProcess loopflow(inFolder({}));
    QVERIFY(loopflow.run());
    QCOMPARE(loopflow.exitCode(), 1);
    QVERIFY2(loopflow.err().contains(u"loopflow chat"), qPrintable(loopflow.err()));
}

void TestCommandLine::aDisplayThatDoesNotAnswerIsSaidToo()
{
    LoopflowProcess loopflow(inFolder({}), {{u"DISPLAY"_s, u":64999"_s}});
    QVERIFY(loopflow.run());
    QCOMPARE(loopflow.exitCode(), 1);
    QVERIFY2(loopflow.err().contains(u"loopflow chat"), qPrintable(loopflow.err()));
}

void TestCommandLine::headlessWithoutAMateSaysWhatToDo()
{
    LoopflowProcess loopflow(inFolder({u"--headless"_s}));
    QVERIFY(loopflow.run());
    QCOMPARE(loopflow.exitCode(), 1);
    QVERIFY2(loopflow.err().contains(u"loopflow init"), qPrintable(loopflow.err()));
}

void TestCommandLine::initKeepsAMateThatWaitsForItsToken()
{
    LoopflowProcess init(inFolder({u"init"_s, u"Maya"_s}));
    QVERIFY(init.run());
    QCOMPARE(init.exitCode(), 1);
    QVERIFY2(init.err().contains(u"LOOPFLOW_TOKEN_MAYA"), qPrintable(init.err()));

    LoopflowProcess list(inFolder({u"list"_s, u"--json"_s}));
    QVERIFY(list.run());
    QCOMPARE(list.exitCode(), 0);
    const QJsonObject mate = QJsonDocument::fromJson(list.out().toUtf8()).object();
    QCOMPARE(mate[u"identifier"].toString(), u"maya"_s);
    QVERIFY(mate[u"bot"].isNull());
    QCOMPARE(mate[u"recordsText"].toBool(false), true);
    QVERIFY2(mate[u"state"].toString().startsWith(u"needs token"), qPrintable(list.out()));
}

void TestCommandLine::initWithoutAKeychainNamesTheVariable()
{
    LocalPractice discord;
    QVERIFY(discord.start());
    const PracticeBot bot = discord.addBot(u"Merlin"_s);
    LoopflowProcess init(inFolder({u"init"_s, u"Merlin"_s, u"--token-stdin"_s}),
        {{u"LOOPFLOW_DISCORD_API"_s, discord.api().toString()}});
    QVERIFY(init.withInput(bot.token.reveal() + '\n').run());
    QCOMPARE(init.exitCode(), 1);
    QVERIFY2(init.err().contains(u"LOOPFLOW_TOKEN_MERLIN"), qPrintable(init.err()));
    QVERIFY2(init.out().contains(u"client_id="), qPrintable(init.out()));
    QVERIFY(!init.out().contains(QString::fromUtf8(bot.token.reveal())));
    QVERIFY(!init.err().contains(QString::fromUtf8(bot.token.reveal())));
}

void TestCommandLine::initTakesTheTokenFromTheEnvironment()
{
    LocalPractice discord;
    QVERIFY(discord.start());
    const PracticeBot bot = discord.addBot(u"Merlin"_s);
    const QMap<QString, QString> environment{{u"LOOPFLOW_DISCORD_API"_s, discord.api().toString()},
        {u"LOOPFLOW_TOKEN_MERLIN"_s, QString::fromUtf8(bot.token.reveal())},
        {u"OPENAI_API_KEY"_s, u"not-a-real-key"_s}};
    LoopflowProcess init(inFolder({u"init"_s, u"Merlin"_s}), environment);
    QVERIFY(init.run());
    QVERIFY2(init.exitCode() == 0, qPrintable(init.err()));
    QVERIFY2(init.out().contains(bot.id.toString()), qPrintable(init.out())); // in the invite links

    LoopflowProcess list(inFolder({u"list"_s}), environment);
    QVERIFY(list.run());
    QCOMPARE(list.exitCode(), 0);
    QVERIFY2(list.out().contains(u"ready") && list.out().contains(u"openai"), qPrintable(list.out()));
}

void TestCommandLine::chatAnswersEveryLineAndEnds()
{
    LoopflowProcess chat({u"chat"_s});
    QVERIFY(chat.withInput("what is a violet elephant\n\nand an orange mouse").run());
    QVERIFY2(chat.exitCode() == 0, qPrintable(chat.err()));
    QVERIFY2(chat.out().contains(u"violet elephant"), qPrintable(chat.out()));
    QVERIFY2(chat.out().contains(u"orange mouse"), qPrintable(chat.out()));
    QVERIFY2(chat.out().contains(u"Maya"), qPrintable(chat.out())); // its prompt is shown
}

void TestCommandLine::chatRefusesAMateItDoesNotKnow()
{
    LoopflowProcess chat(inFolder({u"chat"_s, u"nobody"_s}));
    QVERIFY(chat.run());
    QCOMPARE(chat.exitCode(), 1);
    QVERIFY2(chat.err().contains(u"nobody"), qPrintable(chat.err()));
}

void TestCommandLine::practiceHeadlessServesUntilSigterm()
{
    LoopflowProcess loopflow({u"--practice"_s, u"--headless"_s});
    loopflow.start();
    const QJsonObject line = QJsonDocument::fromJson(loopflow.firstLine()).object();
    QVERIFY2(!line.isEmpty(), qPrintable(loopflow.out() + loopflow.err()));
    for (const auto &key : {u"api"_s, u"gateway"_s, u"llm"_s})
        QVERIFY2(QUrl(line[key].toString()).host() == u"127.0.0.1", qPrintable(key));
    for (const auto &key : {u"id"_s, u"token"_s, u"dm"_s})
        QVERIFY2(!line[u"bot"][key].toString().isEmpty(), qPrintable(key));

    const QByteArray token = line[u"person"][u"token"].toString().toUtf8();
    const QUrl messages(line[u"api"].toString() + u"/channels/"_s + line[u"mate"][u"dm"].toString() + u"/messages"_s);
    const QJsonObject question = post(messages, token, {{u"content"_s, u"are you there"_s}});
    QVERIFY(question.contains(u"id"));
    const QString mate = line[u"mate"][u"id"].toString();
    QTRY_VERIFY_WITH_TIMEOUT(get(messages, token).first()[u"author"][u"id"].toString() == mate, 30000);

    loopflow.terminate();
    QVERIFY(loopflow.waitForEnd());
    QVERIFY2(loopflow.exitCode() == 0, qPrintable(loopflow.err()));
    QCOMPARE(loopflow.out().count(u'\n'), 1);
}

void TestCommandLine::aFolderThatSomethingElseHoldsIsSaid()
{
    const auto held = FolderLock::take(m_folder->path()); // by nobody who listens
    QVERIFY(held);
    LoopflowProcess second(inFolder({u"list"_s}));
    QVERIFY(second.run());
    QCOMPARE(second.exitCode(), 1);
    QVERIFY2(second.err().contains(m_folder->path()), qPrintable(second.err()));
}

QJsonDocument TestCommandLine::answerOf(QNetworkReply *reply)
{
    const std::unique_ptr<QNetworkReply> owned(reply);
    (void)QTest::qWaitFor([&] { return reply->isFinished(); }, 10000);
    return QJsonDocument::fromJson(reply->readAll());
}

QJsonObject TestCommandLine::post(const QUrl &url, const QByteArray &token, const QJsonObject &body)
{
    QNetworkRequest request(url);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/json"_s);
    request.setRawHeader("Authorization", token);
    return answerOf(m_network.post(request, QJsonDocument(body).toJson())).object();
}

QJsonArray TestCommandLine::get(const QUrl &url, const QByteArray &token)
{
    QNetworkRequest request(url);
    request.setRawHeader("Authorization", token);
    return answerOf(m_network.get(request)).array();
}

LOOPFLOW_TEST(TestCommandLine)
#include "tst_commandline.moc"
