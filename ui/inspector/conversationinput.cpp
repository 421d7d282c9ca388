// The part of ConversationView that answers mouse and keyboard.
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationview.h"
#include "ui/inspector/links.h"
#include "ui/inspector/pictureshelf.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QToolTip>

namespace loopflow {

namespace {

constexpr int stepLines = 3;
constexpr int keptOfPage = 40; // px that stay in view, to read on

} // namespace

ConversationView::Hit ConversationView::hitAt(QPoint viewport) const
{
    const QModelIndex index = indexAt(viewport);
    if (!index.isValid())
        return {};
    return {index.row(), m_delegate->hitAt(index.row(), viewport - visualRect(index).topLeft())};
}

// ---- marking --------------------------------------------------------------------------------------------

void ConversationView::mark(const TextMark &mark)
{
    m_mark = mark;
    m_delegate->setMark(mark);
    viewport()->update();
}

void ConversationView::markRow()
{
    const QModelIndex current = currentIndex();
    if (current.isValid())
        mark({current, {0, m_delegate->document(current.row()).length()}});
}

QString ConversationView::copyText() const
{
    if (m_mark.isEmpty())
        return currentIndex().isValid() ? plainTextOf(m_model->text(currentIndex().row())) : QString();
    QStringList parts;
    const bool several = m_mark.firstRow() != m_mark.lastRow();
    for (int row = m_mark.firstRow(); row <= m_mark.lastRow(); ++row) {
        const RowText text = m_model->text(row);
        if (!text.note.isEmpty()) {
            parts << text.note;
            continue;
        }
        const MessageDocument &document = m_delegate->document(row);
        const QString words = document.plainText(m_mark.rangeIn(row, document.length()));
        parts << (several ? QStringLiteral("%1, %2\n%3").arg(text.author, text.when, words) : words);
    }
    return parts.join(QStringLiteral("\n\n"));
}

void ConversationView::copy()
{
    if (const QString text = copyText(); !text.isEmpty())
        QApplication::clipboard()->setText(text);
}

// ---- mouse ----------------------------------------------------------------------------------------------

void ConversationView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    const Hit hit = hitAt(event->pos());
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier) && m_mark.isBegun();
    QListView::mousePressEvent(event);
    if (event->button() != Qt::LeftButton)
        return;
    if (hit.row < 0) {
        mark({});
        return;
    }
    const int position = m_delegate->document(hit.row).positionAt(hit.in.text);
    TextMark marked = m_mark;
    if (extends)
        marked.extendTo(index, position);
    else
        marked = TextMark(index, {position, position});
    mark(marked);
    m_dragging = true;
}

void ConversationView::mouseMoveEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(event->pos());
    m_delegate->setHovered(event->pos());
    if (m_dragging) {
        if (hit.row >= 0) {
            TextMark marked = m_mark;
            marked.extendTo(m_model->index(hit.row), m_delegate->document(hit.row).positionAt(hit.in.text));
            mark(marked);
        }
        // Beyond an edge the conversation moves along.
        const int beyond = event->pos().y() < 0 ? event->pos().y()
                                                : qMax(0, event->pos().y() - viewport()->height());
        if (beyond != 0)
            verticalScrollBar()->setValue(verticalScrollBar()->value() + beyond);
        return;
    }
    const bool onText = hit.row >= 0 && hit.in.inText && hit.in.text.x() >= 0;
    const MessageDocument *document = onText ? &m_delegate->document(hit.row) : nullptr;
    const bool pressable = document
        && (!document->linkAt(hit.in.text).isEmpty() || document->spoilerAt(hit.in.text));
    const bool button = !hit.in.show.isEmpty() || hit.in.tryAgain;
    viewport()->setCursor(pressable || button ? Qt::PointingHandCursor
            : onText                          ? Qt::IBeamCursor
                                              : Qt::ArrowCursor);
    if (std::exchange(m_overButton, button) || button)
        viewport()->update();
    QListView::mouseMoveEvent(event);
}

