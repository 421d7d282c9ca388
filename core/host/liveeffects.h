// A turn's actions for real: Discord's REST, the model, the journal.
// The journal is written before Discord is; a replay never gets here.
#pragma once

#include "core/host/modelrequest.h"
#include "core/net/restclient.h"

#include <QTimer>

#include <memory>

namespace loopflow {

class Journal;

/// What the effects of one mate's turns share; all of it outlives them.
struct LiveServices {
    RestClient *rest = nullptr;
    LlmClient *llm = nullptr;
    Journal *journal = nullptr;
    MateStore *mates = nullptr;
    Credentials *credentials = nullptr;
};

class LiveEffects final : public QObject, public TurnEffects {
    Q_OBJECT
public:
    LiveEffects(LiveServices services, Mate mate, discord::ChannelId channel);
    ~LiveEffects() override;
    void perform(const TurnAction &action, Sink sink) override;
    void cancel() override;

private:
    struct Pages; // a history that is read page by page

    void startTyping(const Sink &sink);
    void stopTyping();
    void sendTyping();
    void fetchPage(Pages pages);
    void post(const PostPart &action, const Sink &sink);
    void finish(const Finish &action, const Sink &sink);
    void send(discord::RestRequest request, QObject *context, const QString &what, const Sink &sink,
        std::function<void(RestAnswer)> answer);

    LiveServices m_services;
    MateId m_mate;
    discord::ChannelId m_channel;
    ModelRequest m_model;
    std::unique_ptr<QObject> m_reading; ///< context of what cancel() takes back
    QTimer m_typing;
    RestCallId m_typingCall = 0;
};

} // namespace loopflow
