#include "tests/gui/desk.h"
#include "tests/gui/keychain.h"
#include "tests/support/test.h"
#include "ui/create/welcomepage.h"
#include "ui/widgets/markrow.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class WelcomePageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itsButtonsBeginTheThreeWays();
    void saysWhichKeysWereFoundAndTakesAnother();
    void saysWhichLocalModelsRun();
    void seesWhatCameSince_data();
    void seesWhatCameSince();
    void saysHowTheKeychainIs_data();
    void saysHowTheKeychainIs();
    void saysWhatToDoWhenNothingIsFound();
};

void WelcomePageTest::itsButtonsBeginTheThreeWays()
{
    Desk desk;
    QAction create;
    QAction practice;
    QAction import;
    WelcomePage page(desk.services(), &create, &practice, &import);
    page.show();
    const std::pair<const char *, QAction *> ways[] = {
        {"welcome-plus", &create}, {"welcome-play", &practice}, {"welcome-download", &import}};
    for (const auto &[button, action] : ways) {
        QSignalSpy triggered(action, &QAction::triggered);
        QTest::mouseClick(find<QPushButton>(&page, button), Qt::LeftButton);
        QCOMPARE(triggered.size(), 1);
    }
}

void WelcomePageTest::saysWhichKeysWereFoundAndTakesAnother()
{
    QProcessEnvironment environment;
    environment.insert(u"ANTHROPIC_API_KEY"_s, u"test"_s);
    Desk desk(environment);
    QAction none;
    WelcomePage page(desk.services(), &none, &none, &none);
    page.show();
    QTRY_COMPARE(find<MarkRow>(&page, "keyRow-anthropic")->sentence(),
        u"Anthropic: key found in ANTHROPIC_API_KEY"_s);
    auto *openai = find<MarkRow>(&page, "keyRow-openai");
    QTRY_VERIFY(openai->sentence().contains(u"OPENAI_API_KEY"_s));
    auto *field = find<QLineEdit>(&page, "welcomeKey-openai");
    QVERIFY(!field->isVisible());
    QTest::mouseClick(find<QPushButton>(&page, "addKey-openai"), Qt::LeftButton);
    QVERIFY(field->isVisible());
    QTest::keyClicks(field, u"sk-test"_s);
    QTest::keyClick(field, Qt::Key_Return);
    QTRY_COMPARE(openai->mark(), Mark::Done);
    QVERIFY(field->text().isEmpty() && !field->isVisible());
    std::optional<QByteArray> key;
    desk.app().credentials().key(
        u"openai"_s, this, [&](const Result<Secret> &found) { key = found->reveal(); });
    QTRY_VERIFY(key.has_value());
    QCOMPARE(*key, QByteArray("sk-test"));
}

namespace {

/// OLLAMA_HOST at this model server.
QProcessEnvironment withOllamaAt(const practice::LanguageModel &model)
{
    QProcessEnvironment environment;
    environment.insert(u"OLLAMA_HOST"_s, u"127.0.0.1:%1"_s.arg(model.baseUrl().port()));
    return environment;
}

} // namespace

void WelcomePageTest::saysWhichLocalModelsRun()
{
    practice::LanguageModel model;
    QVERIFY(model.start());
    Desk desk(withOllamaAt(model));
    QAction none;
    WelcomePage page(desk.services(), &none, &none, &none);
    page.show();
    auto *ollama = find<MarkRow>(&page, "localModel-ollama");
    QVERIFY(ollama->isHidden());
    QTRY_VERIFY(!ollama->isHidden());
    QCOMPARE(ollama->sentence(), u"Ollama is running here with 1 model"_s);
    QCOMPARE(ollama->mark(), Mark::Done);
    QVERIFY(find<MarkRow>(&page, "noLocalModels")->isHidden());
}

void WelcomePageTest::seesWhatCameSince_data()
{
    QTest::addColumn<bool>("byActivation");
    QTest::newRow("Look again") << false;
    QTest::newRow("the window is activated") << true;
}

void WelcomePageTest::seesWhatCameSince()
{
    QFETCH(bool, byActivation);
    auto model = std::make_unique<practice::LanguageModel>();
    QVERIFY(model->start());
    Desk desk(withOllamaAt(*model));
    QAction none;
    WelcomePage page(desk.services(), &none, &none, &none);
    page.show();
    auto *ollama = find<MarkRow>(&page, "localModel-ollama");
    QTRY_VERIFY(!ollama->isHidden());
    model.reset();
    bool kept = false;
    desk.app().credentials().saveKey(
        u"openai"_s, Secret("sk-test"), this, [&](const Result<bool> &) { kept = true; });
    QTRY_VERIFY(kept);
    if (byActivation) {
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        page.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&page));
    } else {
        QTest::mouseClick(find<QPushButton>(&page, "lookAgain"), Qt::LeftButton);
    }
    QTRY_COMPARE(find<MarkRow>(&page, "keyRow-openai")->mark(), Mark::Done);
    QTRY_VERIFY(ollama->isHidden());
}

void WelcomePageTest::saysHowTheKeychainIs_data()
{
    QTest::addColumn<int>("mood");
    QTest::addColumn<int>("mark");
    QTest::addColumn<QString>("words");
    QTest::newRow("fine") << int(Keychain::Working) << int(Mark::Done) << u"ready"_s;
    QTest::newRow("locked") << int(Keychain::LockedUp) << int(Mark::Attention) << u"Unlock it"_s;
    QTest::newRow("none") << int(Keychain::Absent) << int(Mark::Attention)
                          << u"LOOPFLOW_TOKEN_<NAME>"_s;
}

void WelcomePageTest::saysHowTheKeychainIs()
{
    QFETCH(int, mood);
    QFETCH(int, mark);
    QFETCH(QString, words);
    Desk desk({}, std::make_unique<Keychain>(Keychain::Mood(mood)));
    QAction none;
    WelcomePage page(desk.services(), &none, &none, &none);
    page.show();
    auto *row = find<MarkRow>(&page, "keychainRow");
    QTRY_COMPARE(int(row->mark()), mark);
    QVERIFY2(row->sentence().contains(words), qPrintable(row->sentence()));
}

void WelcomePageTest::saysWhatToDoWhenNothingIsFound()
{
    Desk desk;
    UiServices services = desk.services();
    services.localModels = nullptr;
    QAction none;
    WelcomePage page(services, &none, &none, &none);
    page.show();
    auto *advice = find<QLabel>(&page, "advice");
    QTRY_VERIFY(advice->text().startsWith(u"Nothing here can answer yet."_s));
    bool kept = false;
    desk.app().credentials().saveKey(
        u"openai"_s, Secret("sk-test"), this, [&](const Result<bool> &) { kept = true; });
    QTRY_VERIFY(kept);
    QTest::mouseClick(find<QPushButton>(&page, "lookAgain"), Qt::LeftButton);
    QTRY_VERIFY(!advice->text().startsWith(u"Nothing"_s));
}

LOOPFLOW_TEST(WelcomePageTest)
#include "tst_welcomepage.moc"
