#include "core/host/credentials.h"

#include "core/base/secretmask.h"
#include "core/store/settings.h"
#include "tests/unit/store/storefixture.h"
#include "tests/support/test.h"

#include <optional>

using namespace loopflow;

class TestCredentials : public QObject {
    Q_OBJECT

private:
    MemorySecretStore m_keychain;
    QProcessEnvironment m_environment;

    static Mate mate(const QString &identifier = QStringLiteral("maya"))
    {
        Mate made;
        made.identifier = identifier;
        made.provider = QStringLiteral("openai");
        return made;
    }
    void set(const char *variable, const char *value)
    {
        m_environment.insert(QString::fromLatin1(variable), QString::fromUtf8(value));
    }
    Credentials credentials() { return Credentials(&m_keychain, m_environment); }

    /// Counts how often it is read.
    struct CountingStore final : SecretStore {
        void read(const QString &name, QObject *context, Callback<Secret> callback) override
        {
            ++reads;
            inner.read(name, context, std::move(callback));
        }
        void write(const QString &name, Secret secret, QObject *context, Callback<bool> callback) override
        {
            inner.write(name, std::move(secret), context, std::move(callback));
        }
        void remove(const QString &name, QObject *context, Callback<bool> callback) override
        {
            inner.remove(name, context, std::move(callback));
        }
        MemorySecretStore inner;
        int reads = 0;
    };

    using Answer = std::optional<QByteArray>;
    static QByteArray tokenOf(Credentials &credentials, const Mate &mate)
    {
        Answer answer;
        QObject context;
        credentials.token(
            mate, &context, [&](const Result<Secret> &secret) { answer = secret->reveal(); });
        return wait(answer);
    }
    static QByteArray keyOf(Credentials &credentials, const QString &provider)
    {
        Answer answer;
        QObject context;
        credentials.key(
            provider, &context, [&](const Result<Secret> &secret) { answer = secret->reveal(); });
        return wait(answer);
    }
    static QByteArray wait(const Answer &answer)
    {
        if (answer)
            qFatal("answered inside the call");
        if (!QTest::qWaitFor([&] { return answer.has_value(); }))
            qFatal("never answered");
        return *answer;
    }
    QByteArray kept(const QString &name)
    {
        Answer answer;
        m_keychain.read(
            name, this, [&](const Result<Secret> &secret) { answer = secret->reveal(); });
        return wait(answer);
    }

private Q_SLOTS:
    void init();
    void findsATokenInTheEnvironmentFirst_data();
    void findsATokenInTheEnvironmentFirst();
    void keepsTokensInTheKeychain();
    void keepsPracticeTokensInMemoryOnly();
    void findsAKeyByTheProvidersVariables_data();
    void findsAKeyByTheProvidersVariables();
    void keepsKeysInTheKeychain();
    void readsAKeyOnceUntilItChanges();
    void remembersNoKeyThatWasChangedMeanwhile();
    void hidesInTheLogWhatItHandsOut();
    void goesByTheSettingsFirst();
    void handsOnWhatTheKeychainSays();
    void answersNobodyWhenTheContextIsGone();
    void namesTheKeysOfTheEnvironment();
    void findsTheProvidersAddress_data();
    void findsTheProvidersAddress();
    void saysWhichAddressIsMissing_data();
    void saysWhichAddressIsMissing();
    void readsExtraHeaders_data();
    void readsExtraHeaders();
    void refusesExtraHeadersThatAreNone_data();
    void refusesExtraHeadersThatAreNone();
    void findsTheDefaultHome_data();
    void findsTheDefaultHome();
    void refusesAHomeThatIsNoAddress_data();
    void refusesAHomeThatIsNoAddress();
};

void TestCredentials::init()
{
    m_environment = {};
    m_keychain = MemorySecretStore();
}

void TestCredentials::findsATokenInTheEnvironmentFirst_data()
{
    QTest::addColumn<QByteArray>("variable");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QByteArray>("token");
    QTest::addRow("set") << QByteArray("LOOPFLOW_TOKEN_DR_MAYA") << QByteArray("a.b.c")
                         << QByteArray("a.b.c");
    QTest::addRow("with blanks") << QByteArray("LOOPFLOW_TOKEN_DR_MAYA")
                                 << QByteArray(" Bot a.b.c\n") << QByteArray("a.b.c");
    QTest::addRow("blank") << QByteArray("LOOPFLOW_TOKEN_DR_MAYA") << QByteArray("  ")
                           << QByteArray("kept");
    QTest::addRow("another's") << QByteArray("LOOPFLOW_TOKEN_MAYA") << QByteArray("a.b.c")
                               << QByteArray("kept");
}

