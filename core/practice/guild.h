// The one server of the practice Discord: its channels, roles and members as JSON.
// Every person is in it; a bot is from join() to leave(). Holds no message and no socket.
// Spec: docs "Resources › Guild", "Gateway Events › Guild Create".
#pragma once

#include "core/practice/accounts.h"

namespace loopflow::practice {

class Guild {
public:
    Guild(Accounts &accounts, Snowflakes &snowflakes);

    discord::GuildId id() const { return m_id; }
    bool has(const Account &account) const { return account.joined > Milliseconds(0); }
    /// False when it is in already.
    bool join(Account &bot, Milliseconds wall);
    /// False when it was not in.
    bool leave(Account &bot);

    /// As GET /guilds/{id} shows it.
    QJsonObject json() const;
    /// The `d` of GUILD_CREATE; who is in it depends on the intents of the session.
    QJsonObject createdJson(const Account &bot, quint32 intents) const;
    /// As it stands in READY, and in GET /users/@me/guilds.
    QJsonObject stubJson() const;
    QJsonObject mineJson(const Account &account) const;
    QJsonArray channelsJson() const;
    QJsonArray rolesJson() const;
    QJsonObject memberJson(const Account &member) const;
    /// Empty when there is no such channel.
    QJsonObject channelJson(discord::ChannelId channel) const;

private:
    struct Channel {
        discord::ChannelId id;
        QString name;
        QString topic;
    };
    QJsonObject channelJson(qsizetype position) const;

    Accounts &m_accounts;
    Snowflakes &m_snowflakes;
    discord::GuildId m_id;
    QList<Channel> m_channels;
};

} // namespace loopflow::practice
