// The window's type scale and grid: four sizes of the system's fonts, steps of 4 px.
// Widgets take sizes from here, never from a literal.
#pragma once

#include <QFont>

namespace loopflow {

constexpr int gridStep = 4;
constexpr int insideControl = 8;
constexpr int betweenGroups = 12;
constexpr int paneEdge = 16;

/// The system's UI font, at least 13 px.
QFont bodyFont();
/// For times, counts and ids; digits of equal width where the font has them.
QFont metaFont();
QFont strongFont();
QFont titleFont(); ///< a pane's title
QFont displayFont(); ///< the one headline of an empty window
QFont codeFont(); ///< the system's fixed font

} // namespace loopflow
