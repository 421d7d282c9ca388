// What a widget paints in letters, and where: labels, delegates and documents alike.
// Paints the widget by itself, without its children, on a device that only listens; nothing is drawn.
#pragma once

#include <QList>
#include <QRectF>
#include <QString>

class QWidget;

namespace loopflow::test {

/// A run of letters as one call drew it: a line at most.
struct PaintedText {
    QString text;
    QRectF rect; ///< from the widget's top left; as high as letters without accents and tails
};

/// In the order in which they are painted.
QList<PaintedText> paintedTexts(QWidget *widget);

} // namespace loopflow::test
