#include "ui/settings/settingspage.h"

#include "core/host/networking.h"
#include "core/net/httpclient.h"
#include "core/practice/discordserver.h"
#include "core/store/memorysecretstore.h"
#include "tests/gui/desk.h"
#include "tests/gui/keychain.h"
#include "tests/support/test.h"
#include "ui/create/createdialog.h"
#include "ui/mainwindow.h"
#include "ui/settings/networksection.h"
#include "ui/settings/providersection.h"
#include "ui/widgets/markrow.h"

#include <QAccessible>
#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTimer>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class SettingsPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void isReachedByItsShortcutAlsoWithoutAMate();
    void showsOneSectionAtATime();
    void searchesOverAllSections();
    void saysWhereAKeyComesFrom();
    void savesAndRemovesAKeyInTheKeychainOnly();
    void saysOnceThatThereIsNoKeychain();
    void savesAProvidersAddressAndHeaders();
    void testsAProvider();
    void newMatesBeginWithTheDefaults();
    void refusesANumberThatIsOutOfBounds();
    void usesAServerOnlyWhenADiscordAnswers();
    void switchesCompression();
    void setsAProxyAndItsPassword();
    void trustsAFileOfCertificates();
    void deletesTheRecordOnlyWhenAsked();
    void themeAndSwitchesAreTheWindowsOwn();
    void saysWhatHoldsForThisRunOnly();
    void everyControlHasAName();

private:
    template <class T> T *the(const char *name) { return find<T>(m_page.get(), name); }
    void show(const char *section) { m_page->showSection(QString::fromLatin1(section)); }
    void type(const char *name, const QString &text)
    {
        auto *field = the<QLineEdit>(name);
        field->setText(text);
        QTest::keyClick(field, Qt::Key_Return);
    }
    /// The row that holds a widget.
    SettingRow *rowOf(const char *name)
    {
        for (QWidget *widget = the<QWidget>(name); widget; widget = widget->parentWidget()) {
            if (auto *row = qobject_cast<SettingRow *>(widget))
                return row;
        }
        return nullptr;
    }
    QString textsOf(const SettingRow *row)
    {
        QStringList texts;
        for (const QLabel *label : row->findChildren<QLabel *>())
            texts << label->text();
        return texts.join(u'|');
    }
    QByteArray keyOf(const QString &provider)
    {
        std::optional<QByteArray> key;
        m_desk->app().credentials().key(
            provider, this, [&](const Result<Secret> &found) { key = found->reveal(); });
        return QTest::qWaitFor([&] { return key.has_value(); }) ? *key : QByteArray("nothing");
    }
    Settings &settings() { return m_desk->app().settings(); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<SettingsPage> m_page;
};

void SettingsPageTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    QProcessEnvironment environment;
    environment.insert(u"ANTHROPIC_API_KEY"_s, u"key-of-the-environment"_s);
    m_desk = std::make_unique<Desk>(environment);
    UiServices services = m_desk->services();
    services.listModels = [](const QString &provider, const QString &, QObject *context, Callback<QStringList> callback) {
        QMetaObject::invokeMethod(
            context,
            [=] {
                if (provider == u"openai"_s)
                    callback(QStringList{u"a"_s, u"b"_s});
                else
                    callback(Error{ErrorCode::Unreachable, u"localhost:11434 refused the connection."_s});
            },
            Qt::QueuedConnection);
    };
    services.checkServer = [](const QString &address, QObject *context, Callback<QString> callback) {
        QMetaObject::invokeMethod(
            context,
            [=] {
                if (address.contains(u"good"_s))
                    callback(u"https://good.example.org/api"_s);
                else
                    callback(Error{ErrorCode::Invalid, u"That is no Discord."_s});
            },
            Qt::QueuedConnection);
    };
    m_page = std::make_unique<SettingsPage>(services);
    m_page->resize(1000, 700);
    m_page->show();
}

void SettingsPageTest::cleanup()
{
    m_page.reset();
    m_desk.reset();
}

