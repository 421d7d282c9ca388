#include "core/host/onboarding.h"

#include "core/base/core.h"
#include "core/discord/invite.h"
#include "core/host/botpicture.h"
#include "core/net/restclient.h"

#include <QJsonDocument>

namespace loopflow {

using namespace Qt::StringLiterals;

namespace {

QString whoseToken()
{
    return Core::tr("The server did not say whose token this is. Check that its address is the one of a Discord API.");
}

/// Questions to one server that belong together; dropped when its context dies.
class Visit : public QObject {
protected:
    Visit(RestClient *rest, QObject *context, QObject *parent)
        : QObject(parent)
        , m_rest(rest)
    {
        m_rest->setParent(this);
        connect(context, &QObject::destroyed, this, [this] {
            m_dropped = true;
            deleteLater();
        });
    }

    void ask(discord::RestRequest request, std::function<void(const RestAnswer &)> take)
    {
        m_rest->send(
            std::move(request), this, [this, take = std::move(take)](const RestAnswer &answer) {
                if (!m_dropped)
                    take(answer);
            });
    }

    bool m_dropped = false;

private:
    RestClient *m_rest;
};

/// One token's questions, one after the other: a refused token must cost one invalid request, not
/// three.
class TokenDoctor final : public Visit {
public:
    TokenDoctor(RestClient *rest, QObject *context, Callback<TokenCheck> callback, QObject *parent)
        : Visit(rest, context, parent)
        , m_callback(std::move(callback))
    {
    }

    void begin()
    {
        m_asked = readClock();
        ask(discord::rest::me(), [this](const QByteArray &json) { takeBot(json); });
    }

    /// The change first; `instead` is what a person can do when it is refused.
    void begin(discord::RestRequest change, const QString &instead)
    {
        Visit::ask(std::move(change), [this, instead](const RestAnswer &answer) {
            if (!answer.failure)
                return begin();
            const Error &error = answer.failure->error;
            end(answer.failure->tokenRefused
                    ? refused()
                    : Error{error.code, u"%1 %2"_s.arg(error.message, instead)});
        });
    }

private:
    void ask(discord::RestRequest request, std::function<void(const QByteArray &)> take)
    {
        Visit::ask(std::move(request), [this, take = std::move(take)](const RestAnswer &answer) {
            if (answer.failure)
                return end(answer.failure->tokenRefused ? refused() : answer.failure->error);
            take(answer.response.body);
        });
    }

    static Error refused()
    {
        return {ErrorCode::Unauthorized,
            Core::tr("The server refused this token: it was reset since, or it is a person's. Reset the token in the "
                     "developer portal under Bot, and paste the new one.")};
    }

    void takeBot(const QByteArray &json)
    {
        m_check.latency = readClock() - m_asked;
        const QJsonObject object = QJsonDocument::fromJson(json).object();
        const auto user = discord::parseUser(object);
        if (!user)
            return end(Error{ErrorCode::Invalid, whoseToken()});
        m_check.bot = *user;
        const QString discriminator = object["discriminator"_L1].toString();
        m_check.discriminator = discriminator == "0"_L1 ? QString() : discriminator;
        if (!user->bot)
            return end(Error{ErrorCode::Forbidden,
                Core::tr("This token belongs to a person, not to a bot. Make an application in the developer portal "
                         "and paste the token of its bot.")});
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
        m_check.findings = findingsOf(m_check.application, *gateway);
        end(m_check);
    }

    void end(Result<TokenCheck> result)
    {
        deleteLater();
        if (const auto callback = std::exchange(m_callback, nullptr))
            callback(std::move(result));
    }

    Callback<TokenCheck> m_callback;
    TokenCheck m_check;
    TimePoint m_asked;
};

/// Gives a bot its name and its picture, each by a call of its own: Discord limits both, apart.
class Dresser final : public Visit {
public:
    Dresser(RestClient *rest, const discord::User &bot, QObject *context,
        std::function<void(const DressedBot &)> callback, QObject *parent)
        : Visit(rest, context, parent)
        , m_callback(std::move(callback))
    {
        m_dressed.bot = bot;
    }

