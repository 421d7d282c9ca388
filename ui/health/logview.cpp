#include "ui/health/logview.h"

#include "ui/health/logmodel.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/table.h"
#include "ui/widgets/type.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDateTime>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QPushButton>
#include <QSaveFile>
#include <QScrollBar>

namespace loopflow {

namespace {

QPushButton *makeButton(const QString &text, const char *name, const QString &explained, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(QString::fromLatin1(name));
    button->setAccessibleName(explained);
    button->setToolTip(explained);
    return button;
}

} // namespace

LogView::LogView(LogBook *book, QWidget *parent)
    : QWidget(parent)
    , m_model(new LogModel(book, this))
    , m_filter(new LogFilter(this))
    , m_table(makeTable(QStringLiteral("logTable"), tr("Log"), this))
{
    setObjectName(QStringLiteral("logView"));
    m_filter->setSourceModel(m_model);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeBar());
    auto *below = new Surface(ColorRole::Pane, {}, this);
    auto *inside = new QHBoxLayout(below);
    inside->setContentsMargins(insideControl, 0, 0, 0); // its text begins where the bar's does
    inside->addWidget(m_table);
    column->addWidget(below, 1);
    buildTable();

    connect(m_level, &QComboBox::currentIndexChanged, this,
        [this](int index) { m_filter->setSeverity(m_level->itemData(index).toInt()); });
    connect(m_text, &QLineEdit::textChanged, m_filter, &LogFilter::setText);
    connect(m_hold, &QPushButton::toggled, m_model, &LogModel::setHeld);
    connect(m_newest, &QPushButton::clicked, this, &LogView::follow);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved}) {
        connect(m_filter, signal, this, &LogView::showCount);
    }
    connect(m_filter, &QAbstractItemModel::modelReset, this, &LogView::showCount);
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this] {
        if (m_atEnd)
            m_table->scrollToBottom();
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &LogView::noteScroll);
    showCount();
    follow();
}

/// The table moves its scroll bar while it goes, when this is a LogView no longer.
LogView::~LogView()
{
    m_table->verticalScrollBar()->disconnect(this);
}

QWidget *LogView::makeBar()
{
    auto *bar = new Surface(ColorRole::Pane, Qt::TopEdge | Qt::BottomEdge, this);
    bar->setFixedHeight(44);
    m_level = new QComboBox(bar);
    m_level->setObjectName(QStringLiteral("logLevel"));
    m_level->setAccessibleName(tr("Least level"));
    m_level->addItem(tr("All levels"), 0);
    m_level->addItem(tr("Warnings and errors"), 2);
    m_level->addItem(tr("Errors"), 3);
    m_text = makeFilterField(
        QStringLiteral("logFilter"), tr("Filter the log"), tr("Filter by text or category"), bar);
    m_text->setMaximumWidth(280);
    m_newest = makeButton(tr("Newest"), "logNewest", tr("Jump to the newest line and follow"), bar);
    m_hold = makeButton(tr("Pause"), "logPause", tr("Pause: lines that come meanwhile are shown afterwards"), bar);
    m_hold->setCheckable(true);
    auto *copyButton = makeButton(tr("Copy"), "logCopy", tr("Copy the selected lines, or all that are shown"), bar);
    auto *save = makeButton(tr("Save…"), "logSave", tr("Save the lines that are shown to a file"), bar);
    auto *clear = makeButton(tr("Clear"), "logClear", tr("Clear the view; the log file keeps every line"), bar);
    connect(copyButton, &QPushButton::clicked, this, &LogView::copy);
    connect(save, &QPushButton::clicked, this, &LogView::askWhereToSave);
    connect(clear, &QPushButton::clicked, m_model, &LogModel::clear);

    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(paneEdge, 0, paneEdge, 0);
    row->setSpacing(insideControl);
    auto *title = new Text(tr("Log"), strongFont(), bar);
    row->addWidget(title);
    row->addSpacing(gridStep);
    row->addWidget(m_level);
    row->addWidget(m_text, 1);
    row->addStretch();
    for (QPushButton *button : {m_newest, m_hold, copyButton, save, clear})
        row->addWidget(button);
    return bar;
}

void LogView::buildTable()
{
    m_table->setModel(m_filter);
    m_table->setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copyLines = new QAction(tr("Copy lines"), m_table);
    copyLines->setShortcut(QKeySequence::Copy);
    copyLines->setShortcutContext(Qt::WidgetShortcut);
    connect(copyLines, &QAction::triggered, this, &LogView::copy);
    m_table->addAction(copyLines);
    const QFontMetrics meta(metaFont());
    const int room = 2 * insideControl + gridStep;
    QHeaderView *header = m_table->horizontalHeader();
    header->resizeSection(LogModel::Time, meta.horizontalAdvance(QStringLiteral("00:00:00.000")) + room + gridStep);
    header->resizeSection(LogModel::Level, meta.horizontalAdvance(tr("Warning")) + room + insideControl);
    const QString category = m_model->headerData(LogModel::Category, Qt::Horizontal).toString();
    header->resizeSection(LogModel::Category,
        qMax(meta.horizontalAdvance(QStringLiteral("gatewayx")), meta.horizontalAdvance(category)) + room + insideControl);
    m_empty = new Text({}, bodyFont(), ColorRole::Muted, m_table->viewport());
    m_empty->setObjectName(QStringLiteral("logEmpty"));
    auto *middle = new QVBoxLayout(m_table->viewport());
    middle->addWidget(m_empty, 0, Qt::AlignCenter);
}

void LogView::showCount()
{
    m_empty->setVisible(m_filter->rowCount() == 0);
    m_empty->setText(m_model->rowCount() == 0 ? tr("Nothing was logged yet. What mates and connections do appears here.")
                                              : tr("No line is of that level and holds that text."));
}

void LogView::follow()
{
    m_hold->setChecked(false);
    m_table->scrollToBottom();
    noteScroll();
}

/// A log that is at its end follows; one that is scrolled up stands still, also when old lines go.
void LogView::noteScroll()
{
    const QScrollBar *bar = m_table->verticalScrollBar();
    m_atEnd = bar->value() >= bar->maximum() - gridStep;
    m_model->setKept(!m_atEnd);
    m_newest->setEnabled(!m_atEnd || m_hold->isChecked());
}

QString LogView::shownText(bool selectedOnly) const
{
    QStringList lines;
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        if (!selectedOnly || m_table->selectionModel()->isRowSelected(row))
            lines << m_model->lineAt(m_filter->mapToSource(m_filter->index(row, 0)).row());
    }
    return lines.isEmpty() ? QString() : lines.join(QLatin1Char('\n')) + QLatin1Char('\n');
}

void LogView::copy()
{
    QApplication::clipboard()->setText(shownText(m_table->selectionModel()->hasSelection()));
}

void LogView::askWhereToSave()
{
    const QString name =
        QStringLiteral("loopflow-%1.log").arg(QDateTime::currentDateTime().toString(QStringLiteral("yyyy-MM-dd-HHmm")));
    const QString path = QFileDialog::getSaveFileName(this, tr("Save the log"), name, tr("Logs (*.log);;All files (*)"));
    if (!path.isEmpty())
        saveTo(path);
}

void LogView::saveTo(const QString &path)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(shownText(false).toUtf8()) < 0 || !file.commit())
        Q_EMIT said(tr("The log could not be saved: %1. Choose another place.").arg(file.errorString()));
    else
        Q_EMIT said(tr("The log was saved to %1.").arg(path));
}

} // namespace loopflow
