// The settings in place of the conversations: sections at the left, the chosen one at the right, a search over all.
#pragma once

#include "ui/uiservices.h"
#include "ui/widgets/palette.h"

#include <QWidget>

class QLineEdit;
class QListView;
class QStackedWidget;
class QStandardItemModel;

namespace loopflow {

class SettingsSection;
class Text;

class SettingsPage final : public QWidget {
    Q_OBJECT
public:
    /// Everything of `services` but practice is needed, listModels and checkServer may be null.
    explicit SettingsPage(const UiServices &services, QWidget *parent = nullptr);

    /// By the section's object name: "settingsProviders", "settingsNetwork", ….
    void showSection(const QString &name);

Q_SIGNALS:
    void closed();
    void said(const QString &sentence);
    void themeChosen(loopflow::Theme theme);
    /// The whole record was deleted.
    void recordErased();

private:
    QWidget *makeHeader();
    QWidget *makeList();
    void addSection(SettingsSection *section, const char *name);
    void search(const QString &text);

    QStandardItemModel *m_items;
    QListView *m_list = nullptr;
    QLineEdit *m_search = nullptr;
    QStackedWidget *m_sections;
    Text *m_nothing = nullptr;
};

} // namespace loopflow
