// The window while there is no mate: three ways to begin, and which model keys were found.
// Begins nothing itself: its buttons are the window's actions.
#pragma once

#include "ui/uiservices.h"

#include <QWidget>

class QAction;
class QVBoxLayout;

namespace loopflow {

class WelcomePage final : public QWidget {
    Q_OBJECT
public:
    /// The buttons trigger these; `practice` may be disabled.
    WelcomePage(const UiServices &services, QAction *create, QAction *practice, QAction *import,
        QWidget *parent = nullptr);

private:
    QWidget *makeCard(const QString &iconName, const QString &title, const QString &text,
        const QString &button, QAction *action, bool primary);
    QWidget *makeKeys();
    void lookForKeys(QVBoxLayout *rows);

    UiServices m_services;
};

} // namespace loopflow
