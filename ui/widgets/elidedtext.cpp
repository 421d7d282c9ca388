#include "ui/widgets/elidedtext.h"

#include "ui/widgets/place.h"

#include <QEvent>

namespace loopflow {

namespace {

constexpr int leastWidth = 40;

} // namespace

ElidedText::ElidedText(const QFont &font, QWidget *parent)
    : QLabel(parent)
{
    setFont(font);
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

ElidedText::ElidedText(const QFont &font, ColorRole role, QWidget *parent)
    : ElidedText(font, parent)
{
    m_role = role;
}

QSize ElidedText::sizeHint() const
{
    return QLabel::sizeHint() + QSize(1, 0); // an advance is rounded
}

QSize ElidedText::minimumSizeHint() const
{
    return {qMin(leastWidth, sizeHint().width()), sizeHint().height()};
}

QString ElidedText::shown() const
{
    return fontMetrics().elidedText(text(), Qt::ElideRight, contentsRect().width());
}

bool ElidedText::event(QEvent *event)
{
    if (event->type() == QEvent::ToolTip)
        setToolTip(shown() == text() ? QString() : text());
    return QLabel::event(event);
}

void ElidedText::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setPen(m_role ? color(*m_role, palette()) : palette().color(QPalette::WindowText));
    Place{contentsRect(), layoutDirection()}.drawLine(painter, contentsRect(), shown());
}

} // namespace loopflow
