#include "ui/widgets/style.h"

#include "ui/widgets/icons.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/type.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QComboBox>
#include <QGuiApplication>
#include <QLineEdit>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>

namespace loopflow {

namespace {

constexpr char primaryProperty[] = "primary";
constexpr qreal cornerRadius = 5;
constexpr int scrollBarWidth = 10;
constexpr int fieldHeight = 28;
constexpr int fieldInset = 5;
constexpr int iconGap = 8;

bool isPrimary(const QWidget *widget)
{
    return widget && widget->property(primaryProperty).toBool();
}

void drawBox(
    QPainter *painter, const QRect &rect, const QColor &face, const QColor &border, qreal width = 1)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(border.isValid() ? QPen(border, width) : QPen(Qt::NoPen));
    painter->setBrush(face);
    const qreal inset = width / 2;
    painter->drawRoundedRect(
        QRectF(rect).adjusted(inset, inset, -inset, -inset), cornerRadius, cornerRadius);
    painter->restore();
}

void drawButton(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const QPalette &palette = option->palette;
    const bool down = option->state & (QStyle::State_Sunken | QStyle::State_On);
    const bool over = option->state & QStyle::State_MouseOver;
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool focus = (option->state & QStyle::State_HasFocus)
        && (option->state & QStyle::State_KeyboardFocusChange);
    const QColor accent = color(ColorRole::Accent, palette);
    if (isPrimary(widget) && enabled) {
        const QColor face = down ? accent.darker(112) : over ? accent.lighter(106) : accent;
        drawBox(painter, option->rect, face, focus ? palette.color(QPalette::Text) : QColor(),
            focus ? 2 : 1);
        return;
    }
    const ColorRole face = down ? ColorRole::ControlPressed
        : over && enabled       ? ColorRole::ControlHover
                                : ColorRole::Control;
    drawBox(painter, option->rect, color(face, palette),
        focus ? accent : color(ColorRole::ControlBorder, palette), focus ? 2 : 1);
}

void drawButtonLabel(
    const QStyle *style, const QStyleOptionButton &button, QPainter *painter, const QWidget *widget)
{
    const bool enabled = button.state & QStyle::State_Enabled;
    QPalette palette = button.palette;
    if (isPrimary(widget) && enabled)
        palette.setColor(QPalette::ButtonText, color(ColorRole::OnAccent, palette));
    QRect rect = button.rect;
    if (!button.icon.isNull()) {
        const int text = button.fontMetrics.size(Qt::TextShowMnemonic, button.text).width();
        const int width = button.iconSize.width() + (button.text.isEmpty() ? 0 : iconGap + text);
        const QRect place(rect.center().x() - width / 2, rect.top(), width, rect.height());
        const QRect picture(place.topLeft(), QSize(button.iconSize.width(), rect.height()));
        button.icon.paint(
            painter, picture, Qt::AlignCenter, enabled ? QIcon::Normal : QIcon::Disabled);
        rect = place.adjusted(button.iconSize.width() + iconGap, 0, 0, 0);
    }
    style->drawItemText(painter, rect, Qt::AlignCenter | Qt::TextHideMnemonic, palette, enabled,
        button.text, QPalette::ButtonText);
}

void drawField(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const bool focus = option->state & QStyle::State_HasFocus;
    const bool enabled = option->state & QStyle::State_Enabled;
    drawBox(painter, option->rect, palette.color(enabled ? QPalette::Base : QPalette::Window),
        color(focus ? ColorRole::Accent : ColorRole::ControlBorder, palette), focus ? 1.5 : 1);
}

void drawCheckBox(const QStyleOption *option, QPainter *painter)
{
    const QPalette &palette = option->palette;
    const bool on = option->state & QStyle::State_On;
    const bool focus = option->state & QStyle::State_HasFocus;
    const QColor accent = color(ColorRole::Accent, palette);
    drawBox(painter, option->rect, on ? accent : palette.color(QPalette::Base),
        on || focus ? accent : color(ColorRole::ControlBorder, palette));
    if (on)
        icon(QStringLiteral("check"), ColorRole::OnAccent)
            .paint(painter, option->rect.adjusted(1, 1, -1, -1));
}

void drawMenuBar(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    painter->fillRect(option->rect, color(ColorRole::Sidebar, option->palette));
    const int bottom = widget ? widget->rect().bottom() : option->rect.bottom();
    painter->setPen(color(ColorRole::Line, option->palette));
    painter->drawLine(option->rect.left(), bottom, option->rect.right(), bottom);
}

void drawScrollBar(const QStyleOptionSlider *option, QPainter *painter, const QRect &slider)
{
    if (option->minimum == option->maximum)
        return;
    const bool active = option->state & (QStyle::State_MouseOver | QStyle::State_Sunken);
    QColor handle = option->palette.color(QPalette::Text);
    handle.setAlphaF(active ? 0.45F : 0.22F);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(handle);
    painter->drawRoundedRect(slider.adjusted(2, 2, -2, -2), 3, 3);
    painter->restore();
}

} // namespace

