// Create mate: who it is, its bot on Discord, and the links that invite it.
// Can be left at any step after the first: the mate stays in the list, paused, saying what is
// missing.
#pragma once

#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QDialog>

#include <optional>

class QPushButton;
class QStackedWidget;

namespace loopflow {

class DiscordStep;
class InviteStep;
class MateSetup;
class Text;
class WhoStep;

class CreateDialog final : public QDialog {
    Q_OBJECT
public:
    enum Step { Who, Discord, Invite };
    /// `existing`: a mate to finish, to give another token, or to invite; starts at `begin`.
    CreateDialog(const UiServices &services, std::optional<MateId> existing,
        QWidget *parent = nullptr, Step begin = Discord);

    /// The mate that was made; none when nothing was kept.
    MateId mate() const;

public Q_SLOTS:
    void reject() override;

private:
    QWidget *makeHeader();
    QWidget *makeFooter();
    void go(Step step);
    void next();
    void keepForLater();
    void changeServer();
    void updateButtons();

    UiServices m_services;
    MateSetup *m_setup;
    QStackedWidget *m_steps;
    WhoStep *m_who;
    DiscordStep *m_discord;
    InviteStep *m_invite;
    QList<Text *> m_stepNames;
    QPushButton *m_practice;
    QPushButton *m_later;
    QPushButton *m_back;
    QPushButton *m_next;
    bool m_finishing = false;
};

} // namespace loopflow
