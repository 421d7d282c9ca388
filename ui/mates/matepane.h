// The window's left pane: the mate list and the ways to add one.
// Shows and asks; what is done to a mate is an action of the window.
#pragma once

#include "core/mate/mate.h"

#include <QWidget>

class QAction;
class QListView;

namespace loopflow {

class MateListModel;

class MatePane final : public QWidget {
    Q_OBJECT
public:
    /// `actions` are a row's context menu; `create` and `import` are the buttons below.
    MatePane(MateListModel *model, const QList<QAction *> &actions, QAction *create,
        QAction *import, QWidget *parent = nullptr);

    MateId current() const;
    void select(MateId mate);

Q_SIGNALS:
    void currentChanged(loopflow::MateId mate);
    /// Enter or a double click.
    void activated(loopflow::MateId mate);

private:
    MateListModel *m_model;
    QListView *m_list;
};

} // namespace loopflow
