// The practice server's REST API v10: routes, tokens, limits, faults and the shape of every answer.
// Never answers anything that Discord would not, but where Faults asks for it. Spec: docs
// "Reference".
#pragma once

#include "core/practice/accounts.h"
#include "core/practice/apierror.h"
#include "core/practice/counts.h"
#include "core/practice/discordserver.h"
#include "core/practice/guild.h"
#include "core/practice/httpserver.h"
#include "core/practice/messagestore.h"
#include "core/practice/ratebuckets.h"

#include <QJsonDocument>
#include <QUrlQuery>

namespace loopflow::practice {

/// A request that passed: who asks, what for.
struct RestCall {
    Account *account = nullptr; ///< null only on GET /gateway
    QStringList parameters; ///< what stood in the path's braces, in order
    QUrlQuery query;
    QJsonObject body;
    TimePoint now;
};

/// An answer that succeeded; null JSON: 204.
using RestAnswer = ApiResult<QJsonDocument>;

class RestApi : public QObject {
    Q_OBJECT
public:
    RestApi(Accounts &accounts, Guild &guild, MessageStore &messages, Faults &faults, Counts &counts);

    Result<void> listen() { return m_server.listen(); }
    quint16 port() const { return m_server.port(); }
    void setGatewayUrl(const QUrl &url) { m_gatewayUrl = url; }

    /// POST messages, also for DiscordServer::say.
    RestAnswer postMessage(const RestCall &call);
    RestAnswer patchMessage(const RestCall &call);
    RestAnswer deleteMessage(const RestCall &call);
    RestAnswer postTyping(const RestCall &call);

Q_SIGNALS:
    /// PATCH /users/@me changed the account.
    void userChanged(loopflow::discord::UserId user);
    /// A bot left the server.
    void left(loopflow::discord::UserId bot);

private:
    enum class Access { Public, Anyone, Bots };
    using Endpoint = RestAnswer (RestApi::*)(const RestCall &);
    struct Route {
        QByteArray method;
        QByteArray path; ///< "/channels/{}/messages"
        Access access;
        Endpoint endpoint;
        QByteArray name() const { return method + ' ' + path; }
    };
    struct Match {
        const Route *route = nullptr;
        QStringList parameters;
    };
    static const QList<Route> &routes();
    static ApiResult<Match> match(const QByteArray &method, const QString &path);

    void handle(const IncomingRequest &request, HttpReply *reply);
    HttpResponse answer(const IncomingRequest &request);
    HttpResponse answerRoute(
        const IncomingRequest &request, const Match &match, const QUrlQuery &query);
    ApiResult<Account *> authorize(const IncomingRequest &request, Access access);
    ApiResult<QJsonObject> readBody(const IncomingRequest &request) const;
    HttpResponse perform(const Route &route, const RestCall &call, const Headers &headers);
    bool isDue(int &counter, int every) const;
    static bool countsDown(int &left);
    std::optional<ApiError> whyNotInGuild(const RestCall &call) const;
    /// The answer of a call about one of the server's channels; none when it is about another.
    std::optional<RestAnswer> inGuildChannel(const Route &route, const RestCall &call) const;
    HttpResponse answerPicture(const QString &path) const;

    RestAnswer getGateway(const RestCall &call);
    RestAnswer getGatewayBot(const RestCall &call);
    RestAnswer getMe(const RestCall &call);
    RestAnswer patchMe(const RestCall &call);
    RestAnswer getUser(const RestCall &call);
    RestAnswer openDm(const RestCall &call);
    RestAnswer getApplication(const RestCall &call);
    RestAnswer patchApplication(const RestCall &call);
    RestAnswer getMyGuilds(const RestCall &call);
    RestAnswer leaveGuild(const RestCall &call);
    RestAnswer getGuild(const RestCall &call);
    RestAnswer getGuildChannels(const RestCall &call);
    RestAnswer getGuildRoles(const RestCall &call);
    RestAnswer getGuildMember(const RestCall &call);
    RestAnswer getChannel(const RestCall &call);
    RestAnswer getMessages(const RestCall &call);
    RestAnswer getMessage(const RestCall &call);

    Accounts &m_accounts;
    Guild &m_guild;
    MessageStore &m_messages;
    Faults &m_faults;
    Counts &m_counts;
    RateBuckets m_buckets;
    QUrl m_gatewayUrl;
    int m_writes = 0;
    int m_requests = 0;
    HttpServer m_server;
};

} // namespace loopflow::practice
