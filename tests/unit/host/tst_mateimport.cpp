#include "core/host/mateimport.h"

#include "core/host/credentials.h"
#include "core/store/memorysecretstore.h"
#include "tests/support/test.h"
#include "tests/unit/store/storefixture.h"

#include <QDir>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class MateImportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void takesAFolderButNotItsFolders();
    void takesCharacterCards();
    void refusesEachBadFileWithASentence();
    void saysWhatItKeptOfAFile();
    void waitsForABotUnlessTheEnvironmentHasItsToken();
    void answersWithTheProviderAtHandWhereTheFileNamesNone();
    void undoTakesBackWhatWasImported();
    void undoLeavesWhatAPersonHasChanged();
    void knowsWhatIsWorthTrying();

private:
    QString write(const QString &name, const QByteArray &bytes);
    ImportReport import(const QStringList &paths, const QProcessEnvironment &environment = {});

    std::unique_ptr<QTemporaryDir> m_files;
    std::unique_ptr<StoreFixture> m_store;
    std::unique_ptr<MateStore> m_mates;
    MemorySecretStore m_keychain;
};

namespace {

QByteArray mateFile(const QByteArray &name)
{
    return "# " + name + "\n\n## System Prompt\n\nYou are " + name + ".\n";
}

const QByteArray card = R"({"spec":"chara_card_v2","data":{"name":"Nova Bell","description":"A pilot.","first_mes":"hi"}})";

} // namespace

void MateImportTest::init()
{
    m_mates.reset();
    m_files = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<StoreFixture>();
    m_mates = std::make_unique<MateStore>(m_store->database.get());
}

QString MateImportTest::write(const QString &name, const QByteArray &bytes)
{
    const QString path = m_files->filePath(name);
    QDir().mkpath(QFileInfo(path).path());
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
        qFatal("the file was not written");
    return path;
}

ImportReport MateImportTest::import(const QStringList &paths, const QProcessEnvironment &environment)
{
    const Credentials credentials(&m_keychain, environment);
    return MateImport(m_mates.get(), &credentials).import(paths);
}

void MateImportTest::takesAFolderButNotItsFolders()
{
    write(u"team/ana.md"_s, mateFile("Ana"));
    write(u"team/card.json"_s, card);
    write(u"team/other.json"_s, "{\"a\": 1}");
    write(u"team/notes.txt"_s, "nothing");
    write(u"team/more/deep.md"_s, mateFile("Deep"));
    const ImportReport report = import({m_files->filePath(u"team"_s)});
    QVERIFY2(report.refused.isEmpty(), qPrintable(report.refused.value(0).sentence));
    QCOMPARE(report.imported.size(), 2);
    QCOMPARE(m_mates->mates().at(0).identifier, u"ana"_s);
    QCOMPARE(m_mates->mates().at(1).identifier, u"nova-bell"_s);
    QDir().mkpath(m_files->filePath(u"empty"_s));
    QCOMPARE(import({m_files->filePath(u"empty"_s)}).refused.size(), 1);
}

void MateImportTest::takesCharacterCards()
{
    const ImportReport report = import({write(u"main_nova_2.json"_s, card)});
    QCOMPARE(report.imported.size(), 1);
    const Mate mate = report.imported.first().mate;
    QCOMPARE(mate.name, u"Nova Bell"_s);
    QCOMPARE(m_mates->prompt(mate.id).text, u"A pilot."_s);
    QVERIFY(report.imported.first().remarks.first().contains(u"greeting"));
    const ImportReport nameless = import({write(u"aki.json"_s, R"({"name":"…","description":"calm"})")});
    QCOMPARE(nameless.imported.first().mate.identifier, u"aki"_s);
}

