#include "ui/mates/matecommands.h"

#include "core/store/matestore.h"
#include "ui/mainwindowactions.h"
#include "ui/mates/mateactions.h"
#include "ui/mates/matepane.h"

#include <QMessageBox>
#include <QPushButton>

namespace loopflow {

MateCommands::MateCommands(const UiServices &services, const WindowActions &actions,
    MateActions *does, MatePane *pane, QWidget *window)
    : QObject(window)
    , m_services(services)
    , m_do(does)
    , m_window(window)
{
    connect(actions.pause, &QAction::triggered, this, [this, pane] {
        if (const auto mate = m_services.mates->mate(pane->current()))
            m_do->setPaused(mate->id, !mate->paused);
    });
    connect(
        actions.rehearse, &QAction::triggered, this, [this, pane] { m_do->rehearse(pane->current()); });
    connect(actions.remove, &QAction::triggered, this, [this, pane] { remove(pane->current()); });
    connect(pane, &MatePane::deletePressed, actions.remove, &QAction::trigger);
    connect(actions.retry, &QAction::triggered, this, [this, pane] { m_do->retry(pane->current()); });
    connect(actions.rename, &QAction::triggered, pane, &MatePane::rename);
    connect(actions.duplicate, &QAction::triggered, this, [this, pane] {
        if (const auto copy = m_do->duplicate(pane->current()))
            pane->select(*copy);
    });
    connect(actions.moveUp, &QAction::triggered, pane, [pane] { pane->moveBy(-1); });
    connect(actions.moveDown, &QAction::triggered, pane, [pane] { pane->moveBy(1); });
    connect(actions.startAll, &QAction::triggered, m_do, [this] { m_do->setAllPaused(false); });
    connect(actions.pauseAll, &QAction::triggered, m_do, [this] { m_do->setAllPaused(true); });
    connect(actions.filterMates, &QAction::triggered, pane, &MatePane::focusFilter);
}

void MateCommands::remove(MateId id)
{
    const auto mate = m_services.mates->mate(id);
    if (!mate)
        return;
    QMessageBox question(QMessageBox::Warning, tr("Delete mate"), tr("Delete %1?").arg(mate->name),
        QMessageBox::Cancel, m_window);
    question.setObjectName(QStringLiteral("deleteQuestion"));
    question.setInformativeText(
        tr("Its prompt versions, its recorded conversations and its token in the keychain are "
           "deleted. What was said on Discord stays there."));
    const QAbstractButton *yes = question.addButton(tr("Delete"), QMessageBox::DestructiveRole);
    question.exec();
    if (question.clickedButton() == yes)
        m_do->remove(id);
}

} // namespace loopflow
