#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationpane.h"
#include "ui/inspector/conversationview.h"
#include "ui/mainwindow.h"
#include "ui/practice/faultmenu.h"
#include "ui/practice/messageinput.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

// A window on a practice mate that runs: what is clicked goes over the real gateway and REST code.
class PracticePaneTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void writesAndIsAnswered();
    void startsOver();
    void aFaultIsChosenShownAndTold();
    void ownMessagesAreChangedAndDeleted();
    void upTakesTheLastMessageUpAgainAndEscLetsItGo();
    void everyFaultIsExplained();
    void aModelOfItsOwnCannotBeMadeToFail();

private:
    void write(const QString &text);
    QStringList bodies() const;
    /// Chooses an entry of a row's menu.
    void choose(int row, const char *action);

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    ConversationPane *m_pane = nullptr;
    ConversationModel *m_model = nullptr;
    MessageInput *m_input = nullptr;
};

void PracticePaneTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_desk->app().startMates();
    m_window = std::make_unique<MainWindow>(m_desk->services());
    m_window->resize(1200, 800);
    m_window->show();
    m_window->startPractice();
    m_pane = m_window->findChild<ConversationPane *>();
    m_model = m_window->findChild<ConversationModel *>();
    m_input = m_window->findChild<MessageInput *>();
    QTRY_VERIFY(m_pane->isPractice());
    m_desk->app().practice().languageModel().faults().tokenMs = 0;
    m_desk->app().practice().languageModel().faults().answer = u"Certainly."_s;
    const MateId mate = m_pane->shown()->mate;
    QTRY_COMPARE(m_desk->app().supervisor().state(mate).phase, MatePhase::Online);
}

void PracticePaneTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void PracticePaneTest::write(const QString &text)
{
    QTest::keyClicks(m_input, text);
    QTest::keyClick(m_input, Qt::Key_Return);
}

QStringList PracticePaneTest::bodies() const
{
    QStringList all;
    for (int row = 0; row < m_model->rowCount(); ++row)
        all << (m_model->row(row).note.isEmpty() ? m_model->text(row).body : m_model->row(row).note);
    return all;
}

void PracticePaneTest::choose(int row, const char *name)
{
    QMenu menu;
    Q_EMIT m_pane->view()->menuWanted(row, &menu);
    find<QAction>(&menu, name)->trigger();
}

void PracticePaneTest::writesAndIsAnswered()
{
    write(u"hello"_s);
    QTRY_COMPARE(bodies(), (QStringList{u"hello"_s, u"Certainly."_s}));
    QVERIFY(find<QWidget>(m_window.get(), "practiceStatus")->isVisible());
    QVERIFY(find<QLabel>(m_window.get(), "conversationTitle")->text().startsWith(u"Practice · direct message with"_s));
}

void PracticePaneTest::startsOver()
{
    write(u"hello"_s);
    QTRY_COMPARE(m_model->rowCount(), 2);
    find<QPushButton>(m_window.get(), "startOver")->click();
    QTRY_COMPARE(m_model->rowCount(), 4);
    QTRY_VERIFY(bodies().last().startsWith(u"-# Loopflow:"_s));
}

void PracticePaneTest::aFaultIsChosenShownAndTold()
{
    auto *menu = find<QMenu>(m_window.get(), "faultMenu");
    const auto *status = find<QLabel>(m_window.get(), "practiceStatus");
    QVERIFY(status->text().endsWith(u"Faults: none"_s));
    find<QAction>(menu, "fault6")->trigger(); // cut the reply
    QVERIFY(status->text().endsWith(u"Faults: cut reply"_s));
    QVERIFY(find<QAction>(menu, "fault6")->isChecked());
    write(u"hello"_s);
    QTRY_VERIFY(bodies().contains(u"Certainly."_s));
    QTRY_VERIFY(bodies().last().startsWith(u"Reply cut by you · asked 2 time"_s));
    QVERIFY(status->text().endsWith(u"Faults: none"_s));
    QVERIFY(find<QAction>(menu, "fault0")->isChecked());
}

void PracticePaneTest::ownMessagesAreChangedAndDeleted()
{
    write(u"hello"_s);
    QTRY_COMPARE(m_model->rowCount(), 2);
    choose(0, "editOwn");
    QCOMPARE(m_input->toPlainText(), u"hello"_s);
    m_input->setPlainText(u"good morning"_s);
    QTest::keyClick(m_input, Qt::Key_Return);
    QTRY_COMPARE(bodies().first(), u"good morning"_s);
    QVERIFY(m_model->row(0).edited);
    QVERIFY(!m_input->isEditing() && m_input->toPlainText().isEmpty());
    choose(0, "eraseOwn");
    QTRY_VERIFY(m_model->row(0).deleted);
    QVERIFY(m_model->text(0).struck);
}

void PracticePaneTest::upTakesTheLastMessageUpAgainAndEscLetsItGo()
{
    write(u"hello"_s);
    QTRY_COMPARE(m_model->rowCount(), 2);
    QTest::keyClick(m_input, Qt::Key_Up);
    QVERIFY(m_input->isEditing());
    QCOMPARE(m_input->toPlainText(), u"hello"_s);
    QTest::keyClick(m_input, Qt::Key_Escape);
    QVERIFY(!m_input->isEditing() && m_input->toPlainText().isEmpty());
    write(u"again"_s);
    QTRY_COMPARE(m_model->rowCount(), 4);
    QVERIFY(!m_model->row(0).edited);
}

void PracticePaneTest::everyFaultIsExplained()
{
    const QList<QAction *> actions = find<QMenu>(m_window.get(), "faultMenu")->actions();
    int faults = 0;
    for (const QAction *action : actions) {
        if (action->isSeparator())
            continue;
        ++faults;
        QVERIFY2(action->statusTip().endsWith(u'.'), qPrintable(action->text()));
    }
    QCOMPARE(faults, 8);
}

void PracticePaneTest::aModelOfItsOwnCannotBeMadeToFail()
{
    FaultMenu menu(&m_desk->app().practice());
    menu.setMate({1}, false);
    QVERIFY(find<QAction>(&menu, "fault1")->isEnabled());
    for (const char *name : {"fault5", "fault6", "fault7"})
        QVERIFY(!find<QAction>(&menu, name)->isEnabled());
    menu.setMate({1}, true);
    QVERIFY(find<QAction>(&menu, "fault7")->isEnabled());
}

LOOPFLOW_TEST(PracticePaneTest)
#include "tst_practicepane.moc"
