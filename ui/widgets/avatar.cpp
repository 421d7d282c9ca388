#include "ui/widgets/avatar.h"

#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QImageReader>
#include <QPixmapCache>
#include <QTextBoundaryFinder>

#include <optional>

namespace loopflow {

namespace {

constexpr int avatarPixels = 256;
/// Of one side: a picture beyond this would take hundreds of megabytes to read.
constexpr int mostPixels = 12000;

/// The picture at that size, from the cache or made now; none when it is no picture.
std::optional<QPixmap> pictureAt(const QByteArray &picture, const QSize &pixels)
{
    if (picture.isEmpty())
        return {};
    const QString key = QStringLiteral("avatar/%1/%2/%3")
                            .arg(qHash(picture))
                            .arg(picture.size())
                            .arg(pixels.width());
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    QImage image;
    if (!image.loadFromData(picture))
        return {};
    pixmap = QPixmap::fromImage(
        image.scaled(pixels, Qt::KeepAspectRatioByExpanding, Qt::SmoothTransformation));
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

QColor presenceColor(Presence presence, const QPalette &palette)
{
    switch (presence) {
    case Presence::Online:
        return color(ColorRole::Online, palette);
    case Presence::Answering:
        return color(ColorRole::Answering, palette);
    case Presence::Waiting:
        return color(ColorRole::Waiting, palette);
    case Presence::Failed:
        return color(ColorRole::Failed, palette);
    case Presence::Paused:
        return color(ColorRole::Muted, palette);
    }
    Q_UNREACHABLE();
}

} // namespace

QString initialsOf(const QString &name)
{
    // Whole graphemes: half an emoji is a box.
    const QString trimmed = name.trimmed();
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, trimmed);
    const bool capital = !trimmed.isEmpty() && trimmed.front().isUpper();
    qsizetype end = 0;
    for (int i = 0; i < (capital ? 2 : 1); ++i) {
        const qsizetype next = finder.toNextBoundary();
        if (next < 0 || (i > 0 && !trimmed.at(end).isLetterOrNumber()))
            break;
        end = next;
    }
    return trimmed.left(end);
}

void drawAvatar(QPainter &painter, const QRect &rect, const QString &name, AvatarShape shape,
    const QByteArray &picture)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const qreal radius = shape == AvatarShape::Person ? rect.width() / 2.0 : rect.width() * 0.22;
    const qreal ratio = painter.device()->devicePixelRatio();
    if (const auto pixmap = pictureAt(picture, rect.size() * ratio)) {
        // As a brush: a clip path has no smooth edge.
        QBrush brush(*pixmap);
        brush.setTransform(
            QTransform::fromTranslate(rect.x(), rect.y()).scale(1 / ratio, 1 / ratio));
        painter.setBrush(brush);
        painter.drawRoundedRect(rect, radius, radius);
        painter.restore();
        return;
    }
    painter.setBrush(nameColor(name));
    painter.drawRoundedRect(rect, radius, radius);
    QFont font = strongFont();
    font.setPixelSize(qMax(9, qRound(rect.height() * 0.40)));
    painter.setFont(font);
    painter.setPen(color(ColorRole::OnAvatar, QGuiApplication::palette()));
    painter.drawText(rect, Qt::AlignCenter, initialsOf(name));
    painter.restore();
}

QString avatarFilePatterns()
{
    return QStringLiteral("*.png *.jpg *.jpeg *.webp *.gif");
}

Result<QByteArray> makeAvatar(const QByteArray &bytes)
{
    QBuffer source;
    source.setData(bytes);
    source.open(QIODevice::ReadOnly);
    QImageReader reader(&source);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.width() > mostPixels || size.height() > mostPixels)
        return Error{ErrorCode::TooLong,
            QCoreApplication::translate(
                "Avatar", "This picture is too large. Choose one of at most 12,000 pixels a side.")};
    const QImage image = reader.read();
    if (image.isNull())
        return Error{ErrorCode::Invalid,
            QCoreApplication::translate(
                "Avatar", "This file is no picture that Loopflow can read. Choose a PNG, JPEG or WebP.")};
    const int side = std::min(image.width(), image.height());
    const QImage square =
        image.copy((image.width() - side) / 2, (image.height() - side) / 2, side, side)
            .scaled(avatarPixels, avatarPixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    QByteArray png;
    QBuffer sink(&png);
    sink.open(QIODevice::WriteOnly);
    square.save(&sink, "PNG");
    return png;
}

void drawPresence(QPainter &painter, const QRect &rect, Presence presence, const QPalette &palette,
    const QColor &behind)
{
    const QColor mark = presenceColor(presence, palette);
    const QRectF disc = QRectF(rect);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(behind);
    painter.drawEllipse(disc.adjusted(-2, -2, 2, 2));
    painter.setBrush(mark);
    switch (presence) {
    case Presence::Online:
        painter.drawEllipse(disc);
        break;
    case Presence::Answering:
        painter.drawEllipse(disc);
        painter.setBrush(behind);
        painter.drawEllipse(disc.center(), disc.width() / 6, disc.height() / 6);
        break;
    case Presence::Waiting:
        painter.drawPie(disc, 90 * 16, 180 * 16);
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(mark, 1.5));
        painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75));
        break;
    case Presence::Failed:
        painter.drawEllipse(disc);
        painter.setBrush(behind);
        painter.drawRect(QRectF(disc.left() + 2, disc.center().y() - 0.75, disc.width() - 4, 1.5));
        break;
    case Presence::Paused:
        painter.setBrush(Qt::NoBrush);
        painter.setPen(QPen(mark, 1.5));
        painter.drawEllipse(disc.adjusted(0.75, 0.75, -0.75, -0.75));
        break;
    }
    painter.restore();
}

} // namespace loopflow
