#include "core/discord/invite.h"
#include "core/host/onboarding.h"
#include "core/net/httpclient.h"
#include "tests/support/test.h"
#include "tests/wire/rawhttpserver.h"

#include <QTcpSocket>

#include <optional>

using namespace loopflow;
using loopflow::test::RawHttpServer;

namespace {

const QByteArray me = R"({"id":"9","username":"maya","discriminator":"4821","avatar":"abc","bot":true})";
const QByteArray application = R"({"id":"10","name":"Maya","bot_require_code_grant":false,"flags":524288,)"
                               R"("interactions_endpoint_url":null})";
const QByteArray gateway = R"({"url":"wss://gateway.discord.gg","shards":1,"session_start_limit":)"
                           R"({"total":1000,"remaining":999,"reset_after":3600000,"max_concurrency":1}})";

/// Discord's three answers; each may be another one.
struct Answers {
    QByteArray me = ::me;
    QByteArray application = ::application;
    QByteArray gateway = ::gateway;
    int status = 200; ///< of all of them
    int patchStatus = 200;
    QByteArray patched = ::me; ///< what PATCH answers
};

QByteArray refusal(int code)
{
    return R"({"code":)" + QByteArray::number(code) + R"(,"message":"401: Unauthorized"})";
}

} // namespace

class TestOnboarding : public QObject {
    Q_OBJECT

private:
    using Check = std::optional<Result<TokenCheck>>;
    HttpClient m_http;
    discord::RequestBreakers m_breakers;
    Onboarding m_onboarding{&m_http, &m_breakers};
    Answers m_answers;
    std::unique_ptr<RawHttpServer> m_server;

    Callback<TokenCheck> into(Check &check)
    {
        return [&check](Result<TokenCheck> result) { check = std::move(result); };
    }
    QUrl api() const { return m_server->url(QStringLiteral("/api/v10")); }
    QList<QByteArray> asked() const
    {
        QList<QByteArray> targets;
        for (const auto &request : m_server->requests())
            targets.append(request.method + ' ' + request.target);
        return targets;
    }

private Q_SLOTS:
    void init();
    void saysWhoseTokenItIs();
    void refusesATokenAtTheFirstQuestion_data();
    void refusesATokenAtTheFirstQuestion();
    void refusesAPersonsToken();
    void saysWhatTheServerIsNot_data();
    void saysWhatTheServerIsNot();
    void saysWhenTheServerIsNotReached();
    void sendsNothingThatIsNoTokenToDiscord();
    void forgivesAnyShapeElsewhere();
    void trimsWhatWasPasted();
    void dropsTheCheckWithItsContext();
    void switchesMessageContentOnAndLooksAgain();
    void saysWhatToDoWhenAChangeIsRefused_data();
    void saysWhatToDoWhenAChangeIsRefused();
    void unsetsTheInteractionsEndpoint();
    void givesTheBotNameAndPicture();
    void sendsNothingThatTheBotHas();
    void aRefusedNameDoesNotKeepThePictureBack();
};

void TestOnboarding::init()
{
    m_answers = {};
    m_breakers = {};
    m_server = std::make_unique<RawHttpServer>([this](
                                                   QTcpSocket *socket, const RawHttpServer::Request &request) {
        if (request.method == "PATCH") {
            socket->write(RawHttpServer::answer(
                m_answers.patchStatus, m_answers.patched, {{"Content-Type", "application/json"}}));
            return;
        }
        const auto &body = request.target.endsWith("/users/@me") ? m_answers.me
            : request.target.endsWith("/applications/@me")       ? m_answers.application
                                                                 : m_answers.gateway;
        socket->write(RawHttpServer::answer(m_answers.status, body, {{"Content-Type", "application/json"}}));
    });
}

void TestOnboarding::saysWhoseTokenItIs()
{
    Check check;
    m_onboarding.check(api(), Secret("abc"), this, into(check));
    QVERIFY(!check);
    QTRY_VERIFY(check);
    QVERIFY2(check->hasValue(), check->hasValue() ? "" : qPrintable(check->error().message));
    const TokenCheck &found = **check;
    QCOMPARE(found.bot.id, discord::UserId{9});
    QCOMPARE(found.bot.username, QStringLiteral("maya"));
    QCOMPARE(found.application.id, discord::ApplicationId{10});
    QVERIFY(found.application.messageContent);
    QCOMPARE(found.startsLeft, 999);
    QCOMPARE(found.serverInvite, discord::serverInvite({10}));
    QCOMPARE(found.personalInvite, discord::personalInvite({10}));
    QCOMPARE(found.discriminator, QStringLiteral("4821"));
    QVERIFY(found.latency.count() >= 0);
    QVERIFY(std::all_of(found.findings.cbegin(), found.findings.cend(),
        [](const Finding &finding) { return finding.grade == Grade::Fine; }));
    QCOMPARE(asked(),
        (QList<QByteArray>{
            "GET /api/v10/users/@me", "GET /api/v10/applications/@me", "GET /api/v10/gateway/bot"}));
    QCOMPARE(m_server->requests().first().headers.value("Authorization"), QByteArray("Bot abc"));
}

