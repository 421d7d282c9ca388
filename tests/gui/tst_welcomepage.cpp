#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/create/welcomepage.h"
#include "ui/widgets/markrow.h"

#include <QAction>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class WelcomePageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void itsButtonsBeginTheThreeWays();
    void saysWhichKeysWereFoundAndTakesAnother();
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
    QCOMPARE(find<MarkRow>(&page, "keyRow-anthropic")->sentence(),
        u"Anthropic: key found in ANTHROPIC_API_KEY"_s);
    auto *openai = find<MarkRow>(&page, "keyRow-openai");
    QTRY_VERIFY(openai->sentence().contains(u"OPENAI_API_KEY"_s));
    auto *field = find<QLineEdit>(&page, "welcomeKey-openai");
    QVERIFY(!field->isVisible());
    QTest::mouseClick(openai->findChild<QPushButton *>(), Qt::LeftButton);
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

LOOPFLOW_TEST(WelcomePageTest)
#include "tst_welcomepage.moc"
