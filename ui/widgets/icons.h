// The window's icons: outline SVGs tinted from the palette when they are drawn.
// A change of theme or screen needs nothing to be rebuilt.
#pragma once

#include "ui/widgets/palette.h"

#include <QIcon>

namespace loopflow {

/// An icon of resources/icons by its name ("plus"), in the text's colour.
QIcon icon(const QString &name);
/// The same in a role's colour.
QIcon icon(const QString &name, ColorRole role);

} // namespace loopflow
