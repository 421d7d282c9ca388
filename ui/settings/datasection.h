// The data folder, how long the record is kept, and its deletion.
#pragma once

#include "ui/settings/settingssection.h"

class QProgressBar;
class QPushButton;

namespace loopflow {

class RecordEraser;

class DataSection final : public SettingsSection {
    Q_OBJECT
public:
    explicit DataSection(const UiServices &services, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The record was deleted, or a part of it.
    void erased();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void addFolder();
    void addErase();
    void showSize();
    void askToErase();
    void showEnd(const Result<qint64> &deleted);

    UiServices m_services;
    RecordEraser *m_eraser;
    SettingRow *m_folder = nullptr;
    SettingRow *m_erase = nullptr;
    QPushButton *m_start = nullptr;
    QWidget *m_running = nullptr;
    QProgressBar *m_progress = nullptr;
};

} // namespace loopflow
