// The field of Ctrl+K and what it finds, over the window; and its place in the menu bar.
// Closes by Esc, a choice, or when the focus goes elsewhere; gives the focus back to where it was.
#pragma once

#include "ui/goto/gotomodel.h"

#include <QPushButton>
#include <QWidget>

class QLineEdit;
class QListView;

namespace loopflow {

class Text;

class GotoPalette final : public QWidget {
    Q_OBJECT
public:
    /// Lies over `window`, which has the actions.
    GotoPalette(const UiServices &services, QWidget *window);

    void open();

Q_SIGNALS:
    void mateWanted(loopflow::MateId mate);
    void conversationWanted(const loopflow::ConversationId &conversation);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void dismiss();
    void fit();
    void choose(const QModelIndex &index);
    bool takeKey(int key);
    void selectFirst();

    QWidget *m_window;
    GotoModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    Text *m_nothing;
    QPointer<QWidget> m_before; ///< had the focus
};

/// Looks like a field and opens the palette: in the menu bar's corner.
class GotoField final : public QPushButton {
    Q_OBJECT
public:
    GotoField(QAction *open, QWidget *parent);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_shortcut;
};

} // namespace loopflow
