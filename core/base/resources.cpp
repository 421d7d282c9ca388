#include "core/base/resources.h"

#include <QDir>
#include <QFile>

// At file scope, because the macro declares the function that rcc generates there.
static void registerResources() { Q_INIT_RESOURCE(resources); }

namespace loopflow {

QByteArray readResource(const QString &path)
{
    registerResources();
    QFile file(QStringLiteral(":/") + path);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "readResource", qPrintable(path));
    return opened ? file.readAll() : QByteArray();
}

QStringList listResources(const QString &folder)
{
    registerResources();
    return QDir(QStringLiteral(":/") + folder).entryList(QDir::Files, QDir::Name);
}

} // namespace loopflow
