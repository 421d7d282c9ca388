// The health page: every mate's numbers in a table, the selected one's last problem, the process, the log.
#pragma once

#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QSortFilterProxyModel;
class QSplitter;
class QTableView;

namespace loopflow {

class HealthModel;
class LogView;
class Text;

class HealthPage final : public QWidget {
    Q_OBJECT
public:
    /// services.health and services.logBook are needed.
    explicit HealthPage(const UiServices &services, QWidget *parent = nullptr);

    QSplitter *splitter() const { return m_splitter; }
    QTableView *table() const { return m_table; }

Q_SIGNALS:
    /// A row was opened.
    void mateWanted(loopflow::MateId mate);
    void said(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeHeader();
    QWidget *makeMates();
    void sizeColumns();
    void showDetails();
    void showProcess();

    UiServices m_services;
    HealthModel *m_model;
    QSortFilterProxyModel *m_sorted;
    QTableView *m_table;
    LogView *m_log;
    QSplitter *m_splitter;
    std::optional<bool> m_headsInTwoLines; ///< none: not laid out yet
    Text *m_process = nullptr;
    Text *m_details = nullptr;
    QTimer m_second; ///< while the page is shown
};

} // namespace loopflow
