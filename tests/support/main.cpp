#include "tests/support/test.h"

#include <QApplication>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>

// test_<folder> NAME [QtTest's arguments]: runs one class. Without a name: all of them.
int main(int argc, char **argv)
{
    QStandardPaths::setTestModeEnabled(true);
    // Window comfort of its own: tests run side by side.
    const QTemporaryDir settings;
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, settings.path());
    QApplication app(argc, argv);
    QStringList arguments = QCoreApplication::arguments();
    const QByteArray wanted = arguments.size() > 1 ? arguments.takeAt(1).toUtf8() : QByteArray();
    int failed = 0;
    bool found = false;
    for (const auto &test : loopflow::test::registeredTests()) {
        if (!wanted.isEmpty() && test.name != wanted)
            continue;
        found = true;
        const auto object = test.make();
        failed += QTest::qExec(object.get(), arguments);
    }
    if (!found)
        qFatal("there is no test named %s", wanted.constData());
    return failed == 0 ? 0 : 1;
}
