// Finds a mate's token and a provider's key: the environment first, then the keychain.
// Practice tokens are kept in memory only.
#pragma once

#include "core/base/secret.h"
#include "core/host/keychainprobe.h"
#include "core/llm/provider.h"
#include "core/mate/mate.h"
#include "core/store/memorysecretstore.h"

#include <QProcessEnvironment>

namespace loopflow {

/// Where a key was found, for the welcome page.
struct KeySource {
    QString provider; ///< llm::KnownProvider::id
    QString variable; ///< the environment variable that holds it
};

class Credentials {
public:
    /// `keychain` outlives this.
    Credentials(SecretStore *keychain, QProcessEnvironment environment);

    void token(const Mate &mate, QObject *context, Callback<Secret> callback);
    bool hasTokenInEnvironment(const Mate &mate) const;
    /// To the keychain; in memory for a practice mate.
    void saveToken(const Mate &mate, Secret token, QObject *context, Callback<bool> callback);
    void removeToken(const Mate &mate, QObject *context, Callback<bool> callback);
    void key(const QString &provider, QObject *context, Callback<Secret> callback);
    void saveKey(const QString &provider, Secret key, QObject *context, Callback<bool> callback);

    /// Whether the keychain can be used; see probeKeychain().
    void probeKeychain(QObject *context, std::function<void(KeychainState)> callback);

    QList<KeySource> keysInEnvironment() const;
    /// The mate's address, else the provider's environment variable, else its usual one.
    Result<llm::Endpoint> endpoint(const Mate &mate) const;
    /// LOOPFLOW_DISCORD_API, without a trailing slash, or https://discord.com/api/v10. A variable that holds no web
    /// address is an error: a token must not go to another server than the one that was meant.
    Result<QUrl> defaultHome() const;

private:
    SecretStore &storeOf(const Mate &mate);

    SecretStore *m_keychain;
    QProcessEnvironment m_environment;
    MemorySecretStore m_practice;
};

} // namespace loopflow
