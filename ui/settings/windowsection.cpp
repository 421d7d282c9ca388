#include "ui/settings/windowsection.h"

#include <QComboBox>
#include <QLocale>
#include <QSettings>

namespace loopflow {

namespace {

QSettings comfort()
{
    return QSettings(QStringLiteral("Loopflow"), QStringLiteral("Loopflow"));
}

} // namespace

WindowSection::WindowSection(const UiServices &services, QWidget *parent)
    : SettingsSection(tr("Window"), tr("Theme, language, tray"), parent)
    , m_theme(new QComboBox)
{
    m_theme->setObjectName(QStringLiteral("themeChoice"));
    m_theme->addItem(tr("Follow the system"), int(Theme::System));
    m_theme->addItem(tr("Light"), int(Theme::Light));
    m_theme->addItem(tr("Dark"), int(Theme::Dark));
    auto *theme = add(new SettingRow(tr("Theme"), tr("Light or dark. Default: as the desktop is."), column()));
    theme->setControl(m_theme);
    connect(m_theme, &QComboBox::activated, this,
        [this] { Q_EMIT themeChosen(Theme(m_theme->currentData().toInt())); });

    addLanguage(services.languages);
    addSwitch(QStringLiteral("tray/keepRunning"), tr("Keep running in the tray"),
        tr("Closing the window leaves the mates online, with an icon in the tray. Without a tray, closing quits. "
           "Default: on."));
    addSwitch(QStringLiteral("notify/failures"), tr("Notify of failures"),
        tr("A notification of the desktop when a mate needs you, such as for a refused token; once per cause. "
           "Default: on."));
}

void WindowSection::addLanguage(const QStringList &codes)
{
    auto *choice = new QComboBox;
    choice->setObjectName(QStringLiteral("languageChoice"));
    choice->addItem(tr("The system's"), QString());
    for (const QString &code : codes) {
        const QString name = code == QLatin1String("en") ? QStringLiteral("English") : QLocale(code).nativeLanguageName();
        choice->addItem(name.isEmpty() ? code : name, code);
    }
    choice->setCurrentIndex(
        qMax(0, choice->findData(comfort().value(QStringLiteral("language")).toString())));
    auto *row = add(new SettingRow(tr("Language"),
        tr("Of this window. Holds from the next start of Loopflow. Default: the system's."), column()));
    row->setControl(choice);
    connect(choice, &QComboBox::activated, this, [choice, row] {
        comfort().setValue(QStringLiteral("language"), choice->currentData());
        row->say(tr("Saved. Quit Loopflow and start it again to see it."));
    });
}

void WindowSection::addSwitch(const QString &key, const QString &title, const QString &sentence)
{
    auto *row = add(new SwitchRow(title, sentence, comfort().value(key, true).toBool(), key, column()));
    connect(row, &SwitchRow::toggled, this, [key](bool on) { comfort().setValue(key, on); });
}

/// The theme can be changed in the View menu, too.
void WindowSection::showEvent(QShowEvent *event)
{
    SettingsSection::showEvent(event);
    const int theme = comfort().value(QStringLiteral("theme"), int(Theme::System)).toInt();
    m_theme->setCurrentIndex(m_theme->findData(theme));
}

} // namespace loopflow
