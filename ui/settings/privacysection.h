// What is stored where, in plain words.
#pragma once

#include "ui/settings/settingssection.h"

namespace loopflow {

class PrivacySection final : public SettingsSection {
    Q_OBJECT
public:
    explicit PrivacySection(const UiServices &services, QWidget *parent = nullptr);
};

} // namespace loopflow
