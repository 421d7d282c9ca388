// Looks at a window as a person of another language does: is it all translated, and does it all fit?
// Knows kinds of widgets, not single ones, so that it holds for pages that come later.
#pragma once

#include <QStringList>

class QWidget;

namespace loopflow::test {

struct Data;

/// The texts of a window that nobody translated, each with where it stands: what is painted, and what tooltips,
/// screen readers, lists and menus would say.
QStringList untranslatedTexts(QWidget *window, const Data &data);
/// The texts that are cut at an edge, shortened with nothing that tells them whole, or painted over one another.
QStringList clippedTexts(QWidget *window);

} // namespace loopflow::test
