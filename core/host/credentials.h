// Finds a mate's token and a provider's key: the environment first, then the keychain.
// Practice tokens are kept in memory only. Whatever passes through here is hidden in the log.
#pragma once

#include "core/base/secret.h"
#include "core/host/keychainprobe.h"
#include "core/llm/provider.h"
#include "core/mate/mate.h"
#include "core/store/memorysecretstore.h"

#include <QProcessEnvironment>

#include <map>
#include <memory>

namespace loopflow {

class Settings;

/// Where a key was found, for the welcome page.
struct KeySource {
    QString provider; ///< llm::KnownProvider::id
    QString variable; ///< the environment variable that holds it
};

class Credentials {
public:
    /// `keychain` and `settings` (null: none) outlive this.
    Credentials(SecretStore *keychain, QProcessEnvironment environment, const Settings *settings = nullptr);
    ~Credentials();
    Q_DISABLE_COPY_MOVE(Credentials)

    void token(const Mate &mate, QObject *context, Callback<Secret> callback);
    bool hasTokenInEnvironment(const Mate &mate) const;
    /// To the keychain; in memory for a practice mate.
    void saveToken(const Mate &mate, Secret token, QObject *context, Callback<bool> callback);
    void removeToken(const Mate &mate, QObject *context, Callback<bool> callback);
    /// What the keychain said is remembered until the key is saved, removed or refused.
    void key(const QString &provider, QObject *context, Callback<Secret> callback);
    /// The key that this address is asked with, empty where none is needed; Unauthorized, with what to do, where there
    /// is none and one is needed.
    void keyFor(const llm::Endpoint &endpoint, QObject *context, Callback<Secret> callback);
    void saveKey(const QString &provider, Secret key, QObject *context, Callback<bool> callback);
    /// From the keychain; a variable of the environment stays.
    void removeKey(const QString &provider, QObject *context, Callback<bool> callback);
    /// The provider refused it: somebody may have put another one into the keychain meanwhile.
    void forgetKey(const QString &provider);

    /// Of the proxy that the settings name; kept in the keychain.
    void proxyPassword(QObject *context, Callback<Secret> callback);
    /// An empty one removes it.
    void saveProxyPassword(Secret password, QObject *context, Callback<bool> callback);

    /// Whether the keychain can be used; see probeKeychain().
    void probeKeychain(QObject *context, std::function<void(KeychainState)> callback);

    QList<KeySource> keysInEnvironment() const;
    /// The environment variable that names the provider's address; empty when it is not set.
    QString addressInEnvironment(const QString &provider) const;
    /// The mate's address, else that of the settings, else the provider's environment variable, else its usual one.
    /// Headers: those of the environment, with those of the settings above them.
    Result<llm::Endpoint> endpoint(const Mate &mate) const;
    /// The setting discord.api, else LOOPFLOW_DISCORD_API, else https://discord.com/api/v10; without a trailing
    /// slash. What is no web address is an error: a token must not go to another server than the one that was meant.
    Result<QUrl> defaultHome() const;

private:
    SecretStore &storeOf(const Mate &mate);
    QString setting(const QString &key) const;
    Result<Headers> extraHeaders(const QString &provider) const;

    SecretStore *m_keychain;
    QProcessEnvironment m_environment;
    const Settings *m_settings;
    MemorySecretStore m_practice;
    std::map<QString, Secret> m_keys; ///< of the keychain, by provider
    int m_keyChanges = 0; ///< what was asked for before the last one is not remembered
    std::unique_ptr<QObject> m_here; ///< gone when this is
};

} // namespace loopflow
