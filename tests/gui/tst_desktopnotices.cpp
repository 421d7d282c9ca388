#include "tests/gui/peerbus.h"
#include "tests/support/test.h"
#include "ui/desktopnotices.h"

#include <QSignalSpy>
#include <QVariantMap>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

/// A desktop that shows notifications.
class NotificationService : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.Notifications")
public:
    QStringList shown;
    QStringList actions;

public Q_SLOTS:
    uint Notify(const QString &app, uint replaces, const QString &icon, const QString &title, const QString &body,
        const QStringList &offered, const QVariantMap &hints, int timeout)
    {
        Q_UNUSED(app)
        Q_UNUSED(replaces)
        Q_UNUSED(icon)
        Q_UNUSED(hints)
        Q_UNUSED(timeout)
        shown << title + u'|' + body;
        actions = offered;
        return uint(shown.size());
    }

Q_SIGNALS:
    void ActionInvoked(uint id, const QString &action);
    void NotificationClosed(uint id, uint reason);
};

class DesktopNoticesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aClickLeadsToTheMate();
    void saysWhereThereIsNoDesktop();
};

void DesktopNoticesTest::aClickLeadsToTheMate()
{
    NotificationService service;
    const PeerBus bus(u"/org/freedesktop/Notifications"_s, &service);
    QTRY_VERIFY(bus.isUp());
    DesktopNotices notices(bus.client());
    QSignalSpy clicked(&notices, &DesktopNotices::clicked);
    notices.show(MateId{7}, u"Maya needs you"_s, u"a <b> & c"_s);
    QTRY_COMPARE(service.shown, QStringList{u"Maya needs you|a &lt;b&gt; &amp; c"_s});
    QCOMPARE(service.actions.value(0), u"default"_s);
    notices.show(MateId{8}, u"Merlin needs you"_s, u"x"_s);
    QTRY_COMPARE(service.shown.size(), 2);
    Q_EMIT service.ActionInvoked(99, u"default"_s); // another program's
    Q_EMIT service.NotificationClosed(2, 1);
    Q_EMIT service.ActionInvoked(2, u"default"_s);
    Q_EMIT service.ActionInvoked(1, u"default"_s);
    QTRY_COMPARE(clicked.size(), 1);
    QCOMPARE(clicked.first().first().value<MateId>(), MateId{7});
}

void DesktopNoticesTest::saysWhereThereIsNoDesktop()
{
    DesktopNotices notices(QDBusConnection(u"never-connected"_s));
    QSignalSpy refused(&notices, &DesktopNotices::refused);
    notices.show({}, u"a"_s, u"b"_s);
    QCOMPARE(refused.size(), 1);
    QObject silent;
    const PeerBus bus(u"/elsewhere"_s, &silent);
    QTRY_VERIFY(bus.isUp());
    DesktopNotices others(bus.client());
    QSignalSpy alsoRefused(&others, &DesktopNotices::refused);
    others.show({}, u"a"_s, u"b"_s);
    QTRY_COMPARE(alsoRefused.size(), 1);
}

LOOPFLOW_TEST(DesktopNoticesTest)
#include "tst_desktopnotices.moc"
