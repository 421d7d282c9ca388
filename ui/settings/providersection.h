// The providers: where each one's key comes from, its address and headers, and whether it answers.
#pragma once

#include "ui/settings/settingssection.h"

class QPlainTextEdit;
class QPushButton;

namespace loopflow {

class SecretField;

class ProviderRow final : public SettingRow {
    Q_OBJECT
public:
    ProviderRow(const UiServices &services, ProviderChoice provider, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The keychain could not be asked for this key.
    void keychainFailed();

private:
    QWidget *makeFields();
    QWidget *makeKeyField(QWidget *parent);
    void lookForKey();
    void showKey(const QString &sentence, bool inKeychain);
    void saveKey();
    void removeKey();
    void saveSetting(const QString &key, const QString &value);
    void test();
    QString name(const char *part) const;

    UiServices m_services;
    ProviderChoice m_provider;
    QPushButton *m_edit;
    QWidget *m_fields = nullptr;
    SecretField *m_key = nullptr;
    QPushButton *m_remove = nullptr;
    QLineEdit *m_address = nullptr;
    QPlainTextEdit *m_headers = nullptr;
    QPushButton *m_test = nullptr;
};

class ProviderSection final : public SettingsSection {
    Q_OBJECT
public:
    explicit ProviderSection(const UiServices &services, QWidget *parent = nullptr);
};

} // namespace loopflow
