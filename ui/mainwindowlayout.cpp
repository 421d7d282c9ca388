#include "ui/mainwindow.h"

#include "core/host/supervisor.h"
#include "core/store/logstore.h"
#include "core/store/matestore.h"
#include "ui/create/createdialog.h"
#include "ui/create/welcomepage.h"
#include "ui/desktoppart.h"
#include "ui/goto/gotopalette.h"
#include "ui/health/statusline.h"
#include "ui/inspector/conversationpane.h"
#include "ui/inspector/conversationview.h"
#include "ui/inspector/playbackbar.h"
#include "ui/inspector/watchpage.h"
#include "ui/leaving.h"
#include "ui/mainwindowactions.h"
#include "ui/mates/importdoor.h"
#include "ui/mates/mateactions.h"
#include "ui/mates/matecommands.h"
#include "ui/mates/matelistmodel.h"
#include "ui/mates/matepane.h"
#include "ui/practice/practicestatus.h"
#include "ui/prompt/promptpage.h"
#include "ui/recorddoor.h"
#include "ui/settings/settingspage.h"
#include "ui/replay/replaypage.h"
#include "ui/transcript/exportdoor.h"
#include "ui/widgets/elidedtext.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/type.h"

#include <QActionGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenuBar>
#include <QMessageBox>
#include <QPushButton>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QVBoxLayout>

namespace loopflow {

void MainWindow::buildPages()
{
    m_stack = new QStackedWidget(this);
    m_welcome = new WelcomePage(
        m_services, m_actions->create, m_actions->practice, m_actions->import, this);
    m_matePane =
        new MatePane(m_mates, m_actions->forMate(), m_actions->create, m_actions->import, this);
    m_watch = new WatchPage(m_services, this);
    m_watch->setObjectName(QStringLiteral("watchPage"));
    m_prompt = new PromptPage(m_services, this);
    m_prompt->setObjectName(QStringLiteral("promptPage"));
    m_pages = new QStackedWidget(this);
    m_pages->addWidget(m_watch);
    m_pages->addWidget(m_prompt);
    m_splitter = new QSplitter(this);
    m_splitter->setObjectName(QStringLiteral("mainSplitter"));
    m_splitter->addWidget(m_matePane);
    m_splitter->addWidget(m_pages);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({220, 1060});
    m_splitter->setChildrenCollapsible(false);
    m_stack->addWidget(m_welcome);
    m_stack->addWidget(m_splitter);
    m_notice = new NoticeBar(this);
    auto *center = new QWidget(this);
    auto *column = new QVBoxLayout(center);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_stack, 1);
    column->addWidget(m_notice);
    setCentralWidget(center);
    m_goto = new GotoPalette(m_services, this);
    auto *corner = new QWidget(menuBar());
    auto *row = new QHBoxLayout(corner);
    row->setContentsMargins(0, gridStep, 0, gridStep);
    row->setSpacing(0);
    row->addWidget(new GotoField(m_actions->goTo, corner));
    row->addSpacing(betweenGroups); // mirrored, which margins are not
    menuBar()->setCornerWidget(corner);
    m_desktop = new DesktopPart(m_services, m_mates, m_notice,
        {m_actions->startAll, m_actions->pauseAll, m_actions->quit}, this);

    statusBar()->setSizeGripEnabled(false);
    statusBar()->setFont(metaFont()); // of tips; the words in it have theirs
    auto *words = new QWidget(this);
    m_status = new ElidedText(metaFont(), ColorRole::Muted, words);
    m_status->setObjectName(QStringLiteral("statusPhrase"));
    auto *pulse = new ElidedText(metaFont(), ColorRole::Muted, words);
    pulse->setObjectName(QStringLiteral("statusPulse"));
    new PulseText(m_services, pulse, this);
    auto *line = new QHBoxLayout(words);
    line->setContentsMargins(betweenGroups, 0, betweenGroups, 0);
    line->setSpacing(paneEdge);
    line->addWidget(m_status);
    line->addWidget(pulse);
    line->addStretch();
    m_attention = new AttentionButton(this);
    statusBar()->addWidget(words, 1);
    auto *practice = new PracticeStatus(m_services.practice, this);
    connect(m_watch->pane(), &ConversationPane::shownChanged, practice,
        [this, practice] { practice->setVisible(m_watch->pane()->isPractice()); });
    statusBar()->addPermanentWidget(practice);
    statusBar()->addPermanentWidget(m_attention);
}

