// A turn's steps as bars on one time axis, to be walked by the keyboard.
// Only draws and says what a Trace gives.
#pragma once

#include "core/conversation/trace.h"

#include <QAbstractListModel>
#include <QListView>
#include <QStyledItemDelegate>

namespace loopflow {

class TimelineModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const Trace &trace, TimePoint now);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

    const TraceStep &step(int row) const { return m_steps.at(row); }
    bool isSlowest(int row) const { return row == m_slowest; }
    qint64 lengthMs() const { return m_lengthMs; }
    /// Where a step ends on the axis: what goes on ends now.
    qint64 endOf(int row) const;
    /// What stands beside the bar: "610 ms", "690 ms…", "not yet", the time of day.
    QString value(int row) const;

private:
    QString sentence(int row) const;

    QList<TraceStep> m_steps;
    qsizetype m_slowest = -1;
    qint64 m_lengthMs = 0;
    qint64 m_startedMs = 0; ///< Unix ms
};

/// Distance of the axis's lines: 1, 2 or 5 times a power of ten, so that there are seven or fewer.
qint64 gridStepOf(qint64 lengthMs);

class TimelineList final : public QListView {
    Q_OBJECT
public:
    explicit TimelineList(QWidget *parent = nullptr);
    void show(const Trace &trace, TimePoint now);
    TimelineModel *steps() const { return m_model; }
    QSize sizeHint() const override; ///< all rows
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

private:
    TimelineModel *m_model;
};

} // namespace loopflow
