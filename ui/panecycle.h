// F6: the next pane of a window, in the order in which people read them.
// Knows panes by the splitters between them, so that a new page needs nothing to take part.
#pragma once

class QWidget;

namespace loopflow {

/// What gets the focus when a person goes on to the next pane inside `root`, or back; null: there is nothing.
/// A pane gives it to whatever had it there last.
QWidget *focusOfNextPane(QWidget *root, bool forward);

} // namespace loopflow
