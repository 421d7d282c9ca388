#include "core/host/readfile.h"

#include "core/base/core.h"

#include <QFile>

namespace loopflow {

ReadFile readFile(const QString &path, qint64 limit)
{
    const auto failed = [&](const QFile &file) {
        return ReadFile{path, {}, Core::tr("It could not be read: %1.").arg(file.errorString()), false};
    };
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failed(file);
    QByteArray bytes;
    while (bytes.size() <= limit) {
        const QByteArray some = file.read(limit + 1 - bytes.size());
        if (some.isEmpty())
            break;
        bytes += some;
    }
    if (file.error() != QFileDevice::NoError)
        return failed(file);
    return {path, bytes, {}, false};
}

} // namespace loopflow