    void begin(const QString &name, const QByteArray &picture)
    {
        if (name == m_dressed.bot.username || name.isEmpty())
            return setPicture(picture);
        ask(discord::rest::setUsername(name), [this, picture](const RestAnswer &answer) {
            take(answer,
                Core::tr("The bot keeps the name %1. %2").arg(m_dressed.bot.username));
            setPicture(picture);
        });
    }

private:
    void setPicture(const QByteArray &picture)
    {
        if (picture.isEmpty())
            return end();
        ask(discord::rest::setAvatar(picture), [this](const RestAnswer &answer) {
            take(answer, Core::tr("The bot keeps the picture it has. %1"));
            end();
        });
    }

    void take(const RestAnswer &answer, const QString &refusal)
    {
        if (answer.failure) {
            m_dressed.refusals.append(refusal.arg(answer.failure->error.message));
            return;
        }
        const QJsonObject json = QJsonDocument::fromJson(answer.response.body).object();
        if (const auto bot = discord::parseUser(json); bot && bot->id == m_dressed.bot.id)
            m_dressed.bot = *bot;
    }

    void end()
    {
        deleteLater();
        m_callback(m_dressed);
    }

    std::function<void(const DressedBot &)> m_callback;
    DressedBot m_dressed;
};

template <class T> void answerSoon(QObject *context, Callback<T> callback, const Error &error)
{
    QMetaObject::invokeMethod(
        context, [callback = std::move(callback), error] { callback(error); },
        Qt::QueuedConnection);
}

} // namespace

Onboarding::Onboarding(HttpClient *http, discord::RequestBreakers *breakers, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_breakers(breakers)
{
}

RestClient *Onboarding::clientFor(const QUrl &api, const Secret &token)
{
    const QString pasted = QString::fromUtf8(token.reveal());
    return new RestClient(
        m_http, &m_breakers->of(api), api, Secret(discord::trimmedToken(pasted).toUtf8()));
}

void Onboarding::check(
    const QUrl &api, const Secret &token, QObject *context, Callback<TokenCheck> callback)
{
    const QString pasted = QString::fromUtf8(token.reveal());
    const QString mistake = discord::tokenMistake(pasted, discord::isDiscord(api));
    if (!mistake.isEmpty())
        return answerSoon(context, std::move(callback), Error{ErrorCode::Invalid, mistake});
    auto *doctor = new TokenDoctor(clientFor(api, token), context, std::move(callback), this);
    doctor->begin();
}

void Onboarding::change(const QUrl &api, const Secret &token, discord::RestRequest request,
    const QString &instead, QObject *context, Callback<TokenCheck> callback)
{
    auto *doctor = new TokenDoctor(clientFor(api, token), context, std::move(callback), this);
    doctor->begin(std::move(request), instead);
}

void Onboarding::switchOnMessageContent(const QUrl &api, const Secret &token,
    const discord::Application &application, QObject *context, Callback<TokenCheck> callback)
{
    change(api, token, discord::rest::setFlags(discord::withMessageContent(application.flags)),
        Core::tr("Switch on Message Content Intent in the developer portal under Bot, then check again."),
        context, std::move(callback));
}

void Onboarding::unsetInteractionsEndpoint(
    const QUrl &api, const Secret &token, QObject *context, Callback<TokenCheck> callback)
{
    change(api, token, discord::rest::unsetInteractionsEndpoint(),
        Core::tr("Empty Interactions Endpoint URL in the developer portal under General Information, then check "
                 "again."),
        context, std::move(callback));
}

void Onboarding::dress(const QUrl &api, const Secret &token, const discord::User &bot,
    const QString &name, const QByteArray &picture, QObject *context,
    std::function<void(const DressedBot &)> callback)
{
    auto *dresser = new Dresser(clientFor(api, token), bot, context, std::move(callback), this);
    // Not at once: with nothing to change, the callback would run inside this call.
    QMetaObject::invokeMethod(
        dresser, [dresser, name, picture] { dresser->begin(name, picture); }, Qt::QueuedConnection);
}

void Onboarding::picture(
    const QUrl &api, const discord::User &bot, QObject *context, Callback<QByteArray> callback)
{
    fetchBotPicture(m_http, api, bot, context, std::move(callback));
}

} // namespace loopflow
