#include "ui/inspector/conversationview.h"

#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/pictureshelf.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/style.h"
#include "ui/widgets/type.h"

#include <QApplication>
#include <QPushButton>
#include <QScrollBar>

namespace loopflow {

namespace {

constexpr int liveMs = 200;
// Measuring a row can bring others into view, which are measured in turn; a few rounds settle it.
constexpr int mostRounds = 4;

} // namespace

ConversationView::ConversationView(ConversationModel *model, PictureShelf *shelf, QWidget *parent)
    : QListView(parent)
    , m_model(model)
    , m_shelf(shelf)
    , m_delegate(new MessageDelegate(model, shelf, this))
    , m_pill(new QPushButton(this))
    , m_seeking(new Text(tr("Looking for it further back…"), metaFont(), ColorRole::Muted, this))
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

    m_seeking->setObjectName(QStringLiteral("conversationSeeking"));
    m_seeking->setAutoFillBackground(true);
    m_seeking->setMargin(insideControl);
    m_seeking->hide();
    connect(model, &ConversationModel::brought, this, [this](int row) {
        tellSeeking();
        if (row >= 0)
            revealRow(row);
    });

    m_live.setInterval(liveMs);
    connect(&m_live, &QTimer::timeout, this, &ConversationView::refreshLive);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &ConversationView::noteScroll);
    connect(model, &QAbstractItemModel::modelReset, this, &ConversationView::startOver);
    connect(model, &ConversationModel::arrived, this, &ConversationView::countNew);
    if (shelf)
        connect(shelf, &PictureShelf::changed, this, &ConversationView::relayPicture);
}

void ConversationView::startOver()
{
    m_delegate->startOver();
    m_following = true;
    m_unseen = 0;
    m_anchor = QPersistentModelIndex();
    mark({});
    placePill();
    tellSeeking();
    if (m_model->isLive())
        m_live.start();
    scheduleDelayedItemsLayout();
}

void ConversationView::countNew(int rows)
{
    if (m_model->isLive() && !m_live.isActive())
        m_live.start();
    if (!m_following)
        m_unseen += rows;
    placePill();
}

void ConversationView::jumpToNewest()
{
    m_model->showNewest();
    tellSeeking();
    m_following = true;
    m_model->setReaderAtEnd(true);
    m_unseen = 0;
    doItemsLayout();
    placePill();
}

bool ConversationView::reveal(discord::MessageId message, TurnId turn)
{
    const int row = m_model->bring(message, turn);
    tellSeeking();
    if (row >= 0)
        revealRow(row);
    return row >= 0 || m_model->isSeeking();
}

void ConversationView::tellSeeking()
{
    m_seeking->setVisible(m_model->isSeeking());
    m_seeking->adjustSize();
    m_seeking->move((width() - m_seeking->width()) / 2, betweenGroups);
}

void ConversationView::revealRow(int row)
{
    // Before anything is laid out: a view that follows would move the window on, away from the row.
    m_model->setReaderAtEnd(false);
    m_following = false;
    const QPersistentModelIndex there = m_model->index(row);
    m_anchor = there;
    m_anchorOffset = viewport()->height() / 3; // what came before it is seen, too
    doItemsLayout();
    setCurrentIndex(there);
    setFocus(Qt::OtherFocusReason);
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
        if (m_showsPictures)
            showPicturesOf(row);
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
    const bool atBottom = bar->value() >= bar->maximum() - 2;
    m_following = atBottom && !m_model->hasNewer();
    m_model->setReaderAtEnd(m_following);
    if (m_following)
        m_unseen = 0;
    m_anchor = indexAt(QPoint(1, 0));
    m_anchorOffset = m_anchor.isValid() ? visualRect(m_anchor).top() : 0;
    const int near = 2 * viewport()->height();
    if (!m_following && bar->value() < near && m_model->hasOlder())
        m_model->showOlder();
    else if (bar->value() > bar->maximum() - near && m_model->hasNewer())
        m_model->showNewer();
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

void ConversationView::setShowsPictures(bool shows)
{
    m_showsPictures = shows;
    if (shows)
        noteScroll();
}

void ConversationView::showPicturesOf(int row)
{
    const QList<MessageCard> cards = m_model->text(row).cards;
    for (const MessageCard &card : cards) {
        if (m_shelf && !card.spoiler && m_shelf->problemOf(card.picture).isEmpty())
            m_shelf->show(card.picture);
    }
}

void ConversationView::relayPicture(const QString &address)
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const ConversationRow &content = m_model->row(row);
        if (content.turn || !content.note.isEmpty())
            continue;
        const QList<MessageCard> cards = cardsOf(content.message);
        if (std::any_of(cards.cbegin(), cards.cend(),
                [&](const MessageCard &card) { return card.picture == address; }))
            m_delegate->remeasure(row);
    }
    scheduleDelayedItemsLayout();
    viewport()->update();
}

} // namespace loopflow
