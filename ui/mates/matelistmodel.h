// The mate list: every mate with its state in words, what it cost today and what was not looked at
// yet. A projection of the mate store, the supervisor's states and the log; decides nothing.
#pragma once

#include "core/conversation/event.h"
#include "core/host/supervisor.h"

#include <QAbstractListModel>
#include <QTimer>

#include <optional>

namespace loopflow {

class ConversationLog;
class LogStore;
class MateStore;

class MateListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// All of them outlive this. States come in through setState().
    MateListModel(
        MateStore *mates, LogStore *record, ConversationLog *log, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Answers RowRole; IdRole gives a MateId.
    QVariant data(const QModelIndex &index, int role) const override;
    QModelIndex indexOf(MateId mate) const;
    std::optional<Mate> mateAt(const QModelIndex &index) const;

    /// The whole window in one phrase: "4 of 5 mates online", "Nothing is running".
    QString phrase() const;
    /// Who needs a person: "2 need you: Kaito, Release notes"; empty for nobody.
    QString attention() const;

public Q_SLOTS:
    void setState(loopflow::MateId mate, const loopflow::MateState &state);
    /// The mate that is looked at: its turns are not counted as unread. None: MateId{}.
    void setWatched(loopflow::MateId mate);

Q_SIGNALS:
    void phraseChanged();

private:
    struct Row {
        Mate mate;
        MateState state;
        double costToday = 0;
        int unread = 0;
    };
    int rowOf(MateId mate) const;
    void addMate(MateId mate);
    void removeMate(MateId mate);
    void changeMate(MateId mate);
    void take(const LogRecord &record);
    void tick();
    void changed(int row);
    double costSinceMidnight(MateId mate) const;
    QString detail(const Row &row) const;
    QVariant detailColor(const Row &row) const;
    int presence(const Row &row) const;

    MateStore *m_mates;
    LogStore *m_record;
    QList<Row> m_rows;
    MateId m_watched{};
    QTimer m_second;
    qint64 m_day = 0; ///< of the costs
};

} // namespace loopflow
