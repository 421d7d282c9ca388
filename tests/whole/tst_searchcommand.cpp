#include "tests/support/test.h"
#include "tests/whole/loopflowprocess.h"

#include "app/application.h"
#include "core/store/memorysecretstore.h"

#include <QJsonDocument>
#include <QSqlQuery>

using namespace loopflow;
using namespace Qt::StringLiterals;
using test::LoopflowProcess;

/// The search verb as a shell sees it.
class SearchCommandTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void printsOneLineAHit();
    void printsOneObjectALine();
    void showsWhereAnExpressionIsWrong();
    void findingNothingIsNoFailure();
    void keepsWhatOthersWroteFromTheTerminal();
    void makesAnOldRecordSearchable();

private:
    LoopflowProcess &search(const QStringList &arguments);

    QTemporaryDir m_folder;
    std::unique_ptr<LoopflowProcess> m_process;
};

void SearchCommandTest::initTestCase()
{
    Setup setup;
    setup.dataFolder = m_folder.path();
    setup.keychain = std::make_unique<MemorySecretStore>();
    const auto app = Application::open(std::move(setup));
    QVERIFY(app);
    Mate mate;
    mate.identifier = u"maya"_s;
    mate.name = u"Maya"_s;
    const auto added = (*app)->mates().add(mate, u"You are Maya."_s);
    QVERIFY(added);
    const ConversationId talk{added->id, {100}};
    (*app)->log().setClock([] { return TimePoint{{}, Milliseconds(1'778'000'000'000)}; });
    discord::Message asked;
    asked.id = {5000};
    asked.channel = talk.channel;
    asked.author.id = {77};
    asked.author.username = u"ana"_s;
    asked.content = u"why does the uploader\nhang?"_s;
    (*app)->log().append(talk, MessageSeen{asked});
    TurnStarted started;
    started.asked = {asked};
    const TurnId turn = (*app)->log().begin(talk, started);
    ResponseCompleted completed;
    completed.reply.text = u"The uploader waits."_s;
    (*app)->log().append(talk, turn, completed);
    (*app)->log().append(talk, turn, TurnFinished{});
    asked.id = {5001};
    asked.content = u"red \x1b[31m alert"_s;
    (*app)->log().append(talk, MessageSeen{asked});
}

LoopflowProcess &SearchCommandTest::search(const QStringList &arguments)
{
    m_process = std::make_unique<LoopflowProcess>(
        QStringList{u"--data-dir"_s, m_folder.path(), u"search"_s} + arguments, QMap<QString, QString>{{u"TZ"_s, u"UTC"_s}});
    if (!m_process->run())
        qFatal("it did not end");
    return *m_process;
}

void SearchCommandTest::printsOneLineAHit()
{
    const auto &found = search({u"uploader"_s});
    QCOMPARE(found.exitCode(), 0);
    QCOMPARE(found.err(), QString());
    QCOMPARE(found.out(),
        u"     1  2026-05-05 16:53  Maya  Maya: The uploader waits.\n"
        "     1  2026-05-05 16:53  Maya  ana: why does the uploader hang?\n"_s);
}

void SearchCommandTest::printsOneObjectALine()
{
    const auto &found = search({u"--json"_s, u"uploader"_s, u"from:ana"_s});
    QCOMPARE(found.exitCode(), 0);
    const QJsonObject line{{u"turn"_s, 1}, {u"conversation"_s, u"100"_s}, {u"mate"_s, u"maya"_s},
        {u"at"_s, u"2026-05-05T16:53:20.000Z"_s}, {u"from"_s, u"ana"_s},
        {u"text"_s, u"why does the uploader\nhang?"_s}};
    QCOMPARE(QJsonDocument::fromJson(found.out().toUtf8()).object(), line);
    QCOMPARE(found.out().count(u'\n'), 1);
    const auto &unanswered = search({u"--json"_s, u"alert"_s});
    QVERIFY(QJsonDocument::fromJson(unanswered.out().toUtf8())[u"turn"].isNull());
}

void SearchCommandTest::showsWhereAnExpressionIsWrong()
{
    const auto &wrong = search({u"disk is:green"_s});
    QCOMPARE(wrong.exitCode(), 2);
    QCOMPARE(wrong.out(), QString());
    QVERIFY2(wrong.err().contains(u"disk is:green\n        ^^^^^\n"), qPrintable(wrong.err()));
    QVERIFY(wrong.err().contains(u"failed, slow"));
}

void SearchCommandTest::findingNothingIsNoFailure()
{
    const auto &nothing = search({u"nowhere"_s});
    QCOMPARE(nothing.exitCode(), 0);
    QCOMPARE(nothing.out(), QString());
    QCOMPARE(nothing.err(), u"Nothing was found.\n"_s);
    QCOMPARE(search({u"--json"_s, u"nowhere"_s}).err(), QString());
}

void SearchCommandTest::keepsWhatOthersWroteFromTheTerminal()
{
    const auto &found = search({u"alert"_s});
    QVERIFY2(found.out().contains(u"ana: red  [31m alert"), qPrintable(found.out()));
    QVERIFY(!found.out().contains(QChar(0x1b)));
}

void SearchCommandTest::makesAnOldRecordSearchable()
{
    {
        const auto database = Database::open(m_folder.path());
        QVERIFY(database);
        QSqlQuery query((*database)->sql());
        QVERIFY(query.exec(u"DELETE FROM search_entry"_s));
        QVERIFY(query.exec(u"UPDATE search_state SET indexed = 0"_s));
    }
    const auto &found = search({u"uploader"_s});
    QCOMPARE(found.exitCode(), 0);
    QCOMPARE(found.out().count(u'\n'), 2);
    QVERIFY2(found.err().contains(u"searchable"), qPrintable(found.err()));
    QCOMPARE(search({u"uploader"_s}).err(), QString());
}

LOOPFLOW_TEST(SearchCommandTest)
#include "tst_searchcommand.moc"
