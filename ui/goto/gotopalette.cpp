#include "ui/goto/gotopalette.h"

#include "ui/widgets/panes.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/type.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QSettings>
#include <QStyleOptionFrame>
#include <QVBoxLayout>

namespace loopflow {

namespace {

constexpr int paletteWidth = 560;
constexpr int shownRows = 9;
constexpr int fromTop = 48;
constexpr qsizetype remembered = 12;
constexpr int fieldWidth = 360;

QSettings comfort()
{
    return QSettings(QStringLiteral("Loopflow"), QStringLiteral("Loopflow"));
}

const QString recentKey = QStringLiteral("goto/recent");

} // namespace

GotoPalette::GotoPalette(const UiServices &services, QWidget *window)
    : QWidget(window)
    , m_window(window)
    , m_model(new GotoModel(services, this))
    , m_field(new QLineEdit(this))
    , m_list(makeRowList(QStringLiteral("gotoList"), tr("Found"), this))
    , m_nothing(new Text(tr("Nothing here is called that."), bodyFont(), ColorRole::Muted, this))
{
    setObjectName(QStringLiteral("gotoPalette"));
    setAccessibleName(tr("Go to a mate, a conversation or an action"));
    m_field->setObjectName(QStringLiteral("gotoField"));
    m_field->setAccessibleName(tr("Go to a mate, a conversation or an action"));
    m_field->setPlaceholderText(tr("Go to a mate, a conversation or an action"));
    m_field->installEventFilter(this);
    m_list->setModel(m_model);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_nothing->setObjectName(QStringLiteral("gotoNothing"));
    m_nothing->setContentsMargins(betweenGroups, insideControl, betweenGroups, betweenGroups);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(1, betweenGroups, 1, insideControl);
    column->setSpacing(insideControl);
    auto *top = new QHBoxLayout;
    top->setContentsMargins(betweenGroups, 0, betweenGroups, 0);
    top->addWidget(m_field);
    column->addLayout(top);
    column->addWidget(m_list);
    column->addWidget(m_nothing);
    hide();

    connect(m_field, &QLineEdit::textChanged, m_model, &GotoModel::setTyped);
    connect(m_list, &QListView::clicked, this, &GotoPalette::choose);
    connect(m_model, &QAbstractItemModel::modelReset, this, &GotoPalette::selectFirst);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (isVisible() && now && now != m_field && !isAncestorOf(now))
            hide(); // the person went elsewhere; leave the focus there
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this,
        [this](const QModelIndex &index) {
            // The field keeps the focus: what is chosen is said by it.
            m_field->setAccessibleDescription(index.data(Qt::AccessibleTextRole).toString());
        });
    m_window->installEventFilter(this);
}

void GotoPalette::open()
{
    if (isVisible())
        return dismiss();
    m_before = m_window->focusWidget();
    m_field->clear();
    QList<QAction *> actions = m_window->actions();
    actions.removeOne(qobject_cast<QAction *>(sender()));
    m_model->collect(actions, comfort().value(recentKey).toStringList());
    fit();
    show();
    raise();
    m_field->setFocus(Qt::ShortcutFocusReason);
}

void GotoPalette::dismiss()
{
    hide();
    if (m_before)
        m_before->setFocus(Qt::OtherFocusReason);
}

void GotoPalette::fit()
{
    const int width = qMin(paletteWidth, m_window->width() - 2 * paneEdge);
    const int row = qMax(1, m_list->sizeHintForRow(0));
    const int rows = qMin(shownRows, m_model->rowCount());
    m_list->setVisible(rows > 0);
    m_nothing->setVisible(rows == 0);
    m_list->setFixedHeight(rows * row);
    layout()->activate();
    const QRect place((m_window->width() - width) / 2, fromTop, width, sizeHint().height());
    setGeometry(place);
}

void GotoPalette::selectFirst()
{
    m_list->setCurrentIndex(m_model->index(0));
    if (isVisible())
        fit();
}

