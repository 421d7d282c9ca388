// The life of one bot's gateway session: connecting, heartbeats, identify, resume, coming back.
// Pure: bytes and `now` in, actions and nextTimeout() out; never touches a socket or a clock.
// Spec: docs "Gateway"; the connection table is in gatewaysession.cpp.
#pragma once

#include "core/base/secret.h"
#include "core/base/time.h"
#include "core/discord/gatewayaddress.h"
#include "core/discord/heartbeat.h"
#include "core/discord/id.h"
#include "core/discord/identifybudget.h"
#include "core/discord/payload.h"
#include "core/discord/reconnectpace.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QUrl>

#include <deque>
#include <optional>
#include <variant>

namespace loopflow::discord {

/// Gateway intents (docs "Gateway › List of Intents").
namespace intents {
constexpr quint32 Guilds = 1;
constexpr quint32 GuildMessages = 1 << 9;
constexpr quint32 DirectMessages = 1 << 12;
constexpr quint32 DirectMessageTyping = 1 << 14;
constexpr quint32 MessageContent = 1 << 15;
/// What Loopflow asks for by default: direct messages only, nothing privileged.
constexpr quint32 Default = Guilds | DirectMessages | DirectMessageTyping;
} // namespace intents

/// What it takes to resume, kept over a restart. Valid only for the same bot and the same intents.
struct SavedSession {
    QString sessionId;
    qint64 sequence = 0;
    QUrl resumeUrl;
    UserId bot;
    quint32 intents = 0;

    bool operator==(const SavedSession &) const = default;
};

struct GatewayConfig {
    Secret token;
    quint32 intents = intents::Default;
    QUrl url; ///< from GET /gateway/bot, without a query
    bool compress = true; ///< zlib-stream
    std::optional<SavedSession> savedSession;
    QList<Milliseconds> identifies; ///< wall times of the identifies of the last 24 hours
    UserId bot; ///< whose session `savedSession` must be; none: not known yet
    Random random = systemRandom;
};

enum class GatewayState { Offline, Connecting, Identifying, Resuming, Ready, Waiting, Failed };
enum class StopMode {
    KeepSession, ///< at quit: close 4000, the next start resumes
    EndSession, ///< at pause, delete or a new token: close 1000, Discord shows the bot offline at once
};

/// Open a new socket. `compressed` tells whether its binary frames are zlib-stream.
struct OpenSocket {
    QUrl url; ///< with query
    bool compressed = false;
};
/// Send a text frame; it may hold the token, so it must not be logged.
struct SendText {
    Secret text;
};
/// Close the socket with this code and forget it; nothing it still delivers may be handed in.
struct CloseSocket {
    quint16 code = 4000;
};
/// An event for the mate. Events that no mate needs are dropped before they become one of these.
struct Dispatch {
    QByteArray type; ///< READY, RESUMED, MESSAGE_CREATE, …
    QByteArray data; ///< the `d` of the event as JSON
};
/// The kept session changed (empty: it is gone). To be stored only after the dispatches before it were.
struct SessionChanged {
    std::optional<SavedSession> session;
};
/// An Identify is about to be sent; to be stored at once (Discord resets a token after 1,000 in 24 h).
struct IdentifySpent {
    Milliseconds wall{0};
};
/// The gateway address is not known or no longer trusted: fetch GET /gateway/bot, then setUrl().
struct NeedGatewayUrl { };
/// Coming back cannot help; `message` is the sentence for people.
struct SessionFailed {
    quint16 closeCode = 0;
    QString message;
};
/// Worth a person's attention, though the session goes on (Message Content refused, start limit near).
struct SessionNotice {
    QString message;
};

using GatewayAction = std::variant<OpenSocket, SendText, CloseSocket, Dispatch, SessionChanged, IdentifySpent,
    NeedGatewayUrl, SessionFailed, SessionNotice>;

/// One bot, one shard. Inputs queue actions; drain pollAction() after every input.
class GatewaySession final {
public:
    explicit GatewaySession(GatewayConfig config);
    GatewaySession(const GatewaySession &) = delete;
    GatewaySession &operator=(const GatewaySession &) = delete;

