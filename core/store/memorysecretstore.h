// Secrets for this run only: practice tokens, and tests.
#pragma once

#include "core/store/secretstore.h"

#include <map>

namespace loopflow {

class MemorySecretStore final : public SecretStore {
public:
    void read(const QString &name, QObject *context, Callback<Secret> callback) override;
    void write(const QString &name, Secret secret, QObject *context, Callback<bool> callback) override;
    void remove(const QString &name, QObject *context, Callback<bool> callback) override;

private:
    std::map<QString, Secret> m_secrets;
};

} // namespace loopflow
