#include "tests/support/test.h"

#include <QFile>
#include <QFileInfo>

namespace loopflow::test {

std::vector<RegisteredTest> &registeredTests()
{
    static std::vector<RegisteredTest> tests;
    return tests;
}

bool registerTest(const char *file, std::function<std::unique_ptr<QObject>()> make)
{
    const QString stem = QFileInfo(QString::fromUtf8(file)).completeBaseName();
    registeredTests().push_back({stem.mid(4).toUtf8(), std::move(make)});
    return true;
}

QString dataPath(const QString &path)
{
    return QStringLiteral(LOOPFLOW_TEST_DATA "/") + path;
}

QByteArray readData(const QString &path)
{
    QFile file(dataPath(path));
    if (!file.open(QIODevice::ReadOnly))
        qFatal("tests/data/%s is missing", qPrintable(path));
    return file.readAll();
}

} // namespace loopflow::test
