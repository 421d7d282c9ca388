#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/leaving.h"
#include "ui/mainwindow.h"
#include "ui/mates/matelistmodel.h"
#include "ui/tray.h"

#include <QLabel>
#include <QListView>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QSignalSpy>
#include <QTimer>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class TrayTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void saysHowAllMatesAre();
    void closingWithATrayKeepsTheMates();
    void closingWithoutATrayQuits();
    void closingAsksWhileRepliesRun();
    void quittingShowsWhatIsLeftAndCanBeCutShort();
    void theMenuLeadsToAMate();
    void everyWellbeingLooksDifferent();

private:
    template <class T> T *the(const char *name) { return find<T>(m_window.get(), name); }
    MateListModel *model() { return m_window->findChild<MateListModel *>(); }
    void answer(int repliesRunning)
    {
        model()->setState(m_maya.id, {MatePhase::Online, repliesRunning, {}, {}, {}});
    }
    /// As on a desktop that has a tray.
    void showTray();

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    Mate m_maya;
};

void TrayTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    m_desk = std::make_unique<Desk>();
    m_maya = m_desk->addMate(u"Maya & co"_s);
    m_maya.paused = false;
    QVERIFY(m_desk->mates().update(m_maya));
    m_window = std::make_unique<MainWindow>(m_desk->services());
    m_window->show();
    QCoreApplication::processEvents(); // it looks for a tray after the first frame
}

void TrayTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void TrayTest::showTray()
{
    m_window->findChild<Tray *>()->setShown(true);
}

void TrayTest::saysHowAllMatesAre()
{
    auto *tray = m_window->findChild<Tray *>();
    QVERIFY(tray);
    answer(0);
    QTRY_COMPARE(tray->toolTip(), u"Loopflow: The mate is online"_s);
    model()->setState(m_maya.id, {MatePhase::Failed, 0, u"Discord refused the token."_s, {}, {}});
    QTRY_COMPARE(tray->toolTip(), u"Loopflow: Maya & co needs you"_s);
}

void TrayTest::closingWithATrayKeepsTheMates()
{
    showTray();
    QSignalSpy quit(m_window.get(), &MainWindow::quitWanted);
    answer(2);
    QVERIFY(m_window->close());
    QVERIFY(!m_window->isVisible());
    QVERIFY(quit.isEmpty());
    m_window->bringUp();
    QVERIFY(m_window->isVisible());
    QSettings(u"Loopflow"_s, u"Loopflow"_s).setValue(u"tray/keepRunning"_s, false);
    answer(0);
    QVERIFY(m_window->close());
    QCOMPARE(quit.size(), 1);
}

void TrayTest::closingWithoutATrayQuits()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitWanted);
    answer(0);
    QVERIFY(m_window->close());
    QCOMPARE(quit.size(), 1);
}

void TrayTest::closingAsksWhileRepliesRun()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitWanted);
    QSignalSpy now(m_window.get(), &MainWindow::quitNowWanted);
    answer(2);
    const auto choose = [this](const QString &label) {
        QTimer::singleShot(0, this, [label] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box && box->text().contains(u"2 replies"));
            const auto buttons = box->buttons();
            for (QAbstractButton *button : buttons) {
                if (button->text().remove(u'&') == label)
                    return button->click();
            }
            box->reject();
        });
    };
    choose(u"Cancel"_s);
    QVERIFY(!m_window->close());
    QVERIFY(quit.isEmpty());
    choose(u"Finish and quit"_s);
    QVERIFY(!m_window->close()); // it stays in sight meanwhile
    QCOMPARE(quit.size(), 1);
    QCOMPARE(the<QLabel>("noticeText")->text(), u"Finishing 2 replies…"_s);
    QVERIFY(now.isEmpty());
}

void TrayTest::quittingShowsWhatIsLeftAndCanBeCutShort()
{
    QSignalSpy quit(m_window.get(), &MainWindow::quitWanted);
    QSignalSpy now(m_window.get(), &MainWindow::quitNowWanted);
    answer(2);
    the<QAction>("quit")->trigger();
    the<QAction>("quit")->trigger();
    QCOMPARE(quit.size(), 1);
    QCOMPARE(the<QLabel>("noticeText")->text(), u"Finishing 2 replies…"_s);
    answer(1);
    QCOMPARE(the<QLabel>("noticeText")->text(), u"Finishing one reply…"_s);
    QTRY_VERIFY(m_window->findChildren<QPushButton *>(u"quitNowButton"_s).size() == 1);
    QTest::mouseClick(the<QPushButton>("quitNowButton"), Qt::LeftButton);
    QCOMPARE(now.size(), 1);
    answer(0);
    QVERIFY(!the<QLabel>("noticeText")->isVisible());
}

void TrayTest::theMenuLeadsToAMate()
{
    m_desk->addMate(u"Merlin"_s);
    for (int i = 0; i < 9; ++i)
        m_desk->addMate(u"Helper %1"_s.arg(i));
    auto *menu = the<QMenu>("trayMenu");
    Q_EMIT menu->aboutToShow();
    QStringList texts;
    for (const QAction *action : menu->actions())
        texts << action->text();
    QCOMPARE(texts.filter(u": "_s).size(), 8);
    QVERIFY(texts.at(2).startsWith(u"Maya && co: "_s));
    QVERIFY(texts.contains(u"3 more mates"_s));
    m_window->hide();
    menu->actions().at(3)->trigger();
    QVERIFY(m_window->isVisible());
    QCOMPARE(the<QListView>("mateList")->currentIndex().data().toString(), u"Merlin"_s);
}

void TrayTest::everyWellbeingLooksDifferent()
{
    QList<QImage> seen;
    for (const Wellbeing state :
        {Wellbeing::Idle, Wellbeing::Well, Wellbeing::Waiting, Wellbeing::NeedsPerson}) {
        const QImage image = trayIcon(state).pixmap(22, 22).toImage().convertToFormat(QImage::Format_Grayscale8);
        QVERIFY(!seen.contains(image)); // also without colour
        seen << image;
    }
}

LOOPFLOW_TEST(TrayTest)
#include "tst_tray.moc"
