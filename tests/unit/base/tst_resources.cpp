#include "core/base/resources.h"

#include "tests/support/test.h"

using namespace loopflow;

class ResourcesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void theStarterMatesAreBuiltIn()
    {
        const QStringList prompts = listResources(QStringLiteral("prompts"));
        QVERIFY(prompts.contains(QStringLiteral("maya.md")));
        QVERIFY(prompts.contains(QStringLiteral("merlin.md")));
        for (const QString &name : prompts)
            QVERIFY(readResource(QStringLiteral("prompts/") + name).startsWith("# "));
    }
};

LOOPFLOW_TEST(ResourcesTest)
#include "tst_resources.moc"
