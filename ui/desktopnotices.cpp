#include "ui/desktopnotices.h"

#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QGuiApplication>

namespace loopflow {

namespace {

const QString service = QStringLiteral("org.freedesktop.Notifications");
const QString path = QStringLiteral("/org/freedesktop/Notifications");
const QString defaultAction = QStringLiteral("default");
constexpr int untilTheDesktopThinks = -1;

} // namespace

DesktopNotices::DesktopNotices(QDBusConnection bus, QObject *parent)
    : QObject(parent)
    , m_bus(std::move(bus))
{
    if (!m_bus.isConnected())
        return;
    // Without a bus daemon between them, peers have no names.
    const QString from = m_bus.baseService().isEmpty() ? QString() : service;
    m_bus.connect(from, path, service, QStringLiteral("ActionInvoked"), this,
        SLOT(takeAction(uint,QString)));
    m_bus.connect(from, path, service, QStringLiteral("NotificationClosed"), this,
        SLOT(takeClosed(uint,uint)));
}

void DesktopNotices::show(MateId mate, const QString &title, const QString &sentence)
{
    if (!m_bus.isConnected()) {
        Q_EMIT refused(title, sentence);
        return;
    }
    QVariantMap hints{{QStringLiteral("urgency"), QVariant::fromValue(uchar(1))}};
    if (const QString entry = QGuiApplication::desktopFileName(); !entry.isEmpty())
        hints.insert(QStringLiteral("desktop-entry"), entry);
    QDBusMessage call =
        QDBusMessage::createMethodCall(service, path, service, QStringLiteral("Notify"));
    call << QStringLiteral("Loopflow") << uint(0) << QStringLiteral("loopflow") << title
         << sentence.toHtmlEscaped() << QStringList{defaultAction, tr("Show")} << hints
         << untilTheDesktopThinks;
    auto *watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this,
        [this, mate, title, sentence](QDBusPendingCallWatcher *done) {
            const QDBusPendingReply<uint> answer = *done;
            if (answer.isError())
                Q_EMIT refused(title, sentence);
            else
                m_shown.insert(answer.value(), mate);
            done->deleteLater();
        });
}

void DesktopNotices::takeAction(uint id, const QString &action)
{
    if (action == defaultAction && m_shown.contains(id))
        Q_EMIT clicked(m_shown.take(id));
}

void DesktopNotices::takeClosed(uint id, uint reason)
{
    Q_UNUSED(reason)
    m_shown.remove(id);
}

} // namespace loopflow
