// One HTTP request under way and its answer in pieces.
// Keeps its own deadlines and finds the words for what went wrong; CurlTransfer does the rest.
#pragma once

#include "core/net/curlloop.h"
#include "core/net/httpclient.h"

#include <QBasicTimer>
#include <QElapsedTimer>
#include <QPointer>

namespace loopflow {

class HttpExchange final : public HttpStream, private CurlListener {
public:
    /// `loop` may die first: the request then ends silently.
    HttpExchange(CurlLoop *loop, const HttpRequest &request, HttpTimeouts timeouts,
        CurlTransfer::Encoding encoding, QObject *parent);
    ~HttpExchange() override;

    void abort() override;

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    void news() override;
    Result<void> outcome() const;
    void arm();
    std::optional<Error> expired() const;
    void letGo();
    void finish(const Result<void> &result);
    void finishSoon(Error error);

    QPointer<CurlLoop> m_loop;
    std::unique_ptr<CurlTransfer> m_transfer;
    QString m_server; ///< for sentences
    HttpTimeouts m_timeouts;
    QElapsedTimer m_clock; ///< since the request was sent
    qint64 m_lastByte = 0; ///< on m_clock, ms
    qint64 m_armedFor = 0; ///< on m_clock, ms; while the timer runs
    QBasicTimer m_timer;
    bool m_opened = false;
    bool m_over = false;
};

} // namespace loopflow
