#include "ui/widgets/palette.h"

#include "ui/widgets/style.h"
#include "ui/widgets/type.h"

#include <QApplication>

#include <algorithm>
#include <array>
#include <cmath>

namespace loopflow {

namespace {

struct Shade {
    QRgb light;
    QRgb dark;
};

Shade shadeOf(ColorRole role)
{
    // clang-format off: a table
    switch (role) {
    case ColorRole::Pane: return {0xffffffff, 0xff232428};
    case ColorRole::Sidebar: return {0xffeeeef0, 0xff1b1c20};
    case ColorRole::Line: return {0xffd9d9dd, 0xff35363c};
    case ColorRole::Control: return {0xffffffff, 0xff292a2f};
    case ColorRole::ControlHover: return {0xfff4f4f6, 0xff313238};
    case ColorRole::ControlPressed: return {0xffe6e6ea, 0xff1f2024};
    case ColorRole::ControlBorder: return {0xffcfcfd5, 0xff3f4047};
    case ColorRole::Muted: return {0xff62656e, 0xff9da0a8};
    case ColorRole::Accent: return {0xff2f62d6, 0xff7aa2ff};
    case ColorRole::OnAccent: return {0xffffffff, 0xff10131c};
    case ColorRole::Selection: return {0xffe2e9fc, 0xff2b3653};
    case ColorRole::Hover: return {0xfff3f4f7, 0xff292a2f};
    case ColorRole::Online: return {0xff15753f, 0xff45c486};
    case ColorRole::Waiting: return {0xff8a5700, 0xffe3a94e};
    case ColorRole::Failed: return {0xffbe2a33, 0xfff48080};
    case ColorRole::Answering: return {0xff2a5cc9, 0xff7aa8ff};
    case ColorRole::Code: return {0xfff0f0f3, 0xff1b1c20};
    case ColorRole::Added: return {0xffd9f2e1, 0xff1f3f2d};
    case ColorRole::Removed: return {0xfffbe0e1, 0xff4a2729};
    case ColorRole::Found: return {0xfffcecb4, 0xff4d4320};
    case ColorRole::Mention: return {0xffe2e9fc, 0xff2b3653};
    case ColorRole::Spoiler: return {0xffc9cad1, 0xff45464e};
    case ColorRole::Step: return {0xffb9c4de, 0xff49556f};
    case ColorRole::SlowStep: return {0xfff0c886, 0xff8d6b2b};
    case ColorRole::LiveStep: return {0xff7aaee8, 0xff3b6dab};
    case ColorRole::OnAvatar: return {0xffffffff, 0xffffffff};
    }
    // clang-format on
    Q_UNREACHABLE();
}

constexpr QRgb lightText = 0xff1d1e22;
constexpr QRgb darkText = 0xffe6e7ea;
constexpr QRgb lightWindow = 0xfff6f6f6;
constexpr QRgb darkWindow = 0xff1e1f23;
constexpr QRgb lightDisabled = 0xffa4a6ad;
constexpr QRgb darkDisabled = 0xff63656d;

// OnAvatar's letters on each of these have a contrast of at least 4.5:1.
constexpr std::array<QRgb, 10> avatarColors{0xff7e57c2, 0xff1f7f74, 0xffa8611b, 0xffb8456b,
    0xff5b6474, 0xff3f63b8, 0xff4c7a34, 0xff8d4f9e, 0xffa84a3c, 0xff2f7391};

/// What follows from the desktop's accent in one of the schemes; invalid: ours.
struct Tint {
    QColor accent;
    QColor selection;
};

struct Desktop {
    std::optional<bool> dark;
    Tint light;
    Tint darkened;
};

Desktop &desktop()
{
    static Desktop known;
    return known;
}

bool desktopIsDark()
{
    // Before our own palette is set, the application's is the platform theme's.
    static const bool dark = isDark(QGuiApplication::palette());
    return desktop().dark.value_or(dark);
}

/// WCAG 2.1, "relative luminance".
double luminance(const QColor &colour)
{
    const auto linear = [](float part) {
        const double c = double(part);
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF())
        + 0.0722 * linear(colour.blueF());
}

double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

QColor mixed(const QColor &under, const QColor &over, float share)
{
    const auto part = [share](float a, float b) { return a + (b - a) * share; };
    return QColor::fromRgbF(part(under.redF(), over.redF()), part(under.greenF(), over.greenF()),
        part(under.blueF(), over.blueF()));
}

QColor own(ColorRole role, bool dark)
{
    const Shade shade = shadeOf(role);
    return QColor::fromRgba(dark ? shade.dark : shade.light);
}

/// A selected row in the accent's hue, no nearer to its text than our own selection is.
QColor selectionIn(const QColor &accent, bool dark)
{
    const double limit = luminance(own(ColorRole::Selection, dark));
    for (float share = 0.25F; share > 0.02F; share -= 0.01F) {
        const QColor tried = mixed(own(ColorRole::Pane, dark), accent, share);
        if (dark ? luminance(tried) <= limit : luminance(tried) >= limit)
            return tried;
    }
    return own(ColorRole::Selection, dark);
}

Tint tintOf(const QColor &wanted, bool dark)
{
    if (!wanted.isValid())
        return {};
    Tint tint{wanted, selectionIn(wanted, dark)};
    constexpr double readable = 4.5;
    float lightness = wanted.lightnessF();
    const auto isReadable = [&] {
        using enum ColorRole;
        for (const ColorRole role : {Pane, Sidebar, Hover, Code}) {
            if (contrast(tint.accent, own(role, dark)) < readable)
                return false;
        }
        return contrast(tint.accent, tint.selection) >= readable;
    };
    while (!isReadable() && (dark ? lightness < 1 : lightness > 0)) {
        lightness = qBound(0.0F, lightness + (dark ? 0.02F : -0.02F), 1.0F);
        tint.accent = QColor::fromHslF(
            qMax(0.0F, wanted.hslHueF()), wanted.hslSaturationF(), lightness);
        tint.selection = selectionIn(tint.accent, dark);
    }
    return tint;
}

} // namespace

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::Window).lightness() < 128;
}

