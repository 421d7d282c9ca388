// The live conversation as rows: folded from the record, then from the log as it grows.
// A window of the newest rows; what arrives is shown in batches, a frame at a time.
#pragma once

#include "core/conversation/conversation.h"
#include "ui/inspector/rowtext.h"
#include "ui/widgets/discordmarkdown.h"

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
    /// More rows than this are not kept in the view.
    static constexpr int windowRows = 5000;

    /// Both outlive this.
    ConversationModel(LogStore *record, ConversationLog *log, QObject *parent = nullptr);

    void show(const ConversationId &conversation, const QString &mateName);
    void clear();
    std::optional<ConversationId> shown() const { return m_id; }

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const ConversationRow &row(int row) const { return m_rows.at(row); }
    RowText text(int row) const;
    /// Who the people are that messages mention.
    const MentionNames &names() const { return m_names; }
    /// The turns of this window that are not over.
    bool isLive() const;
    /// The newest turn's prompt version and model, "prompt v7 · sonnet"; empty before the first.
    QString newestSetup() const;
    /// Shows at once what waits for the next frame.
    void flush();

Q_SIGNALS:
    /// Something of the record could not be read; the sentence.
    void incomplete(const QString &sentence);

private:
    void take(const LogRecord &record);
    void fold(const QList<LogRecord> &records);
    void appendNew();
    void insertAt(qsizetype row);
    void trim();
    void learnNames(const LogRecord &record);

    LogStore *m_record;
    Conversation m_conversation;
    std::optional<ConversationId> m_id;
    QString m_mateName;
    qint64 m_lastSeq = 0;
    qsizetype m_first = 0; ///< the conversation's row that is the window's first
    QList<ConversationRow> m_rows; ///< the window, as views know it
    QList<LogRecord> m_waiting;
    MentionNames m_names;
    QTimer m_frame;
};

} // namespace loopflow
