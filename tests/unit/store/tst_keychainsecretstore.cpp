#include "core/store/keychainsecretstore.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

namespace {

/// Sets a variable of the environment for a while.
class Environment {
public:
    Environment(const char *name, const QByteArray &value)
        : m_name(name)
        , m_before(qgetenv(name))
        , m_wasSet(qEnvironmentVariableIsSet(name))
    {
        qputenv(name, value);
    }
    ~Environment()
    {
        if (m_wasSet)
            qputenv(m_name, m_before);
        else
            qunsetenv(m_name);
    }

private:
    const char *m_name;
    QByteArray m_before;
    bool m_wasSet;
};

bool hasOwnKeyring() { return qEnvironmentVariable("LOOPFLOW_TEST_KEYRING") == u"inside"_s; }

} // namespace

// Under ctest this runs in tests/support/keyring.sh, which gives it a keyring of its own.
class KeychainSecretStoreTest : public QObject {
    Q_OBJECT

private:
    /// The bytes, or the error's sentence behind "error: ".
    QByteArray read(const QString &name)
    {
        std::optional<QByteArray> found;
        m_store.read(name, this, [&](Result<Secret> secret) {
            found = secret ? secret->reveal() : "error: " + secret.error().message.toUtf8();
        });
        return QTest::qWaitFor([&] { return found.has_value(); }) ? *found : QByteArray("no answer");
    }
    std::optional<Result<bool>> write(const QString &name, const QByteArray &secret)
    {
        std::optional<Result<bool>> written;
        m_store.write(name, Secret(secret), this, [&](const Result<bool> &done) { written = done; });
        return QTest::qWaitFor([&] { return written.has_value(); }) ? written : std::nullopt;
    }
    std::optional<Result<bool>> remove(const QString &name)
    {
        std::optional<Result<bool>> removed;
        m_store.remove(name, this, [&](const Result<bool> &done) { removed = done; });
        return QTest::qWaitFor([&] { return removed.has_value(); }) ? removed : std::nullopt;
    }

    KeychainSecretStore m_store{u"loopflow-test"_s};

private Q_SLOTS:
    // The first one: later the process has its connection to the bus.
    void saysWhatToDoWithoutABus()
    {
        const Environment address("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus");
        const Environment runtime("XDG_RUNTIME_DIR", "/nonexistent");
        const QByteArray sentence = read(u"token/my-mate"_s);
        QVERIFY2(sentence.startsWith("error: The keychain could not be read ("), sentence.constData());
        QVERIFY2(sentence.endsWith("Start or unlock the system's keyring and try again, or start Loopflow with "
                                   "LOOPFLOW_TOKEN_MY_MATE in its environment."),
            sentence.constData());
        QVERIFY(read(u"key/openai"_s).endsWith("or start Loopflow with OPENAI_API_KEY in its environment."));
        QVERIFY(read(u"key/nobody"_s).endsWith("and try again."));

        const auto written = write(u"token/my-mate"_s, "x");
        QVERIFY(written && !*written);
        QCOMPARE(written->error().code, ErrorCode::Keychain);
        QVERIFY2(written->error().message.startsWith(u"The keychain did not take the secret ("_s),
            qPrintable(written->error().message));
        const auto removed = remove(u"token/my-mate"_s);
        QVERIFY(removed && !*removed);
        QCOMPARE(removed->error().code, ErrorCode::Keychain);
    }

    void keepsSecrets()
    {
        if (!hasOwnKeyring())
            QSKIP("tests/support/keyring.sh runs this");
        const QByteArray token = "MTk4.GabcDe.f_-ü🙂";
        QVERIFY(*write(u"token/maya"_s, "an older one"));
        QVERIFY(*write(u"token/maya"_s, token));
        QVERIFY(*write(u"key/openai"_s, "sk-1"));
        QCOMPARE(read(u"token/maya"_s), token);
        QCOMPARE(read(u"key/openai"_s), "sk-1");
        QVERIFY(*remove(u"token/maya"_s));
        QCOMPARE(read(u"token/maya"_s), "");
        QCOMPARE(read(u"key/openai"_s), "sk-1");
        QVERIFY(*remove(u"key/openai"_s));
        QVERIFY(*remove(u"key/openai"_s)); // gone already
    }

    void answersWithAnEmptySecretWhereThereIsNone()
    {
        if (!hasOwnKeyring())
            QSKIP("tests/support/keyring.sh runs this");
        QCOMPARE(read(u"token/nobody"_s), "");
    }

    void answersOnlyOnceControlIsBackInTheLoop()
    {
        if (!hasOwnKeyring())
            QSKIP("tests/support/keyring.sh runs this");
        bool answered = false;
        m_store.read(u"token/nobody"_s, this, [&](const Result<Secret> &) { answered = true; });
        QVERIFY(!answered);
        QTRY_VERIFY(answered);
    }

    void dropsTheAnswerWhenItsContextDies()
    {
        if (!hasOwnKeyring())
            QSKIP("tests/support/keyring.sh runs this");
        bool answered = false;
        auto context = std::make_unique<QObject>();
        m_store.read(u"token/nobody"_s, context.get(), [&](const Result<Secret> &) { answered = true; });
        context.reset();
        QCOMPARE(read(u"token/other"_s), ""); // answered after the first one
        QVERIFY(!answered);
    }
};

LOOPFLOW_TEST(KeychainSecretStoreTest)
#include "tst_keychainsecretstore.moc"
