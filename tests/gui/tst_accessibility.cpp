#include "tests/gui/accessibilitywalk.h"
#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/create/createdialog.h"
#include "ui/mainwindow.h"
#include "ui/widgets/liveregion.h"

#include <QAccessible>
#include <QListView>
#include <QMenuBar>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class AccessibilityTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyControlOfEveryPageHasAName();
    void everyControlOfTheEmptyWindowHasAName();
    void everyControlOfTheDialogHasAName();
    void theWalkFindsWhatHasNone();
    void tabFollowsReadingOrder();
    void f6GoesFromPaneToPane();
    void whatIsAnnouncedIsSaidToScreenReaders();

private:
    template <class T> T *the(const char *name) { return find<T>(m_window.get(), name); }
    void open();
    QString unnamed(QWidget *root) { return unnamedControls(root).join(u'\n'); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

void AccessibilityTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    m_desk = std::make_unique<Desk>();
}

void AccessibilityTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void AccessibilityTest::open()
{
    m_window = std::make_unique<MainWindow>(m_desk->services());
    m_window->show();
    QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
}

void AccessibilityTest::everyControlOfEveryPageHasAName()
{
    const MateId mate = m_desk->addMate(u"Maya"_s).id;
    const auto asked = m_desk->seen({mate, {101}}, u"ana"_s, u"hi"_s);
    m_desk->complete({mate, {101}}, m_desk->begin({mate, {101}}, asked), u"Hello."_s);
    open();
    for (const char *page : {"showPrompt", "showHealth", "showSettings", "showConversations"}) {
        the<QAction>(page)->trigger(); // some are only made when they are first shown
        QCoreApplication::processEvents();
        QCOMPARE(unnamed(m_window.get()), QString());
    }
    int pages = 0;
    const auto stacks = m_window->findChildren<QStackedWidget *>();
    for (QStackedWidget *stack : stacks) {
        for (int i = 0; i < stack->count(); ++i) {
            const int before = stack->currentIndex();
            stack->setCurrentIndex(i);
            QCoreApplication::processEvents();
            ++pages;
            QCOMPARE(unnamed(m_window.get()), QString());
            stack->setCurrentIndex(before);
        }
    }
    QVERIFY(pages >= 6);
    const auto menus = m_window->menuBar()->findChildren<QMenu *>();
    for (QMenu *menu : menus) {
        menu->popup(m_window->mapToGlobal(QPoint(10, 10)));
        QCOMPARE(unnamed(menu), QString());
        menu->close();
    }
    the<QAction>("goTo")->trigger();
    QCOMPARE(unnamed(m_window.get()), QString());
}

void AccessibilityTest::everyControlOfTheEmptyWindowHasAName()
{
    open();
    QCOMPARE(unnamed(m_window.get()), QString());
}

void AccessibilityTest::everyControlOfTheDialogHasAName()
{
    CreateDialog dialog(m_desk->services(), {});
    dialog.show();
    const auto stacks = dialog.findChildren<QStackedWidget *>();
    QVERIFY(!stacks.isEmpty());
    for (int i = 0; i < stacks.first()->count(); ++i) {
        stacks.first()->setCurrentIndex(i);
        QCoreApplication::processEvents();
        QCOMPARE(unnamed(&dialog), QString());
    }
}

void AccessibilityTest::theWalkFindsWhatHasNone()
{
    QWidget window;
    auto *bare = new QPushButton(&window);
    bare->setObjectName(u"bare"_s);
    new QPushButton(u"Named"_s, &window);
    window.show();
    const QStringList found = unnamedControls(&window);
    QCOMPARE(found.size(), 1);
    QVERIFY(found.first().contains(u"bare"));
}

void AccessibilityTest::tabFollowsReadingOrder()
{
    const MateId mate = m_desk->addMate(u"Maya"_s).id;
    m_desk->seen({mate, {101}}, u"ana"_s, u"hi"_s);
    open();
    the<QListView>("mateList")->setFocus();
    const QStringList order = tabOrder(m_window.get());
    int last = -1;
    for (const QString &name : {u"mateList"_s, u"createMateButton"_s, u"importButton"_s,
             u"conversationFilter"_s, u"conversationList"_s}) {
        const int at = int(order.indexOf(name));
        QVERIFY2(at > last, qPrintable(name + u" in "_s + order.join(u' ')));
        last = at;
    }
}

void AccessibilityTest::f6GoesFromPaneToPane()
{
    const MateId mate = m_desk->addMate(u"Maya"_s).id;
    m_desk->seen({mate, {101}}, u"ana"_s, u"hi"_s);
    open();
    the<QListView>("mateList")->setFocus();
    the<QAction>("nextPane")->trigger();
    QCOMPARE(m_window->focusWidget(), the<QListView>("conversationList"));
    the<QAction>("nextPane")->trigger();
    QCOMPARE(m_window->focusWidget(), the<QWidget>("conversationView"));
    the<QAction>("nextPane")->trigger();
    QCOMPARE(m_window->focusWidget(), the<QListView>("mateList"));
    the<QAction>("previousPane")->trigger();
    QCOMPARE(m_window->focusWidget(), the<QWidget>("conversationView"));
}

void AccessibilityTest::whatIsAnnouncedIsSaidToScreenReaders()
{
    const Mate mate = m_desk->addMate(u"Maya"_s);
    open();
    const ConversationId id{mate.id, {101}};
    const TurnId turn = m_desk->begin(id, m_desk->seen(id, u"ana"_s, u"hi"_s));
    QAccessibleInterface *region =
        QAccessible::queryAccessibleInterface(the<LiveRegion>("liveRegion"));
    QVERIFY(!region->state().invisible);
    m_desk->fail(id, turn, u"The model is busy."_s);
    QCOMPARE(region->text(QAccessible::Name), u"A reply of Maya failed. The model is busy."_s);
    m_window->say(u"The import was undone."_s);
    QCOMPARE(region->text(QAccessible::Name), u"The import was undone."_s);
}

LOOPFLOW_TEST(AccessibilityTest)
#include "tst_accessibility.moc"