void SettingsPageTest::isReachedByItsShortcutAlsoWithoutAMate()
{
    MainWindow window(m_desk->services());
    window.show();
    QVERIFY(find<QWidget>(&window, "welcome")->isVisible());
    QCOMPARE(find<QAction>(&window, "showSettings")->shortcut(), QKeySequence(u"Ctrl+,"_s));
    find<QAction>(&window, "showSettings")->trigger();
    auto *page = find<SettingsPage>(&window, "settingsPage");
    QVERIFY(page->isVisible());
    window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&window));
    QTest::keyClick(find<QListView>(&window, "settingsList"), Qt::Key_Escape);
    QVERIFY(!page->isVisible());
    QVERIFY(find<QWidget>(&window, "welcome")->isVisible());
}

void SettingsPageTest::showsOneSectionAtATime()
{
    auto *list = the<QListView>("settingsList");
    QVERIFY(the<QWidget>("settingsProviders")->isVisible());
    list->setFocus();
    QTest::keyClick(list, Qt::Key_Down);
    QVERIFY(!the<QWidget>("settingsProviders")->isVisible());
    QVERIFY(the<QWidget>("settingsNewMates")->isVisible());
    show("settingsPrivacy");
    QVERIFY(the<QWidget>("settingsPrivacy")->isVisible());
}

void SettingsPageTest::searchesOverAllSections()
{
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    auto *list = the<QListView>("settingsList");
    the<QLineEdit>("settingsSearch")->setFocus();
    the<QLineEdit>("settingsSearch")->setText(u"proxy keychain"_s);
    QVERIFY(the<QWidget>("settingsNetwork")->isVisible());
    QVERIFY(!the<QWidget>("proxyMode")->isVisible()); // speaks of no keychain
    QVERIFY(list->isRowHidden(0) && !list->isRowHidden(3));
    the<QLineEdit>("settingsSearch")->setText(u"no such thing"_s);
    QVERIFY(!the<QWidget>("settingsNetwork")->isVisible());
    QTest::keyClick(the<QLineEdit>("settingsSearch"), Qt::Key_Escape);
    QVERIFY(the<QLineEdit>("settingsSearch")->text().isEmpty());
    QVERIFY(the<QWidget>("settingsNetwork")->isVisible());
    QVERIFY(the<QWidget>("proxyMode")->isVisible());
    QVERIFY(!list->isRowHidden(0));
}

void SettingsPageTest::saysWhereAKeyComesFrom()
{
    QVERIFY(textsOf(rowOf("providerChange-anthropic")).contains(u"Key from ANTHROPIC_API_KEY in the environment."_s));
    QTRY_VERIFY(textsOf(rowOf("providerChange-openai")).contains(u"No key. Add one here, or set OPENAI_API_KEY."_s));
    QTRY_VERIFY(textsOf(rowOf("providerChange-ollama")).contains(u"Runs on this computer and needs no key."_s));
}

void SettingsPageTest::savesAndRemovesAKeyInTheKeychainOnly()
{
    the<QPushButton>("providerChange-openai")->click();
    SettingRow *row = rowOf("providerChange-openai");
    the<QPushButton>("providerSaveKey-openai")->click();
    QVERIFY(row->said().contains(u"Paste or type the key first."_s));
    the<QLineEdit>("providerKey-openai")->setText(u" my-openai-key-1 "_s);
    the<QPushButton>("providerSaveKey-openai")->click();
    QTRY_VERIFY(textsOf(row).contains(u"Key in the keychain."_s));
    QVERIFY(the<QLineEdit>("providerKey-openai")->text().isEmpty());
    QCOMPARE(keyOf(u"openai"_s), QByteArray("my-openai-key-1"));
    QVERIFY(the<QPushButton>("providerRemoveKey-openai")->isVisible());
    the<QPushButton>("providerRemoveKey-openai")->click();
    QTRY_VERIFY(textsOf(row).contains(u"No key."_s));
    QCOMPARE(keyOf(u"openai"_s), QByteArray());
}

