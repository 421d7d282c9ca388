#include "ui/inspector/conversationview.h"

#include "ui/inspector/conversationmodel.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/style.h"
#include "ui/widgets/type.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QDesktopServices>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QScrollBar>
#include <QUrl>

namespace loopflow {

namespace {

constexpr int liveMs = 200;
// Measuring a row can bring others into view, which are measured in turn; a few rounds settle it.
constexpr int mostRounds = 4;

} // namespace

ConversationView::ConversationView(ConversationModel *model, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_delegate(new MessageDelegate(model, this))
    , m_pill(new QPushButton(this))
{
    setObjectName(QStringLiteral("conversationView"));
    setAccessibleName(tr("Conversation"));
    setModel(model);
    setItemDelegate(m_delegate);
    setFrameShape(NoFrame);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setResizeMode(Adjust);
    setEditTriggers(NoEditTriggers);
    setMouseTracking(true);
    verticalScrollBar()->setSingleStep(24);

    m_pill->setObjectName(QStringLiteral("newMessages"));
    m_pill->setFocusPolicy(Qt::NoFocus);
    makePrimary(m_pill);
    m_pill->hide();
    connect(m_pill, &QPushButton::clicked, this, &ConversationView::jumpToNewest);

    m_live.setInterval(liveMs);
    connect(&m_live, &QTimer::timeout, this, &ConversationView::refreshLive);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ConversationView::noteScroll);
    connect(model, &QAbstractItemModel::modelReset, this, &ConversationView::startOver);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ConversationView::countNew);
}

void ConversationView::startOver()
{
    m_delegate->forget();
    m_following = true;
    m_unseen = 0;
    m_anchor = QPersistentModelIndex();
    mark({});
    placePill();
    if (m_model->isLive())
        m_live.start();
    scheduleDelayedItemsLayout();
}

void ConversationView::countNew(const QModelIndex &, int first, int last)
{
    if (m_model->isLive() && !m_live.isActive())
        m_live.start();
    if (!m_following && last == m_model->rowCount() - 1)
        m_unseen += last - first + 1;
    placePill();
}

void ConversationView::jumpToNewest()
{
    m_following = true;
    m_unseen = 0;
    doItemsLayout();
    placePill();
}

void ConversationView::doItemsLayout()
{
    m_delegate->setViewWidth(viewport()->width());
    m_laying = true;
    for (int round = 0; round < mostRounds; ++round) {
        QListView::doItemsLayout();
        keepPlace();
        if (!measureVisible())
            break;
    }
    m_laying = false;
    noteScroll();
}

bool ConversationView::measureVisible()
{
    const QRect view = viewport()->rect();
    QModelIndex index = indexAt(QPoint(1, 0));
    int row = index.isValid() ? index.row() : 0;
    bool changed = false;
    for (; row < m_model->rowCount(); ++row) {
        if (visualRect(m_model->index(row)).top() > view.bottom())
            break;
        changed = m_delegate->measure(row) || changed;
    }
    return changed;
}

void ConversationView::keepPlace()
{
    if (m_following) {
        verticalScrollBar()->setValue(verticalScrollBar()->maximum());
    } else if (m_anchor.isValid()) {
        const int moved = visualRect(m_anchor).top() - m_anchorOffset;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    }
}

void ConversationView::noteScroll()
{
    if (m_laying)
        return;
    const QScrollBar *bar = verticalScrollBar();
    m_following = bar->value() >= bar->maximum() - 2;
    if (m_following)
        m_unseen = 0;
    m_anchor = indexAt(QPoint(1, 0));
    m_anchorOffset = m_anchor.isValid() ? visualRect(m_anchor).top() : 0;
    placePill();
    m_laying = true;
    const bool changed = measureVisible();
    m_laying = false;
    if (changed)
        scheduleDelayedItemsLayout();
}

void ConversationView::placePill()
{
    m_pill->setVisible(!m_following && m_unseen > 0);
    m_pill->setText(tr("%1 new").arg(m_unseen));
    m_pill->setAccessibleName(tr("%1 new, jump to the newest").arg(m_unseen));
    m_pill->adjustSize();
    m_pill->move((width() - m_pill->width()) / 2, height() - m_pill->height() - betweenGroups);
}

void ConversationView::dataChanged(
    const QModelIndex &first, const QModelIndex &last, const QList<int> &roles)
{
    for (int row = first.row(); row <= last.row(); ++row)
        m_delegate->changed(row);
    if (m_delegate->hasStale() && !m_live.isActive())
        m_live.start();
    QListView::dataChanged(first, last, roles);
}

void ConversationView::refreshLive()
{
    if (m_delegate->refreshStale())
        scheduleDelayedItemsLayout();
    if (m_model->isLive())
        viewport()->update();
    else
        m_live.stop();
}