void TestCredentials::findsATokenInTheEnvironmentFirst()
{
    QFETCH(QByteArray, variable);
    QFETCH(QByteArray, value);
    QFETCH(QByteArray, token);
    m_keychain.write(QStringLiteral("token/dr-maya"), Secret("kept"), this, [](const auto &) {});
    set(variable.constData(), value.constData());
    auto found = credentials();
    QCOMPARE(tokenOf(found, mate(QStringLiteral("dr-maya"))), token);
}

void TestCredentials::keepsTokensInTheKeychain()
{
    auto found = credentials();
    QCOMPARE(tokenOf(found, mate()), QByteArray());
    bool saved = false;
    found.saveToken(mate(), Secret(" Bot a.b.c "), this, [&](const auto &) { saved = true; });
    QVERIFY(!saved);
    QTRY_VERIFY(saved);
    QCOMPARE(kept(QStringLiteral("token/maya")), QByteArray("a.b.c"));
    QCOMPARE(tokenOf(found, mate()), QByteArray("a.b.c"));
    bool removed = false;
    found.removeToken(mate(), this, [&](const auto &) { removed = true; });
    QTRY_VERIFY(removed);
    QCOMPARE(kept(QStringLiteral("token/maya")), QByteArray());
}

void TestCredentials::keepsPracticeTokensInMemoryOnly()
{
    set("LOOPFLOW_TOKEN_MAYA", "real");
    m_keychain.write(QStringLiteral("token/maya"), Secret("real"), this, [](const auto &) {});
    auto found = credentials();
    Mate practice = mate();
    practice.practice = true;
    QCOMPARE(
        tokenOf(found, practice), QByteArray()); // a real token never goes to the practice server
    bool saved = false;
    found.saveToken(practice, Secret("rehearsal"), this, [&](const auto &) { saved = true; });
    QTRY_VERIFY(saved);
    QCOMPARE(tokenOf(found, practice), QByteArray("rehearsal"));
    bool removed = false;
    found.removeToken(practice, this, [&](const auto &) { removed = true; });
    QTRY_VERIFY(removed);
    QCOMPARE(tokenOf(found, practice), QByteArray());
    QCOMPARE(kept(QStringLiteral("token/maya")), QByteArray("real"));
}

void TestCredentials::findsAKeyByTheProvidersVariables_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QByteArray>("key");
    QTest::addRow("first wins") << QStringLiteral("google") << QByteArray("g1");
    QTest::addRow("trimmed") << QStringLiteral("anthropic") << QByteArray("a1");
    QTest::addRow("blank is none") << QStringLiteral("openai") << QByteArray("kept");
    QTest::addRow("unknown provider") << QStringLiteral("nobody") << QByteArray();
}

void TestCredentials::findsAKeyByTheProvidersVariables()
{
    QFETCH(QString, provider);
    QFETCH(QByteArray, key);
    set("GEMINI_API_KEY", "g2");
    set("GOOGLE_API_KEY", "g1");
    set("ANTHROPIC_API_KEY", " a1\r\n");
    set("OPENAI_API_KEY", " ");
    m_keychain.write(QStringLiteral("key/openai"), Secret("kept"), this, [](const auto &) {});
    auto found = credentials();
    QCOMPARE(keyOf(found, provider), key);
}

void TestCredentials::keepsKeysInTheKeychain()
{
    auto found = credentials();
    bool saved = false;
    found.saveKey(
        QStringLiteral("openai"), Secret(" k \n"), this, [&](const auto &) { saved = true; });
    QTRY_VERIFY(saved);
    QCOMPARE(kept(QStringLiteral("key/openai")), QByteArray("k"));
    QCOMPARE(keyOf(found, QStringLiteral("openai")), QByteArray("k"));
}

