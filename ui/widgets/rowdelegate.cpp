#include "ui/widgets/rowdelegate.h"

#include "ui/widgets/avatar.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"

#include <QIcon>
#include <QLineEdit>
#include <QListView>
#include <QPainter>

namespace loopflow {

namespace {

constexpr int avatarSize = 30;
constexpr int presenceSize = 8;
constexpr int iconSize = 16;
constexpr int rowPadding = 8;

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height();
}

/// Where a row's pieces are: measured from the left, mirrored where people read from the right.
struct Place {
    QRect row;
    Qt::LayoutDirection direction;

    QRect of(const QRect &rect) const { return QStyle::visualRect(direction, row, rect); }
    /// Draws one line of text at the reading side of `rect`, or at its other side.
    void drawLine(QPainter &painter, const QRect &rect, const QString &text, bool atEnd = false) const
    {
        const bool right = atEnd == (direction == Qt::LeftToRight);
        // What people wrote keeps its own direction: its full stop is at its own end.
        painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
        painter.drawText(of(rect),
            Qt::AlignAbsolute | Qt::AlignVCenter | Qt::TextSingleLine
                | (right ? Qt::AlignRight : Qt::AlignLeft),
            text);
    }
};

/// Draws a count in a pill; returns how much room it took.
int drawBadge(
    QPainter &painter, const Place &place, const QRect &rect, int count, const QPalette &palette)
{
    if (count <= 0)
        return 0;
    QFont font = metaFont();
    font.setWeight(QFont::DemiBold);
    const QString text = count > 99 ? QStringLiteral("99+") : QString::number(count);
    const int width = qMax(18, QFontMetrics(font).horizontalAdvance(text) + 12);
    const QRect pill =
        place.of(QRect(rect.right() - width + 1, rect.center().y() - 8, width, 17));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::Accent, palette));
    painter.drawRoundedRect(pill, 8.5, 8.5);
    painter.setFont(font);
    painter.setPen(color(ColorRole::OnAccent, palette));
    painter.drawText(pill, Qt::AlignCenter, text);
    return width + insideControl;
}

QColor background(const QStyleOptionViewItem &option)
{
    if (option.state & QStyle::State_Selected)
        return color(ColorRole::Selection, option.palette);
    if (option.state & QStyle::State_MouseOver)
        return color(ColorRole::Hover, option.palette);
    return option.widget ? option.widget->palette().color(option.widget->backgroundRole())
                         : option.palette.color(QPalette::Base);
}

/// How much of a row's reading side the avatar takes.
int pictureRoom(const QModelIndex &index)
{
    const bool any = !index.data(AvatarRole).toString().isEmpty()
        || index.data(Qt::DecorationRole).isValid();
    return any ? avatarSize + 10 : 0;
}

/// Draws the avatar with its presence; returns how much room it took.
int drawPicture(QPainter &painter, const Place &place, const QRect &rect,
    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString name = index.data(AvatarRole).toString();
    const QRect avatar(rect.left(), rect.center().y() - avatarSize / 2 + 1, avatarSize, avatarSize);
    if (name.isEmpty()) {
        const int inset = (avatarSize - iconSize) / 2;
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(&painter, place.of(avatar).adjusted(inset, inset, -inset, -inset));
        return pictureRoom(index);
    }
    drawAvatar(painter, place.of(avatar), name, AvatarShape::Mate,
        index.data(PictureRole).toByteArray());
    if (const QVariant presence = index.data(PresenceRole); presence.isValid()) {
        const QPoint corner =
            avatar.bottomRight() - QPoint(presenceSize / 2 + 1, presenceSize / 2 + 1);
        const QRect mark(corner, QSize(presenceSize, presenceSize));
        drawPresence(
            painter, place.of(mark), Presence(presence.toInt()), option.palette, background(option));
    }
    return pictureRoom(index);
}

/// The two lines of a row, one under the other in the middle of it.
struct Lines {
    QRect first;
    QRect second;
};

Lines linesIn(const QRect &rect, const QFont &title)
{
    const int titleHeight = lineHeight(title);
    const int metaHeight = lineHeight(metaFont());
    const int top = rect.top() + (rect.height() - titleHeight - metaHeight - 1) / 2;
    return {QRect(rect.left(), top, rect.width(), titleHeight),
        QRect(rect.left(), top + titleHeight + 1, rect.width(), metaHeight)};
}

