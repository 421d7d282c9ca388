// The two-line row of every list: what and its meta, with an avatar, a badge and an aside where the
// model has them. Only draws; a model says what through RowRole.
#pragma once

#include <QStyledItemDelegate>

class QListView;

namespace loopflow {

/// What a list's model answers besides Qt::DisplayRole (the first line).
enum RowRole {
    DetailRole = Qt::UserRole, ///< QString: the second line
    DetailColorRole, ///< int of a ColorRole; invalid: muted
    AsideRole, ///< QString: top right
    AsideDetailRole, ///< QString: bottom right
    BadgeRole, ///< int: a count; 0 or invalid: none
    AvatarRole, ///< QString: the name an avatar is drawn from; invalid: Qt::DecorationRole's icon, if any
    PictureRole, ///< QByteArray: the avatar's picture; empty or invalid: initials
    PresenceRole, ///< int of a Presence; invalid: no mark
    MarksRole, ///< QList<SearchMark>: what of the second line was found; invalid: nothing
    IdRole, ///< what the row is about, in the model's own type
};

class RowDelegate : public QStyledItemDelegate {
    Q_OBJECT
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// A tooltip tells what is cut in the row, and what the model adds.
    bool helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
        const QModelIndex &index) override;
    /// For lists whose rows can be renamed: a field over the first line.
    QWidget *createEditor(QWidget *parent, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
    void updateEditorGeometry(QWidget *editor, const QStyleOptionViewItem &option,
        const QModelIndex &index) const override;
};

/// Shows a list with RowDelegate: fixed row heights, no frame, one selected row, hover.
QListView *makeRowList(const QString &objectName, const QString &accessibleName, QWidget *parent);

} // namespace loopflow
