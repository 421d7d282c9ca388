// Searches the record, and brings an older one into the search, in slices, so that nothing waits for either.
// One search at a time: a new one ends the one before it. Changes nothing but the search's own tables.
#pragma once

#include "core/store/searchhit.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace loopflow {

class Database;
class LogStore;
class SearchQuery;

class SearchStore : public QObject {
    Q_OBJECT
public:
    /// Both outlive this.
    SearchStore(Database *database, LogStore *record, QObject *parent = nullptr);
    ~SearchStore() override;

    /// found() or failed() comes, unless another search or cancel() is sooner. Older than the seq `before`; 0: the
    /// newest.
    void search(const SearchExpression &expression, qint64 before = 0, int limit = 50);
    void cancel();
    bool isSearching() const { return m_searching.isActive(); }

    /// Brings what an older version recorded into the search, and takes deleted words out of its file; progressed()
    /// comes. Again while it runs: no effect.
    void catchUp();
    /// How much of the record can be found, in thousandths.
    int indexedThousandths() const;

Q_SIGNALS:
    void found(const loopflow::SearchPage &page);
    void failed(const loopflow::Error &error);
    void catchUpFailed(const loopflow::Error &error); ///< it stops, and may be started again
    void progressed(int thousandths); ///< 1000: all of the record is in the search

private:
    void searchSome();
    void catchUpSome();

    Database *m_database;
    LogStore *m_record;
    std::unique_ptr<SearchQuery> m_query;
    QTimer m_searching;
    QTimer m_catchingUp;
};

} // namespace loopflow