void makePrimary(QPushButton *button)
{
    button->setProperty(primaryProperty, true);
}

Style::Style()
    : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion")))
{
}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    if (element == PE_PanelButtonCommand) {
        drawButton(option, painter, widget);
    } else if (element == PE_PanelLineEdit) {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        // A combo box or spin box has drawn the field around its own line edit already.
        if (frame && frame->lineWidth > 0)
            drawField(option, painter);
    } else if (element == PE_PanelStatusBar) {
        painter->fillRect(option->rect, color(ColorRole::Sidebar, option->palette));
        painter->setPen(color(ColorRole::Line, option->palette));
        painter->drawLine(option->rect.topLeft(), option->rect.topRight());
    } else if (element == PE_FrameStatusBarItem) {
        return;
    } else if (element == PE_FrameLineEdit || element == PE_FrameFocusRect) {
        return;
    } else if (element == PE_IndicatorCheckBox) {
        drawCheckBox(option, painter);
    } else if (element == PE_Frame && qobject_cast<const QPlainTextEdit *>(widget)) {
        drawBox(painter, option->rect, option->palette.color(QPalette::Base),
            color(widget->hasFocus() ? ColorRole::Accent : ColorRole::ControlBorder,
                option->palette));
    } else {
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawControl(ControlElement element, const QStyleOption *option, QPainter *painter,
    const QWidget *widget) const
{
    if (const auto *button = qstyleoption_cast<const QStyleOptionButton *>(option);
        button && element == CE_PushButtonLabel) {
        drawButtonLabel(this, *button, painter, widget);
    } else if (element == CE_Splitter) {
        painter->fillRect(option->rect, color(ColorRole::Line, option->palette));
    } else if (element == CE_MenuBarEmptyArea) {
        drawMenuBar(option, painter, widget);
    } else if (element == CE_MenuBarItem) {
        const auto *item = qstyleoption_cast<const QStyleOptionMenuItem *>(option);
        drawMenuBar(option, painter, widget);
        if (option->state & State_Selected)
            drawBox(painter, option->rect.adjusted(1, 4, -1, -4),
                color(ColorRole::Selection, option->palette), {});
        // The letters to press show while Alt is down, as on other desktops.
        const bool alt = QGuiApplication::keyboardModifiers() & Qt::AltModifier;
        drawItemText(painter, option->rect,
            Qt::AlignCenter | (alt ? Qt::TextShowMnemonic : Qt::TextHideMnemonic), option->palette,
            option->state & State_Enabled, item->text, QPalette::WindowText);
    } else {
        QProxyStyle::drawControl(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option,
    QPainter *painter, const QWidget *widget) const
{
    if (const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
        bar && control == CC_ScrollBar) {
        drawScrollBar(
            bar, painter, subControlRect(CC_ScrollBar, option, SC_ScrollBarSlider, widget));
    } else if (const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
               combo && control == CC_ComboBox) {
        drawField(option, painter);
        const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        QRect mark(0, 0, 14, 14);
        mark.moveCenter(arrow.center() - QPoint(gridStep / 2, 0));
        icon(QStringLiteral("chevron-down"), ColorRole::Muted)
            .paint(painter, mark, Qt::AlignCenter,
                combo->state & State_Enabled ? QIcon::Normal : QIcon::Disabled);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option,
    SubControl sub, const QWidget *widget) const
{
    const auto *bar = qstyleoption_cast<const QStyleOptionSlider *>(option);
    if (control == CC_ComboBox && sub == SC_ComboBoxEditField) {
        const QRect room = QProxyStyle::subControlRect(control, option, sub, widget);
        return option->direction == Qt::RightToLeft ? room.adjusted(0, 0, -fieldInset, 0)
                                                    : room.adjusted(fieldInset, 0, 0, 0);
    }
    if (control != CC_ScrollBar || !bar)
        return QProxyStyle::subControlRect(control, option, sub, widget);
    // No arrow buttons: the groove is the whole bar.
    const QRect &all = bar->rect;
    const bool upright = bar->orientation == Qt::Vertical;
    const int length = upright ? all.height() : all.width();
    const qint64 range = qint64(bar->maximum) - bar->minimum;
    int handle = length;
    if (range > 0)
        handle = qBound(24,
            int(length * qint64(bar->pageStep) / qMax<qint64>(1, range + bar->pageStep)), length);
    const int start = sliderPositionFromValue(
        bar->minimum, bar->maximum, bar->sliderPosition, length - handle, bar->upsideDown);
    const auto part = [&](int from, int size) {
        return upright ? QRect(all.left(), all.top() + from, all.width(), size)
                       : QRect(all.left() + from, all.top(), size, all.height());
    };
    switch (sub) {
    case SC_ScrollBarSlider:
        return part(start, handle);
    case SC_ScrollBarSubPage:
        return part(0, start);
    case SC_ScrollBarAddPage:
        return part(start + handle, length - start - handle);
    case SC_ScrollBarGroove:
        return all;
    default:
        return {};
    }
}

QRect Style::subElementRect(
    SubElement element, const QStyleOption *option, const QWidget *widget) const
{
    const QRect rect = QProxyStyle::subElementRect(element, option, widget);
    const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
    if (element == SE_LineEditContents && frame && frame->lineWidth > 0)
        return rect.adjusted(fieldInset, 0, -fieldInset, 0);
    return rect;
}

QSize Style::sizeFromContents(
    ContentsType type, const QStyleOption *option, const QSize &size, const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_PushButton || type == CT_LineEdit || type == CT_ComboBox)
        result.setHeight(qMax(result.height(), fieldHeight));
    if (type == CT_ComboBox)
        result.rwidth() += 2 * fieldInset;
    if (type == CT_PushButton)
        result.setWidth(qMax(size.width() + 24, 40));
    if (type == CT_MenuBarItem)
        result += QSize(8, 10);
    return result;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_ScrollBarExtent:
        return scrollBarWidth;
    case PM_SplitterWidth:
        return 1;
    case PM_ButtonShiftHorizontal:
    case PM_ButtonShiftVertical:
        return 0;
    case PM_ButtonIconSize:
    case PM_SmallIconSize:
        return 16;
    case PM_MessageBoxIconSize:
        return 24;
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
        return 16;
    case PM_MenuBarPanelWidth:
        return 0;
    case PM_DefaultFrameWidth:
        // Room for the rounded corners, which the text would cover.
        return qobject_cast<const QPlainTextEdit *>(widget)
            ? 3
            : QProxyStyle::pixelMetric(metric, option, widget);
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
    QStyleHintReturn *result) const
{
    if (hint == SH_ComboBox_Popup || hint == SH_EtchDisabledText
        || hint == SH_DialogButtonBox_ButtonsHaveIcons)
        return 0;
    return QProxyStyle::styleHint(hint, option, widget, result);
}

QIcon Style::standardIcon(
    StandardPixmap which, const QStyleOption *option, const QWidget *widget) const
{
    switch (which) {
    case SP_MessageBoxQuestion:
    case SP_MessageBoxInformation:
        return icon(QStringLiteral("circle-question-mark"), ColorRole::Muted);
    case SP_MessageBoxWarning:
        return icon(QStringLiteral("circle-alert"), ColorRole::Waiting);
    case SP_MessageBoxCritical:
        return icon(QStringLiteral("circle-alert"), ColorRole::Failed);
    default:
        return QProxyStyle::standardIcon(which, option, widget);
    }
}

void Style::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (qobject_cast<QAbstractButton *>(widget) || qobject_cast<QScrollBar *>(widget)
        || qobject_cast<QLineEdit *>(widget) || qobject_cast<QComboBox *>(widget))
        widget->setAttribute(Qt::WA_Hover);
}

} // namespace loopflow
