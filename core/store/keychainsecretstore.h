// The system's keychain (Secret Service, KWallet, …) by qtkeychain.
#pragma once

#include "core/store/secretstore.h"

namespace loopflow {

class KeychainSecretStore final : public SecretStore {
public:
    /// `service` is the name under which a keychain manager lists the entries.
    explicit KeychainSecretStore(QString service = QStringLiteral("loopflow"));
    void read(const QString &name, QObject *context, Callback<Secret> callback) override;
    void write(const QString &name, Secret secret, QObject *context, Callback<bool> callback) override;
    void remove(const QString &name, QObject *context, Callback<bool> callback) override;

private:
    QString m_service;
};

} // namespace loopflow
