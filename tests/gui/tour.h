// Goes through every page, dialog, menu and question of the window, with the same world behind it each time.
// Shows each to whoever looks; says nothing about what they should look like.
#pragma once

#include "tests/gui/desk.h"
#include "ui/widgets/palette.h"

#include <functional>

class QAction;

namespace loopflow {
class MainWindow;
}

namespace loopflow::test {

class Tour {
public:
    /// `page` is a name for a file: "create-who".
    using Look = std::function<void(QWidget &widget, const QString &page)>;
    Tour(Theme theme, Look look);

    void go();
    /// All that the tour itself writes: names, messages, prompts.
    static QString written();
    static QString writtenForReplays();

private:
    void fill();
    TurnId beginWhole(const ConversationId &here, const discord::Message &asked);
    void tellStates(MainWindow &window);
    void seeWelcome();
    void seePages();
    void seeInspector(MainWindow &window);
    TurnId beginReplay(const ConversationId &here, const TurnStarted &source, TurnId of, bool changed);
    void seeReplay(MainWindow &window);
    void seePrompt(MainWindow &window);
    void seeForms();
    void seeDialog();
    void seeCheckList();
    void fillHealth();
    void seeHealth();
    void seeSettings();
    void seeGoTo(MainWindow &window);
    void seeSearch(MainWindow &window);
    void seeMenus(MainWindow &window);
    void seeQuestions(MainWindow &window);
    /// What `ask` opens over everything; it is answered with Cancel.
    void seeQuestion(const QString &page, const std::function<void()> &ask);
    void useTheme(MainWindow &window);
    void see(QWidget &widget, const QString &page);

    Theme m_theme;
    Look m_look;
    std::unique_ptr<Desk> m_desk;
};

} // namespace loopflow::test