void TestOnboarding::refusesATokenAtTheFirstQuestion_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addRow("401") << 401 << refusal(0);
    QTest::addRow("400 with code 40001") << 400 << refusal(40001);
}

void TestOnboarding::refusesATokenAtTheFirstQuestion()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    m_answers.status = status;
    m_answers.me = body;
    Check check;
    m_onboarding.check(api(), Secret("abc"), this, into(check));
    QTRY_VERIFY(check);
    QCOMPARE(check->error().code, ErrorCode::Unauthorized);
    QVERIFY(check->error().message.contains(u"refused this token"));
    QCOMPARE(asked().size(), 1); // every refusal counts against this computer's address
}

void TestOnboarding::refusesAPersonsToken()
{
    m_answers.me = R"({"id":"9","username":"ana"})";
    Check check;
    m_onboarding.check(api(), Secret("abc"), this, into(check));
    QTRY_VERIFY(check);
    QCOMPARE(check->error().code, ErrorCode::Forbidden);
    QVERIFY(check->error().message.contains(u"person"));
    QCOMPARE(asked().size(), 1);
}

void TestOnboarding::saysWhatTheServerIsNot_data()
{
    QTest::addColumn<QByteArray>("me");
    QTest::addColumn<QByteArray>("application");
    QTest::addColumn<QByteArray>("gateway");
    QTest::addRow("a page") << QByteArray("<html></html>") << application << gateway;
    QTest::addRow("no application") << me << QByteArray("[]") << gateway;
    QTest::addRow("no gateway") << me << application << QByteArray("{}");
}

void TestOnboarding::saysWhatTheServerIsNot()
{
    QFETCH(QByteArray, me);
    QFETCH(QByteArray, application);
    QFETCH(QByteArray, gateway);
    m_answers = {me, application, gateway};
    Check check;
    m_onboarding.check(api(), Secret("abc"), this, into(check));
    QTRY_VERIFY(check);
    QCOMPARE(check->error().code, ErrorCode::Invalid);
    QVERIFY2(check->error().message.contains(u"address"), qPrintable(check->error().message));
}

void TestOnboarding::saysWhenTheServerIsNotReached()
{
    Check check;
    m_onboarding.check(test::deadAddress(), Secret("abc"), this, into(check));
    QTRY_VERIFY(check);
    QCOMPARE(check->error().code, ErrorCode::Unreachable);
}

void TestOnboarding::sendsNothingThatIsNoTokenToDiscord()
{
    const QUrl discordApi(QStringLiteral("https://discord.com/api/v10"));
    Check check;
    m_onboarding.check(discordApi, Secret("123456789012345678"), this, into(check));
    QVERIFY(!check);
    QCOMPARE(m_http.inFlight(), 0);
    QTRY_VERIFY(check);
    QCOMPARE(check->error().code, ErrorCode::Invalid);
    QCOMPARE(check->error().message, discord::tokenMistake(u"123456789012345678", true));
}

void TestOnboarding::forgivesAnyShapeElsewhere()
{
    Check check;
    m_onboarding.check(api(), Secret("123456789012345678"), this, into(check));
    QTRY_VERIFY(check);
    QVERIFY(check->hasValue());
    Check empty;
    m_onboarding.check(api(), Secret("  "), this, into(empty));
    QTRY_VERIFY(empty);
    QCOMPARE(empty->error().code, ErrorCode::Invalid);
}

void TestOnboarding::trimsWhatWasPasted()
{
    Check check;
    m_onboarding.check(api(), Secret(" Bot abc\n"), this, into(check));
    QTRY_VERIFY(check);
    QCOMPARE(m_server->requests().first().headers.value("Authorization"), QByteArray("Bot abc"));
}

void TestOnboarding::dropsTheCheckWithItsContext()
{
    auto context = std::make_unique<QObject>();
    Check dropped;
    m_onboarding.check(api(), Secret("abc"), context.get(), into(dropped));
    context.reset();
    Check kept;
    m_onboarding.check(api(), Secret("abc"), this, into(kept));
    QTRY_VERIFY(kept);
    QVERIFY(!dropped);
    QTRY_COMPARE(m_http.inFlight(), 0);
}

