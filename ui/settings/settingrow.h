// A setting: its name, a sentence on what it does and its default, a control, and what came of the last change.
// Saves nothing by itself but where a Settings key is given.
#pragma once

#include "ui/widgets/palette.h"

#include <QWidget>

class QCheckBox;
class QGridLayout;
class QLineEdit;

namespace loopflow {

class Settings;
class Text;

class SettingRow : public QWidget {
    Q_OBJECT
public:
    SettingRow(const QString &title, const QString &sentence, QWidget *parent = nullptr);

    /// A small control stands beside the words, a long one below them.
    void setControl(QWidget *control, Qt::Orientation place = Qt::Horizontal);
    void setSentence(const QString &sentence);
    /// What came of a change; empty: nothing to say.
    void say(const QString &sentence, ColorRole role = ColorRole::Muted);
    /// What it says now.
    QString said() const;
    /// Whether the title or the sentence holds each word of `text`.
    bool matches(const QString &text) const;

private:
    QString m_title;
    QGridLayout *m_grid;
    Text *m_sentence;
    Text *m_note;
};

/// A line of text that is kept in the Settings, saved when Enter is pressed or the field is left.
class TextSetting final : public SettingRow {
    Q_OBJECT
public:
    /// `settings` outlives this. `placeholder` stands where nothing is set.
    TextSetting(Settings *settings, const QString &key, const QString &title, const QString &sentence,
        const QString &placeholder, QWidget *parent = nullptr);
    QLineEdit *edit() const { return m_edit; }

private:
    void save();
    Settings *m_settings;
    QString m_key;
    QLineEdit *m_edit;
};

/// On or off.
class SwitchRow final : public SettingRow {
    Q_OBJECT
public:
    SwitchRow(const QString &title, const QString &sentence, bool on, const QString &objectName,
        QWidget *parent = nullptr);

Q_SIGNALS:
    void toggled(bool on);
};

} // namespace loopflow
