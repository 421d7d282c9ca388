// Everything that can happen to a conversation, a turn or a mate. Closed sets; written once, never changed.
// No event holds a token or a key.
#pragma once

#include "core/base/overloaded.h"
#include "core/base/result.h"
#include "core/base/time.h"
#include "core/discord/gatewaysession.h"
#include "core/discord/message.h"
#include "core/llm/chat.h"
#include "core/llm/modelcatalog.h"
#include "core/llm/modeltraits.h"
#include "core/mate/mate.h"

#include <QMap>

#include <optional>
#include <variant>

namespace loopflow {

/// One question answered (or tried); unique in the record. 0: none.
enum class TurnId : qint64 {};

/// A mate in one Discord channel.
struct ConversationId {
    MateId mate{};
    discord::ChannelId channel;
    auto operator<=>(const ConversationId &) const = default;
};
size_t qHash(const ConversationId &id, size_t seed = 0);

// ---- what happened in a channel -------------------------------------------------------------------------

struct MessageSeen {
    discord::Message message;
    bool operator==(const MessageSeen &) const = default;
};
struct MessageEdited {
    discord::Message message;
    bool operator==(const MessageEdited &) const = default;
};
struct MessageDeleted {
    discord::MessageId message;
    bool operator==(const MessageDeleted &) const = default;
};
/// Why a mate let a message pass.
enum class IgnoreReason { WrittenByBot, SystemLine, WrittenWhileClosed, NotForMates };
struct MessageIgnored {
    discord::MessageId message;
    IgnoreReason reason = IgnoreReason::WrittenByBot;
    bool operator==(const MessageIgnored &) const = default;
};
/// Something that was done to the conversation from outside, in words; no message of anybody's.
struct NoteAdded {
    QString text;
    bool operator==(const NoteAdded &) const = default;
};
using ChannelEvent = std::variant<MessageSeen, MessageEdited, MessageDeleted, MessageIgnored, NoteAdded>;

// ---- what happened to a mate ----------------------------------------------------------------------------

struct ConnectionChanged {
    discord::GatewayState state = discord::GatewayState::Offline;
    bool operator==(const ConnectionChanged &) const = default;
};
struct PromptSaved {
    int number = 0;
    bool operator==(const PromptSaved &) const = default;
};
struct MateFailed {
    Error error;
    bool operator==(const MateFailed &) const = default;
};
using MateEvent = std::variant<ConnectionChanged, PromptSaved, MateFailed>;

// ---- what happened to a turn ----------------------------------------------------------------------------

/// The parts of a reply (or the one line of a notice) that are about to be posted or may have been.
struct Draft {
    QStringList parts;
    int attempt = 1; ///< counts the drafts of one question; part of the nonce
    bool notice = false; ///< a service line of ours, not the model's text
    bool operator==(const Draft &) const = default;
};

/// All that a turn depends on besides the history, so that it can be run again from the record.
struct TurnStarted {
    QList<discord::Message> asked; ///< oldest first, never empty
    discord::ChannelId channel;
    discord::UserId bot;
    QString promptText;
    int promptVersion = 0;
    QMap<QString, QString> variables; ///< values of {{name}} in the prompt
    QString provider;
    QString baseUrl;
    QString model;
    llm::ChatParameters parameters;
    llm::ModelTraits traits;
    int historyMessages = 100;
    int historyTokens = 8000;
    int mergeWaitMs = 0;
    qint64 answerWithinMs = 15 * 60 * 1000; ///< a question older than this is not answered after an outage
    std::optional<Draft> draft; ///< a reply that is to be posted without asking a model
    bool draftMayBePosted = false; ///< the draft is from before a crash: look which parts are there
    std::optional<TurnId> replayOf;
    int attempt = 1; ///< counts the answers tried to the newest question, so that no nonce comes twice
    std::optional<discord::MessageId> postsAfter; ///< its own parts are looked for after this message; none: after the question
    bool operator==(const TurnStarted &) const = default;
};
struct TypingShown {
    bool operator==(const TypingShown &) const = default;
};
enum class HistoryPurpose {
    Context, ///< for the model
    Verify, ///< which parts of the draft are in the channel already
};
struct HistoryFetched {
    HistoryPurpose purpose = HistoryPurpose::Context;
    QList<discord::Message> messages; ///< oldest first
    bool more = false; ///< Context: older messages exist beyond these
    bool operator==(const HistoryFetched &) const = default;
};
struct RequestSent {
    int attempt = 1;
    QString url;
    QByteArray body; ///< as sent; the key is in a header that is never recorded
    qint64 estimatedTokens = 0;
    int leftOut = 0; ///< messages of the history that the budget cut
    bool operator==(const RequestSent &) const = default;
};
/// The model gave no (whole) answer.
struct RequestFailed {
    int attempt = 1;
    Error error;
    bool retryable = false;
    bool overloaded = false;
    qint64 retryAfterMs = -1; ///< what the server asked for; -1: nothing
    qint64 contextLimit = 0; ///< with ErrorCode::TooLong, when said
    llm::ModelTraits traits; ///< what is known of the model after this failure
    QString requestId;
    bool operator==(const RequestFailed &) const = default;
};
/// A limit of Discord's or of the provider's holds something back.
struct RateLimited {
    QString what; ///< "history", "reply", "model"
    qint64 waitMs = 0;
    bool operator==(const RateLimited &) const = default;
};
/// Some of the reply, coalesced.
struct DeltaReceived {
    QString text;
    bool thinking = false;
    int length = 0; ///< of a text that was not recorded, UTF-16 units
    bool operator==(const DeltaReceived &) const = default;
};
struct ResponseCompleted {
    llm::ChatReply reply;
    llm::Price price; ///< used for the cost, so that a later price list changes nothing
    bool operator==(const ResponseCompleted &) const = default;
};
struct PartPosted {
    int part = 0;
    discord::MessageId message;
    bool withheld = false; ///< a replay: nothing was posted
    bool operator==(const PartPosted &) const = default;
};
enum class WriteStage { History, Verify, Post };
/// A call to Discord failed.
struct WriteFailed {
    WriteStage stage = WriteStage::Post;
    Error error;
    bool retryable = false;
    bool outcomeUnknown = false;
    bool operator==(const WriteFailed &) const = default;
};
struct NoticePosted {
    discord::MessageId message;
    QString text;
    bool operator==(const NoticePosted &) const = default;
};
enum class RestartReason { NewerMessage, Edited, Deleted };
struct TurnRestarted {
    QList<discord::Message> asked; ///< what it answers now
    RestartReason reason = RestartReason::NewerMessage;
    bool operator==(const TurnRestarted &) const = default;
};
/// The asker is typing again.
struct PersonTyped {
    bool operator==(const PersonTyped &) const = default;
};
/// The mate lost or regained its gateway connection.
struct ConnectivityChanged {
    bool online = true;
    bool operator==(const ConnectivityChanged &) const = default;
};
struct TurnCancelled {
    QString reason;
    bool operator==(const TurnCancelled &) const = default;
};
struct TurnFailed {
    QString stage; ///< "history", "model", "reply"
    Error error;
    bool operator==(const TurnFailed &) const = default;
};
struct TurnFinished {
    bool operator==(const TurnFinished &) const = default;
};

using TurnEvent = std::variant<TurnStarted, TypingShown, HistoryFetched, RequestSent, RequestFailed, RateLimited,
    DeltaReceived, ResponseCompleted, PartPosted, WriteFailed, NoticePosted, TurnRestarted, PersonTyped,
    ConnectivityChanged, TurnCancelled, TurnFailed, TurnFinished>;
/// Whether nothing comes after it.
inline bool endsTurn(const TurnEvent &event)
{
    return std::holds_alternative<TurnFinished>(event) || std::holds_alternative<TurnFailed>(event)
        || std::holds_alternative<TurnCancelled>(event);
}

// ---- the log's line -------------------------------------------------------------------------------------

using LogEvent = std::variant<ChannelEvent, MateEvent, TurnEvent>;

struct LogRecord {
    qint64 seq = 0; ///< order in the log
    TimePoint at;
    ConversationId conversation; ///< channel: none for a MateEvent
    TurnId turn{}; ///< set for a TurnEvent
    LogEvent event;
    bool replay = false; ///< of a turn that runs another one again: nothing of it was said in the conversation
    bool textless = false; ///< recorded without what people and models wrote
};

} // namespace loopflow
