// A request's messages as the model saw them, each in a line that opens; what the budget cut is listed as cut.
// A long text is drawn up to a limit; copying gives all of it.
#pragma once

#include "core/conversation/tracerequest.h"

#include <QAbstractListModel>
#include <QListView>
#include <QSet>

namespace loopflow {

/// One line of the list, in words.
struct RequestRow {
    QString role;
    QString text;
    QString meta; ///< who wrote it, what it is made of; may be empty
    qint64 tokens = -1; ///< -1: not sent
    bool cut = false;
    bool asked = false;
};

class RequestModel final : public QAbstractListModel {
    Q_OBJECT
public:
    using QAbstractListModel::QAbstractListModel;

    void show(const TraceRequestView &view, int budget);
    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    const RequestRow &row(int row) const { return m_rows.at(row); }
    /// Of all tokens that were sent, 0 to 1.
    double share(int row) const;
    bool isOpen(int row) const { return m_open.contains(row); }
    /// Whether there is more than the line shows.
    bool canOpen(int row) const;
    void toggle(int row);

private:
    QList<RequestRow> m_rows;
    qint64 m_tokens = 0;
    QSet<int> m_open;
};

class RequestList final : public QListView {
    Q_OBJECT
public:
    explicit RequestList(QWidget *parent = nullptr);
    RequestModel *messages() const { return m_model; }

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void toggle(const QModelIndex &index);
    RequestModel *m_model;
};

} // namespace loopflow
