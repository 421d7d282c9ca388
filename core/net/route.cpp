#include "core/net/route.h"

#include "core/base/loopback.h"

#include <QNetworkProxy>
#include <QSslConfiguration>
#include <QWebSocket>

namespace loopflow {

namespace {

QNetworkProxy proxyOf(const Route &route)
{
    const auto type = route.address.scheme() == QLatin1StringView("socks5") ? QNetworkProxy::Socks5Proxy
                                                                           : QNetworkProxy::HttpProxy;
    return {type, route.address.host(), static_cast<quint16>(route.address.port()), route.address.userName(),
        QString::fromUtf8(route.password.reveal())};
}

} // namespace

void follow(const Route &route, QWebSocket *socket, const QString &host)
{
    if (route.proxy == Route::Proxy::None || isLoopbackHost(host))
        socket->setProxy(QNetworkProxy::NoProxy);
    else if (route.proxy == Route::Proxy::Own)
        socket->setProxy(proxyOf(route));
    if (route.certificates.isEmpty())
        return;
    // Qt looks into the system's own only as long as no list is set.
    QSslConfiguration ssl = socket->sslConfiguration();
    ssl.setCaCertificates(
        QSslConfiguration::systemCaCertificates() + QSslCertificate::fromData(route.certificates, QSsl::Pem));
    socket->setSslConfiguration(ssl);
}

} // namespace loopflow
