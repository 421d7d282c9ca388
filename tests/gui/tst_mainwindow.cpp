#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/mainwindow.h"
#include "ui/widgets/palette.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QTimer>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class MainWindowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void anEmptyWindowOffersThreeWays();
    void aPracticeMateAnswersInTheWindow();
    void showsTheNewestConversationOfTheMate();
    void theConversationFollowsTheMatesNewName();
    void filtersConversations();
    void everyActionIsInAMenuWithItsShortcut();
    void everyControlHasAName();
    void themesChangeAtOnce();
    void deletingAsksFirst();
    void comesBackToTheMateThatWasWatched();
    void unsavedTextKeepsTheWindowOnItsMate();

private:
    template <class T> T *the(const char *name) { return find<T>(m_window.get(), name); }
    void open();

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

void MainWindowTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    m_desk = std::make_unique<Desk>();
}

void MainWindowTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void MainWindowTest::open()
{
    m_window = std::make_unique<MainWindow>(m_desk->services());
    m_window->show();
}

void MainWindowTest::anEmptyWindowOffersThreeWays()
{
    open();
    QVERIFY(the<QWidget>("welcome")->isVisible());
    QVERIFY(!the<QListView>("mateList")->isVisible());
    QCOMPARE(the<QLabel>("statusPhrase")->text(), u"Nothing is running"_s);
    m_desk->addMate(u"Maya"_s);
    QVERIFY(!the<QWidget>("welcome")->isVisible());
    QVERIFY(the<QListView>("mateList")->isVisible());
}

void MainWindowTest::aPracticeMateAnswersInTheWindow()
{
    m_desk->app().practice().languageModel().faults().answer = u"Good **morning**."_s;
    m_desk->app().startMates();
    open();
    QTest::mouseClick(the<QPushButton>("welcome-play"), Qt::LeftButton);
    QTRY_VERIFY(the<QPlainTextEdit>("practiceInput")->isVisible());
    QCOMPARE(m_window->focusWidget(), the<QPlainTextEdit>("practiceInput"));
    QVERIFY(the<QLabel>("conversationTitle")->text().startsWith(u"Practice"_s));
    QTRY_COMPARE(the<QLabel>("statusPhrase")->text(), u"The mate is online"_s);
    QTest::keyClicks(the<QPlainTextEdit>("practiceInput"), u"hello"_s);
    QTest::keyClick(the<QPlainTextEdit>("practiceInput"), Qt::Key_Return);
    QVERIFY(the<QPlainTextEdit>("practiceInput")->toPlainText().isEmpty());
    auto *model = m_window->findChild<ConversationModel *>();
    QTRY_COMPARE_WITH_TIMEOUT(model->rowCount(), 2, 15000);
    QCOMPARE(model->text(0).body, u"hello"_s);
    QTRY_COMPARE_WITH_TIMEOUT(model->text(1).body, u"Good **morning**."_s, 15000);
    QTRY_VERIFY_WITH_TIMEOUT(!model->text(1).live, 15000);
}

void MainWindowTest::showsTheNewestConversationOfTheMate()
{
    const MateId mate = m_desk->addMate(u"Maya"_s).id;
    open();
    QVERIFY(the<QLabel>("conversationEmpty")->isVisible());
    m_desk->seen({mate, {101}}, u"ana"_s, u"hi"_s);
    QCOMPARE(the<QLabel>("conversationTitle")->text(), u"Direct message · ana"_s);
    QTRY_COMPARE(m_window->findChild<ConversationModel *>()->rowCount(), 1);
}

void MainWindowTest::theConversationFollowsTheMatesNewName()
{
    Mate mate = m_desk->addMate(u"Maya"_s);
    const auto asked = m_desk->seen({mate.id, {101}}, u"ana"_s, u"hi"_s);
    m_desk->complete({mate.id, {101}}, m_desk->begin({mate.id, {101}}, asked), u"Hello."_s);
    open();
    auto *model = m_window->findChild<ConversationModel *>();
    QTRY_COMPARE(model->rowCount(), 2);
    mate.name = u"Nova"_s;
    QVERIFY(m_desk->mates().update(mate));
    QCOMPARE(model->text(1).author, u"Nova"_s);
}

void MainWindowTest::filtersConversations()
{
    const MateId mate = m_desk->addMate(u"Maya"_s).id;
    m_desk->seen({mate, {101}}, u"ana"_s, u"about disks"_s);
    m_desk->seen({mate, {102}}, u"lee"_s, u"about lunch"_s);
    open();
    QAbstractItemModel *list = the<QListView>("conversationList")->model();
    QCOMPARE(list->rowCount(), 2);
    the<QAction>("filterConversations")->trigger();
    the<QLineEdit>("conversationFilter")->setText(u"LUNCH"_s);
    QCOMPARE(list->rowCount(), 1);
    QCOMPARE(list->index(0, 0).data().toString(), u"Direct message · lee"_s);
    the<QLineEdit>("conversationFilter")->setText(u"[ana"_s);
    QCOMPARE(list->rowCount(), 0);
}

