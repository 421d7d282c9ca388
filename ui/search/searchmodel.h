// What a search found over all mates, newest first; older pages come when the list is scrolled to its end.
// A projection of SearchStore: every new text ends the search before it.
#pragma once

#include "core/store/searchstore.h"
#include "ui/uiservices.h"

#include <QAbstractListModel>

#include <optional>

namespace loopflow {

class SearchModel final : public QAbstractListModel {
    Q_OBJECT
public:
    explicit SearchModel(const UiServices &services, QObject *parent = nullptr);

    /// Looks for it; what was found before stays until something new is, or nothing.
    void search(const QString &text);
    /// What is wrong with the text; nothing: it can be searched for.
    const std::optional<SearchMistake> &mistake() const { return m_mistake; }
    bool isEmpty() const { return m_expression.isEmpty(); } ///< nothing is looked for
    bool isSearching() const { return m_searching; }
    bool hasMore() const { return m_more; }
    const SearchHit &hit(const QModelIndex &index) const { return m_hits.at(index.row()); }

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Answers RowRole.
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    /// A mistake, or an end of the search.
    void stateChanged();
    void failed(const QString &sentence);

private:
    void take(SearchPage page);
    void clear();

    UiServices m_services;
    SearchExpression m_expression;
    std::optional<SearchMistake> m_mistake;
    QList<SearchHit> m_hits;
    bool m_searching = false;
    bool m_fresh = false; ///< the next page is the first of another search
    bool m_more = false;
};

} // namespace loopflow
