// What one mate does with the messages it sees: records them, opens questions in the journal, runs turns.
// Turns for one person in one channel run in order; everybody else's run beside them.
#pragma once

#include "core/conversation/event.h"
#include "core/host/liveeffects.h"
#include "core/host/supervisor.h"
#include "core/store/journal.h"

#include <QHash>
#include <QObject>
#include <QSet>

#include <map>
#include <memory>

namespace loopflow {

class TurnRunner;
struct QuestionsNow;

class Answerer : public QObject {
    Q_OBJECT
public:
    /// `services` and `live` outlive this.
    Answerer(HostServices services, LiveServices live, MateId mate, QObject *parent = nullptr);
    ~Answerer() override;

    /// Takes up what the last run left: drafts are finished; questions without one wait for their message.
    Result<void> takeUp();
    /// Channels with questions that wait for their message, and where reading must begin to find them.
    QHash<discord::ChannelId, discord::MessageId> awaited() const;
    /// The channel was read to its end: what is still awaited there no longer exists.
    void giveUpAwaited(discord::ChannelId channel);

    /// False when the journal could not keep the question: the message must be read again later.
    bool see(const discord::Message &message);
    void edited(const discord::Message &message);
    void deleted(const discord::DeletedMessage &message);
    void typed(const discord::Typing &typing);
    void setOnline(bool online);
    /// Answers these questions (of one person) once more, from what Discord has of them now: NotFound when all of
    /// them were deleted, Conflict when they are being answered. Succeeds when the turn is queued.
    void retry(discord::ChannelId channel, const QList<discord::MessageId> &questions, Callback<void> callback);
    /// Starts no further turns; what runs goes on.
    void stopTaking();
    int running() const { return static_cast<int>(m_running); }

Q_SIGNALS:
    void runningChanged();
    /// The journal does not work: nothing can be answered safely.
    void broken(const loopflow::Error &error);

private:
    struct Place { ///< one person in one channel
        discord::ChannelId channel;
        discord::UserId person;
        auto operator<=>(const Place &) const = default;
    };
    struct Queue {
        std::unique_ptr<TurnRunner> active;
        std::map<discord::MessageId, discord::Message> waiting;
        QList<TurnStarted> drafts; ///< from before a crash; they go first
    };
    Result<void> askAgain(
        discord::ChannelId channel, const QList<discord::MessageId> &questions, const QuestionsNow &now);
    bool isBeingAnswered(discord::MessageId question) const;
    void ask(const discord::Message &message);
    void startNext(const Place &place);
    void run(const Place &place, TurnStarted setup);
    TurnStarted setupFor(const QList<discord::Message> &asked) const;
    void settle(const QList<discord::MessageId> &questions);
    ConversationId conversation(discord::ChannelId channel) const { return {m_mate, channel}; }
    bool isTooOld(discord::MessageId message) const;

    HostServices m_services;
    LiveServices m_live;
    MateId m_mate;
    std::map<Place, Queue> m_queues;
    QHash<discord::ChannelId, QSet<discord::MessageId>> m_seen;
    QHash<discord::MessageId, discord::ChannelId> m_awaited;
    QSet<discord::MessageId> m_retrying; ///< asked for, not queued yet
    qsizetype m_running = 0;
    bool m_online = true;
    bool m_taking = true;
};

} // namespace loopflow
