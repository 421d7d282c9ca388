// One section of the settings page: a title and its rows, in a column that scrolls.
#pragma once

#include "ui/settings/settingrow.h"
#include "ui/uiservices.h"

#include <QScrollArea>

class QVBoxLayout;

namespace loopflow {

class MarkRow;

class SettingsSection : public QScrollArea {
    Q_OBJECT
public:
    /// `about` is what the section's line in the list says below its title.
    SettingsSection(const QString &title, const QString &about, QWidget *parent = nullptr);

    const QString &title() const { return m_title; }
    const QString &about() const { return m_about; }
    /// Shows only the rows that match; all when the section's title does, or nothing is asked for. How many are left.
    int showMatches(const QString &text);

Q_SIGNALS:
    void said(const QString &sentence);

protected:
    template <class Row> Row *add(Row *row)
    {
        addRow(row);
        return row;
    }
    /// What holds for all rows, above them.
    void tell(const QString &sentence);
    /// A heading between rows.
    void addCaption(const QString &text);
    QWidget *column() const { return m_column; }

private:
    void addRow(SettingRow *row);

    QString m_title;
    QString m_about;
    QWidget *m_column;
    QVBoxLayout *m_layout;
    QList<SettingRow *> m_rows;
    QList<QWidget *> m_captions;
    MarkRow *m_note = nullptr;
};

} // namespace loopflow
