#include "core/net/gatewayclient.h"

#include "core/base/log.h"
#include "core/base/overloaded.h"
#include "core/discord/inflater.h"
#include "core/net/route.h"
#include "core/net/useragent.h"

#include <QNetworkRequest>
#include <QPointer>
#include <QTimer>
#include <QWebSocket>

#include <algorithm>
#include <utility>

namespace loopflow {

using discord::GatewayAction;
using discord::GatewaySession;
using discord::GatewayState;

namespace {

/// A server with thousands of channels is one message of several MB; Qt's own limit is 2 GB.
constexpr quint64 messageLimit = 64 * 1024 * 1024;
/// Any code but 1000 and 1001, which end the session.
constexpr quint16 keepsSession = 4000;
/// What Qt says for "closed by nobody's code": a dropped connection, a failed one, or a real 1000.
constexpr quint16 qtSaysNothing = QWebSocketProtocol::CloseCodeNormal;

/// Says goodbye with `code`, or drops a connection that never was. ~QWebSocket would say 1001.
void dismiss(QWebSocket *socket, quint16 code)
{
    if (socket->state() == QAbstractSocket::ConnectedState)
        socket->close(static_cast<QWebSocketProtocol::CloseCode>(code));
    else
        socket->abort();
    // Not with the client: its end may come from a slot of this very socket.
    socket->setParent(nullptr);
    socket->deleteLater();
}

} // namespace

class GatewayClient::Driver {
public:
    Driver(GatewayClient *client, discord::GatewayConfig config);
    ~Driver();
    Driver(const Driver &) = delete;
    Driver &operator=(const Driver &) = delete;

    GatewaySession session;
    const Route *route = nullptr;
    /// Carries out what the session wants. A slot may come back in, or delete the client.
    void drain();

private:
    void perform(GatewayAction action);
    void open(const discord::OpenSocket &wanted);
    void connectSocket(QWebSocket *socket);
    void takeFrame(const QByteArray &frame);
    void lose(std::optional<quint16> code);
    void leave(quint16 code);
    void arm();

