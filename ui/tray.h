// The icon in the desktop's tray: how all mates are, as a shape and a phrase, and the few things to do from there.
// Only where the desktop has a tray; says nothing that the window does not say.
#pragma once

#include "ui/mates/matelistmodel.h"

#include <QMenu>
#include <QSystemTrayIcon>

namespace loopflow {

class Leaving;

class Tray final : public QObject {
    Q_OBJECT
public:
    /// `after` are the menu's last entries: start all, pause all, quit.
    Tray(MateListModel *mates, const Leaving *leaving, const QList<QAction *> &after, QWidget *window);

    /// Shows the icon if there is a tray by now.
    void showWhereThereIsATray();
    bool isShown() const { return m_icon.isVisible(); }
    void setShown(bool shown) { m_icon.setVisible(shown); }
    QString toolTip() const { return m_icon.toolTip(); }
    /// By the tray's own balloon, where the desktop has no notifications.
    void tell(const QString &title, const QString &sentence);
    void refreshSoon();

Q_SIGNALS:
    void windowWanted();
    void mateWanted(loopflow::MateId mate);

private:
    void refresh();
    void fillMenu();

    MateListModel *m_mates;
    const Leaving *m_leaving;
    QList<QAction *> m_after;
    QMenu m_menu;
    QSystemTrayIcon m_icon;
    QTimer m_soon; ///< many mates change at once
    QTimer m_looking; ///< for a tray that starts after us
    int m_looks = 0;
};

/// Loopflow's icon with a mark for how all mates are.
QIcon trayIcon(Wellbeing wellbeing);

} // namespace loopflow
