// The mates that match what is typed into the list's filter, in their order.
// The mate that is looked at always stays: a filter must not change what the window shows.
#pragma once

#include "core/mate/mate.h"

#include <QSortFilterProxyModel>

namespace loopflow {

class MateListModel;

class FilteredMates final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    FilteredMates(MateListModel *mates, QObject *parent);

    /// This mate is shown whatever the filter says.
    void keep(MateId mate);
    /// Only without a filter: between which rows else?
    bool moveRows(const QModelIndex &sourceParent, int sourceRow, int number,
        const QModelIndex &destinationParent, int destinationChild) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    MateId m_kept{};
};

} // namespace loopflow
