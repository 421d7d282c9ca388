#include "core/practice/discordserver.h"

#include "core/base/log.h"
#include "core/practice/gatewayserver.h"
#include "core/practice/restapi.h"

using namespace Qt::StringLiterals;

namespace loopflow::practice {

class DiscordServer::State {
public:
    Faults faults;
    Counts counts;
    Snowflakes snowflakes;
    Accounts accounts{snowflakes};
    Guild guild{accounts, snowflakes};
    MessageStore messages{accounts, snowflakes};
    RestApi rest{accounts, guild, messages, faults, counts};
    GatewayServer gateway{accounts, guild, messages, faults, counts};
};

namespace {

/// Discord's refusal, for the caller of say() and edit(): the first thing that is wrong.
Error errorFrom(const ApiError &refusal)
{
    const ErrorCode code = refusal.status == 404 ? ErrorCode::NotFound
        : refusal.status == 403                  ? ErrorCode::Forbidden
                                                 : ErrorCode::Invalid;
    QString message = refusal.message;
    for (const QJsonValue &field : refusal.errors) {
        const QJsonArray errors = field.toObject().value("_errors"_L1).toArray();
        if (!errors.isEmpty())
            message = errors.first().toObject().value("message"_L1).toString();
    }
    return {code, u"Discord would refuse this message: %1"_s.arg(message)};
}

} // namespace

DiscordServer::DiscordServer(QObject *parent)
    : QObject(parent)
    , m_state(std::make_unique<State>())
{
    State &state = *m_state;
    connect(&state.messages, &MessageStore::created, this, [this](const StoredMessage &message) {
        Q_EMIT posted(m_state->messages.messageJson(message));
    });
    connect(&state.rest, &RestApi::userChanged, &state.gateway, &GatewayServer::announceUser);
    connect(&state.rest, &RestApi::left, &state.gateway, &GatewayServer::announceLeft);
}

DiscordServer::~DiscordServer() = default;

Result<void> DiscordServer::start()
{
    if (const auto listening = m_state->gateway.listen(); !listening)
        return listening;
    if (const auto listening = m_state->rest.listen(); !listening)
        return listening;
    m_state->rest.setGatewayUrl(m_state->gateway.url());
    qCInfo(logPractice) << "practice server at" << api().toString();
    return {};
}

QUrl DiscordServer::api() const
{
    return QUrl(u"http://127.0.0.1:%1/api/v10"_s.arg(m_state->rest.port()));
}

QUrl DiscordServer::gateway() const
{
    return m_state->gateway.url();
}

DiscordServer::Account DiscordServer::addPerson(const QString &name)
{
    const auto &account = m_state->accounts.addPerson(name);
    return {account.id, QString::fromLatin1(account.token)};
}

DiscordServer::Account DiscordServer::addBot(const QString &name)
{
    const auto &account = m_state->accounts.addBot(name);
    return {account.id, QString::fromLatin1(account.token)};
}

bool DiscordServer::isBotToken(const QString &token) const
{
    const auto *account = m_state->accounts.findByToken(token.toUtf8());
    return account && account->bot;
}

void DiscordServer::join(discord::UserId bot)
{
    auto *account = m_state->accounts.find(bot);
    if (account && m_state->guild.join(*account, readClock().wall))
        m_state->gateway.announceJoined(bot);
}

void DiscordServer::leave(discord::UserId bot)
{
    auto *account = m_state->accounts.find(bot);
    if (account && m_state->guild.leave(*account))
        m_state->gateway.announceLeft(bot);
}

discord::GuildId DiscordServer::guild() const
{
    return m_state->guild.id();
}

void DiscordServer::setInPortal(discord::UserId bot, const QJsonObject &changes)
{
    auto *account = m_state->accounts.find(bot);
    if (!account)
        return;
    Application &application = account->application;
    application.flags = changes["flags"_L1].toInt(application.flags);
    application.isPublic = changes["bot_public"_L1].toBool(application.isPublic);
    application.requiresCodeGrant =
        changes["bot_require_code_grant"_L1].toBool(application.requiresCodeGrant);
    application.interactionsEndpoint =
        changes["interactions_endpoint_url"_L1].toString(application.interactionsEndpoint);
}

discord::ChannelId DiscordServer::dm(discord::UserId bot, discord::UserId person)
{
    return m_state->messages.dm(bot, person).id;
}

Result<discord::MessageId> DiscordServer::say(
    discord::UserId person, discord::ChannelId channel, const QString &text)
{
    auto *account = m_state->accounts.find(person);
    if (!account)
        return errorFrom(apierror::unknownUser());
    const RestCall call{account, {channel.toString()}, {}, {{u"content"_s, text}}, readClock()};
    const RestAnswer answer = m_state->rest.postMessage(call);
    if (const auto *error = std::get_if<ApiError>(&answer))
        return errorFrom(*error);
    return discord::MessageId::fromJson(std::get<QJsonDocument>(answer).object().value("id"_L1));
}

Result<void> DiscordServer::edit(
    discord::UserId person, discord::MessageId message, const QString &text)
{
    auto *account = m_state->accounts.find(person);
    const DmChannel *channel = m_state->messages.channelOf(message);
    if (!account || !channel)
        return errorFrom(apierror::unknownMessage());
    const RestCall call{account, {channel->id.toString(), message.toString()}, {},
        {{u"content"_s, text}}, readClock()};
    const RestAnswer answer = m_state->rest.patchMessage(call);
    if (const auto *error = std::get_if<ApiError>(&answer))
        return errorFrom(*error);
    return {};
}

Result<void> DiscordServer::erase(discord::UserId person, discord::MessageId message)
{
    const auto *account = m_state->accounts.find(person);
    const DmChannel *channel = m_state->messages.channelOf(message);
    if (!account || !channel)
        return errorFrom(apierror::unknownMessage());
    if (const auto error = m_state->messages.erase(*account, channel->id, message))
        return errorFrom(*error);
    return {};
}

void DiscordServer::type(discord::UserId person, discord::ChannelId channel)
{
    const auto *account = m_state->accounts.find(person);
    if (!account || m_state->messages.type(*account, channel))
        qCWarning(logPractice) << "typing in a channel that is not one's own";
}

QList<QJsonObject> DiscordServer::messages(discord::ChannelId channel) const
{
    QList<QJsonObject> messages;
    if (const DmChannel *found = m_state->messages.find(channel)) {
        for (const auto &[id, message] : found->messages)
            messages.append(m_state->messages.messageJson(message));
    }
    return messages;
}

Faults &DiscordServer::faults()
{
    return m_state->faults;
}

void DiscordServer::drop(discord::UserId bot, quint16 closeCode)
{
    m_state->gateway.drop(bot, closeCode);
}

void DiscordServer::askToReconnect(discord::UserId bot)
{
    m_state->gateway.askToReconnect(bot);
}

void DiscordServer::invalidateSession(discord::UserId bot, bool resumable)
{
    m_state->gateway.invalidate(bot, resumable);
}

void DiscordServer::forgetNonces()
{
    m_state->messages.forgetNonces();
}

void DiscordServer::revokeToken(discord::UserId bot)
{
    if (auto *account = m_state->accounts.find(bot))
        m_state->accounts.revoke(*account);
    m_state->gateway.drop(bot, 4004);
}

int DiscordServer::writes() const { return m_state->counts.writes(); }

int DiscordServer::count(const QString &what) const
{
    return m_state->counts.of(what);
}

void DiscordServer::resetCounts()
{
    m_state->counts.clear();
}

} // namespace loopflow::practice
