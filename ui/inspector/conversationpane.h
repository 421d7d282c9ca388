// The live conversation with its title, and what a person can do in a practice mate's.
// What a person writes goes to the practice server only, never to Discord.
#pragma once

#include "core/conversation/event.h"
#include "ui/uiservices.h"

#include <QWidget>

#include <optional>

class QMenu;
class QPushButton;
class QSplitter;
class QStackedWidget;

namespace loopflow {

class ConversationModel;
class ConversationView;
class ElidedText;
class FaultMenu;
class MessageInput;
class PictureShelf;
class PlaybackBar;
class ReplayList;
class Text;
class TurnPane;

/// What a person does in it is in conversationtalk.cpp.
class ConversationPane final : public QWidget {
    Q_OBJECT
public:
    explicit ConversationPane(const UiServices &services, QWidget *parent = nullptr);

    /// `person`: who the mate talks with. `practice`: the person can write here.
    void show(
        const ConversationId &conversation, const Mate &mate, const QString &person, bool practice);
    /// Nothing to show: `sentence` says what will appear here.
    void showNothing(const QString &sentence);
    /// Lets go of what is shown, so that show() reads it anew.
    void forget();
    PlaybackBar *playback() const { return m_playback; }
    ConversationView *view() const { return m_view; }
    std::optional<ConversationId> shown() const;
    bool isPractice() const { return m_isPractice; }
    /// The conversation over what is told of one of its turns.
    QSplitter *splitter() const { return m_splitter; }
    TurnPane *turnPane() const { return m_turn; }
    /// Shows what is known of a row: of a turn, or of a message that was let pass.
    void inspect(int row);
    void closeTurn();
    /// Asks for a replay of the turn that is looked into, else of the current row or the newest turn before it.
    void replay();
    /// Puts the cursor where a person writes to a practice mate.
    void focusInput();
    void setShowsPictures(bool shows);

protected:
    void keyPressEvent(QKeyEvent *event) override;

Q_SIGNALS:
    void promptWanted();
    /// A turn is to be run again, or one of its replays (else TurnId{}) looked at.
    void replayWanted(loopflow::TurnId turn, loopflow::TurnId replay);
    /// Another conversation, or another kind of one, is shown.
    void shownChanged();

private:
    QWidget *makeEmpty();
    QWidget *makeLive();
    QWidget *makeHeader();
    QWidget *makePlayback(QWidget *parent);
    QWidget *makePractice();
    void setMate(const Mate &mate);
    void addReplays();
    void updateMeta();
    void send(const QString &text);
    void startOver();
    void tryAgain(const QList<discord::MessageId> &questions);
    void fillMenu(int row, QMenu *menu);
    void addOwnMessage(int row, QMenu *menu);
    void edit(discord::MessageId message, const QString &text);
    void editLast();
    void erase(discord::MessageId message);
    /// Says what was refused under the line to write in; an empty sentence takes it away.
    void refuse(const QString &sentence);
    void tellTrouble(const QString &sentence);

    UiServices m_services;
    ConversationModel *m_model;
    PictureShelf *m_shelf;
    ConversationView *m_view;
    QStackedWidget *m_stack;
    QSplitter *m_splitter;
    TurnPane *m_turn;
    ReplayList *m_replays;
    ElidedText *m_title;
    ElidedText *m_meta;
    Text *m_empty;
    Text *m_trouble;
    QPushButton *m_promptButton;
    QPushButton *m_playbackButton;
    PlaybackBar *m_playback;
    QPushButton *m_faultsButton;
    QPushButton *m_startOverButton;
    FaultMenu *m_faults = nullptr; ///< null: no practice server
    QWidget *m_practice;
    MessageInput *m_input;
    Text *m_refusal;
    bool m_isPractice = false;
    bool m_recordsText = true;
    std::optional<discord::MessageId> m_editing;
};

} // namespace loopflow
