#include "core/base/secret.h"

#include "tests/support/test.h"

using namespace loopflow;

class SecretTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void neverPrintsItself()
    {
        QString printed;
        QDebug(&printed) << Secret("hush");
        QVERIFY(!printed.contains(QStringLiteral("hush")));
        QVERIFY(!printed.isEmpty());
    }

    void movingLeavesNothingBehind()
    {
        Secret one("hush");
        Secret two = std::move(one);
        QVERIFY(one.isEmpty()); // NOLINT(bugprone-use-after-move)
        QCOMPARE(two.reveal(), QByteArray("hush"));
    }

    void aCloneOutlivesItsSource()
    {
        Secret copy;
        {
            const Secret source("hush");
            copy = source.clone();
        }
        QCOMPARE(copy.reveal(), QByteArray("hush"));
    }

    void leavesBytesThatSomebodyElseHoldsAlone()
    {
        QByteArray bytes("hush-hush-hush-hush-hush");
        bytes.detach();
        auto secret = std::make_unique<Secret>(std::move(bytes));
        const QByteArray stillShared = secret->reveal();
        secret.reset(); // shared bytes are somebody else's
        QCOMPARE(stillShared, QByteArray("hush-hush-hush-hush-hush"));
    }
};

LOOPFLOW_TEST(SecretTest)
#include "tst_secret.moc"
