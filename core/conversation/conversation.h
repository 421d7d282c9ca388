// A conversation as a view shows it: one row a message, one row a turn, one row a note.
// Folds log records; live and in playback it gives the same rows at every prefix of the log. Replays have no row: they
// stay with the turn that they run again.
#pragma once

#include "core/conversation/rowlist.h"

#include <QHash>
#include <QSet>

namespace loopflow {

class Conversation final {
public:
    struct Change {
        enum Kind { Nothing, Inserted, Updated } kind = Nothing;
        qsizetype row = 0;
        qsizetype also = -1; ///< an older row that changed with it
    };
    /// What prepend() did.
    struct Prepended {
        qsizetype rows = 0; ///< so many came before the first one
        /// Rows of a message that turned out to have been seen before; as numbered before, the last first.
        QList<qsizetype> gone;
    };

    /// Whether prepend() may follow: what means rows that are not here yet is kept for them.
    void expectOlder(bool expected);
    /// Folds one record of this conversation; says which row it made or changed.
    Change apply(const LogRecord &record);
    /// Folds what came before all that was folded, in its order and without a gap. The rows are then those that
    /// folding everything in order gives.
    Prepended prepend(const QList<LogRecord> &older);

    qsizetype size() const { return m_rows.size(); }
    const ConversationRow &row(qsizetype row) const { return m_rows.at(m_rows.begin() + row); }
    /// All of them; for a short one.
    QList<ConversationRow> rows() const;
    /// Where a message or a turn is; -1: not here.
    qsizetype rowOf(discord::MessageId message) const;
    qsizetype rowOf(TurnId turn) const;
    /// Where a message is that was seen or that a turn posted; -1: not here.
    qsizetype rowShowing(discord::MessageId message) const;

private:
    using Places = QHash<quint64, qsizetype>; ///< by id: positions in m_rows

    Change applyChannel(const LogRecord &record, const ChannelEvent &event);
    Change applyTurn(const LogRecord &record, const TurnEvent &event);
    Change startTurn(const LogRecord &record, const TurnStarted &event);
    Change deleteMessage(const LogRecord &record, discord::MessageId message);
    Change insert(const LogRecord &record, ConversationRow row);
    Change updated(qsizetype position) const { return {Change::Updated, position - m_rows.begin()}; }
    Change keep(const LogRecord &record);
    std::optional<qsizetype> answerNewest(qsizetype position);
    void noteTriedAgain(qsizetype position);
    qsizetype rowIn(const Places &places, quint64 id) const;
    QList<qsizetype> mergeSeenAgain(Conversation &older);
    void forgetPosition(qsizetype position);

    RowList m_rows;
    Places m_messageRow;
    Places m_turnRow;
    Places m_newestTurnFor; ///< by the newest question it answers
    Places m_postedRow; ///< by what a turn posted
    QSet<quint64> m_deletedPosts;
    QSet<TurnId> m_replays;
    bool m_expectsOlder = false;
    QList<LogRecord> m_loose; ///< in order; what they mean is older than what is here
};

} // namespace loopflow
