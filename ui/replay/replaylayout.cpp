#include "ui/replay/replaypage.h"

#include "ui/replay/replaypair.h"
#include "ui/replay/replaysetup.h"
#include "ui/replay/replaytable.h"
#include "ui/widgets/elidedtext.h"
#include "ui/widgets/panes.h"
#include "ui/widgets/style.h"
#include "ui/widgets/type.h"
#include "ui/widgets/words.h"

#include <QAction>
#include <QComboBox>
#include <QProgressBar>
#include <QPushButton>
#include <QSplitter>
#include <QTableView>
#include <QVBoxLayout>

// How the page is laid out; what it does is in replaypage.cpp.

namespace loopflow {

namespace {

constexpr int headerHeight = 48;
constexpr int footerHeight = 44;
constexpr int progressWidth = 220;
constexpr int tableHeight = 150;
constexpr int pairHeight = 260;
constexpr int editorsHeight = 220;

} // namespace

void ReplayPage::build()
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeHeader());
    m_setup = new ReplaySetup(m_services, this);
    column->addWidget(m_setup);
    m_trouble = new Text({}, bodyFont(), ColorRole::Waiting, this);
    m_trouble->setObjectName(QStringLiteral("replayTrouble"));
    m_trouble->setWordWrap(true);
    m_trouble->setContentsMargins(paneEdge, insideControl, paneEdge, insideControl);
    m_trouble->hide();
    column->addWidget(m_trouble);
    m_pair = new ReplayPair(this);
    m_table = makeReplayTable(m_model, QStringLiteral("replayTable"), this);
    auto *again = new QAction(tr("Change from this run"), m_table);
    again->setObjectName(QStringLiteral("replayFromRun"));
    connect(again, &QAction::triggered, this, [this] {
        if (const int row = currentReplay(*m_table); row >= 0 && m_model->row(row).run.isBegun())
            m_setup->take(m_model->row(row).run.setup);
    });
    m_table->addAction(again);
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->setObjectName(QStringLiteral("replaySplitter"));
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_setup->editors());
    m_splitter->addWidget(m_pair);
    m_splitter->addWidget(m_table);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({editorsHeight, pairHeight, tableHeight});
    column->addWidget(m_splitter, 1);
    column->addWidget(makeFooter());
}

QWidget *ReplayPage::makeHeader()
{
    auto *header = new Surface(ColorRole::Pane, Qt::BottomEdge, this);
    header->setFixedHeight(headerHeight);
    m_title = new ElidedText(titleFont(), header);
    m_title->setObjectName(QStringLiteral("replayTitle"));
    m_kind = new ElidedText(metaFont(), ColorRole::Muted, header);
    m_kind->setObjectName(QStringLiteral("replayKind"));
    const auto choice = [header](const char *name, const QString &says) {
        auto *made = new QComboBox(header);
        made->setObjectName(QString::fromLatin1(name));
        made->setAccessibleName(says);
        made->setSizeAdjustPolicy(QComboBox::AdjustToContents);
        return made;
    };
    m_scope = choice("replayScope", tr("What is run again"));
    m_runs = choice("replayRuns", tr("How often each turn is run"));
    for (const int runs : {1, 2, 3, 5, 10})
        m_runs->addItem(counted(runs, tr("1 run"), tr("%1 runs")), runs);
    const auto button = [header](const char *name, const QString &text, const QString &tip) {
        auto *made = new QPushButton(text, header);
        made->setObjectName(QString::fromLatin1(name));
        made->setToolTip(tip);
        return made;
    };
    auto *close = button("replayClose", tr("Conversations"), tr("Back to the conversations (Esc)"));
    m_exact = button("replayExact", tr("Exact"), tr("Takes the changes back: asks the very same again"));
    m_run = button("replayRun", tr("Run again"), tr("Asks the model again (F5). Nothing is posted."));
    makePrimary(m_run);
    connect(close, &QPushButton::clicked, this, &ReplayPage::closed);
    auto *row = new QHBoxLayout(header);
    row->setContentsMargins(paneEdge, 0, paneEdge, 0);
    row->setSpacing(insideControl);
    row->addWidget(m_title);
    row->addWidget(m_kind, 1);
    for (QWidget *control : {static_cast<QWidget *>(close), static_cast<QWidget *>(m_scope),
             static_cast<QWidget *>(m_exact), static_cast<QWidget *>(m_runs), static_cast<QWidget *>(m_run)})
        row->addWidget(control);
    return header;
}

QWidget *ReplayPage::makeFooter()
{
    auto *footer = new Surface(ColorRole::Sidebar, Qt::TopEdge, this);
    footer->setFixedHeight(footerHeight);
    m_progressWords = new Text({}, metaFont(), ColorRole::Muted, footer);
    m_progressWords->setObjectName(QStringLiteral("replayProgressWords"));
    m_progress = new QProgressBar(footer);
    m_progress->setObjectName(QStringLiteral("replayProgress"));
    m_progress->setAccessibleName(tr("Runs done"));
    m_progress->setTextVisible(false);
    m_progress->setFixedWidth(progressWidth);
    m_cancel = new QPushButton(tr("Cancel"), footer);
    m_cancel->setObjectName(QStringLiteral("replayCancel"));
    m_save = new QPushButton(footer);
    m_save->setObjectName(QStringLiteral("replaySave"));
    m_progress->hide();
    m_cancel->hide();
    auto *row = new QHBoxLayout(footer);
    row->setContentsMargins(paneEdge, 0, paneEdge, 0);
    row->setSpacing(betweenGroups);
    row->addWidget(m_progressWords);
    row->addWidget(m_progress);
    row->addWidget(m_cancel);
    row->addStretch();
    row->addWidget(m_save);
    return footer;
}

} // namespace loopflow