void MainWindowTest::everyActionIsInAMenuWithItsShortcut()
{
    m_desk->addMate(u"Maya"_s);
    open();
    int actions = 0;
    const auto menus = m_window->menuBar()->findChildren<QMenu *>();
    const auto check = [&] {
        QSet<QKeySequence> shortcuts; // of what can be done now: each page has a Ctrl+F of its own
        for (const QMenu *menu : menus) {
            for (const QAction *action : menu->actions()) {
                if (action->isSeparator() || action->menu() || action->isCheckable()
                    || action->objectName() == u"about"_s)
                    continue;
                ++actions;
                QVERIFY2(!action->shortcut().isEmpty(), qPrintable(action->text()));
                if (!action->isEnabled())
                    continue;
                QVERIFY2(!shortcuts.contains(action->shortcut()), qPrintable(action->text()));
                shortcuts << action->shortcut();
            }
        }
    };
    check();
    QVERIFY(actions >= 14);
    m_window->showPrompt();
    check();
}

void MainWindowTest::everyControlHasAName()
{
    const MateId mate = m_desk->addMate(u"Maya"_s).id;
    m_desk->seen({mate, {101}}, u"ana"_s, u"hi"_s);
    open();
    const auto widgets = m_window->findChildren<QWidget *>();
    for (QWidget *widget : widgets) {
        if (widget->window() != m_window.get() || widget->focusPolicy() == Qt::NoFocus
            || widget->focusProxy() || widget->objectName().startsWith(u"qt_"_s)
            || qobject_cast<QMenuBar *>(widget))
            continue;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(face);
        QVERIFY2(!face->text(QAccessible::Name).isEmpty(),
            qPrintable(u"%1 %2"_s.arg(
                QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
    }
}

void MainWindowTest::themesChangeAtOnce()
{
    open();
    the<QAction>("theme2")->trigger();
    QVERIFY(isDark(QApplication::palette()));
    the<QAction>("theme1")->trigger();
    QVERIFY(!isDark(QApplication::palette()));
    m_window.reset();
    open();
    QVERIFY(the<QAction>("theme1")->isChecked());
}

void MainWindowTest::deletingAsksFirst()
{
    m_desk->addMate(u"Maya"_s);
    open();
    const auto answer = [this](bool yes) {
        QTimer::singleShot(0, this, [yes] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box && box->text() == u"Delete Maya?"_s);
            const auto buttons = box->buttons();
            for (QAbstractButton *button : buttons) {
                if ((box->buttonRole(button) == QMessageBox::DestructiveRole) == yes)
                    button->click();
            }
        });
        the<QAction>("deleteMate")->trigger();
    };
    answer(false);
    QCOMPARE(m_desk->mates().mates().size(), 1);
    answer(true);
    QTRY_COMPARE(m_desk->mates().mates().size(), 0);
    QVERIFY(the<QWidget>("welcome")->isVisible());
}

void MainWindowTest::comesBackToTheMateThatWasWatched()
{
    m_desk->addMate(u"Maya"_s);
    m_desk->addMate(u"Merlin"_s);
    open();
    auto *list = the<QListView>("mateList");
    list->setCurrentIndex(list->model()->index(1, 0));
    QVERIFY(m_window->close());
    m_window.reset();
    open();
    QCOMPARE(the<QListView>("mateList")->currentIndex().data().toString(), u"Merlin"_s);
}

void MainWindowTest::unsavedTextKeepsTheWindowOnItsMate()
{
    m_desk->addMate(u"Maya"_s);
    m_desk->addMate(u"Merlin"_s);
    open();
    the<QAction>("showPrompt")->trigger();
    QTest::keyClicks(the<QPlainTextEdit>("promptEditor"), u"x"_s);
    QVERIFY(the<QAction>("savePrompt")->isEnabled());
    QTimer::singleShot(0, this, [] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        box->button(QMessageBox::Cancel)->click();
    });
    auto *list = the<QListView>("mateList");
    list->setCurrentIndex(list->model()->index(1, 0));
    QCOMPARE(list->currentIndex().data().toString(), u"Maya"_s);
    the<QAction>("savePrompt")->trigger();
    QVERIFY(m_desk->mates().prompt(m_desk->mates().find(u"maya"_s)->id).text.startsWith(u'x'));
}

LOOPFLOW_TEST(MainWindowTest)
#include "tst_mainwindow.moc"
