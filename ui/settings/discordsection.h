// Which Discord the mates are on, and how its gateway sends.
#pragma once

#include "ui/settings/settingssection.h"

class QPushButton;

namespace loopflow {

class DiscordSection final : public SettingsSection {
    Q_OBJECT
public:
    explicit DiscordSection(const UiServices &services, QWidget *parent = nullptr);

private:
    void useServer();
    void saveServer(const QString &address);

    UiServices m_services;
    SettingRow *m_server;
    QLineEdit *m_address;
    QPushButton *m_use;
};

} // namespace loopflow
