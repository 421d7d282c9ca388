#include "core/store/turnreader.h"

#include "core/base/core.h"
#include "core/store/database.h"
#include "core/store/eventrows.h"

#include <QPointer>

#include <atomic>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

Result<TurnRecords> readIn(QSqlDatabase &sql, const QString &path, TurnId turn)
{
    sql.setConnectOptions(u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s);
    sql.setDatabaseName(path);
    if (!sql.open())
        return storageError(Core::tr("The turn could not be read"), sql.lastError());
    TurnRecords read;
    EventRows rows(sql);
    auto records = rows.readTurn(turn, &read.unreadable);
    if (!records)
        return records.error();
    read.records = *std::move(records);
    return read;
}

Result<TurnRecords> readAside(const QString &path, TurnId turn)
{
    static std::atomic<int> opened = 0;
    const QString name = u"loopflow-turn-%1"_s.arg(++opened);
    const auto read = [&] {
        QSqlDatabase sql = QSqlDatabase::addDatabase(u"QSQLITE"_s, name);
        return readIn(sql, path, turn);
    }();
    QSqlDatabase::removeDatabase(name);
    return read;
}

} // namespace

TurnReader::TurnReader(QString path, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
{
    m_threads.setMaxThreadCount(1);
}

TurnReader::~TurnReader()
{
    m_threads.waitForDone();
}

void TurnReader::read(TurnId turn, QObject *context, Callback<TurnRecords> callback)
{
    m_threads.start([this, turn, context = QPointer(context), callback = std::move(callback), path = m_path] {
        // This object outlives the work, and drops what it is sent when it goes.
        QMetaObject::invokeMethod(
            this,
            [context, callback, read = readAside(path, turn)] {
                if (context)
                    callback(read);
            },
            Qt::QueuedConnection);
    });
}

} // namespace loopflow
