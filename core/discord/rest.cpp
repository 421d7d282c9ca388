#include "core/discord/rest.h"

#include "core/base/core.h"
#include "core/discord/refusal.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace loopflow::discord {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestPage = 100;
constexpr int longestNonce = 25;
constexpr int messageContentLimited = 1 << 19;
constexpr quint64 messageContentFlags = (1 << 18) | messageContentLimited;
constexpr int documentedStarts = 1000;

QByteArray toBody(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QString messagesPath(ChannelId channel)
{
    return u"/channels/%1/messages"_s.arg(channel.toString());
}

RestRequest readRequest(const QString &path)
{
    RestRequest request;
    request.path = path;
    request.route.name = "GET " + path.toLatin1();
    return request;
}

RestRequest patch(const QString &path, const QJsonObject &body)
{
    RestRequest request;
    request.method = "PATCH";
    request.path = path;
    request.route.name = "PATCH " + path.toLatin1();
    request.body = toBody(body);
    return request;
}

RestRequest channelRequest(const QByteArray &method, const QByteArray &route, ChannelId channel)
{
    RestRequest request;
    request.method = method;
    request.route = {method + " /channels/{}" + route, channel.toString().toLatin1()};
    return request;
}

RestRequest page(ChannelId channel, const QString &anchor, int limit)
{
    RestRequest request = channelRequest("GET", "/messages", channel);
    request.priority = Priority::High;
    request.path = messagesPath(channel)
        + u"?limit=%1"_s.arg(std::clamp(limit, 1, largestPage)) + anchor;
    return request;
}

/// Discord's default is to ping whomever the text names; what a model writes pings nobody.
QJsonObject pingNobody() { return {{"parse"_L1, QJsonArray()}}; }

Error unreadable(const QString &sentence) { return {ErrorCode::Invalid, sentence}; }

Result<QJsonObject> parseObject(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return unreadable(Core::tr("The server answered something that is not a JSON object. Check that its address "
                                   "is the one of a Discord API."));
    return document.object();
}

/// The sentence of a form error lies below `errors`, nested by field; this is the first one, with its path.
std::optional<FormError> firstFormError(const QJsonObject &errors, const QString &path)
{
    const QJsonObject first = errors["_errors"_L1].toArray().at(0).toObject();
    if (!first.isEmpty())
        return FormError{path, first["code"_L1].toString(), first["message"_L1].toString()};
    for (auto it = errors.begin(); it != errors.end(); ++it) {
        const QString below = path.isEmpty() ? it.key() : path + u'.' + it.key();
        if (auto found = firstFormError(it.value().toObject(), below))
            return found;
    }
    return std::nullopt;
}

Refusal readRefusal(const HttpResponse &response)
{
    Refusal refusal;
    refusal.status = response.status;
    const QJsonDocument document = QJsonDocument::fromJson(response.body);
    refusal.isJson = document.isObject();
    const QJsonObject body = document.object();
    refusal.code = body["code"_L1].toInt();
    refusal.message = body["message"_L1].toString();
    refusal.form = firstFormError(body["errors"_L1].toObject(), QString());
    return refusal;
}

} // namespace

namespace rest {

RestRequest me() { return readRequest(u"/users/@me"_s); }

RestRequest application() { return readRequest(u"/applications/@me"_s); }

RestRequest gatewayBot() { return readRequest(u"/gateway/bot"_s); }

RestRequest openDm(UserId user)
{
    RestRequest request;
    request.method = "POST";
    request.path = u"/users/@me/channels"_s;
    request.route.name = "POST /users/@me/channels";
    request.body = toBody({{"recipient_id"_L1, user.toString()}});
    return request;
}

RestRequest messagesBefore(ChannelId channel, MessageId before, int limit)
{
    return page(channel, before ? u"&before="_s + before.toString() : QString(), limit);
}

RestRequest messagesAfter(ChannelId channel, MessageId after, int limit)
{
    return page(channel, u"&after="_s + after.toString(), limit);
}

RestRequest createMessage(ChannelId channel, const NewMessage &message)
{
    Q_ASSERT(!message.nonce.isEmpty() && message.nonce.size() <= longestNonce);
    RestRequest request = channelRequest("POST", "/messages", channel);
    request.priority = Priority::High;
    request.path = messagesPath(channel);
    QJsonObject mentions = pingNobody();
    QJsonObject body{{"content"_L1, message.content}, {"nonce"_L1, message.nonce},
        {"enforce_nonce"_L1, true}};
    if (message.replyTo) {
        mentions.insert("replied_user"_L1, true);
        body.insert("message_reference"_L1,
            QJsonObject{{"message_id"_L1, message.replyTo.toString()},
                {"fail_if_not_exists"_L1, false}});
    }
    body.insert("allowed_mentions"_L1, mentions);
    request.body = toBody(body);
    return request;
}

RestRequest editMessage(ChannelId channel, MessageId message, const QString &content)
{
    RestRequest request = channelRequest("PATCH", "/messages/{}", channel);
    request.path = messagesPath(channel) + u'/' + message.toString();
    request.replaces = "edit " + message.toString().toLatin1();
    request.body = toBody({{"content"_L1, content}, {"allowed_mentions"_L1, pingNobody()}});
    return request;
}

RestRequest typing(ChannelId channel)
{
    RestRequest request = channelRequest("POST", "/typing", channel);
    request.priority = Priority::Low;
    request.path = u"/channels/%1/typing"_s.arg(channel.toString());
    request.replaces = "typing " + request.route.major;
    return request;
}

RestRequest setFlags(int flags) { return patch(u"/applications/@me"_s, {{"flags"_L1, flags}}); }

RestRequest unsetInteractionsEndpoint()
{
    return patch(u"/applications/@me"_s, {{"interactions_endpoint_url"_L1, QJsonValue::Null}});
}

RestRequest setUsername(const QString &name)
{
    return patch(u"/users/@me"_s, {{"username"_L1, name}});
}

RestRequest setAvatar(const QByteArray &png)
{
    const QString data = u"data:image/png;base64,"_s + QString::fromLatin1(png.toBase64());
    return patch(u"/users/@me"_s, {{"avatar"_L1, data}});
}

} // namespace rest

