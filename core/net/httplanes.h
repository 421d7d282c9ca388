// The connections of an HttpClient: lanes of QNetworkAccessManager, added where others are full.
// Never more than 6 requests in one: Qt would queue the seventh while its deadline runs.
#pragma once

#include "core/base/time.h"

#include <QBasicTimer>
#include <QObject>
#include <QUrl>

#include <map>
#include <memory>
#include <vector>

class QNetworkAccessManager;

namespace loopflow {

class HttpLanes : public QObject {
public:
    static constexpr int requestsPerLane = 6;

    /// One QNetworkAccessManager, used for one host.
    struct Lane {
        Lane();
        ~Lane();
        std::unique_ptr<QNetworkAccessManager> manager;
        int inFlight = 0;
        Milliseconds idleSince{0}; ///< steady; while nothing is in flight
    };

    /// A lane that was unused for `idleLife` is dropped with its connections.
    explicit HttpLanes(Milliseconds idleLife);
    ~HttpLanes() override;

    /// A lane with room for one more request to that host; it counts until it is given back.
    Lane *take(const QUrl &url);
    void giveBack(Lane *lane);

    int inFlight() const { return m_inFlight; }
    int laneCount() const;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    using Host = QString; ///< scheme, host and port
    std::map<Host, std::vector<std::unique_ptr<Lane>>> m_lanes;
    Milliseconds m_idleLife;
    QBasicTimer m_sweep;
    int m_inFlight = 0;
};

} // namespace loopflow
