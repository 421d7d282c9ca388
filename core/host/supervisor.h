// All mates of this process: starts and stops each, knows their states.
// Mates are isolated: what one does or fails at delays no other.
#pragma once

#include "core/base/result.h"
#include "core/conversation/event.h"
#include "core/discord/requestbreaker.h"

#include <QObject>

#include <map>
#include <memory>
#include <optional>

namespace loopflow {

class ConversationLog;
class Credentials;
class HttpClient;
class Journal;
class LlmClient;
class MateRunner;
class MateStore;
class Settings;
struct MateHealth;

/// What a mate's row says.
enum class MatePhase { Paused, NeedsToken, Starting, Connecting, Online, Waiting, Failed, Stopping };
struct MateState {
    MatePhase phase = MatePhase::Paused;
    int answering = 0; ///< turns under way
    QString problem; ///< the sentence, with Failed, NeedsToken or Waiting; empty else
    std::optional<TimePoint> reconnectAt; ///< with Waiting
    Milliseconds latency{0}; ///< heartbeat round trip; zero: not known
    int servers{0}; ///< that the bot is in, as far as this run's connection told
    std::optional<ErrorCode> cause{}; ///< with Failed and NeedsToken
    bool operator==(const MateState &) const = default;
};
/// In words, for lists: "online", "answering 2", "reconnects in 8 s", "paused", or the problem.
QString inWords(const MateState &state, TimePoint now);

/// What every mate shares. All of it outlives the supervisor.
struct HostServices {
    HttpClient *http = nullptr;
    LlmClient *llm = nullptr;
    ConversationLog *log = nullptr;
    MateStore *mates = nullptr;
    Journal *journal = nullptr;
    Settings *settings = nullptr;
    Credentials *credentials = nullptr;
    discord::RequestBreakers *breakers = nullptr;
};

class Supervisor : public QObject {
    Q_OBJECT
public:
    explicit Supervisor(HostServices services, QObject *parent = nullptr);
    ~Supervisor() override;

    /// Starts every mate that is not paused, and from now on follows the MateStore: new ones start, changed ones
    /// take effect on the next message, removed ones stop.
    void startAll();
    void start(MateId mate);
    /// Ends the gateway session, so that Discord shows the bot offline.
    void stop(MateId mate);
    MateState state(MateId mate) const;
    /// What its connection knows; Health adds what the log does.
    MateHealth health(MateId mate) const;
    /// Those that run start anew, as after a change of the server they are on.
    void restartAll();
    /// Has a mate answer these questions once more, because a turn that answered them failed. An error says in a
    /// sentence why it cannot; success means that the new turn is queued.
    void retry(const ConversationId &conversation, const QList<discord::MessageId> &questions, QObject *context,
        Callback<void> callback);
    /// Finishes running replies (30 s at most), keeps sessions, then emits stopped(). Questions that remain are in
    /// the journal.
    void shutDown();
    bool isShuttingDown() const { return m_shuttingDown; }

Q_SIGNALS:
    void stateChanged(loopflow::MateId mate, const loopflow::MateState &state);
    void stopped();

private:
    HostServices m_services;
    std::map<MateId, std::unique_ptr<MateRunner>> m_runners;
    std::size_t m_draining = 0; ///< runners that still finish replies
    bool m_shuttingDown = false;
};

} // namespace loopflow
