// The conversations of one mate, newest first: from the record, then from the log as it grows.
// A projection of LogStore and ConversationLog; asks neither for anything but one mate at a time.
#pragma once

#include "core/conversation/event.h"
#include "core/store/logstore.h"

#include <QAbstractListModel>
#include <QTimer>

namespace loopflow {

class ConversationLog;

class ConversationListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// Both outlive this.
    ConversationListModel(LogStore *record, ConversationLog *log, QObject *parent = nullptr);
    ~ConversationListModel() override; ///< notes what was read

    void show(MateId mate);
    MateId shown() const { return m_mate; }
    int rowCount(const QModelIndex &parent = {}) const override;
    /// Answers RowRole; IdRole gives a ConversationId.
    QVariant data(const QModelIndex &index, int role) const override;
    QModelIndex indexOf(const ConversationId &conversation) const;
    /// The conversation that is looked at: nothing in it is unread. None: a default one.
    void setWatched(const ConversationId &conversation);
    QString personOf(const QModelIndex &index) const
    {
        return m_rows.at(index.row()).summary.person;
    }

Q_SIGNALS:
    void incomplete(const QString &sentence);

private:
    struct Row {
        ConversationSummary summary;
        qint64 turnStartedMs = 0;
        bool answering = false;
    };
    void take(const LogRecord &record);
    /// True when the row has a new newest line.
    static bool takeChannel(Row &row, const ChannelEvent &event, qint64 atMs);
    bool takeTurn(Row &row, const TurnEvent &event, qint64 atMs) const;
    int rowOf(const ConversationId &conversation) const;
    int rowToTop(int row);
    void markRead(const ConversationId &conversation);

    LogStore *m_record;
    MateId m_mate{};
    ConversationId m_watched;
    QList<Row> m_rows;
    QTimer m_minute;
};

} // namespace loopflow
