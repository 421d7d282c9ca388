// Whether the system's keychain can be used, found out with a canary.
// A locked keychain may ask the person for its password meanwhile; the answer waits for that.
#pragma once

#include <functional>

class QObject;

namespace loopflow {

class SecretStore;

enum class KeychainState {
    Fine,
    Locked, ///< there is one, and it takes nothing in
    Missing, ///< there is none, or it cannot be reached
};

/// Writes the canary where it is not there, because a locked keychain answers a read like an empty
/// one. `store` outlives `context`.
void probeKeychain(
    SecretStore &store, QObject *context, std::function<void(KeychainState)> callback);

} // namespace loopflow
