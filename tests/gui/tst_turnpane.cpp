#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationpane.h"
#include "ui/inspector/conversationview.h"
#include "ui/inspector/timelinelist.h"
#include "ui/inspector/turnpane.h"
#include "ui/widgets/jsonview.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabBar>
#include <QTableView>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

const QByteArray body = "{\"max_tokens\":64,\"messages\":[{\"content\":\"it's \\\"so\\\" $HOME\",\"role\":\"user\"}],"
                        "\"model\":\"m\",\"stream\":true,\"system\":\"You are Maya.\"}";

} // namespace

class TurnPaneTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aClickOnATurnOpensItAndEscapeClosesIt();
    void enterOpensATurnAndArrowsGoOn();
    void withoutACurrentRowTheNewestTurnOpens();
    void followsATurnThatRuns();
    void everyBarHasASentenceForScreenReaders();
    void theBodyIsCopiedByteForByte();
    void theMessagesAreListedAndOpen();
    void aFailedTurnSaysWhy();
    void aMessageThatWasLetPassSaysWhy();
    void everyEventIsThereAsJson();
    void whatCannotBeReadIsSaidAndTheRestShown();
    void damagedAndUnknownEventsAreCountedAndTheRestShown();
    void whatHappensWhileALongTurnIsReadIsNotLost();
    void aVeryLongRequestIsShownInPart();
    void anotherPageHasItsTab();
    void theModelsAreSound();

private:
    template <class T> T *the(const char *name) { return find<T>(m_pane.get(), name); }
    void open(int row);
    TurnId ask(const QByteArray &sent = body);
    void showConversation();
    QStringList values();

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ConversationPane> m_pane;
    Mate m_mate;
    ConversationId m_id;
};

void TurnPaneTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_desk->goBack(Milliseconds(60000));
    m_desk->stopClock();
    m_mate = m_desk->addMate(u"Maya"_s);
    m_id = {m_mate.id, {101}};
    m_pane = std::make_unique<ConversationPane>(m_desk->services());
    m_pane->resize(800, 700);
    m_pane->QWidget::show();
    QVERIFY(QTest::qWaitForWindowExposed(m_pane.get()));
}

void TurnPaneTest::cleanup()
{
    m_pane.reset();
    m_desk.reset();
}

void TurnPaneTest::showConversation()
{
    m_pane->show(m_id, m_mate, u"ana"_s, false);
    QCoreApplication::processEvents();
}

/// A question, and a turn that has sent its request.
TurnId TurnPaneTest::ask(const QByteArray &sent)
{
    const auto asked = m_desk->seen(m_id, u"ana"_s, u"hello"_s);
    TurnStarted started;
    started.asked = {asked};
    started.channel = m_id.channel;
    started.bot = m_mate.bot;
    started.promptVersion = 7;
    started.promptText = u"You are Maya."_s;
    started.provider = u"anthropic"_s;
    started.model = u"m"_s;
    const TurnId turn = m_desk->log().begin(m_id, started);
    m_desk->pass(Milliseconds(80));
    m_desk->log().append(m_id, turn, HistoryFetched{HistoryPurpose::Context, {asked}, false});
    m_desk->log().append(m_id, turn, RequestSent{1, u"https://api.anthropic.com/v1/messages"_s, sent, 20, 0});
    m_desk->pass(Milliseconds(600));
    return turn;
}

void TurnPaneTest::open(int row)
{
    showConversation();
    m_pane->inspect(row);
    QVERIFY(m_pane->turnPane()->isVisible());
}

QStringList TurnPaneTest::values()
{
    const TimelineModel *steps = the<TimelineList>("timeline")->steps();
    QStringList lines;
    for (int row = 0; row < steps->rowCount(); ++row)
        lines << steps->index(row).data().toString() + u' ' + steps->value(row);
    return lines;
}

void TurnPaneTest::aClickOnATurnOpensItAndEscapeClosesIt()
{
    m_desk->complete(m_id, ask(), u"Certainly."_s);
    showConversation();
    QVERIFY(!m_pane->turnPane()->isVisible());
    ConversationView *view = m_pane->view();
    const QRect row = view->visualRect(view->model()->index(1, 0));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(row.center().x(), row.bottom() - 8)); // its meta line
    QVERIFY(m_pane->turnPane()->isVisible());
    the<TimelineList>("timeline")->setFocus();
    QTest::keyClick(the<TimelineList>("timeline"), Qt::Key_Escape);
    QVERIFY(!m_pane->turnPane()->isVisible());
    QVERIFY(view->hasFocus());
    QCOMPARE(m_pane->turnPane()->turn(), TurnId{});
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(view->model()->index(0, 0)).center());
    QVERIFY(!m_pane->turnPane()->isVisible()); // a person's message is no turn
}