int withMessageContent(int flags)
{
    constexpr int limited = (1 << 13) | (1 << 15) | messageContentLimited;
    return (flags & limited) | messageContentLimited;
}

bool isDiscord(const QUrl &api)
{
    const QString host = api.host();
    return host == "discord.com"_L1 || host.endsWith(".discord.com"_L1)
        || host == "discordapp.com"_L1 || host.endsWith(".discordapp.com"_L1);
}

QUrl avatarAddress(const QUrl &api, const User &user)
{
    QUrl url = isDiscord(api) ? QUrl(u"https://cdn.discordapp.com"_s) : api;
    url.setPath(u"/avatars/%1/%2.png"_s.arg(user.id.toString(), user.avatar));
    url.setQuery(u"size=256"_s);
    return url;
}

Result<Application> parseApplication(const QByteArray &json)
{
    const auto object = parseObject(json);
    if (!object)
        return object.error();
    Application application;
    application.id = ApplicationId::fromJson((*object)["id"_L1]);
    if (!application.id)
        return unreadable(Core::tr("The server answered with an application that has no id. Check that its address "
                                   "is the one of a Discord API."));
    application.name = (*object)["name"_L1].toString();
    application.requiresCodeGrant = (*object)["bot_require_code_grant"_L1].toBool();
    const auto flags = static_cast<quint64>((*object)["flags"_L1].toInteger());
    application.flags = static_cast<int>(flags);
    application.messageContent = (flags & messageContentFlags) != 0;
    application.guildCount = (*object)["approximate_guild_count"_L1].toInt();
    application.isPublic = (*object)["bot_public"_L1].toBool(true);
    application.interactionsEndpoint = (*object)["interactions_endpoint_url"_L1].toString();
    return application;
}

Result<GatewayBot> parseGatewayBot(const QByteArray &json)
{
    const auto object = parseObject(json);
    if (!object)
        return object.error();
    GatewayBot gateway;
    gateway.url = QUrl((*object)["url"_L1].toString(), QUrl::StrictMode);
    const QString scheme = gateway.url.scheme();
    if (gateway.url.host().isEmpty() || (scheme != "wss"_L1 && scheme != "ws"_L1))
        return unreadable(Core::tr("The server answered without a usable gateway address. Check that its address is "
                                   "the one of a Discord API."));
    const QJsonObject starts = (*object)["session_start_limit"_L1].toObject();
    gateway.startsLeft = starts["remaining"_L1].toInt(documentedStarts);
    gateway.startsTotal = starts["total"_L1].toInt(documentedStarts);
    gateway.startsReset = Milliseconds(starts["reset_after"_L1].toInteger());
    return gateway;
}

RestFailure explain(const HttpResponse &response)
{
    const Refusal refusal = readRefusal(response);
    const Verdict verdict = judge(refusal);
    RestFailure failure;
    failure.error = {verdict.kind, verdict.sentence};
    failure.status = response.status;
    failure.code = refusal.code;
    failure.outcomeUnknown = response.status >= 500;
    failure.retryable = verdict.retryable;
    failure.tokenRefused = verdict.tokenRefused;
    return failure;
}

RestFailure explain(const Error &transportError)
{
    RestFailure failure;
    failure.error = transportError;
    // Even a request that was cut off or given up may have arrived.
    failure.outcomeUnknown = true;
    switch (transportError.code) {
    case ErrorCode::Unreachable:
    case ErrorCode::Timeout:
    case ErrorCode::RateLimited:
    case ErrorCode::Unavailable:
    case ErrorCode::Incomplete:
        failure.retryable = true;
        break;
    case ErrorCode::Invalid:
    case ErrorCode::Cancelled:
    case ErrorCode::Unauthorized:
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
    case ErrorCode::TooLong:
    case ErrorCode::UnsupportedParameter:
    case ErrorCode::Storage:
    case ErrorCode::Keychain:
    case ErrorCode::Conflict:
        break;
    }
    return failure;
}

} // namespace loopflow::discord
