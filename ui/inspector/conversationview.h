// The scrolling list of a live conversation.
// Follows while the reader is at its end, holds still when they scrolled up; text can be marked and
// copied over several messages.
#pragma once

#include "ui/inspector/messagedelegate.h"

#include <QListView>
#include <QPersistentModelIndex>
#include <QTimer>

class QLabel;
class QMenu;
class QPushButton;

namespace loopflow {

class ConversationView final : public QListView {
    Q_OBJECT
public:
    /// `shelf` may be null: no picture can be shown then. Both outlive this.
    explicit ConversationView(
        ConversationModel *model, PictureShelf *shelf = nullptr, QWidget *parent = nullptr);

    /// Scrolls to a message or, without one, to a turn, and makes it the current row; at once, or when it was read.
    /// False: it is not here.
    bool reveal(discord::MessageId message, TurnId turn);
    bool isFollowing() const { return m_following; }
    int unseen() const { return m_unseen; }
    /// The marked text, or the current row as plain text; empty when there is neither.
    QString copyText() const;
    /// Whether pictures are shown as they come into view, without being asked for one by one.
    void setShowsPictures(bool shows);
    bool showsPictures() const { return m_showsPictures; }
    void doItemsLayout() override;
    /// The turn in the current row; TurnId{}: there is none.
    TurnId currentTurn() const;

public Q_SLOTS:
    void jumpToNewest();
    void copy();
    void tryAgain();
    /// Asks for the current row's turn to be looked into; while no row is, for the newest.
    void inspect();

Q_SIGNALS:
    /// The person wants to know what happened in this row: a turn, or a message that was let pass.
    void inspectWanted(int row);
    /// The person wants the turn that failed in this row tried again.
    void tryAgainWanted(const QList<loopflow::discord::MessageId> &questions);
    /// A menu for this row is about to be shown; others add what they can do with it.
    void menuWanted(int row, QMenu *menu);

protected:
    void dataChanged(
        const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    struct Hit {
        int row = -1;
        RowHit in;
    };
    Hit hitAt(QPoint viewport) const;
    void mark(const TextMark &mark);
    void markRow();
    void click(const Hit &hit);
    bool canInspect(int row) const;
    void activate(int row);
    void startOver();
    void countNew(int rows);
    void noteScroll();
    void keepPlace();
    bool measureVisible();
    void showPicturesOf(int row);
    void relayPicture(const QString &address);
    bool scrollWithinRow(int key);
    void scrollPage(int pages);
    void revealRow(int row);
    void placePill();
    void tellSeeking();
    void refreshLive();

    ConversationModel *m_model;
    PictureShelf *m_shelf;
    MessageDelegate *m_delegate;
    QPushButton *m_pill;
    QLabel *m_seeking; ///< while what is to be revealed is read
    QTimer m_live; ///< while a reply streams: its text and its running time
    bool m_following = true;
    bool m_laying = false;
    bool m_showsPictures = false;
    int m_unseen = 0;
    QPersistentModelIndex m_anchor; ///< the row at the top of the view
    int m_anchorOffset = 0; ///< its top, from the view's top, in pixels
    TextMark m_mark;
    bool m_dragging = false;
    bool m_overButton = false;
};

} // namespace loopflow
