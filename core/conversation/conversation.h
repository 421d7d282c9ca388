// A conversation as a view shows it: one row a message, one row a turn.
// Folds log records; live and in playback it gives the same rows at every prefix of the log.
#pragma once

#include "core/conversation/event.h"

#include <QHash>

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
    llm::Usage usage;
    std::optional<double> cost; ///< US dollars, estimated
    QString why; ///< why it answered, e.g. "direct message"
    std::optional<TurnId> replayOf;
    QList<discord::MessageId> posted; ///< the messages it put into the channel
    bool operator==(const TurnView &) const = default;
};

struct ConversationRow {
    discord::Message message; ///< of a person (or an ignored bot); default for a turn's row
    std::optional<TurnView> turn;
    bool edited = false;
    bool deleted = false;
    std::optional<IgnoreReason> ignored;
    bool operator==(const ConversationRow &) const = default;
};

class Conversation final {
public:
    struct Change {
        enum Kind { Nothing, Inserted, Updated } kind = Nothing;
        qsizetype row = 0;
    };
    /// Folds one record of this conversation; says which row it made or changed.
    Change apply(const LogRecord &record);
    const QList<ConversationRow> &rows() const { return m_rows; }
    /// The person's display name, once known.
    QString personName() const { return m_personName; }

private:
    Change applyChannel(const ChannelEvent &event);
    Change applyTurn(const LogRecord &record, const TurnEvent &event);
    Change insert(ConversationRow row);

    QList<ConversationRow> m_rows;
    QHash<quint64, qsizetype> m_messageRow;
    QHash<qint64, qsizetype> m_turnRow;
    QString m_personName;
};

/// A turn's view after one more event; for those who show a turn alone.
void foldInto(TurnView &view, const TurnEvent &event, qint64 wallMs);

} // namespace loopflow
