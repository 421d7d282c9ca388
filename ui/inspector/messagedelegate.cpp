#include "ui/inspector/messagedelegate.h"

#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/pictureshelf.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/place.h"
#include "ui/widgets/type.h"

#include <QApplication>
#include <QPainter>

namespace loopflow {

namespace {

constexpr int avatarSize = 28;
constexpr int besideText = paneEdge + avatarSize + 10;
constexpr int rowPadding = 6;
constexpr int lineGap = 3;
constexpr int keptDocuments = 300;
constexpr int buttonHeight = 26;
constexpr int referenceIcon = 14;
constexpr int focusBar = 3;
constexpr qreal fadedOpacity = 0.55;

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height();
}

int headerHeight()
{
    return lineHeight(strongFont()) + lineGap;
}

int noteHeight(const QString &text, int width, const QFont &font = metaFont())
{
    return QFontMetrics(font).boundingRect(0, 0, width, 10000, Qt::TextWordWrap, text).height();
}

bool isMirrored()
{
    return QGuiApplication::isRightToLeft();
}

/// Where the column of texts begins; the avatars stand at its reading side.
int textLeft()
{
    return isMirrored() ? paneEdge : besideText;
}

QString tryAgainWord()
{
    return MessageDelegate::tr("Try again");
}

} // namespace

