#include "ui/health/healthpage.h"

#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/health/healthmodel.h"
#include "ui/mainwindow.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/table.h"

#include <QAbstractItemModelTester>
#include <QAccessible>
#include <QAction>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class HealthPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void hasARowForEveryMate();
    void saysNumbersWithUnits();
    void followsMatesThatComeAndGo();
    void sortsByNumberAndNotByText();
    void saysTheLastProblemOfTheSelectedMate();
    void copiesTheTableAsText();
    void opensAMate();
    void saysHowTheProcessIs();
    void isReachedByItsShortcut();
    void theStatusBarIsNeverCutByTheWindow();
    void aClickOnWhoNeedsYouGoesThere();
    void theStatusBarSaysHowConnectionsBeat();
    void everyControlHasAName();

private:
    /// As Health would say it.
    void tell(MateId mate, const MateHealth &health)
    {
        Q_EMIT m_desk->app().health().changed(mate, health);
    }
    QString cell(int row, HealthModel::Column column) const
    {
        return m_page->table()->model()->index(row, column).data().toString();
    }
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<HealthPage> m_page;
    Mate m_maya;
    Mate m_merlin;
};

void HealthPageTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    m_desk = std::make_unique<Desk>();
    m_maya = m_desk->addMate(u"Maya"_s);
    m_merlin = m_desk->addMate(u"Merlin"_s);
    for (Mate *mate : {&m_maya, &m_merlin}) {
        mate->paused = false;
        QVERIFY(m_desk->mates().update(*mate));
    }
    m_page = std::make_unique<HealthPage>(m_desk->services());
    new QAbstractItemModelTester(m_page->findChild<HealthModel *>(), m_page.get());
    m_page->resize(1060, 700);
    m_page->show();
}

void HealthPageTest::cleanup()
{
    m_page.reset();
    m_desk.reset();
}

void HealthPageTest::hasARowForEveryMate()
{
    QCOMPARE(m_page->table()->model()->rowCount(), 2);
    QCOMPARE(cell(0, HealthModel::Name), u"Maya"_s);
    QCOMPARE(cell(0, HealthModel::LastEvent), u"–"_s);
    QCOMPARE(cell(0, HealthModel::Heartbeat), u"–"_s);
    QCOMPARE(cell(0, HealthModel::Identifies), u"–"_s);
    QCOMPARE(m_page->table()->rowHeight(0), tableRowHeight());
}

void HealthPageTest::saysNumbersWithUnits()
{
    MateHealth health;
    health.state.phase = MatePhase::Online;
    health.state.latency = Milliseconds(41);
    health.lastEventMs = readClock().wall.count() - 125'000;
    health.reconnects = 3;
    health.identifiesLeft = 987;
    health.discordWaits = 2;
    health.discordWaited = Milliseconds(1200);
    health.modelWaits = 1;
    health.modelWaited = Milliseconds(3000);
    health.turnsToday = 1204;
    health.failedToday = 1;
    tell(m_maya.id, health);
    QCOMPARE(cell(0, HealthModel::State), u"Online"_s);
    QCOMPARE(cell(0, HealthModel::Heartbeat), u"41 ms"_s);
    QCOMPARE(cell(0, HealthModel::LastEvent), u"2 min ago"_s);
    QCOMPARE(cell(0, HealthModel::Reconnects), u"3"_s);
    QCOMPARE(cell(0, HealthModel::Identifies), u"987"_s);
    QCOMPARE(cell(0, HealthModel::Waits), u"3 · 4.2 s"_s);
    QCOMPARE(cell(0, HealthModel::Turns), u"1,204"_s);
    QCOMPARE(cell(0, HealthModel::Failed), u"1"_s);
    const auto index = m_page->table()->model()->index(0, HealthModel::Turns);
    QCOMPARE(index.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight, int(Qt::AlignRight));
}

void HealthPageTest::followsMatesThatComeAndGo()
{
    m_desk->addMate(u"Kaito"_s);
    QCOMPARE(m_page->table()->model()->rowCount(), 3);
    QVERIFY(m_desk->mates().remove(m_maya.id));
    QCOMPARE(m_page->table()->model()->rowCount(), 2);
    m_merlin.name = u"Merlin the second"_s;
    m_merlin.paused = true;
    QVERIFY(m_desk->mates().update(m_merlin));
    QCOMPARE(cell(0, HealthModel::Name), u"Merlin the second"_s);
    QCOMPARE(cell(0, HealthModel::State), u"Paused"_s);
}