void MainWindow::connectActions()
{
    const WindowActions &on = *m_actions;
    on.promptMenu->addActions(m_prompt->menuActions());
    connect(on.create, &QAction::triggered, this, &MainWindow::createMate);
    connect(on.import, &QAction::triggered, m_door, &ImportDoor::chooseFiles);
    connect(on.importFolder, &QAction::triggered, m_door, &ImportDoor::chooseFolder);
    connect(on.practice, &QAction::triggered, this, &MainWindow::startPractice);
    new MateCommands(m_services, on, m_do, m_matePane, this);
    connect(on.setup, &QAction::triggered, this, [this] { openSetup(currentMate()); });
    connect(on.invite, &QAction::triggered, this,
        [this] { openSetup(currentMate(), CreateDialog::Invite); });
    connect(on.undoImport, &QAction::triggered, this, [this] {
        m_notice->clear();
        m_do->undoImport();
        updateActions();
    });
    connect(on.quit, &QAction::triggered, this, &MainWindow::quit);
    connect(on.goTo, &QAction::triggered, m_goto, &GotoPalette::open);
    connect(on.nextPane, &QAction::triggered, this, [this] { focusPane(true); });
    connect(on.previousPane, &QAction::triggered, this, [this] { focusPane(false); });
    connect(on.filter, &QAction::triggered, this, [this] {
        showConversations();
        m_watch->focusFilter();
    });
    connect(on.search, &QAction::triggered, this, &MainWindow::showConversations);
    connect(on.search, &QAction::triggered, m_watch, [this] { m_watch->openSearch({}); });
    connect(m_watch, &WatchPage::conversationWanted, this, &MainWindow::goToConversation);
    connect(on.copy, &QAction::triggered, m_watch->pane()->view(), &ConversationView::copy);
    connect(
        on.newest, &QAction::triggered, m_watch->pane()->view(), &ConversationView::jumpToNewest);
    connect(on.tryAgain, &QAction::triggered, m_watch->pane()->view(), &ConversationView::tryAgain);
    connect(on.inspect, &QAction::triggered, m_watch->pane()->view(), &ConversationView::inspect);
    connect(on.pictures, &QAction::triggered, m_watch->pane(),
        [this] { m_watch->pane()->setShowsPictures(true); });
    connect(on.playback, &QAction::triggered, m_watch->pane()->playback(), &PlaybackBar::open);
    connect(on.replay, &QAction::triggered, this, &MainWindow::replay);
    connect(m_watch->pane(), &ConversationPane::replayWanted, this, [this](TurnId turn, TurnId replay) {
        replayPage()->open(*m_watch->pane()->shown(), turn, replay);
        showReplay();
    });
    connect(on.replayConversation, &QAction::triggered, this, [this] {
        if (const auto shown = m_watch->pane()->shown()) {
            replayPage()->openConversation(*shown);
            showReplay();
        }
    });
    connect(on.replayMate, &QAction::triggered, this, [this] {
        replayPage()->openMate(currentMate());
        showReplay();
    });
    new RecordDoor(m_services, on, m_do, m_matePane, m_watch, m_notice, this);
    new ExportDoor(m_services, m_watch->pane(), {on.exportConversation, on.exportTurn}, m_notice, this);
    connect(on.conversations, &QAction::triggered, this, &MainWindow::showConversations);
    connect(on.prompt, &QAction::triggered, this, &MainWindow::showPrompt);
    connect(on.health, &QAction::triggered, this, &MainWindow::showHealth);
    connect(on.settings, &QAction::triggered, this, &MainWindow::showSettings);
    connect(on.save, &QAction::triggered, m_prompt, &PromptPage::save);
    connect(on.themes, &QActionGroup::triggered, this,
        [this](QAction *action) { chooseTheme(Theme(action->data().toInt())); });
    connect(on.about, &QAction::triggered, this, [this] {
        QMessageBox::about(this, tr("About Loopflow"),
            tr("Loopflow %1 runs language model mates on Discord.")
                .arg(QStringLiteral(LOOPFLOW_VERSION)));
    });
}

