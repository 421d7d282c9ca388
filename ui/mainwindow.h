// The window: mates, their conversations, the live conversation, prompts.
// Shows and asks; what is done is done by the services. Closing it ends nothing by itself.
#pragma once

#include "core/conversation/event.h"
#include "core/mate/mate.h"
#include "ui/create/createdialog.h"
#include "ui/uiservices.h"
#include "ui/widgets/palette.h"

#include <QMainWindow>

#include <memory>

class QLabel;
class QSplitter;
class QStackedWidget;

namespace loopflow {

class AttentionButton;
class DesktopPart;
class GotoPalette;
class HealthPage;
class ImportDoor;
class MateActions;
class MateListModel;
class MatePane;
class NoticeBar;
class PromptPage;
class ReplayPage;
class SettingsPage;
class WatchPage;
class WelcomePage;
class WindowActions;

/// Laid out and connected in mainwindowlayout.cpp.
class MainWindow final : public QMainWindow {
    Q_OBJECT
public:
    explicit MainWindow(UiServices services, QWidget *parent = nullptr);
    ~MainWindow() override;

public Q_SLOTS:
    void createMate();
    /// Starts the practice server and shows the practice mate's conversation.
    void startPractice();
    void showMate(loopflow::MateId mate);
    /// Brings the window up at the mate's conversations; MateId{}: as it is.
    void goToMate(loopflow::MateId mate);
    void goToConversation(const loopflow::ConversationId &conversation);
    /// Shows the window in front, also from the tray or as an icon.
    void bringUp();
    /// Ends the program when running replies are finished; asks only about unsaved text.
    void quit();
    void showPrompt();
    void showConversations();
    void showHealth();
    void showSettings();
    /// Where turns are run again, with what it showed last.
    void showReplay();
    /// A sentence in the status bar, for a while.
    void say(const QString &sentence);

Q_SIGNALS:
    void quitWanted();
    /// Without waiting for running replies.
    void quitNowWanted();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildPages();
    void connectActions();
    void connectServices();
    void restorePlace();
    void savePlace();
    void focusPane(bool next);
    void openMate(MateId mate);
    void openSetup(MateId mate, CreateDialog::Step begin = CreateDialog::Discord);
    ReplayPage *replayPage();
    void replay();
    void updatePages();
    void updateActions();
    void updateStatus();
    Theme savedTheme() const;
    void chooseTheme(Theme theme);
    void useTheme();
    MateId currentMate() const;

    UiServices m_services;
    std::unique_ptr<WindowActions> m_actions;
    MateListModel *m_mates;
    MateActions *m_do;
    ImportDoor *m_door;
    QStackedWidget *m_stack = nullptr;
    NoticeBar *m_notice = nullptr;
    GotoPalette *m_goto = nullptr;
    DesktopPart *m_desktop = nullptr;
    WelcomePage *m_welcome = nullptr;
    QSplitter *m_splitter = nullptr;
    MatePane *m_matePane = nullptr;
    QStackedWidget *m_pages = nullptr;
    WatchPage *m_watch = nullptr;
    PromptPage *m_prompt = nullptr;
    HealthPage *m_health = nullptr;
    SettingsPage *m_settings = nullptr;
    ReplayPage *m_replay = nullptr;
    QLabel *m_status = nullptr;
    AttentionButton *m_attention = nullptr;
};

} // namespace loopflow
