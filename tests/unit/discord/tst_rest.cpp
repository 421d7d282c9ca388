#include "core/discord/rest.h"

#include "tests/support/test.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace loopflow;
using namespace loopflow::discord;
using namespace Qt::StringLiterals;

namespace {

const ChannelId channel{290926798999357250};

QJsonObject bodyOf(const RestRequest &request)
{
    return QJsonDocument::fromJson(request.body).object();
}

/// "METHOD path | route | major" and what else is not the default.
QString line(const RestRequest &request)
{
    QStringList parts{QString::fromLatin1(request.method) + u' ' + request.path,
        QString::fromLatin1(request.route.name), QString::fromLatin1(request.route.major)};
    switch (request.priority) {
    case Priority::High:
        parts.append(u"high"_s);
        break;
    case Priority::Normal:
        break;
    case Priority::Low:
        parts.append(u"low"_s);
        break;
    }
    if (!request.replaces.isEmpty())
        parts.append(u"replaces "_s + QString::fromLatin1(request.replaces));
    return parts.join(u" | ");
}

HttpResponse answer(int status, const QByteArray &body)
{
    HttpResponse response;
    response.status = status;
    response.body = body;
    return response;
}

} // namespace

class RestTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void namesRoutesAndMajorParameters_data();
    void namesRoutesAndMajorParameters();
    void keepsPagesWithinDiscordsLimits();
    void opensADirectMessage();
    void postsAReplyThatPingsOnlyWhomItAnswers();
    void postsAMessageThatPingsNobody();
    void editsWithoutPinging();
    void keepsOddTextIntact();
    void changesTheBotAndItsApplication();
    void switchesMessageContentOnAndKeepsTheRest_data();
    void switchesMessageContentOnAndKeepsTheRest();
    void looksForPicturesWhereTheyLie_data();
    void looksForPicturesWhereTheyLie();
    void readsAnApplication();
    void knowsBothFlagsOfMessageContent_data();
    void knowsBothFlagsOfMessageContent();
    void readsTheGatewayAddress();
    void refusesUnusableGatewayAddresses_data();
    void refusesUnusableGatewayAddresses();
    void explainsRefusals_data();
    void explainsRefusals();
    void saysWhichFieldWasWrong();
    void leavesAWriteWithoutAnswerInDoubt_data();
    void leavesAWriteWithoutAnswerInDoubt();
};

void RestTest::namesRoutesAndMajorParameters_data()
{
    QTest::addColumn<QString>("actual");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *name, const RestRequest &request, const QString &expected) {
        QTest::newRow(name) << line(request) << expected;
    };
    row("me", rest::me(), u"GET /users/@me | GET /users/@me | "_s);
    row("application", rest::application(), u"GET /applications/@me | GET /applications/@me | "_s);
    row("gateway", rest::gatewayBot(), u"GET /gateway/bot | GET /gateway/bot | "_s);
    row("dm", rest::openDm(UserId{5}), u"POST /users/@me/channels | POST /users/@me/channels | "_s);
    const QString messages = u"GET /channels/290926798999357250/messages?limit=%1 | "_s
        + u"GET /channels/{}/messages | 290926798999357250 | high"_s;
    row("newest", rest::messagesBefore(channel, {}, 100), messages.arg(u"100"_s));
    row("before", rest::messagesBefore(channel, {7}, 20), messages.arg(u"20&before=7"_s));
    row("after", rest::messagesAfter(channel, {7}, 100), messages.arg(u"100&after=7"_s));
    row("after none", rest::messagesAfter(channel, {}, 100), messages.arg(u"100&after=0"_s));
    row("create", rest::createMessage(channel, {u"a"_s, {}, u"n"_s}),
        u"POST /channels/290926798999357250/messages | POST /channels/{}/messages | 290926798999357250 | "
        "high"_s);
    row("edit", rest::editMessage(channel, {9}, u"a"_s),
        u"PATCH /channels/290926798999357250/messages/9 | PATCH /channels/{}/messages/{} | "
        "290926798999357250 | replaces edit 9"_s);
    row("typing", rest::typing(channel),
        u"POST /channels/290926798999357250/typing | POST /channels/{}/typing | 290926798999357250 | low | "
        "replaces typing 290926798999357250"_s);
}

void RestTest::namesRoutesAndMajorParameters()
{
    QFETCH(QString, actual);
    QFETCH(QString, expected);
    QCOMPARE(actual, expected);
}

void RestTest::keepsPagesWithinDiscordsLimits()
{
    QVERIFY(rest::messagesBefore(channel, {}, 500).path.endsWith(u"limit=100"));
    QVERIFY(rest::messagesBefore(channel, {}, 0).path.endsWith(u"limit=1"));
}

