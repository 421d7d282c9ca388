// The table of replays, as the inspector and the replay page show it.
#pragma once

#include <QTableView>

namespace loopflow {

class ReplayModel;

/// Sorted by a click on a header; as the runs began, until then.
QTableView *makeReplayTable(ReplayModel *model, const QString &objectName, QWidget *parent);
/// The model's row that is current in the table; -1: none is.
int currentReplay(const QTableView &table);
/// Makes a model's row the current one.
void showReplay(QTableView &table, int row);
/// Hides the question's column, or gives it room.
void setShowsQuestions(QTableView &table, bool shows);

} // namespace loopflow
