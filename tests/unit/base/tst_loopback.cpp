#include "core/base/loopback.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

class LoopbackTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void knowsThisComputer_data()
    {
        QTest::addColumn<bool>("here");
        for (const char *host : {"localhost", "LOCALHOST", "a.localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"})
            QTest::addRow("%s", host) << true;
        for (const char *host : {"", "example.org", "127.0.0.1.example.org", "localhost.example.org", "10.0.0.1",
                 "notlocalhost", "::2", "128.0.0.1"})
            QTest::addRow("not %s", host) << false;
    }

    void knowsThisComputer()
    {
        QFETCH(bool, here);
        QString host = QString::fromUtf8(QTest::currentDataTag());
        if (host.startsWith(u"not "_s))
            host.remove(0, 4);
        QCOMPARE(isLoopbackHost(host), here);
    }
};

LOOPFLOW_TEST(LoopbackTest)
#include "tst_loopback.moc"
