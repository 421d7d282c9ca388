#include "ui/mainwindow.h"

#include "core/store/matestore.h"
#include "ui/create/createdialog.h"
#include "ui/create/welcomepage.h"
#include "ui/desktoppart.h"
#include "ui/health/healthpage.h"
#include "ui/health/statusline.h"
#include "ui/inspector/conversationpane.h"
#include "ui/inspector/watchpage.h"
#include "ui/leaving.h"
#include "ui/mainwindowactions.h"
#include "ui/mates/importdoor.h"
#include "ui/mates/mateactions.h"
#include "ui/mates/matelistmodel.h"
#include "ui/mates/matepane.h"
#include "ui/panecycle.h"
#include "ui/prompt/promptpage.h"
#include "ui/replay/replaypage.h"
#include "ui/settings/settingspage.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/windowplace.h"

#include <QCloseEvent>
#include <QLabel>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QSettings>
#include <QSplitter>
#include <QStackedWidget>
#include <QStatusBar>
#include <QTableView>

namespace loopflow {

namespace {

QSettings comfort()
{
    return QSettings(QStringLiteral("Loopflow"), QStringLiteral("Loopflow"));
}

constexpr int statusMs = 15 * 1000;

} // namespace

MainWindow::MainWindow(UiServices services, QWidget *parent)
    : QMainWindow(parent)
    , m_services(std::move(services))
    , m_actions(std::make_unique<WindowActions>(this))
    , m_mates(new MateListModel(m_services.mates, m_services.record, m_services.log, this))
    , m_do(new MateActions(m_services, this))
    , m_door(new ImportDoor(m_do, this))
{
    applyTheme(savedTheme());
    setWindowTitle(QStringLiteral("Loopflow"));
    resize(1280, 800);
    m_actions->practice->setEnabled(m_services.practice != nullptr);
    m_actions->addTo(menuBar());
    buildPages();
    connectActions();
    connectServices();
    restorePlace();
    updatePages();
    updateStatus();
}

MainWindow::~MainWindow() = default;

MateId MainWindow::currentMate() const
{
    return m_matePane->current();
}

void MainWindow::showMate(MateId id)
{
    const auto mate = m_services.mates->mate(id);
    if (id != m_prompt->shown() && !m_prompt->mayLeave()) {
        m_matePane->select(m_prompt->shown());
        return;
    }
    m_mates->setWatched(id);
    updateActions();
    if (!mate)
        return;
    m_watch->show(*mate, m_do->practiceChannel(id));
    if (id != m_prompt->shown())
        m_prompt->show(id);
    if (mate->practice)
        m_pages->setCurrentWidget(m_watch);
}

void MainWindow::openMate(MateId id)
{
    switch (m_mates->nextStep(id)) {
    case NextStep::Open:
        return showConversations();
    case NextStep::Setup:
        return openSetup(id);
    case NextStep::ChooseModel:
        return showPrompt();
    case NextStep::Retry:
        return m_do->retry(id);
    }
}

void MainWindow::showPrompt()
{
    if (currentMate() == MateId{})
        return;
    m_pages->setCurrentWidget(m_prompt);
    m_prompt->editor()->setFocus();
    updateActions();
}

void MainWindow::showConversations()
{
    m_pages->setCurrentWidget(m_watch);
    updatePages();
}

/// Made when it is first shown, as the settings are: most days nobody looks at either.
void MainWindow::showHealth()
{
    if (!m_health) {
        m_health = new HealthPage(m_services, this);
        m_health->splitter()->restoreState(comfort().value(QStringLiteral("splitter/healthSplitter")).toByteArray());
        m_pages->addWidget(m_health);
        connect(m_health, &HealthPage::said, this, &MainWindow::say);
        connect(m_health, &HealthPage::mateWanted, this, [this](MateId mate) {
            m_matePane->select(mate);
            showConversations();
        });
    }
    m_pages->setCurrentWidget(m_health);
    m_health->table()->setFocus();
    updatePages();
}

void MainWindow::showSettings()
{
    if (!m_settings) {
        m_settings = new SettingsPage(m_services, this);
        m_pages->addWidget(m_settings);
        connect(m_settings, &SettingsPage::closed, this, &MainWindow::showConversations);
        connect(m_settings, &SettingsPage::said, this, &MainWindow::say);
        connect(m_settings, &SettingsPage::themeChosen, this, &MainWindow::chooseTheme);
        connect(m_settings, &SettingsPage::recordErased, m_watch, &WatchPage::reload);
    }
    m_pages->setCurrentWidget(m_settings);
    m_settings->setFocus();
    updatePages();
}

ReplayPage *MainWindow::replayPage()
{
    if (!m_replay) {
        m_replay = new ReplayPage(m_services, this);
        m_replay->splitter()->restoreState(comfort().value(QStringLiteral("splitter/replaySplitter")).toByteArray());
        m_pages->addWidget(m_replay);
        connect(m_replay, &ReplayPage::closed, this, &MainWindow::showConversations);
        connect(m_replay, &ReplayPage::said, this, &MainWindow::say);
    }
    return m_replay;
}

void MainWindow::showReplay()
{
    m_pages->setCurrentWidget(replayPage());
    m_replay->setFocus();
    updatePages();
}

// Where turns are run again it runs them, elsewhere it leads there.
void MainWindow::replay()
{
    if (m_replay && m_pages->currentWidget() == m_replay)
        m_replay->run();
    else
        m_watch->pane()->replay();
}

void MainWindow::createMate()
{
    openSetup({});
}

void MainWindow::openSetup(MateId mate, CreateDialog::Step begin)
{
    CreateDialog dialog(m_services, mate == MateId{} ? std::nullopt : std::optional(mate), this, begin);
    dialog.exec();
    if (dialog.mate() != MateId{}) {
        m_matePane->select(dialog.mate());
        showMate(dialog.mate());
    }
}

void MainWindow::startPractice()
{
    m_do->rehearse(std::nullopt);
}

void MainWindow::updatePages()
{
    const bool any = m_mates->rowCount() > 0;
    // Settings and health can be looked at before there is a mate.
    const bool apart = m_pages->currentWidget() != m_watch && m_pages->currentWidget() != m_prompt;
    m_stack->setCurrentWidget(any || apart ? static_cast<QWidget *>(m_splitter) : m_welcome);
    if (any && currentMate() == MateId{})
        m_matePane->select(m_mates->index(0).data(IdRole).value<MateId>());
    updateActions();
    updateStatus();
}

void MainWindow::updateActions()
{
    const auto mate = m_services.mates->mate(currentMate());
    m_actions->update(mate, m_prompt->hasUnsaved(), m_services.practice != nullptr);
    m_actions->retry->setEnabled(m_mates->nextStep(currentMate()) == NextStep::Retry);
    m_actions->undoImport->setEnabled(m_do->canUndoImport());
    // Ctrl+F finds in the prompt while that is shown.
    m_actions->filter->setEnabled(m_pages->currentWidget() != m_prompt);
}

void MainWindow::updateStatus()
{
    m_status->setText(m_mates->phrase());
    const QString attention = m_mates->attention();
    m_attention->setWords(
        attention.isEmpty() ? QStringLiteral("Loopflow %1").arg(QStringLiteral(LOOPFLOW_VERSION)) : attention,
        !attention.isEmpty());
}

void MainWindow::say(const QString &sentence)
{
    statusBar()->showMessage(sentence, statusMs);
    m_desktop->announce(sentence);
}

Theme MainWindow::savedTheme() const
{
    return Theme(comfort().value(QStringLiteral("theme"), int(Theme::System)).toInt());
}

void MainWindow::chooseTheme(Theme theme)
{
    comfort().setValue(QStringLiteral("theme"), int(theme));
    m_actions->checkTheme(theme);
    useTheme();
}

void MainWindow::useTheme()
{
    applyTheme(savedTheme());
    m_desktop->paletteChanged();
}

void MainWindow::restorePlace()
{
    const QSettings settings = comfort();
    m_actions->checkTheme(savedTheme());
    if (const auto mate = m_services.mates->find(settings.value(QStringLiteral("mate")).toString())) {
        m_matePane->select(mate->id);
        showMate(mate->id);
        m_watch->select(
            {mate->id, {settings.value(QStringLiteral("conversation")).toULongLong()}});
    }
    loopflow::restorePlace(settings, *this, *m_pages);
}

void MainWindow::savePlace()
{
    QSettings settings = comfort();
    loopflow::savePlace(settings, *this, *m_pages);
    const auto mate = m_services.mates->mate(currentMate());
    settings.setValue(QStringLiteral("mate"), mate ? mate->identifier : QString());
    const auto shown = m_watch->pane()->shown();
    settings.setValue(QStringLiteral("conversation"), shown ? shown->channel.value : 0);
}

void MainWindow::quit()
{
    if (!m_desktop->leaving().isUnderWay() && !m_prompt->mayLeave())
        return;
    savePlace();
    m_desktop->leaving().leave();
}

void MainWindow::bringUp()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::goToMate(MateId mate)
{
    bringUp();
    if (mate == MateId{})
        return;
    m_matePane->select(mate);
    showConversations();
}

void MainWindow::goToConversation(const ConversationId &conversation)
{
    m_matePane->select(conversation.mate);
    if (currentMate() != conversation.mate)
        return; // unsaved text keeps the window where it is
    showConversations();
    m_watch->select(conversation);
}

void MainWindow::focusPane(bool next)
{
    if (QWidget *pane = focusOfNextPane(m_stack, next))
        pane->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    Leaving &leaving = m_desktop->leaving();
    if (leaving.isUnderWay()) {
        event->accept();
        return;
    }
    if (m_desktop->keepsRunning()) {
        savePlace();
        m_desktop->sayItKeepsRunning();
        event->accept(); // the tray has it
        return;
    }
    if (!m_prompt->mayLeave() || !leaving.agreed()) {
        event->ignore();
        return;
    }
    savePlace();
    leaving.leave();
    // It stays in sight while replies are finished.
    event->setAccepted(leaving.phrase().isEmpty());
}

} // namespace loopflow
