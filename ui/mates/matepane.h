// The window's left pane: the mate list, its filter, and the ways to add a mate.
// Shows and asks; what is done to a mate is an action of the window.
#pragma once

#include "core/mate/mate.h"

#include <QWidget>

class QAction;
class QLineEdit;
class QListView;

namespace loopflow {

class FilteredMates;
class MateListModel;

class MatePane final : public QWidget {
    Q_OBJECT
public:
    /// `actions` are a row's context menu; `create` and `import` are the buttons below.
    MatePane(MateListModel *model, const QList<QAction *> &actions, QAction *create,
        QAction *import, QWidget *parent = nullptr);

    MateId current() const;
    /// Shows the mate's row also where the filter hides it.
    void select(MateId mate);

public Q_SLOTS:
    /// Opens a field over the current mate's name.
    void rename();
    /// Moves the current mate by this many rows.
    void moveBy(int rows);
    void focusFilter();

Q_SIGNALS:
    void currentChanged(loopflow::MateId mate);
    /// Enter or a double click.
    void activated(loopflow::MateId mate);
    /// Delete was pressed on the current mate.
    void deletePressed();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeFilter();
    QLayout *makeButtons(QAction *create, QAction *import);
    void showFilterWhereItHelps();

    MateListModel *m_model;
    FilteredMates *m_filtered;
    QWidget *m_surface;
    QWidget *m_filterRow = nullptr;
    QLineEdit *m_filter = nullptr;
    QListView *m_list;
};

} // namespace loopflow