void RestTest::opensADirectMessage()
{
    QCOMPARE(bodyOf(rest::openDm(UserId{80351110224678912})),
        (QJsonObject{{u"recipient_id"_s, u"80351110224678912"_s}}));
    QVERIFY(rest::typing(channel).body.isEmpty());
    QVERIFY(rest::me().body.isEmpty());
}

void RestTest::postsAReplyThatPingsOnlyWhomItAnswers()
{
    const RestRequest request = rest::createMessage(channel, {u"@everyone hi"_s, {42}, u"1.1.0"_s});
    const QJsonObject expected{{u"content"_s, u"@everyone hi"_s}, {u"nonce"_s, u"1.1.0"_s},
        {u"enforce_nonce"_s, true},
        {u"allowed_mentions"_s,
            QJsonObject{{u"parse"_s, QJsonArray()}, {u"replied_user"_s, true}}},
        {u"message_reference"_s,
            QJsonObject{{u"message_id"_s, u"42"_s}, {u"fail_if_not_exists"_s, false}}}};
    QCOMPARE(bodyOf(request), expected);
}

void RestTest::postsAMessageThatPingsNobody()
{
    const RestRequest request = rest::createMessage(channel, {u"hi"_s, {}, u"1.1.1"_s});
    const QJsonObject expected{{u"content"_s, u"hi"_s}, {u"nonce"_s, u"1.1.1"_s},
        {u"enforce_nonce"_s, true},
        {u"allowed_mentions"_s, QJsonObject{{u"parse"_s, QJsonArray()}}}};
    QCOMPARE(bodyOf(request), expected);
}

void RestTest::editsWithoutPinging()
{
    const QJsonObject expected{{u"content"_s, u"new"_s},
        {u"allowed_mentions"_s, QJsonObject{{u"parse"_s, QJsonArray()}}}};
    QCOMPARE(bodyOf(rest::editMessage(channel, {9}, u"new"_s)), expected);
}

void RestTest::keepsOddTextIntact()
{
    const QString text = u"\"\\ \n\t \U0001F600 \u2028 <@1> {}"_s;
    const RestRequest request = rest::createMessage(channel, {text, {}, u"n"_s});
    QCOMPARE(bodyOf(request)[u"content"_s].toString(), text);
}

void RestTest::changesTheBotAndItsApplication()
{
    QCOMPARE(bodyOf(rest::setFlags(1 << 19)), (QJsonObject{{u"flags"_s, 1 << 19}}));
    QCOMPARE(rest::setFlags(1 << 19).path, u"/applications/@me"_s);
    QCOMPARE(bodyOf(rest::unsetInteractionsEndpoint()),
        (QJsonObject{{u"interactions_endpoint_url"_s, QJsonValue::Null}}));
    QCOMPARE(bodyOf(rest::setUsername(u"Maya"_s)), (QJsonObject{{u"username"_s, u"Maya"_s}}));
    QCOMPARE(bodyOf(rest::setAvatar("png")),
        (QJsonObject{{u"avatar"_s, u"data:image/png;base64,cG5n"_s}}));
    QCOMPARE(rest::setAvatar("png").path, u"/users/@me"_s);
    QCOMPARE(rest::setAvatar("png").method, QByteArray("PATCH"));
}

void RestTest::switchesMessageContentOnAndKeepsTheRest_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("after");
    QTest::newRow("nothing set") << 0 << (1 << 19);
    QTest::newRow("members and presence stay")
        << ((1 << 13) | (1 << 15)) << ((1 << 13) | (1 << 15) | (1 << 19));
    QTest::newRow("what the API does not take is left out")
        << ((1 << 23) | (1 << 18) | (1 << 15)) << ((1 << 15) | (1 << 19));
    QTest::newRow("on already") << (1 << 19) << (1 << 19);
}

void RestTest::switchesMessageContentOnAndKeepsTheRest()
{
    QFETCH(int, before);
    QTEST(withMessageContent(before), "after");
}

void RestTest::looksForPicturesWhereTheyLie_data()
{
    QTest::addColumn<QString>("api");
    QTest::addColumn<QString>("picture");
    QTest::newRow("Discord") << u"https://discord.com/api/v10"_s
                             << u"https://cdn.discordapp.com/avatars/5/abc.png?size=256"_s;
    QTest::newRow("another server") << u"http://127.0.0.1:4000/api/v10"_s
                                    << u"http://127.0.0.1:4000/avatars/5/abc.png?size=256"_s;
    QTest::newRow("not quite Discord") << u"https://notdiscord.com/api"_s
                                       << u"https://notdiscord.com/avatars/5/abc.png?size=256"_s;
}

void RestTest::looksForPicturesWhereTheyLie()
{
    QFETCH(QString, api);
    User user;
    user.id = {5};
    user.avatar = u"abc"_s;
    QTEST(avatarAddress(QUrl(api), user).toString(), "picture");
}