void ConversationView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const bool clicked = std::exchange(m_dragging, false) && m_mark.isEmpty();
    const Hit hit = hitAt(event->pos());
    if (clicked && hit.row >= 0)
        click(hit);
}

void ConversationView::click(const Hit &hit)
{
    if (hit.in.tryAgain) {
        activate(hit.row);
    } else if (!hit.in.show.isEmpty()) {
        m_shelf->show(hit.in.show);
    } else {
        const MessageDocument &document = m_delegate->document(hit.row);
        if (const QString link = hit.in.inText ? document.linkAt(hit.in.text) : QString(); !link.isEmpty()) {
            openLink(link, document.linkTextAt(hit.in.text), this);
        } else if (hit.in.inText && document.spoilerAt(hit.in.text)) {
            m_delegate->showSpoilers(hit.row);
            viewport()->update();
        } else if (canInspect(hit.row)) {
            Q_EMIT inspectWanted(hit.row);
        }
    }
}

bool ConversationView::canInspect(int row) const
{
    const ConversationRow &content = m_model->row(row);
    return content.turn || content.ignored;
}

TurnId ConversationView::currentTurn() const
{
    if (!currentIndex().isValid())
        return {};
    const auto &turn = m_model->row(currentIndex().row()).turn;
    return turn ? turn->id : TurnId{};
}

void ConversationView::inspect()
{
    int row = currentIndex().isValid() ? currentIndex().row() : m_model->rowCount() - 1;
    while (!currentIndex().isValid() && row >= 0 && !canInspect(row))
        --row;
    if (row >= 0 && canInspect(row))
        Q_EMIT inspectWanted(row);
}

void ConversationView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const Hit hit = hitAt(event->pos());
    if (hit.row < 0 || !hit.in.inText)
        return;
    const MessageDocument &document = m_delegate->document(hit.row);
    mark({m_model->index(hit.row), document.wordAt(document.positionAt(hit.in.text))});
}

bool ConversationView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave)
        m_delegate->setHovered({-1, -1});
    if (event->type() != QEvent::ToolTip)
        return QListView::viewportEvent(event);
    const auto *help = static_cast<QHelpEvent *>(event);
    const Hit hit = hitAt(help->pos());
    if (hit.row < 0)
        return false;
    const QString inside = hit.in.inText ? m_delegate->document(hit.row).tipAt(hit.in.text) : QString();
    const RowText text = m_model->text(hit.row);
    // The times belong to the line with the name, the meta to its foot: where the words end, they tell more.
    QToolTip::showText(help->globalPos(), inside.isEmpty() ? text.times : inside, viewport());
    return true;
}

void ConversationView::contextMenuEvent(QContextMenuEvent *event)
{
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const QPoint at = keyboard ? visualRect(currentIndex()).center() : event->pos();
    const Hit hit = keyboard ? Hit{currentIndex().row(), {}} : hitAt(at);
    if (hit.row < 0)
        return;
    const RowText text = m_model->text(hit.row);
    const QString link = hit.in.inText ? m_delegate->document(hit.row).linkAt(hit.in.text) : QString();
    const auto put = [](const QString &what) { QApplication::clipboard()->setText(what); };
    QMenu menu(this);
    menu.setObjectName(QStringLiteral("messageMenu"));
    const auto add = [&](const char *name, const QString &words, auto slot) {
        QAction *action = menu.addAction(words, this, slot);
        action->setObjectName(QString::fromLatin1(name));
    };
    if (text.canTryAgain)
        add("tryAgainHere", tr("Try again"), [this, row = hit.row] { activate(row); });
    if (canInspect(hit.row))
        add("inspectHere", m_model->row(hit.row).turn ? tr("Look into this turn") : tr("Why was this not answered?"),
            [this, row = hit.row] { Q_EMIT inspectWanted(row); });
    if (!m_mark.isEmpty())
        add("copyMarked", tr("Copy"), &ConversationView::copy);
    if (!text.body.isEmpty())
        add("copyMessageText", tr("Copy message"), [&] { put(text.body); });
    add("copyWithName", tr("Copy with name and time"), [&] { put(plainTextOf(text)); });
    if (!link.isEmpty())
        add("copyAddress", tr("Copy link"), [&] { put(link); });
    for (const MessageCard &card : text.cards) {
        if (m_shelf && m_shelf->canShow(card.picture))
            add("showPicture", tr("Show %1").arg(card.title), [this, address = card.picture] { m_shelf->show(address); });
    }
    Q_EMIT menuWanted(hit.row, &menu);
    menu.exec(keyboard ? viewport()->mapToGlobal(at) : event->globalPos());
}

