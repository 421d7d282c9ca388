// The window's part on the desktop: tray, notifications, announcements, colour scheme, quitting.
// Looks for all of it after the first frame; a desktop that lacks some of it costs nothing.
#pragma once

#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QObject>

#include <memory>

class QAction;
class QMainWindow;

namespace loopflow {

class DesktopNotices;
class Leaving;
class LiveRegion;
class MateListModel;
class NoticeBar;
class SystemScheme;
class Tray;

class DesktopPart final : public QObject {
    Q_OBJECT
public:
    /// `trayActions` end the tray's menu.
    DesktopPart(const UiServices &services, MateListModel *mates, NoticeBar *notice,
        const QList<QAction *> &trayActions, QMainWindow *window);
    ~DesktopPart() override;

    Leaving &leaving() { return *m_leaving; }
    /// Whether closing the window leaves the mates running: there is a tray, and the person wants it.
    bool keepsRunning() const;
    bool hasTray() const;
    /// The first time only: that the window is closed but its mates are not.
    void sayItKeepsRunning();
    void announce(const QString &sentence);
    /// The tray's icon is drawn in the palette's colours.
    void paletteChanged();

Q_SIGNALS:
    void windowWanted();
    void mateWanted(loopflow::MateId mate);
    /// The desktop has another colour scheme or accent now.
    void schemeChanged();

private:
    void lookAround();
    void notify(MateId mate, const QString &title, const QString &sentence);

    QMainWindow *m_window;
    LiveRegion *m_region;
    Leaving *m_leaving;
    Tray *m_tray;
    std::unique_ptr<DesktopNotices> m_notices; ///< null until the first frame
    std::unique_ptr<SystemScheme> m_scheme;
};

} // namespace loopflow
