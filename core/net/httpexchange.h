// One HTTP request under way and its answer in pieces.
// Keeps its own deadlines (Qt says "operation canceled" for all); never follows a redirect.
#pragma once

#include "core/net/httpclient.h"
#include "core/net/httplanes.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QNetworkRequest>
#include <QPointer>

class QNetworkReply;

namespace loopflow {

class HttpExchange final : public HttpStream {
public:
    /// Bodies over this end with ErrorCode::Invalid.
    static constexpr qint64 bodyLimit = 64 * 1024 * 1024;
    enum class Encoding {
        Any, ///< the server may compress; the pieces are decompressed
        Identity,
    };

    /// Sends at once. `lanes` may die first: the request then ends silently.
    HttpExchange(HttpLanes *lanes, const HttpRequest &request, HttpTimeouts timeouts,
        Encoding encoding, QObject *parent);
    ~HttpExchange() override;

    void abort() override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void begin(const HttpRequest &request, Encoding encoding);
    QNetworkReply *put(const HttpRequest &request, const QNetworkRequest &line);
    void takeHead();
    void takeBytes();
    void takeEnd();
    Result<void> outcome() const;
    void arm();
    std::optional<Error> expired() const;
    void letGo();
    void finish(const Result<void> &result);
    void finishSoon(Error error);

    QPointer<HttpLanes> m_lanes;
    HttpLanes::Lane *m_lane = nullptr;
    QPointer<QNetworkReply> m_reply;
    QString m_server; ///< for sentences
    HttpTimeouts m_timeouts;
    QElapsedTimer m_clock; ///< since the request was sent
    qint64 m_lastByte = 0; ///< on m_clock, ms
    qint64 m_armedFor = 0; ///< on m_clock, ms; while the timer runs
    QBasicTimer m_timer;
    qint64 m_received = 0;
    bool m_opened = false;
    bool m_over = false;
};

} // namespace loopflow
