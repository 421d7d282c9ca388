#include "core/store/searchstore.h"

#include "core/base/log.h"
#include "core/store/database.h"
#include "core/store/logstore.h"
#include "core/store/searchquery.h"

namespace loopflow {

SearchStore::SearchStore(Database *database, LogStore *record, QObject *parent)
    : QObject(parent)
    , m_database(database)
    , m_record(record)
{
    connect(&m_searching, &QTimer::timeout, this, &SearchStore::searchSome);
    connect(&m_catchingUp, &QTimer::timeout, this, &SearchStore::catchUpSome);
}

SearchStore::~SearchStore() = default;

void SearchStore::search(const SearchExpression &expression, qint64 before, int limit)
{
    // What waits to be written is part of the record, too. Where it cannot be written, LogStore says so.
    if (const auto written = m_record->flush(); !written)
        qCWarning(logStore).noquote() << written.error().message;
    m_query = std::make_unique<SearchQuery>(m_database->sql(), expression, before, limit);
    m_searching.start(0);
}

void SearchStore::cancel()
{
    m_searching.stop();
    m_query.reset();
}

void SearchStore::searchSome()
{
    const auto whole = m_query->step();
    if (whole && !*whole)
        return;
    m_searching.stop();
    const SearchPage page = m_query->page();
    m_query.reset();
    if (whole)
        Q_EMIT found(page);
    else
        Q_EMIT failed(whole.error());
}

void SearchStore::catchUp()
{
    if (!m_catchingUp.isActive())
        m_catchingUp.start(0);
}

int SearchStore::indexedThousandths() const
{
    return m_record->indexedThousandths();
}

void SearchStore::catchUpSome()
{
    const bool complete = indexedThousandths() == 1000;
    const auto done = complete ? m_record->tidySearchSome() : m_record->indexSome();
    if (!done) {
        qCWarning(logStore).noquote() << done.error().message;
        m_catchingUp.stop();
        Q_EMIT catchUpFailed(done.error());
        return;
    }
    if (complete && *done) {
        m_catchingUp.stop();
        // What was deleted with a mate leaves the write-ahead log, too. If not now, then with what is written next.
        if (const auto wiped = m_record->wipeLog(); !wiped)
            qCWarning(logStore).noquote() << wiped.error().message;
    }
    if (!complete)
        Q_EMIT progressed(indexedThousandths());
}

} // namespace loopflow
