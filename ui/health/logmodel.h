// The log's newest lines as a table: time, level, category, text.
// A projection of a LogBook; rows come in batches, so that a burst costs a frame and not a line.
#pragma once

#include "core/base/logbook.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>
#include <QTimer>

namespace loopflow {

class LogModel final : public QAbstractTableModel {
    Q_OBJECT
public:
    enum Column { Time, Level, Category, Words, ColumnCount };
    /// What a line answers to it: 0 debug, 1 info, 2 warning, 3 error.
    static constexpr int SeverityRole = Qt::UserRole;

    /// `book` outlives this.
    explicit LogModel(LogBook *book, QObject *parent = nullptr);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

    /// While held, nothing is added; what came meanwhile comes after.
    void setHeld(bool held);
    /// While kept, the oldest lines stay beyond the book's limit (up to twice as many), so that nothing moves under
    /// who reads.
    void setKept(bool kept) { m_kept = kept; }
    /// Forgets what is shown; the file and the book keep it.
    void clear();
    /// The line as it stands in the log file.
    QString lineAt(int row) const;

private:
    void take();
    void trim();

    LogBook *m_book;
    QList<LogLine> m_lines;
    QTimer m_batch;
    qint64 m_last = 0; ///< number of the newest line that was taken
    bool m_held = false;
    bool m_kept = false;
};

/// Keeps lines of at least a severity that contain a text, whatever its case.
class LogFilter final : public QSortFilterProxyModel {
    Q_OBJECT
public:
    using QSortFilterProxyModel::QSortFilterProxyModel;
    void setSeverity(int least);
    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    int m_least = 0;
    QString m_text;
};

} // namespace loopflow
