#include "core/base/result.h"

#include "tests/support/test.h"

#include <memory>

using namespace loopflow;

class ResultTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void holdsAValueOrAnError()
    {
        const Result<int> good = 3;
        QVERIFY(good);
        QCOMPARE(*good, 3);
        const Result<int> bad = Error{ErrorCode::NotFound, QStringLiteral("gone")};
        QVERIFY(!bad);
        QCOMPARE(bad.error().code, ErrorCode::NotFound);
    }

    void movesWhatCannotBeCopied()
    {
        Result<std::unique_ptr<int>> made = std::make_unique<int>(7);
        const std::unique_ptr<int> taken = *std::move(made);
        QCOMPARE(*taken, 7);
    }

    void voidIsSuccessByDefault()
    {
        QVERIFY(Result<void>());
        QVERIFY(!Result<void>(Error{}));
    }
};

LOOPFLOW_TEST(ResultTest)
#include "tst_result.moc"
