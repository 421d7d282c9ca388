// A turn's replays, as one page of what is told of the turn; each opens where runs are compared.
#pragma once

#include "ui/uiservices.h"
#include "core/conversation/event.h"

#include <QWidget>

class QStackedWidget;
class QTableView;

namespace loopflow {

class ReplayModel;

class ReplayList final : public QWidget {
    Q_OBJECT
public:
    explicit ReplayList(const UiServices &services, QWidget *parent = nullptr);

    /// TurnId{}: none.
    void show(TurnId turn);

Q_SIGNALS:
    void counted(int replays);
    /// TurnId{}: to run it again.
    void wanted(loopflow::TurnId turn, loopflow::TurnId replay);

private:
    ReplayModel *m_model;
    QStackedWidget *m_pages;
    QTableView *m_table;
};

} // namespace loopflow