void TurnPaneTest::withoutACurrentRowTheNewestTurnOpens()
{
    m_desk->complete(m_id, ask(), u"One."_s);
    const TurnId newest = ask();
    m_desk->complete(m_id, newest, u"Two."_s);
    m_desk->seen(m_id, u"ana"_s, u"thanks"_s);
    showConversation();
    QVERIFY(!m_pane->view()->currentIndex().isValid());
    m_pane->view()->inspect();
    QCOMPARE(m_pane->turnPane()->turn(), newest);
}

void TurnPaneTest::enterOpensATurnAndArrowsGoOn()
{
    m_desk->complete(m_id, ask(), u"One."_s);
    const TurnId second = ask();
    m_desk->complete(m_id, second, u"Two."_s);
    showConversation();
    ConversationView *view = m_pane->view();
    view->setFocus();
    view->setCurrentIndex(view->model()->index(1, 0));
    QTest::keyClick(view, Qt::Key_Return);
    QVERIFY(m_pane->turnPane()->isVisible());
    QVERIFY(m_pane->turnPane()->turn() != second);
    QTest::keyClick(view, Qt::Key_Down);
    QTest::keyClick(view, Qt::Key_Down);
    QCOMPARE(m_pane->turnPane()->turn(), second);
    QTest::keyClick(view, Qt::Key_Escape);
    QVERIFY(!m_pane->turnPane()->isVisible());
}

void TurnPaneTest::followsATurnThatRuns()
{
    const TurnId turn = ask();
    open(1);
    QStringList lines = values();
    QCOMPARE(lines.size(), 6);
    QCOMPARE(lines[1], u"history 80 ms"_s);
    QVERIFY(lines[3].startsWith(u"first token"_s) && lines[3].endsWith(u'…'));
    QCOMPARE(lines[5], u"posted not yet"_s);
    m_desk->stream(m_id, turn, u"Cer"_s);
    m_pane->turnPane()->flush();
    QVERIFY(values()[4].startsWith(u"last token"_s) && values()[4].endsWith(u'…'));
    m_desk->complete(m_id, turn, u"Certainly."_s, Milliseconds(900));
    m_pane->turnPane()->flush();
    QVERIFY(!values()[4].endsWith(u'…'));
    QVERIFY(!values()[5].contains(u"not yet"_s));
    QCOMPARE(the<QLabel>("totalIn")->text(), u"1,204"_s);
    QCOMPARE(the<QLabel>("totalOut")->text(), u"96"_s);
    QVERIFY(the<QLabel>("because")->text().startsWith(u"Answered because it is a direct message from a person."_s));
    the<QTabBar>("turnTabs")->setCurrentIndex(2);
    QCOMPARE(the<QPlainTextEdit>("replyText")->toPlainText(), u"Certainly."_s);
}

void TurnPaneTest::everyBarHasASentenceForScreenReaders()
{
    m_desk->complete(m_id, ask(), u"Certainly."_s, Milliseconds(200));
    open(1);
    const TimelineModel *steps = the<TimelineList>("timeline")->steps();
    int slowest = 0;
    for (int row = 0; row < steps->rowCount(); ++row) {
        const QString said = steps->index(row).data(Qt::AccessibleTextRole).toString();
        QVERIFY(said.startsWith(steps->index(row).data().toString()));
        slowest += said.contains(u"The slowest step."_s) ? 1 : 0;
    }
    QCOMPARE(slowest, 1);
}

void TurnPaneTest::theBodyIsCopiedByteForByte()
{
    m_desk->complete(m_id, ask(), u"Certainly."_s);
    open(1);
    the<QTabBar>("turnTabs")->setCurrentIndex(1);
    the<QPushButton>("copyRequestJson")->click();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), body);
    the<QPushButton>("copyCurl")->click();
    const QString command = QGuiApplication::clipboard()->text();
    QVERIFY(command.startsWith(u"curl "_s));
    QVERIFY(command.contains(u"$ANTHROPIC_API_KEY"_s));
    the<QPushButton>("requestJson")->click();
    QVERIFY(the<JsonView>("requestBody")->isVisible());
    QCOMPARE(the<JsonView>("requestBody")->json(), body);
    QVERIFY(the<JsonView>("requestBody")->toPlainText().contains(u"    \"model\": \"m\""_s));
}

