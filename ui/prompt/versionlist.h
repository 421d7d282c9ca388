// The list of a prompt's versions: a click compares, the menu names, the menu restores.
// Shows and asks; the model and the page do.
#pragma once

#include <QListView>

namespace loopflow {

class PromptVersionModel;

class VersionList final : public QListView {
    Q_OBJECT
public:
    explicit VersionList(PromptVersionModel *versions, QWidget *parent = nullptr);
    /// Edits the current version's name in its row.
    void rename();

Q_SIGNALS:
    /// 0: the draft.
    void versionWanted(int number);
    void restoreWanted(int number);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    PromptVersionModel *m_versions;
};

} // namespace loopflow
