// What a new mate begins with: provider, model, how much history it reads.
#pragma once

#include "ui/settings/settingssection.h"

class QComboBox;

namespace loopflow {

class NewMateSection final : public SettingsSection {
    Q_OBJECT
public:
    explicit NewMateSection(const UiServices &services, QWidget *parent = nullptr);

private:
    void offerModels();
    void save(SettingRow *row, const QString &key, const QString &value);

    UiServices m_services;
    QComboBox *m_provider;
    QComboBox *m_model;
    SettingRow *m_modelRow = nullptr;
};

} // namespace loopflow
