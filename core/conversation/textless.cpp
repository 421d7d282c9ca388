#include "core/conversation/textless.h"

#include "core/base/core.h"

namespace loopflow {

namespace {

QString kindOf(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Invalid: return Core::tr("It was refused as invalid.");
    case ErrorCode::Unreachable: return Core::tr("The server could not be reached.");
    case ErrorCode::Timeout: return Core::tr("No answer came in time.");
    case ErrorCode::Cancelled: return Core::tr("It was cancelled.");
    case ErrorCode::Unauthorized: return Core::tr("The token or the key was refused.");
    case ErrorCode::Forbidden: return Core::tr("It was not permitted.");
    case ErrorCode::NotFound: return Core::tr("What was asked for was not there.");
    case ErrorCode::RateLimited: return Core::tr("A rate limit was reached.");
    case ErrorCode::Unavailable: return Core::tr("The server was not available.");
    case ErrorCode::Incomplete: return Core::tr("The answer was cut short.");
    case ErrorCode::TooLong: return Core::tr("The request was too long for the model.");
    case ErrorCode::UnsupportedParameter: return Core::tr("The model refused a parameter.");
    case ErrorCode::Storage: return Core::tr("The database could not be used.");
    case ErrorCode::Keychain: return Core::tr("The keychain could not be used.");
    case ErrorCode::Conflict: return Core::tr("Something else was in its way.");
    }
    Q_UNREACHABLE();
}

discord::User withoutText(const discord::User &user)
{
    discord::User bare;
    bare.id = user.id;
    bare.bot = user.bot;
    return bare;
}

QList<discord::Attachment> withoutText(const QList<discord::Attachment> &attachments)
{
    QList<discord::Attachment> bare;
    for (const discord::Attachment &attachment : attachments) {
        discord::Attachment &kept = bare.emplaceBack();
        kept.size = attachment.size;
        kept.durationSeconds = attachment.durationSeconds;
        kept.width = attachment.width;
        kept.height = attachment.height;
        kept.spoiler = attachment.spoiler;
    }
    return bare;
}

// Names what is kept, so that a field which a message gains is left out until somebody decides.
discord::Message withoutText(const discord::Message &message)
{
    discord::Message bare;
    bare.id = message.id;
    bare.channel = message.channel;
    bare.guild = message.guild;
    bare.author = withoutText(message.author);
    bare.webhook = message.webhook;
    bare.type = message.type;
    bare.editedMs = message.editedMs;
    for (const discord::User &user : message.mentions)
        bare.mentions.append(withoutText(user));
    bare.attachments = withoutText(message.attachments);
    bare.voice = message.voice;
    bare.replyTo = message.replyTo;
    bare.forward = message.forward;
    bare.snapshotAttachments = withoutText(message.snapshotAttachments);
    return bare;
}

QList<discord::Message> withoutText(const QList<discord::Message> &messages)
{
    QList<discord::Message> bare;
    for (const discord::Message &message : messages)
        bare.append(withoutText(message));
    return bare;
}

ChannelEvent withoutText(const ChannelEvent &event)
{
    return std::visit(
        Overloaded{
            [](const MessageSeen &e) -> ChannelEvent { return MessageSeen{withoutText(e.message)}; },
            [](const MessageEdited &e) -> ChannelEvent { return MessageEdited{withoutText(e.message)}; },
            [](const MessageDeleted &e) -> ChannelEvent { return e; },
            [](const MessageIgnored &e) -> ChannelEvent { return e; },
            [](const NoteAdded &) -> ChannelEvent { return NoteAdded{textlessWords()}; },
        },
        event);
}

TurnStarted withoutText(TurnStarted event)
{
    event.asked = withoutText(event.asked);
    event.promptText.clear();
    event.variables.clear();
    if (event.draft)
        event.draft->parts.clear();
    return event;
}

RequestSent withoutText(RequestSent event)
{
    event.body.clear();
    return event;
}

RequestFailed withoutText(RequestFailed event)
{
    event.error = withoutText(event.error);
    return event;
}

DeltaReceived withoutText(const DeltaReceived &event)
{
    return {{}, event.thinking, static_cast<int>(event.text.size())};
}

ResponseCompleted withoutText(ResponseCompleted event)
{
    event.reply.text.clear();
    event.reply.refusal.clear();
    return event;
}

WriteFailed withoutText(WriteFailed event)
{
    event.error = withoutText(event.error);
    return event;
}

TurnEvent withoutText(const TurnEvent &event)
{
    return std::visit(
        Overloaded{
            [](const TurnStarted &e) -> TurnEvent { return withoutText(e); },
            [](const TypingShown &e) -> TurnEvent { return e; },
            [](const HistoryFetched &e) -> TurnEvent {
                return HistoryFetched{e.purpose, withoutText(e.messages), e.more};
            },
            [](const RequestSent &e) -> TurnEvent { return withoutText(e); },
            [](const RequestFailed &e) -> TurnEvent { return withoutText(e); },
            [](const RateLimited &e) -> TurnEvent { return e; },
            [](const DeltaReceived &e) -> TurnEvent { return withoutText(e); },
            [](const ResponseCompleted &e) -> TurnEvent { return withoutText(e); },
            [](const PartPosted &e) -> TurnEvent { return e; },
            [](const WriteFailed &e) -> TurnEvent { return withoutText(e); },
            [](const NoticePosted &e) -> TurnEvent { return NoticePosted{e.message, {}}; },
            [](const TurnRestarted &e) -> TurnEvent { return TurnRestarted{withoutText(e.asked), e.reason}; },
            [](const PersonTyped &e) -> TurnEvent { return e; },
            [](const ConnectivityChanged &e) -> TurnEvent { return e; },
            [](const TurnCancelled &) -> TurnEvent {
                return TurnCancelled{withoutText(Error{ErrorCode::Cancelled, {}}).message};
            },
            [](const TurnFailed &e) -> TurnEvent { return TurnFailed{e.stage, withoutText(e.error)}; },
            [](const TurnFinished &e) -> TurnEvent { return e; },
        },
        event);
}

} // namespace

QString textlessWords() { return Core::tr("Text was not recorded"); }

Error withoutText(const Error &error)
{
    return {error.code, Core::tr("%1 The exact words were not recorded.").arg(kindOf(error.code))};
}

LogEvent withoutText(const LogEvent &event)
{
    return std::visit(Overloaded{
                          [](const ChannelEvent &e) -> LogEvent { return withoutText(e); },
                          [](const MateEvent &e) -> LogEvent { return e; },
                          [](const TurnEvent &e) -> LogEvent { return withoutText(e); },
                      },
        event);
}

} // namespace loopflow
