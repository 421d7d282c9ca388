// Tables as every pane shows them: fixed row heights, whole rows, a flat header, no grid.
// Only looks; what is in them is their models'.
#pragma once

#include <QTableView>

namespace loopflow {

/// What a table's model answers besides Qt's own roles.
enum TableRole {
    SortRole = Qt::UserRole + 100, ///< what a column is sorted by
};

/// The height of every row, px.
int tableRowHeight();

/// One line a row, keyboard and sorting as usual; the last column takes the room that is left.
QTableView *makeTable(const QString &objectName, const QString &accessibleName, QWidget *parent);

/// How many lines the names of the columns may take; the names wrap between words.
void setHeaderLines(QTableView *table, int lines);

/// The selected rows (all, when none is) as lines of tab-separated cells, with the header.
QString tableAsText(const QTableView &table);

} // namespace loopflow
