#include "core/host/networking.h"

#include "core/base/log.h"
#include "core/host/credentials.h"
#include "core/net/certificates.h"
#include "core/net/httpclient.h"
#include "core/store/settings.h"

namespace loopflow {

using namespace Qt::StringLiterals;

Networking::Networking(HttpClient *http, Settings *settings, Credentials *credentials, QObject *parent)
    : QObject(parent)
    , m_http(http)
    , m_settings(settings)
    , m_credentials(credentials)
{
    connect(settings, &Settings::changed, this, [this](const QString &key) {
        if (key.startsWith("network."_L1))
            apply();
    });
    apply();
}

bool Networking::wantsPassword() const
{
    return !QUrl(m_settings->text(u"network.proxy"_s)).userName().isEmpty();
}

void Networking::apply()
{
    if (!wantsPassword())
        return setRoute({});
    m_credentials->proxyPassword(this, [this](Result<Secret> password) {
        if (!password)
            qCWarning(logHttp).noquote() << password.error().message;
        setRoute(password ? *std::move(password) : Secret());
    });
}

void Networking::setRoute(Secret password)
{
    Route route;
    const QString proxy = m_settings->text(u"network.proxy"_s);
    if (proxy == "none"_L1) {
        route.proxy = Route::Proxy::None;
    } else if (!proxy.isEmpty()) {
        route.proxy = Route::Proxy::Own;
        route.address = QUrl(proxy);
        route.password = std::move(password);
    }
    m_problem.clear();
    if (const QString path = m_settings->text(u"network.ca"_s); !path.isEmpty()) {
        auto certificates = readCertificates(path);
        if (certificates) {
            route.certificates = certificates->pem;
        } else {
            m_problem = certificates.error().message;
            qCWarning(logHttp).noquote() << m_problem;
        }
    }
    m_http->setRoute(std::move(route));
    m_ready = true;
    Q_EMIT applied();
}

void Networking::whenReady(QObject *context, std::function<void()> then)
{
    if (m_ready)
        return then();
    connect(this, &Networking::applied, context, std::move(then), Qt::SingleShotConnection);
}

void Networking::savePassword(Secret password, QObject *context, Callback<bool> callback)
{
    m_credentials->saveProxyPassword(std::move(password), context, [this, callback](const Result<bool> &saved) {
        if (saved)
            apply();
        callback(saved);
    });
}

Result<QStringList> Networking::certificatesIn(const QString &path)
{
    auto certificates = readCertificates(path);
    if (!certificates)
        return certificates.error();
    return certificates->names;
}

} // namespace loopflow
