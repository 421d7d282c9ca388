// The ways in which files reach an import: chosen in a dialog, or dropped onto the window.
// Takes only what an import can take; what became of it is said by MateActions.
#pragma once

#include <QObject>
#include <QStringList>

class QMimeData;
class QWidget;

namespace loopflow {

class MateActions;

class ImportDoor final : public QObject {
    Q_OBJECT
public:
    ImportDoor(MateActions *actions, QWidget *window);

    void chooseFiles();
    void chooseFolder();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    MateActions *m_actions;
    QWidget *m_window;
};

} // namespace loopflow
