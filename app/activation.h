// The right to come to the front, as the desktop hands it to a process that it starts.
// A process that finds another one running passes it on, or else the desktop keeps the window back.
#pragma once

#include <QProcessEnvironment>
#include <QString>

class QWidget;

namespace loopflow {

struct Activation {
    QString token; ///< Wayland: XDG_ACTIVATION_TOKEN
    QString startupId; ///< X11: DESKTOP_STARTUP_ID
    bool operator==(const Activation &) const = default;
};
Activation activationFrom(const QProcessEnvironment &environment);
/// The X server's time (ms) of the click that began a start; 0: the id does not tell.
quint32 timeOf(const QString &startupId);

/// Shows the window where it is hidden or minimised, above others and with the keyboard's focus.
void bringToFront(QWidget *window, const Activation &activation);

} // namespace loopflow
