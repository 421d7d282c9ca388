// The data folder and its SQLite database: opened once, migrated, owner-only.
// Never overwrites what it cannot read; one process per folder.
#pragma once

#include "core/base/result.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QString>

#include <memory>

namespace loopflow {

class FolderLock;

/// The connection belongs to the thread that opened it. WAL, synchronous=NORMAL, foreign keys on; what is
/// deleted is overwritten.
class Database {
public:
    /// Makes the folder (0700) and the database (0600) where there is none, and brings an older one
    /// up to date. Errors, all ErrorCode::Storage with a next step but for Conflict: another
    /// process has the folder (Conflict); made by a newer version; damaged; read-only; disk full.
    static Result<std::unique_ptr<Database>> open(const QString &folder);
    ~Database(); ///< whatever still holds a query on sql() must be gone
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    QSqlDatabase &sql() { return m_sql; }
    const QString &folder() const { return m_folder; }
    /// The schema version this program writes.
    static int schemaVersion();

private:
    Database(QString folder, std::unique_ptr<FolderLock> lock);
    Result<void> connect(const QString &path);

    QSqlDatabase m_sql;
    QString m_folder;
    std::unique_ptr<FolderLock> m_lock;
};

/// $XDG_DATA_HOME/loopflow.
QString defaultDataFolder();

/// Runs `work` between BEGIN IMMEDIATE and COMMIT; rolls back when it fails.
Result<void> inTransaction(QSqlDatabase &sql, const std::function<Result<void>()> &work);
/// The sentence for a failed statement. `whatFailed` is its beginning: "The reply could not be saved".
Error storageError(const QString &whatFailed, const QSqlError &error);

} // namespace loopflow
