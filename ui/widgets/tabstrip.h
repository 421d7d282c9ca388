// Tabs as words over one line, the chosen one underlined: for a pane that shows one of a few pages.
// Only draws; keyboard and signals are QTabBar's.
#pragma once

#include <QTabBar>

namespace loopflow {

class TabStrip final : public QTabBar {
    Q_OBJECT
public:
    explicit TabStrip(QWidget *parent = nullptr);

protected:
    QSize tabSizeHint(int index) const override;
    QSize minimumTabSizeHint(int index) const override;
    void paintEvent(QPaintEvent *event) override;
};

} // namespace loopflow
