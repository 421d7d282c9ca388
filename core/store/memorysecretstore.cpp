#include "core/store/memorysecretstore.h"

namespace loopflow {

namespace {

/// Answers when control is back in the event loop.
template <class T>
void answer(QObject *context, Callback<T> callback, T value)
{
    QMetaObject::invokeMethod(
        context,
        [callback = std::move(callback), value = std::move(value)]() mutable { callback(std::move(value)); },
        Qt::QueuedConnection);
}

} // namespace

void MemorySecretStore::read(const QString &name, QObject *context, Callback<Secret> callback)
{
    const auto known = m_secrets.find(name);
    answer(context, std::move(callback), known == m_secrets.end() ? Secret() : known->second.clone());
}

void MemorySecretStore::write(const QString &name, Secret secret, QObject *context, Callback<bool> callback)
{
    m_secrets.insert_or_assign(name, std::move(secret));
    answer(context, std::move(callback), true);
}

void MemorySecretStore::remove(const QString &name, QObject *context, Callback<bool> callback)
{
    m_secrets.erase(name);
    answer(context, std::move(callback), true);
}

} // namespace loopflow
