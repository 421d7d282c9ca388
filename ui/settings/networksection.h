// How connections leave this computer: proxy, its user and password, certificates to trust.
#pragma once

#include "ui/settings/settingssection.h"

class QComboBox;
class QPushButton;

namespace loopflow {

class SecretField;

class NetworkSection final : public SettingsSection {
    Q_OBJECT
public:
    explicit NetworkSection(const UiServices &services, QWidget *parent = nullptr);

    /// As chosen in the file dialog.
    void useCertificates(const QString &path);

private:
    void addProxy();
    void addPassword();
    void addCertificates();
    void showProxy();
    void saveProxy();
    void savePassword();
    void showCertificates();

    UiServices m_services;
    SettingRow *m_proxy = nullptr;
    QComboBox *m_mode = nullptr;
    QWidget *m_own = nullptr;
    QLineEdit *m_address = nullptr;
    QLineEdit *m_user = nullptr;
    SettingRow *m_passwordRow = nullptr;
    SecretField *m_password = nullptr;
    SettingRow *m_certificates = nullptr;
    QPushButton *m_forget = nullptr;
};

} // namespace loopflow
