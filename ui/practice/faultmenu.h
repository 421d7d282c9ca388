// The faults that a person can try on a practice mate, as a menu; each says what it does.
// Asks the practice server for them; knows nothing of what a mate does then.
#pragma once

#include "core/host/practice.h"

#include <QMenu>

class QActionGroup;

namespace loopflow {

/// What a fault is called, for the menu and the status bar: "slow model".
QString faultName(PracticeFault fault);

class FaultMenu final : public QMenu {
    Q_OBJECT
public:
    /// `practice` outlives this.
    explicit FaultMenu(Practice *practice, QWidget *parent = nullptr);

    /// Whose connection and turns it is about. `practiceModel`: the practice model answers it, whose faults only work
    /// then.
    void setMate(discord::UserId bot, bool practiceModel);

private:
    void add(PracticeFault fault, const QString &text, const QString &tip);
    void update();

    Practice *m_practice;
    QActionGroup *m_group;
    discord::UserId m_bot;
    bool m_practiceModel = true;
};

} // namespace loopflow
