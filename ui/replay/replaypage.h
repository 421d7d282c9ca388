// Runs recorded turns again: as they were or with another prompt, model or parameters, beside what was answered.
// Nothing is posted. What runs goes on while another page is shown, and can be cancelled here.
#pragma once

#include "ui/replay/replaymodel.h"

#include <QPointer>
#include <QWidget>

class QComboBox;
class QProgressBar;
class QPushButton;
class QSplitter;
class QTableView;

namespace loopflow {

class ElidedText;
class ReplayPair;
class ReplaySetup;
class Text;

class ReplayPage final : public QWidget {
    Q_OBJECT
public:
    explicit ReplayPage(const UiServices &services, QWidget *parent = nullptr);

    /// One turn; `run` is one of its replays, to be shown first. TurnId{}: the newest of them.
    void open(const ConversationId &conversation, TurnId turn, TurnId run = {});
    void openConversation(const ConversationId &conversation);
    void openMate(MateId mate);
    QSplitter *splitter() const { return m_splitter; }
    bool isRunning() const { return m_job != nullptr; }

public Q_SLOTS:
    void run();

Q_SIGNALS:
    void closed();
    void said(const QString &sentence);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    /// What is run again.
    enum Scope { OneTurn, Conversation, NewestTurns };
    void build();
    QWidget *makeHeader();
    QWidget *makeFooter();
    void connectParts();
    void offerScopes(TurnId turn, const std::optional<ConversationId> &conversation, MateId mate);
    void showScope();
    void showSource();
    ReplayPlan plan() const;
    void estimate();
    std::optional<Error> refusal() const;
    void updateControls();
    void select(int row);
    void showPair();
    void tell(const ReplayProgress &progress);
    void tellEnd();
    void notePrompt(const QString &text, const QString &whose);
    void savePrompt();
    Mate mate() const;

    UiServices m_services;
    ReplayModel *m_model;
    ElidedText *m_title = nullptr;
    ElidedText *m_kind = nullptr;
    QComboBox *m_scope = nullptr;
    QPushButton *m_exact = nullptr;
    QComboBox *m_runs = nullptr;
    QPushButton *m_run = nullptr;
    ReplaySetup *m_setup = nullptr;
    Text *m_trouble = nullptr;
    ReplayPair *m_pair = nullptr;
    QSplitter *m_splitter = nullptr;
    QTableView *m_table = nullptr;
    Text *m_progressWords = nullptr;
    QProgressBar *m_progress = nullptr;
    QPushButton *m_cancel = nullptr;
    QPushButton *m_save = nullptr;

    TurnId m_turn{}; ///< none: opened for a conversation or a mate
    std::optional<ConversationId> m_conversation;
    MateId m_mate{};
    QList<TurnId> m_turns; ///< of the scope
    std::optional<ReplaySource> m_source; ///< of one turn, when it can be run again
    std::optional<Error> m_refusal; ///< why nothing can be run again, whatever is changed
    QString m_prompt; ///< what "save" would save
    QPointer<ReplayJob> m_job;
    std::unique_ptr<QObject> m_estimating; ///< context of a count that is under way
    QTimer m_estimateSoon;
    /// Which run is shown as it comes: one that was asked for, else every one until a job began.
    TurnId m_wanted{};
    bool m_follows = true;
};

} // namespace loopflow
