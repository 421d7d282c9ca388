#include "core/base/headerlines.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

class HeaderLinesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsOneHeaderALine()
    {
        const auto headers = parseHeaderLines(u"X"_s, u"X-Team: design: web\r\n\n X-Empty:\n"_s);
        QVERIFY(headers);
        QCOMPARE(*headers, (Headers{{"X-Team", "design: web"}, {"X-Empty", ""}}));
    }

    void saysWhichLineIsNone()
    {
        const auto headers = parseHeaderLines(u"the extra headers"_s, u"X-A: 1\nsecret"_s);
        QVERIFY(!headers);
        QCOMPARE(headers.error().code, ErrorCode::Invalid);
        QVERIFY(headers.error().message.startsWith(u"Line 2 of the extra headers"_s));
        QVERIFY(!headers.error().message.contains(u"secret"_s));
    }

    void tellsASecretFromAWord_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("secret");
        QTest::newRow("authorization") << QByteArray("authorization") << QByteArray("x") << true;
        QTest::newRow("api key") << QByteArray("X-Api-Key") << QByteArray("x") << true;
        QTest::newRow("subscription key") << QByteArray("Ocp-Apim-Subscription-Key") << QByteArray("x") << true;
        QTest::newRow("cookie") << QByteArray("Cookie") << QByteArray("a=b") << true;
        QTest::newRow("by lot") << QByteArray("X-Team") << QByteArray("9f8e7d6c5b4a39281706f5e4") << true;
        QTest::newRow("behind a word") << QByteArray("X-Team") << QByteArray("Bearer 9f8e7d6c5b4a39281706f5e4") << true;
        QTest::newRow("a word") << QByteArray("X-Team") << QByteArray("design") << false;
        QTest::newRow("dated names") << QByteArray("anthropic-beta")
                                     << QByteArray("prompt-caching-2024-07-31,tools-2024-05-16") << false;
        QTest::newRow("address") << QByteArray("HTTP-Referer") << QByteArray("https://example.org/loopflow") << false;
        QTest::newRow("organisation") << QByteArray("OpenAI-Organization") << QByteArray("org-1") << false;
    }

    void tellsASecretFromAWord()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(bool, secret);
        QCOMPARE(looksSecret(name, value), secret);
    }
};

LOOPFLOW_TEST(HeaderLinesTest)
#include "tst_headerlines.moc"
