#include "ui/widgets/panes.h"

#include "ui/widgets/type.h"

#include <QEvent>
#include <QGuiApplication>
#include <QPainter>
#include <QStyle>

namespace loopflow {

namespace {

/// Refills a widget's background when the application's palette changes.
class Filler final : public QObject {
public:
    Filler(QWidget *widget, ColorRole role)
        : QObject(widget)
        , m_widget(widget)
        , m_role(role)
    {
        widget->installEventFilter(this);
        fill();
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::PaletteChange && !m_filling)
            fill();
        return QObject::eventFilter(watched, event);
    }

private:
    void fill()
    {
        m_filling = true;
        QPalette palette = m_widget->palette();
        const QColor wanted = color(m_role, QGuiApplication::palette());
        palette.setColor(QPalette::Base, wanted);
        palette.setColor(QPalette::Window, wanted);
        m_widget->setPalette(palette);
        m_filling = false;
    }

    QWidget *m_widget;
    ColorRole m_role;
    bool m_filling = false;
};

} // namespace

Text::Text(const QString &text, const QFont &font, QWidget *parent)
    : QLabel(text, parent)
{
    setFont(font);
    setTextFormat(Qt::PlainText);
    // A name in other letters than the window's still begins where its label does.
    setAlignment(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter) | Qt::AlignAbsolute);
}

Text::Text(const QString &text, const QFont &font, ColorRole role, QWidget *parent)
    : Text(text, font, parent)
{
    setRole(role);
}

void Text::setRole(ColorRole role)
{
    m_role = role;
    tint();
}

void Text::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && !m_tinting)
        tint();
}

void Text::clearRole()
{
    m_role.reset();
    m_tinting = true;
    setPalette({});
    m_tinting = false;
}

void Text::tint()
{
    if (!m_role)
        return;
    m_tinting = true;
    QPalette own;
    own.setColor(QPalette::WindowText, color(*m_role, QGuiApplication::palette()));
    setPalette(own);
    m_tinting = false;
}

Surface::Surface(ColorRole role, Qt::Edges lines, QWidget *parent, Corners corners)
    : QWidget(parent)
    , m_role(role)
    , m_lines(lines)
    , m_corners(corners)
{
}

void Surface::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const QColor line = color(ColorRole::Line, palette());
    if (m_corners == Rounded) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(line);
        painter.setBrush(color(m_role, palette()));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
        return;
    }
    painter.fillRect(rect(), color(m_role, palette()));
    painter.setPen(line);
    if (m_lines & Qt::TopEdge)
        painter.drawLine(rect().topLeft(), rect().topRight());
    if (m_lines & Qt::BottomEdge)
        painter.drawLine(rect().bottomLeft(), rect().bottomRight());
    if (m_lines & Qt::LeftEdge)
        painter.drawLine(rect().topLeft(), rect().bottomLeft());
    if (m_lines & Qt::RightEdge)
        painter.drawLine(rect().topRight(), rect().bottomRight());
}

ElidedText *makeCaption(const QString &text, QWidget *parent)
{
    QFont font = metaFont();
    font.setWeight(QFont::DemiBold);
    font.setCapitalization(QFont::AllUppercase);
    font.setLetterSpacing(QFont::AbsoluteSpacing, 0.4);
    auto *caption = new ElidedText(font, ColorRole::Muted, parent);
    caption->setText(text);
    caption->setContentsMargins(betweenGroups, 0, betweenGroups, 0);
    caption->setFixedHeight(32);
    return caption;
}

void fillWith(QWidget *widget, ColorRole role)
{
    new Filler(widget, role);
}

} // namespace loopflow
