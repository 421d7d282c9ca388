// A turn as a row of a conversation shows it, folded from its events.
// Knows nothing of the conversation around it.
#pragma once

#include "core/conversation/event.h"

namespace loopflow {

enum class TurnState { Waiting, Streaming, Posting, Done, Failed, Cancelled };

/// A turn in a row: what the mate says or why it does not.
struct TurnView {
    TurnId id{};
    TurnState state = TurnState::Waiting;
    QString text; ///< so far
    QString waitingFor; ///< in words, while it waits; empty else
    QString error; ///< the sentence, when it failed or while it retries
    QString stage;
    int promptVersion = 0;
    QString model;
    qint64 startedMs = 0; ///< Unix ms
    qint64 requestMs = 0; ///< 0: not yet
    qint64 firstTokenMs = 0;
    qint64 endedMs = 0;
    int retries = 0;
    int restarts = 0; ///< because of what the person did meanwhile
    std::optional<RestartReason> restartedFor; ///< the newest one's
    llm::Usage usage;
    std::optional<double> cost; ///< US dollars, estimated
    QString why; ///< why it answered, e.g. "direct message"
    std::optional<TurnId> replayOf;
    QList<discord::MessageId> asked; ///< what it answers, oldest first
    bool triedAgain = false; ///< it failed, and a later turn answers the same
    QList<discord::MessageId> posted; ///< the messages it put into the channel
    bool operator==(const TurnView &) const = default;
};

/// A turn's view after one more event.
void foldInto(TurnView &view, const TurnEvent &event, qint64 wallMs);

} // namespace loopflow