void HealthPageTest::sortsByNumberAndNotByText()
{
    MateHealth slow;
    slow.state.latency = Milliseconds(1500); // "1.5 s" is less than "41 ms" as text
    MateHealth fast;
    fast.state.latency = Milliseconds(41);
    tell(m_maya.id, fast);
    tell(m_merlin.id, slow);
    m_page->table()->sortByColumn(HealthModel::Heartbeat, Qt::DescendingOrder);
    QCOMPARE(cell(0, HealthModel::Name), u"Merlin"_s);
    m_page->table()->sortByColumn(HealthModel::Heartbeat, Qt::AscendingOrder);
    QCOMPARE(cell(0, HealthModel::Name), u"Maya"_s);
}

void HealthPageTest::saysTheLastProblemOfTheSelectedMate()
{
    auto *details = find<QLabel>(m_page.get(), "healthDetails");
    QVERIFY(details->text().startsWith(u"Select a mate"_s));
    MateHealth health;
    health.errors = 1;
    health.lastError = u"Anthropic is overloaded."_s;
    health.lastErrorMs = readClock().wall.count() - 60'000;
    tell(m_maya.id, health);
    m_page->table()->selectRow(0);
    QCOMPARE(details->text(), u"Maya, 1 min ago: Anthropic is overloaded."_s);
    QTest::keyClick(m_page->table(), Qt::Key_Down);
    QCOMPARE(details->text(), u"Merlin: no error since Loopflow was started."_s);
    health.state.phase = MatePhase::Failed;
    health.state.problem = u"Discord refused the token."_s;
    tell(m_merlin.id, health);
    QCOMPARE(details->text(), u"Merlin: Discord refused the token."_s);
}

void HealthPageTest::copiesTheTableAsText()
{
    find<QPushButton>(m_page.get(), "healthCopy")->click();
    QStringList lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 4); // head, two mates, the process
    QVERIFY(lines.at(0).startsWith(u"Mate\tState\t"_s));
    QVERIFY(lines.at(1).startsWith(u"Maya\t"_s));
    QVERIFY(lines.at(3).contains(u"Memory"_s));
    m_page->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_page.get()));
    m_page->table()->setFocus();
    m_page->table()->selectRow(1);
    QTest::keyClick(m_page->table(), Qt::Key_C, Qt::ControlModifier);
    lines = QApplication::clipboard()->text().split(u'\n', Qt::SkipEmptyParts);
    QCOMPARE(lines.size(), 2);
    QVERIFY(lines.at(1).startsWith(u"Merlin\t"_s));
}

void HealthPageTest::opensAMate()
{
    MateId wanted{};
    connect(m_page.get(), &HealthPage::mateWanted, this, [&](MateId mate) { wanted = mate; });
    m_page->table()->selectRow(1);
    QTest::keyClick(m_page->table(), Qt::Key_Return);
    QCOMPARE(wanted, m_merlin.id);
}

void HealthPageTest::saysHowTheProcessIs()
{
    const QString words = find<QLabel>(m_page.get(), "processHealth")->text();
    for (const QString &part :
        {u"Memory "_s, u"0 requests in flight"_s, u"Request breaker closed"_s, u"Database "_s, u"recorded event"_s})
        QVERIFY2(words.contains(part), qPrintable(words));
}

void HealthPageTest::isReachedByItsShortcut()
{
    MainWindow window(m_desk->services());
    window.show();
    QCOMPARE(find<QAction>(&window, "showHealth")->shortcut(), QKeySequence(u"Ctrl+3"_s));
    find<QAction>(&window, "showHealth")->trigger();
    auto *page = find<HealthPage>(&window, "healthPage");
    QVERIFY(page->isVisible());
    QCOMPARE(window.focusWidget(), page->table());
    page->table()->selectRow(1);
    QTest::keyClick(page->table(), Qt::Key_Return);
    QVERIFY(!page->isVisible());
    QCOMPARE(find<QListView>(&window, "mateList")->currentIndex().data().toString(), u"Merlin"_s);
}

