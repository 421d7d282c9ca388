#include "ui/widgets/tabstrip.h"

#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"

#include <QPainter>

namespace loopflow {

namespace {

constexpr int stripHeight = 34;
constexpr int underline = 2;
constexpr int gap = 18; // between the words of two tabs

} // namespace

TabStrip::TabStrip(QWidget *parent)
    : QTabBar(parent)
{
    setDrawBase(false);
    setExpanding(false);
    setUsesScrollButtons(false);
    setElideMode(Qt::ElideRight);
    setFont(bodyFont());
    setMouseTracking(true);
}

QSize TabStrip::tabSizeHint(int index) const
{
    // As wide as in the chosen tab's weight, so that nothing moves.
    return {QFontMetrics(strongFont()).horizontalAdvance(tabText(index)) + gap, stripHeight};
}

QSize TabStrip::minimumTabSizeHint(int index) const
{
    return {qMin(60, tabSizeHint(index).width()), stripHeight};
}

void TabStrip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QPoint pointer = mapFromGlobal(QCursor::pos());
    for (int i = 0; i < count(); ++i) {
        const bool chosen = i == currentIndex();
        const QRect place = tabRect(i);
        painter.setFont(chosen ? strongFont() : bodyFont());
        painter.setPen(chosen || (underMouse() && place.contains(pointer)) ? palette().color(QPalette::WindowText)
                                                                           : color(ColorRole::Muted, palette()));
        const QRect words = place.adjusted(gap / 2, 0, -gap / 2, 0);
        const QString text = painter.fontMetrics().elidedText(tabText(i), Qt::ElideRight, words.width() + 1);
        painter.drawText(words, Qt::AlignCenter, text);
        if (chosen)
            painter.fillRect(QRect(words.left(), height() - underline, words.width(), underline),
                color(ColorRole::Accent, palette()));
    }
}

} // namespace loopflow
