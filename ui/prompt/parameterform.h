// What a mate's model is asked with: the parameters that it takes, how much history, how long to wait.
// Explains a value that will not do at its field; saves nothing.
#pragma once

#include "core/llm/modelparameters.h"
#include "core/mate/mate.h"
#include "ui/uiservices.h"

#include <QWidget>

class QComboBox;
class QLineEdit;

namespace loopflow {

class Text;

/// What the mate's model takes, as far as is known.
llm::ModelParameters parametersTakenBy(const UiServices &services, const Mate &mate);

class ParameterForm final : public QWidget {
    Q_OBJECT
public:
    /// Request: only what a request is sent with, nothing of the history or of waiting.
    enum class Scope { Mate, Request };
    explicit ParameterForm(Scope scope, QWidget *parent = nullptr);

    void show(const Mate &mate);
    /// Hides what the model does not take.
    void setTakes(const QString &model, const llm::ModelParameters &takes);
    /// `mate` with what the form holds; a value that will not do stays as it was.
    Mate applied(Mate mate) const;
    bool isValid() const;
    /// Puts the cursor into the first field that will not do.
    void focusMistake();

Q_SIGNALS:
    void changed();

private:
    /// A number with its bounds; a label, a field, and its meaning or its mistake.
    struct Field {
        QLineEdit *edit = nullptr;
        QWidget *box = nullptr;
        Text *note = nullptr;
        QString meaning;
        double least = 0;
        double most = 0;
        bool whole = true;
        bool optional = false;
    };
    Field makeField(const QString &name, const char *objectName);
    QComboBox *makeChoice(const QString &name, const char *objectName, const QString &meaning);
    QWidget *makeRow(const QString &name, QWidget *field, Text *note);
    std::optional<double> valueOf(const Field &field) const;
    QString mistakeIn(const Field &field) const;
    void explain(const Field &field);
    void explainAll();
    QList<const Field *> shownFields() const;

    Field m_maxTokens;
    Field m_temperature;
    Field m_topP;
    Field m_historyMessages;
    Field m_historyTokens;
    QComboBox *m_effort;
    QComboBox *m_wait;
    Text *m_notTaken;
    bool m_setting = false;
};

} // namespace loopflow
