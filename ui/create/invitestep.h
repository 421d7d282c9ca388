// Last step of Create mate: how the mate comes to a server and to people, and its first signs of
// life. Waits for nothing: the dialog can be closed at any moment.
#pragma once

#include "core/host/supervisor.h"
#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QWidget>

class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace loopflow {

class MarkRow;
class MateSetup;

class InviteStep final : public QWidget {
    Q_OBJECT
public:
    InviteStep(const UiServices &services, MateSetup *setup, QWidget *parent = nullptr);
    /// Fills itself for the mate that was just set up, or that is to be invited.
    void begin();

private:
    QWidget *makeLinks();
    QWidget *makeLink(const QString &title, const QString &meaning, QLineEdit *field);
    QWidget *makePractice();
    QWidget *makePracticeStep(const QString &title, const QString &meaning, QPushButton *button);
    void watch();
    void showOnline(const MateState &state);
    void showServers(const MateState &state);
    void showMessage();
    void sayHello();

    UiServices m_services;
    MateSetup *m_setup;
    QLineEdit *m_server;
    QLineEdit *m_person;
    QPushButton *m_join;
    QPushButton *m_hello;
    QWidget *m_links;
    QWidget *m_practice;
    QVBoxLayout *m_remarks;
    MarkRow *m_online;
    MarkRow *m_joined;
    MarkRow *m_message;
    bool m_begun = false;
};

} // namespace loopflow
