// Last step of Create mate: the links that bring the mate to a server or to a person, and its first
// signs of life. Waits for nothing: the dialog can be closed at any moment.
#pragma once

#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QWidget>

class QLineEdit;

namespace loopflow {

class MarkRow;
class MateSetup;

class InviteStep final : public QWidget {
    Q_OBJECT
public:
    InviteStep(const UiServices &services, MateSetup *setup, QWidget *parent = nullptr);
    /// Fills in the links of the mate that was just set up.
    void begin();

private:
    QWidget *makeLink(const QString &title, const QString &meaning, QLineEdit *field);
    void watch();

    UiServices m_services;
    MateSetup *m_setup;
    QLineEdit *m_server;
    QLineEdit *m_person;
    MarkRow *m_online;
    MarkRow *m_message;
};

} // namespace loopflow