// ---- keyboard -------------------------------------------------------------------------------------------

void ConversationView::tryAgain()
{
    if (currentIndex().isValid() && m_model->text(currentIndex().row()).canTryAgain)
        activate(currentIndex().row());
}

void ConversationView::activate(int row)
{
    const ConversationRow &content = m_model->row(row);
    if (m_model->text(row).canTryAgain) {
        Q_EMIT tryAgainWanted(content.turn->asked);
    } else if (m_delegate->document(row).hasSpoilers() && !m_delegate->spoilersShown(row)) {
        m_delegate->showSpoilers(row);
        viewport()->update();
    } else if (canInspect(row)) {
        Q_EMIT inspectWanted(row);
    }
}

// A row that is taller than the view is read through before the next one is gone to.
bool ConversationView::scrollWithinRow(int key)
{
    const QRect row = visualRect(currentIndex());
    const QRect view = viewport()->rect();
    if (!currentIndex().isValid() || !row.intersects(view))
        return false;
    QScrollBar *bar = verticalScrollBar();
    const int step = stepLines * bar->singleStep();
    if (key == Qt::Key_Down && row.bottom() > view.bottom())
        bar->setValue(bar->value() + qMin(step, row.bottom() - view.bottom()));
    else if (key == Qt::Key_Up && row.top() < view.top())
        bar->setValue(bar->value() - qMin(step, view.top() - row.top()));
    else
        return false;
    return true;
}

void ConversationView::scrollPage(int pages)
{
    QScrollBar *bar = verticalScrollBar();
    bar->setValue(bar->value() + pages * qMax(keptOfPage, viewport()->height() - keptOfPage));
    const int edge = pages > 0 ? viewport()->height() - 1 : 0;
    if (const QModelIndex there = indexAt({1, edge}); there.isValid())
        selectionModel()->setCurrentIndex(there, QItemSelectionModel::ClearAndSelect);
}

QModelIndex ConversationView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // Whoever scrolled away goes on from what is seen.
    const bool steps = action == MoveUp || action == MoveDown;
    if (steps && !visualRect(currentIndex()).intersects(viewport()->rect()))
        return indexAt({1, action == MoveUp ? viewport()->height() - 1 : 1});
    return QListView::moveCursor(action, modifiers);
}

void ConversationView::keyPressEvent(QKeyEvent *event)
{
    const bool back = event->modifiers().testFlag(Qt::ShiftModifier);
    if (event->matches(QKeySequence::Copy))
        return copy();
    if (event->matches(QKeySequence::SelectAll))
        return markRow();
    switch (event->key()) {
    case Qt::Key_End:
        jumpToNewest();
        setCurrentIndex(m_model->index(m_model->rowCount() - 1));
        return;
    case Qt::Key_Home:
        verticalScrollBar()->setValue(0);
        setCurrentIndex(m_model->index(0));
        return;
    case Qt::Key_Space:
        return scrollPage(back ? -1 : 1);
    case Qt::Key_PageDown:
        return scrollPage(1);
    case Qt::Key_PageUp:
        return scrollPage(-1);
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (currentIndex().isValid())
            activate(currentIndex().row());
        return;
    case Qt::Key_Escape:
        if (m_mark.isBegun())
            return mark({});
        break;
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (scrollWithinRow(event->key()))
            return;
        break;
    default:
        break;
    }
    QListView::keyPressEvent(event);
}

} // namespace loopflow
