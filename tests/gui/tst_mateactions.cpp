#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/mates/mateactions.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class MateActionsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void importsFilesAndSaysWhatBecameOfEach();
    void importedMatesWaitPaused();
    void deletingTakesTheTokenAlong();
    void aRehearsalIsACopyWithATokenOfItsOwn();
    void withNoKeyThePracticeModelAnswersARehearsal();
    void withAKeyARehearsalAsksTheMatesOwnModel();
    void theStarterMateRehearsesWhereThereIsNoMate();
    void pausingIsSaved();

private:
    QString write(const QString &name, const QByteArray &text);
    MateId rehearsed(std::optional<MateId> original);

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MateActions> m_actions;
    QTemporaryDir m_folder;
};

void MateActionsTest::init()
{
    m_actions.reset();
    m_desk = std::make_unique<Desk>();
    m_actions = std::make_unique<MateActions>(m_desk->services());
}

QString MateActionsTest::write(const QString &name, const QByteArray &text)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        qFatal("the file was not written");
    return file.fileName();
}

MateId MateActionsTest::rehearsed(std::optional<MateId> original)
{
    QSignalSpy rehearsing(m_actions.get(), &MateActions::rehearsing);
    m_actions->rehearse(original);
    if (rehearsing.isEmpty() && !rehearsing.wait())
        return {};
    return rehearsing.first().first().value<MateId>();
}

void MateActionsTest::importsFilesAndSaysWhatBecameOfEach()
{
    m_desk->addMate(u"Merlin"_s);
    QSignalSpy said(m_actions.get(), &MateActions::imported);
    m_actions->importFiles({write(u"nova.md"_s, "# Nova\n\n## System Prompt\n\nYou are Nova.\n"),
        write(u"merlin.md"_s, "# Merlin\n\n## System Prompt\n\nYou are Merlin.\n"),
        write(u"broken.md"_s, "no heading at all"), m_folder.filePath(u"absent.md"_s)});
    QCOMPARE(said.size(), 1);
    const QString sentence = said.first().first().toString();
    QVERIFY2(sentence.startsWith(u"One mate was imported.\n"_s), qPrintable(sentence));
    for (const QString &name : {u"merlin.md"_s, u"broken.md"_s, u"absent.md"_s})
        QVERIFY2(sentence.contains(name), qPrintable(sentence));
    QCOMPARE(m_desk->mates().mates().size(), 2);
}

void MateActionsTest::importedMatesWaitPaused()
{
    m_actions->importFiles({write(
        u"iris.md"_s, "# Iris\n\n## System Prompt\n\nYou are Iris.\n\n## Provider\n\nopenai\n")});
    const auto iris = m_desk->mates().find(u"iris"_s);
    QVERIFY(iris);
    QVERIFY(iris->paused);
    QCOMPARE(iris->provider, u"openai"_s);
    QVERIFY(m_desk->mates().prompt(iris->id).text.contains(u"You are Iris."_s));
}

void MateActionsTest::deletingTakesTheTokenAlong()
{
    const Mate mate = m_desk->addMate(u"Maya"_s);
    Credentials &credentials = m_desk->app().credentials();
    bool kept = false;
    credentials.saveToken(
        mate, Secret("a-token"), this, [&](const Result<bool> &saved) { kept = saved.hasValue(); });
    QTRY_VERIFY(kept);
    QSignalSpy removed(&m_desk->mates(), &MateStore::removed);
    m_actions->remove(mate.id);
    QTRY_COMPARE(removed.size(), 1);
    std::optional<bool> gone;
    credentials.token(
        mate, this, [&](const Result<Secret> &token) { gone = !token || token->isEmpty(); });
    QTRY_VERIFY(gone.has_value());
    QVERIFY(*gone);
}

void MateActionsTest::aRehearsalIsACopyWithATokenOfItsOwn()
{
    const Mate mate = m_desk->addMate(u"Maya"_s, u"You are calm."_s);
    const MateId id = rehearsed(mate.id);
    QVERIFY(id != MateId{});
    const Mate copy = *m_desk->mates().mate(id);
    QVERIFY(copy.practice && !copy.paused);
    QVERIFY(copy.bot != mate.bot);
    QVERIFY(copy.identifier != mate.identifier);
    QCOMPARE(copy.home, m_desk->app().practice().api());
    QCOMPARE(m_desk->mates().prompt(id).text, u"You are calm."_s);
    QVERIFY(m_actions->practiceChannel(id).has_value());
    QVERIFY(!m_actions->practiceChannel(mate.id).has_value());
    QVERIFY(rehearsed(mate.id) != MateId{}); // and once more
}

void MateActionsTest::withNoKeyThePracticeModelAnswersARehearsal()
{
    const Mate copy = *m_desk->mates().mate(rehearsed(m_desk->addMate(u"Maya"_s).id));
    QCOMPARE(copy.provider, u"practice"_s);
    QCOMPARE(QUrl(copy.baseUrl), m_desk->app().practice().model());
}

void MateActionsTest::withAKeyARehearsalAsksTheMatesOwnModel()
{
    QProcessEnvironment environment;
    environment.insert(u"ANTHROPIC_API_KEY"_s, u"test"_s);
    m_actions.reset();
    m_desk = std::make_unique<Desk>(environment);
    m_actions = std::make_unique<MateActions>(m_desk->services());
    const Mate mate = m_desk->addMate(u"Maya"_s);
    const Mate copy = *m_desk->mates().mate(rehearsed(mate.id));
    QCOMPARE(copy.provider, mate.provider);
    QCOMPARE(copy.model, mate.model);
}

void MateActionsTest::theStarterMateRehearsesWhereThereIsNoMate()
{
    const MateId id = rehearsed(std::nullopt);
    QVERIFY(id != MateId{});
    QCOMPARE(m_desk->mates().mate(id)->name, u"Maya"_s);
    QVERIFY(!m_desk->mates().prompt(id).text.isEmpty());
}

void MateActionsTest::pausingIsSaved()
{
    const Mate mate = m_desk->addMate(u"Maya"_s);
    m_actions->setPaused(mate.id, false);
    QVERIFY(!m_desk->mates().mate(mate.id)->paused);
    m_actions->setPaused(mate.id, true);
    QVERIFY(m_desk->mates().mate(mate.id)->paused);
}

LOOPFLOW_TEST(MateActionsTest)
#include "tst_mateactions.moc"
