#include "ui/inspector/messagedelegate.h"

#include "ui/inspector/conversationmodel.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"

#include <QApplication>
#include <QPainter>

namespace loopflow {

namespace {

constexpr int avatarSize = 28;
constexpr int textLeft = paneEdge + avatarSize + 10;
constexpr int rowPadding = 6;
constexpr int lineGap = 3;
constexpr int keptDocuments = 300;

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height();
}

int headerHeight()
{
    return lineHeight(strongFont()) + lineGap;
}

} // namespace

MessageDelegate::MessageDelegate(ConversationModel *model, QObject *parent)
    : QStyledItemDelegate(parent)
    , m_model(model)
    , m_documents(keptDocuments)
{
}

void MessageDelegate::setViewWidth(int width)
{
    m_viewWidth = width;
}

int MessageDelegate::textWidth() const
{
    return qMax(120, m_viewWidth - textLeft - paneEdge);
}

QPoint MessageDelegate::textOrigin() const
{
    return {textLeft, rowPadding + headerHeight()};
}

MessageDocument &MessageDelegate::document(int row) const
{
    const quint64 key = keyOf(m_model->row(row));
    MessageDocument *found = m_documents.object(key);
    if (!found) {
        found = new MessageDocument;
        found->setMarkdown(m_model->text(row).body, m_model->names(), QApplication::palette(),
            m_spoilersShown.contains(key));
        m_documents.insert(key, found);
    }
    found->setWidth(textWidth());
    return *found;
}

int MessageDelegate::restHeight(const RowText &text) const
{
    int height = 2 * rowPadding + headerHeight();
    if (!text.problem.isEmpty()) {
        const QFontMetrics metrics(bodyFont());
        height += lineGap
            + metrics.boundingRect(0, 0, textWidth(), 10000, Qt::TextWordWrap, text.problem)
                  .height();
    }
    if (!text.meta.isEmpty())
        height += lineGap + lineHeight(metaFont());
    return height;
}

int MessageDelegate::measuredHeight(int row) const
{
    return restHeight(m_model->text(row)) + document(row).height();
}

int MessageDelegate::guessedHeight(int row) const
{
    const ConversationRow &content = m_model->row(row);
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
    const Height now{textWidth(), measuredHeight(row), true};
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
    m_spoilersShown.clear();
}

void MessageDelegate::showSpoilers(int row)
{
    const quint64 key = keyOf(m_model->row(row));
    m_spoilersShown.insert(key);
    m_documents.remove(key);
}

QSize MessageDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const
{
    // A view asks for every row after every insertion: a guess is made once.
    Height &known = m_heights[keyOf(m_model->row(index.row()))];
    if (known.width != textWidth())
        known = {textWidth(), guessedHeight(index.row()), false};
    return {m_viewWidth, known.height};
}

void MessageDelegate::paint(
    QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const RowText text = m_model->text(index.row());
    const QPalette &palette = option.palette;
    painter->save();
    if ((option.state & QStyle::State_Selected) && (option.state & QStyle::State_HasFocus))
        painter->fillRect(option.rect, color(ColorRole::Hover, palette));
    if (text.faded)
        painter->setOpacity(0.55);
    const QRect avatar(
        option.rect.left() + paneEdge, option.rect.top() + rowPadding, avatarSize, avatarSize);
    drawAvatar(*painter, avatar, text.author, AvatarShape::Person);

    MessageDocument &body = document(index.row());
    painter->save();
    painter->translate(option.rect.topLeft() + textOrigin());
    const bool marked = m_marked.row != 0 && m_marked.row == keyOf(m_model->row(index.row()));
    body.draw(*painter, palette, marked ? m_marked.range : TextRange{});
    painter->restore();
    drawLines(*painter, option.rect, text, body.height(), palette);
    painter->restore();
}

void MessageDelegate::drawLines(QPainter &painter, const QRect &rect, const RowText &text,
    int bodyHeight, const QPalette &palette) const
{
    const int left = rect.left() + textLeft;
    int top = rect.top() + rowPadding;
    const QFontMetrics strong(strongFont());
    const QString author = strong.elidedText(text.author, Qt::ElideRight, textWidth() * 2 / 3);
    painter.setFont(strongFont());
    painter.setPen(palette.color(QPalette::Text));
    painter.drawText(left, top + strong.ascent(), author);
    painter.setFont(metaFont());
    painter.setPen(color(ColorRole::Muted, palette));
    painter.drawText(
        left + strong.horizontalAdvance(author) + insideControl, top + strong.ascent(), text.when);
    top += headerHeight() + bodyHeight;
    if (!text.problem.isEmpty()) {
        painter.setFont(bodyFont());
        painter.setPen(color(text.live ? ColorRole::Waiting : ColorRole::Failed, palette));
        QRect used;
        painter.drawText(
            QRect(left, top + lineGap, textWidth(), 10000), Qt::TextWordWrap, text.problem, &used);
        top += lineGap + used.height();
    }
    if (!text.meta.isEmpty()) {
        const QFontMetrics metrics(metaFont());
        painter.setFont(metaFont());
        painter.setPen(color(text.live ? ColorRole::Answering : ColorRole::Muted, palette));
        painter.drawText(left, top + lineGap + metrics.ascent(),
            metrics.elidedText(text.meta, Qt::ElideRight, textWidth()));
    }
}

} // namespace loopflow