void TestOnboarding::switchesMessageContentOnAndLooksAgain()
{
    discord::Application before;
    before.flags = 1 << 15 | 1 << 23;
    Check check;
    m_onboarding.switchOnMessageContent(api(), Secret("abc"), before, this, into(check));
    QTRY_VERIFY(check);
    QVERIFY(check->hasValue());
    QCOMPARE(asked(),
        (QList<QByteArray>{"PATCH /api/v10/applications/@me", "GET /api/v10/users/@me",
            "GET /api/v10/applications/@me", "GET /api/v10/gateway/bot"}));
    QCOMPARE(m_server->requests().first().body, QByteArray(R"({"flags":557056})"));
}

void TestOnboarding::saysWhatToDoWhenAChangeIsRefused_data()
{
    QTest::addColumn<bool>("endpoint");
    QTest::addColumn<QString>("advice");
    QTest::addRow("flags") << false << QStringLiteral("Message Content Intent in the developer portal");
    QTest::addRow("endpoint") << true << QStringLiteral("Interactions Endpoint URL in the developer portal");
}

void TestOnboarding::saysWhatToDoWhenAChangeIsRefused()
{
    QFETCH(bool, endpoint);
    QFETCH(QString, advice);
    m_answers.patchStatus = 400;
    m_answers.patched = R"({"code":50035,"message":"Invalid Form Body","errors":{"flags":{"_errors":)"
                        R"([{"code":"APPLICATION_FLAGS_INVALID","message":"Not now"}]}}})";
    Check check;
    if (endpoint)
        m_onboarding.unsetInteractionsEndpoint(api(), Secret("abc"), this, into(check));
    else
        m_onboarding.switchOnMessageContent(api(), Secret("abc"), {}, this, into(check));
    QTRY_VERIFY(check);
    QVERIFY(!check->hasValue());
    QVERIFY(check->error().message.contains(u"Not now"));
    QVERIFY2(check->error().message.contains(advice), qPrintable(check->error().message));
    QCOMPARE(asked().size(), 1);
}

void TestOnboarding::unsetsTheInteractionsEndpoint()
{
    Check check;
    m_onboarding.unsetInteractionsEndpoint(api(), Secret("abc"), this, into(check));
    QTRY_VERIFY(check);
    QVERIFY(check->hasValue());
    QCOMPARE(m_server->requests().first().body, QByteArray(R"({"interactions_endpoint_url":null})"));
}

void TestOnboarding::givesTheBotNameAndPicture()
{
    m_answers.patched = R"({"id":"9","username":"Maya","avatar":"new","bot":true})";
    discord::User bot;
    bot.id = {9};
    bot.username = QStringLiteral("maya-bot");
    std::optional<DressedBot> dressed;
    m_onboarding.dress(api(), Secret("abc"), bot, QStringLiteral("Maya"), "png", this,
        [&](const DressedBot &done) { dressed = done; });
    QVERIFY(!dressed);
    QTRY_VERIFY(dressed);
    QVERIFY(dressed->refusals.isEmpty());
    QCOMPARE(dressed->bot.username, QStringLiteral("Maya"));
    QCOMPARE(dressed->bot.avatar, QStringLiteral("new"));
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(m_server->requests()[0].body, QByteArray(R"({"username":"Maya"})"));
    QCOMPARE(m_server->requests()[1].body, QByteArray(R"({"avatar":"data:image/png;base64,cG5n"})"));
}

void TestOnboarding::sendsNothingThatTheBotHas()
{
    discord::User bot;
    bot.username = QStringLiteral("Maya");
    std::optional<DressedBot> dressed;
    m_onboarding.dress(api(), Secret("abc"), bot, QStringLiteral("Maya"), {}, this,
        [&](const DressedBot &done) { dressed = done; });
    QVERIFY(!dressed);
    QTRY_VERIFY(dressed);
    QVERIFY(m_server->requests().isEmpty());
}

void TestOnboarding::aRefusedNameDoesNotKeepThePictureBack()
{
    m_answers.patchStatus = 400;
    m_answers.patched = R"({"code":50035,"message":"Invalid Form Body","errors":{"username":{"_errors":)"
                        R"([{"code":"USERNAME_RATE_LIMIT","message":"too fast"}]}}})";
    discord::User bot;
    bot.id = {9};
    bot.username = QStringLiteral("maya-bot");
    std::optional<DressedBot> dressed;
    m_onboarding.dress(api(), Secret("abc"), bot, QStringLiteral("Maya"), "png", this,
        [&](const DressedBot &done) { dressed = done; });
    QTRY_VERIFY(dressed);
    QCOMPARE(m_server->requests().size(), 2);
    QCOMPARE(dressed->bot, bot);
    QCOMPARE(dressed->refusals.size(), 2);
    QVERIFY2(dressed->refusals.first().contains(u"keeps the name maya-bot")
            && dressed->refusals.first().contains(u"Wait an hour"),
        qPrintable(dressed->refusals.first()));
}

LOOPFLOW_TEST(TestOnboarding)
#include "tst_onboarding.moc"
