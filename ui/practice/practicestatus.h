// The status bar's words about the practice server: where it is, and which fault is under way.
// Shows nothing while no practice mate is looked at.
#pragma once

#include "core/host/practice.h"
#include "ui/widgets/panes.h"

namespace loopflow {

class PracticeStatus final : public QWidget {
    Q_OBJECT
public:
    /// `practice` outlives this; null: it never shows.
    explicit PracticeStatus(Practice *practice, QWidget *parent = nullptr);

private:
    void update();

    Practice *m_practice;
    Text *m_words;
};

} // namespace loopflow
