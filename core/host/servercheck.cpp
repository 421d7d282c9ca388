#include "core/host/servercheck.h"

#include "core/base/core.h"
#include "core/discord/rest.h"
#include "core/net/httpclient.h"
#include "core/net/useragent.h"

#include <QJsonDocument>

namespace loopflow {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr HttpTimeouts patience{10s, 10s, 15s};

bool namesAGateway(const HttpResponse &answer)
{
    const QUrl url(QJsonDocument::fromJson(answer.body).object()["url"_L1].toString());
    return answer.isSuccess() && (url.scheme() == "wss"_L1 || url.scheme() == "ws"_L1) && !url.host().isEmpty();
}

Error noDiscord(const QUrl &url, const HttpResponse &answer)
{
    if (answer.isSuccess())
        return {ErrorCode::Invalid,
            Core::tr("%1 answers, but does not say where its gateway is, as a Discord does. Check the path: a "
                     "Discord's usually ends with /api/v10.")
                .arg(url.host())};
    return {ErrorCode::Invalid,
        Core::tr("%1 answers with status %2 where a Discord says where its gateway is. Check the path: a Discord's "
                 "usually ends with /api/v10.")
            .arg(url.host(), QString::number(answer.status))};
}

} // namespace

void checkServer(HttpClient &http, const QString &address, QObject *context, Callback<QString> callback)
{
    QString base = address.trimmed();
    while (base.endsWith(u'/'))
        base.chop(1);
    const HttpRequest request{"GET", QUrl(base + u"/gateway"_s), {{"User-Agent", discordUserAgent()}}, {}};
    http.send(
        request, context,
        [base, callback = std::move(callback)](const Result<HttpResponse> &answer) {
            if (!answer)
                callback(answer.error());
            else if (!namesAGateway(*answer))
                callback(noDiscord(QUrl(base), *answer));
            else
                callback(base);
        },
        patience);
}

} // namespace loopflow
