#include "core/host/networking.h"

#include "core/host/credentials.h"
#include "core/net/httpclient.h"
#include "core/store/memorysecretstore.h"
#include "core/store/settings.h"
#include "tests/support/test.h"
#include "tests/unit/store/storefixture.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class NetworkingTest : public QObject {
    Q_OBJECT

    struct Place {
        StoreFixture store;
        Settings settings{store.database.get()};
        MemorySecretStore keychain;
        Credentials credentials{&keychain, {}, &settings};
        HttpClient http;
    };

private Q_SLOTS:
    void leavesTheSystemsWayWithoutSettings()
    {
        Place place;
        Networking networking(&place.http, &place.settings, &place.credentials);
        QCOMPARE(place.http.route().proxy, Route::Proxy::System);
        QVERIFY(place.http.route().certificates.isEmpty());
        bool ready = false;
        networking.whenReady(this, [&] { ready = true; });
        QVERIFY(ready);
    }

    void goesByASettingAtOnce()
    {
        Place place;
        const Networking networking(&place.http, &place.settings, &place.credentials);
        QVERIFY(place.settings.save(u"network.proxy"_s, u"socks5://127.0.0.1:1080"_s));
        QCOMPARE(place.http.route().proxy, Route::Proxy::Own);
        QCOMPARE(place.http.route().address, QUrl(u"socks5://127.0.0.1:1080"_s));
        QVERIFY(place.settings.save(u"network.proxy"_s, u"none"_s));
        QCOMPARE(place.http.route().proxy, Route::Proxy::None);
        QVERIFY(place.settings.save(u"network.proxy"_s, {}));
        QCOMPARE(place.http.route().proxy, Route::Proxy::System);
    }

    void isReadyWhenThePasswordIsThere()
    {
        Place place;
        QVERIFY(place.settings.save(u"network.proxy"_s, u"http://ana@proxy.example.org:3128"_s));
        place.keychain.write(u"proxy/password"_s, Secret("word"), this, [](const auto &) { });
        Networking networking(&place.http, &place.settings, &place.credentials);
        QVERIFY(networking.wantsPassword());
        bool ready = false;
        networking.whenReady(this, [&] { ready = true; });
        QVERIFY(!ready);
        QTRY_VERIFY(ready);
        QCOMPARE(place.http.route().password.reveal(), QByteArray("word"));

        std::optional<bool> saved;
        networking.savePassword(Secret("other"), this, [&](const Result<bool> &done) { saved = done.hasValue(); });
        QTRY_COMPARE(place.http.route().password.reveal(), QByteArray("other"));
        QVERIFY(saved.value_or(false));
    }

    void trustsTheCertificatesOfAFile()
    {
        Place place;
        const Networking networking(&place.http, &place.settings, &place.credentials);
        const QString path = dataPath(QStringLiteral("tls/server.pem"));
        QCOMPARE(Networking::certificatesIn(path).value(), QStringList{u"Loopflow test server"_s});
        QVERIFY(place.settings.save(u"network.ca"_s, path));
        QVERIFY(place.http.route().certificates.contains("BEGIN CERTIFICATE"));
        QVERIFY(networking.problem().isEmpty());
    }

    void saysThatAFileIsGoneAndGoesOnWithoutIt()
    {
        Place place;
        QVERIFY(place.settings.save(u"network.ca"_s, u"/nowhere/ca.pem"_s));
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"/nowhere/ca.pem cannot be read"_s));
        const Networking networking(&place.http, &place.settings, &place.credentials);
        QVERIFY(networking.problem().contains(u"/nowhere/ca.pem"_s));
        QVERIFY(place.http.route().certificates.isEmpty());
    }
};

LOOPFLOW_TEST(NetworkingTest)
#include "tst_networking.moc"
