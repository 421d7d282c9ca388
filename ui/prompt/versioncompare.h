// Two versions of a prompt beside each other, or in one: any of them, and the draft.
// Restoring puts a version's text into the editor; it becomes a version again when it is saved.
#pragma once

#include "core/mate/mate.h"

#include <QWidget>

class QComboBox;
class QPushButton;

namespace loopflow {

class DiffView;
class Text;

class VersionCompare final : public QWidget {
    Q_OBJECT
public:
    explicit VersionCompare(QWidget *parent = nullptr);

    /// What can be compared: versions, newest first, and the unsaved text where there is some.
    void setTexts(const QList<PromptVersion> &versions, const std::optional<QString> &draft);
    /// By number; 0 is the draft.
    void compare(int before, int after);
    DiffView *diff() const { return m_diff; }

Q_SIGNALS:
    void closed();
    void restoreWanted(int number);

private:
    QComboBox *makeChoice(const QString &name, const char *objectName);
    QString textOf(int number) const;
    void setSideBySide(bool sideBySide);
    void showDiff();

    QList<PromptVersion> m_versions;
    std::optional<QString> m_draft;
    QComboBox *m_before;
    QComboBox *m_after;
    Text *m_count;
    QPushButton *m_mode;
    QPushButton *m_restore;
    DiffView *m_diff;
};

} // namespace loopflow
