// The desktop's own notifications, with a click that leads back to a mate.
// Over D-Bus rather than the tray icon: that one has no place on every desktop, and says neither which of its messages
// was clicked nor asks for the click. Never waits for the desktop.
// Desktop Notifications Specification 1.2.
#pragma once

#include "core/mate/mate.h"

#include <QDBusConnection>
#include <QHash>
#include <QObject>

namespace loopflow {

class DesktopNotices final : public QObject {
    Q_OBJECT
public:
    explicit DesktopNotices(QDBusConnection bus = QDBusConnection::sessionBus(), QObject *parent = nullptr);

    /// `mate` is what a click leads to.
    void show(MateId mate, const QString &title, const QString &sentence);

Q_SIGNALS:
    void clicked(loopflow::MateId mate);
    /// The desktop shows no notifications.
    void refused(const QString &title, const QString &sentence);

private Q_SLOTS:
    void takeAction(uint id, const QString &action);
    void takeClosed(uint id, uint reason);

private:
    QDBusConnection m_bus;
    QHash<uint, MateId> m_shown;
};

} // namespace loopflow
