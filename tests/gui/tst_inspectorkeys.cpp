#include "tests/gui/accessibilitywalk.h"
#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationview.h"
#include "ui/inspector/timelinelist.h"
#include "ui/inspector/turnpane.h"
#include "ui/mainwindow.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QSettings>
#include <QTabBar>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

/// The inspector without a mouse and without eyes.
class InspectorKeysTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void everyControlOfEveryPageHasAName();
    void theTimelineIsWalkedStepByStep();
    void tabReachesWhatEveryPageHas_data();
    void tabReachesWhatEveryPageHas();
    void escapeClosesFromEveryWidgetOfEveryPage();

private:
    template <class T> T *the(const char *name) { return find<T>(m_window.get(), name); }
    void open(int page);
    /// What Tab visits within the inspector, in its order.
    QStringList visited();

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

void InspectorKeysTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    m_desk = std::make_unique<Desk>();
    m_desk->goBack(Milliseconds(60000));
    const ConversationId id{m_desk->addMate(u"Maya"_s).id, {101}};
    TurnStarted started;
    started.asked = {m_desk->seen(id, u"ana"_s, u"hi"_s)};
    started.channel = id.channel;
    started.provider = u"openai"_s;
    started.model = u"m-1"_s;
    const TurnId turn = m_desk->log().begin(id, started);
    m_desk->pass(Milliseconds(80));
    m_desk->log().append(id, turn, HistoryFetched{HistoryPurpose::Context, started.asked, false});
    m_desk->log().append(id, turn, RequestSent{1, u"https://api.openai.com/v1/chat/completions"_s,
                                      "{\"messages\":[{\"content\":\"hi\",\"role\":\"user\"}],\"model\":\"m-1\"}", 20, 0});
    m_desk->pass(Milliseconds(300));
    m_desk->complete(id, turn, u"Hello."_s, Milliseconds(500));
    m_window = std::make_unique<MainWindow>(m_desk->services());
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    QTRY_COMPARE(the<ConversationView>("conversationView")->model()->rowCount(), 2);
}

void InspectorKeysTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void InspectorKeysTest::open(int page)
{
    auto *view = the<ConversationView>("conversationView");
    view->setFocus();
    view->setCurrentIndex(view->model()->index(1, 0));
    QTest::keyClick(view, Qt::Key_Return, Qt::AltModifier);
    QVERIFY(the<TurnPane>("turnPane")->isVisible());
    the<QTabBar>("turnTabs")->setFocus();
    while (the<QTabBar>("turnTabs")->currentIndex() != page)
        QTest::keyClick(the<QTabBar>("turnTabs"), the<QTabBar>("turnTabs")->currentIndex() < page ? Qt::Key_Right : Qt::Key_Left);
    QCoreApplication::processEvents();
}

QStringList InspectorKeysTest::visited()
{
    const TurnPane *pane = the<TurnPane>("turnPane");
    QStringList names;
    the<QTabBar>("turnTabs")->setFocus();
    for (int i = 0; i < 30; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        const QWidget *focus = QApplication::focusWidget();
        if (!pane->isAncestorOf(focus) || focus->objectName() == u"turnTabs")
            break;
        names << focus->objectName();
    }
    return names;
}

void InspectorKeysTest::everyControlOfEveryPageHasAName()
{
    for (int page = 0; page < the<QTabBar>("turnTabs")->count(); ++page) {
        open(page);
        QCOMPARE(unnamedControls(the<TurnPane>("turnPane")).join(u'\n'), QString());
    }
}

void InspectorKeysTest::theTimelineIsWalkedStepByStep()
{
    open(0);
    auto *list = the<TimelineList>("timeline");
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    while (QApplication::focusWidget() != list && the<TurnPane>("turnPane")->isAncestorOf(QApplication::focusWidget()))
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(list->hasFocus());
    QCOMPARE(list->currentIndex().row(), 0);
    QVERIFY(list->selectionModel()->isSelected(list->currentIndex())); // seen, too
    QStringList said;
    for (int row = 0; row < list->model()->rowCount(); ++row) {
        QCOMPARE(list->currentIndex().row(), row);
        QAccessibleInterface *step = QAccessible::queryAccessibleInterface(list)->child(row);
        QVERIFY(step);
        said << step->text(QAccessible::Name).section(u':', 0, 0);
        QTest::keyClick(list, Qt::Key_Down);
    }
    QCOMPARE(said.first(), u"received"_s);
    QVERIFY(said.contains(u"first token"_s) && said.contains(u"posted"_s));
    QTest::keyClick(list, Qt::Key_Home);
    QCOMPARE(list->currentIndex().row(), 0);
}

void InspectorKeysTest::tabReachesWhatEveryPageHas_data()
{
    QTest::addColumn<int>("page");
    QTest::addColumn<QStringList>("names");
    QTest::newRow("timeline") << 0 << QStringList{u"turnReplay"_s, u"exportTurnButton"_s, u"turnClose"_s, u"timeline"_s};
    QTest::newRow("request") << 1
                             << QStringList{u"turnReplay"_s, u"exportTurnButton"_s, u"turnClose"_s, u"copyCurl"_s, u"copyRequestJson"_s,
                                    u"requestJson"_s, u"requestMessages"_s};
    QTest::newRow("reply") << 2 << QStringList{u"turnReplay"_s, u"exportTurnButton"_s, u"turnClose"_s, u"replyText"_s, u"replyUsage"_s};
    QTest::newRow("events") << 3
                            << QStringList{u"turnReplay"_s, u"exportTurnButton"_s, u"turnClose"_s, u"eventTable"_s, u"copyEvent"_s, u"eventJson"_s};
}

void InspectorKeysTest::tabReachesWhatEveryPageHas()
{
    QFETCH(int, page);
    open(page);
    const QStringList order = visited();
    QTEST(order, "names");
}

void InspectorKeysTest::escapeClosesFromEveryWidgetOfEveryPage()
{
    for (int page = 0; page < the<QTabBar>("turnTabs")->count(); ++page) {
        open(page);
        const QStringList names = visited();
        for (const QString &name : names) {
            if (!the<TurnPane>("turnPane")->isVisible())
                open(page);
            auto *widget = the<TurnPane>("turnPane")->findChild<QWidget *>(name);
            widget->setFocus();
            QTest::keyClick(widget, Qt::Key_Escape);
            QVERIFY2(!the<TurnPane>("turnPane")->isVisible(), qPrintable(name));
            QVERIFY(the<ConversationView>("conversationView")->hasFocus());
        }
    }
}

LOOPFLOW_TEST(InspectorKeysTest)
#include "tst_inspectorkeys.moc"