void TestCredentials::readsAKeyOnceUntilItChanges()
{
    const QString groq = QStringLiteral("groq");
    CountingStore store;
    Credentials found(&store, {});
    const auto ignore = [](const Result<bool> &) { };
    QCOMPARE(keyOf(found, groq), QByteArray());
    QCOMPARE(keyOf(found, groq), QByteArray()); // a locked keychain says so, too: asked again
    QCOMPARE(store.reads, 2);
    found.saveKey(groq, Secret("key-one-1"), this, ignore);
    QCOMPARE(keyOf(found, groq), QByteArray("key-one-1"));
    QCOMPARE(keyOf(found, groq), QByteArray("key-one-1"));
    QCOMPARE(store.reads, 3);
    found.saveKey(groq, Secret("key-two-2"), this, ignore);
    QCOMPARE(keyOf(found, groq), QByteArray("key-two-2"));
    found.forgetKey(groq);
    QCOMPARE(keyOf(found, groq), QByteArray("key-two-2"));
    QCOMPARE(store.reads, 5);
    found.removeKey(groq, this, ignore);
    QCOMPARE(keyOf(found, groq), QByteArray());
}

void TestCredentials::remembersNoKeyThatWasChangedMeanwhile()
{
    const QString groq = QStringLiteral("groq");
    CountingStore store;
    store.inner.write(QStringLiteral("key/groq"), Secret("key-one-1"), this, [](const auto &) { });
    Credentials found(&store, {});
    Answer old;
    found.key(groq, this, [&](const Result<Secret> &secret) { old = secret->reveal(); });
    found.saveKey(groq, Secret("key-two-2"), this, [](const auto &) { });
    QCOMPARE(wait(old), QByteArray("key-one-1"));
    QCOMPARE(keyOf(found, groq), QByteArray("key-two-2"));
}

void TestCredentials::hidesInTheLogWhatItHandsOut()
{
    set("OPENAI_API_KEY", "of-the-environment");
    m_keychain.write(QStringLiteral("token/maya"), Secret("of-the-keychain"), this, [](const auto &) { });
    auto found = credentials();
    keyOf(found, QStringLiteral("openai"));
    tokenOf(found, mate());
    found.saveKey(QStringLiteral("groq"), Secret("just-saved-key"), this, [](const auto &) { });
    QCOMPARE(withoutSecrets(QStringLiteral("of-the-environment, of-the-keychain, just-saved-key")),
        QStringLiteral("•••, •••, •••"));
}

void TestCredentials::goesByTheSettingsFirst()
{
    test::StoreFixture store;
    Settings settings(store.database.get());
    set("OPENAI_BASE_URL", "http://127.0.0.1:8080");
    set("OPENAI_ORG_ID", "org-1");
    set("OPENAI_PROJECT_ID", "proj-1");
    set("LOOPFLOW_DISCORD_API", "http://127.0.0.1:1/api");
    Credentials found(&m_keychain, m_environment, &settings);
    QCOMPARE(found.endpoint(mate())->baseUrl, QUrl(QStringLiteral("http://127.0.0.1:8080/v1")));
    QCOMPARE(found.endpoint(mate())->extraHeaders,
        (Headers{{"OpenAI-Organization", "org-1"}, {"OpenAI-Project", "proj-1"}}));
    QVERIFY(settings.save(Settings::providerUrl(QStringLiteral("openai")), QStringLiteral("https://llm.example.org")));
    QVERIFY(settings.save(Settings::providerHeaders(QStringLiteral("openai")),
        QStringLiteral("X-Team: design\nOpenAI-Project: other")));
    QVERIFY(settings.save(QStringLiteral("discord.api"), QStringLiteral("https://example.org/api/")));
    const auto endpoint = found.endpoint(mate());
    QCOMPARE(endpoint->baseUrl, QUrl(QStringLiteral("https://llm.example.org/v1")));
    QCOMPARE(endpoint->extraHeaders.value("OpenAI-Organization"), QByteArray("org-1"));
    QCOMPARE(endpoint->extraHeaders.value("OpenAI-Project"), QByteArray("other"));
    QCOMPARE(endpoint->extraHeaders.value("X-Team"), QByteArray("design"));
    QCOMPARE(found.defaultHome()->toString(), QStringLiteral("https://example.org/api"));
    Mate own = mate();
    own.baseUrl = QStringLiteral("http://127.0.0.1:9");
    QCOMPARE(found.endpoint(own)->baseUrl, QUrl(QStringLiteral("http://127.0.0.1:9/v1")));
}