void RestTest::readsAnApplication()
{
    const auto application = parseApplication(R"({"id":"172150183260323840","name":"Baba","icon":null,
        "bot_public":true,"bot_require_code_grant":true,"flags":8650752,"interactions_endpoint_url":
        "https://example.org/i","something":{}})");
    QVERIFY(application);
    QCOMPARE(application->id.value, quint64(172150183260323840));
    QCOMPARE(application->name, u"Baba"_s);
    QVERIFY(application->requiresCodeGrant);
    QVERIFY(application->messageContent);
    QVERIFY(application->isPublic);
    QCOMPARE(application->flags, 8650752);
    QCOMPARE(application->interactionsEndpoint, u"https://example.org/i"_s);

    const auto bare = parseApplication(R"({"id":"1","interactions_endpoint_url":null,"bot_public":false,)"
                                       R"("approximate_guild_count":2})");
    QVERIFY(bare);
    QVERIFY(!bare->isPublic);
    QCOMPARE(bare->guildCount, 2);
    QVERIFY(!bare->requiresCodeGrant);
    QVERIFY(!bare->messageContent);
    QVERIFY(bare->interactionsEndpoint.isEmpty());
    QVERIFY(!parseApplication(R"({"name":"no id"})"));
    QVERIFY(!parseApplication("<html>"));
}

void RestTest::knowsBothFlagsOfMessageContent_data()
{
    QTest::addColumn<int>("flags");
    QTest::addColumn<bool>("granted");
    QTest::newRow("none") << 0 << false;
    QTest::newRow("approved") << (1 << 18) << true;
    QTest::newRow("limited") << (1 << 19) << true;
    QTest::newRow("presence and members") << ((1 << 13) | (1 << 15) | (1 << 23)) << false;
}

void RestTest::knowsBothFlagsOfMessageContent()
{
    QFETCH(int, flags);
    QFETCH(bool, granted);
    const auto application
        = parseApplication(R"({"id":"1","flags":)" + QByteArray::number(flags) + '}');
    QVERIFY(application);
    QCOMPARE(application->messageContent, granted);
}

void RestTest::readsTheGatewayAddress()
{
    const auto gateway = parseGatewayBot(R"({"url":"wss://gateway.discord.gg/","shards":9,
        "session_start_limit":{"total":1000,"remaining":997,"reset_after":14400000,"max_concurrency":1}})");
    QVERIFY(gateway);
    QCOMPARE(gateway->url, QUrl(u"wss://gateway.discord.gg/"_s));
    QCOMPARE(gateway->startsLeft, 997);
    QCOMPARE(gateway->startsTotal, 1000);
    QCOMPARE(gateway->startsReset, Milliseconds(14400000));

    const auto own = parseGatewayBot(R"({"url":"ws://127.0.0.1:4000"})");
    QVERIFY(own);
    QCOMPARE(own->url.port(), 4000);
    QCOMPARE(own->startsLeft, 1000);
}

