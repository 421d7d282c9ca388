#include "ui/widgets/rowdelegate.h"

#include "ui/widgets/avatar.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"

#include <QListView>
#include <QPainter>

namespace loopflow {

namespace {

constexpr int avatarSize = 30;
constexpr int presenceSize = 8;
constexpr int rowPadding = 8;

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height();
}

void drawRight(QPainter &painter, const QFont &font, const QColor &pen, int right, int baseline,
    const QString &text)
{
    painter.setFont(font);
    painter.setPen(pen);
    painter.drawText(right - QFontMetrics(font).horizontalAdvance(text), baseline, text);
}

/// Draws a count in a pill; returns how much room it took.
int drawBadge(QPainter &painter, const QRect &rect, int count, const QPalette &palette)
{
    if (count <= 0)
        return 0;
    QFont font = metaFont();
    font.setWeight(QFont::DemiBold);
    const QString text = count > 99 ? QStringLiteral("99+") : QString::number(count);
    const int width = qMax(18, QFontMetrics(font).horizontalAdvance(text) + 12);
    const QRect pill(rect.right() - width + 1, rect.center().y() - 8, width, 17);
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

/// Draws the avatar with its presence; returns how much room it took.
int drawPicture(QPainter &painter, const QRect &rect, const QStyleOptionViewItem &option,
    const QModelIndex &index)
{
    const QString name = index.data(AvatarRole).toString();
    if (name.isEmpty())
        return 0;
    const QRect avatar(rect.left(), rect.center().y() - avatarSize / 2 + 1, avatarSize, avatarSize);
    drawAvatar(painter, avatar, name, AvatarShape::Mate);
    if (const QVariant presence = index.data(PresenceRole); presence.isValid()) {
        const QPoint corner =
            avatar.bottomRight() - QPoint(presenceSize / 2 + 1, presenceSize / 2 + 1);
        const QRect mark(corner, QSize(presenceSize, presenceSize));
        drawPresence(painter, mark, Presence(presence.toInt()), option.palette, background(option));
    }
    return avatarSize + 10;
}

/// Draws the two lines, and what stands at their right.
void drawTexts(
    QPainter &painter, const QRect &rect, const QPalette &palette, const QModelIndex &index)
{
    const QColor muted = color(ColorRole::Muted, palette);
    const QFont titleFace = index.data(BadgeRole).toInt() > 0 ? strongFont() : bodyFont();
    const QFontMetrics title(titleFace);
    const QFontMetrics meta(metaFont());
    const int top = rect.top() + (rect.height() - title.height() - meta.height() - 1) / 2;
    const int firstLine = top + title.ascent();
    const int secondLine = top + title.height() + 1 + meta.ascent();
    const QString aside = index.data(AsideRole).toString();
    const QString asideDetail = index.data(AsideDetailRole).toString();
    drawRight(painter, metaFont(), muted, rect.right() + 1, firstLine, aside);
    drawRight(painter, metaFont(), muted, rect.right() + 1, secondLine, asideDetail);

    const auto room = [&](const QString &beside) {
        return rect.width()
            - (beside.isEmpty() ? 0 : meta.horizontalAdvance(beside) + betweenGroups);
    };
    painter.setFont(titleFace);
    painter.setPen(palette.color(QPalette::Text));
    const QString text = index.data(Qt::DisplayRole).toString();
    painter.drawText(rect.left(), firstLine, title.elidedText(text, Qt::ElideRight, room(aside)));
    const QVariant role = index.data(DetailColorRole);
    painter.setFont(metaFont());
    painter.setPen(role.isValid() ? color(ColorRole(role.toInt()), palette) : muted);
    const QString detail = index.data(DetailRole).toString();
    painter.drawText(
        rect.left(), secondLine, meta.elidedText(detail, Qt::ElideRight, room(asideDetail)));
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
    QRect rect = option.rect.adjusted(betweenGroups, 0, -betweenGroups, 0);
    rect.setLeft(rect.left() + drawPicture(*painter, rect, option, index));
    rect.setRight(
        rect.right() - drawBadge(*painter, rect, index.data(BadgeRole).toInt(), option.palette));
    drawTexts(*painter, rect, option.palette, index);
    painter->restore();
}

QListView *makeRowList(const QString &objectName, const QString &accessibleName, QWidget *parent)
{
    auto *list = new QListView(parent);
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