void SettingsPageTest::saysOnceThatThereIsNoKeychain()
{
    Desk desk({}, std::make_unique<Keychain>(Keychain::Absent));
    SettingsPage page(desk.services());
    page.show();
    QTRY_VERIFY(page.findChild<MarkRow *>(u"settingsNote"_s));
    QCOMPARE(page.findChildren<MarkRow *>(u"settingsNote"_s).size(), 1);
    const auto labels = page.findChildren<QLabel *>();
    QVERIFY(std::any_of(labels.begin(), labels.end(), [](const QLabel *label) {
        return label->text() == u"No key in OPENAI_API_KEY, and the keychain cannot be read."_s;
    }));
}

void SettingsPageTest::savesAProvidersAddressAndHeaders()
{
    the<QPushButton>("providerChange-openai")->click();
    SettingRow *row = rowOf("providerChange-openai");
    type("providerAddress-openai", u"https://llm.example.org"_s);
    Mate mate;
    mate.provider = u"openai"_s;
    QCOMPARE(m_desk->app().credentials().endpoint(mate)->baseUrl, QUrl(u"https://llm.example.org/v1"_s));
    type("providerAddress-openai", u"ftp://x"_s);
    QVERIFY2(row->said().contains(u"is not an address"_s), qPrintable(row->said()));
    QCOMPARE(settings().text(Settings::providerUrl(u"openai"_s)), u"https://llm.example.org"_s);

    auto *headers = the<QPlainTextEdit>("providerHeaders-openai");
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    headers->setFocus();
    headers->setPlainText(u"X-Team: design"_s);
    the<QLineEdit>("providerAddress-openai")->setFocus();
    QCOMPARE(m_desk->app().credentials().endpoint(mate)->extraHeaders.value("X-Team"), QByteArray("design"));
    headers->setFocus();
    headers->setPlainText(u"Authorization: Bearer of-something"_s);
    the<QLineEdit>("providerAddress-openai")->setFocus();
    QVERIFY2(row->said().contains(u"“Authorization” looks as if it held a secret"_s), qPrintable(row->said()));
    QCOMPARE(settings().text(Settings::providerHeaders(u"openai"_s)), u"X-Team: design"_s);
}

void SettingsPageTest::testsAProvider()
{
    the<QPushButton>("providerChange-openai")->click();
    the<QPushButton>("providerTest-openai")->click();
    QVERIFY(!the<QPushButton>("providerTest-openai")->isEnabled());
    QTRY_VERIFY(rowOf("providerChange-openai")->said().endsWith(u"with 2 models."_s));
    QVERIFY(the<QPushButton>("providerTest-openai")->isEnabled());
    the<QPushButton>("providerChange-ollama")->click();
    the<QPushButton>("providerTest-ollama")->click();
    QTRY_COMPARE(rowOf("providerChange-ollama")->said(), u"localhost:11434 refused the connection."_s);
}

void SettingsPageTest::newMatesBeginWithTheDefaults()
{
    show("settingsNewMates");
    auto *provider = the<QComboBox>("setting-new.provider");
    QVERIFY(!the<QComboBox>("setting-new.model")->isEnabled());
    provider->setCurrentIndex(provider->findData(u"openai"_s));
    Q_EMIT provider->activated(provider->currentIndex());
    auto *model = the<QComboBox>("setting-new.model");
    QVERIFY(model->isEnabled());
    model->setEditText(u"my-model"_s);
    QTest::keyClick(model->lineEdit(), Qt::Key_Return);
    type("setting-new.messages", u"50"_s);
    type("setting-new.tokens", u"4000"_s);
    QCOMPARE(settings().text(u"new.model"_s), u"my-model"_s);
    CreateDialog dialog(m_desk->services(), {});
    QCOMPARE(find<QComboBox>(&dialog, "provider")->currentData().toString(), u"openai"_s);
    QCOMPARE(find<QComboBox>(&dialog, "model")->currentText(), u"my-model"_s);
    // Another provider does not know that model.
    provider->setCurrentIndex(0);
    Q_EMIT provider->activated(0);
    QVERIFY(settings().text(u"new.model"_s).isEmpty());
}

