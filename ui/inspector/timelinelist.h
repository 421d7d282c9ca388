// A turn's steps as bars on one time axis, to be walked by the keyboard.
// Only draws and says what a Trace gives.
#pragma once

#include "core/conversation/trace.h"
#include "ui/inspector/timeaxis.h"

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

/// The steps, under an axis that says how late each line is.
class TimelineList final : public QListView {
    Q_OBJECT
public:
    /// Where the parts of a row are, before they are mirrored.
    struct Columns {
        QRect name;
        QRect bar;
        QRect value;
    };

    explicit TimelineList(QWidget *parent = nullptr);
    void show(const Trace &trace, TimePoint now);
    TimelineModel *steps() const { return m_model; }
    Columns columnsIn(const QRect &row) const;
    const TimeAxis &axis() const { return m_axis; }
    QSize sizeHint() const override; ///< all rows
    QSize minimumSizeHint() const override { return {0, sizeHint().height()}; }

protected:
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;

private:
    void arrange();

    TimelineModel *m_model;
    QWidget *m_labels; ///< of the axis
    TimeAxis m_axis;
    int m_nameWidth = 0;
    int m_valueWidth = 0;
};

} // namespace loopflow
