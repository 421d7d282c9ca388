#include "core/practice/restapi.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace loopflow::practice {

namespace {

HttpResponse jsonAnswer(int status, const QJsonDocument &json, Headers headers)
{
    headers.set("Content-Type", "application/json");
    return {status, headers, json.toJson(QJsonDocument::Compact)};
}

HttpResponse errorAnswer(const ApiError &error, const Headers &headers = {})
{
    return jsonAnswer(error.status, QJsonDocument(error.toJson()), headers);
}

HttpResponse limitAnswer(const RateVerdict &verdict)
{
    const QJsonObject json{
        {u"message"_s, u"You are being rate limited."_s},
        {u"retry_after"_s, verdict.retryAfter},
        {u"global"_s, verdict.global},
    };
    return jsonAnswer(429, QJsonDocument(json), verdict.headers);
}

/// What stands between Discord and its clients when Discord does not answer: no JSON.
/// Status 0 means that the connection is cut instead.
HttpResponse brokenAnswer(int status)
{
    if (status == 0)
        return {};
    return {status, {{"Content-Type", "text/html"}},
        "<html><head><title>" + QByteArray::number(status)
            + " Server Error</title></head><body>The practice server was asked to "
              "fail.</body></html>\n"};
}

} // namespace

RestApi::RestApi(
    Accounts &accounts, Guild &guild, MessageStore &messages, Faults &faults, Counts &counts)
    : m_accounts(accounts)
    , m_guild(guild)
    , m_messages(messages)
    , m_faults(faults)
    , m_counts(counts)
    , m_server([this](const IncomingRequest &request, HttpReply *reply) { handle(request, reply); })
{
}

const QList<RestApi::Route> &RestApi::routes()
{
    static const QList<Route> table{
        {"GET", "/gateway", Access::Public, &RestApi::getGateway},
        {"GET", "/gateway/bot", Access::Bots, &RestApi::getGatewayBot},
        {"GET", "/users/@me", Access::Anyone, &RestApi::getMe},
        {"PATCH", "/users/@me", Access::Anyone, &RestApi::patchMe},
        {"POST", "/users/@me/channels", Access::Anyone, &RestApi::openDm},
        {"GET", "/users/@me/guilds", Access::Anyone, &RestApi::getMyGuilds},
        {"DELETE", "/users/@me/guilds/{}", Access::Anyone, &RestApi::leaveGuild},
        {"GET", "/guilds/{}", Access::Bots, &RestApi::getGuild},
        {"GET", "/guilds/{}/channels", Access::Bots, &RestApi::getGuildChannels},
        {"GET", "/guilds/{}/roles", Access::Bots, &RestApi::getGuildRoles},
        {"GET", "/guilds/{}/members/{}", Access::Bots, &RestApi::getGuildMember},
        {"GET", "/users/{}", Access::Anyone, &RestApi::getUser},
        {"GET", "/applications/@me", Access::Bots, &RestApi::getApplication},
        {"PATCH", "/applications/@me", Access::Bots, &RestApi::patchApplication},
        {"GET", "/channels/{}", Access::Anyone, &RestApi::getChannel},
        {"GET", "/channels/{}/messages", Access::Anyone, &RestApi::getMessages},
        {"POST", "/channels/{}/messages", Access::Anyone, &RestApi::postMessage},
        {"GET", "/channels/{}/messages/{}", Access::Anyone, &RestApi::getMessage},
        {"PATCH", "/channels/{}/messages/{}", Access::Anyone, &RestApi::patchMessage},
        {"DELETE", "/channels/{}/messages/{}", Access::Anyone, &RestApi::deleteMessage},
        {"POST", "/channels/{}/typing", Access::Anyone, &RestApi::postTyping},
    };
    return table;
}

ApiResult<RestApi::Match> RestApi::match(const QByteArray &method, const QString &path)
{
    const QStringList segments = path.split(u'/');
    bool pathKnown = false;
    for (const Route &route : routes()) {
        const QStringList pattern = QString::fromLatin1(route.path).split(u'/');
        QStringList parameters;
        bool fits = pattern.size() == segments.size();
        for (qsizetype i = 0; fits && i < pattern.size(); ++i) {
            if (pattern[i] == "{}"_L1)
                parameters.append(QUrl::fromPercentEncoding(segments[i].toUtf8()));
            else
                fits = pattern[i] == segments[i];
        }
        if (fits && route.method == method)
            return Match{&route, parameters};
        // "@me" is no user id: what is literal in one route is no parameter of another.
        pathKnown = pathKnown || (fits && !parameters.contains(u"@me"_s));
    }
    return pathKnown ? apierror::methodNotAllowed() : apierror::notFound();
}

void RestApi::handle(const IncomingRequest &request, HttpReply *reply)
{
    const HttpResponse response = answer(request);
    const auto deliver = [response, reply] {
        if (response.status == 0)
            reply->cut();
        else
            reply->send(response);
    };
    if (m_faults.delayMs > 0)
        QTimer::singleShot(m_faults.delayMs, reply, deliver);
    else
        deliver();
}

