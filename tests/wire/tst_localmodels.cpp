#include "core/host/localmodels.h"

#include "core/host/credentials.h"
#include "core/net/httpclient.h"
#include "core/store/memorysecretstore.h"
#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"

#include <QTcpSocket>

#include <optional>

using namespace loopflow;
using loopflow::test::RawHttpServer;
using namespace Qt::StringLiterals;

class TestLocalModels : public QObject {
    Q_OBJECT

    HttpClient m_http;
    MemorySecretStore m_keychain;
    QByteArray m_answer;
    std::unique_ptr<RawHttpServer> m_server;

    static Credentials credentialsWith(SecretStore *keychain, const QString &ollamaHost)
    {
        QProcessEnvironment environment;
        if (!ollamaHost.isEmpty())
            environment.insert(u"OLLAMA_HOST"_s, ollamaHost);
        return {keychain, environment};
    }
    QString here() const { return u"127.0.0.1:%1"_s.arg(m_server->serverPort()); }

    /// What is said of Ollama; the other two may run on the computer of whoever tests.
    std::optional<LocalServer> ollama(const QString &host)
    {
        const Credentials credentials = credentialsWith(&m_keychain, host);
        LocalModels local(&m_http, &credentials);
        std::optional<QList<LocalServer>> found;
        local.look(this, [&](const QList<LocalServer> &servers) { found = servers; });
        if (found || !QTest::qWaitFor([&] { return found.has_value(); }))
            qFatal("nothing was answered, or at once");
        for (const LocalServer &server : std::as_const(*found)) {
            if (server.provider == "ollama"_L1)
                return server;
        }
        return {};
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<RawHttpServer>(
            [this](
                QTcpSocket *socket, const RawHttpServer::Request &) { socket->write(m_answer); });
    }

    void countsTheModelsOfAServer()
    {
        m_answer = RawHttpServer::answer(200,
            R"({"object":"list","data":[{"id":"llama3.2"},{"id":"qwen3"},{"id":"nomic-embed-text"}]})",
            {{"Content-Type", "application/json"}});
        QCOMPARE(ollama(here()), (LocalServer{u"ollama"_s, u"Ollama"_s, 2}));
        QCOMPARE(m_server->requests().first().target, QByteArray("/v1/models"));
        QVERIFY(!m_server->requests().first().headers.has("Authorization"));
    }

    void seesAServerWithoutModels()
    {
        m_answer = RawHttpServer::answer(200, R"({"object":"list","data":null})");
        QCOMPARE(ollama(here()), (LocalServer{u"ollama"_s, u"Ollama"_s, 0}));
    }

    void overlooksWhatIsNoModelServer_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("a page") << RawHttpServer::answer(200, "<html></html>");
        QTest::newRow("not found") << RawHttpServer::answer(404, "no");
        QTest::newRow("no HTTP") << QByteArray("220 mail ready\r\n");
    }

    void overlooksWhatIsNoModelServer()
    {
        QFETCH(QByteArray, answer);
        m_answer = answer;
        QVERIFY(!ollama(here()));
        QVERIFY(!m_server->requests().isEmpty());
    }

    void givesUpSoonOnASilentServer()
    {
        m_answer.clear();
        QVERIFY(!ollama(here()));
    }

    void asksOnLoopbackOnly_data()
    {
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("asked");
        const QString usual = u"http://localhost:11434/v1"_s;
        QTest::newRow("not set") << QString() << usual;
        QTest::newRow("all addresses") << u"0.0.0.0:5000"_s << u"http://127.0.0.1:5000/v1"_s;
        QTest::newRow("a port") << u"localhost:5000"_s << u"http://localhost:5000/v1"_s;
        QTest::newRow("IPv6") << u"[::1]:5000"_s << u"http://[::1]:5000/v1"_s;
        QTest::newRow("another computer") << u"192.168.1.7:11434"_s << usual;
        QTest::newRow("a name that begins so") << u"http://localhost.example.org"_s << usual;
        QTest::newRow("nonsense") << u"http://"_s << usual;
    }

    void asksOnLoopbackOnly()
    {
        QFETCH(QString, host);
        const Credentials credentials = credentialsWith(&m_keychain, host);
        const auto places = LocalModels(&m_http, &credentials).places();
        QCOMPARE(places.size(), 3);
        QTEST(places.first().baseUrl.toString(), "asked");
    }

    void dropsTheAnswerWithItsContext()
    {
        const Credentials credentials = credentialsWith(&m_keychain, here());
        LocalModels local(&m_http, &credentials);
        auto context = std::make_unique<QObject>();
        bool answered = false;
        local.look(context.get(), [&](const QList<LocalServer> &) { answered = true; });
        context.reset();
        QTRY_COMPARE(m_http.inFlight(), 0);
        QVERIFY(!answered);
    }
};

LOOPFLOW_TEST(TestLocalModels)
#include "tst_localmodels.moc"
