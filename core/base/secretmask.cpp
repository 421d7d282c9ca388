#include "core/base/secretmask.h"

#include <QMutex>

#include <algorithm>
#include <vector>

namespace loopflow {

namespace {

constexpr qsizetype shortest = 8;

struct Known {
    QMutex mutex;
    std::vector<Secret> secrets; ///< the longest first: one may hold another
};

Known &known()
{
    static Known all;
    return all;
}

void add(std::vector<Secret> &secrets, Secret secret)
{
    const auto same = [&](const Secret &other) { return other.reveal() == secret.reveal(); };
    if (std::any_of(secrets.begin(), secrets.end(), same))
        return;
    const auto place = std::find_if(secrets.begin(), secrets.end(),
        [&](const Secret &other) { return other.reveal().size() < secret.reveal().size(); });
    secrets.insert(place, std::move(secret));
}

} // namespace

void hideInLogs(const Secret &secret)
{
    if (secret.reveal().size() < shortest)
        return;
    Known &all = known();
    const QMutexLocker lock(&all.mutex);
    add(all.secrets, secret.clone());
    add(all.secrets, Secret(secret.reveal().toPercentEncoding()));
}

QString withoutSecrets(const QString &text)
{
    Known &all = known();
    const QMutexLocker lock(&all.mutex);
    // As bytes: a secret never becomes a QString, which nobody wipes.
    QByteArray bytes = text.toUtf8();
    bool found = false;
    for (const Secret &secret : all.secrets) {
        if (!bytes.contains(secret.reveal()))
            continue;
        found = true;
        bytes.replace(secret.reveal(), "•••");
    }
    return found ? QString::fromUtf8(bytes) : text;
}

} // namespace loopflow
