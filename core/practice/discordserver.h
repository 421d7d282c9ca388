// A Discord on loopback, as strict as the real one: gateway v10 and the REST endpoints that
// Loopflow uses. Not for the internet: it knows one person and any number of bots, and forgets
// everything at exit.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/discord/id.h"

#include <QJsonObject>
#include <QObject>
#include <QUrl>

#include <memory>

namespace loopflow::practice {

/// What a test (or the practice chat's menu) can make go wrong. Each holds until it is set back.
struct Faults {
    int delayMs = 0; ///< before every REST answer; its effect comes at once
    int helloDelayMs = 0;
    bool silentHeartbeats = false; ///< no op 11: a zombie
    bool refuseResume = false; ///< op 9 false
    int failEvery = 0; ///< every n-th write answers failStatus …
    int failStatus = 502; ///< 0: the connection is cut without an answer
    bool failAfterEffect = false; ///< … after it took effect
    int limitEvery = 0; ///< every n-th REST request answers 429
    double limitRetryAfter = 0.5; ///< seconds
    int limitNext = 0; ///< so many of the next REST requests answer 429, too; counts down
    int failNext = 0; ///< so many of the next writes answer failStatus, too; counts down
    bool realLimits =
        false; ///< Discord's rate limits; else the same headers with numbers nobody reaches
    bool strictIdentifyPace = false; ///< op 9 false for a second Identify of a bot within 5 s
    int heartbeatIntervalMs = 41250; ///< for connections from now on
    int sessionMs = 90000; ///< how long a session without a connection can be resumed
};

class DiscordServer : public QObject {
    Q_OBJECT
public:
    explicit DiscordServer(QObject *parent = nullptr);
    ~DiscordServer() override;

    Result<void> start();
    QUrl api() const;
    QUrl gateway() const;

    struct Account {
        discord::UserId id;
        QString token;
    };
    Account addPerson(const QString &name);
    Account addBot(const QString &name);
    /// Whether this token opens a bot here.
    bool isBotToken(const QString &token) const;
    /// As if someone who manages the one server had opened the bot's invite link, or removed the
    /// bot again.
    void join(discord::UserId bot);
    void leave(discord::UserId bot);
    discord::GuildId guild() const;
    /// As if the owner had changed the bot's application in the developer portal: "flags",
    /// "bot_public", "bot_require_code_grant", "interactions_endpoint_url".
    void setInPortal(discord::UserId bot, const QJsonObject &changes);
    /// The DM channel of these two, made when there is none.
    discord::ChannelId dm(discord::UserId bot, discord::UserId person);
    /// As if the person had posted it by REST; the same rules hold.
    Result<discord::MessageId> say(
        discord::UserId person, discord::ChannelId channel, const QString &text);
    Result<void> edit(discord::UserId person, discord::MessageId message, const QString &text);
    Result<void> erase(discord::UserId person, discord::MessageId message);
    void type(discord::UserId person, discord::ChannelId channel);
    /// A channel's messages as REST shows them, oldest first.
    QList<QJsonObject> messages(discord::ChannelId channel) const;

    Faults &faults();
    /// The bot's sockets: cut without a close frame, or closed with a code.
    void drop(discord::UserId bot, quint16 closeCode = 0);
    /// op 7, and op 9.
    void askToReconnect(discord::UserId bot);
    void invalidateSession(discord::UserId bot, bool resumable);
    void forgetNonces();
    /// The token is refused from now on; 4004 on the gateway.
    void revokeToken(discord::UserId bot);

    /// What was asked of it, for tests: counts by "METHOD /path/template" (parameters in braces, by
    /// any name: "POST /channels/{}/messages") and gateway event ("identify", "resume",
    /// "heartbeat").
    int count(const QString &what) const;
    /// How many REST requests were made to change something: messages, typing, anything that is no GET.
    int writes() const;
    void resetCounts();

Q_SIGNALS:
    /// A message was created (by anyone).
    void posted(const QJsonObject &message);

private:
    class State;
    std::unique_ptr<State> m_state;
};

} // namespace loopflow::practice
