#include "ui/mates/importdoor.h"

#include "core/host/mateimport.h"
#include "ui/mates/mateactions.h"

#include <QDropEvent>
#include <QFileDialog>
#include <QMimeData>
#include <QWidget>

namespace loopflow {

namespace {

QStringList importable(const QMimeData &dropped)
{
    QStringList paths;
    const QList<QUrl> urls = dropped.urls();
    for (const QUrl &url : urls) {
        if (url.isLocalFile() && MateImport::takes(url.toLocalFile()))
            paths << url.toLocalFile();
    }
    return paths;
}

} // namespace

ImportDoor::ImportDoor(MateActions *actions, QWidget *window)
    : QObject(window)
    , m_actions(actions)
    , m_window(window)
{
    window->setAcceptDrops(true);
    window->installEventFilter(this);
}

void ImportDoor::chooseFiles()
{
    const QStringList paths = QFileDialog::getOpenFileNames(m_window, tr("Import mates"), {},
        tr("Mate files and character cards (*.md *.png *.json);;All files (*)"));
    if (!paths.isEmpty())
        m_actions->importFiles(paths);
}

void ImportDoor::chooseFolder()
{
    const QString path =
        QFileDialog::getExistingDirectory(m_window, tr("Import a folder of mates"));
    if (!path.isEmpty())
        m_actions->importFiles({path});
}

bool ImportDoor::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::DragEnter && event->type() != QEvent::Drop)
        return QObject::eventFilter(watched, event);
    auto *drag = static_cast<QDropEvent *>(event); // QDragEnterEvent is one
    const QStringList paths = importable(*drag->mimeData());
    if (paths.isEmpty())
        return false;
    drag->acceptProposedAction();
    if (event->type() == QEvent::Drop)
        m_actions->importFiles(paths);
    return true;
}

} // namespace loopflow