void TestCredentials::handsOnWhatTheKeychainSays()
{
    struct Broken final : SecretStore {
        Error error{ErrorCode::Keychain, QStringLiteral("The keychain is locked. Unlock it.")};
        void read(const QString &, QObject *context, Callback<Secret> callback) override
        {
            QMetaObject::invokeMethod(
                context, [=, this] { callback(error); }, Qt::QueuedConnection);
        }
        void write(const QString &, Secret, QObject *context, Callback<bool> callback) override
        {
            QMetaObject::invokeMethod(
                context, [=, this] { callback(error); }, Qt::QueuedConnection);
        }
        void remove(const QString &, QObject *context, Callback<bool> callback) override
        {
            QMetaObject::invokeMethod(
                context, [=, this] { callback(error); }, Qt::QueuedConnection);
        }
    } broken;
    Credentials found(&broken, {});
    QList<Error> said;
    const auto note = [&](const auto &result) { said.append(result.error()); };
    found.token(mate(), this, note);
    found.saveToken(mate(), Secret("t"), this, note);
    found.removeToken(mate(), this, note);
    found.key(QStringLiteral("openai"), this, note);
    found.saveKey(QStringLiteral("openai"), Secret("k"), this, note);
    QTRY_COMPARE(said, QList<Error>(5, broken.error));
}

void TestCredentials::answersNobodyWhenTheContextIsGone()
{
    set("OPENAI_API_KEY", "k");
    auto found = credentials();
    bool called = false;
    {
        QObject context;
        found.key(QStringLiteral("openai"), &context, [&](const auto &) { called = true; });
    }
    QCOMPARE(keyOf(found, QStringLiteral("openai")),
        QByteArray("k")); // answered after the other would have been
    QVERIFY(!called);
}

void TestCredentials::namesTheKeysOfTheEnvironment()
{
    set("GEMINI_API_KEY", "g");
    set("OPENAI_API_KEY", "o");
    set("XAI_API_KEY", " ");
    QStringList found;
    for (const auto &[provider, variable] : credentials().keysInEnvironment())
        found.append(provider + u' ' + variable);
    found.sort();
    QCOMPARE(found,
        (QStringList{
            QStringLiteral("google GEMINI_API_KEY"), QStringLiteral("openai OPENAI_API_KEY")}));
}

void TestCredentials::findsTheProvidersAddress_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("ofMate");
    QTest::addColumn<QByteArray>("inEnvironment");
    QTest::addColumn<QString>("address");
    const QString openai = QStringLiteral("openai");
    QTest::addRow("usual") << openai << QString() << QByteArray()
                           << QStringLiteral("https://api.openai.com/v1");
    QTest::addRow("environment") << openai << QString() << QByteArray("http://127.0.0.1:8080")
                                 << QStringLiteral("http://127.0.0.1:8080/v1");
    QTest::addRow("mate") << openai << QStringLiteral("https://llm.example.org/v1/chat/completions")
                          << QByteArray("http://127.0.0.1:8080")
                          << QStringLiteral("https://llm.example.org/v1");
    QTest::addRow("blank") << openai << QStringLiteral(" ") << QByteArray(" ")
                           << QStringLiteral("https://api.openai.com/v1");
    QTest::addRow("ollama's host")
        << QStringLiteral("ollama") << QString() << QByteArray("0.0.0.0:11434")
        << QStringLiteral("http://127.0.0.1:11434/v1");
}

void TestCredentials::findsTheProvidersAddress()
{
    QFETCH(QString, provider);
    QFETCH(QString, ofMate);
    QFETCH(QByteArray, inEnvironment);
    QFETCH(QString, address);
    set(provider == u"ollama" ? "OLLAMA_HOST" : "OPENAI_BASE_URL", inEnvironment.constData());
    Mate asked = mate();
    asked.provider = provider;
    asked.baseUrl = ofMate;
    const auto endpoint = credentials().endpoint(asked);
    QVERIFY2(endpoint, endpoint ? "" : qPrintable(endpoint.error().message));
    QCOMPARE(endpoint->provider, provider);
    QCOMPARE(endpoint->baseUrl, QUrl(address));
}

void TestCredentials::saysWhichAddressIsMissing_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<QString>("baseUrl");
    QTest::addColumn<QString>("word");
    QTest::addRow("unknown") << QStringLiteral("nobody") << QString() << QStringLiteral("“nobody”");
    QTest::addRow("none") << QStringLiteral("custom") << QString()
                          << QStringLiteral("no usual address");
    QTest::addRow("broken") << QStringLiteral("openai") << QStringLiteral("ftp://x")
                            << QStringLiteral("ftp://x");
}