QColor color(ColorRole role, const QPalette &palette)
{
    const bool dark = isDark(palette);
    const Tint &tint = dark ? desktop().darkened : desktop().light;
    if (tint.accent.isValid()) {
        if (role == ColorRole::Accent)
            return tint.accent;
        if (role == ColorRole::Selection || role == ColorRole::Mention)
            return tint.selection;
    }
    return own(role, dark);
}

void setDesktopScheme(const DesktopScheme &scheme)
{
    desktop() = {scheme.dark, tintOf(scheme.accent, false), tintOf(scheme.accent, true)};
}

QPalette paletteFor(Theme theme)
{
    const bool dark = theme == Theme::Dark || (theme == Theme::System && desktopIsDark());
    QPalette palette;
    palette.setColor(QPalette::Window, QColor::fromRgba(dark ? darkWindow : lightWindow));
    const auto named = [&](ColorRole role) { return color(role, palette); };
    const QColor text = QColor::fromRgba(dark ? darkText : lightText);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText,
             QPalette::HighlightedText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::Base, named(ColorRole::Pane));
    palette.setColor(QPalette::AlternateBase, named(ColorRole::Hover));
    palette.setColor(QPalette::Button, named(ColorRole::Control));
    palette.setColor(QPalette::ToolTipBase, named(ColorRole::Control));
    palette.setColor(QPalette::BrightText, named(ColorRole::Failed));
    palette.setColor(QPalette::Highlight, named(ColorRole::Selection));
    palette.setColor(QPalette::Link, named(ColorRole::Accent));
    palette.setColor(QPalette::LinkVisited, named(ColorRole::Accent));
    palette.setColor(QPalette::PlaceholderText, named(ColorRole::Muted));
    palette.setColor(QPalette::Light, named(ColorRole::ControlHover));
    palette.setColor(QPalette::Midlight, named(ColorRole::Line));
    palette.setColor(QPalette::Mid, named(ColorRole::Line));
    palette.setColor(QPalette::Dark, named(ColorRole::ControlBorder));
    palette.setColor(QPalette::Shadow, named(ColorRole::ControlBorder));
    const QColor disabled = QColor::fromRgba(dark ? darkDisabled : lightDisabled);
    for (const auto role :
        {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText})
        palette.setColor(QPalette::Disabled, role, disabled);
    return palette;
}

void applyTheme(Theme theme)
{
    const QPalette palette = paletteFor(theme);
    if (!qobject_cast<Style *>(QApplication::style())) {
        QApplication::setFont(bodyFont());
        QApplication::setStyle(new Style);
    }
    QApplication::setPalette(palette);
}

QColor nameColor(const QString &name)
{
    // Not qHash(): it may differ between runs and versions, and a mate keeps its colour.
    quint32 sum = 2166136261U;
    for (const QChar c : name)
        sum = (sum ^ c.unicode()) * 16777619U;
    return QColor::fromRgba(avatarColors[(sum ^ (sum >> 15)) % avatarColors.size()]);
}

} // namespace loopflow
