#include "core/host/keychainprobe.h"

#include "core/store/secretstore.h"
#include "tests/support/test.h"

#include <optional>

using namespace loopflow;

namespace {

/// A keychain as it is, or as the system's fails (reference: qtkeychain).
class Keychain final : public SecretStore {
public:
    enum Mood { Working, LockedUp, Absent };
    Mood mood = Working;
    bool hasCanary = false;
    int writes = 0;

    void read(const QString &, QObject *context, Callback<Secret> callback) override
    {
        const bool found = hasCanary && mood == Working; // a locked one answers "not found"
        const bool fails = mood == Absent;
        QMetaObject::invokeMethod(
            context,
            [callback, found, fails] {
                if (fails)
                    callback(Error{ErrorCode::Keychain, QStringLiteral("No keychain.")});
                else
                    callback(found ? Secret("canary") : Secret());
            },
            Qt::QueuedConnection);
    }
    void write(const QString &, Secret, QObject *context, Callback<bool> callback) override
    {
        ++writes;
        hasCanary = hasCanary || mood == Working;
        const bool works = mood == Working;
        QMetaObject::invokeMethod(
            context,
            [callback, works] {
                if (works)
                    callback(true);
                else
                    callback(Error{ErrorCode::Keychain, QStringLiteral("Locked.")});
            },
            Qt::QueuedConnection);
    }
    void remove(const QString &, QObject *, Callback<bool>) override { }
};

} // namespace

class KeychainProbeTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void tellsItsState_data()
    {
        QTest::addColumn<int>("mood");
        QTest::addColumn<bool>("hasCanary");
        QTest::addColumn<int>("state");
        QTest::newRow("first time") << int(Keychain::Working) << false << int(KeychainState::Fine);
        QTest::newRow("again") << int(Keychain::Working) << true << int(KeychainState::Fine);
        QTest::newRow("locked") << int(Keychain::LockedUp) << true << int(KeychainState::Locked);
        QTest::newRow("locked, first time")
            << int(Keychain::LockedUp) << false << int(KeychainState::Locked);
        QTest::newRow("none") << int(Keychain::Absent) << false << int(KeychainState::Missing);
    }

    void tellsItsState()
    {
        QFETCH(int, mood);
        QFETCH(bool, hasCanary);
        QFETCH(int, state);
        Keychain keychain;
        keychain.mood = Keychain::Mood(mood);
        keychain.hasCanary = hasCanary;
        std::optional<KeychainState> told;
        probeKeychain(keychain, this, [&](KeychainState found) { told = found; });
        QTRY_VERIFY(told);
        QCOMPARE(int(*told), state);
    }

    void writesOnlyOnce()
    {
        Keychain keychain;
        for (int i = 0; i < 2; ++i) {
            std::optional<KeychainState> told;
            probeKeychain(keychain, this, [&](KeychainState found) { told = found; });
            QTRY_VERIFY(told);
        }
        QCOMPARE(keychain.writes, 1);
    }
};

LOOPFLOW_TEST(KeychainProbeTest)
#include "tst_keychainprobe.moc"