void TestCredentials::saysWhichAddressIsMissing()
{
    QFETCH(QString, provider);
    QFETCH(QString, baseUrl);
    QFETCH(QString, word);
    Mate asked = mate();
    asked.provider = provider;
    asked.baseUrl = baseUrl;
    const auto endpoint = credentials().endpoint(asked);
    QVERIFY(!endpoint);
    QCOMPARE(endpoint.error().code, ErrorCode::Invalid);
    QVERIFY2(endpoint.error().message.contains(word), qPrintable(endpoint.error().message));
}

void TestCredentials::readsExtraHeaders_data()
{
    QTest::addColumn<QString>("provider");
    QTest::addColumn<Headers>("headers");
    QTest::addRow("openai") << QStringLiteral("openai")
                            << Headers{{"X-Team", "design: web"}, {"X-Empty", ""}};
    QTest::addRow("anthropic") << QStringLiteral("anthropic") << Headers{{"anthropic-beta", "x"}};
    QTest::addRow("another") << QStringLiteral("groq") << Headers();
}

void TestCredentials::readsExtraHeaders()
{
    QFETCH(QString, provider);
    QFETCH(Headers, headers);
    set("OPENAI_CUSTOM_HEADERS", "X-Team: design: web\r\n\n X-Empty:\n");
    set("ANTHROPIC_CUSTOM_HEADERS", "anthropic-beta:x");
    set("GROQ_CUSTOM_HEADERS", "X-Not: ours");
    Mate asked = mate();
    asked.provider = provider;
    const auto endpoint = credentials().endpoint(asked);
    QVERIFY(endpoint);
    QCOMPARE(endpoint->extraHeaders, headers);
}

void TestCredentials::refusesExtraHeadersThatAreNone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addRow("no colon") << QByteArray("X-A: 1\nsecret");
    QTest::addRow("no name") << QByteArray("X-A: 1\n: secret");
    QTest::addRow("a blank in the name") << QByteArray("X-A: 1\nX A: secret");
}

void TestCredentials::refusesExtraHeadersThatAreNone()
{
    QFETCH(QByteArray, text);
    set("OPENAI_CUSTOM_HEADERS", text.constData());
    const auto endpoint = credentials().endpoint(mate());
    QVERIFY(!endpoint);
    QVERIFY(endpoint.error().message.contains(u"Line 2 of OPENAI_CUSTOM_HEADERS"));
    QVERIFY(!endpoint.error().message.contains(u"secret"));
}

void TestCredentials::findsTheDefaultHome_data()
{
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("home");
    QTest::addRow("unset") << QByteArray() << QStringLiteral("https://discord.com/api/v10");
    QTest::addRow("blank") << QByteArray(" ") << QStringLiteral("https://discord.com/api/v10");
    QTest::addRow("plain") << QByteArray("http://127.0.0.1:8080/api/v10")
                           << QStringLiteral("http://127.0.0.1:8080/api/v10");
    QTest::addRow("slash") << QByteArray(" https://example.org/api/v10/ ")
                           << QStringLiteral("https://example.org/api/v10");
    QTest::addRow("slashes only") << QByteArray("https://example.org//")
                                  << QStringLiteral("https://example.org");
}

void TestCredentials::findsTheDefaultHome()
{
    QFETCH(QByteArray, value);
    QFETCH(QString, home);
    set("LOOPFLOW_DISCORD_API", value.constData());
    const auto found = credentials().defaultHome();
    QVERIFY(found);
    QCOMPARE(found->toString(), home);
}

void TestCredentials::refusesAHomeThatIsNoAddress_data()
{
    QTest::addColumn<QByteArray>("value");
    for (const char *value : {"discord.com/api/v10", "ftp://example.org", "https://",
             "https:///api", "http://a b/", "https://user:word@example.org/api",
             "https://example.org/api?x=1", "https://example.org/#x", "nonsense"})
        QTest::addRow("%s", value) << QByteArray(value);
}

void TestCredentials::refusesAHomeThatIsNoAddress()
{
    QFETCH(QByteArray, value);
    set("LOOPFLOW_DISCORD_API", value.constData());
    const auto found = credentials().defaultHome();
    QVERIFY(!found);
    QCOMPARE(found.error().code, ErrorCode::Invalid);
    QVERIFY(found.error().message.contains(u"LOOPFLOW_DISCORD_API"));
}

LOOPFLOW_TEST(TestCredentials)
#include "tst_credentials.moc"
