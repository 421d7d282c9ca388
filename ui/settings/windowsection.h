// The window's comfort: theme, language, tray, notifications. Kept in QSettings, where those who act on them read them.
#pragma once

#include "ui/settings/settingssection.h"

class QComboBox;

namespace loopflow {

class WindowSection final : public SettingsSection {
    Q_OBJECT
public:
    explicit WindowSection(const UiServices &services, QWidget *parent = nullptr);

Q_SIGNALS:
    void themeChosen(loopflow::Theme theme);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addLanguage(const QStringList &codes);
    void addSwitch(const QString &key, const QString &title, const QString &sentence);
    QComboBox *m_theme;
};

} // namespace loopflow
