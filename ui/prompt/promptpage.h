// A mate's prompt: the editor, its versions, and the model that gets it.
// Saving makes a new version that is live on the next message; nothing is saved unasked.
#pragma once

#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QWidget>

class QListView;
class QPlainTextEdit;
class QPushButton;

namespace loopflow {

class ModelForm;
class PromptHighlighter;
class PromptVersionModel;
class Text;

class PromptPage final : public QWidget {
    Q_OBJECT
public:
    explicit PromptPage(const UiServices &services, QWidget *parent = nullptr);

    /// Shows the mate's newest version; what is unsaved of another mate is lost, so ask mayLeave()
    /// before.
    void show(MateId mate);
    MateId shown() const { return m_mate; }
    bool hasUnsaved() const;
    /// Asks about unsaved changes; false: the person wants to stay.
    bool mayLeave();
    QPlainTextEdit *editor() const { return m_editor; }

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

private:
    QWidget *makeHeader();
    QWidget *makeEditor();
    QWidget *makeSide();
    bool saveModel();
    bool savePrompt();
    void updateState();
    void updatePosition();
    void openVersion();
    void insertVariable(const QString &name);

    UiServices m_services;
    MateId m_mate{};
    PromptVersionModel *m_versions;
    Text *m_title = nullptr;
    Text *m_state = nullptr;
    QPushButton *m_save = nullptr;
    QPushButton *m_rehearse = nullptr;
    QPlainTextEdit *m_editor = nullptr;
    PromptHighlighter *m_highlighter = nullptr;
    Text *m_position = nullptr;
    ModelForm *m_model = nullptr;
    QListView *m_versionList = nullptr;
    QString m_savedText;
    int m_liveNumber = 0;
};

} // namespace loopflow
