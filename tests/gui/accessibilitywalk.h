// Walks what a screen reader sees and finds what it cannot name.
// Covers every page that a window has, also those added later: it knows roles, not widgets.
#pragma once

#include <QStringList>

class QWidget;

namespace loopflow::test {

/// A line for each visible control below `root` that has no name: its role, class and object name.
QStringList unnamedControls(QWidget *root);
/// The object names (else classes) of the widgets that Tab visits from the first one on, until it comes round.
QStringList tabOrder(QWidget *window);

} // namespace loopflow::test
