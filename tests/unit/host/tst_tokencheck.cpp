#include "core/host/tokencheck.h"

#include "tests/support/test.h"

using namespace loopflow;
using namespace Qt::StringLiterals;

class TokenCheckTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsNothingWrongWithAGoodBot();
    void findsWhatIsMissing_data();
    void findsWhatIsMissing();
};

namespace {

discord::Application goodApplication()
{
    discord::Application application;
    application.messageContent = true;
    return application;
}

discord::GatewayBot goodGateway()
{
    discord::GatewayBot gateway;
    gateway.startsLeft = 998;
    gateway.startsTotal = 1000;
    gateway.startsReset = std::chrono::hours(1);
    return gateway;
}

} // namespace

void TokenCheckTest::findsNothingWrongWithAGoodBot()
{
    const auto findings = findingsOf(goodApplication(), goodGateway());
    QList<Aspect> aspects;
    for (const Finding &finding : findings) {
        QCOMPARE(finding.grade, Grade::Fine);
        QVERIFY(finding.sentence.endsWith(u'.'));
        aspects.append(finding.aspect);
    }
    QCOMPARE(
        aspects, (QList<Aspect>{Aspect::MessageContent, Aspect::Interactions, Aspect::Starts}));
    QVERIFY(findings.last().sentence.startsWith(u"998 of 1"));
}

void TokenCheckTest::findsWhatIsMissing_data()
{
    using Change = std::function<void(discord::Application &, discord::GatewayBot &)>;
    QTest::addColumn<Change>("change");
    QTest::addColumn<Aspect>("aspect");
    QTest::addColumn<Grade>("grade");
    QTest::addColumn<QString>("word");
    const auto row = [](const char *name, Change change, Aspect aspect, Grade grade,
                         const QString &word) {
        QTest::newRow(name) << std::move(change) << aspect << grade << word;
    };
    row(
        "message content", [](auto &app, auto &) { app.messageContent = false; },
        Aspect::MessageContent, Grade::Attention, u"Message Content is off"_s);
    row(
        "endpoint",
        [](auto &app, auto &) { app.interactionsEndpoint = u"https://example.org/i"_s; },
        Aspect::Interactions, Grade::Attention, u"interactions endpoint is set"_s);
    row(
        "code grant", [](auto &app, auto &) { app.requiresCodeGrant = true; }, Aspect::CodeGrant,
        Grade::Attention, u"Code Grant"_s);
    row(
        "owner only", [](auto &app, auto &) { app.isPublic = false; }, Aspect::PublicBot,
        Grade::Note, u"Public Bot"_s);
    row(
        "starts", [](auto &, auto &gateway) { gateway.startsLeft = 3; }, Aspect::Starts,
        Grade::Attention, u"only 3 more times within the next 60 minutes"_s);
}

void TokenCheckTest::findsWhatIsMissing()
{
    using Change = std::function<void(discord::Application &, discord::GatewayBot &)>;
    QFETCH(Change, change);
    QFETCH(Aspect, aspect);
    QFETCH(Grade, grade);
    QFETCH(QString, word);
    auto application = goodApplication();
    auto gateway = goodGateway();
    change(application, gateway);
    int found = 0;
    for (const Finding &finding : findingsOf(application, gateway)) {
        if (finding.grade == Grade::Fine)
            continue;
        ++found;
        QCOMPARE(finding.aspect, aspect);
        QCOMPARE(finding.grade, grade);
        QVERIFY2(finding.sentence.contains(word), qPrintable(finding.sentence));
    }
    QCOMPARE(found, 1);
}

LOOPFLOW_TEST(TokenCheckTest)
#include "tst_tokencheck.moc"
