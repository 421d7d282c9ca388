#include "tests/support/test.h"
#include "ui/widgets/palette.h"

#include <cmath>

using namespace loopflow;
using namespace Qt::StringLiterals;

class Palette : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void textCanBeReadOnEveryBackground_data();
    void textCanBeReadOnEveryBackground();
    void lettersCanBeReadOnEveryAvatar();
    void aNameKeepsItsColour();
    void lightAndDarkAreToldApart();
    void everyAccentOfADesktopCanBeRead_data();
    void everyAccentOfADesktopCanBeRead();
    void theDesktopsSchemeIsFollowed();
    void cleanup() { setDesktopScheme({}); }
};

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double c) {
        return c <= 0.03928 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF())
        + 0.0722 * linear(color.blueF());
}

/// WCAG 2.1, "contrast ratio".
double contrast(const QColor &a, const QColor &b)
{
    const auto [low, high] = std::minmax({luminance(a), luminance(b)});
    return (high + 0.05) / (low + 0.05);
}

} // namespace

void Palette::textCanBeReadOnEveryBackground_data()
{
    QTest::addColumn<int>("theme");
    QTest::newRow("light") << int(Theme::Light);
    QTest::newRow("dark") << int(Theme::Dark);
}

/// The first pair of a text and what it stands on that cannot be read; empty: none.
static QString unreadable(const QPalette &palette)
{
    using enum ColorRole;
    // Behind words of the text's own colour only.
    for (const ColorRole role : {Added, Removed, Found}) {
        const double ratio = contrast(palette.color(QPalette::Text), color(role, palette));
        if (ratio < 4.5)
            return u"text on role %1: %2"_s.arg(int(role)).arg(ratio);
    }
    QList<QColor> texts{palette.color(QPalette::Text), palette.color(QPalette::ButtonText)};
    for (const ColorRole role : {Muted, Accent, Online, Waiting, Failed, Answering})
        texts << color(role, palette);
    for (const ColorRole background : {Pane, Sidebar, Selection, Hover, Code}) {
        for (const QColor &text : std::as_const(texts)) {
            const double ratio = contrast(text, color(background, palette));
            if (ratio < 4.5)
                return u"%1 on role %2: %3"_s.arg(text.name()).arg(int(background)).arg(ratio);
        }
    }
    const double button = contrast(color(OnAccent, palette), color(Accent, palette));
    return button < 4.5 ? u"primary button: %1"_s.arg(button) : QString();
}

void Palette::textCanBeReadOnEveryBackground()
{
    QFETCH(int, theme);
    QCOMPARE(unreadable(paletteFor(Theme(theme))), QString());
}

void Palette::everyAccentOfADesktopCanBeRead_data()
{
    textCanBeReadOnEveryBackground_data();
}

void Palette::everyAccentOfADesktopCanBeRead()
{
    QFETCH(int, theme);
    const QPalette palette = paletteFor(Theme(theme));
    const QColor ours = color(ColorRole::Accent, palette);
    for (int hue = 0; hue < 360; hue += 15) {
        for (const int saturation : {0, 120, 255}) {
            for (const int lightness : {0, 60, 128, 200, 255}) {
                const QColor accent = QColor::fromHsl(hue, saturation, lightness);
                setDesktopScheme({{}, accent});
                const QString fault = unreadable(palette);
                QVERIFY2(fault.isEmpty(), qPrintable(accent.name() + u' ' + fault));
            }
        }
    }
    setDesktopScheme({{}, QColor::fromHsl(140, 200, 100)});
    QVERIFY(qAbs(color(ColorRole::Accent, palette).hslHue() - 140) < 6);
    setDesktopScheme({});
    QCOMPARE(color(ColorRole::Accent, palette), ours);
}

void Palette::theDesktopsSchemeIsFollowed()
{
    setDesktopScheme({true, {}});
    QVERIFY(isDark(paletteFor(Theme::System)));
    QVERIFY(!isDark(paletteFor(Theme::Light)));
    setDesktopScheme({false, {}});
    QVERIFY(!isDark(paletteFor(Theme::System)));
}

void Palette::lettersCanBeReadOnEveryAvatar()
{
    QSet<QRgb> seen;
    for (int i = 0; i < 500; ++i) {
        const QColor colour = nameColor(u"mate %1"_s.arg(i));
        seen.insert(colour.rgb());
        QVERIFY2(contrast(color(ColorRole::OnAvatar, paletteFor(Theme::Light)), colour) >= 4.5,
            qPrintable(colour.name()));
    }
    QCOMPARE(seen.size(), 10);
}

void Palette::aNameKeepsItsColour()
{
    QCOMPARE(nameColor(u"Maya"_s), nameColor(u"Maya"_s));
    QVERIFY(nameColor(u"Maya"_s) != nameColor(u"Merlin"_s));
}

void Palette::lightAndDarkAreToldApart()
{
    QVERIFY(!isDark(paletteFor(Theme::Light)));
    QVERIFY(isDark(paletteFor(Theme::Dark)));
    QVERIFY(color(ColorRole::Pane, paletteFor(Theme::Light))
        != color(ColorRole::Pane, paletteFor(Theme::Dark)));
}

LOOPFLOW_TEST(Palette)
#include "tst_palette.moc"
