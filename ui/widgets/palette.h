// The two palettes, light and dark, over the same roles; the only place of the window that names a
// colour. Colours carry meaning, and never alone: a word or a shape stands beside each.
#pragma once

#include <QColor>
#include <QPalette>

#include <optional>

namespace loopflow {

/// What a colour means, besides QPalette's own roles. Text roles have a contrast of 4.5:1 on Pane
/// and Sidebar.
enum class ColorRole {
    Pane, ///< behind lists and conversations
    Sidebar, ///< behind the mate list, the status bar and dialogs' feet
    Line, ///< one pixel between panes
    Control, ///< a button's face
    ControlHover,
    ControlPressed,
    ControlBorder,
    Muted, ///< text: times, counts, second lines
    Accent, ///< the primary button, links, focus
    OnAccent, ///< text on Accent
    Selection, ///< a selected row
    Hover, ///< the row under the pointer
    Online, ///< text: green
    Waiting, ///< text: amber
    Failed, ///< text: red
    Answering, ///< text: blue
    Code, ///< behind code
    Added, ///< behind words that are new; they are underlined, too
    Removed, ///< behind words that are gone; they are struck through, too
    Found, ///< behind what a search found
    Mention, ///< behind a mention; its text is Accent
    Spoiler, ///< covers a spoiler
    Step, ///< a bar on a time axis
    SlowStep, ///< the longest of them; it is named, too
    LiveStep, ///< one that goes on
    OnAvatar, ///< letters on a nameColor()
};

enum class Theme { System, Light, Dark };

/// What the desktop wants; what it does not say is left to us.
struct DesktopScheme {
    std::optional<bool> dark;
    QColor accent; ///< invalid: not said
    bool operator==(const DesktopScheme &) const = default;
};
/// From the next applyTheme() on. The accent is taken as near to the desktop's as text in it can
/// still be read on every background (4.5:1).
void setDesktopScheme(const DesktopScheme &scheme);

/// The colour of a role in the palette's scheme, light or dark.
QColor color(ColorRole role, const QPalette &palette);
bool isDark(const QPalette &palette);
/// The palette of a scheme; Theme::System is the desktop's, as far as it is known.
QPalette paletteFor(Theme theme);
/// Sets style, palette and font of the whole application.
void applyTheme(Theme theme);

/// A colour for an avatar, drawn from the name: the same name, the same colour, readable under
/// white letters.
QColor nameColor(const QString &name);

} // namespace loopflow
