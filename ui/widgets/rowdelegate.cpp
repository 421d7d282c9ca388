#include "ui/widgets/rowdelegate.h"

#include "core/conversation/searchwords.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/place.h"
#include "ui/widgets/type.h"

#include <QHelpEvent>
#include <QIcon>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QTextLayout>
#include <QToolTip>

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

QFont badgeFont()
{
    QFont font = metaFont();
    font.setWeight(QFont::DemiBold);
    return font;
}

QString badgeText(int badge)
{
    return badge > 99 ? QStringLiteral("99+") : QString::number(badge);
}

int badgeWidth(int badge)
{
    return qMax(18, QFontMetrics(badgeFont()).horizontalAdvance(badgeText(badge)) + 12);
}

/// How much of a row's other side the badge takes.
int badgeRoom(const QModelIndex &index)
{
    const int badge = index.data(BadgeRole).toInt();
    return badge > 0 ? badgeWidth(badge) + insideControl : 0;
}

/// Draws a count in a pill.
void drawBadge(
    QPainter &painter, const Place &place, const QRect &rect, int badge, const QPalette &palette)
{
    if (badge <= 0)
        return;
    const int width = badgeWidth(badge);
    const QRect pill =
        place.of(QRect(rect.right() - width + 1, rect.center().y() - 8, width, 17));
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::Accent, palette));
    painter.drawRoundedRect(pill, 8.5, 8.5);
    painter.setFont(badgeFont());
    painter.setPen(color(ColorRole::OnAccent, palette));
    painter.drawText(pill, Qt::AlignCenter, badgeText(badge));
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

/// Draws the avatar with its presence.
void drawPicture(QPainter &painter, const Place &place, const QRect &rect,
    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const QString name = index.data(AvatarRole).toString();
    const QRect avatar(rect.left(), rect.center().y() - avatarSize / 2 + 1, avatarSize, avatarSize);
    if (name.isEmpty()) {
        const int inset = (avatarSize - iconSize) / 2;
        index.data(Qt::DecorationRole)
            .value<QIcon>()
            .paint(&painter, place.of(avatar).adjusted(inset, inset, -inset, -inset));
        return;
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
}

/// What a row says, and how much room there is for it.
struct Words {
    QFont titleFont;
    QString title;
    QString detail;
    QString aside;
    QString asideDetail;
    QRect first; ///< both lines, with what stands at their other side
    QRect second;
    QRect titleRoom;
    QRect detailRoom;
};

Words wordsOf(const QRect &row, const QModelIndex &index)
{
    Words words;
    words.titleFont = index.data(BadgeRole).toInt() > 0 ? strongFont() : bodyFont();
    words.title = index.data(Qt::DisplayRole).toString();
    words.detail = index.data(DetailRole).toString();
    words.aside = index.data(AsideRole).toString();
    words.asideDetail = index.data(AsideDetailRole).toString();
    const QRect rect = row.adjusted(betweenGroups + pictureRoom(index), 0, -betweenGroups - badgeRoom(index), 0);
    const int titleHeight = lineHeight(words.titleFont);
    const int metaHeight = lineHeight(metaFont());
    const int top = rect.top() + (rect.height() - titleHeight - metaHeight - 1) / 2;
    words.first = QRect(rect.left(), top, rect.width(), titleHeight);
    words.second = QRect(rect.left(), top + titleHeight + 1, rect.width(), metaHeight);
    const QFontMetrics meta(metaFont());
    const auto besides = [&](const QRect &line, const QString &other) {
        const int taken = other.isEmpty() ? 0 : meta.horizontalAdvance(other) + betweenGroups;
        return line.adjusted(0, 0, -taken, 0);
    };
    words.titleRoom = besides(words.first, words.aside);
    words.detailRoom = besides(words.second, words.asideDetail);
    return words;
}

/// Draws a line on whose found words a colour lies.
void drawMarked(QPainter &painter, const Place &place, const QRect &rect, const QString &line,
    const QList<SearchMark> &marks, const QPalette &palette)
{
    QTextLayout layout(line, painter.font());
    QTextOption option(place.isMirrored() ? Qt::AlignRight | Qt::AlignAbsolute : Qt::AlignLeft | Qt::AlignAbsolute);
    option.setTextDirection(line.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const SearchMark &mark : marks) {
        const qsizetype length = qMin(mark.length, line.size() - mark.offset);
        if (length <= 0)
            continue;
        QTextCharFormat format;
        format.setBackground(color(ColorRole::Found, palette));
        format.setForeground(palette.color(QPalette::Text));
        formats.append({int(mark.offset), int(length), format});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine text = layout.createLine();
    text.setLineWidth(rect.width());
    layout.endLayout();
    const QRect at = place.of(rect);
    layout.draw(&painter, QPointF(at.left(), at.top() + (at.height() - text.height()) / 2));
}

/// Draws the two lines, and what stands at their other side.
void drawTexts(QPainter &painter, const Place &place, const Words &words, const QPalette &palette,
    const QModelIndex &index)
{
    const QVariant detailRole = index.data(DetailColorRole);
    const QColor muted = color(ColorRole::Muted, palette);
    const QFontMetrics title(words.titleFont);
    const QFontMetrics meta(metaFont());
    // Both ascents, so that what stands beside the name stands on its line.
    QRect beside = words.first;
    beside.translate(0, (title.ascent() - title.descent() - meta.ascent() + meta.descent()) / 2);
    painter.setFont(metaFont());
    painter.setPen(muted);
    place.drawLine(painter, beside, words.aside, true);
    place.drawLine(painter, words.second, words.asideDetail, true);
    painter.setFont(words.titleFont);
    painter.setPen(palette.color(QPalette::Text));
    place.drawLine(painter, words.titleRoom,
        title.elidedText(words.title, Qt::ElideRight, words.titleRoom.width()));
    painter.setFont(metaFont());
    painter.setPen(detailRole.isValid() ? color(ColorRole(detailRole.toInt()), palette) : muted);
    const QString detail = meta.elidedText(words.detail, Qt::ElideRight, words.detailRoom.width());
    if (const auto marks = index.data(MarksRole).value<QList<SearchMark>>(); !marks.isEmpty())
        drawMarked(painter, place, words.detailRoom, detail, marks, palette);
    else
        place.drawLine(painter, words.detailRoom, detail);
}

/// The lines that are cut in the row; empty when there is room for both.
QStringList cutLines(const Words &words)
{
    QStringList lines;
    if (QFontMetrics(words.titleFont).horizontalAdvance(words.title) > words.titleRoom.width())
        lines << words.title;
    if (QFontMetrics(metaFont()).horizontalAdvance(words.detail) > words.detailRoom.width())
        lines << words.detail;
    return lines;
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
    const QRect rect = option.rect.adjusted(betweenGroups, 0, -betweenGroups, 0);
    drawPicture(*painter, place, rect, option, index);
    drawBadge(*painter, place, rect, index.data(BadgeRole).toInt(), option.palette);
    drawTexts(*painter, place, wordsOf(option.rect, index), option.palette, index);
    painter->restore();
}

bool RowDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view,
    const QStyleOptionViewItem &option, const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStringList lines = cutLines(wordsOf(option.rect, index));
    if (const QString tip = index.data(Qt::ToolTipRole).toString(); !tip.isEmpty() && !lines.contains(tip))
        lines << tip;
    QToolTip::showText(event->globalPos(), lines.join(QLatin1Char('\n')), view);
    return true;
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
