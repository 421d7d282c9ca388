// What a replay changes: the prompt, the model, its parameters. One line that says it, and the editors that it opens.
// Keeps nothing: whoever shows it takes edits().
#pragma once

#include "core/conversation/replay.h"
#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QPushButton;
class QStackedWidget;

namespace loopflow {

class ElidedText;
class ModelForm;
class ParameterForm;
class PromptEditor;
class Text;

class ReplaySetup final : public QWidget {
    Q_OBJECT
public:
    explicit ReplaySetup(const UiServices &services, QWidget *parent = nullptr);

    /// One turn, as it was asked; nothing is changed yet.
    void show(const ReplaySource &source);
    /// Many turns of a mate, each as it was asked.
    void showMany(const Mate &mate);
    ReplayEdits edits() const;
    /// False when a field will not do; it says why.
    bool isValid() const;
    /// The prompt that the replay asks with; none: each turn's own.
    std::optional<QString> promptText() const;
    /// As it was.
    void reset();
    /// As this run was asked.
    void take(const TurnStarted &run);
    void setEstimate(const QString &words);
    /// What the line opens; its parent is whoever shows it.
    QWidget *editors() const;
    /// False: none was open.
    bool closeEditors();
    /// The mate has another prompt.
    void listVersions();

Q_SIGNALS:
    void changed();

private:
    QWidget *makeStrip();
    QWidget *makePrompt();
    QWidget *makeModel();
    QPushButton *makeOpener(const char *name, const QString &tip, QWidget *strip);
    void begin(const Mate &mate);
    void setModel(const Mate &mate);
    void open(int page);
    void choosePrompt(int choice);
    void updateTakes();
    void tell();
    Mate chosenModel() const;

    UiServices m_services;
    std::optional<TurnStarted> m_recorded; ///< none: many turns
    Mate m_mate; ///< with the model that was recorded, or that the mate has now
    QList<PromptVersion> m_versions; ///< of the mate, newest first
    QString m_history;
    QPushButton *m_prompt;
    QPushButton *m_model;
    Text *m_historyWords;
    Text *m_estimate;
    QStackedWidget *m_editors;
    QComboBox *m_version;
    Text *m_changedWords;
    PromptEditor *m_text;
    QCheckBox *m_other;
    ModelForm *m_form;
    ParameterForm *m_fields;
    bool m_setting = false;
    bool m_ownPrompts = true; ///< many turns: each keeps its own
};

} // namespace loopflow