MessageDelegate::MessageDelegate(ConversationModel *model, PictureShelf *shelf, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_shelf(shelf)
    , m_documents(keptDocuments)
{
}

void MessageDelegate::setViewWidth(int width)
{
    m_viewWidth = width;
}

int MessageDelegate::textWidth() const
{
    return qMax(120, m_viewWidth - besideText - paneEdge);
}

/// What is written from the left stands beside its author where people read from the right, too.
int MessageDelegate::bodyLeft(int row) const
{
    return textLeft() + (isMirrored() ? document(row).slack() : 0);
}

QPoint MessageDelegate::textOrigin(int row) const
{
    return {bodyLeft(row), shapeOf(row, m_model->text(row)).body};
}

MessageDocument &MessageDelegate::document(int row) const
{
    const quint64 key = keyOf(m_model->row(row));
    MessageDocument *found = m_documents.object(key);
    if (!found) {
        const RowText text = m_model->text(row);
        found = new MessageDocument;
        found->setStruck(text.struck);
        found->setMarkdown(text.body, m_model->names(), QApplication::palette(),
            m_spoilersShown.contains(key));
        m_documents.insert(key, found);
    }
    found->setWidth(textWidth());
    return *found;
}

MessageDelegate::Shape MessageDelegate::shapeOf(int row, const RowText &text) const
{
    Shape shape;
    int top = rowPadding;
    if (!text.note.isEmpty()) {
        shape.body = top;
        shape.height = top + noteHeight(text.note, textWidth()) + rowPadding;
        return shape;
    }
    if (!text.reference.isEmpty())
        top += lineHeight(metaFont()) + lineGap;
    shape.header = top;
    top += headerHeight();
    shape.body = top;
    top += document(row).height();
    shape.cards = top;
    if (!text.cards.isEmpty())
        top += CardStack(text.cards, m_shelf, textWidth()).height() + lineGap;
    if (!text.problem.isEmpty()) {
        top += lineGap;
        shape.problem = top;
        top += noteHeight(text.problem, textWidth(), bodyFont());
    }
    if (text.canTryAgain) {
        top += insideControl;
        const int width = QFontMetrics(bodyFont()).horizontalAdvance(tryAgainWord());
        const QRect column(textLeft(), top, textWidth(), buttonHeight);
        shape.button = QStyle::visualRect(QGuiApplication::layoutDirection(), column,
            QRect(column.left(), top, width + 2 * betweenGroups, buttonHeight));
        top += buttonHeight + lineGap;
    }
    if (!text.meta.isEmpty()) {
        top += lineGap;
        shape.meta = top;
        top += lineHeight(metaFont());
    }
    shape.height = top + rowPadding;
    return shape;
}

int MessageDelegate::guessedHeight(int row) const
{
    const ConversationRow &content = m_model->row(row);
    if (!content.note.isEmpty())
        return 2 * rowPadding + lineHeight(metaFont());
    const QString &text = content.turn ? content.turn->text : content.message.content;
    const QFontMetrics metrics(bodyFont());
    const int perLine = qMax(10, textWidth() / qMax(1, metrics.averageCharWidth()));
    const int lines = int(text.size()) / perLine + int(text.count(QLatin1Char('\n'))) + 1;
    const int meta = content.turn || content.ignored ? lineGap + lineHeight(metaFont()) : 0;
    return 2 * rowPadding + headerHeight() + lines * metrics.height() + meta;
}

bool MessageDelegate::measure(int row)
{
    const quint64 key = keyOf(m_model->row(row));
    const auto known = m_heights.constFind(key);
    const bool holds = known != m_heights.constEnd() && known->width == textWidth();
    if (holds && known->measured)
        return false;
    const int before = holds ? known->height : guessedHeight(row);
    const Height now{textWidth(), shapeOf(row, m_model->text(row)).height, true};
    m_heights.insert(key, now);
    return now.height != before;
}

void MessageDelegate::changed(int row)
{
    const quint64 key = keyOf(m_model->row(row));
    if (m_model->text(row).live) {
        m_stale.insert(key);
        return;
    }
    m_stale.remove(key);
    m_documents.remove(key);
    m_heights.remove(key);
}

void MessageDelegate::remeasure(int row)
{
    m_heights.remove(keyOf(m_model->row(row)));
}

bool MessageDelegate::refreshStale()
{
    const bool any = !m_stale.isEmpty();
    for (const quint64 key : std::exchange(m_stale, {})) {
        m_documents.remove(key);
        m_heights.remove(key);
    }
    return any;
}

void MessageDelegate::forget()
{
    m_documents.clear();
    m_heights.clear();
    m_stale.clear();
}

void MessageDelegate::startOver()
{
    forget();
    m_spoilersShown.clear();
}

void MessageDelegate::showSpoilers(int row)
{
    const quint64 key = keyOf(m_model->row(row));
    m_spoilersShown.insert(key);
    m_documents.remove(key);
}

bool MessageDelegate::spoilersShown(int row) const
{
    return m_spoilersShown.contains(keyOf(m_model->row(row)));
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    // A view asks for every row after every insertion: a guess is made once.
    Height &known = m_heights[keyOf(m_model->row(index.row()))];
    if (known.width != textWidth())
        known = {textWidth(), guessedHeight(index.row()), false};
    return {m_viewWidth, known.height};
}

RowHit MessageDelegate::hitAt(int row, QPoint point) const
{
    const RowText text = m_model->text(row);
    const Shape shape = shapeOf(row, text);
    RowHit hit;
    hit.text = point - QPoint(bodyLeft(row), shape.body);
    hit.inText = text.note.isEmpty() && hit.text.y() >= 0 && hit.text.y() < document(row).height();
    hit.tryAgain = shape.button.contains(point);
    if (!text.cards.isEmpty()) {
        const CardStack cards(text.cards, m_shelf, textWidth());
        hit.show = cards.showAt(point - QPoint(textLeft(), shape.cards));
        hit.picture = cards.pictureAt(point - QPoint(textLeft(), shape.cards));
    }
    return hit;
}

void MessageDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int row = index.row();
    const RowText text = m_model->text(row);
    const Shape shape = shapeOf(row, text);
    const QPalette &palette = option.palette;
    const QPoint origin = option.rect.topLeft();
    const Place place{option.rect, QGuiApplication::layoutDirection()};
    painter->save();
    if ((option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus)) {
        painter->fillRect(option.rect, color(ColorRole::Hover, palette));
        painter->fillRect(place.of(QRect(origin, QSize(focusBar, option.rect.height()))),
            color(ColorRole::Accent, palette));
    }
    if (!text.note.isEmpty()) {
        painter->setFont(metaFont());
        painter->setPen(color(ColorRole::Muted, palette));
        const QRect room(origin + QPoint(besideText, shape.body), QSize(textWidth(), shape.height));
        place.drawLines(*painter, room, text.note);
        painter->restore();
        return;
    }
    painter->setOpacity(text.faded ? fadedOpacity : 1);
    drawHeader(*painter, place, shape, text, palette);
    MessageDocument &body = document(row);
    painter->save();
    painter->translate(origin + QPoint(bodyLeft(row), shape.body));
    body.draw(*painter, palette, m_mark.rangeIn(row, body.length()));
    painter->restore();
    if (!text.cards.isEmpty()) {
        const QPoint corner = origin + QPoint(textLeft(), shape.cards);
        painter->save();
        painter->translate(corner);
        CardStack(text.cards, m_shelf, textWidth()).draw(*painter, palette, m_hovered - corner);
        painter->restore();
    }
    drawFoot(*painter, place, shape, text, palette);
    painter->restore();
}