void TurnPaneTest::theMessagesAreListedAndOpen()
{
    m_desk->complete(m_id, ask(QByteArray(body).replace("You are Maya.", QByteArray("line\\n").repeated(50))), u"Certainly."_s);
    open(1);
    the<QTabBar>("turnTabs")->setCurrentIndex(1);
    auto *list = the<QListView>("requestMessages");
    QCOMPARE(list->model()->rowCount(), 2);
    QVERIFY(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().startsWith(u"system, "_s));
    QCoreApplication::processEvents();
    const int closed = list->visualRect(list->model()->index(0, 0)).height();
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCoreApplication::processEvents();
    QVERIFY(list->visualRect(list->model()->index(0, 0)).height() > 10 * closed);
    QTest::keyClick(list, Qt::Key_Return);
    QCoreApplication::processEvents();
    QCOMPARE(list->visualRect(list->model()->index(0, 0)).height(), closed);
    QTest::keyClick(list, Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"line\n"_s.repeated(50));
}

void TurnPaneTest::aFailedTurnSaysWhy()
{
    m_desk->fail(m_id, ask(), u"Anthropic is overloaded."_s);
    showConversation();
    ConversationView *view = m_pane->view();
    view->setCurrentIndex(view->model()->index(1, 0));
    view->inspect(); // Enter tries again
    QVERIFY(m_pane->turnPane()->isVisible());
    QVERIFY(the<QLabel>("because")->text().contains(u"It failed: Anthropic is overloaded."_s));
    QVERIFY(values().join(u',').contains(u"failed"_s));
}

void TurnPaneTest::aMessageThatWasLetPassSaysWhy()
{
    const auto pull = m_desk->seen(m_id, u"GitHub"_s, u"Pull request #212"_s);
    m_desk->log().append(m_id, MessageIgnored{pull.id, IgnoreReason::WrittenByBot});
    m_desk->complete(m_id, ask(), u"Certainly."_s);
    open(0);
    QVERIFY(the<QLabel>("because")->text().contains(u"because a bot wrote it"_s));
    auto *tabs = the<QTabBar>("turnTabs");
    QVERIFY(!tabs->isTabVisible(1));
    tabs->setCurrentIndex(3);
    QVERIFY(the<JsonView>("eventJson")->toPlainText().contains(u"Pull request #212"_s));
    m_pane->inspect(2);
    QVERIFY(tabs->isTabVisible(1));
}

void TurnPaneTest::everyEventIsThereAsJson()
{
    m_desk->complete(m_id, ask(), u"Certainly."_s);
    open(1);
    auto *tabs = the<QTabBar>("turnTabs");
    QCOMPARE(tabs->tabText(3), u"Events 6"_s);
    tabs->setCurrentIndex(3);
    auto *table = the<QTableView>("eventTable");
    QCOMPARE(table->model()->rowCount(), 6);
    QCOMPARE(table->model()->index(0, 2).data().toString(), u"TurnStarted"_s);
    QCOMPARE(table->model()->index(1, 1).data().toString(), u"+80 ms"_s);
    table->selectRow(2);
    QVERIFY(the<JsonView>("eventJson")->toPlainText().contains(u"api.anthropic.com"_s));
    the<QPushButton>("copyEvent")->click();
    QCOMPARE(QGuiApplication::clipboard()->text().toUtf8(), the<JsonView>("eventJson")->json());
}

void TurnPaneTest::whatCannotBeReadIsSaidAndTheRestShown()
{
    const TurnId turn = ask("this is no JSON");
    m_desk->complete(m_id, turn, u"Certainly."_s);
    open(1);
    the<QTabBar>("turnTabs")->setCurrentIndex(1);
    QVERIFY(the<QLabel>("requestNote")->text().contains(u"not JSON"_s));
    QVERIFY(the<JsonView>("requestBody")->isVisible());
    QCOMPARE(the<JsonView>("requestBody")->toPlainText(), u"this is no JSON"_s);
    m_pane->turnPane()->showTurn(TurnId{9999}); // nothing of it is in the record any more
    the<QTabBar>("turnTabs")->setCurrentIndex(0);
    QVERIFY(the<QLabel>("because")->text().contains(u"not in the record"_s));
}