void HealthPageTest::theStatusBarIsNeverCutByTheWindow()
{
    m_maya.name = u"A mate whose name is longer than anybody would type, with a clause, and another one"_s;
    m_merlin.name = u"Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverwaltung"_s;
    QVERIFY(m_desk->mates().update(m_maya));
    QVERIFY(m_desk->mates().update(m_merlin));
    MainWindow window(m_desk->services());
    window.resize(820, 600);
    window.show();
    const int width = window.width();
    MateState refused;
    refused.phase = MatePhase::NeedsToken;
    for (const Mate &mate : {m_maya, m_merlin})
        Q_EMIT m_desk->app().supervisor().stateChanged(mate.id, refused);
    QCoreApplication::processEvents();
    auto *attention = find<QPushButton>(&window, "statusAttention");
    QVERIFY(attention->text().startsWith(u"A mate whose"_s));
    const auto inWindow = [&](QWidget *widget) { return QRect(widget->mapTo(&window, QPoint()), widget->size()); };
    const QRect phrase = inWindow(find<QLabel>(&window, "statusPhrase"));
    const QRect words = inWindow(attention);
    QVERIFY(words.right() <= window.rect().right());
    QVERIFY(phrase.left() >= 0 && phrase.width() > 30);
    QVERIFY(!phrase.intersects(words));
    QCOMPARE(window.width(), width); // the bar did not push the window wider
    QVERIFY(attention->toolTip().contains(m_merlin.name));

    // What has room is shown whole, also when it grew.
    window.resize(1280, 800);
    for (Mate *mate : {&m_maya, &m_merlin}) {
        mate->name = mate->name.left(8);
        QVERIFY(m_desk->mates().update(*mate));
    }
    QCoreApplication::processEvents();
    QCOMPARE(attention->width(), attention->sizeHint().width());
    QCOMPARE(attention->fontMetrics().elidedText(attention->text(), Qt::ElideRight, attention->width() - 24),
        attention->text());
    const auto *said = find<QLabel>(&window, "statusPhrase");
    QCOMPARE(said->fontMetrics().elidedText(said->text(), Qt::ElideRight, said->width()), said->text());
}

void HealthPageTest::aClickOnWhoNeedsYouGoesThere()
{
    m_maya.paused = true;
    QVERIFY(m_desk->mates().update(m_maya));
    m_desk->app().startMates(); // Merlin has no token
    MainWindow window(m_desk->services());
    window.show();
    auto *attention = find<QPushButton>(&window, "statusAttention");
    QTRY_COMPARE(attention->text(), u"Merlin needs you"_s);
    find<QAction>(&window, "showHealth")->trigger();
    auto *list = find<QListView>(&window, "mateList");
    list->setCurrentIndex(list->model()->index(0, 0));
    find<QAction>(&window, "showHealth")->trigger();
    QTest::mouseClick(attention, Qt::LeftButton);
    QCOMPARE(list->currentIndex().data().toString(), u"Merlin"_s);
    QVERIFY(!find<HealthPage>(&window, "healthPage")->isVisible());
}

void HealthPageTest::theStatusBarSaysHowConnectionsBeat()
{
    m_desk->app().startMates();
    MainWindow window(m_desk->services());
    window.show();
    auto *pulse = find<QLabel>(&window, "statusPulse");
    QVERIFY(pulse->text().isEmpty());
    window.startPractice();
    QTRY_VERIFY_WITH_TIMEOUT(pulse->text().contains(u"last event "_s), 15000);
}

void HealthPageTest::everyControlHasAName()
{
    const auto widgets = m_page->findChildren<QWidget *>();
    int controls = 0;
    for (QWidget *widget : widgets) {
        if (widget->window() != m_page.get() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy()
            || widget->objectName().startsWith(u"qt_"_s))
            continue;
        ++controls;
        QAccessibleInterface *face = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(face);
        QVERIFY2(!face->text(QAccessible::Name).isEmpty(),
            qPrintable(u"%1 %2"_s.arg(QString::fromLatin1(widget->metaObject()->className()), widget->objectName())));
    }
    QVERIFY(controls >= 8);
}

LOOPFLOW_TEST(HealthPageTest)
#include "tst_healthpage.moc"
