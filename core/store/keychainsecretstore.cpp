#include "core/store/keychainsecretstore.h"

#include "core/base/core.h"
#include "core/llm/provider.h"
#include "core/mate/mate.h"

#include <qt6keychain/keychain.h>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// The environment variable that stands in for an entry.
QString variableOf(const QString &name)
{
    const QString owner = name.section(u'/', 1);
    if (name.startsWith("token/"_L1))
        return tokenVariable(owner);
    const llm::KnownProvider *provider = llm::findProvider(owner);
    return provider && !provider->keyVariables.isEmpty() ? provider->keyVariables.constFirst() : QString();
}

Error keychainError(const QString &whatFailed, const QString &name, const QKeychain::Job &job)
{
    const QString variable = variableOf(name);
    const QString advice = variable.isEmpty()
        ? Core::tr("Start or unlock the system's keyring and try again.")
        : Core::tr("Start or unlock the system's keyring and try again, or start Loopflow with %1 in its environment.")
              .arg(variable);
    return {ErrorCode::Keychain, whatFailed.arg(job.errorString()) + u' ' + advice};
}

/// Fills the characters, through volatile because a plain fill before destruction is optimised away.
template <class Char>
void wipe(const Char *text, qsizetype size)
{
    auto *bytes = reinterpret_cast<volatile char *>(const_cast<Char *>(text));
    for (qsizetype i = 0; i < size * qsizetype{sizeof(Char)}; ++i)
        bytes[i] = 0;
}

/// The secret that was read, with the job's own copy wiped: binaryData() shares its memory.
Secret takeSecret(const QKeychain::ReadPasswordJob &job)
{
    const QByteArray shared = job.binaryData();
    Secret secret(QByteArray(shared.constData(), shared.size()));
    wipe(shared.constData(), shared.size());
    return secret;
}

} // namespace

KeychainSecretStore::KeychainSecretStore(QString service)
    : m_service(std::move(service))
{
}

// The jobs have no parent, though their context may die first: a keychain's answer that is still
// under way would reach a deleted job. They delete themselves.

void KeychainSecretStore::read(const QString &name, QObject *context, Callback<Secret> callback)
{
    auto *job = new QKeychain::ReadPasswordJob(m_service);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, name, callback = std::move(callback)] {
        // A locked keyring answers "not found" as well.
        if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
            callback(takeSecret(*job));
        else
            callback(keychainError(Core::tr("The keychain could not be read (%1)."), name, *job));
    });
    job->start();
}

void KeychainSecretStore::write(const QString &name, Secret secret, QObject *context, Callback<bool> callback)
{
    auto *job = new QKeychain::WritePasswordJob(m_service);
    job->setKey(name);
    // As text, so that a keychain's own window shows it as it is; the job keeps a UTF-8 copy that
    // is out of reach.
    const QString text = QString::fromUtf8(secret.reveal());
    job->setTextData(text);
    wipe(text.constData(), text.size());
    QObject::connect(job, &QKeychain::Job::finished, context, [job, name, callback = std::move(callback)] {
        if (job->error() == QKeychain::NoError)
            callback(true);
        else
            callback(keychainError(Core::tr("The keychain did not take the secret (%1)."), name, *job));
    });
    job->start();
}

void KeychainSecretStore::remove(const QString &name, QObject *context, Callback<bool> callback)
{
    auto *job = new QKeychain::DeletePasswordJob(m_service);
    job->setKey(name);
    QObject::connect(job, &QKeychain::Job::finished, context, [job, name, callback = std::move(callback)] {
        if (job->error() == QKeychain::NoError || job->error() == QKeychain::EntryNotFound)
            callback(true);
        else
            callback(keychainError(Core::tr("The keychain did not remove the secret (%1)."), name, *job));
    });
    job->start();
}

} // namespace loopflow
