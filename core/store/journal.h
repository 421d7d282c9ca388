// What makes "once and only once" true: open questions, drafts, marks, sessions, identify times.
// Small; every call is committed before it returns. Whoever gets an error must not act as if it were kept.
#pragma once

#include "core/base/result.h"
#include "core/conversation/event.h"

#include <memory>
#include <optional>

namespace loopflow {

class Database;

/// A question that is not settled, with the draft that may be posted in part.
struct OpenQuestion {
    discord::ChannelId channel;
    discord::MessageId message;
    discord::UserId author;
    std::optional<Draft> draft; ///< the same for all questions of one turn
    QList<discord::MessageId> draftQuestions; ///< the questions that the draft answers, oldest first
    QList<discord::MessageId> posted; ///< its parts that are known to be there
};

/// Which try at a question is the newest one.
struct QuestionTry {
    int number = 1;
    std::optional<discord::MessageId> postsAfter; ///< everything up to this message belongs to earlier tries
};

/// A channel that the mate has read up to `mark`.
struct ChannelMark {
    discord::ChannelId channel;
    discord::MessageId mark;
};

/// All of it belongs to mates that are in the MateStore, and goes when they are removed.
class Journal {
public:
    explicit Journal(Database *database);
    ~Journal();
    Journal(const Journal &) = delete;
    Journal &operator=(const Journal &) = delete;

    /// The question must be answered, settled or listed after a restart. Again for the same
    /// question: no change.
    Result<void> open(MateId mate, discord::ChannelId channel, discord::MessageId message,
        discord::UserId author);
    /// The parts that are about to be posted for these open questions; replaces an earlier draft of theirs.
    /// An error when one of them is not open: nothing is kept then.
    Result<void> draft(MateId mate, const QList<discord::MessageId> &questions, const Draft &draft);
    /// `question`: one of those that the draft answers; an error when there is no draft.
    Result<void> posted(MateId mate, discord::MessageId question, int part, discord::MessageId message);
    /// Done with these, answered or not; their draft is erased. What was not open is left alone.
    Result<void> settle(MateId mate, const QList<discord::MessageId> &questions);
    /// These are to be answered once more: open again, as the next try. `newest`: the channel's newest message now.
    /// Conflict when one of them is open already: nothing changes then.
    Result<void> reopen(MateId mate, discord::ChannelId channel, const QList<discord::MessageId> &questions,
        discord::UserId author, discord::MessageId newest);
    QuestionTry tryAt(MateId mate, discord::MessageId question) const;
    /// Whether the question was settled; known for the newest 1,000 of a mate's channel.
    bool isSettled(MateId mate, discord::ChannelId channel, discord::MessageId message) const;
    Result<QList<OpenQuestion>> unsettled(MateId mate) const; ///< oldest first

    /// Everything up to `message` was seen; never goes back.
    Result<void> mark(MateId mate, discord::ChannelId channel, discord::MessageId message);
    Result<QList<ChannelMark>> marks(MateId mate) const;

    Result<void> saveSession(MateId mate, const std::optional<discord::SavedSession> &session);
    std::optional<discord::SavedSession> session(MateId mate) const;
    /// Forgets those that are more than 24 h older.
    Result<void> addIdentify(MateId mate, Milliseconds wall);
    QList<Milliseconds> identifies(MateId mate, Milliseconds since) const; ///< oldest first

private:
    struct Statements;
    Database *m_database;
    std::unique_ptr<Statements> m_do;
};

} // namespace loopflow
