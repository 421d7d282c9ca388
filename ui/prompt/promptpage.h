// A mate's prompt: the editor, its versions, and the model that gets it.
// Saving makes a new version that is live on the next message; nothing is saved unasked, and what is
// not saved yet is kept as a draft.
#pragma once

#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QTimer>
#include <QWidget>

class QAction;
class QPlainTextEdit;
class QPushButton;
class QStackedWidget;

namespace loopflow {

class ElidedText;
class FindBar;
class ModelPanel;
class PromptEditor;
class PromptHighlighter;
class PromptPreview;
class PromptVersionModel;
class Text;
class VersionCompare;
class VersionList;

class PromptPage final : public QWidget {
    Q_OBJECT
public:
    explicit PromptPage(const UiServices &services, QWidget *parent = nullptr);
    ~PromptPage() override; ///< keeps the draft

    /// Shows the mate's newest version, or the draft that was kept of it; ask mayLeave() before.
    void show(MateId mate);
    MateId shown() const { return m_mate; }
    bool hasUnsaved() const;
    /// Asks about unsaved changes; false: the person wants to stay.
    bool mayLeave();
    QPlainTextEdit *editor() const;
    /// What can be done here, for a menu; they work while the page is visible.
    const QList<QAction *> &menuActions() const { return m_menuActions; }

public Q_SLOTS:
    /// Text and model.
    bool save();

Q_SIGNALS:
    void closed();
    void rehearsalWanted(loopflow::MateId mate);
    void said(const QString &sentence);
    void unsavedChanged();

protected:
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    QWidget *makeHeader();
    QWidget *makeCenter();
    QWidget *makeSide();
    void connectParts();
    void makeActions();
    QAction *addAction(const QString &text, const QList<QKeySequence> &keys, const char *name);
    bool saveModel();
    bool savePrompt();
    void countUses();
    void takeDraft();
    void takeSaved(MateId mate);
    void textChanged();
    void compareDraft();
    void keepDraft();
    bool hasNewText() const;
    void updateState();
    void updatePosition();
    void showPreview(bool on);
    void showVersion(int number);
    void showEditor();
    void restore(int number);
    void dropFile(const QString &path);
    void showForm(bool open);
    void setActionsEnabled(bool enabled);
    QStringList people() const;

    UiServices m_services;
    MateId m_mate{};
    PromptVersionModel *m_versions;
    ElidedText *m_title = nullptr;
    ElidedText *m_state = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_rehearse = nullptr;
    QPushButton *m_preview = nullptr;
    QStackedWidget *m_center = nullptr;
    QWidget *m_editorPage = nullptr;
    PromptEditor *m_editor = nullptr;
    PromptHighlighter *m_highlighter = nullptr;
    FindBar *m_find = nullptr;
    PromptPreview *m_previewPage = nullptr;
    VersionCompare *m_compare = nullptr;
    Text *m_position = nullptr;
    ModelPanel *m_model = nullptr;
    QStackedWidget *m_below = nullptr; ///< under the model's lines: the versions, or its form
    QWidget *m_side = nullptr;
    ElidedText *m_belowCaption = nullptr;
    VersionList *m_versionList = nullptr;
    QList<QAction *> m_menuActions;
    QString m_savedText;
    int m_liveNumber = 0;
    int m_base = 0; ///< the version that the unsaved text was made from
    qint64 m_keptMs = 0; ///< when the draft was last written
    QTimer m_compareSoon;
    QTimer m_keepSoon;
};

} // namespace loopflow
