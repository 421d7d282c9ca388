#include "ui/replay/replaytable.h"

#include "ui/replay/replaymodel.h"
#include "ui/widgets/table.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>

namespace loopflow {

namespace {

/// Column widths in px; what is longer is cut, and the tooltip has it.
constexpr std::pair<int, int> widths[] = {{ReplayModel::Run, 52}, {ReplayModel::Question, 260},
    {ReplayModel::Label, 84}, {ReplayModel::Prompt, 84}, {ReplayModel::Model, 180}, {ReplayModel::Time, 120},
    {ReplayModel::FirstToken, 96}, {ReplayModel::Tokens, 144}, {ReplayModel::Cost, 88}};

const QSortFilterProxyModel *sorted(const QTableView &table)
{
    return static_cast<const QSortFilterProxyModel *>(table.model());
}

} // namespace

QTableView *makeReplayTable(ReplayModel *model, const QString &objectName, QWidget *parent)
{
    auto *table = makeTable(objectName, ReplayModel::tr("Replays"), parent);
    auto *proxy = new QSortFilterProxyModel(table);
    proxy->setSortRole(SortRole);
    proxy->setSourceModel(model);
    table->setModel(proxy);
    table->setSortingEnabled(true);
    table->sortByColumn(-1, Qt::AscendingOrder);
    table->setSelectionMode(QAbstractItemView::SingleSelection);
    for (const auto &[column, width] : widths)
        table->setColumnWidth(column, width);
    setShowsQuestions(*table, false);
    table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copy = new QAction(ReplayModel::tr("Copy rows"), table);
    copy->setShortcut(QKeySequence::Copy);
    copy->setShortcutContext(Qt::WidgetShortcut);
    QObject::connect(copy, &QAction::triggered, table,
        [table] { QGuiApplication::clipboard()->setText(tableAsText(*table)); });
    table->addAction(copy);
    return table;
}

int currentReplay(const QTableView &table)
{
    return sorted(table)->mapToSource(table.currentIndex()).row();
}

void showReplay(QTableView &table, int row)
{
    const QModelIndex there = sorted(table)->mapFromSource(sorted(table)->sourceModel()->index(row, 0));
    table.setCurrentIndex(there);
    table.scrollTo(there);
}

void setShowsQuestions(QTableView &table, bool shows)
{
    table.setColumnHidden(ReplayModel::Question, !shows);
}

} // namespace loopflow
