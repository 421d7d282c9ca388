// First step of Create mate: picture, name, prompt, provider and model.
// Saves nothing; MateSetup does.
#pragma once

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPlainTextEdit;

namespace loopflow {

class MateSetup;
class ModelForm;
class PictureWell;
class Text;
struct UiServices;

class WhoStep final : public QWidget {
    Q_OBJECT
public:
    WhoStep(const UiServices &services, MateSetup *setup, QWidget *parent = nullptr);
    /// Hands what was entered to the setup; false when the name will not do (the field says why).
    bool commit();
    bool isDirty() const;

private:
    void layOut();
    void offerPrompts();
    void usePrompt(int choice);
    void readFile();
    void showMistake();
    void say(const QString &sentence);

    MateSetup *m_setup;
    PictureWell *m_picture;
    QLineEdit *m_name;
    Text *m_mistake;
    QComboBox *m_source;
    QPlainTextEdit *m_prompt;
    ModelForm *m_model;
};

} // namespace loopflow
