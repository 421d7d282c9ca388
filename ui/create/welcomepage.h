// The window while there is no mate: three ways to begin, and what was found to work with.
// Begins nothing itself: its buttons are the window's actions.
#pragma once

#include "ui/uiservices.h"

#include <QWidget>

class QAction;

namespace loopflow {

class Surroundings;

class WelcomePage final : public QWidget {
    Q_OBJECT
public:
    /// The buttons trigger these; `practice` may be disabled.
    WelcomePage(const UiServices &services, QAction *create, QAction *practice, QAction *import,
        QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;
    void showEvent(QShowEvent *event) override;

private:
    QWidget *makeCard(const QString &iconName, const QString &title, const QString &text,
        const QString &button, QAction *action, bool primary);
    void fitCards();

    Surroundings *m_surroundings;
    QList<QWidget *> m_cards;
};

} // namespace loopflow
