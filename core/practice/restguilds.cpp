// RestApi's endpoints of servers (docs "Resources › Guild", "Resources › User › Leave Guild"), and
// the pictures that Discord keeps on its CDN.
#include "core/practice/form.h"
#include "core/practice/restapi.h"

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

ApiResult<quint64> readId(const QString &parameter, const QString &name)
{
    Form form{QJsonObject()};
    const auto id = form.snowflake(parameter, {name});
    if (!id)
        return form.error();
    return *id;
}

} // namespace

std::optional<ApiError> RestApi::whyNotInGuild(const RestCall &call) const
{
    const auto id = readId(call.parameters.value(0), u"guild_id"_s);
    if (const auto *error = std::get_if<ApiError>(&id))
        return *error;
    if (std::get<quint64>(id) != m_guild.id().value)
        return apierror::unknownGuild();
    return m_guild.has(*call.account) ? std::nullopt : std::optional(apierror::missingAccess());
}

RestAnswer RestApi::getMyGuilds(const RestCall &call)
{
    return QJsonDocument(
        m_guild.has(*call.account) ? QJsonArray{m_guild.mineJson(*call.account)} : QJsonArray());
}

RestAnswer RestApi::leaveGuild(const RestCall &call)
{
    if (const auto error = whyNotInGuild(call))
        return *error;
    m_guild.leave(*call.account);
    Q_EMIT left(call.account->id);
    return QJsonDocument();
}

RestAnswer RestApi::getGuild(const RestCall &call)
{
    if (const auto error = whyNotInGuild(call))
        return *error;
    return QJsonDocument(m_guild.json());
}

RestAnswer RestApi::getGuildChannels(const RestCall &call)
{
    if (const auto error = whyNotInGuild(call))
        return *error;
    return QJsonDocument(m_guild.channelsJson());
}

RestAnswer RestApi::getGuildRoles(const RestCall &call)
{
    if (const auto error = whyNotInGuild(call))
        return *error;
    return QJsonDocument(m_guild.rolesJson());
}

RestAnswer RestApi::getGuildMember(const RestCall &call)
{
    if (const auto error = whyNotInGuild(call))
        return *error;
    const auto id = readId(call.parameters.value(1), u"user_id"_s);
    if (const auto *error = std::get_if<ApiError>(&id))
        return *error;
    const Account *member = m_accounts.find({std::get<quint64>(id)});
    if (!member)
        return apierror::unknownUser();
    if (!m_guild.has(*member))
        return apierror::unknownMember();
    return QJsonDocument(m_guild.memberJson(*member));
}

std::optional<RestAnswer> RestApi::inGuildChannel(const Route &route, const RestCall &call) const
{
    if (!route.path.startsWith("/channels/"))
        return std::nullopt;
    const auto id = discord::ChannelId::fromString(call.parameters.value(0));
    const QJsonObject channel = m_guild.channelJson(id);
    if (channel.isEmpty())
        return std::nullopt;
    if (!m_guild.has(*call.account))
        return apierror::missingAccess();
    if (route.name() == "GET /channels/{}")
        return QJsonDocument(channel);
    if (route.name() == "GET /channels/{}/messages")
        return QJsonDocument(QJsonArray());
    FormErrors errors;
    errors.add({}, u"PRACTICE_UNSUPPORTED"_s,
        u"The practice server has conversations in direct messages only."_s);
    return errors.error();
}

/// GET /avatars/{user}/{hash}.png: no token, as on Discord's CDN.
HttpResponse RestApi::answerPicture(const QString &path) const
{
    const QStringList parts = path.split(u'/', Qt::SkipEmptyParts);
    const Account *account = m_accounts.find(discord::UserId::fromString(parts.value(1)));
    const bool found = account && parts.size() == 3 && !account->avatar.isEmpty()
        && parts.last().section(u'.', 0, 0) == account->avatar;
    if (!found)
        return {404, {{"Content-Type", "text/plain"}}, "404: Not Found"};
    return {200, {{"Content-Type", "image/" + account->pictureFormat}}, account->picture};
}

} // namespace loopflow::practice
