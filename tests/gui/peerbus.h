// A D-Bus of two: the tested object at one end, a desktop's service played by the test at the other.
// No bus daemon, and nothing of the desktop that the tests run on.
#pragma once

#include <QDBusConnection>
#include <QDBusServer>
#include <QTest>

#include <optional>

namespace loopflow::test {

class PeerBus {
public:
    /// `service` answers at `path`; it lives as long as this.
    PeerBus(const QString &path, QObject *service)
        : m_name(QStringLiteral("peer-%1").arg(++count()))
    {
        QObject::connect(&m_server, &QDBusServer::newConnection, &m_server,
            [this, path, service](QDBusConnection connection) {
                connection.registerObject(path, service,
                    QDBusConnection::ExportAllSlots | QDBusConnection::ExportAllSignals);
                m_desktop.emplace(connection);
            });
        m_client.emplace(QDBusConnection::connectToPeer(m_server.address(), m_name));
    }
    ~PeerBus() { QDBusConnection::disconnectFromPeer(m_name); }
    Q_DISABLE_COPY_MOVE(PeerBus)

    const QDBusConnection &client() const { return *m_client; }
    bool isUp() const { return m_desktop.has_value(); }

private:
    static int &count()
    {
        static int made = 0;
        return made;
    }

    QString m_name;
    QDBusServer m_server;
    std::optional<QDBusConnection> m_desktop;
    std::optional<QDBusConnection> m_client;
};

} // namespace loopflow::test
