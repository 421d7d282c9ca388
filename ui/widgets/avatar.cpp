#include "ui/widgets/avatar.h"

#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"

#include <QGuiApplication>
#include <QTextBoundaryFinder>

namespace loopflow {

namespace {

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

void drawAvatar(QPainter &painter, const QRect &rect, const QString &name, AvatarShape shape)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(nameColor(name));
    const qreal radius = shape == AvatarShape::Person ? rect.width() / 2.0 : rect.width() * 0.22;
    painter.drawRoundedRect(rect, radius, radius);
    QFont font = strongFont();
    font.setPixelSize(qMax(9, qRound(rect.height() * 0.40)));
    painter.setFont(font);
    painter.setPen(color(ColorRole::OnAvatar, QGuiApplication::palette()));
    painter.drawText(rect, Qt::AlignCenter, initialsOf(name));
    painter.restore();
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
