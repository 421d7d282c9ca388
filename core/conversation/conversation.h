// A conversation as a view shows it: one row a message, one row a turn, one row a note.
// Folds log records; live and in playback it gives the same rows at every prefix of the log. Replays have no row: they
// stay with the turn that they run again.
#pragma once

#include "core/conversation/event.h"

#include <QHash>
#include <QSet>

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

struct ConversationRow {
    discord::Message message; ///< of a person (or an ignored bot); default for any other row
    std::optional<TurnView> turn;
    qint64 seq = 0; ///< of the record that made the row
    qint64 atMs = 0; ///< when, Unix ms
    QString note; ///< of a note's row
    bool edited = false;
    bool deleted = false; ///< of a turn: all that it posted
    qint64 deletedMs = 0; ///< Unix ms
    std::optional<IgnoreReason> ignored;
    bool textless = false; ///< what was said is not in the record
    bool operator==(const ConversationRow &) const = default;
};

class Conversation final {
public:
    struct Change {
        enum Kind { Nothing, Inserted, Updated } kind = Nothing;
        qsizetype row = 0;
        qsizetype also = -1; ///< an older row that changed with it
    };
    /// Folds one record of this conversation; says which row it made or changed.
    Change apply(const LogRecord &record);
    const QList<ConversationRow> &rows() const { return m_rows; }
    /// Where a message or a turn is; -1: not here.
    qsizetype rowOf(discord::MessageId message) const { return m_messageRow.value(message.value, -1); }
    qsizetype rowOf(TurnId turn) const { return m_turnRow.value(static_cast<qint64>(turn), -1); }
    /// The person's display name, once known.
    QString personName() const { return m_personName; }

private:
    Change applyChannel(const LogRecord &record, const ChannelEvent &event);
    Change applyTurn(const LogRecord &record, const TurnEvent &event);
    Change startTurn(const LogRecord &record, const TurnStarted &event);
    Change deleteMessage(discord::MessageId message, qint64 wallMs);
    Change insert(const LogRecord &record, ConversationRow row);

    QList<ConversationRow> m_rows;
    QHash<quint64, qsizetype> m_messageRow;
    QHash<qint64, qsizetype> m_turnRow;
    QHash<quint64, qsizetype> m_newestTurnFor; ///< by the newest question it answers
    QHash<quint64, qsizetype> m_postedRow; ///< by what a turn posted
    QSet<quint64> m_deletedPosts;
    QString m_personName;
};

/// A turn's view after one more event; for those who show a turn alone.
void foldInto(TurnView &view, const TurnEvent &event, qint64 wallMs);

} // namespace loopflow