void TurnPaneTest::damagedAndUnknownEventsAreCountedAndTheRestShown()
{
    m_desk->complete(m_id, ask(), u"Certainly."_s);
    m_desk->spoil(u"UPDATE event SET payload = x'00ff' WHERE kind = 'HistoryFetched'"_s);
    m_desk->spoil(u"UPDATE event SET kind = 'FromTomorrow' WHERE kind = 'PartPosted'"_s);
    open(1);
    QVERIFY(the<QLabel>("turnTrouble")->isVisible());
    QCOMPARE(the<QLabel>("turnTrouble")->text(), u"2 recorded events could not be read; the rest is shown."_s);
    QVERIFY(m_pane->turnPane()->trace().isOver());
    QCOMPARE(m_pane->turnPane()->trace().text(), u"Certainly."_s);
}

void TurnPaneTest::whatHappensWhileALongTurnIsReadIsNotLost()
{
    const QByteArray large = "{\"messages\":[{\"content\":\"" + QByteArray("many words ").repeated(100'000)
        + "\",\"role\":\"user\"}],\"model\":\"m\"}";
    const TurnId turn = ask(large);
    open(1);
    m_desk->complete(m_id, turn, u"Certainly."_s);
    m_pane->turnPane()->flush();
    QTRY_VERIFY(m_pane->turnPane()->trace().isBegun());
    m_pane->turnPane()->flush();
    QVERIFY(m_pane->turnPane()->trace().isOver());
    QCOMPARE(m_pane->turnPane()->trace().requests().size(), 1);
}

void TurnPaneTest::aVeryLongRequestIsShownInPart()
{
    const QByteArray large = "{\"messages\":[{\"content\":\"" + QByteArray("many words ").repeated(2'000'000)
        + "\",\"role\":\"user\"}],\"model\":\"m\"}";
    m_desk->complete(m_id, ask(large), u"Certainly."_s);
    open(1);
    the<QTabBar>("turnTabs")->setCurrentIndex(1);
    QVERIFY(!m_pane->turnPane()->trace().isBegun()); // it is read beside the window's thread
    QVERIFY(the<QLabel>("turnTrouble")->isVisible());
    QTRY_VERIFY(the<QLabel>("requestNote")->text().contains(u"The first 200 KB of "_s));
    QVERIFY(!the<QLabel>("turnTrouble")->isVisible());
    QVERIFY(the<JsonView>("requestBody")->toPlainText().size() <= 200 * 1024);
    the<QPushButton>("copyRequestJson")->click();
    QCOMPARE(QGuiApplication::clipboard()->text().size(), large.size());
    the<QTabBar>("turnTabs")->setCurrentIndex(3);
    the<QTableView>("eventTable")->selectRow(2);
    QVERIFY(the<QLabel>("eventNote")->text().contains(u"its beginning is shown"_s));
    QVERIFY(the<JsonView>("eventJson")->toPlainText().contains(u"many words"_s));
    the<QPushButton>("copyEvent")->click();
    QVERIFY(QGuiApplication::clipboard()->text().size() > large.size());
}

void TurnPaneTest::anotherPageHasItsTab()
{
    auto *page = new QWidget;
    TurnPane *pane = m_pane->turnPane();
    const int tab = pane->addPage(page, u"More 2"_s);
    QCOMPARE(tab, the<QTabBar>("turnTabs")->count() - 1);
    pane->showPage(page);
    QCOMPARE(the<QTabBar>("turnTabs")->currentIndex(), tab);
    pane->setPageTitle(page, u"More 3"_s);
    QCOMPARE(the<QTabBar>("turnTabs")->tabText(tab), u"More 3"_s);
}

void TurnPaneTest::theModelsAreSound()
{
    const QAbstractItemModelTester steps(the<TimelineList>("timeline")->model());
    const QAbstractItemModelTester messages(the<QListView>("requestMessages")->model());
    const QAbstractItemModelTester events(the<QTableView>("eventTable")->model());
    const TurnId turn = ask();
    open(1);
    for (int tab : {1, 3, 0})
        the<QTabBar>("turnTabs")->setCurrentIndex(tab);
    m_desk->complete(m_id, turn, u"Certainly."_s);
    m_pane->turnPane()->flush();
    for (int tab : {1, 3})
        the<QTabBar>("turnTabs")->setCurrentIndex(tab);
    QCOMPARE(the<QTableView>("eventTable")->model()->rowCount(), 6);
}

LOOPFLOW_TEST(TurnPaneTest)
#include "tst_turnpane.moc"
