#include "ui/inspector/messagecards.h"

#include "ui/inspector/pictureshelf.h"
#include "ui/widgets/icons.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/place.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QGuiApplication>
#include <QPainter>

namespace loopflow {

namespace {

constexpr int widest = 420;
constexpr int iconSize = 20;
constexpr int radius = 5;
constexpr int buttonHeight = 24;

QString say(const char *text)
{
    return QCoreApplication::translate("card", text);
}

int lineHeight(const QFont &font)
{
    return QFontMetrics(font).height();
}

QString kindWord(MessageCard::Kind kind)
{
    switch (kind) {
    case MessageCard::File: return say(QT_TRANSLATE_NOOP("card", "File"));
    case MessageCard::Picture: return say(QT_TRANSLATE_NOOP("card", "Picture"));
    case MessageCard::Video: return say(QT_TRANSLATE_NOOP("card", "Video"));
    case MessageCard::Voice: return say(QT_TRANSLATE_NOOP("card", "Voice message"));
    case MessageCard::Sticker: return say(QT_TRANSLATE_NOOP("card", "Sticker"));
    case MessageCard::Poll: return say(QT_TRANSLATE_NOOP("card", "Poll"));
    }
    Q_UNREACHABLE();
}

QString iconOf(MessageCard::Kind kind)
{
    switch (kind) {
    case MessageCard::File: return QStringLiteral("file");
    case MessageCard::Picture: return QStringLiteral("image");
    case MessageCard::Video: return QStringLiteral("film");
    case MessageCard::Voice: return QStringLiteral("mic");
    case MessageCard::Sticker: return QStringLiteral("sticker");
    case MessageCard::Poll: return QStringLiteral("chart-bar");
    }
    Q_UNREACHABLE();
}

/// "PNG · 24 KB · 640 × 480"
QString detailOf(const discord::Attachment &file)
{
    QStringList parts;
    constexpr qsizetype longestType = 5;
    const QString type = file.filename.section(QLatin1Char('.'), 1).section(QLatin1Char('.'), -1);
    if (!type.isEmpty() && type.size() <= longestType)
        parts << type.toUpper();
    if (file.size > 0)
        parts << fileSize(file.size);
    if (file.width > 0 && file.height > 0)
        parts << say(QT_TRANSLATE_NOOP("card", "%1 × %2")).arg(file.width).arg(file.height);
    if (file.durationSeconds > 0)
        parts << duration(qint64(file.durationSeconds * 1000));
    if (file.spoiler)
        parts << say(QT_TRANSLATE_NOOP("card", "spoiler"));
    return parts.join(QStringLiteral(" · "));
}

MessageCard cardOf(const discord::Attachment &file, bool voice)
{
    MessageCard card;
    card.title = file.filename.isEmpty() ? say(QT_TRANSLATE_NOOP("card", "Attachment")) : file.filename;
    card.detail = detailOf(file);
    card.spoiler = file.spoiler;
    if (voice) {
        card.kind = MessageCard::Voice;
        card.title = say(QT_TRANSLATE_NOOP("card", "Voice message"));
    } else if (file.contentType.startsWith(QLatin1String("image/"))) {
        card.kind = MessageCard::Picture;
        card.picture = file.url;
        if (!file.description.isEmpty())
            card.title = say(QT_TRANSLATE_NOOP("card", "%1: %2")).arg(file.filename, file.description);
    } else if (file.contentType.startsWith(QLatin1String("video/"))) {
        card.kind = MessageCard::Video;
    }
    return card;
}

} // namespace

QList<MessageCard> cardsOf(const discord::Message &message)
{
    QList<MessageCard> cards;
    for (const auto &file : message.attachments)
        cards << cardOf(file, message.voice);
    for (const auto &file : message.snapshotAttachments)
        cards << cardOf(file, false);
    for (const QString &name : message.stickers + message.snapshotStickers)
        cards << MessageCard{MessageCard::Sticker, name, say(QT_TRANSLATE_NOOP("card", "Sticker"))};
    if (!message.pollQuestion.isEmpty())
        cards << MessageCard{MessageCard::Poll, message.pollQuestion,
            say(QT_TRANSLATE_NOOP("card", "Poll")), message.pollAnswers};
    for (const auto &embed : message.embeds + message.snapshotEmbeds) {
        if (embed.picture.isEmpty())
            continue;
        const QString from = embed.provider.isEmpty() ? embed.title : embed.provider;
        cards << MessageCard{MessageCard::Picture,
            from.isEmpty() ? say(QT_TRANSLATE_NOOP("card", "Preview")) : from,
            say(QT_TRANSLATE_NOOP("card", "Preview's picture")), {}, embed.picture};
    }
    return cards;
}

QString plainTextOf(const MessageCard &card)
{
    QStringList parts{card.kind == MessageCard::Voice
            ? card.title
            : QStringLiteral("%1 %2").arg(kindWord(card.kind), card.title)};
    if (!card.detail.isEmpty() && card.kind != MessageCard::Sticker && card.kind != MessageCard::Poll)
        parts << card.detail.split(QStringLiteral(" · "));
    parts << card.lines;
    return parts.join(QStringLiteral(", "));
}

CardStack::CardStack(const QList<MessageCard> &cards, const PictureShelf *shelf, int width)
    : m_cards(cards)
    , m_shelf(shelf)
{
    const int boxWidth = qMin(width, widest);
    const int textHeight = lineHeight(bodyFont()) + lineHeight(metaFont());
    const QString show = PictureShelf::showWord();
    const int buttonWidth = QFontMetrics(bodyFont()).horizontalAdvance(show) + 2 * betweenGroups;
    int top = 0;
    for (const MessageCard &card : m_cards) {
        top += insideControl;
        Card place;
        const QSize shown = shelf ? shelf->sizeOf(card.picture) : QSize();
        const int lines = int(card.lines.size()) * lineHeight(bodyFont());
        int height = textHeight + 2 * insideControl + (lines > 0 ? lines + gridStep : 0);
        if (!shown.isEmpty()) {
            const QSize fits = shown.scaled(boxWidth - 2 * insideControl,
                qMin(shown.height(), PictureShelf::tallest), Qt::KeepAspectRatio);
            const QSize drawn = fits.width() < shown.width() ? fits : shown;
            place.picture = QRect(QPoint(insideControl, top + height), drawn);
            height += drawn.height() + insideControl;
        }
        place.box = QRect(0, top, boxWidth, height);
        if (shelf && shelf->canShow(card.picture))
            place.button = QRect(boxWidth - insideControl - buttonWidth,
                top + insideControl + (textHeight - buttonHeight) / 2, buttonWidth, buttonHeight);
        const Place stack{QRect(0, 0, width, 1), QGuiApplication::layoutDirection()};
        for (QRect *rect : {&place.box, &place.button, &place.picture}) {
            if (!rect->isNull())
                *rect = stack.of(*rect);
        }
        m_places << place;
        top += height;
    }
    m_height = top;
}

void CardStack::draw(QPainter &painter, const QPalette &palette, QPoint hovered) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    for (qsizetype i = 0; i < m_cards.size(); ++i)
        drawCard(painter, m_cards[i], m_places[i], palette, hovered);
    painter.restore();
}

