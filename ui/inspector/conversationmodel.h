// The live conversation as rows: the record's newest first, older ones as the reader nears them, then what happens.
// A window on the rows, which moves with the reader; what arrives is shown in batches, a frame at
// a time.
#pragma once

#include "ui/inspector/conversationloader.h"
#include "ui/inspector/rowtext.h"

#include <QAbstractListModel>
#include <QTimer>

#include <optional>
#include <set>

namespace loopflow {

class ConversationLog;
class LogStore;

class ConversationModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// About so many rows are kept in the view; others come when the reader gets near them.
    static constexpr int windowRows = 5000;

    /// Both outlive this.
    ConversationModel(LogStore *record, ConversationLog *log, QObject *parent = nullptr);

    void show(const ConversationId &conversation);
    /// Whose name and picture the mate's rows have; an empty picture: initials.
    void setMate(const QString &name, const QByteArray &picture);
    void clear();
    std::optional<ConversationId> shown() const { return m_id; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const ConversationRow &row(int row) const { return m_rows.at(row); }
    RowText text(int row) const;
    /// The picture beside a row, as an image file's bytes; empty: initials.
    QByteArray picture(const RowText &text) const { return text.person ? QByteArray() : m_matePicture; }
    /// Who the people are that messages mention.
    const MentionNames &names() const { return m_loader.names(); }
    /// The turns of this window that are not over.
    bool isLive() const;
    /// The newest turn's prompt version and model, "prompt v7 · sonnet"; empty before the first.
    QString newestSetup() const;
    /// Playback: the conversation as it was after its record with that seq, at that moment (Unix ms); seq 0: before the
    /// first. What happens meanwhile is shown after endPlayback().
    void showMoment(qint64 seq, qint64 momentMs);
    void endPlayback();
    bool isPlayback() const { return m_moment.has_value(); }
    /// The newest record that is shown; only in a playback.
    std::optional<qint64> playedTo() const { return m_moment ? std::optional(m_lastSeq) : std::nullopt; }
    /// Shows at once what waits for the next frame.
    void flush();

    /// Whether the reader is at the end: the window then moves on with what arrives, else it stays.
    void setReaderAtEnd(bool atEnd) { m_readerAtEnd = atEnd; }
    bool hasOlder() const { return m_first > 0 || m_loader.hasOlder(); }
    bool hasNewer() const { return m_first + m_rows.size() < conversation().size(); }
    /// Moves the window by a few hundred rows, or as many as a moment's reading gives; the other end leaves it.
    void showOlder();
    void showNewer();
    void showNewest();
    /// Moves the window to where a message (or, without one, a turn) is, and says its row; -1: it is not here, or
    /// while isSeeking() not read yet; brought() comes then.
    int bring(discord::MessageId message, TurnId turn);
    bool isSeeking() const { return m_loader.isSeeking(); }
    void stopSeeking() { m_loader.stopSeeking(); }
    /// Where a message is, if it is in the window; -1: not.
    int rowOf(discord::MessageId message) const;

Q_SIGNALS:
    /// So many rows came at the conversation's end, in the window or beyond it.
    void arrived(int rows);
    /// What bring() looked for was read, and the window moved there; -1: it is not in the conversation.
    void brought(int row);
    /// Another moment of the conversation is shown; none: the live one.
    void momentChanged(std::optional<qint64> seq);
    /// Something of the record could not be read; the sentence.
    void incomplete(const QString &sentence);

private:
    const Conversation &conversation() const { return m_loader.conversation(); }
    void take(const LogRecord &record);
    void begin(qint64 upTo);
    void fold(const QList<LogRecord> &records);
    void takeOlder(const Conversation::Prepended &older);
    void takeSought(bool found);
    void readAhead();
    void showWindow(qsizetype first);
    void insertAtEnd(qsizetype rows);
    void insertAtStart(qsizetype rows);
    QString answeredBefore(const ConversationRow &row) const;
    void update(qsizetype row);
    void trim();
    void trimStart(qsizetype rows);
    void trimEnd(qsizetype rows);

    LogStore *m_record;
    ConversationLoader m_loader;
    std::optional<ConversationId> m_id;
    QString m_mateName;
    QByteArray m_matePicture;
    qint64 m_lastSeq = 0; ///< all up to here is shown or is older than what was read
    qsizetype m_first = 0; ///< the conversation's row that is the window's first
    QList<ConversationRow> m_rows; ///< the window, as views know it
    QList<LogRecord> m_waiting;
    QTimer m_frame;
    bool m_beginning = false; ///< the model is reset once, when the first rows are there
    bool m_readerAtEnd = true;
    std::optional<qint64> m_moment; ///< of a playback, Unix ms
    std::pair<discord::MessageId, TurnId> m_sought;
};

} // namespace loopflow
