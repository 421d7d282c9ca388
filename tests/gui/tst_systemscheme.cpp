#include "tests/gui/peerbus.h"
#include "tests/support/test.h"
#include "ui/widgets/systemscheme.h"

#include <QDBusArgument>
#include <QDBusMetaType>
#include <QDBusVariant>
#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

struct Rgb {
    double red = 0;
    double green = 0;
    double blue = 0;
};
Q_DECLARE_METATYPE(Rgb)

QDBusArgument &operator<<(QDBusArgument &argument, const Rgb &rgb)
{
    argument.beginStructure();
    argument << rgb.red << rgb.green << rgb.blue;
    argument.endStructure();
    return argument;
}

const QDBusArgument &operator>>(const QDBusArgument &argument, Rgb &rgb)
{
    argument.beginStructure();
    argument >> rgb.red >> rgb.green >> rgb.blue;
    argument.endStructure();
    return argument;
}

/// A desktop that has settings.
class SettingsPortal : public QObject {
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint scheme = 0;
    Rgb accent{-1, -1, -1};

public Q_SLOTS:
    QDBusVariant Read(const QString &space, const QString &key) // NOLINT: the portal's name
    {
        if (space != u"org.freedesktop.appearance")
            return {};
        const QVariant value = key == u"color-scheme" ? QVariant(scheme) : QVariant::fromValue(accent);
        return QDBusVariant(QVariant::fromValue(QDBusVariant(value)));
    }

Q_SIGNALS:
    void SettingChanged(const QString &space, const QString &key, const QDBusVariant &value);
};

class SystemSchemeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qDBusRegisterMetaType<Rgb>(); }
    void asksAtTheStartAndFollows();
    void whatIsNotSetIsLeftToUs();
    void aDesktopWithoutAPortalChangesNothing();
};

void SystemSchemeTest::asksAtTheStartAndFollows()
{
    SettingsPortal portal;
    portal.scheme = 1;
    portal.accent = {1, 0.5, 0};
    const PeerBus bus(u"/org/freedesktop/portal/desktop"_s, &portal);
    QTRY_VERIFY(bus.isUp());
    const SystemScheme scheme(bus.client());
    QCOMPARE(scheme.scheme(), DesktopScheme{}); // it does not wait
    QTRY_VERIFY(scheme.scheme().accent.isValid());
    QCOMPARE(scheme.scheme().dark, std::optional(true));
    QCOMPARE(scheme.scheme().accent.rgb(), QColor::fromRgbF(1, 0.5F, 0).rgb());
    Q_EMIT portal.SettingChanged(
        u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(QVariant(2U)));
    QTRY_COMPARE(scheme.scheme().dark, std::optional(false));
    Q_EMIT portal.SettingChanged(u"org.gnome"_s, u"color-scheme"_s, QDBusVariant(QVariant(1U)));
    Q_EMIT portal.SettingChanged(
        u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(QVariant(0U)));
    QTRY_VERIFY(!scheme.scheme().dark);
}

void SystemSchemeTest::whatIsNotSetIsLeftToUs()
{
    SettingsPortal portal;
    portal.scheme = 2;
    portal.accent = {-1, 2, 0};
    const PeerBus bus(u"/org/freedesktop/portal/desktop"_s, &portal);
    QTRY_VERIFY(bus.isUp());
    const SystemScheme scheme(bus.client());
    QTRY_COMPARE(scheme.scheme().dark, std::optional(false));
    Q_EMIT portal.SettingChanged(
        u"org.freedesktop.appearance"_s, u"accent-color"_s, QDBusVariant(u"red"_s));
    Q_EMIT portal.SettingChanged(
        u"org.freedesktop.appearance"_s, u"color-scheme"_s, QDBusVariant(QVariant(1U)));
    QTRY_COMPARE(scheme.scheme().dark, std::optional(true));
    QVERIFY(!scheme.scheme().accent.isValid());
}

void SystemSchemeTest::aDesktopWithoutAPortalChangesNothing()
{
    SystemScheme scheme(QDBusConnection(u"never-connected"_s));
    QCOMPARE(scheme.scheme(), DesktopScheme{});
}

LOOPFLOW_TEST(SystemSchemeTest)
#include "tst_systemscheme.moc"
