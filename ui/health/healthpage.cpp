#include "ui/health/healthpage.h"

#include "core/host/health.h"
#include "ui/health/healthmodel.h"
#include "ui/health/logview.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/table.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>

#include <numeric>

namespace loopflow {

using namespace std::chrono_literals;

namespace {

constexpr int nameWidth = 150;
constexpr int stateWidth = 150;

} // namespace

HealthPage::HealthPage(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_services(services)
    , m_model(new HealthModel(services.health, services.mates, this))
    , m_sorted(new QSortFilterProxyModel(this))
    , m_table(makeTable(QStringLiteral("healthTable"), tr("Health of the mates"), this))
    , m_log(new LogView(services.logBook, this))
    , m_splitter(new QSplitter(Qt::Vertical, this))
{
    setObjectName(QStringLiteral("healthPage"));
    m_sorted->setSourceModel(m_model);
    m_sorted->setSortRole(SortRole);
    m_splitter->setObjectName(QStringLiteral("healthSplitter"));
    m_splitter->addWidget(makeMates());
    m_splitter->addWidget(m_log);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    column->addWidget(m_splitter, 1);

    connect(m_log, &LogView::said, this, &HealthPage::said);
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, [this] {
        m_model->tick();
        showProcess();
        showDetails();
    });
}

QWidget *HealthPage::makeHeader()
{
    auto *header = new Surface(ColorRole::Pane, Qt::BottomEdge, this);
    header->setFixedHeight(48);
    m_process = new Text({}, metaFont(), ColorRole::Muted, header);
    m_process->setObjectName(QStringLiteral("processHealth"));
    m_process->setAccessibleName(tr("How the process is"));
    m_process->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_process->setMinimumWidth(100);
    auto *copy = new QPushButton(icon(QStringLiteral("copy")), tr("Copy as text"), header);
    copy->setObjectName(QStringLiteral("healthCopy"));
    copy->setToolTip(tr("Copy the selected mates, or all, with the line about the process"));
    connect(copy, &QPushButton::clicked, this, [this] {
        showProcess();
        QApplication::clipboard()->setText(tableAsText(*m_table) + m_process->text() + QLatin1Char('\n'));
    });
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(paneEdge, 0, paneEdge, 0);
    row->setSpacing(betweenGroups);
    row->addWidget(new Text(tr("Health"), titleFont(), header));
    row->addWidget(m_process, 1);
    row->addWidget(copy);
    return header;
}

QWidget *HealthPage::makeMates()
{
    auto *mates = new Surface(ColorRole::Pane, {}, this);
    m_table->setModel(m_sorted);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // as the mate list has them, until a header is clicked
    m_table->horizontalHeader()->setStretchLastSection(false);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copyRows = new QAction(tr("Copy rows"), m_table);
    copyRows->setShortcut(QKeySequence::Copy);
    copyRows->setShortcutContext(Qt::WidgetShortcut);
    connect(copyRows, &QAction::triggered, this,
        [this] { QApplication::clipboard()->setText(tableAsText(*m_table)); });
    m_table->addAction(copyRows);
    m_details = new Text({}, metaFont(), ColorRole::Muted, mates);
    m_details->setObjectName(QStringLiteral("healthDetails"));
    m_details->setAccessibleName(tr("Last problem of the selected mate"));
    m_details->setWordWrap(true);
    m_details->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_details->setContentsMargins(insideControl, insideControl, insideControl, insideControl);
    m_details->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    auto *column = new QVBoxLayout(mates);
    column->setContentsMargins(insideControl, 0, insideControl, 0);
    column->setSpacing(0);
    column->addWidget(m_table, 1);
    column->addWidget(m_details);
    connect(m_table, &QTableView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT mateWanted(index.data(IdRole).value<MateId>()); });
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, &HealthPage::showDetails);
    connect(m_model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &first) {
        if (first.row() == m_sorted->mapToSource(m_table->currentIndex()).row())
            showDetails();
    });
    showDetails();
    return mates;
}

/// Numbers are as wide as their heads; the state takes the room that is left. Where that would be too little for
/// it, the heads stand in two lines.
void HealthPage::sizeColumns()
{
    QHeaderView *header = m_table->horizontalHeader();
    const QFontMetrics meta(metaFont());
    const QFontMetrics body(bodyFont());
    const auto sizes = [&](bool inOneLine) {
        QList<int> widths;
        for (int column = 0; column < HealthModel::ColumnCount; ++column) {
            const QString head = m_model->headerData(column, Qt::Horizontal).toString() + QStringLiteral(" ↓");
            int cell = body.horizontalAdvance(count(9999)); // the least that a number may need
            const QStringList pieces = inOneLine ? QStringList{head} : head.split(QLatin1Char(' '));
            for (const QString &piece : pieces)
                cell = qMax(cell, meta.horizontalAdvance(piece));
            widths << cell + 2 * insideControl + gridStep;
        }
        const qint64 now = readClock().wall.count();
        const QString longAgo = ago(now - 59 * 60 * 1000, now);
        widths[HealthModel::LastEvent] = qMax(widths[HealthModel::LastEvent],
            body.horizontalAdvance(longAgo) + 2 * insideControl + 1);
        widths[HealthModel::Name] = nameWidth;
        widths[HealthModel::State] = stateWidth;
        return widths;
    };
    QList<int> widths = sizes(true);
    const bool twoLines = std::accumulate(widths.begin(), widths.end(), 0) > width() - 2 * insideControl;
    if (m_headsInTwoLines == twoLines)
        return; // what a person made wider stays
    m_headsInTwoLines = twoLines;
    if (twoLines)
        widths = sizes(false);
    setHeaderLines(m_table, twoLines ? 2 : 1);
    for (int column = 0; column < HealthModel::ColumnCount; ++column) {
        header->setSectionResizeMode(column, QHeaderView::Interactive);
        header->resizeSection(column, widths[column]);
    }
    header->setSectionResizeMode(HealthModel::State, QHeaderView::Stretch);
}

void HealthPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    sizeColumns();
}

void HealthPage::showDetails()
{
    const QModelIndex current = m_table->currentIndex();
    if (m_model->rowCount() == 0)
        m_details->setText(tr("There is no mate yet. How each one is doing appears here."));
    else if (!current.isValid())
        m_details->setText(tr("Select a mate to see its last problem; Enter opens it."));
    else
        m_details->setText(m_model->details(m_sorted->mapToSource(current)));
}

void HealthPage::showProcess()
{
    const ProcessHealth process = m_services.health->process();
    QStringList parts;
    if (process.memoryBytes > 0)
        parts << tr("Memory %1").arg(fileSize(process.memoryBytes));
    parts << counted(process.requestsInFlight, tr("1 request in flight"), tr("%1 requests in flight"));
    parts << (process.breaker.isEmpty() ? tr("Request breaker closed") : tr("Request breaker open: mates rest"));
    parts << tr("Database %1").arg(fileSize(process.databaseBytes));
    parts << counted(process.recordedEvents, tr("1 recorded event"), tr("%1 recorded events"));
    m_process->setText(parts.join(QStringLiteral(" · ")));
    m_process->setRole(process.breaker.isEmpty() ? ColorRole::Muted : ColorRole::Failed);
    m_process->setToolTip(process.breaker.isEmpty()
            ? tr("The request breaker stops the mates of a server for ten minutes when it refuses too many requests.")
            : process.breaker);
}

void HealthPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_model->tick();
    showProcess();
    m_second.start();
}

void HealthPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_second.stop();
}

} // namespace loopflow