void MainWindow::connectServices()
{
    connect(m_services.supervisor, &Supervisor::stateChanged, m_mates, &MateListModel::setState);
    const QList<Mate> mates = m_services.mates->mates();
    for (const Mate &mate : mates)
        m_mates->setState(mate.id, m_services.supervisor->state(mate.id));
    connect(m_services.mates, &MateStore::added, this, [this](MateId mate) {
        m_mates->setState(mate, m_services.supervisor->state(mate));
        updatePages();
    });
    connect(m_services.mates, &MateStore::removed, this, &MainWindow::updatePages);
    connect(m_services.mates, &MateStore::changed, this, &MainWindow::updateActions);
    connect(m_services.record, &LogStore::failed, this,
        [this](const Error &error) { say(error.message); });
    connect(m_do, &MateActions::said, this, &MainWindow::say);
    connect(m_do, &MateActions::imported, this, [this](const QString &report) {
        updateActions();
        m_notice->tell(report,
            m_do->canUndoImport() ? QList{m_actions->undoImport} : QList<QAction *>{});
    });
    connect(m_mates, &MateListModel::refused, this, &MainWindow::say);
    connect(m_goto, &GotoPalette::mateWanted, this, &MainWindow::goToMate);
    connect(m_goto, &GotoPalette::conversationWanted, this, &MainWindow::goToConversation);
    connect(m_desktop, &DesktopPart::windowWanted, this, &MainWindow::bringUp);
    connect(m_desktop, &DesktopPart::mateWanted, this, &MainWindow::goToMate);
    connect(m_desktop, &DesktopPart::schemeChanged, this, &MainWindow::useTheme);
    connect(&m_desktop->leaving(), &Leaving::wanted, this, &MainWindow::quitWanted);
    connect(&m_desktop->leaving(), &Leaving::wantedNow, this, &MainWindow::quitNowWanted);
    connect(m_do, &MateActions::rehearsing, this, [this](MateId mate) {
        m_matePane->select(mate);
        showMate(mate);
        m_watch->pane()->focusInput();
    });
    connect(m_mates, &MateListModel::phraseChanged, this, [this] {
        updateStatus();
        updateActions();
    });
    connect(m_matePane, &MatePane::currentChanged, this, &MainWindow::showMate);
    connect(m_matePane, &MatePane::currentChanged, this, [this] {
        const QWidget *page = m_pages->currentWidget();
        if (page && (page == m_settings || page == m_replay))
            showConversations();
    });
    connect(m_matePane, &MatePane::activated, this, &MainWindow::openMate);
    connect(m_watch, &WatchPage::promptWanted, this, &MainWindow::showPrompt);
    connect(m_attention, &QPushButton::clicked, this, [this] {
        if (const MateId mate = mateInNeed(m_services); mate != MateId{}) {
            m_matePane->select(mate);
            showConversations();
        }
    });
    connect(m_prompt, &PromptPage::closed, this, &MainWindow::showConversations);
    connect(m_prompt, &PromptPage::said, this, &MainWindow::say);
    connect(m_prompt, &PromptPage::unsavedChanged, this, &MainWindow::updateActions);
    connect(m_prompt, &PromptPage::rehearsalWanted, this, [this](MateId mate) {
        if (m_prompt->mayLeave())
            m_do->rehearse(mate);
    });
}

} // namespace loopflow
