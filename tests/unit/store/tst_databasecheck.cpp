#include "core/store/databasecheck.h"

#include "tests/support/test.h"
#include "tests/unit/store/storefixture.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
    QCOMPARE(file.write(bytes), bytes.size());
}

/// A database of some pages.
QByteArray sound()
{
    StoreFixture store;
    for (int i = 0; i < 50; ++i)
        store.execute(u"INSERT INTO setting VALUES ('%1', hex(zeroblob(600)))"_s.arg(i));
    store.database.reset();
    return bytesOf(store.folder.filePath(u"loopflow.sqlite"_s));
}

} // namespace

class DatabaseCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesWhatIsNotThereForNew()
    {
        QTemporaryDir folder;
        QCOMPARE(*checkDatabase(folder.filePath(u"none"_s), 1), 0);
        write(folder.filePath(u"empty"_s), {});
        QCOMPARE(*checkDatabase(folder.filePath(u"empty"_s), 1), 0);
    }

    void tellsTheVersion()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"db"_s);
        write(path, sound());
        QCOMPARE(*checkDatabase(path, Database::schemaVersion()), Database::schemaVersion());
    }

    void refusesWhatIsDamagedAndLeavesItAlone_data()
    {
        const QByteArray whole = sound();
        QVERIFY(whole.size() > 5 * 4096);
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("text") << QByteArray("hello");
        QTest::newRow("long text") << QByteArray("hello ").repeated(4000);
        QTest::newRow("garbage in the header") << QByteArray("garbage!") + whole.sliced(8);
        QTest::newRow("garbage behind the header")
            << whole.first(16) + QByteArray(84, '\xee') + whole.sliced(100);
        QTest::newRow("garbage in a page")
            << whole.first(3 * 4096) + QByteArray(4096, '\xee') + whole.sliced(4 * 4096);
        QTest::newRow("cut in the header") << whole.first(60);
        QTest::newRow("cut in the first page") << whole.first(1000);
        QTest::newRow("cut after a page") << whole.first(2 * 4096);
        QTest::newRow("cut in the last page") << whole.chopped(100);
    }

    void refusesWhatIsDamagedAndLeavesItAlone()
    {
        QFETCH(QByteArray, bytes);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"loopflow.sqlite"_s);
        write(path, bytes);
        const auto checked = checkDatabase(path, Database::schemaVersion());
        QVERIFY(!checked);
        QCOMPARE(checked.error().code, ErrorCode::Storage);
        QVERIFY2(checked.error().message.contains(u"is damaged"_s), qPrintable(checked.error().message));
        QVERIFY(checked.error().message.contains(path));
        QVERIFY(!Database::open(folder.path()));
        QCOMPARE(bytesOf(path), bytes);
    }

    void refusesANewerOne()
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"db"_s);
        write(path, sound());
        const auto checked = checkDatabase(path, Database::schemaVersion() - 1);
        QVERIFY(!checked);
        QVERIFY2(checked.error().message.contains(u"newer version"_s), qPrintable(checked.error().message));
    }

    void readsTheLogOfACrashedRun()
    {
        // A copy of the files of an open database is what kill -9 leaves.
        StoreFixture store;
        store.execute(u"PRAGMA user_version = 98"_s);
        QTemporaryDir copy;
        for (const QString &name : {u"loopflow.sqlite"_s, u"loopflow.sqlite-wal"_s})
            QVERIFY(QFile::copy(store.folder.filePath(name), copy.filePath(name)));
        const QByteArray before = bytesOf(copy.filePath(u"loopflow.sqlite"_s));
        const auto checked = checkDatabase(copy.filePath(u"loopflow.sqlite"_s), Database::schemaVersion());
        QVERIFY(!checked);
        QVERIFY2(checked.error().message.contains(u"its form is 98"_s), qPrintable(checked.error().message));
        QCOMPARE(bytesOf(copy.filePath(u"loopflow.sqlite"_s)), before);
    }
};

LOOPFLOW_TEST(DatabaseCheckTest)
#include "tst_databasecheck.moc"
