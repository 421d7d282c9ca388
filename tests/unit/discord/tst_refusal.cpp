#include "core/discord/refusal.h"

#include "tests/support/test.h"

#include <QRegularExpression>
#include <QSet>

using namespace loopflow;
using namespace loopflow::discord;
using namespace Qt::StringLiterals;

namespace {

Refusal refusal(int status, int code, const QString &message = {})
{
    return {status, code, true, message, std::nullopt};
}

} // namespace

class RefusalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void hasASentenceForEveryCodePeopleMeet_data();
    void hasASentenceForEveryCodePeopleMeet();
    void tellsDirectMessageProblemsApart();
    void judgesByStatusWhenTheCodeIsUnknown_data();
    void judgesByStatusWhenTheCodeIsUnknown();
    void quotesDiscordsWordsCalmlyAndShortly();
    void takesNameAndPictureLimitsForWhatTheyAre();
    void blamesTheServerBeforeTheCode();
};

void RefusalTest::hasASentenceForEveryCodePeopleMeet_data()
{
    QTest::addColumn<int>("code");
    for (const int code : {10002, 10003, 10004, 10007, 10008, 10013, 10014, 10015, 10062, 20001, 20012,
             20016, 20028, 20029, 30046, 40002, 40003, 40005, 40058, 40060, 40062, 40094, 40333, 50001,
             50005, 50006, 50007, 50008, 50013, 50024, 50045, 50083, 50109, 50278, 130000, 160002,
             160004, 160005, 160006, 160014, 200000, 240000, 400001})
        QTest::addRow("%d", code) << code;
}

void RefusalTest::hasASentenceForEveryCodePeopleMeet()
{
    QFETCH(int, code);
    const Verdict verdict = judge(refusal(403, code, u"Discord's words"_s));
    QVERIFY(!verdict.sentence.contains(u"Discord's words"));
    // What happened and what to do: two sentences, or one with both.
    static const QRegularExpression sentence(u"^[A-Z][^!]+[.,] ?[^!]*\\.$"_s);
    QVERIFY2(sentence.match(verdict.sentence).hasMatch(), qPrintable(verdict.sentence));
    QVERIFY(!verdict.tokenRefused);
}

void RefusalTest::tellsDirectMessageProblemsApart()
{
    const Verdict closed = judge(refusal(403, 50007));
    const Verdict strangers = judge(refusal(403, 50278));
    QVERIFY(closed.sentence.contains(u"privacy"));
    QVERIFY(strangers.sentence.contains(u"personal link"));
    QVERIFY(!closed.retryable);
    QVERIFY(judge(refusal(400, 40003)).retryable);
}

void RefusalTest::judgesByStatusWhenTheCodeIsUnknown_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<int>("kind");
    QTest::newRow("400") << 400 << static_cast<int>(ErrorCode::Invalid);
    QTest::newRow("403") << 403 << static_cast<int>(ErrorCode::Forbidden);
    QTest::newRow("404") << 404 << static_cast<int>(ErrorCode::NotFound);
    QTest::newRow("405") << 405 << static_cast<int>(ErrorCode::Invalid);
    QTest::newRow("409") << 409 << static_cast<int>(ErrorCode::Conflict);
    QTest::newRow("413") << 413 << static_cast<int>(ErrorCode::Invalid);
    QTest::newRow("429") << 429 << static_cast<int>(ErrorCode::RateLimited);
    QTest::newRow("503") << 503 << static_cast<int>(ErrorCode::Unavailable);
}

void RefusalTest::judgesByStatusWhenTheCodeIsUnknown()
{
    QFETCH(int, status);
    QFETCH(int, kind);
    const Verdict verdict = judge(refusal(status, 0, u"words"_s));
    QCOMPARE(static_cast<int>(verdict.kind), kind);
    QCOMPARE(verdict.retryable, status == 429 || status >= 500);
}

void RefusalTest::quotesDiscordsWordsCalmlyAndShortly()
{
    QVERIFY(judge(refusal(403, 0, u"Stop\nthat!!"_s)).sentence.contains(u"(Stop that)"));
    QVERIFY(judge(refusal(403, 0)).sentence.contains(u"(no reason given)"));
    QVERIFY(judge(refusal(403, 0, QString(5000, u'x'))).sentence.size() < 300);
}

void RefusalTest::takesNameAndPictureLimitsForWhatTheyAre()
{
    Refusal name = refusal(400, 50035);
    name.form = FormError{u"username"_s, u"USERNAME_RATE_LIMIT"_s, u"Too fast"_s};
    QCOMPARE(judge(name).kind, ErrorCode::RateLimited);
    QVERIFY(judge(name).sentence.contains(u"name"));
    Refusal picture = refusal(400, 50035);
    picture.form = FormError{u"avatar"_s, u"AVATAR_RATE_LIMIT"_s, u"Too fast"_s};
    QVERIFY(judge(picture).sentence.contains(u"picture"));
    Refusal bare = refusal(400, 50035, u"Invalid Form Body"_s);
    QVERIFY(judge(bare).sentence.contains(u"Invalid Form Body"));
}

void RefusalTest::blamesTheServerBeforeTheCode()
{
    QCOMPARE(judge(refusal(500, 50001)).kind, ErrorCode::Unavailable);
    QVERIFY(judge(refusal(400, 40001)).tokenRefused);
    QVERIFY(!judge(Refusal{404, 0, false, {}, {}}).tokenRefused);
}

LOOPFLOW_TEST(RefusalTest)
#include "tst_refusal.moc"
