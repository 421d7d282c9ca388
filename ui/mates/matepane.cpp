#include "ui/mates/matepane.h"

#include "ui/mates/matelistmodel.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/style.h"
#include "ui/widgets/type.h"

#include <QAction>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

namespace loopflow {

namespace {

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
    , m_list(makeRowList(QStringLiteral("mateList"), tr("Mates"), this))
{
    setMinimumWidth(180);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    auto *surface = new Surface(ColorRole::Sidebar, {}, this);
    column->addWidget(surface);

    auto *inside = new QVBoxLayout(surface);
    inside->setContentsMargins(0, 0, 0, 0);
    inside->setSpacing(0);
    inside->addWidget(makeCaption(tr("Mates"), surface));
    fillWith(m_list, ColorRole::Sidebar);
    m_list->setModel(model);
    m_list->setContextMenuPolicy(Qt::ActionsContextMenu);
    m_list->addActions(actions);
    inside->addWidget(m_list, 1);

    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(betweenGroups, betweenGroups, betweenGroups, betweenGroups);
    buttons->setSpacing(insideControl);
    auto *add =
        makeButton(create, tr("+ Create mate"), QStringLiteral("createMateButton"), surface);
    makePrimary(add);
    buttons->addWidget(add);
    buttons->addWidget(makeButton(import, tr("Import…"), QStringLiteral("importButton"), surface));
    buttons->addStretch();
    inside->addLayout(buttons);

    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) {
            Q_EMIT currentChanged(index.isValid() ? idAt(index) : MateId{});
        });
    connect(m_list, &QListView::activated, this,
        [this](const QModelIndex &index) { Q_EMIT activated(idAt(index)); });
}

MateId MatePane::current() const
{
    const QModelIndex index = m_list->currentIndex();
    return index.isValid() ? idAt(index) : MateId{};
}

void MatePane::select(MateId mate)
{
    m_list->setCurrentIndex(m_model->indexOf(mate));
}

} // namespace loopflow
