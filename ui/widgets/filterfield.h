// A field that narrows a list while one types, with its sign and its clear button.
// Both have names for screen readers, which Qt's own have not.
#pragma once

class QLineEdit;
class QString;
class QWidget;

namespace loopflow {

/// Name the object "…Filter": then what is typed comes back with the window.
QLineEdit *makeFilterField(const QString &objectName, const QString &accessibleName,
    const QString &placeholder, QWidget *parent);

} // namespace loopflow
