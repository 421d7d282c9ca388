#include "ui/mates/filteredmates.h"

#include "ui/mates/matelistmodel.h"
#include "ui/widgets/rowdelegate.h"

#include <QRegularExpression>

namespace loopflow {

FilteredMates::FilteredMates(MateListModel *mates, QObject *parent)
    : QSortFilterProxyModel(parent)
{
    setFilterCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(mates);
}

void FilteredMates::keep(MateId mate)
{
    if (mate == MateId{} || std::exchange(m_kept, mate) == mate
        || filterRegularExpression().pattern().isEmpty())
        return;
    invalidateFilter();
}

bool FilteredMates::moveRows(const QModelIndex &sourceParent, int sourceRow, int number,
    const QModelIndex &destinationParent, int destinationChild)
{
    return filterRegularExpression().pattern().isEmpty()
        && sourceModel()->moveRows(
            sourceParent, sourceRow, number, destinationParent, destinationChild);
}

Qt::ItemFlags FilteredMates::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags all = QSortFilterProxyModel::flags(index);
    const Qt::ItemFlags dragging = Qt::ItemIsDragEnabled | Qt::ItemIsDropEnabled;
    return filterRegularExpression().pattern().isEmpty() ? all : all & ~dragging;
}

bool FilteredMates::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QModelIndex index = sourceModel()->index(row, 0, parent);
    return index.data(IdRole).value<MateId>() == m_kept
        || index.data().toString().contains(filterRegularExpression())
        || index.data(DetailRole).toString().contains(filterRegularExpression());
}

} // namespace loopflow
