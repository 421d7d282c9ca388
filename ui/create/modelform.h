// Which provider and model answer, and at which address; says whether a key is at hand and takes
// one. Saves nothing of a mate: whoever shows it takes choice().
#pragma once

#include "ui/uiservices.h"

#include <QWidget>

class QComboBox;
class QLineEdit;
class QPushButton;

namespace loopflow {

class MarkRow;
class SecretField;
class Text;

/// What the form holds; the fields of a Mate of the same names.
struct ModelChoice {
    QString provider;
    QString model;
    QString baseUrl;
    bool operator==(const ModelChoice &) const = default;
};

class ModelForm final : public QWidget {
    Q_OBJECT
public:
    /// Horizontal: provider and model side by side.
    ModelForm(const UiServices &services, Qt::Orientation orientation, QWidget *parent = nullptr);

    void setChoice(const ModelChoice &choice);
    ModelChoice choice() const;
    /// Chooses the first provider whose key is in the environment, if any.
    void chooseKnownProvider();
    /// The provider's name for people; empty when none is chosen.
    QString providerName() const { return m_providerName; }
    /// "key from ANTHROPIC_API_KEY", in few words; empty while it is looked for.
    QString keyWords() const { return m_keyWords; }

Q_SIGNALS:
    void changed();
    void keyChecked();

private:
    void layOut(Qt::Orientation orientation);
    void providerChanged();
    void lookForKey();
    void setKey(int mark, const QString &sentence, const QString &words);
    void showModels();
    void refresh();
    void offer(const QStringList &models);
    void saveKey();
    const ProviderChoice *provider() const;

    UiServices m_services;
    QComboBox *m_provider;
    QComboBox *m_model;
    QPushButton *m_refresh;
    Text *m_listState;
    QLineEdit *m_address;
    MarkRow *m_key;
    QPushButton *m_addKey;
    SecretField *m_keyField;
    QString m_providerName;
    QString m_keyWords;
    QString m_listedAt; ///< the provider and address that were asked last
    bool m_setting = false;
};

} // namespace loopflow