/// Draws the two lines, and what stands at their other side.
void drawTexts(QPainter &painter, const Place &place, const QRect &rect, const QPalette &palette,
    const QModelIndex &index)
{
    const QColor muted = color(ColorRole::Muted, palette);
    const QFont titleFace = index.data(BadgeRole).toInt() > 0 ? strongFont() : bodyFont();
    const QFontMetrics title(titleFace);
    const QFontMetrics meta(metaFont());
    const auto [first, second] = linesIn(rect, titleFace);
    // Both ascents, so that what stands beside the name stands on its line.
    QRect beside = first;
    beside.translate(0, (title.ascent() - title.descent() - meta.ascent() + meta.descent()) / 2);
    const QString aside = index.data(AsideRole).toString();
    const QString asideDetail = index.data(AsideDetailRole).toString();
    painter.setFont(metaFont());
    painter.setPen(muted);
    place.drawLine(painter, beside, aside, true);
    place.drawLine(painter, second, asideDetail, true);

    const auto besides = [&](const QRect &line, const QString &other) {
        const int taken = other.isEmpty() ? 0 : meta.horizontalAdvance(other) + betweenGroups;
        return line.adjusted(0, 0, -taken, 0);
    };
    painter.setFont(titleFace);
    painter.setPen(palette.color(QPalette::Text));
    const QRect nameRect = besides(first, aside);
    const QString text = index.data(Qt::DisplayRole).toString();
    place.drawLine(painter, nameRect, title.elidedText(text, Qt::ElideRight, nameRect.width()));
    const QVariant role = index.data(DetailColorRole);
    painter.setFont(metaFont());
    painter.setPen(role.isValid() ? color(ColorRole(role.toInt()), palette) : muted);
    const QString detail = index.data(DetailRole).toString();
    const QRect detailRect = besides(second, asideDetail);
    place.drawLine(painter, detailRect, meta.elidedText(detail, Qt::ElideRight, detailRect.width()));
}

} // namespace

QSize RowDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    const int height = lineHeight(bodyFont()) + lineHeight(metaFont()) + 2 * rowPadding;
    return {100, (height + gridStep - 1) / gridStep * gridStep};
}

void RowDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    painter->save();
    if (option.state & (QStyle::State_Selected | QStyle::State_MouseOver))
        painter->fillRect(option.rect, background(option));
    const Place place{option.rect, option.direction};
    QRect rect = option.rect.adjusted(betweenGroups, 0, -betweenGroups, 0);
    rect.setLeft(rect.left() + drawPicture(*painter, place, rect, option, index));
    rect.setRight(rect.right()
        - drawBadge(*painter, place, rect, index.data(BadgeRole).toInt(), option.palette));
    drawTexts(*painter, place, rect, option.palette, index);
    painter->restore();
}

QWidget *RowDelegate::createEditor(
    QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const
{
    auto *editor = new QLineEdit(parent);
    editor->setObjectName(QStringLiteral("rowEditor"));
    editor->setAccessibleName(tr("Name of %1").arg(index.data().toString()));
    editor->setFont(bodyFont());
    return editor;
}

void RowDelegate::updateEditorGeometry(
    QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRect rect = option.rect.adjusted(
        betweenGroups + pictureRoom(index) - insideControl, 0, -insideControl, 0);
    const int height = editor->sizeHint().height();
    editor->setGeometry(QStyle::visualRect(option.direction, option.rect,
        QRect(rect.left(), rect.center().y() - height / 2 + 1, rect.width(), height)));
}

namespace {

/// All rows are of one height, so a changed row changes nothing but itself. QListView lays everything
/// out again, which draws every row of a long list for each tick of one countdown.
class RowList final : public QListView {
public:
    using QListView::QListView;

protected:
    void dataChanged(const QModelIndex &first, const QModelIndex &last, const QList<int> &roles) override
    {
        QAbstractItemView::dataChanged(first, last, roles);
    }
};

} // namespace

QListView *makeRowList(const QString &objectName, const QString &accessibleName, QWidget *parent)
{
    auto *list = new RowList(parent);
    list->setObjectName(objectName);
    list->setAccessibleName(accessibleName);
    list->setItemDelegate(new RowDelegate(list));
    list->setFrameShape(QFrame::NoFrame);
    list->setUniformItemSizes(true);
    list->setMouseTracking(true);
    list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    return list;
}

} // namespace loopflow
