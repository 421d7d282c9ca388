#include "core/base/secretmask.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

class SecretMaskTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hidesWhatItWasTold()
    {
        QCOMPARE(withoutSecrets(u"say plum-tart-42 twice"_s), u"say plum-tart-42 twice"_s);
        hideInLogs(Secret("plum-tart-42"));
        QCOMPARE(withoutSecrets(u"say plum-tart-42 twice: plum-tart-42"_s), u"say ••• twice: •••"_s);
    }

    void hidesTheLongerOfTwoThatOverlap()
    {
        hideInLogs(Secret("apple-pie"));
        hideInLogs(Secret("apple-pie-with-cream"));
        QCOMPARE(withoutSecrets(u"<apple-pie-with-cream> <apple-pie>"_s), u"<•••> <•••>"_s);
    }

    void hidesItInAnAddress()
    {
        hideInLogs(Secret("pass word/with=signs"));
        QCOMPARE(withoutSecrets(u"http://a:pass%20word%2Fwith%3Dsigns@b"_s), u"http://a:•••@b"_s);
    }

    void leavesShortOnesAlone()
    {
        hideInLogs(Secret("test"));
        hideInLogs(Secret());
        QCOMPARE(withoutSecrets(u"a test of texts"_s), u"a test of texts"_s);
    }
};

LOOPFLOW_TEST(SecretMaskTest)
#include "tst_secretmask.moc"
