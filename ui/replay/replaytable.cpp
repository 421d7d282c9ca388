#include "ui/replay/replaytable.h"

#include "ui/replay/replaymodel.h"
#include "ui/widgets/table.h"
#include "ui/widgets/type.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QSortFilterProxyModel>

namespace loopflow {

namespace {

/// Column widths in px; what is longer is cut, and the tooltip has it.
constexpr std::pair<int, int> widths[] = {{ReplayModel::Run, 44}, {ReplayModel::Question, 240},
    {ReplayModel::Label, 76}, {ReplayModel::Prompt, 64}, {ReplayModel::Model, 148}, {ReplayModel::Time, 80},
    {ReplayModel::FirstToken, 92}, {ReplayModel::Tokens, 136}, {ReplayModel::Cost, 76}, {ReplayModel::Verdict, 60}};

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
    const QFontMetrics metrics(metaFont());
    for (const auto &[column, width] : widths) {
        const QString name = model->headerData(column, Qt::Horizontal).toString();
        table->setColumnWidth(column, qMax(width, metrics.horizontalAdvance(name) + 2 * insideControl + gridStep));
    }
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