    /// Without effect unless Offline or Failed.
    void start(TimePoint now);
    void stop(StopMode mode, TimePoint now);
    /// The answer to NeedGatewayUrl.
    void setUrl(const QUrl &url, TimePoint now);
    /// GET /gateway/bot failed for a passing reason: asked again after a backoff.
    void urlFailed(TimePoint now);
    void handleOpened(TimePoint now);
    /// One whole gateway message, already inflated.
    void handleMessage(QByteArrayView json, TimePoint now);
    /// The socket is gone; no code when it just dropped or never opened.
    void handleClosed(std::optional<quint16> code, TimePoint now);
    /// Frames that could not be inflated or were too large: drop the connection, keep the session.
    void handleBrokenFrame(TimePoint now);
    void handleTimeout(TimePoint now);

    std::optional<GatewayAction> pollAction();
    /// The earliest moment at which handleTimeout() has something to do.
    std::optional<TimePoint> nextTimeout() const;

    GatewayState state() const { return m_state; }
    /// When the next connection attempt is due, while Waiting.
    std::optional<TimePoint> reconnectAt() const { return m_state == GatewayState::Waiting ? m_deadline : std::nullopt; }
    UserId bot() const { return m_config.bot; }
    /// Whether READY said that Message Content is granted (application.flags bit 18 or 19).
    bool hasMessageContent() const { return m_messageContent; }
    /// The last heartbeat's round trip; zero before the first answer.
    Milliseconds latency() const { return m_heartbeat.latency(); }
    int identifiesLeft(TimePoint now) const { return m_budget.left(now); }
    /// When the newest event came; none since the session was made.
    std::optional<TimePoint> lastEvent() const { return m_lastEvent; }
    /// How often it was online and lost the connection.
    int losses() const { return m_losses; }
    /// Why it is not online, as a sentence for people; empty while nothing went wrong.
    const QString &problem() const { return m_problem; }

private:
    enum class Socket { None, Opening, Open };
    enum class AfterLoss { ByBackoff, InAFewSeconds };

    void connect(TimePoint now);
    void waitForBudget(Milliseconds wait, TimePoint now);
    void comeBack(const QString &problem, AfterLoss pace, TimePoint now);
    void drop(const QString &problem, TimePoint now, AfterLoss pace = AfterLoss::ByBackoff);
    void fail(quint16 code);
    void leaveSocket();

    void handleHello(QByteArrayView data, TimePoint now);
    void handleDispatch(const Payload &payload, TimePoint now);
    bool adoptReady(const Payload &payload);
    void becomeReady(TimePoint now);
    void sendHeartbeat();
    bool woke(TimePoint now);

    bool isResumable(const SavedSession &session) const;
    void announce();
    template <class Action>
    void push(Action action) { m_actions.emplace_back(std::move(action)); }

    GatewayConfig m_config;
    GatewayAddress m_address;
    IdentifyBudget m_budget;
    PayloadReader m_reader;
    std::deque<GatewayAction> m_actions;
    GatewayState m_state = GatewayState::Offline;
    Socket m_socket = Socket::None;
    QString m_problem;

    std::optional<SavedSession> m_session;
    std::optional<SavedSession> m_announced; ///< what the last SessionChanged said
    quint32 m_intents = 0; ///< asked for now; less than configured when Discord refused one
    bool m_messageContent = false;

    bool m_urlAsked = false;
    ReconnectPace m_pace;
    int m_resumes = 0; ///< sent since the last RESUMED

    Heartbeat m_heartbeat;
    std::optional<TimePoint> m_deadline; ///< for the socket, for Hello, or for the next attempt
    std::optional<TimePoint> m_announceAt;
    TimePoint m_lookAt; ///< when to compare the clocks again
    TimePoint m_lastSeen;
    std::optional<TimePoint> m_lastEvent;
    int m_losses = 0;
};

} // namespace loopflow::discord