// What follows reckons as if reading began at the left; `place` mirrors it.
void MessageDelegate::drawHeader(QPainter &painter, const Place &place, const Shape &shape,
    const RowText &text, const QPalette &palette) const
{
    const QPoint origin = place.whole.topLeft();
    const QFontMetrics meta(metaFont());
    const int left = origin.x() + besideText;
    if (!text.reference.isEmpty()) {
        const int top = origin.y() + rowPadding;
        icon(QStringLiteral("reply"), ColorRole::Muted)
            .paint(&painter,
                place.of(QRect(left, top + (meta.height() - referenceIcon) / 2, referenceIcon, referenceIcon)));
        painter.setFont(metaFont());
        painter.setPen(color(ColorRole::Muted, palette));
        const int room = textWidth() - referenceIcon - gridStep;
        place.drawLine(painter, QRect(left + referenceIcon + gridStep, top, room, meta.height()),
            meta.elidedText(text.reference, Qt::ElideRight, room));
    }
    const int top = origin.y() + shape.header;
    drawAvatar(painter, place.of(QRect(origin.x() + paneEdge, top, avatarSize, avatarSize)), text.author,
        AvatarShape::Person, m_model->picture(text));
    const QFontMetrics strong(strongFont());
    const QString author = strong.elidedText(text.author, Qt::ElideRight, textWidth() * 2 / 3);
    painter.setFont(strongFont());
    painter.setPen(palette.color(QPalette::Text));
    place.drawLine(painter, QRect(left, top, textWidth(), strong.height()), author);
    const int used = strong.horizontalAdvance(author) + insideControl;
    painter.setFont(metaFont());
    painter.setPen(color(ColorRole::Muted, palette));
    // On the name's line, not in the middle of its height.
    const QRect when(left + used, top + strong.ascent() - meta.ascent(), textWidth() - used, meta.height());
    place.drawLine(painter, when, meta.elidedText(text.when, Qt::ElideRight, textWidth() - used));
}

void MessageDelegate::drawFoot(QPainter &painter, const Place &place, const Shape &shape,
    const RowText &text, const QPalette &palette) const
{
    const QPoint origin = place.whole.topLeft();
    const int left = origin.x() + besideText;
    if (!text.problem.isEmpty()) {
        painter.setFont(bodyFont());
        painter.setPen(color(text.live ? ColorRole::Waiting : ColorRole::Failed, palette));
        place.drawLines(painter, QRect(left, origin.y() + shape.problem, textWidth(), 10000), text.problem);
    }
    if (!shape.button.isNull())
        drawButton(painter, shape.button.translated(origin), palette);
    if (!text.meta.isEmpty()) {
        const QFontMetrics metrics(metaFont());
        painter.setFont(metaFont());
        painter.setPen(color(text.live ? ColorRole::Answering : ColorRole::Muted, palette));
        place.drawLine(painter, QRect(left, origin.y() + shape.meta, textWidth(), metrics.height()),
            metrics.elidedText(text.meta, Qt::ElideRight, textWidth()));
    }
}

void MessageDelegate::drawButton(QPainter &painter, const QRect &rect, const QPalette &palette) const
{
    constexpr int radius = 5;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(color(ColorRole::ControlBorder, palette));
    painter.setBrush(
        color(rect.contains(m_hovered) ? ColorRole::ControlHover : ColorRole::Control, palette));
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.setFont(bodyFont());
    painter.setPen(palette.color(QPalette::ButtonText));
    painter.drawText(rect, Qt::AlignCenter, tryAgainWord());
    painter.restore();
}

} // namespace loopflow
