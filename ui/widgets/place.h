// Where the pieces of something painted are: measured from the left, mirrored where people read from the right.
// Only reckons and draws; what people wrote keeps its own direction.
#pragma once

#include <QPainter>
#include <QStyle>

namespace loopflow {

struct Place {
    QRect whole; ///< what is mirrored within
    Qt::LayoutDirection direction = Qt::LeftToRight;

    bool isMirrored() const { return direction == Qt::RightToLeft; }
    QRect of(const QRect &rect) const { return QStyle::visualRect(direction, whole, rect); }
    /// Draws one line of text at the reading side of `rect`, or at its other side.
    void drawLine(QPainter &painter, const QRect &rect, const QString &text, bool atEnd = false) const;
    /// Draws a text in as many lines as it needs, from the top of `rect` at its reading side.
    void drawLines(QPainter &painter, const QRect &rect, const QString &text) const;

private:
    void draw(QPainter &painter, const QRect &rect, const QString &text, int flags, bool atEnd) const;
};

} // namespace loopflow
