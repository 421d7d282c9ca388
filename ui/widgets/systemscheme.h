// Follows the desktop's colour scheme and accent: the settings portal's over D-Bus, and Qt's own where it has one.
// Asks without waiting: the first frame is drawn before an answer comes, and a desktop without a portal costs nothing.
// org.freedesktop.portal.Settings, namespace org.freedesktop.appearance (color-scheme, accent-color).
#pragma once

#include "ui/widgets/palette.h"

#include <QDBusConnection>
#include <QDBusVariant>
#include <QObject>

namespace loopflow {

class SystemScheme final : public QObject {
    Q_OBJECT
public:
    explicit SystemScheme(QDBusConnection bus = QDBusConnection::sessionBus(), QObject *parent = nullptr);
    /// What is known by now.
    const DesktopScheme &scheme() const { return m_scheme; }

Q_SIGNALS:
    void changed();

private Q_SLOTS:
    void take(const QString &space, const QString &key, const QDBusVariant &value);

private:
    void ask(const QString &key);
    void set(const DesktopScheme &scheme);

    QDBusConnection m_bus;
    DesktopScheme m_scheme;
};

} // namespace loopflow
