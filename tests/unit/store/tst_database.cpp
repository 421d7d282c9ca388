#include "core/store/database.h"

#include "tests/support/test.h"
#include "tests/unit/store/storefixture.h"

#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <unistd.h>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

constexpr auto everybody = QFile::ReadGroup | QFile::WriteGroup | QFile::ExeGroup | QFile::ReadOther
    | QFile::WriteOther | QFile::ExeOther;

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

/// Root may write anywhere, so a test as root becomes somebody else for a while.
class Unprivileged {
public:
    Unprivileged()
        : m_root(::geteuid() == 0)
    {
        m_dropped = !m_root || ::seteuid(65534) == 0;
    }
    ~Unprivileged()
    {
        if (m_root && m_dropped && ::seteuid(0) != 0)
            qFatal("the test could not become root again");
    }
    bool dropped() const { return m_dropped; }

private:
    bool m_root;
    bool m_dropped;
};

} // namespace

class DatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void makesFolderAndFilesForTheirOwnerOnly()
    {
        QTemporaryDir parent;
        const QString folder = parent.filePath(u"a/b"_s);
        const auto database = Database::open(folder);
        QVERIFY(database);
        QSqlQuery((*database)->sql()).exec(u"INSERT INTO setting VALUES ('a', 'b')"_s);
        QVERIFY(!(QFile::permissions(folder) & everybody));
        const QStringList files = QDir(folder).entryList(QDir::Files);
        QCOMPARE(files,
            QStringList({u"loopflow.lock"_s, u"loopflow.sqlite"_s, u"loopflow.sqlite-shm"_s,
                u"loopflow.sqlite-wal"_s}));
        for (const QString &file : files)
            QVERIFY2(!(QFile::permissions(QDir(folder).filePath(file)) & everybody), qPrintable(file));
    }

    void closesAFolderThatWasMadeForIt()
    {
        QTemporaryDir parent;
        QVERIFY(QDir().mkpath(parent.filePath(u"empty"_s)));
        QVERIFY(QFile::setPermissions(parent.filePath(u"empty"_s),
            everybody | QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(Database::open(parent.filePath(u"empty"_s)));
        QVERIFY(!(QFile::permissions(parent.filePath(u"empty"_s)) & everybody));
    }

    void leavesASharedFoldersPermissionsAlone()
    {
        QTemporaryDir shared;
        QFile other(shared.filePath(u"other.txt"_s));
        QVERIFY(other.open(QIODevice::WriteOnly));
        QVERIFY(QFile::setPermissions(
            shared.path(), everybody | QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
        QVERIFY(Database::open(shared.path()));
        QVERIFY(QFile::permissions(shared.path()) & QFile::WriteOther);
        QVERIFY(!(QFile::permissions(shared.filePath(u"loopflow.sqlite"_s)) & everybody));
    }

    void writesAheadAndKeepsForeignKeys()
    {
        StoreFixture store;
        QCOMPARE(store.ask(u"PRAGMA journal_mode"_s).toString(), u"wal"_s);
        QCOMPARE(store.ask(u"PRAGMA synchronous"_s).toInt(), 1);
        QCOMPARE(store.ask(u"PRAGMA foreign_keys"_s).toInt(), 1);
        QCOMPARE(store.ask(u"PRAGMA secure_delete"_s).toInt(), 1); // 2 would leave freed pages as they are
        QCOMPARE(store.ask(u"PRAGMA user_version"_s).toInt(), Database::schemaVersion());
        QVERIFY(Database::schemaVersion() > 0);
    }

    void keepsWhatWasWritten()
    {
        StoreFixture store;
        store.execute(u"INSERT INTO setting VALUES ('a', 'b')"_s);
        store.reopen();
        QCOMPARE(store.ask(u"SELECT value FROM setting"_s).toString(), u"b"_s);
    }

    void refusesASecondProcessWithASentence()
    {
        StoreFixture store;
        const auto second = Database::open(store.folder.path());
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QVERIFY2(second.error().message.contains(store.folder.path()), qPrintable(second.error().message));
    }

    void refusesANewerDatabaseAndLeavesItAlone()
    {
        StoreFixture store;
        store.execute(u"PRAGMA user_version = 99"_s);
        store.database.reset();
        const QString path = store.folder.filePath(u"loopflow.sqlite"_s);
        const QByteArray before = bytesOf(path);
        const auto opened = Database::open(store.folder.path());
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Storage);
        QVERIFY2(opened.error().message.contains(u"newer version"_s), qPrintable(opened.error().message));
        QCOMPARE(bytesOf(path), before);
    }

    void undoesAMigrationThatFails()
    {
        StoreFixture store;
        store.execute(u"CREATE TABLE kept (x)"_s);
        store.execute(u"INSERT INTO kept VALUES (7)"_s);
        store.execute(u"DROP TABLE mark"_s);
        store.execute(u"PRAGMA user_version = 0"_s); // so that the first migration meets its own tables
        store.database.reset();
        QVERIFY(!Database::open(store.folder.path()));
        QSqlDatabase sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"look"_s);
        sql.setDatabaseName(store.folder.filePath(u"loopflow.sqlite"_s));
        QVERIFY(sql.open());
        QVERIFY(!sql.tables().contains(u"mark"_s));
        QSqlQuery query(sql);
        QVERIFY(query.exec(u"SELECT x FROM kept"_s) && query.next());
        QCOMPARE(query.value(0).toInt(), 7);
        query = QSqlQuery();
        sql = {};
        QSqlDatabase::removeDatabase(u"look"_s);
    }

    void saysThatAFolderCannotBeMade()
    {
        const auto opened = Database::open(u"/proc/loopflow"_s);
        QVERIFY(!opened);
        QCOMPARE(opened.error().code, ErrorCode::Storage);
        QVERIFY2(opened.error().message.contains(u"/proc/loopflow"_s), qPrintable(opened.error().message));
    }

    void saysThatAFolderIsReadOnly()
    {
        StoreFixture store;
        store.database.reset();
        QVERIFY(QFile::remove(store.folder.filePath(u"loopflow.lock"_s)));
        QVERIFY(QFile::setPermissions(store.folder.path(),
            QFile::ReadOwner | QFile::ExeOwner | QFile::ReadGroup | QFile::ExeGroup
                | QFile::ReadOther | QFile::ExeOther));
        {
            Unprivileged somebody;
            if (!somebody.dropped())
                QSKIP("this process cannot give up its rights");
            const auto opened = Database::open(store.folder.path());
            QVERIFY(!opened);
            QCOMPARE(opened.error().code, ErrorCode::Storage);
            QVERIFY2(opened.error().message.contains(u"cannot be written to"_s),
                qPrintable(opened.error().message));
        }
        QVERIFY(QFile::setPermissions(
            store.folder.path(), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner));
    }

    void saysThatTheDiskIsFullAndGoesOnAfterwards()
    {
        StoreFixture store;
        store.fillDisk();
        const auto fill = [&] {
            return inTransaction(store.database->sql(), [&]() -> Result<void> {
                QSqlQuery query(store.database->sql());
                if (!query.exec(u"INSERT INTO setting VALUES ('a', hex(zeroblob(100000)))"_s))
                    return storageError(u"The setting could not be saved"_s, query.lastError());
                return {};
            });
        };
        const Result<void> full = fill();
        QVERIFY(!full);
        QCOMPARE(full.error().code, ErrorCode::Storage);
        QVERIFY2(full.error().message.startsWith(u"The setting could not be saved"_s),
            qPrintable(full.error().message));
        QVERIFY2(full.error().message.endsWith(u"The disk is full: free some space."_s),
            qPrintable(full.error().message));
        store.emptyDisk();
        QVERIFY(fill());
    }

    void rollsBackWhatFails()
    {
        StoreFixture store;
        const auto failed = inTransaction(store.database->sql(), [&]() -> Result<void> {
            store.execute(u"INSERT INTO setting VALUES ('a', 'b')"_s);
            return Error{ErrorCode::Conflict, u"No."_s};
        });
        QCOMPARE(failed.error().message, u"No."_s);
        QCOMPARE(store.ask(u"SELECT count(*) FROM setting"_s).toInt(), 0);
        QVERIFY(inTransaction(store.database->sql(), [] { return Result<void>(); }));
    }

    void livesInTheUsersDataFolder()
    {
        QCOMPARE(defaultDataFolder(),
            QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/loopflow"_s);
    }
};

LOOPFLOW_TEST(DatabaseTest)
#include "tst_database.moc"