void CardStack::drawCard(QPainter &painter, const MessageCard &card, const Card &place,
    const QPalette &palette, QPoint hovered) const
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(color(ColorRole::Code, palette));
    painter.drawRoundedRect(place.box, radius, radius);
    const Place box{place.box, QGuiApplication::layoutDirection()};
    const int textHeight = lineHeight(bodyFont()) + lineHeight(metaFont());
    const QRect sign(place.box.left() + betweenGroups,
        place.box.top() + insideControl + (textHeight - iconSize) / 2, iconSize, iconSize);
    icon(iconOf(card.kind), ColorRole::Muted).paint(&painter, box.of(sign));

    const int left = sign.right() + 1 + betweenGroups;
    const int right = place.box.right() - betweenGroups;
    const int besideButton = place.button.isNull() ? right : right - place.button.width() - gridStep;
    const QFontMetrics body(bodyFont());
    const QFontMetrics meta(metaFont());
    int top = place.box.top() + insideControl;
    painter.setFont(bodyFont());
    painter.setPen(palette.color(QPalette::Text));
    box.drawLine(painter, QRect(left, top, besideButton - left, body.height()),
        body.elidedText(card.title, Qt::ElideMiddle, besideButton - left));
    painter.setFont(metaFont());
    const QString problem = m_shelf ? m_shelf->problemOf(card.picture) : QString();
    painter.setPen(color(problem.isEmpty() ? ColorRole::Muted : ColorRole::Failed, palette));
    const QString state = m_shelf ? m_shelf->stateOf(card.picture) : QString();
    const QString detail = !problem.isEmpty() ? problem : !state.isEmpty() ? state : card.detail;
    box.drawLine(painter, QRect(left, top + body.height(), besideButton - left, meta.height()),
        meta.elidedText(detail, Qt::ElideRight, besideButton - left));

    painter.setFont(bodyFont());
    painter.setPen(palette.color(QPalette::Text));
    top += textHeight + gridStep;
    for (const QString &line : card.lines) {
        box.drawLine(painter, QRect(left, top, iconSize, body.height()), QStringLiteral("○"));
        const int text = left + iconSize;
        box.drawLine(painter, QRect(text, top, right - text, body.height()),
            body.elidedText(line, Qt::ElideRight, right - text));
        top += body.height();
    }
    if (!place.button.isNull()) {
        painter.setPen(color(ColorRole::ControlBorder, palette));
        painter.setBrush(color(
            place.button.contains(hovered) ? ColorRole::ControlHover : ColorRole::Control, palette));
        painter.drawRoundedRect(QRectF(place.button).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
        painter.setPen(palette.color(QPalette::ButtonText));
        painter.drawText(place.button, Qt::AlignCenter, PictureShelf::showWord());
    }
    if (!place.picture.isNull() && m_shelf)
        painter.drawImage(place.picture, m_shelf->picture(card.picture));
}

QString CardStack::showAt(QPoint point) const
{
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        if (m_places[i].button.contains(point))
            return m_cards[i].picture;
    }
    return {};
}

QString CardStack::pictureAt(QPoint point) const
{
    for (qsizetype i = 0; i < m_cards.size(); ++i) {
        if (m_places[i].picture.contains(point))
            return m_cards[i].picture;
    }
    return {};
}

} // namespace loopflow