void RestTest::refusesUnusableGatewayAddresses_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::newRow("none") << QByteArray("{}");
    QTest::newRow("http") << QByteArray(R"({"url":"https://discord.com"})");
    QTest::newRow("no host") << QByteArray(R"({"url":"wss://"})");
    QTest::newRow("words") << QByteArray(R"({"url":"wss://not a url"})");
    QTest::newRow("number") << QByteArray(R"({"url":5})");
    QTest::newRow("page") << QByteArray("<html></html>");
}

void RestTest::refusesUnusableGatewayAddresses()
{
    QFETCH(QByteArray, json);
    const auto gateway = parseGatewayBot(json);
    QVERIFY(!gateway);
    QVERIFY(gateway.error().message.contains(u"address"));
}

void RestTest::explainsRefusals_data()
{
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("kind");
    QTest::addColumn<int>("code");
    QTest::addColumn<QString>("flags"); // doubt, retry, token
    const auto row = [](const char *name, int status, const QByteArray &body, ErrorCode kind, int code,
                         const QString &flags) {
        QTest::newRow(name) << status << body << static_cast<int>(kind) << code << flags;
    };
    const QByteArray page = "<!DOCTYPE html><title>Access denied</title>";
    row("401", 401, R"({"message":"401: Unauthorized","code":0})", ErrorCode::Unauthorized, 0, u"token"_s);
    row("401 without JSON", 401, page, ErrorCode::Unauthorized, 0, u"token"_s);
    row("400 with 40001", 400, R"({"message":"Unauthorized","code":40001})", ErrorCode::Unauthorized,
        40001, u"token"_s);
    row("403 with 50014", 403, R"({"message":"Invalid token","code":50014})", ErrorCode::Unauthorized,
        50014, u"token"_s);
    row("closed DM", 403, R"({"message":"Cannot send messages to this user","code":50007})",
        ErrorCode::Forbidden, 50007, {});
    row("unknown channel", 404, R"({"message":"Unknown Channel","code":10003})", ErrorCode::NotFound,
        10003, {});
    row("429", 429, R"({"message":"You are being rate limited.","retry_after":1.5,"global":false})",
        ErrorCode::RateLimited, 0, u"retry"_s);
    row("DMs too fast", 429, R"({"message":"slow","code":40003,"retry_after":60})",
        ErrorCode::RateLimited, 40003, u"retry"_s);
    row("500", 500, R"({"message":"500: Internal Server Error","code":0})", ErrorCode::Unavailable, 0,
        u"doubt retry"_s);
    row("502 page", 502, page, ErrorCode::Unavailable, 0, u"doubt retry"_s);
    row("504 empty", 504, {}, ErrorCode::Unavailable, 0, u"doubt retry"_s);
    row("shield 403", 403, page, ErrorCode::RateLimited, 0, {});
    row("shield 429", 429, "error code: 1015", ErrorCode::RateLimited, 0, {});
    row("foreign 404", 404, "404 page not found", ErrorCode::NotFound, 0, {});
    row("redirect", 301, {}, ErrorCode::Invalid, 0, {});
    row("unknown code", 400, R"({"message":"Something new!","code":99999})", ErrorCode::Invalid, 99999, {});
    row("code as text", 403, R"({"message":5,"code":"x"})", ErrorCode::Forbidden, 0, {});
}

void RestTest::explainsRefusals()
{
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(int, kind);
    QFETCH(int, code);
    QFETCH(QString, flags);
    const RestFailure failure = explain(answer(status, body));
    QCOMPARE(failure.status, status);
    QCOMPARE(static_cast<int>(failure.error.code), kind);
    QCOMPARE(failure.code, code);
    QStringList actual;
    if (failure.outcomeUnknown)
        actual.append(u"doubt"_s);
    if (failure.retryable)
        actual.append(u"retry"_s);
    if (failure.tokenRefused)
        actual.append(u"token"_s);
    QCOMPARE(actual.join(u' '), flags);
    QVERIFY(failure.error.message.endsWith(u'.'));
    QVERIFY(!failure.error.message.contains(u'<'));
    QVERIFY(!failure.error.message.contains(u'!'));
}

void RestTest::saysWhichFieldWasWrong()
{
    const RestFailure failure = explain(answer(400, R"({"code":50035,"message":"Invalid Form Body","errors":
        {"embeds":{"0":{"fields":{"1":{"name":{"_errors":[{"code":"BASE_TYPE_MAX_LENGTH",
        "message":"Must be 256 or fewer in length."}]}}}}}}})"));
    QVERIFY(failure.error.message.contains(
        u"embeds.0.fields.1.name: Must be 256 or fewer in length"));
    QVERIFY(!failure.retryable);

    const RestFailure whole = explain(answer(400, R"({"code":50035,"message":"Invalid Form Body","errors":
        {"_errors":[{"code":"X","message":"Something is missing"}]}})"));
    QVERIFY(whole.error.message.contains(u"(Something is missing)"));

    const RestFailure avatar = explain(answer(400, R"({"code":50035,"message":"Invalid Form Body","errors":
        {"avatar":{"_errors":[{"code":"AVATAR_RATE_LIMIT","message":"Too fast"}]}}})"));
    QCOMPARE(avatar.error.code, ErrorCode::RateLimited);
    QVERIFY(avatar.retryable);
}

void RestTest::leavesAWriteWithoutAnswerInDoubt_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<bool>("retryable");
    QTest::newRow("unreachable") << static_cast<int>(ErrorCode::Unreachable) << true;
    QTest::newRow("timeout") << static_cast<int>(ErrorCode::Timeout) << true;
    QTest::newRow("cut answer") << static_cast<int>(ErrorCode::Incomplete) << true;
    QTest::newRow("given up") << static_cast<int>(ErrorCode::Cancelled) << false;
    QTest::newRow("impossible address") << static_cast<int>(ErrorCode::Invalid) << false;
}

void RestTest::leavesAWriteWithoutAnswerInDoubt()
{
    QFETCH(int, code);
    QFETCH(bool, retryable);
    const Error error{static_cast<ErrorCode>(code), u"No answer came. Check the network."_s};
    const RestFailure failure = explain(error);
    QCOMPARE(failure.error, error);
    QCOMPARE(failure.status, 0);
    QVERIFY(failure.outcomeUnknown);
    QCOMPARE(failure.retryable, retryable);
    QVERIFY(!failure.tokenRefused);
}

LOOPFLOW_TEST(RestTest)
#include "tst_rest.moc"
