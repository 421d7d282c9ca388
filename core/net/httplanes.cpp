#include "core/net/httplanes.h"

#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QTimerEvent>

#include <algorithm>

namespace loopflow {

using namespace Qt::StringLiterals;

HttpLanes::Lane::Lane()
    : manager(std::make_unique<QNetworkAccessManager>())
{
}

HttpLanes::Lane::~Lane() = default;

HttpLanes::HttpLanes(Milliseconds idleLife)
    : m_idleLife(idleLife)
{
}

HttpLanes::~HttpLanes() = default;

HttpLanes::Lane *HttpLanes::take(const QUrl &url)
{
    const int port = url.port(url.scheme() == "https"_L1 ? 443 : 80);
    auto &lanes = m_lanes[u"%1:%2:%3"_s.arg(url.scheme(), url.host(), QString::number(port))];
    // The first with room, not the emptiest: the others can then fall idle and go.
    auto found = std::find_if(lanes.begin(), lanes.end(),
        [](const auto &lane) { return lane->inFlight < requestsPerLane; });
    if (found == lanes.end()) {
        auto lane = std::make_unique<Lane>();
        // Asked once a lane: the system's proxy settings cost more than the request.
        const auto proxies = QNetworkProxyFactory::proxyForQuery(QNetworkProxyQuery(url));
        if (!proxies.isEmpty())
            lane->manager->setProxy(proxies.first());
        lanes.push_back(std::move(lane));
        found = std::prev(lanes.end());
    }
    ++m_inFlight;
    ++(*found)->inFlight;
    return found->get();
}

void HttpLanes::giveBack(Lane *lane)
{
    --m_inFlight;
    if (--lane->inFlight > 0)
        return;
    lane->idleSince = readClock().steady;
    if (!m_sweep.isActive())
        m_sweep.start(static_cast<int>(m_idleLife.count()), Qt::CoarseTimer, this);
}

int HttpLanes::laneCount() const
{
    int count = 0;
    for (const auto &[host, lanes] : m_lanes)
        count += static_cast<int>(lanes.size());
    return count;
}

void HttpLanes::timerEvent(QTimerEvent *event)
{
    if (event->timerId() != m_sweep.timerId())
        return;
    m_sweep.stop();
    const auto now = readClock().steady;
    auto nextSweep = Milliseconds::max();
    for (auto &[host, lanes] : m_lanes) {
        std::erase_if(lanes, [&](const auto &lane) {
            return lane->inFlight == 0 && now - lane->idleSince >= m_idleLife;
        });
        for (const auto &lane : lanes) {
            if (lane->inFlight == 0)
                nextSweep = std::min(nextSweep, lane->idleSince + m_idleLife - now);
        }
    }
    std::erase_if(m_lanes, [](const auto &host) { return host.second.empty(); });
    if (nextSweep != Milliseconds::max())
        m_sweep.start(static_cast<int>(nextSweep.count()), Qt::CoarseTimer, this);
}

} // namespace loopflow
