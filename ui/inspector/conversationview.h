// The scrolling list of a live conversation.
// Follows while the reader is at its end, holds still when they scrolled up; text can be marked and
// copied.
#pragma once

#include "ui/inspector/messagedelegate.h"

#include <QListView>
#include <QPersistentModelIndex>
#include <QTimer>

class QPushButton;

namespace loopflow {

class ConversationView final : public QListView {
    Q_OBJECT
public:
    explicit ConversationView(ConversationModel *model, QWidget *parent = nullptr);

    bool isFollowing() const { return m_following; }
    int unseen() const { return m_unseen; }
    /// The marked text, or the current row as plain text; empty when there is neither.
    QString copyText() const;
    void doItemsLayout() override;

public Q_SLOTS:
    void jumpToNewest();
    void copy();

protected:
    void dataChanged(
        const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct Hit {
        int row = -1;
        QPointF point; ///< from the text's top left
    };
    Hit hitAt(QPoint viewport) const;
    void mark(const MarkedText &marked);
    void startOver();
    void countNew(const QModelIndex &parent, int first, int last);
    void noteScroll();
    void keepPlace();
    bool measureVisible();
    void placePill();
    void refreshLive();

    ConversationModel *m_model;
    MessageDelegate *m_delegate;
    QPushButton *m_pill;
    QTimer m_live; ///< while a reply streams: its text and its running time
    bool m_following = true;
    bool m_laying = false;
    int m_unseen = 0;
    QPersistentModelIndex m_anchor; ///< the row at the top of the view
    int m_anchorOffset = 0; ///< its top, from the view's top, in pixels
    MarkedText m_marked;
    bool m_dragging = false;
};

} // namespace loopflow
