#include "ui/mates/matepane.h"

#include "ui/mates/filteredmates.h"
#include "ui/mates/matelistmodel.h"
#include "ui/widgets/filterfield.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/style.h"
#include "ui/widgets/type.h"
#include "ui/widgets/wraprow.h"

#include <QAction>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace loopflow {

namespace {

// More rows than this are easier to filter than to read.
constexpr int readableRows = 12;

MateId idAt(const QModelIndex &index)
{
    return index.data(IdRole).value<MateId>();
}

QPushButton *makeButton(QAction *action, const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new QPushButton(text, parent);
    button->setObjectName(name);
    button->setToolTip(action->toolTip());
    QObject::connect(button, &QPushButton::clicked, action, &QAction::trigger);
    return button;
}

} // namespace

MatePane::MatePane(MateListModel *model, const QList<QAction *> &actions, QAction *create,
    QAction *import, QWidget *parent)
    : QWidget(parent)
    , m_model(model)
    , m_filtered(new FilteredMates(model, this))
    , m_surface(new Surface(ColorRole::Sidebar, {}, this))
    , m_list(makeRowList(QStringLiteral("mateList"), tr("Mates"), m_surface))
{
    setMinimumWidth(180);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_surface);

    auto *inside = new QVBoxLayout(m_surface);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(makeCaption(tr("Mates"), m_surface));
    inside->addWidget(makeFilter());
    fillWith(m_list, ColorRole::Sidebar);
    m_list->setModel(m_filtered);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(actions);
    m_list->setDragDropMode(QAbstractItemView::InternalMove);
    m_list->installEventFilter(this);
    inside->addWidget(m_list, 1);
    inside->addLayout(makeButtons(create, import));
    setTabOrder(m_filter, m_list); // as they are read

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) {
            const MateId mate = index.isValid() ? idAt(index) : MateId{};
            m_filtered->keep(mate);
            Q_EMIT currentChanged(mate);
        });
    connect(m_list, &QListView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT activated(idAt(index)); });
    connect(model, &QAbstractItemModel::rowsInserted, this, &MatePane::showFilterWhereItHelps);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &MatePane::showFilterWhereItHelps);
    showFilterWhereItHelps();
}

QWidget *MatePane::makeFilter()
{
    m_filterRow = new QWidget(m_surface);
    m_filter = makeFilterField(QStringLiteral("mateFilter"), tr("Filter mates"),
        tr("Filter by name or state"), m_filterRow);
    m_filter->installEventFilter(this);
    auto *row = new QHBoxLayout(m_filterRow);
    row->setContentsMargins(betweenGroups, 0, betweenGroups, insideControl);
    row->addWidget(m_filter);
    connect(m_filter, &QLineEdit::textChanged, m_filtered, &FilteredMates::setFilterFixedString);
    connect(m_filter, &QLineEdit::textChanged, this, &MatePane::showFilterWhereItHelps);
    return m_filterRow;
}

QLayout *MatePane::makeButtons(QAction *create, QAction *import)
{
    auto *buttons = new WrapRow(insideControl);
    buttons->setContentsMargins(betweenGroups, betweenGroups, betweenGroups, betweenGroups);
    auto *add =
        makeButton(create, tr("+ Create mate"), QStringLiteral("createMateButton"), m_surface);
    makePrimary(add);
    buttons->addWidget(add);
    buttons->addWidget(
        makeButton(import, tr("Import…"), QStringLiteral("importButton"), m_surface));
    return buttons;
}

MateId MatePane::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? idAt(index) : MateId{};
}

void MatePane::select(MateId mate)
{
    m_filtered->keep(mate);
    m_list->setCurrentIndex(m_filtered->mapFromSource(m_model->indexOf(mate)));
}

void MatePane::rename()
{
    m_list->setFocus(Qt::ShortcutFocusReason);
    if (const QModelIndex index = m_list->currentIndex(); index.isValid())
        m_list->edit(index);
}

void MatePane::moveBy(int rows)
{
    const int from = m_model->indexOf(current()).row();
    const int to = from + rows;
    if (from < 0 || to < 0 || to >= m_model->rowCount())
        return;
    m_model->moveRow({}, from, {}, to > from ? to + 1 : to);
    m_list->scrollTo(m_list->currentIndex());
}

void MatePane::focusFilter()
{
    m_filterRow->show();
    m_filter->setFocus(Qt::ShortcutFocusReason);
    m_filter->selectAll();
}

void MatePane::showFilterWhereItHelps()
{
    m_filterRow->setVisible(m_model->rowCount() > readableRows || !m_filter->text().isEmpty()
        || m_filter->hasFocus());
}

bool MatePane::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const int key = static_cast<QKeyEvent *>(event)->key();
    if (watched == m_list && key == Qt::Key_Delete) {
        Q_EMIT deletePressed();
        return true;
    }
    if (watched == m_filter && key == Qt::Key_Escape) {
        m_filter->clear();
        m_list->setFocus(Qt::OtherFocusReason);
        showFilterWhereItHelps();
        return true;
    }
    if (watched == m_filter && (key == Qt::Key_Down || key == Qt::Key_Return)) {
        m_list->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace loopflow