void ConversationView::resizeEvent(QResizeEvent *event)
{
    // Adjust lays out once resizing pauses; the width that rows are measured by must be the new one
    // by then.
    m_delegate->setViewWidth(viewport()->width());
    QListView::resizeEvent(event);
    doItemsLayout();
}

void ConversationView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    const bool looks =
        event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange;
    if (looks) {
        m_delegate->forget();
        scheduleDelayedItemsLayout();
    }
}

ConversationView::Hit ConversationView::hitAt(QPoint viewport) const
{
    const QModelIndex index = indexAt(viewport);
    if (!index.isValid())
        return {};
    return {index.row(), viewport - visualRect(index).topLeft() - m_delegate->textOrigin()};
}

void ConversationView::mark(const MarkedText &marked)
{
    m_marked = marked;
    m_delegate->setMarked(marked);
    viewport()->update();
}

void ConversationView::mousePressEvent(QMouseEvent *event)
{
    QListView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    const Hit hit = hitAt(event->pos());
    if (hit.row < 0) {
        mark({});
        return;
    }
    const int position = m_delegate->document(hit.row).positionAt(hit.point);
    mark({keyOf(m_model->row(hit.row)), {position, position}});
    m_dragging = true;
}

void ConversationView::mouseMoveEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(event->pos());
    if (m_dragging) {
        // A stretch stays within its message.
        if (hit.row >= 0 && keyOf(m_model->row(hit.row)) == m_marked.row) {
            MarkedText marked = m_marked;
            marked.range.position = m_delegate->document(hit.row).positionAt(hit.point);
            mark(marked);
        }
        return;
    }
    const bool link = hit.row >= 0 && !m_delegate->document(hit.row).linkAt(hit.point).isEmpty();
    viewport()->setCursor(link                   ? Qt::PointingHandCursor
            : hit.point.x() >= 0 && hit.row >= 0 ? Qt::IBeamCursor
                                                 : Qt::ArrowCursor);
    QListView::mouseMoveEvent(event);
}

void ConversationView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const bool clicked = std::exchange(m_dragging, false) && m_marked.range.isEmpty();
    const Hit hit = hitAt(event->pos());
    if (!clicked || hit.row < 0)
        return;
    MessageDocument &document = m_delegate->document(hit.row);
    if (const QString link = document.linkAt(hit.point); !link.isEmpty())
        QDesktopServices::openUrl(QUrl(link));
    else if (document.hasSpoilers() && hit.point.y() >= 0 && hit.point.y() < document.height())
        m_delegate->showSpoilers(hit.row);
    viewport()->update();
}

void ConversationView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(event->pos());
    if (hit.row < 0)
        return;
    const MessageDocument &document = m_delegate->document(hit.row);
    mark({keyOf(m_model->row(hit.row)), document.wordAt(document.positionAt(hit.point))});
}

QString ConversationView::copyText() const
{
    for (int row = 0; row < m_model->rowCount() && !m_marked.range.isEmpty(); ++row) {
        if (keyOf(m_model->row(row)) == m_marked.row)
            return m_delegate->document(row).plainText(m_marked.range);
    }
    return currentIndex().isValid() ? plainTextOf(m_model->text(currentIndex().row())) : QString();
}

void ConversationView::copy()
{
    if (const QString text = copyText(); !text.isEmpty())
        QApplication::clipboard()->setText(text);
}

void ConversationView::contextMenuEvent(QContextMenuEvent *event)
{
    const Hit hit = hitAt(event->pos());
    if (hit.row < 0)
        return;
    const RowText text = m_model->text(hit.row);
    const bool marked = !m_marked.range.isEmpty() && keyOf(m_model->row(hit.row)) == m_marked.row;
    const QString link = m_delegate->document(hit.row).linkAt(hit.point);
    const auto put = [](const QString &what) { QApplication::clipboard()->setText(what); };
    QMenu menu(this);
    if (marked)
        menu.addAction(tr("Copy"), this, &ConversationView::copy);
    if (!text.body.isEmpty())
        menu.addAction(tr("Copy text"), this, [&] { put(text.body); });
    menu.addAction(tr("Copy with name and time"), this, [&] { put(plainTextOf(text)); });
    if (!link.isEmpty())
        menu.addAction(tr("Copy link"), this, [&] { put(link); });
    menu.exec(event->globalPos());
}

void ConversationView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
    } else if (event->key() == Qt::Key_End) {
        jumpToNewest();
    } else if (event->key() == Qt::Key_Escape && m_marked.row != 0) {
        mark({});
    } else {
        QListView::keyPressEvent(event);
    }
}

} // namespace loopflow
