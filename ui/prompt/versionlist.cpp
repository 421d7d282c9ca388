#include "ui/prompt/versionlist.h"

#include "ui/prompt/promptversionmodel.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/type.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QLineEdit>
#include <QMenu>

namespace loopflow {

namespace {

/// A row whose first line can be edited: the version's name.
class VersionDelegate final : public RowDelegate {
public:
    using RowDelegate::RowDelegate;

    QWidget *createEditor(
        QWidget *parent, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        auto *edit = new QLineEdit(parent);
        edit->setObjectName(QStringLiteral("versionName"));
        edit->setAccessibleName(VersionList::tr("Name of the version"));
        edit->setPlaceholderText(
            VersionList::tr("Name of v%1").arg(index.data(IdRole).toInt()));
        return edit;
    }
    void updateEditorGeometry(
        QWidget *editor, const QStyleOptionViewItem &option, const QModelIndex &) const override
    {
        QRect place = option.rect.adjusted(insideControl, 0, -insideControl, 0);
        place.setHeight(editor->sizeHint().height());
        place.moveCenter(option.rect.center());
        editor->setGeometry(place);
    }
};

} // namespace

VersionList::VersionList(PromptVersionModel *versions, QWidget *parent)
    : QListView(parent)
    , m_versions(versions)
{
    setObjectName(QStringLiteral("promptVersions"));
    setAccessibleName(tr("Versions"));
    setModel(versions);
    setItemDelegate(new VersionDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto want = [this](const QModelIndex &index) {
        if (index.isValid())
            Q_EMIT versionWanted(index.data(IdRole).toInt());
    };
    connect(this, &QListView::clicked, this, want);
    connect(this, &QListView::activated, this, want);
}

void VersionList::rename()
{
    if (m_versions->versionAt(currentIndex()))
        edit(currentIndex());
}

void VersionList::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex at = event->reason() == QContextMenuEvent::Mouse ? indexAt(event->pos())
                                                                       : currentIndex();
    const auto version = m_versions->versionAt(at);
    if (!version)
        return;
    setCurrentIndex(at);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setObjectName(QStringLiteral("versionMenu"));
    menu->addAction(tr("&Compare"), this, [this, version] { Q_EMIT versionWanted(version->number); });
    menu->addAction(tr("&Restore into the editor"), this,
        [this, version] { Q_EMIT restoreWanted(version->number); });
    menu->addAction(tr("Re&name"), QKeySequence(Qt::SHIFT | Qt::Key_F2), this, &VersionList::rename);
    menu->addSeparator();
    menu->addAction(tr("Copy its &text"), this,
        [version] { QGuiApplication::clipboard()->setText(version->text); });
    menu->popup(viewport()->mapToGlobal(visualRect(at).bottomLeft()));
}

} // namespace loopflow
