#include "core/store/databasecheck.h"

#include "core/base/core.h"
#include "core/store/database.h"

#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QtEndian>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

// A check reads everything: 4 MB take some 15 ms, and a record of years would take seconds.
constexpr qint64 wholeCheckLimit = 4 * 1024 * 1024;
constexpr qsizetype headerSize = 100; // https://www.sqlite.org/fileformat.html §1.3

qint64 pageSizeOf(const QByteArray &header)
{
    const auto size = qFromBigEndian<quint16>(header.constData() + 16);
    return size <= 1 ? 65536 : size;
}

Error damaged(const QString &path, const QString &why)
{
    return {ErrorCode::Storage,
        Core::tr("The database %1 is damaged (%2) and was left as it is. Put a copy of it back, or move it away to "
                 "start afresh.").arg(path, why)};
}

Error newer(const QString &path, int version, int newest)
{
    return {ErrorCode::Storage,
        Core::tr("The database %1 was written by a newer version of Loopflow (its form is %2, this version knows %3) "
                 "and was left as it is. Install the newer version, or choose another folder with --data-dir.")
            .arg(path)
            .arg(version)
            .arg(newest)};
}

/// SQLite's own words for a failure, unless they mean something else than damage.
Error explain(const QString &path, const QSqlError &error)
{
    const int code = error.nativeErrorCode().toInt() & 0xff;
    if (code == 11 || code == 26) // SQLITE_CORRUPT, SQLITE_NOTADB
        return damaged(path, error.databaseText());
    return storageError(Core::tr("The database %1 could not be read").arg(path), error);
}

/// The first column of the first row.
Result<QString> ask(QSqlDatabase &sql, const QString &path, const QString &statement)
{
    QSqlQuery query(sql);
    if (query.exec(statement) && query.next())
        return query.value(0).toString();
    return explain(path, query.lastError());
}

Result<int> checkOpened(QSqlDatabase &sql, const QString &path, qint64 size, int newest)
{
    if (!sql.open())
        return explain(path, sql.lastError());
    const Result<QString> version = ask(sql, path, u"PRAGMA user_version"_s);
    if (!version)
        return version.error();
    if (version->toInt() > newest)
        return newer(path, version->toInt(), newest);
    // The first statement that reads the schema is also what finds a cut file.
    if (const auto tables = ask(sql, path, u"SELECT count(*) FROM sqlite_schema"_s); !tables)
        return tables.error();
    if (size <= wholeCheckLimit) {
        const Result<QString> found = ask(sql, path, u"PRAGMA quick_check(1)"_s);
        if (!found)
            return found.error();
        if (*found != "ok"_L1)
            return damaged(path, *found);
    }
    return version->toInt();
}

} // namespace

Result<int> checkDatabase(const QString &path, int newest)
{
    QFile file(path);
    if (!file.exists())
        return 0;
    if (!file.open(QIODevice::ReadOnly)) {
        return Error{ErrorCode::Storage,
            Core::tr("The database %1 cannot be read (%2). Make it yours, or choose another folder with --data-dir.")
                .arg(path, file.errorString())};
    }
    const QByteArray header = file.read(headerSize);
    if (header.isEmpty())
        return 0; // made, and never written to
    if (header.size() < headerSize || !header.startsWith(QByteArrayLiteral("SQLite format 3\0")))
        return damaged(path, Core::tr("it is no SQLite file"));
    // SQLite would read the rest of the last page as zeros. After a crash the log may hold that page.
    if (file.size() % pageSizeOf(header) != 0 && QFileInfo(path + u"-wal"_s).size() == 0)
        return damaged(path, Core::tr("it was cut off"));

    // Read-only: not even the log of a crashed run is folded into the file before all is well.
    const QString name = u"loopflow-check"_s;
    Result<int> version = 0;
    {
        QSqlDatabase sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        sql.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s);
        sql.setDatabaseName(path);
        version = checkOpened(sql, path, file.size(), newest);
    }
    QSqlDatabase::removeDatabase(name);
    return version;
}

} // namespace loopflow