void SettingsPageTest::refusesANumberThatIsOutOfBounds()
{
    show("settingsNewMates");
    type("setting-new.messages", u"301"_s);
    QVERIFY(rowOf("setting-new.messages")->said().contains(u"from 1 to 300"_s));
    QCOMPARE(settings().number(u"new.messages"_s), 100);
    type("setting-new.messages", {});
    QCOMPARE(rowOf("setting-new.messages")->said(), QString());
}

void SettingsPageTest::usesAServerOnlyWhenADiscordAnswers()
{
    show("settingsDiscord");
    auto *use = the<QPushButton>("discordUse");
    SettingRow *row = rowOf("discordUse");
    QVERIFY(!use->isEnabled());
    the<QLineEdit>("setting-discord.api")->setText(u"http://elsewhere.example.org/api"_s);
    use->click();
    QVERIFY(row->said().contains(u"must be on this computer"_s));
    the<QLineEdit>("setting-discord.api")->setText(u"https://bad.example.org"_s);
    use->click();
    QTRY_COMPARE(row->said(), u"That is no Discord."_s);
    QVERIFY(!settings().isSet(u"discord.api"_s));
    the<QLineEdit>("setting-discord.api")->setText(u"https://good.example.org/api/"_s);
    use->click();
    QTRY_COMPARE(settings().text(u"discord.api"_s), u"https://good.example.org/api"_s);
    QCOMPARE(m_desk->app().credentials().defaultHome()->host(), u"good.example.org"_s);
    the<QLineEdit>("setting-discord.api")->clear();
    QCOMPARE(use->text(), u"Use Discord"_s);
    use->click();
    QVERIFY(!settings().isSet(u"discord.api"_s));
}

void SettingsPageTest::switchesCompression()
{
    show("settingsDiscord");
    auto *box = the<QCheckBox>("setting-gateway.compress");
    QVERIFY(box->isChecked());
    box->click();
    QCOMPARE(settings().number(u"gateway.compress"_s), 0);
    box->click();
    QVERIFY(!settings().isSet(u"gateway.compress"_s));
}

void SettingsPageTest::setsAProxyAndItsPassword()
{
    show("settingsNetwork");
    auto *mode = the<QComboBox>("proxyMode");
    const Route &route = m_desk->app().http().route();
    QVERIFY(!the<QWidget>("proxyAddress")->isVisible());
    mode->setCurrentIndex(2);
    Q_EMIT mode->activated(2);
    QVERIFY(the<QWidget>("proxyAddress")->isVisible());
    type("proxyAddress", u"proxy.example.org"_s);
    QVERIFY(rowOf("proxyMode")->said().contains(u"A proxy is an address with a port"_s));
    QCOMPARE(route.proxy, Route::Proxy::System);
    type("proxyAddress", u"proxy.example.org:3128"_s);
    QCOMPARE(route.proxy, Route::Proxy::Own);
    QVERIFY(!the<QWidget>("proxyPassword")->isVisible());
    type("proxyUser", u"ana"_s);
    QCOMPARE(settings().text(u"network.proxy"_s), u"http://ana@proxy.example.org:3128"_s);
    QVERIFY(the<QWidget>("proxyPassword")->isVisible());
    the<QLineEdit>("proxyPassword")->setText(u"word of the proxy"_s);
    the<QPushButton>("proxyPasswordSave")->click();
    QTRY_COMPARE(route.password.reveal(), QByteArray("word of the proxy"));
    QVERIFY(!settings().text(u"network.proxy"_s).contains(u"word"_s));
    mode->setCurrentIndex(1);
    Q_EMIT mode->activated(1);
    QCOMPARE(route.proxy, Route::Proxy::None);
    QVERIFY(!the<QWidget>("proxyAddress")->isVisible());
}

void SettingsPageTest::trustsAFileOfCertificates()
{
    show("settingsNetwork");
    auto *section = the<NetworkSection>("settingsNetwork");
    section->useCertificates(dataPath(QStringLiteral("tls/server.key")));
    QVERIFY(rowOf("caChoose")->said().contains(u"holds no certificate"_s));
    QVERIFY(!settings().isSet(u"network.ca"_s));
    section->useCertificates(dataPath(QStringLiteral("tls/server.pem")));
    QVERIFY(rowOf("caChoose")->said().startsWith(u"Loopflow test server, from "_s));
    QVERIFY(!m_desk->app().http().route().certificates.isEmpty());
    the<QPushButton>("caForget")->click();
    QVERIFY(m_desk->app().http().route().certificates.isEmpty());
    QVERIFY(!the<QPushButton>("caForget")->isVisible());
}

