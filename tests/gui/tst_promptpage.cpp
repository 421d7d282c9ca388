#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/prompt/promptpage.h"

#include <QAbstractItemModelTester>
#include <QComboBox>
#include <QLabel>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTimer>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class PromptPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheLivePromptAndItsState();
    void savingMakesAVersionThatIsLive();
    void anOldVersionIsBroughtBackByOpeningAndSavingIt();
    void theModelIsSavedWithoutANewVersion();
    void asksBeforeUnsavedTextIsLost_data();
    void asksBeforeUnsavedTextIsLost();
    void variablesAreInsertedWhereTheCursorIs();

private:
    QString state() const { return find<QLabel>(m_page.get(), "promptState")->text(); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<PromptPage> m_page;
    Mate m_mate;
};

void PromptPageTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_mate = m_desk->addMate(u"Maya"_s, u"One."_s);
    m_page = std::make_unique<PromptPage>(m_desk->services());
    m_page->show(m_mate.id);
    m_page->QWidget::show();
}

void PromptPageTest::cleanup()
{
    m_page.reset();
    m_desk.reset();
}

void PromptPageTest::showsTheLivePromptAndItsState()
{
    QCOMPARE(m_page->editor()->toPlainText(), u"One."_s);
    QVERIFY(state().contains(u"v1 is live"_s));
    QVERIFY(state().contains(u"tokens"_s));
    QVERIFY(!m_page->hasUnsaved());
    QVERIFY(!find<QPushButton>(m_page.get(), "promptSave")->isEnabled());
}

void PromptPageTest::savingMakesAVersionThatIsLive()
{
    QTest::keyClicks(m_page->editor(), u"Zero. "_s);
    QVERIFY(state().startsWith(u"● unsaved"_s));
    QPushButton *save = find<QPushButton>(m_page.get(), "promptSave");
    QCOMPARE(save->text(), u"Save as v2"_s);
    save->click();
    QCOMPARE(m_desk->mates().prompt(m_mate.id).text, u"Zero. One."_s);
    QCOMPARE(m_desk->mates().prompt(m_mate.id).number, 2);
    QVERIFY(state().contains(u"v2 is live"_s));
    QVERIFY(!m_page->hasUnsaved());
    QCOMPARE(find<QListView>(m_page.get(), "promptVersions")->model()->rowCount(), 2);
}

void PromptPageTest::anOldVersionIsBroughtBackByOpeningAndSavingIt()
{
    m_page->editor()->setPlainText(u"Two."_s);
    QVERIFY(m_page->save());
    auto *versions = find<QListView>(m_page.get(), "promptVersions");
    const QAbstractItemModelTester tester(
        versions->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QModelIndex oldest = versions->model()->index(1, 0);
    QTest::mouseClick(
        versions->viewport(), Qt::LeftButton, {}, versions->visualRect(oldest).center());
    QCOMPARE(m_page->editor()->toPlainText(), u"One."_s);
    QCOMPARE(m_desk->mates().prompt(m_mate.id).text, u"Two."_s);
    m_page->editor()->undo();
    QCOMPARE(m_page->editor()->toPlainText(), u"Two."_s);
    m_page->editor()->redo();
    QVERIFY(m_page->save());
    QCOMPARE(m_desk->mates().prompt(m_mate.id).number, 3);
    QCOMPARE(m_desk->mates().prompt(m_mate.id).text, u"One."_s);
}

void PromptPageTest::theModelIsSavedWithoutANewVersion()
{
    QSignalSpy said(m_page.get(), &PromptPage::said);
    find<QComboBox>(m_page.get(), "model")->setEditText(u"claude-haiku-5-5"_s);
    QVERIFY(m_page->hasUnsaved());
    QVERIFY(m_page->save());
    QCOMPARE(m_desk->mates().mate(m_mate.id)->model, u"claude-haiku-5-5"_s);
    QCOMPARE(m_desk->mates().prompt(m_mate.id).number, 1);
    QCOMPARE(said.size(), 1);
    QVERIFY(!m_page->hasUnsaved());
}

void PromptPageTest::asksBeforeUnsavedTextIsLost_data()
{
    QTest::addColumn<int>("button");
    QTest::addColumn<bool>("leaves");
    QTest::addColumn<QString>("saved");
    QTest::newRow("save") << int(QMessageBox::Save) << true << u"Two."_s;
    QTest::newRow("discard") << int(QMessageBox::Discard) << true << u"One."_s;
    QTest::newRow("cancel") << int(QMessageBox::Cancel) << false << u"One."_s;
}

void PromptPageTest::asksBeforeUnsavedTextIsLost()
{
    QFETCH(int, button);
    m_page->editor()->setPlainText(u"Two."_s);
    QTimer::singleShot(0, this, [button] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        box->button(QMessageBox::StandardButton(button))->click();
    });
    QTEST(m_page->mayLeave(), "leaves");
    QTEST(m_desk->mates().prompt(m_mate.id).text, "saved");
}

void PromptPageTest::variablesAreInsertedWhereTheCursorIs()
{
    auto *variables = find<QLabel>(m_page.get(), "promptVariables");
    QVERIFY(variables->text().contains(u"{{date}}"_s));
    Q_EMIT variables->linkActivated(u"user"_s);
    QCOMPARE(m_page->editor()->toPlainText(), u"{{user}}One."_s);
}

LOOPFLOW_TEST(PromptPageTest)
#include "tst_promptpage.moc"
