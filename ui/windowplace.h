// Where a window was and what it showed, kept over restarts in QSettings: geometry, splitters, page, filters.
// Window comfort only; nothing here matters to a mate.
#pragma once

#include <QStringList>

class QMainWindow;
class QSettings;
class QStackedWidget;
class QWidget;

namespace loopflow {

/// Everything in `window` that has an object name: its splitters and its filter fields (named "…Filter").
void savePlace(QSettings &settings, const QMainWindow &window, const QStackedWidget &pages);
/// Puts the window back where a screen still is, and never larger than it. Pages are known by object name; what
/// is not there any more is left as it is.
void restorePlace(const QSettings &settings, QMainWindow &window, QStackedWidget &pages);
/// Moves and shrinks a window's frame into what the screens show.
void bringOntoAScreen(QWidget &window);

} // namespace loopflow
