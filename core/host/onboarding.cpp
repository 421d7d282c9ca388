#include "core/host/onboarding.h"

#include "core/discord/invite.h"
#include "core/net/restclient.h"

#include <QJsonDocument>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

/// Below this a day of restarts could use the bot's identifies up.
constexpr int fewStarts = 50;

bool isDiscord(const QUrl &api)
{
    const QString host = api.host();
    return host == "discord.com"_L1 || host.endsWith(".discord.com"_L1)
        || host == "discordapp.com"_L1 || host.endsWith(".discordapp.com"_L1);
}

QString inHours(Milliseconds time)
{
    const auto minutes = (time.count() + 59999) / 60000;
    return minutes < 120 ? u"%1 minutes"_s.arg(minutes) : u"%1 hours"_s.arg((minutes + 59) / 60);
}

QStringList warningsOf(const discord::Application &application, const discord::GatewayBot &gateway)
{
    QStringList warnings;
    if (application.requiresCodeGrant)
        warnings += u"Requires OAuth2 Code Grant is on, so the invite links do not work. "
                    "Switch it off in the developer portal under Bot."_s;
    if (!application.interactionsEndpoint.isEmpty())
        warnings += u"An interactions endpoint is set, so commands do not reach Loopflow. "
                    "Remove it in the developer portal under General Information."_s;
    if (gateway.startsLeft < fewStarts)
        warnings += u"Discord lets this bot sign in only %1 more times within the next %2. "
                    "See whether another program starts it over and over."_s.arg(
                        QString::number(gateway.startsLeft), inHours(gateway.startsReset));
    return warnings;
}

/// One token's questions, one after the other: a refused token must cost one invalid request, not
/// three.
class TokenDoctor final : public QObject {
public:
    TokenDoctor(RestClient *rest, QObject *context, Callback<TokenCheck> callback, QObject *parent)
        : QObject(parent)
        , m_rest(rest)
        , m_callback(std::move(callback))
    {
        m_rest->setParent(this);
        connect(context, &QObject::destroyed, this, [this] {
            m_callback = nullptr;
            deleteLater();
        });
    }

    void begin()
    {
        ask(discord::rest::me(), [this](const QByteArray &json) { takeBot(json); });
    }

private:
    void ask(discord::RestRequest request, std::function<void(const QByteArray &)> take)
    {
        m_rest->send(
            std::move(request), this, [this, take = std::move(take)](const RestAnswer &answer) {
                if (answer.failure)
                    return end(answer.failure->tokenRefused ? refused() : answer.failure->error);
                take(answer.response.body);
            });
    }

    static Error refused()
    {
        return {ErrorCode::Unauthorized,
            u"The server refused this token. Reset the token in the developer portal under Bot, "
            "and paste the new one."_s};
    }

    void takeBot(const QByteArray &json)
    {
        const auto user = discord::parseUser(QJsonDocument::fromJson(json).object());
        if (!user)
            return end(Error{ErrorCode::Invalid,
                u"The server did not say whose token this is. Check that its address is the one "
                "of a Discord API."_s});
        m_check.bot = *user;
        if (!user->bot)
            return end(Error{ErrorCode::Forbidden,
                u"This token belongs to a person, not to a bot. Make an application in the "
                "developer portal and paste the token of its bot."_s});
        ask(discord::rest::application(),
            [this](const QByteArray &body) { takeApplication(body); });
    }

    void takeApplication(const QByteArray &json)
    {
        const auto application = discord::parseApplication(json);
        if (!application)
            return end(application.error());
        m_check.application = *application;
        m_check.serverInvite = discord::serverInvite(application->id);
        m_check.personalInvite = discord::personalInvite(application->id);
        ask(discord::rest::gatewayBot(), [this](const QByteArray &body) { takeGateway(body); });
    }

    void takeGateway(const QByteArray &json)
    {
        const auto gateway = discord::parseGatewayBot(json);
        if (!gateway)
            return end(gateway.error());
        m_check.startsLeft = gateway->startsLeft;
        m_check.warnings = warningsOf(m_check.application, *gateway);
        end(m_check);
    }

    void end(Result<TokenCheck> result)
    {
        deleteLater();
        if (const auto callback = std::exchange(m_callback, nullptr))
            callback(std::move(result));
    }

    RestClient *m_rest;
    Callback<TokenCheck> m_callback;
    TokenCheck m_check;
};

} // namespace

Onboarding::Onboarding(HttpClient *http, discord::RequestBreakers *breakers, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_breakers(breakers)
{
}

void Onboarding::check(
    const QUrl &api, const Secret &token, QObject *context, Callback<TokenCheck> callback)
{
    const QString pasted = QString::fromUtf8(token.reveal());
    if (const QString mistake = discord::tokenMistake(pasted, isDiscord(api)); !mistake.isEmpty()) {
        QMetaObject::invokeMethod(
            context,
            [callback = std::move(callback), mistake] {
                callback(Error{ErrorCode::Invalid, mistake});
            },
            Qt::QueuedConnection);
        return;
    }
    auto *rest =
        new RestClient(m_http, &m_breakers->of(api), api, Secret(discord::trimmedToken(pasted).toUtf8()));
    auto *doctor = new TokenDoctor(rest, context, std::move(callback), this);
    doctor->begin();
}

} // namespace loopflow
