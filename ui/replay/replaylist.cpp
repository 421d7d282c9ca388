#include "ui/replay/replaylist.h"

#include "ui/replay/replaymodel.h"
#include "ui/replay/replaytable.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/type.h"

#include <QPushButton>
#include <QStackedWidget>
#include <QTableView>
#include <QVBoxLayout>

namespace loopflow {

ReplayList::ReplayList(const UiServices &services, QWidget *parent)
    : QWidget(parent)
    , m_model(new ReplayModel(services, this))
    , m_pages(new QStackedWidget(this))
    , m_table(makeReplayTable(m_model, QStringLiteral("turnReplays"), this))
{
    setObjectName(QStringLiteral("replayList"));
    auto *empty = new Surface(ColorRole::Pane, {}, this);
    auto *words = new Text(tr("This turn was not run again yet. A replay asks the model the same again, or with another "
                              "prompt or model, and shows both answers side by side. Nothing is posted."),
        bodyFont(), ColorRole::Muted, empty);
    words->setWordWrap(true);
    auto *run = new QPushButton(tr("Replay…"), empty);
    run->setObjectName(QStringLiteral("turnReplayFirst"));
    auto *inside = new QVBoxLayout(empty);
    inside->setContentsMargins(paneEdge, paneEdge, paneEdge, paneEdge);
    inside->setSpacing(betweenGroups);
    inside->addWidget(words);
    inside->addWidget(run, 0, Qt::AlignLeft);
    inside->addStretch();
    m_table->setColumnHidden(ReplayModel::FirstToken, true); // there is less room than where runs are compared
    m_pages->addWidget(empty);
    m_pages->addWidget(m_table);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_pages);
    const auto tellCount = [this] {
        m_pages->setCurrentIndex(m_model->rowCount() > 0 ? 1 : 0);
        Q_EMIT counted(m_model->rowCount());
    };
    connect(m_model, &QAbstractItemModel::modelReset, this, tellCount);
    connect(m_model, &QAbstractItemModel::rowsInserted, this, tellCount);
    connect(run, &QPushButton::clicked, this, [this] { Q_EMIT wanted(m_model->source(), {}); });
    connect(m_table, &QTableView::activated, this, [this] {
        if (const int row = currentReplay(*m_table); row >= 0)
            Q_EMIT wanted(m_model->source(), m_model->row(row).run.turn);
    });
}

void ReplayList::show(TurnId turn)
{
    m_model->show(turn);
}

} // namespace loopflow