void SettingsPageTest::deletesTheRecordOnlyWhenAsked()
{
    const Mate mate = m_desk->addMate(u"Maya"_s);
    m_desk->seen({mate.id, {101}}, u"ana"_s, u"hi"_s);
    show("settingsData");
    QSignalSpy erased(m_page.get(), &SettingsPage::recordErased);
    const auto answer = [this](bool yes) {
        QTimer::singleShot(0, this, [yes] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box && box->text() == u"Delete 1 recorded event?"_s);
            for (QAbstractButton *button : box->buttons()) {
                if ((box->buttonRole(button) == QMessageBox::DestructiveRole) == yes)
                    button->click();
            }
        });
        the<QPushButton>("eraseRecord")->click();
    };
    answer(false);
    QCOMPARE(m_desk->app().record().size().events, 1);
    answer(true);
    QTRY_COMPARE(erased.size(), 1);
    QCOMPARE(m_desk->app().record().size().events, 0);
    QCOMPARE(rowOf("eraseRecord")->said(), u"1 recorded event was deleted."_s);
    QCOMPARE(m_desk->mates().mates().size(), 1);
}

void SettingsPageTest::themeAndSwitchesAreTheWindowsOwn()
{
    MainWindow window(m_desk->services());
    window.show();
    find<QAction>(&window, "showSettings")->trigger();
    auto *page = find<SettingsPage>(&window, "settingsPage");
    page->showSection(u"settingsWindow"_s);
    auto *theme = find<QComboBox>(page, "themeChoice");
    theme->setCurrentIndex(2);
    Q_EMIT theme->activated(2);
    QVERIFY(isDark(QApplication::palette()));
    QVERIFY(find<QAction>(&window, "theme2")->isChecked());
    theme->setCurrentIndex(1);
    Q_EMIT theme->activated(1);
    QVERIFY(!isDark(QApplication::palette()));
    auto *language = find<QComboBox>(page, "languageChoice");
    QCOMPARE(language->count(), 3);
    language->setCurrentIndex(language->findText(u"Deutsch"_s));
    Q_EMIT language->activated(language->currentIndex());
    QCOMPARE(QSettings(u"Loopflow"_s, u"Loopflow"_s).value(u"language"_s).toString(), u"de"_s);
    for (const char *key : {"tray/keepRunning", "notify/failures"}) {
        auto *box = find<QCheckBox>(page, key);
        QVERIFY(box->isChecked());
        box->click();
        QCOMPARE(QSettings(u"Loopflow"_s, u"Loopflow"_s).value(QString::fromLatin1(key)), QVariant(false));
    }
}

void SettingsPageTest::saysWhatHoldsForThisRunOnly()
{
    QVERIFY(settings().setForThisRun(u"record.days"_s, u"7"_s));
    SettingsPage page(m_desk->services());
    m_page.reset();
    auto *field = find<QLineEdit>(&page, "setting-record.days");
    QCOMPARE(field->text(), u"7"_s);
    auto *row = qobject_cast<SettingRow *>(field->parentWidget());
    QVERIFY(row && row->said().contains(u"--set"_s));
}

void SettingsPageTest::everyControlHasAName()
{
    the<QPushButton>("providerChange-openai")->click();
    const auto widgets = m_page->findChildren<QWidget *>();
    int controls = 0;
    for (QWidget *widget : widgets) {
        if (widget->window() != m_page.get() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()
            || widget->objectName().startsWith(u"qt_"_s))
            continue;
        ++controls;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(face);
        QVERIFY2(!face->text(QAccessible::Name).isEmpty(),
            qPrintable(u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
    }
    QVERIFY(controls >= 30);
}

LOOPFLOW_TEST(SettingsPageTest)
#include "tst_settingspage.moc"
