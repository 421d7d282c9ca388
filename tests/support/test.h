// Registers test classes, so that one executable holds those of a folder.
// Every tst_*.cpp ends with LOOPFLOW_TEST(Class) and its .moc include.
#pragma once

#include <QTest>

#include <functional>
#include <memory>
#include <vector>

namespace loopflow::test {

struct RegisteredTest {
    QByteArray name; ///< tst_NAME.cpp
    std::function<std::unique_ptr<QObject>()> make;
};
std::vector<RegisteredTest> &registeredTests();
bool registerTest(const char *file, std::function<std::unique_ptr<QObject>()> make);

/// Where a file below tests/data is.
QString dataPath(const QString &path);
/// A file below tests/data; fails the process when it is missing.
QByteArray readData(const QString &path);

} // namespace loopflow::test

#define LOOPFLOW_TEST(Class)                                                                                   \
    static const bool registered##Class                                                                        \
        = loopflow::test::registerTest(__FILE__, [] { return std::make_unique<Class>(); });
