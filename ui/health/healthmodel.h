// The table of the health page: every mate with its state and its numbers.
// A projection of Health and the mate store; keeps their order, sorting is the view's.
#pragma once

#include "core/host/matehealth.h"

#include <QAbstractTableModel>

namespace loopflow {

class Health;
class MateStore;

class HealthModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Name, State, LastEvent, Heartbeat, Reconnects, Identifies, Waits, Turns, Failed, Errors, ColumnCount };

    /// Both outlive this.
    HealthModel(const Health *health, const MateStore *mates, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    /// Answers SortRole, IdRole (a MateId) and Qt::ForegroundRole with a ColorRole.
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// The row's numbers in sentences, for a place below the table.
    QString details(const QModelIndex &index) const;

    /// Says the times anew, which are relative.
    void tick();

private:
    struct Row {
        MateId id;
        QString name;
        bool paused = false;
        MateHealth health;
    };
    QString text(const Row &row, int column) const;
    QVariant sortKey(const Row &row, int column) const;
    QVariant foreground(const Row &row, int column) const;
    QString toolTip(const Row &row, int column) const;
    int rowOf(MateId mate) const;
    void add(MateId mate);
    void remove(MateId mate);
    void rename(MateId mate);
    void take(MateId mate, const MateHealth &health);

    const Health *m_health;
    const MateStore *m_mates;
    QList<Row> m_rows;
};

} // namespace loopflow