    GatewayClient *m_client;
    QTimer m_timer;
    std::optional<TimePoint> m_armedFor;
    QWebSocket *m_socket = nullptr; ///< the one connection that is listened to
    std::optional<discord::Inflater> m_inflater;
    GatewayState m_said = GatewayState::Offline;
    bool m_draining = false;
};

GatewayClient::Driver::Driver(GatewayClient *client, discord::GatewayConfig config)
    : session(std::move(config))
    , m_client(client)
{
    m_timer.setSingleShot(true);
    m_timer.setTimerType(Qt::PreciseTimer); // a late heartbeat costs the connection
    QObject::connect(&m_timer, &QTimer::timeout, client, [this] {
        m_armedFor.reset();
        session.handleTimeout(readClock());
        drain();
    });
}

GatewayClient::Driver::~Driver()
{
    leave(keepsSession);
}

void GatewayClient::Driver::drain()
{
    if (std::exchange(m_draining, true))
        return; // the outer drain goes on with what this input added
    const QPointer<GatewayClient> alive(m_client);
    while (auto action = session.pollAction()) {
        perform(*std::move(action));
        if (!alive)
            return;
    }
    m_draining = false;
    arm();
    if (const auto state = session.state(); state != m_said) {
        m_said = state;
        Q_EMIT m_client->stateChanged(state);
    }
}

void GatewayClient::Driver::perform(GatewayAction action)
{
    std::visit(
        Overloaded{
            [&](const discord::OpenSocket &wanted) { open(wanted); },
            [&](const discord::SendText &message) {
                if (m_socket)
                    m_socket->sendTextMessage(QString::fromUtf8(message.text.reveal()));
            },
            [&](const discord::CloseSocket &close) { leave(close.code); },
            [&](const discord::Dispatch &event) {
                Q_EMIT m_client->dispatched(event.type, event.data);
            },
            [&](const discord::SessionChanged &change) {
                Q_EMIT m_client->sessionChanged(change.session);
            },
            [&](const discord::IdentifySpent &spent) {
                Q_EMIT m_client->identifySpent(spent.wall);
            },
            [&](const discord::NeedGatewayUrl &) { Q_EMIT m_client->urlNeeded(); },
            [&](const discord::SessionFailed &end) {
                Q_EMIT m_client->failed(end.closeCode, end.message);
            },
            [&](const discord::SessionNotice &notice) { Q_EMIT m_client->noticed(notice.message); },
        },
        action);
}

void GatewayClient::Driver::open(const discord::OpenSocket &wanted)
{
    leave(keepsSession);
    m_inflater.reset();
    if (wanted.compressed)
        m_inflater.emplace();
    // Never used again after it closed: a QWebSocket keeps the close code of its last connection.
    m_socket = new QWebSocket(QString(), QWebSocketProtocol::VersionLatest, m_client);
    m_socket->setMaxAllowedIncomingFrameSize(messageLimit);
    m_socket->setMaxAllowedIncomingMessageSize(messageLimit);
    if (route)
        follow(*route, m_socket, wanted.url.host());
    connectSocket(m_socket);
    QNetworkRequest request(wanted.url);
    request.setRawHeader("User-Agent", discordUserAgent());
    m_socket->open(request);
}

void GatewayClient::Driver::connectSocket(QWebSocket *socket)
{
    QObject::connect(socket, &QWebSocket::connected, m_client, [this] {
        session.handleOpened(readClock());
        drain();
    });
    QObject::connect(
        socket, &QWebSocket::textMessageReceived, m_client, [this](const QString &text) {
            session.handleMessage(text.toUtf8(), readClock());
            drain();
        });
    QObject::connect(socket, &QWebSocket::binaryMessageReceived, m_client,
        [this](const QByteArray &frame) { takeFrame(frame); });
    QObject::connect(socket, &QWebSocket::disconnected, m_client, [this, socket] {
        const quint16 code = socket->closeCode();
        lose(code == qtSaysNothing ? std::nullopt : std::optional(code));
    });
    // A refused upgrade says only this, never disconnected(). Of an open connection it comes before
    // disconnected(), which knows the close code if one came: so it waits its turn, and is
    // forgotten with its socket.
    const auto fail = [this, socket] {
        qCInfo(logGateway).noquote() << "the connection failed:" << socket->errorString();
        QMetaObject::invokeMethod(
            socket,
            [this, socket] {
                if (socket == m_socket)
                    lose(std::nullopt);
            },
            Qt::QueuedConnection);
    };
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    QObject::connect(socket, &QWebSocket::errorOccurred, m_client, fail);
#else
    QObject::connect(
        socket, qOverload<QAbstractSocket::SocketError>(&QWebSocket::error), m_client, fail);
#endif
}

void GatewayClient::Driver::takeFrame(const QByteArray &frame)
{
    if (!m_inflater) {
        session.handleMessage(frame, readClock());
    } else if (const auto message = m_inflater->feed(frame); !message) {
        qCWarning(logGateway).noquote() << message.error().message;
        session.handleBrokenFrame(readClock());
    } else if (!message->isEmpty()) {
        session.handleMessage(*message, readClock());
    }
    drain();
}

/// The connection is gone by itself.
void GatewayClient::Driver::lose(std::optional<quint16> code)
{
    leave(keepsSession);
    session.handleClosed(code, readClock());
    drain();
}

/// Lets go of the socket: nothing that it still delivers is heard.
void GatewayClient::Driver::leave(quint16 code)
{
    auto *socket = std::exchange(m_socket, nullptr);
    if (!socket)
        return;
    socket->disconnect(m_client);
    dismiss(socket, code);
}

void GatewayClient::Driver::arm()
{
    const auto next = session.nextTimeout();
    if (!next) {
        m_timer.stop();
        m_armedFor.reset();
        return;
    }
    // Equal by the steady clock. Most messages change nothing, and a timer is not set for free.
    if (m_armedFor == next)
        return;
    m_armedFor = next;
    m_timer.start(std::max(Milliseconds(0), *next - readClock()));
}

GatewayClient::GatewayClient(discord::GatewayConfig config, QObject *parent)
    : QObject(parent)
    , m_driver(std::make_unique<Driver>(this, std::move(config)))
{
}

GatewayClient::~GatewayClient() = default;

void GatewayClient::useRoute(const Route *route)
{
    m_driver->route = route;
}

void GatewayClient::start()
{
    m_driver->session.start(readClock());
    m_driver->drain();
}

void GatewayClient::stop(discord::StopMode mode)
{
    m_driver->session.stop(mode, readClock());
    m_driver->drain();
}

void GatewayClient::setUrl(const QUrl &url)
{
    m_driver->session.setUrl(url, readClock());
    m_driver->drain();
}

void GatewayClient::urlFailed()
{
    m_driver->session.urlFailed(readClock());
    m_driver->drain();
}

const discord::GatewaySession &GatewayClient::session() const
{
    return m_driver->session;
}

} // namespace loopflow
