#include "core/host/localmodels.h"

#include "core/host/credentials.h"
#include "core/net/httpclient.h"
#include "core/net/useragent.h"

#include <QObject>

#include <memory>

namespace loopflow {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Whoever does not answer on loopback within this is not there.
constexpr HttpTimeouts patience{1s, 1s, 1500ms};

bool isLoopback(const QUrl &url)
{
    const QString host = url.host();
    return host == "localhost"_L1 || host.endsWith(".localhost"_L1) || host == "::1"_L1
        || host.startsWith("127."_L1);
}

/// The answers of one look, until the last one is there.
struct Look {
    std::function<void(const QList<LocalServer> &)> callback;
    QList<LocalServer> servers; ///< one per place; without a provider where nobody answered
    qsizetype missing = 0;

    void take(qsizetype place, LocalServer server)
    {
        servers[place] = std::move(server);
        if (--missing > 0)
            return;
        servers.removeIf([](const LocalServer &one) { return one.provider.isEmpty(); });
        callback(servers);
    }
};

} // namespace

LocalModels::LocalModels(HttpClient *http, const Credentials *credentials)
    : m_http(http)
    , m_credentials(credentials)
{
}

QList<llm::Endpoint> LocalModels::places() const
{
    QList<llm::Endpoint> places;
    for (const QString &provider : {u"ollama"_s, u"lmstudio"_s, u"llamacpp"_s}) {
        Mate mate;
        mate.provider = provider;
        const auto endpoint = m_credentials->endpoint(mate);
        if (endpoint && isLoopback(endpoint->baseUrl))
            places.append(*endpoint);
        else if (const auto *known = llm::findProvider(provider))
            places.append({provider, known->baseUrl, {}});
    }
    return places;
}

void LocalModels::look(QObject *context, std::function<void(const QList<LocalServer> &)> callback)
{
    const QList<llm::Endpoint> all = places();
    auto look = std::make_shared<Look>();
    look->callback = std::move(callback);
    look->servers.resize(all.size());
    look->missing = all.size();
    for (qsizetype place = 0; place < all.size(); ++place) {
        const llm::Endpoint &endpoint = all[place];
        const llm::LlmProvider &dialect = llm::dialect(endpoint.provider);
        HttpRequest request = dialect.encodeModels(endpoint);
        request.headers.set("User-Agent", userAgent());
        m_http->send(
            std::move(request), context,
            [look, place, &dialect, id = endpoint.provider](const Result<HttpResponse> &answer) {
                LocalServer server;
                if (answer && answer->isSuccess()) {
                    if (const auto models = dialect.decodeModels(*answer))
                        server = {
                            id, llm::findProvider(id)->name, static_cast<int>(models->size())};
                }
                look->take(place, server);
            },
            patience);
    }
}

} // namespace loopflow
