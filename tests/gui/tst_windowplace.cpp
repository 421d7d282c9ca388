#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/mainwindow.h"
#include "ui/windowplace.h"

#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QScreen>
#include <QSettings>
#include <QSplitter>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class WindowPlaceTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void comesBackToWhatWasShown();
    void isSeenWhereTheScreenIsGone();
    void survivesAnEmptyOrBrokenMemory();

private:
    template <class T> T *the(const char *name) { return find<T>(m_window.get(), name); }
    void open()
    {
        m_window = std::make_unique<MainWindow>(m_desk->services());
        m_window->show();
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
};

void WindowPlaceTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    m_desk = std::make_unique<Desk>();
}

void WindowPlaceTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void WindowPlaceTest::comesBackToWhatWasShown()
{
    m_desk->addMate(u"Maya"_s);
    const MateId merlin = m_desk->addMate(u"Merlin"_s).id;
    m_desk->seen({merlin, {201}}, u"zoë"_s, u"about dragons"_s);
    m_desk->seen({merlin, {202}}, u"lee"_s, u"about dinner"_s);
    open();
    m_window->goToConversation({merlin, {201}});
    QCOMPARE(the<QLabel>("conversationTitle")->text(), u"Direct message · zoë"_s);
    the<QLineEdit>("mateFilter")->setText(u"mer"_s);
    the<QLineEdit>("conversationFilter")->setText(u"dragons"_s);
    // No larger than the screen, or it would not come back in that size.
    m_window->resize(m_window->screen()->availableSize());
    QCoreApplication::processEvents();
    the<QSplitter>("watchSplitter")->setSizes({235, 10000});
    QCoreApplication::processEvents();
    QCOMPARE(the<QSplitter>("watchSplitter")->sizes().first(), 235);
    QVERIFY(m_window->close());
    m_window.reset();
    open();
    QCoreApplication::processEvents();
    QCOMPARE(the<QSplitter>("watchSplitter")->sizes().first(), 235);
    the<QAction>("showPrompt")->trigger();
    QVERIFY(m_window->close());
    m_window.reset();

    open();
    QCOMPARE(the<QListView>("mateList")->currentIndex().data().toString(), u"Merlin"_s);
    QVERIFY(the<QWidget>("promptEditor")->isVisible());
    QCOMPARE(the<QLineEdit>("mateFilter")->text(), u"mer"_s);
    QVERIFY(the<QLineEdit>("mateFilter")->isVisible());
    QCOMPARE(the<QLineEdit>("conversationFilter")->text(), u"dragons"_s);
    the<QAction>("showConversations")->trigger();
    QCOMPARE(the<QLabel>("conversationTitle")->text(), u"Direct message · zoë"_s);
}

void WindowPlaceTest::isSeenWhereTheScreenIsGone()
{
    const QRect room = QGuiApplication::primaryScreen()->availableGeometry();
    QWidget window;
    for (const QRect &place : {QRect(9000, 9000, 600, 400), QRect(-5000, 10, 600, 400),
             QRect(room.right() - 50, room.bottom() - 50, 600, 400), QRect(0, 0, 20000, 20000)}) {
        window.setGeometry(place);
        bringOntoAScreen(window);
        QVERIFY(room.contains(window.geometry()));
    }
    const QRect fits(room.left() + 5, room.top() + 6, 300, 200);
    window.setGeometry(fits);
    bringOntoAScreen(window);
    QCOMPARE(window.geometry(), fits);
}

void WindowPlaceTest::survivesAnEmptyOrBrokenMemory()
{
    QSettings settings(u"Loopflow"_s, u"Loopflow"_s);
    settings.setValue(u"geometry"_s, QByteArray("nonsense"));
    settings.setValue(u"splitter/mainSplitter"_s, QByteArray("nonsense"));
    settings.setValue(u"page"_s, u"no such page"_s);
    settings.setValue(u"mate"_s, u"nobody"_s);
    settings.sync();
    m_desk->addMate(u"Maya"_s);
    open();
    QCOMPARE(m_window->size(), QSize(1280, 800).boundedTo(m_window->size()));
    QVERIFY(the<QListView>("mateList")->isVisible());
    QCOMPARE(the<QListView>("mateList")->currentIndex().row(), 0);
}

LOOPFLOW_TEST(WindowPlaceTest)
#include "tst_windowplace.moc"
