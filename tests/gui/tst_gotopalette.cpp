#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/goto/gotomodel.h"
#include "ui/mainwindow.h"
#include "ui/widgets/rowdelegate.h"

#include <QAbstractItemModelTester>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QSettings>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class GotoPaletteTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void goesToAMateByAFewLetters();
    void goesToAConversationOfAnotherMate();
    void runsAnActionAndShowsItsShortcut();
    void recentOnesComeFirstWhenNothingIsTyped();
    void escGivesTheFocusBack();
    void saysWhenNothingIsFound();
    void findsAmongManyMatesAndConversations();
    void opensFromTheMenuBar();

private:
    template <class T> T *the(const char *name) { return find<T>(m_window.get(), name); }
    void open();
    void type(const QString &text) { QTest::keyClicks(the<QLineEdit>("gotoField"), text); }
    void press(Qt::Key key) { QTest::keyClick(the<QLineEdit>("gotoField"), key); }
    QString found(int row, int role = Qt::DisplayRole)
    {
        return the<QListView>("gotoList")->model()->index(row, 0).data(role).toString();
    }
    void waitForAll() { QTRY_VERIFY(m_window->findChild<GotoModel *>()->isComplete()); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

void GotoPaletteTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    m_desk = std::make_unique<Desk>();
    m_desk->addMate(u"Maya"_s);
    const MateId merlin = m_desk->addMate(u"Merlin"_s).id;
    m_desk->seen({merlin, {201}}, u"zoë"_s, u"about dragons"_s);
    m_desk->seen({merlin, {202}}, u"lee"_s, u"about lunch"_s);
    QVERIFY(m_desk->app().record().flush());
    m_window = std::make_unique<MainWindow>(m_desk->services());
    m_window->show();
}

void GotoPaletteTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void GotoPaletteTest::open()
{
    the<QAction>("goTo")->trigger();
    QVERIFY(the<QWidget>("gotoPalette")->isVisible());
    waitForAll();
}

void GotoPaletteTest::goesToAMateByAFewLetters()
{
    open();
    type(u"mer"_s);
    QCOMPARE(found(0), u"Merlin"_s);
    press(Qt::Key_Return);
    QVERIFY(!the<QWidget>("gotoPalette")->isVisible());
    QCOMPARE(the<QListView>("mateList")->currentIndex().data().toString(), u"Merlin"_s);
}

void GotoPaletteTest::goesToAConversationOfAnotherMate()
{
    open();
    type(u"ZOE"_s);
    QCOMPARE(found(0), u"zoë"_s);
    QCOMPARE(found(0, DetailRole), u"with Merlin: about dragons"_s);
    press(Qt::Key_Return);
    QCOMPARE(the<QLabel>("conversationTitle")->text(), u"Direct message · zoë"_s);
}

void GotoPaletteTest::runsAnActionAndShowsItsShortcut()
{
    open();
    type(u"prompt"_s);
    QCOMPARE(found(0), u"Prompt"_s);
    QCOMPARE(found(0, AsideRole), u"Ctrl+2"_s);
    press(Qt::Key_Enter);
    QVERIFY(the<QWidget>("promptEditor")->isVisible());
    the<QAction>("savePrompt")->setEnabled(false);
    open();
    type(u"save as"_s);
    QVERIFY(!found(0).startsWith(u"Save"_s)); // cannot be done now
}

void GotoPaletteTest::recentOnesComeFirstWhenNothingIsTyped()
{
    open();
    QVERIFY(found(0, DetailRole).startsWith(u"with Merlin: about"_s)); // the newest lines
    type(u"maya"_s);
    press(Qt::Key_Return);
    open();
    QCOMPARE(found(0), u"Maya"_s);
    press(Qt::Key_Down);
    QCOMPARE(the<QListView>("gotoList")->currentIndex().row(), 1);
    press(Qt::Key_Up);
    press(Qt::Key_Up);
    QCOMPARE(the<QListView>("gotoList")->currentIndex().row(),
        the<QListView>("gotoList")->model()->rowCount() - 1);
}

void GotoPaletteTest::escGivesTheFocusBack()
{
    the<QListView>("mateList")->setFocus();
    open();
    QCOMPARE(m_window->focusWidget(), the<QLineEdit>("gotoField"));
    press(Qt::Key_Escape);
    QVERIFY(!the<QWidget>("gotoPalette")->isVisible());
    QCOMPARE(m_window->focusWidget(), the<QListView>("mateList"));
}

void GotoPaletteTest::saysWhenNothingIsFound()
{
    open();
    type(u"qqqq"_s);
    QVERIFY(the<QLabel>("gotoNothing")->isVisible());
    press(Qt::Key_Return); // goes nowhere
    QVERIFY(the<QWidget>("gotoPalette")->isVisible());
}

void GotoPaletteTest::findsAmongManyMatesAndConversations()
{
    for (int i = 0; i < 198; ++i) {
        const MateId mate = m_desk->addMate(u"Helper %1"_s.arg(i)).id;
        for (int k = 0; k < 5; ++k)
            m_desk->seen({mate, {quint64(1000 + i * 5 + k)}}, u"person %1"_s.arg(k), u"line %1 of %2"_s.arg(k).arg(i));
    }
    QVERIFY(m_desk->app().record().flush());
    const QAbstractItemModelTester tester(m_window->findChild<GotoModel *>(),
        QAbstractItemModelTester::FailureReportingMode::QtTest);
    open();
    type(u"helper 137 person 3"_s);
    QCOMPARE(found(0), u"person 3"_s);
    QVERIFY(found(0, DetailRole).contains(u"Helper 137"));
}

void GotoPaletteTest::opensFromTheMenuBar()
{
    QTest::mouseClick(the<QPushButton>("gotoButton"), Qt::LeftButton);
    QVERIFY(the<QWidget>("gotoPalette")->isVisible());
    QTest::mouseClick(the<QPushButton>("gotoButton"), Qt::LeftButton);
    QVERIFY(!the<QWidget>("gotoPalette")->isVisible());
}

LOOPFLOW_TEST(GotoPaletteTest)
#include "tst_gotopalette.moc"
