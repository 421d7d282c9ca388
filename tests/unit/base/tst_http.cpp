#include "core/base/http.h"

#include "tests/support/test.h"

using namespace loopflow;

class HttpTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void headersAreFoundWithoutCase()
    {
        const Headers headers{{"Content-Type", "text/plain"}};
        QCOMPARE(headers.value("content-type"), QByteArray("text/plain"));
        QVERIFY(headers.has("CONTENT-TYPE"));
        QVERIFY(!headers.has("Content"));
    }

    void settingReplacesEveryLineOfThatName()
    {
        Headers headers{{"A", "1"}, {"a", "2"}, {"B", "3"}};
        headers.set("A", "4");
        QCOMPARE(headers.lines().size(), 2);
        QCOMPARE(headers.value("a"), QByteArray("4"));
    }

    void onlyTwoHundredsAreSuccess()
    {
        QVERIFY((HttpResponse{204, {}, {}}.isSuccess()));
        QVERIFY(!(HttpResponse{302, {}, {}}.isSuccess()));
        QVERIFY(!(HttpResponse{199, {}, {}}.isSuccess()));
    }
};

LOOPFLOW_TEST(HttpTest)
#include "tst_http.moc"