void MateImportTest::refusesEachBadFileWithASentence()
{
    const QStringList bad{write(u"broken.md"_s, "no heading"), write(u"big.md"_s, QByteArray(1024 * 1024 + 1, 'x')),
        m_files->filePath(u"absent.md"_s), write(u"plain.png"_s, "\x89PNG\r\n\x1a\n"),
        write(u"two/ana.md"_s, mateFile("Ana")), write(u"no name.md"_s, mateFile("Spaces"))};
    const ImportReport report = import(QStringList{write(u"ana.md"_s, mateFile("Ana"))} + bad);
    QCOMPARE(report.imported.size(), 1);
    QStringList refused;
    for (const auto &[path, sentence] : report.refused) {
        refused << path;
        QVERIFY2(sentence.size() > 10 && sentence.endsWith(u'.'), qPrintable(sentence));
    }
    QCOMPARE(refused, bad);
    QVERIFY(report.refused.at(4).sentence.contains(u"taken from"));
    QVERIFY(import({bad.at(4)}).refused.first().sentence.contains(u"already"));
}

void MateImportTest::saysWhatItKeptOfAFile()
{
    const ImportReport report = import({write(u"ana.md"_s, mateFile("Ana") + "\n## Hobbies\n\nchess\n")});
    QVERIFY(report.imported.first().remarks.first().contains(u"Hobbies"));
    QVERIFY(m_mates->prompt(report.imported.first().mate.id).text.contains(u"chess"));
}

void MateImportTest::waitsForABotUnlessTheEnvironmentHasItsToken()
{
    QVERIFY(import({write(u"ana.md"_s, mateFile("Ana"))}).imported.first().mate.paused);
    QProcessEnvironment environment;
    environment.insert(u"LOOPFLOW_TOKEN_BEN"_s, u"a-token"_s);
    QVERIFY(!import({write(u"ben.md"_s, mateFile("Ben"))}, environment).imported.first().mate.paused);
}

void MateImportTest::answersWithTheProviderAtHandWhereTheFileNamesNone()
{
    QProcessEnvironment environment;
    environment.insert(u"ANTHROPIC_API_KEY"_s, u"key"_s);
    const ImportReport report = import({write(u"ana.md"_s, mateFile("Ana")),
                                           write(u"ben.md"_s, mateFile("Ben") + "\n## Provider\n\nopenai\n")},
        environment);
    QCOMPARE(report.imported.at(0).mate.provider, u"anthropic"_s);
    QVERIFY(!report.imported.at(0).mate.model.isEmpty());
    QCOMPARE(report.imported.at(1).mate.provider, u"openai"_s);
}

void MateImportTest::undoTakesBackWhatWasImported()
{
    addMate(*m_mates, u"mine"_s);
    const ImportReport report
        = import({write(u"ana.md"_s, mateFile("Ana")), write(u"ben.md"_s, mateFile("Ben"))});
    QVERIFY(m_mates->remove(report.imported.at(0).mate.id)); // a person was faster
    const Credentials credentials(&m_keychain, {});
    QVERIFY(MateImport(m_mates.get(), &credentials).undo(report).isEmpty());
    QCOMPARE(m_mates->mates().size(), 1);
    QCOMPARE(m_mates->mates().first().identifier, u"mine"_s);
}

void MateImportTest::undoLeavesWhatAPersonHasChanged()
{
    const ImportReport report = import({write(u"ana.md"_s, mateFile("Ana")), write(u"ben.md"_s, mateFile("Ben")),
        write(u"cleo.md"_s, mateFile("Cleo"))});
    Mate ana = report.imported.at(0).mate;
    ana.name = u"Anna"_s;
    QVERIFY(m_mates->update(ana));
    QVERIFY(m_mates->savePrompt(report.imported.at(1).mate.id, u"You are Ben, and brief."_s));
    const Credentials credentials(&m_keychain, {});
    const QList<Mate> kept = MateImport(m_mates.get(), &credentials).undo(report);
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept.first().name, u"Anna"_s);
    QCOMPARE(m_mates->mates().size(), 2);
}

void MateImportTest::knowsWhatIsWorthTrying()
{
    QVERIFY(MateImport::takes(u"a.MD"_s) && MateImport::takes(u"a.png"_s) && MateImport::takes(u"a.json"_s));
    QVERIFY(MateImport::takes(m_files->path()));
    QVERIFY(!MateImport::takes(u"a.exe"_s));
}

LOOPFLOW_TEST(MateImportTest)
#include "tst_mateimport.moc"
