// The actions that concern the current mate or all mates, connected to what does them.
// Asks before a mate is deleted; the rest can be undone, and is done at once.
#pragma once

#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QObject>

class QWidget;

namespace loopflow {

class MateActions;
class MatePane;
class WindowActions;

class MateCommands final : public QObject {
    Q_OBJECT
public:
    /// All of them outlive this, which is the window's.
    MateCommands(const UiServices &services, const WindowActions &actions, MateActions *does,
        MatePane *pane, QWidget *window);

private:
    void remove(MateId mate);

    UiServices m_services;
    MateActions *m_do;
    QWidget *m_window;
};

} // namespace loopflow