void GotoPalette::choose(const QModelIndex &index)
{
    const auto destination = m_model->destination(index);
    if (!destination)
        return;
    QSettings settings = comfort();
    QStringList recent = settings.value(recentKey).toStringList();
    const QString key = m_model->key(*destination);
    recent.removeAll(key);
    recent.prepend(key);
    settings.setValue(recentKey, recent.mid(0, remembered));
    dismiss();
    if (const auto *mate = std::get_if<MateId>(&*destination))
        Q_EMIT mateWanted(*mate);
    else if (const auto *conversation = std::get_if<ConversationId>(&*destination))
        Q_EMIT conversationWanted(*conversation);
    else if (const auto &action = std::get<QPointer<QAction>>(*destination))
        action->trigger();
}

bool GotoPalette::takeKey(int key)
{
    const int row = m_list->currentIndex().row();
    const int last = m_model->rowCount() - 1;
    const auto go = [&](int to) { m_list->setCurrentIndex(m_model->index(qBound(0, to, last))); };
    switch (key) {
    case Qt::Key_Escape:
        dismiss();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        choose(m_list->currentIndex());
        return true;
    case Qt::Key_Down:
        go(row == last ? 0 : row + 1);
        return true;
    case Qt::Key_Up:
        go(row <= 0 ? last : row - 1);
        return true;
    case Qt::Key_PageDown:
        go(row + shownRows);
        return true;
    case Qt::Key_PageUp:
        go(row - shownRows);
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab:
        return true; // there is nowhere else to go in here
    default:
        return false;
    }
}

bool GotoPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress
        && takeKey(static_cast<QKeyEvent *>(event)->key()))
        return true;
    if (watched == m_window && event->type() == QEvent::Resize && isVisible())
        fit();
    return QWidget::eventFilter(watched, event);
}

void GotoPalette::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(ColorRole::ControlBorder, palette()));
    painter.setBrush(color(ColorRole::Pane, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

GotoField::GotoField(QAction *open, QWidget *parent)
    : QPushButton(tr("Go to a mate or conversation"), parent)
    , m_shortcut(open->shortcut().toString(QKeySequence::NativeText))
{
    setObjectName(QStringLiteral("gotoButton"));
    setAccessibleName(tr("Go to a mate or conversation"));
    setCursor(Qt::IBeamCursor);
    setFocusPolicy(Qt::NoFocus); // Ctrl+K is its key; Tab goes on to the mates
    connect(this, &QPushButton::clicked, open, &QAction::trigger);
}

QSize GotoField::sizeHint() const
{
    return {fieldWidth, fontMetrics().height() + insideControl};
}

void GotoField::paintEvent(QPaintEvent *)
{
    QStyleOptionFrame option;
    option.initFrom(this);
    option.lineWidth = 1;
    option.state.setFlag(QStyle::State_HasFocus, hasFocus());
    QPainter painter(this);
    style()->drawPrimitive(QStyle::PE_PanelLineEdit, &option, &painter, this);
    painter.setPen(color(ColorRole::Muted, palette()));
    const QRect inside = rect().adjusted(insideControl + 1, 0, -insideControl - 1, 0);
    const int key = fontMetrics().horizontalAdvance(m_shortcut) + betweenGroups;
    const auto at = [&](const QRect &part) {
        return QStyle::visualRect(layoutDirection(), inside, part);
    };
    const bool fromRight = layoutDirection() == Qt::RightToLeft;
    const int reading = (fromRight ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignAbsolute;
    const int end = (fromRight ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignAbsolute;
    const QRect words = inside.adjusted(0, 0, -key, 0);
    painter.drawText(at(words), reading | Qt::AlignVCenter,
        fontMetrics().elidedText(text(), Qt::ElideRight, words.width()));
    painter.drawText(at(inside), end | Qt::AlignVCenter, m_shortcut);
}

} // namespace loopflow