HttpResponse RestApi::answer(const IncomingRequest &request)
{
    static const QString version = u"/api/v10"_s;
    const QString target = QString::fromLatin1(request.target);
    const QString path = target.section(u'?', 0, 0);
    const QUrlQuery query(target.section(u'?', 1));
    if (request.method == "GET" && path.startsWith("/avatars/"_L1))
        return answerPicture(path);
    if (!path.startsWith(version + u'/')) {
        return errorAnswer(
            path.startsWith("/api/"_L1) ? apierror::invalidVersion() : apierror::notFound());
    }
    const auto matched = match(request.method, path.mid(version.size()));
    if (const auto *error = std::get_if<ApiError>(&matched))
        return errorAnswer(*error);
    return answerRoute(request, std::get<Match>(matched), query);
}

HttpResponse RestApi::answerRoute(
    const IncomingRequest &request, const Match &match, const QUrlQuery &query)
{
    const Route &route = *match.route;
    m_counts.note(QString::fromLatin1(route.name()));
    const auto allowed = authorize(request, route.access);
    if (const auto *error = std::get_if<ApiError>(&allowed))
        return errorAnswer(*error);
    const TimePoint now = readClock();
    const bool limited = countsDown(m_faults.limitNext) || isDue(m_requests, m_faults.limitEvery);
    if (limited)
        return limitAnswer(RateBuckets::refusal(route.name(), m_faults.limitRetryAfter, now));
    Account *account = std::get<Account *>(allowed);
    const QByteArray major =
        route.path.startsWith("/channels/") ? match.parameters.value(0).toUtf8() : QByteArray();
    const RateVerdict verdict = m_buckets.take(
        account ? account->id : discord::UserId(), route.name(), major, m_faults.realLimits, now);
    if (verdict.refused)
        return limitAnswer(verdict);
    const auto body = readBody(request);
    if (const auto *error = std::get_if<ApiError>(&body))
        return errorAnswer(*error, verdict.headers);
    const RestCall call{account, match.parameters, query, std::get<QJsonObject>(body), now};
    return perform(route, call, verdict.headers);
}

ApiResult<Account *> RestApi::authorize(const IncomingRequest &request, Access access)
{
    if (access == Access::Public)
        return nullptr;
    static const QByteArray prefix("Bot ");
    const QByteArray header = request.headers.value("Authorization");
    const bool asBot = header.startsWith(prefix);
    Account *account = m_accounts.findByToken(asBot ? header.mid(prefix.size()) : header);
    if (!account || account->bot != asBot)
        return apierror::unauthorized();
    if (account->bot && !request.headers.value("User-Agent").startsWith("DiscordBot ("))
        return apierror::blockedUserAgent();
    if (access == Access::Bots && !account->bot)
        return apierror::botsOnly();
    return account;
}

ApiResult<QJsonObject> RestApi::readBody(const IncomingRequest &request) const
{
    if (request.body.isEmpty() || request.method == "GET" || request.method == "DELETE")
        return QJsonObject();
    const QByteArray type = request.headers.value("Content-Type").split(';').first().trimmed();
    FormErrors errors;
    if (type.compare("application/json", Qt::CaseInsensitive) != 0) {
        errors.add({}, u"CONTENT_TYPE_INVALID"_s,
            type.isEmpty()
                ? u"Expected \"Content-Type\" header to be one of {'application/json'}."_s
                : u"The practice server takes bodies of type application/json only."_s);
        return errors.error();
    }
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return apierror::invalidJson();
    if (json.isObject())
        return json.object();
    errors.add({}, u"MODEL_TYPE_CONVERT"_s, u"Only dictionaries may be used in a ModelType"_s);
    return errors.error();
}

HttpResponse RestApi::perform(const Route &route, const RestCall &call, const Headers &headers)
{
    const bool fails = route.method != "GET"
        && (countsDown(m_faults.failNext) || isDue(m_writes, m_faults.failEvery));
    if (fails && !m_faults.failAfterEffect)
        return brokenAnswer(m_faults.failStatus);
    const auto elsewhere = inGuildChannel(route, call);
    const RestAnswer answer = elsewhere ? *elsewhere : (this->*route.endpoint)(call);
    if (fails)
        return brokenAnswer(m_faults.failStatus);
    if (const auto *error = std::get_if<ApiError>(&answer))
        return errorAnswer(*error, headers);
    const auto &json = std::get<QJsonDocument>(answer);
    return json.isNull() ? HttpResponse{204, headers, {}} : jsonAnswer(200, json, headers);
}

bool RestApi::countsDown(int &left)
{
    if (left <= 0)
        return false;
    --left;
    return true;
}

bool RestApi::isDue(int &counter, int every) const
{
    if (every <= 0) {
        counter = 0;
        return false;
    }
    return ++counter % every == 0;
}

} // namespace loopflow::practice
