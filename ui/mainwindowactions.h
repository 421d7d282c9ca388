// Everything the window can be asked to do: one action each, in a menu, with its shortcut.
// Does nothing itself: the window connects them.
#pragma once

#include "core/mate/mate.h"
#include "ui/widgets/palette.h"

#include <QAction>
#include <QActionGroup>

#include <optional>

class QMenu;
class QMenuBar;

namespace loopflow {

class WindowActions final : public QObject {
    Q_OBJECT
public:
    /// The actions belong to `window`.
    explicit WindowActions(QWidget *window);

    void addTo(QMenuBar *bar);
    /// Those that concern the current mate.
    QList<QAction *> forMate() const;
    void update(const std::optional<Mate> &mate, bool unsavedPrompt, bool practice);
    void checkTheme(Theme theme);

    QAction *create;
    QAction *import;
    QAction *importFolder;
    QAction *undoImport;
    QAction *practice;
    QAction *pause;
    QAction *setup;
    QAction *invite;
    QAction *rehearse;
    QAction *retry;
    QAction *rename;
    QAction *duplicate;
    QAction *moveUp;
    QAction *moveDown;
    QAction *recordNoText;
    QAction *deleteMateRecord;
    QAction *remove;
    QAction *startAll;
    QAction *pauseAll;
    QAction *filterMates;
    QAction *quit;
    QAction *goTo;
    QAction *nextPane;
    QAction *previousPane;
    QAction *filter;
    QAction *search;
    QAction *copy;
    QAction *newest;
    QAction *tryAgain;
    QAction *inspect;
    QAction *pictures;
    QAction *playback;
    QAction *replay;
    QAction *replayConversation;
    QAction *replayMate;
    QAction *exportConversation;
    QAction *exportTurn;
    QAction *deleteConversationRecord;
    QAction *conversations;
    QAction *prompt;
    QAction *health;
    QAction *settings;
    QAction *save;
    QAction *about;
    QActionGroup *themes;
    QMenu *promptMenu = nullptr; ///< the prompt page adds its own to it

private:
    QAction *add(const QString &text, const QKeySequence &shortcut, const char *name);
    void addTheme(const QString &text, Theme theme);

    QWidget *m_window;
};

} // namespace loopflow
