// libcurl on Qt's event loop: the transfers of an HttpClient and the connections they share.
// Never calls out inside libcurl or inside a call from outside: news is gathered and handed out after.
#pragma once

#include "core/base/http.h"

#include <QBasicTimer>
#include <QObject>

#include <array>
#include <memory>
#include <optional>
#include <unordered_map>
#include <unordered_set>

class QSocketNotifier;
struct curl_slist;

namespace loopflow {

class CurlLoop;
struct Route;

/// Hears that a transfer has a head, bytes or an end to take. May delete the transfer and the loop.
class CurlListener {
public:
    virtual void news() = 0;

protected:
    ~CurlListener() = default;
};

/// One request under way and what came of its answer so far. Deleting it cuts it off without a word.
class CurlTransfer {
public:
    /// Bodies over this end with End::TooLarge.
    static constexpr qint64 bodyLimit = 64 * 1024 * 1024;
    enum class Encoding {
        Any, ///< the server may compress; the bytes are decompressed
        Identity,
    };
    enum class End {
        Whole,
        Timeout, ///< libcurl's own, far above ours
        Refused,
        NotFound,
        Insecure,
        Proxy,
        Broken,
        TooLarge,
    };

    /// Starts with the next turn of the event loop. The request is an http(s) address with sound headers.
    CurlTransfer(CurlLoop *loop, const HttpRequest &request, Encoding encoding, CurlListener *listener);
    ~CurlTransfer();
    Q_DISABLE_COPY_MOVE(CurlTransfer)

    /// Status and headers, once.
    std::optional<HttpResponse> takeHead();
    QByteArray takeBytes() { return std::exchange(m_bytes, {}); }
    const std::optional<End> &end() const { return m_end; }
    /// Why a secure connection failed; no more than that.
    QString reason() const;

private:
    friend CurlLoop;
    static constexpr size_t errorSize = 256; // CURL_ERROR_SIZE

    void setRules();
    void setRoute(const Route &route, const QUrl &url);
    void setMethod(const HttpRequest &request);
    void setHeaders(const Headers &headers, Encoding encoding);
    void addLine(const QByteArray &line);
    static size_t takeLine(char *data, size_t, size_t size, void *self);
    static size_t takePiece(char *data, size_t, size_t size, void *self);
    void readLine(QByteArrayView line);
    End endFor(int code) const;

    CurlLoop *m_loop; ///< null once it died
    CurlListener *m_listener;
    void *m_easy;
    curl_slist *m_lines = nullptr; ///< libcurl reads them while it sends
    QByteArray m_body; ///< and this
    QByteArray m_trusted; ///< and this, PEM
    bool m_ownProxy = false;
    std::array<char, errorSize> m_error{};
    HttpResponse m_head;
    bool m_headWhole = false;
    bool m_headTaken = false;
    QByteArray m_bytes;
    qint64 m_received = 0;
    std::optional<End> m_end;
};

class CurlLoop : public QObject {
public:
    CurlLoop();
    /// Cuts off every transfer; their listeners hear nothing more.
    ~CurlLoop() override;

    int inFlight() const { return static_cast<int>(m_transfers.size()); }
    /// For transfers that are made from now on; outlives this.
    void setRoute(const Route *route);

protected:
    void timerEvent(QTimerEvent *event) override;

private:
    friend CurlTransfer;
    struct Watch {
        std::unique_ptr<QSocketNotifier> read;
        std::unique_ptr<QSocketNotifier> write;
    };

    void add(CurlTransfer *transfer);
    void drop(CurlTransfer *transfer);
    void noteNews(CurlTransfer *transfer);
    static int watch(void *easy, int socket, int what, void *self, void *);
    static int setTimer(void *multi, long wait, void *self);
    void enable(std::unique_ptr<QSocketNotifier> &notifier, int socket, int flag, bool on);
    void act(int socket, int flag);
    void readEnds();
    void handOut();

    void *m_multi;
    const Route *m_route = nullptr; ///< null: the system's
    QByteArray m_trusted; ///< PEM, the system's and the route's; empty: the system's alone
    QBasicTimer m_timer;
    std::unordered_map<int, Watch> m_watches; ///< kept, disabled, for the socket's next request
    std::unordered_set<CurlTransfer *> m_transfers;
    QList<CurlTransfer *> m_news; ///< not handed out yet
};

} // namespace loopflow
