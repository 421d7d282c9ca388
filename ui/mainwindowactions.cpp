#include "ui/mainwindowactions.h"

#include <QMenuBar>
#include <QWidget>

namespace loopflow {

WindowActions::WindowActions(QWidget *window)
    : m_window(window)
{
    create = add(tr("&Create mate…"), QKeySequence::New, "createMate");
    import = add(tr("&Import mates…"), tr("Ctrl+I"), "importMates");
    importFolder = add(tr("Import a &folder…"), tr("Ctrl+Shift+O"), "importFolder");
    undoImport = add(tr("&Undo import"), tr("Ctrl+Shift+I"), "undoImport");
    practice = add(tr("&Try it on the practice server"), tr("Ctrl+T"), "startPractice");
    pause = add(tr("&Pause"), tr("Ctrl+P"), "pauseMate");
    setup = add(tr("&Finish setup…"), tr("Ctrl+Return"), "setupMate");
    invite = add(tr("In&vite…"), tr("Ctrl+Shift+V"), "inviteMate");
    rehearse = add(tr("&Rehearse on the practice server"), tr("Ctrl+R"), "rehearseMate");
    retry = add(tr("Tr&y again"), tr("Ctrl+Shift+Y"), "retryMate");
    rename = add(tr("Re&name"), tr("F2"), "renameMate");
    duplicate = add(tr("D&uplicate"), tr("Ctrl+D"), "duplicateMate");
    moveUp = add(tr("Move u&p"), tr("Ctrl+Shift+Up"), "moveMateUp");
    moveDown = add(tr("Move do&wn"), tr("Ctrl+Shift+Down"), "moveMateDown");
    recordNoText = add(tr("Record no te&xt"), {}, "recordNoText");
    recordNoText->setCheckable(true);
    recordNoText->setToolTip(tr("Of this mate's conversations only times, counts and costs are kept on this computer, and no "
                                "word of people or of the mate. Turns that are recorded so cannot be replayed."));
    recordNoText->setStatusTip(recordNoText->toolTip());
    deleteMateRecord = add(tr("Delete its rec&ord…"), tr("Alt+Shift+Del"), "deleteMateRecord");
    remove = add(tr("&Delete…"), tr("Ctrl+Del"), "deleteMate");
    startAll = add(tr("&Start all mates"), tr("Ctrl+Shift+S"), "startAll");
    pauseAll = add(tr("Pause &all mates"), tr("Ctrl+Shift+P"), "pauseAll");
    filterMates = add(tr("&Filter mates"), tr("Ctrl+Shift+G"), "filterMates");
    goTo = add(tr("&Go to…"), tr("Ctrl+K"), "goTo");
    nextPane = add(tr("&Next pane"), tr("F6"), "nextPane");
    previousPane = add(tr("P&revious pane"), tr("Shift+F6"), "previousPane");
    quit = add(tr("&Quit"), tr("Ctrl+Q"), "quit");
    filter = add(tr("&Filter conversations"), QKeySequence::Find, "filterConversations");
    search = add(tr("Search &all mates"), tr("Ctrl+Shift+F"), "searchAll");
    copy = add(tr("&Copy message"), tr("Ctrl+Shift+C"), "copyMessage");
    newest = add(tr("&Jump to the newest"), tr("Ctrl+End"), "jumpToNewest");
    tryAgain = add(tr("&Try again"), tr("Ctrl+Shift+R"), "tryAgain");
    inspect = add(tr("&Look into the turn"), tr("Alt+Return"), "inspectTurn");
    pictures = add(tr("&Show pictures in this conversation"), tr("Ctrl+Shift+M"), "showPicturesHere");
    playback = add(tr("&Playback"), tr("Ctrl+Shift+L"), "playback");
    replay = add(tr("&Replay the turn…"), tr("F5"), "replayTurn");
    replayConversation = add(tr("Replay the con&versation…"), tr("Ctrl+F5"), "replayConversation");
    replayMate = add(tr("Replay the newest &turns…"), tr("Shift+F5"), "replayMate");
    exportConversation = add(tr("&Export conversation…"), tr("Ctrl+Shift+E"), "exportConversation");
    exportTurn = add(tr("Export t&urn…"), tr("Ctrl+Alt+E"), "exportTurn");
    deleteConversationRecord
        = add(tr("&Delete this conversation's record…"), tr("Ctrl+Shift+Del"), "deleteConversationRecord");
    conversations = add(tr("&Conversations"), tr("Ctrl+1"), "showConversations");
    prompt = add(tr("&Prompt"), tr("Ctrl+2"), "showPrompt");
    health = add(tr("&Health and log"), tr("Ctrl+3"), "showHealth");
    settings = add(tr("S&ettings"), tr("Ctrl+,"), "showSettings");
    save = add(tr("&Save as a new version"), QKeySequence::Save, "savePrompt");
    about = add(tr("&About Loopflow"), {}, "about");
    themes = new QActionGroup(window);
    addTheme(tr("Follow the &system"), Theme::System);
    addTheme(tr("&Light"), Theme::Light);
    addTheme(tr("&Dark"), Theme::Dark);
}

QAction *WindowActions::add(const QString &text, const QKeySequence &shortcut, const char *name)
{
    auto *action = new QAction(text, m_window);
    action->setObjectName(QString::fromLatin1(name));
    action->setShortcut(shortcut);
    m_window->addAction(action);
    return action;
}

void WindowActions::addTheme(const QString &text, Theme theme)
{
    auto *action = new QAction(text, themes);
    action->setObjectName(QStringLiteral("theme%1").arg(int(theme)));
    action->setCheckable(true);
    action->setData(int(theme));
}

void WindowActions::addTo(QMenuBar *bar)
{
    QMenu *mate = bar->addMenu(tr("&Mates"));
    mate->setToolTipsVisible(true);
    mate->addActions({create, import, importFolder, undoImport, practice});
    mate->addSeparator();
    mate->addActions(forMate());
    mate->addSeparator();
    mate->addActions({startAll, pauseAll, filterMates});
    mate->addSeparator();
    mate->addAction(quit);
    bar->addMenu(tr("&Conversation"))
        ->addActions({filter, search, copy, newest, inspect, tryAgain, pictures, playback, replay, replayConversation,
            exportConversation, exportTurn, deleteConversationRecord});
    promptMenu = bar->addMenu(tr("&Prompt"));
    promptMenu->addAction(save);
    promptMenu->addSeparator();
    QMenu *view = bar->addMenu(tr("&View"));
    view->addActions({goTo, conversations, prompt, health, settings, nextPane, previousPane});
    view->addSeparator();
    view->addActions(themes->actions());
    bar->addMenu(tr("&Help"))->addAction(about);
}

QList<QAction *> WindowActions::forMate() const
{
    return {pause, retry, setup, invite, rehearse, replayMate, rename, duplicate, moveUp, moveDown, recordNoText,
        deleteMateRecord, remove};
}

void WindowActions::update(const std::optional<Mate> &mate, bool unsavedPrompt, bool canPractice)
{
    const bool complete = mate && mate->bot && !mate->model.isEmpty();
    for (QAction *action : {prompt, replayMate, remove, rename, moveUp, moveDown, recordNoText, deleteMateRecord})
        action->setEnabled(mate.has_value());
    duplicate->setEnabled(mate && !mate->practice);
    pause->setEnabled(mate && (complete || !mate->paused));
    pause->setText(mate && mate->paused ? tr("&Start") : tr("&Pause"));
    setup->setEnabled(mate && !mate->practice);
    setup->setText(mate && mate->bot ? tr("Change &token…") : tr("&Finish setup…"));
    invite->setEnabled(mate && mate->bot);
    rehearse->setEnabled(canPractice && mate && !mate->practice);
    recordNoText->setChecked(mate && !mate->recordsText);
    save->setEnabled(unsavedPrompt);
}

void WindowActions::checkTheme(Theme theme)
{
    const QList<QAction *> actions = themes->actions();
    for (QAction *action : actions)
        action->setChecked(action->data().toInt() == int(theme));
}

} // namespace loopflow
