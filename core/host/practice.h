// The practice server as the host and the window see it: a Discord and a model of one's own, on this computer.
// core/practice implements it; core/host never includes core/practice.
#pragma once

#include "core/base/result.h"
#include "core/base/secret.h"
#include "core/discord/id.h"

#include <QObject>
#include <QUrl>

namespace loopflow {

struct PracticeBot {
    discord::UserId id;
    Secret token;
    discord::ChannelId dm; ///< with the one person
};

/// What a person can have go wrong, to see what a mate does. The first two happen at once; the others wait for the
/// next question and are over with its turn.
enum class PracticeFault {
    None,
    DropConnection, ///< the gateway connection is cut
    InvalidateSession, ///< the gateway session is gone: nothing can be resumed
    RateLimit, ///< the next REST requests answer 429
    BadGateway, ///< the next REST writes answer 502
    SlowModel, ///< the first token takes 5 s
    CutReply, ///< the stream of the next reply ends in its middle
    OverloadedModel, ///< every chat request answers 503
};
/// Only the practice model can be made to do this.
constexpr bool isModelFault(PracticeFault fault)
{
    return fault >= PracticeFault::SlowModel;
}

class Practice : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    /// Listens on loopback, on ports that the system picks. Again: no effect.
    virtual Result<void> start() = 0;
    virtual QUrl api() const = 0; ///< http://127.0.0.1:N/api/v10
    virtual QUrl gateway() const = 0; ///< ws://127.0.0.1:N
    virtual QUrl model() const = 0; ///< http://127.0.0.1:N/v1
    virtual PracticeBot addBot(const QString &name) = 0;
    /// Whether this token opens a bot here: a real bot's must not be sent to this server.
    virtual bool isBotToken(const Secret &token) const = 0;
    /// As if the person had opened the bot's invite link: it joins the one server.
    virtual void join(discord::UserId bot) = 0;
    /// The bot's direct message with the one person.
    virtual discord::ChannelId dm(discord::UserId bot) = 0;
    virtual discord::UserId person() const = 0;
    virtual Secret personToken() const = 0;
    /// The person writes in a DM; Invalid when Discord would refuse the message.
    virtual Result<discord::MessageId> say(discord::ChannelId dm, const QString &text) = 0;
    /// The person changes or deletes a message of theirs.
    virtual Result<void> edit(discord::MessageId message, const QString &text) = 0;
    virtual Result<void> erase(discord::MessageId message) = 0;

    /// Takes the place of the fault that was under way; PracticeFault::None ends it.
    virtual void setFault(PracticeFault fault, discord::UserId bot) = 0;
    /// The one that is under way.
    virtual PracticeFault fault() const = 0;

Q_SIGNALS:
    void faultChanged(loopflow::PracticeFault fault, loopflow::discord::UserId bot);
};

} // namespace loopflow
