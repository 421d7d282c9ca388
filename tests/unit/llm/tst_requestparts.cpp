#include "core/llm/requestparts.h"

#include "tests/support/test.h"

#include <QTest>

using namespace loopflow;
using namespace loopflow::llm;
using namespace Qt::StringLiterals;

class RequestPartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void postsJson();
    void asksWithAQuery();
    void letsTheEndpointsHeadersWin();
    void cleansPastedKeys_data();
    void cleansPastedKeys();
};

void RequestPartsTest::postsJson()
{
    const Endpoint endpoint{u"custom"_s, QUrl(u"http://localhost:8080/v1"_s), {}};
    const auto request =
        postRequest(endpoint, u"/chat/completions"_s, {{u"b"_s, 1}, {u"a"_s, u"é"_s}});
    QCOMPARE(request.method, "POST");
    QCOMPARE(request.url.toString(), u"http://localhost:8080/v1/chat/completions"_s);
    QCOMPARE(request.body, "{\"a\":\"é\",\"b\":1}");
    QCOMPARE(request.headers.value("content-type"), "application/json");
}

void RequestPartsTest::asksWithAQuery()
{
    const Endpoint endpoint{u"custom"_s, QUrl(u"http://localhost:8080"_s), {}};
    const auto request = getRequest(endpoint, u"/models?limit=2"_s);
    QCOMPARE(request.method, "GET");
    QCOMPARE(request.url.toString(), u"http://localhost:8080/models?limit=2"_s);
    QVERIFY(request.body.isEmpty());
}

void RequestPartsTest::letsTheEndpointsHeadersWin()
{
    const Endpoint endpoint{
        u"custom"_s, QUrl(u"http://localhost:8080"_s), {{"X-Version", "2"}, {"X-Team", "a"}}};
    const auto request = postRequest(endpoint, u"/x"_s, {}, {{"x-version", "1"}});
    QCOMPARE(request.headers.value("x-version"), "2");
    QCOMPARE(request.headers.value("x-team"), "a");
}

void RequestPartsTest::cleansPastedKeys_data()
{
    QTest::addColumn<QByteArray>("pasted");
    QTest::newRow("clean") << QByteArray("sk-abc");
    QTest::newRow("line end") << QByteArray("sk-abc\n");
    QTest::newRow("spaces") << QByteArray("  sk-abc\t");
    QTest::newRow("a broken line") << QByteArray("sk-\r\nabc");
}

void RequestPartsTest::cleansPastedKeys()
{
    QFETCH(QByteArray, pasted);
    QCOMPARE(headerValue(Secret(pasted)), "sk-abc");
}

LOOPFLOW_TEST(RequestPartsTest)
#include "tst_requestparts.moc"
