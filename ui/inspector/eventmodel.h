// A turn's events as a table: when, how long after the start, which, and what it says in a line.
// A thin projection of log records.
#pragma once

#include "core/conversation/event.h"

#include <QAbstractTableModel>

namespace loopflow {

class EventModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, After, Kind, Summary, Columns };
    using QAbstractTableModel::QAbstractTableModel;

    /// Records that were shown before are followed by new ones, or all are others.
    void show(const QList<LogRecord> &records);
    const LogRecord &record(int row) const { return m_records.at(row); }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    QList<LogRecord> m_records;
};

} // namespace loopflow
