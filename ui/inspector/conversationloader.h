// A recorded conversation as rows, read from its end backwards in slices, so that the window never waits for it.
// Folds what happens meanwhile; nothing of it is lost or comes twice.
#pragma once

#include "core/base/result.h"
#include "core/conversation/conversation.h"
#include "ui/widgets/discordmarkdown.h"

#include <QObject>
#include <QTimer>

namespace loopflow {

class LogStore;
struct RecordPage;

class ConversationLoader final : public QObject {
    Q_OBJECT
public:
    /// `record` outlives this.
    explicit ConversationLoader(LogStore *record, QObject *parent = nullptr);

    /// Shows the conversation as it was after the record with that seq; reads the newest rows at once.
    void begin(const ConversationId &conversation, qint64 upTo);
    void clear();

    const Conversation &conversation() const { return m_conversation; }
    /// Who the people are that messages mention, as far as they were read.
    const MentionNames &names() const { return m_names; }
    /// Whether there are rows before the first one.
    bool hasOlder() const { return m_oldest > 0; }
    /// What happened next.
    Conversation::Change apply(const LogRecord &record);
    /// Reads the next records up to and with that seq; nothing where it is too far for a slice.
    std::optional<QList<LogRecord>> readOn(qint64 after, qint64 upTo);

    /// A slice of what is older, now.
    void loadSome();
    /// Goes on by itself until that many rows are there, or all.
    void loadUntil(qsizetype rows);
    /// Goes on by itself until the message's row (or, without one, the turn's) is there; sought() comes.
    void seek(discord::MessageId message, TurnId turn);
    void stopSeeking();
    bool isSeeking() const { return m_seeking; }

Q_SIGNALS:
    void prepended(const loopflow::Conversation::Prepended &older);
    void sought(bool found);
    /// Something could not be read; the sentence.
    void incomplete(const QString &sentence);

private:
    void work();
    bool isSoughtHere() const;
    void learn(const LogRecord &record, bool older);
    void count(const RecordPage &page);
    void tell(const QString &problem);

    LogStore *m_record;
    Conversation m_conversation;
    MentionNames m_names;
    ConversationId m_id;
    qint64 m_oldest = 0; ///< all from here on was read; 0: all of it
    QTimer m_working;
    qsizetype m_wanted = 0; ///< rows
    bool m_seeking = false;
    discord::MessageId m_soughtMessage;
    TurnId m_soughtTurn{};
    int m_unreadable = 0;
    int m_told = 0; ///< of them
};

} // namespace loopflow
