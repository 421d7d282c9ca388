#include "ui/widgets/systemscheme.h"

#include <QDBusArgument>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>
#include <QStyleHints>

namespace loopflow {

namespace {

const QString portal = QStringLiteral("org.freedesktop.portal.Desktop");
const QString path = QStringLiteral("/org/freedesktop/portal/desktop");
const QString settings = QStringLiteral("org.freedesktop.portal.Settings");
const QString appearance = QStringLiteral("org.freedesktop.appearance");
const QString schemeKey = QStringLiteral("color-scheme");
const QString accentKey = QStringLiteral("accent-color");

/// The portal's Read() wraps its answer twice.
QVariant unwrapped(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value;
}

/// Three numbers from 0 to 1; anything else is "not set".
QColor accentOf(const QVariant &value)
{
    if (!value.canConvert<QDBusArgument>())
        return {};
    const auto argument = value.value<QDBusArgument>();
    if (argument.currentSignature() != QStringLiteral("(ddd)"))
        return {};
    double parts[3] = {};
    argument.beginStructure();
    argument >> parts[0] >> parts[1] >> parts[2];
    argument.endStructure();
    for (const double part : parts) {
        if (!(part >= 0 && part <= 1))
            return {};
    }
    return QColor::fromRgbF(float(parts[0]), float(parts[1]), float(parts[2]));
}

} // namespace

SystemScheme::SystemScheme(QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    const auto follow = [this](Qt::ColorScheme scheme) {
        DesktopScheme now = m_scheme;
        now.dark.reset();
        if (scheme != Qt::ColorScheme::Unknown)
            now.dark = scheme == Qt::ColorScheme::Dark;
        set(now);
    };
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this, follow);
    follow(QGuiApplication::styleHints()->colorScheme());
#endif
    if (!m_bus.isConnected())
        return;
    // Qt D-Bus finds a slot by the names of its types, and nobody may have used this one yet.
    qRegisterMetaType<QDBusVariant>();
    // Without a bus daemon between them, peers have no names.
    const QString from = m_bus.baseService().isEmpty() ? QString() : portal;
    m_bus.connect(from, path, settings, QStringLiteral("SettingChanged"), this,
        SLOT(take(QString,QString,QDBusVariant)));
    ask(schemeKey);
    ask(accentKey);
}

void SystemScheme::ask(const QString &key)
{
    QDBusMessage call =
        QDBusMessage::createMethodCall(portal, path, settings, QStringLiteral("Read"));
    call << appearance << key;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
        [this, key](QDBusPendingCallWatcher *done) {
            const QDBusPendingReply<QDBusVariant> answer = *done;
            if (!answer.isError())
                take(appearance, key, answer.value());
            done->deleteLater();
        });
}

void SystemScheme::take(const QString &space, const QString &key, const QDBusVariant &value)
{
    if (space != appearance)
        return;
    const QVariant content = unwrapped(value.variant());
    DesktopScheme now = m_scheme;
    if (key == schemeKey) {
        // 1: dark is wanted, 2: light is; 0: the desktop does not mind.
        const uint wanted = content.toUInt();
        now.dark.reset();
        if (wanted == 1 || wanted == 2)
            now.dark = wanted == 1;
    } else if (key == accentKey) {
        now.accent = accentOf(content);
    }
    set(now);
}

void SystemScheme::set(const DesktopScheme &scheme)
{
    if (m_scheme == scheme)
        return;
    m_scheme = scheme;
    Q_EMIT changed();
}

} // namespace loopflow
