#include "core/practice/apierror.h"
#include "tests/support/test.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace loopflow::practice;

class ApiErrorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nestsFieldErrorsByPath()
    {
        FormErrors errors;
        QVERIFY(errors.isEmpty());
        errors.add({u"allowed_mentions"_s, u"users"_s, u"0"_s}, u"A"_s, u"a"_s);
        errors.add({u"allowed_mentions"_s, u"users"_s, u"0"_s}, u"B"_s, u"b"_s);
        errors.add({}, u"C"_s, u"c"_s);
        const ApiError error = errors.error();
        QCOMPARE(error.status, 400);
        QCOMPARE(QJsonDocument(error.toJson()).toJson(QJsonDocument::Compact),
            R"({"code":50035,"errors":{"_errors":[{"code":"C","message":"c"}],"allowed_mentions":{"users":{"0":{"_errors":)"
            R"([{"code":"A","message":"a"},{"code":"B","message":"b"}]}}}},"message":"Invalid Form Body"})");
    }

    void leavesTheTreeOutWhereThereIsNone()
    {
        QCOMPARE(QJsonDocument(apierror::unauthorized().toJson()).toJson(QJsonDocument::Compact),
            R"({"code":0,"message":"401: Unauthorized"})");
    }

    void knowsDiscordsCodes_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("code");
        QTest::addColumn<int>("wantedStatus");
        QTest::addColumn<int>("wantedCode");
        const auto row = [](const char *name, const ApiError &error, int status, int code) {
            QTest::newRow(name) << error.status << error.code << status << code;
        };
        row("unknown channel", apierror::unknownChannel(), 404, 10003);
        row("unknown message", apierror::unknownMessage(), 404, 10008);
        row("unknown user", apierror::unknownUser(), 404, 10013);
        row("bots only", apierror::botsOnly(), 403, 20002);
        row("user agent", apierror::blockedUserAgent(), 403, 40333);
        row("missing access", apierror::missingAccess(), 403, 50001);
        row("not in a DM", apierror::notInDm(), 403, 50003);
        row("not the author", apierror::notAuthor(), 403, 50005);
        row("empty", apierror::emptyMessage(), 400, 50006);
        row("cannot message", apierror::cannotMessageUser(), 403, 50007);
        row("recipient", apierror::invalidRecipient(), 400, 50033);
        row("version", apierror::invalidVersion(), 400, 50041);
        row("json", apierror::invalidJson(), 400, 50109);
        row("not found", apierror::notFound(), 404, 0);
        row("method", apierror::methodNotAllowed(), 405, 0);
    }
    void knowsDiscordsCodes()
    {
        QFETCH(int, status);
        QFETCH(int, code);
        QTEST(status, "wantedStatus");
        QTEST(code, "wantedCode");
    }
};

LOOPFLOW_TEST(ApiErrorTest)
#include "tst_apierror.moc"
