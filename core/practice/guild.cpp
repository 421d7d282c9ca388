#include "core/practice/guild.h"

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

constexpr quint32 presencesIntent = 1 << 8;
constexpr int textChannel = 0;
/// What Discord gives @everyone in a new server.
const QString everyonesPermissions = u"2248473465835073"_s;
/// What Loopflow's invite link asks for.
const QString botsPermissions = u"377957239872"_s;

QJsonObject role(const QString &id, const QString &name, int position, const QString &permissions)
{
    return {
        {u"id"_s, id},
        {u"name"_s, name},
        {u"description"_s, QJsonValue::Null},
        {u"permissions"_s, permissions},
        {u"position"_s, position},
        {u"color"_s, 0},
        {u"colors"_s,
            QJsonObject{{u"primary_color"_s, 0}, {u"secondary_color"_s, QJsonValue::Null},
                {u"tertiary_color"_s, QJsonValue::Null}}},
        {u"hoist"_s, false},
        {u"managed"_s, false},
        {u"mentionable"_s, false},
        {u"icon"_s, QJsonValue::Null},
        {u"unicode_emoji"_s, QJsonValue::Null},
        {u"flags"_s, 0},
    };
}

} // namespace

Guild::Guild(Accounts &accounts, Snowflakes &snowflakes)
    : m_accounts(accounts)
    , m_snowflakes(snowflakes)
    , m_id{snowflakes.next()}
    , m_channels{{{snowflakes.next()}, u"general"_s, u"For everyone"_s},
          {{snowflakes.next()}, u"questions"_s, u"Ask a mate"_s}}
{
}

bool Guild::join(Account &bot, Milliseconds wall)
{
    if (has(bot))
        return false;
    bot.joined = wall;
    bot.role = m_snowflakes.next();
    return true;
}

bool Guild::leave(Account &bot)
{
    if (!has(bot))
        return false;
    bot.joined = Milliseconds(0);
    bot.role = 0;
    return true;
}

QJsonObject Guild::json() const
{
    QJsonObject json{
        {u"id"_s, m_id.toString()},
        {u"name"_s, u"Practice server"_s},
        {u"owner_id"_s, m_accounts.owner().id.toString()},
        {u"region"_s, u"deprecated"_s},
        {u"afk_timeout"_s, 300},
        {u"system_channel_id"_s, m_channels.first().id.toString()},
        {u"system_channel_flags"_s, 0},
        {u"widget_enabled"_s, false},
        {u"verification_level"_s, 0},
        {u"default_message_notifications"_s, 0},
        {u"explicit_content_filter"_s, 0},
        {u"mfa_level"_s, 0},
        {u"max_members"_s, 500000},
        {u"max_stage_video_channel_users"_s, 50},
        {u"max_video_channel_users"_s, 25},
        {u"premium_tier"_s, 0},
        {u"premium_subscription_count"_s, 0},
        {u"preferred_locale"_s, u"en-US"_s},
        {u"premium_progress_bar_enabled"_s, false},
        {u"nsfw"_s, false},
        {u"nsfw_level"_s, 0},
        {u"features"_s, QJsonArray()},
        {u"emojis"_s, QJsonArray()},
        {u"stickers"_s, QJsonArray()},
        {u"roles"_s, rolesJson()},
    };
    for (const QString &absent :
        {u"icon"_s, u"description"_s, u"home_header"_s, u"splash"_s, u"discovery_splash"_s,
            u"banner"_s, u"application_id"_s, u"afk_channel_id"_s, u"widget_channel_id"_s,
            u"max_presences"_s, u"vanity_url_code"_s, u"rules_channel_id"_s,
            u"safety_alerts_channel_id"_s, u"public_updates_channel_id"_s, u"incidents_data"_s})
        json.insert(absent, QJsonValue::Null);
    return json;
}

