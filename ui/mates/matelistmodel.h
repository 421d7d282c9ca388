// The mate list: every mate with its state in words, what it cost today and what was not looked at
// yet. A projection of the mate store, the supervisor's states and the log; decides nothing.
#pragma once

#include "core/conversation/event.h"
#include "core/host/supervisor.h"
#include "ui/mates/matewords.h"

#include <QAbstractListModel>
#include <QTimer>

#include <optional>

namespace loopflow {

class ConversationLog;
class LogStore;
class MateStore;

/// How all mates are, in one word: the worst of them counts, paused ones do not.
enum class Wellbeing { Idle, Well, Waiting, NeedsPerson };

class MateListModel final : public QAbstractListModel {
    Q_OBJECT
public:
    /// All of them outlive this. States come in through setState().
    MateListModel(
        MateStore *mates, LogStore *record, ConversationLog *log, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    /// Answers RowRole; IdRole gives a MateId.
    QVariant data(const QModelIndex &index, int role) const override;
    /// Qt::EditRole renames the mate; refused() says why not.
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    /// One row only; the order is kept.
    bool moveRows(const QModelIndex &sourceParent, int sourceRow, int number,
        const QModelIndex &destinationParent, int destinationChild) override;
    QModelIndex indexOf(MateId mate) const;
    std::optional<Mate> mateAt(const QModelIndex &index) const;

    /// The whole window in one phrase: "4 of 5 mates online", "Nothing is running".
    QString phrase() const;
    /// Who needs a person: "Kaito and Release notes need you"; empty for nobody.
    QString attention() const;
    Wellbeing wellbeing() const;
    int answering() const; ///< turns under way, of all mates
    NextStep nextStep(MateId mate) const;

public Q_SLOTS:
    void setState(loopflow::MateId mate, const loopflow::MateState &state);
    /// The mate that is looked at: its turns are not counted as unread. None: MateId{}.
    void setWatched(loopflow::MateId mate);

Q_SIGNALS:
    void phraseChanged();
    /// A sentence: why a mate was not renamed or moved.
    void refused(const QString &sentence);

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
    void moveMate(MateId mate, int to);
    void take(const LogRecord &record);
    void tick();
    void changed(int row);
    double costSinceMidnight(MateId mate) const;
    QString detail(const Row &row) const;

    MateStore *m_mates;
    LogStore *m_record;
    QList<Row> m_rows;
    MateId m_watched{};
    QTimer m_second;
    qint64 m_day = 0; ///< of the costs
};

} // namespace loopflow
