#include "core/discord/gatewayaddress.h"

#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace loopflow::discord {

static constexpr int trustedFor = 3; ///< failures in a row before an address is asked for again

GatewayAddress::GatewayAddress(QUrl url, bool compress)
    : m_url(std::move(url))
    , m_compress(compress)
{
}

bool GatewayAddress::isUsable(const QUrl &url)
{
    return url.isValid() && !url.host().isEmpty()
        && (url.scheme() == "wss"_L1 || url.scheme() == "ws"_L1);
}

bool GatewayAddress::mayLeadTo(const QUrl &resumeUrl) const
{
    return isUsable(resumeUrl) && (resumeUrl.scheme() == "wss"_L1 || m_url.scheme() == "ws"_L1);
}

void GatewayAddress::refresh(const QUrl &url)
{
    m_url = url;
    if (m_failures < trustedFor)
        return;
    m_failures = 0;
    ++m_refreshes;
}

void GatewayAddress::noteFailure()
{
    ++m_failures;
}

void GatewayAddress::noteHello()
{
    m_failures = m_refreshes = 0;
}

std::optional<QUrl> GatewayAddress::next(const QUrl &resumeUrl) const
{
    if (m_failures >= trustedFor)
        return std::nullopt;
    // Once the resume address failed, and failed again though the network works, the ordinary one
    // is as good.
    if (isUsable(resumeUrl) && m_refreshes < 2)
        return withQuery(resumeUrl);
    return isUsable(m_url) ? std::optional(withQuery(m_url)) : std::nullopt;
}

QUrl GatewayAddress::withQuery(QUrl url) const
{
    QUrlQuery query{{u"v"_s, u"10"_s}, {u"encoding"_s, u"json"_s}};
    if (m_compress)
        query.addQueryItem(u"compress"_s, u"zlib-stream"_s);
    url.setQuery(query);
    if (url.path().isEmpty())
        url.setPath(u"/"_s);
    return url;
}

} // namespace loopflow::discord
