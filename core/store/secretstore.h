// Where tokens and keys are kept between runs.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"

#include <QObject>
#include <QString>

namespace loopflow {

/// Names: "token/<mate identifier>", "key/<provider>", "probe/canary". Callbacks never run inside the call.
class SecretStore {
public:
    virtual ~SecretStore() = default;
    /// An empty Secret when there is none. A locked keychain cannot be told from that: nobody may conclude that
    /// something was deleted. ErrorCode::Keychain when it does not work, with a sentence that says what to do.
    virtual void read(const QString &name, QObject *context, Callback<Secret> callback) = 0;
    virtual void write(const QString &name, Secret secret, QObject *context, Callback<bool> callback) = 0;
    virtual void remove(const QString &name, QObject *context, Callback<bool> callback) = 0;
};

} // namespace loopflow
