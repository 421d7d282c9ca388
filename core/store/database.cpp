#include "core/store/database.h"

#include "core/base/core.h"
#include "core/base/resources.h"
#include "core/store/databasecheck.h"
#include "core/store/folderlock.h"

#include <QDir>
#include <QFileInfo>
#include <QSqlQuery>
#include <QStandardPaths>

#include <atomic>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

constexpr auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner;

/// Makes the folder, for its owner only. One that was there and holds other things keeps its
/// permissions: it may be shared on purpose, and the files in it are owner-only in any case.
Result<void> makeFolder(const QString &folder)
{
    const bool isOurs = !QFileInfo::exists(folder) || QDir(folder).isEmpty();
    if (!QDir().mkpath(folder)) {
        return Error{ErrorCode::Storage,
            Core::tr("The folder %1 could not be made. Choose another one with --data-dir.").arg(folder)};
    }
    if (isOurs && !QFile::setPermissions(folder, ownerOnly | QFile::ExeOwner)) {
        return Error{ErrorCode::Storage,
            Core::tr("The folder %1 belongs to someone else. Choose another one with --data-dir.").arg(folder)};
    }
    return {};
}

/// Makes the file before SQLite does, which would leave it to the umask. SQLite gives its -wal and
/// -shm files the same permissions.
Result<void> makeFile(const QString &path)
{
    QFile file(path);
    const bool made = file.exists() || file.open(QIODevice::ReadWrite | QIODevice::NewOnly, ownerOnly);
    if (!made || !file.setPermissions(ownerOnly)) {
        return Error{ErrorCode::Storage,
            Core::tr("The file %1 cannot be written to (%2). Make it yours, or choose another folder with --data-dir.")
                .arg(path, file.errorString())};
    }
    for (const QString &suffix : {u"-wal"_s, u"-shm"_s}) {
        if (QFile::exists(path + suffix))
            QFile::setPermissions(path + suffix, ownerOnly);
    }
    return {};
}

/// The statements of a migration, because QtSql runs one at a time.
QStringList statementsOf(const QByteArray &script)
{
    QStringList statements;
    QString statement;
    for (const QString &line : QString::fromUtf8(script).split(u'\n')) {
        if (line.startsWith("--"_L1))
            continue;
        statement += line + u'\n';
        if (line.endsWith(u';')) {
            statements.append(statement);
            statement.clear();
        }
    }
    return statements;
}

Result<void> execute(QSqlDatabase &sql, const QString &statement)
{
    QSqlQuery query(sql);
    if (!query.exec(statement))
        return storageError(Core::tr("The database could not be prepared"), query.lastError());
    return {};
}

Result<void> migrate(QSqlDatabase &sql, int from)
{
    const QStringList scripts = listResources(u"migrations"_s);
    for (qsizetype i = from; i < scripts.size(); ++i) {
        const auto step = [&]() -> Result<void> {
            for (const QString &statement : statementsOf(readResource(u"migrations/"_s + scripts[i]))) {
                if (auto done = execute(sql, statement); !done)
                    return done;
            }
            return execute(sql, u"PRAGMA user_version = %1"_s.arg(i + 1));
        };
        if (auto done = inTransaction(sql, step); !done)
            return done;
    }
    return {};
}

} // namespace

Database::Database(QString folder, std::unique_ptr<FolderLock> lock)
    : m_folder(std::move(folder))
    , m_lock(std::move(lock))
{
}

Database::~Database()
{
    const QString name = m_sql.connectionName();
    m_sql.close();
    m_sql = {}; // removeDatabase() complains of every copy that is left
    QSqlDatabase::removeDatabase(name);
}

Result<std::unique_ptr<Database>> Database::open(const QString &folder)
{
    if (auto made = makeFolder(folder); !made)
        return made.error();
    auto lock = FolderLock::take(folder);
    if (!lock)
        return lock.error();
    const QString path = QDir(folder).filePath(u"loopflow.sqlite"_s);
    const auto version = checkDatabase(path, schemaVersion());
    if (!version)
        return version.error();
    if (auto made = makeFile(path); !made)
        return made.error();
    std::unique_ptr<Database> database(new Database(folder, std::move(*lock)));
    if (auto connected = database->connect(path); !connected)
        return connected.error();
    if (auto migrated = migrate(database->m_sql, *version); !migrated)
        return migrated.error();
    return database;
}

Result<void> Database::connect(const QString &path)
{
    static std::atomic<int> opened = 0;
    m_sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"loopflow-%1"_s.arg(++opened));
    // Nobody else may write; a tool that looks into the file is waited for, but not for long.
    m_sql.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=2000"_s);
    m_sql.setDatabaseName(path);
    if (!m_sql.open())
        return storageError(Core::tr("The database %1 could not be opened").arg(path), m_sql.lastError());
    QSqlQuery query(m_sql);
    if (!query.exec(u"PRAGMA journal_mode = WAL"_s) || !query.next())
        return storageError(Core::tr("The database %1 could not be opened").arg(path), query.lastError());
    // Some file systems have no WAL; NORMAL is only safe with it.
    const bool isWal = query.value(0).toString() == "wal"_L1;
    query.finish();
    for (const QString &pragma : {isWal ? u"synchronous = NORMAL"_s : u"synchronous = FULL"_s,
             u"foreign_keys = ON"_s, u"secure_delete = ON"_s, u"journal_size_limit = 16777216"_s}) {
        if (auto done = execute(m_sql, u"PRAGMA "_s + pragma); !done)
            return done;
    }
    return {};
}

int Database::schemaVersion() { return static_cast<int>(listResources(u"migrations"_s).size()); }

QString defaultDataFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/loopflow"_s;
}

Result<void> inTransaction(QSqlDatabase &sql, const std::function<Result<void>()> &work)
{
    const QString what = Core::tr("The database could not be written");
    QSqlQuery query(sql);
    // Not QSqlDatabase::transaction(): a deferred BEGIN fails at its first write, without waiting,
    // when it has read.
    if (!query.exec(u"BEGIN IMMEDIATE"_s))
        return storageError(what, query.lastError());
    Result<void> done = work();
    if (done && !query.exec(u"COMMIT"_s))
        done = storageError(what, query.lastError());
    if (!done)
        query.exec(u"ROLLBACK"_s); // fails where SQLite has rolled back itself
    return done;
}

Error storageError(const QString &whatFailed, const QSqlError &error)
{
    // SQLite's extended codes carry the plain one in their lowest byte.
    const int code = error.nativeErrorCode().toInt() & 0xff;
    QString advice;
    switch (code) {
    case 8: // SQLITE_READONLY
    case 14: // SQLITE_CANTOPEN
        advice = Core::tr("Make the data folder writable.");
        break;
    case 5: // SQLITE_BUSY
    case 6: // SQLITE_LOCKED
        advice = Core::tr("Another program is using the database: close it.");
        break;
    case 13: // SQLITE_FULL
        advice = Core::tr("The disk is full: free some space.");
        break;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        advice = Core::tr("The database is damaged: stop Loopflow and put a copy of it back, or move it away.");
        break;
    case 19: // SQLITE_CONSTRAINT
        advice = Core::tr("The mate may have been removed meanwhile.");
        break;
    default:
        advice = Core::tr("Look at the disk and the data folder.");
    }
    const QString reason = error.databaseText().isEmpty() ? error.driverText() : error.databaseText();
    return {ErrorCode::Storage, u"%1 (%2). %3"_s.arg(whatFailed, reason, advice)};
}

} // namespace loopflow
