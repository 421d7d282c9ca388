// Discord's REST calls as values, and what its answers mean.
// Builds requests without address or token; never sends. Spec: docs "Resources"; §2.4 error codes.
#pragma once

#include "core/base/http.h"
#include "core/base/result.h"
#include "core/discord/message.h"
#include "core/discord/ratelimiter.h"

#include <QJsonObject>

namespace loopflow::discord {

/// One call; core/net adds the base address, Authorization and User-Agent.
struct RestRequest {
    QByteArray method = "GET";
    QString path; ///< after the version, with query: "/channels/1/messages?limit=100"
    QByteArray body; ///< JSON; empty for none
    Route route;
    Priority priority = Priority::Normal;
    QByteArray replaces; ///< see LimitedRequest
};

/// What POST messages takes from us. Nothing a model writes can ping more than `replyTo`'s author.
struct NewMessage {
    QString content; ///< 1 to 2,000 UTF-16 units
    MessageId replyTo; ///< none: not a reply
    QString nonce; ///< at most 25 characters; always sent with enforce_nonce
};

namespace rest {
RestRequest me(); ///< GET /users/@me
RestRequest application(); ///< GET /applications/@me
RestRequest gatewayBot(); ///< GET /gateway/bot
RestRequest openDm(UserId user); ///< POST /users/@me/channels
/// The newest `limit` (1 to 100) messages older than `before`; none: the newest of all.
RestRequest messagesBefore(ChannelId channel, MessageId before, int limit);
/// The oldest `limit` messages newer than `after`.
RestRequest messagesAfter(ChannelId channel, MessageId after, int limit);
RestRequest createMessage(ChannelId channel, const NewMessage &message);
RestRequest editMessage(ChannelId channel, MessageId message, const QString &content);
RestRequest typing(ChannelId channel);
RestRequest setFlags(int flags); ///< PATCH /applications/@me; see withMessageContent()
RestRequest unsetInteractionsEndpoint(); ///< PATCH /applications/@me
RestRequest setUsername(const QString &name); ///< PATCH /users/@me
RestRequest setAvatar(const QByteArray &png); ///< PATCH /users/@me
} // namespace rest

/// The flags to send so that Message Content is switched on: Discord takes the limited intents'
/// flags only, and those that are set stay. Works for apps below Discord's review threshold.
int withMessageContent(int flags);
/// Where a user's picture lies: Discord's CDN, or for another server below its API's origin.
QUrl avatarAddress(const QUrl &api, const User &user);
/// Whether an API address is Discord's own.
bool isDiscord(const QUrl &api);

/// GET /applications/@me, as far as onboarding looks at it.
struct Application {
    ApplicationId id;
    QString name;
    int flags = 0;
    int guildCount = 0; ///< approximate: the servers that the bot is in
    bool isPublic = true; ///< anyone may invite the bot, not only its owner
    bool requiresCodeGrant = false;
    bool messageContent = false; ///< flags bit 18 or 19
    QString interactionsEndpoint; ///< must be empty for interactions to reach the gateway
};
Result<Application> parseApplication(const QByteArray &json);

/// GET /gateway/bot.
struct GatewayBot {
    QUrl url;
    int startsLeft = 0; ///< Discord's usual 1,000 when the server does not say
    int startsTotal = 0; ///< a day; likewise
    Milliseconds startsReset{0}; ///< until the count starts anew
};
Result<GatewayBot> parseGatewayBot(const QByteArray &json);

/// Why a call failed, for code and for people.
struct RestFailure {
    Error error;
    int status = 0; ///< HTTP; 0 when no answer came
    int code = 0; ///< Discord's JSON error code
    /// Nothing tells whether the call took effect (no answer, or 5xx): look before doing it again.
    bool outcomeUnknown = false;
    /// Sending the same again later can help.
    bool retryable = false;
    bool tokenRefused = false; ///< 401, or code 40001 or 50014
};
/// For an answer that is not 2xx. The sentence names a next step for the codes that people meet.
RestFailure explain(const HttpResponse &response);
/// For a call that got no answer.
RestFailure explain(const Error &transportError);

} // namespace loopflow::discord
