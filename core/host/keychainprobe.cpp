#include "core/host/keychainprobe.h"

#include "core/store/secretstore.h"

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

const QString canary = u"probe/canary"_s;

} // namespace

void probeKeychain(
    SecretStore &store, QObject *context, std::function<void(KeychainState)> callback)
{
    store.read(canary, context,
        [&store, context, callback = std::move(callback)](const Result<Secret> &found) {
            if (!found)
                return callback(KeychainState::Missing);
            if (!found->isEmpty())
                return callback(KeychainState::Fine);
            store.write(canary, Secret("canary"), context, [callback](const Result<bool> &written) {
                callback(written ? KeychainState::Fine : KeychainState::Locked);
            });
        });
}

} // namespace loopflow