QJsonObject Guild::createdJson(const Account &bot, quint32 intents) const
{
    const QList<const Account *> all = m_accounts.members();
    QJsonArray members;
    // Without the presences, Discord tells a bot only of itself here.
    for (const Account *member : all) {
        if (member->id == bot.id || (intents & presencesIntent))
            members.append(memberJson(*member));
    }
    QJsonArray channels;
    for (qsizetype position = 0; position < m_channels.size(); ++position) {
        QJsonObject channel = channelJson(position);
        channel.remove("guild_id"_L1);
        channels.append(channel);
    }
    QJsonObject json = this->json();
    json.insert("joined_at"_L1, isoTime(bot.joined.count()));
    json.insert("large"_L1, false);
    json.insert("unavailable"_L1, false);
    json.insert("member_count"_L1, all.size());
    json.insert("members"_L1, members);
    json.insert("channels"_L1, channels);
    for (const QString &empty : {u"voice_states"_s, u"threads"_s, u"presences"_s,
             u"stage_instances"_s, u"guild_scheduled_events"_s, u"soundboard_sounds"_s})
        json.insert(empty, QJsonArray());
    return json;
}

QJsonObject Guild::stubJson() const
{
    return {{u"id"_s, m_id.toString()}, {u"unavailable"_s, true}};
}

QJsonObject Guild::mineJson(const Account &account) const
{
    return {
        {u"id"_s, m_id.toString()},
        {u"name"_s, u"Practice server"_s},
        {u"icon"_s, QJsonValue::Null},
        {u"banner"_s, QJsonValue::Null},
        {u"owner"_s, false},
        {u"permissions"_s, account.bot ? botsPermissions : everyonesPermissions},
        {u"features"_s, QJsonArray()},
    };
}

QJsonArray Guild::channelsJson() const
{
    QJsonArray channels;
    for (qsizetype position = 0; position < m_channels.size(); ++position)
        channels.append(channelJson(position));
    return channels;
}

QJsonObject Guild::channelJson(qsizetype position) const
{
    const Channel &channel = m_channels[position];
    return {
        {u"id"_s, channel.id.toString()},
        {u"type"_s, textChannel},
        {u"guild_id"_s, m_id.toString()},
        {u"name"_s, channel.name},
        {u"topic"_s, channel.topic},
        {u"position"_s, position},
        {u"parent_id"_s, QJsonValue::Null},
        {u"last_message_id"_s, QJsonValue::Null},
        {u"flags"_s, 0},
        {u"rate_limit_per_user"_s, 0},
        {u"nsfw"_s, false},
        {u"permission_overwrites"_s, QJsonArray()},
    };
}

QJsonObject Guild::channelJson(discord::ChannelId id) const
{
    for (qsizetype position = 0; position < m_channels.size(); ++position) {
        if (m_channels[position].id == id)
            return channelJson(position);
    }
    return {};
}

QJsonArray Guild::rolesJson() const
{
    // The role of everyone has the server's own id; each bot brings one that only it has.
    QJsonArray roles{role(m_id.toString(), u"@everyone"_s, 0, everyonesPermissions)};
    const auto members = m_accounts.members();
    for (const Account *member : members) {
        if (!member->role)
            continue;
        QJsonObject own = role(QString::number(member->role), member->username,
            static_cast<int>(roles.size()), botsPermissions);
        own.insert("managed"_L1, true);
        own.insert("tags"_L1, QJsonObject{{u"bot_id"_s, member->id.toString()}});
        roles.append(own);
    }
    return roles;
}

QJsonObject Guild::memberJson(const Account &member) const
{
    QJsonArray roles;
    if (member.role)
        roles.append(QString::number(member.role));
    return {
        {u"user"_s, m_accounts.userJson(member)},
        {u"nick"_s, QJsonValue::Null},
        {u"avatar"_s, QJsonValue::Null},
        {u"banner"_s, QJsonValue::Null},
        {u"roles"_s, roles},
        {u"joined_at"_s, isoTime(member.joined.count())},
        {u"premium_since"_s, QJsonValue::Null},
        {u"communication_disabled_until"_s, QJsonValue::Null},
        {u"deaf"_s, false},
        {u"mute"_s, false},
        {u"pending"_s, false},
        {u"flags"_s, 0},
    };
}

} // namespace loopflow::practice
