#include "ui/widgets/place.h"

namespace loopflow {

void Place::drawLine(QPainter &painter, const QRect &rect, const QString &text, bool atEnd) const
{
    draw(painter, rect, text, Qt::AlignVCenter | Qt::TextSingleLine, atEnd);
}

void Place::drawLines(QPainter &painter, const QRect &rect, const QString &text) const
{
    draw(painter, rect, text, Qt::AlignTop | Qt::TextWordWrap, false);
}

void Place::draw(QPainter &painter, const QRect &rect, const QString &text, int flags, bool atEnd) const
{
    const bool right = atEnd != isMirrored();
    const Qt::LayoutDirection before = painter.layoutDirection();
    // Its full stop is at its own end.
    painter.setLayoutDirection(text.isRightToLeft() ? Qt::RightToLeft : Qt::LeftToRight);
    painter.drawText(of(rect), Qt::AlignAbsolute | (right ? Qt::AlignRight : Qt::AlignLeft) | flags, text);
    painter.setLayoutDirection(before);
}

} // namespace loopflow
