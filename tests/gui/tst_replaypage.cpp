#include "core/practice/discordserver.h"
#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationpane.h"
#include "ui/inspector/turnpane.h"
#include "ui/mainwindow.h"
#include "ui/practice/messageinput.h"
#include "ui/replay/replaymodel.h"
#include "ui/replay/replaypage.h"
#include "ui/widgets/diffview.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

// A window on a practice mate: replays go to the practice model over real sockets.
class ReplayPageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void bothAnswersStandSideBySide();
    void anotherPromptIsAChangeAndCanBeSaved();
    void anotherModelIsAChangeUntilExactTakesItBack();
    void aReplayIsMarkedAndStaysWithItsTurn();
    void theReplayThatWasAskedForIsShown();
    void aNoteThatIsBeingTypedStaysWithItsRun();
    void aChangeStartsFromARun();
    void manyRunsShowProgressAndAreCancelled();
    void aWholeConversationIsRunAgain();
    void theNewestTurnsOfAMateAreRunAgain();
    void aTurnThatCannotBeRunAgainSaysWhy();
    void whatFailsSaysWhyBesideWhatWasAnswered();
    void escapeGoesBackToTheConversation();

private:
    template <class T> T *the(const char *name) { return find<T>(page(), name); }
    ReplayPage *page() { return find<ReplayPage>(m_window.get(), "replayPage"); }
    QAbstractItemModel *runs() { return the<QTableView>("replayTable")->model(); }
    QString cell(int row, int column) { return runs()->index(row, column).data().toString(); }
    void act(const char *name) { find<QAction>(m_window.get(), name)->trigger(); }
    void ask(const QString &text);
    void run(int rows);

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    ConversationModel *m_conversation = nullptr;
    MateId m_mate{};
};

void ReplayPageTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_desk->app().startMates();
    m_window = std::make_unique<MainWindow>(m_desk->services());
    m_window->resize(1280, 800);
    m_window->show();
    m_window->startPractice();
    auto *pane = m_window->findChild<ConversationPane *>();
    m_conversation = m_window->findChild<ConversationModel *>();
    QTRY_VERIFY(pane->isPractice());
    m_desk->app().practice().languageModel().faults().tokenMs = 0;
    m_mate = pane->shown()->mate;
    QTRY_COMPARE(m_desk->app().supervisor().state(m_mate).phase, MatePhase::Online);
    m_desk->app().practice().languageModel().faults().answer = u"Certainly not today."_s;
    ask(u"may I?"_s);
}

void ReplayPageTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void ReplayPageTest::ask(const QString &text)
{
    auto *input = m_window->findChild<MessageInput *>();
    const int rows = m_conversation->rowCount();
    QTest::keyClicks(input, text);
    QTest::keyClick(input, Qt::Key_Return);
    QTRY_COMPARE(m_conversation->rowCount(), rows + 2);
    QTRY_VERIFY(m_conversation->row(rows + 1).turn && m_conversation->row(rows + 1).turn->state == TurnState::Done);
}

/// Until the table has so many rows, all of them over.
void ReplayPageTest::run(int rows)
{
    the<QPushButton>("replayRun")->click();
    QTRY_COMPARE(runs()->rowCount(), rows);
    QTRY_VERIFY(!page()->isRunning());
}

void ReplayPageTest::bothAnswersStandSideBySide()
{
    const int rows = m_conversation->rowCount();
    act("replayTurn");
    QVERIFY(page()->isVisible());
    QVERIFY(the<QLabel>("replayTitle")->text().startsWith(u"Replay · "_s));
    QCOMPARE(the<QLabel>("replayKind")->text(), u"exact · nothing is posted"_s);
    QCOMPARE(the<QPlainTextEdit>("replayBefore")->toPlainText(), u"Certainly not today."_s);
    QVERIFY(the<QPlainTextEdit>("replayAfter")->placeholderText().contains(u"appears here"_s));
    m_desk->app().practice().languageModel().faults().answer = u"Certainly, but not today."_s;
    act("replayTurn"); // F5 runs where replays are shown
    QTRY_COMPARE(runs()->rowCount(), 1);
    QTRY_VERIFY(!page()->isRunning());
    QVERIFY(the<DiffView>("replayDiff")->isVisible());
    QCOMPARE(the<DiffView>("replayDiff")->count(), (WordCount{1, 0}));
    QVERIFY(the<QLabel>("runCaption")->text().contains(u"exact"_s, Qt::CaseInsensitive));
    QCOMPARE(cell(0, ReplayModel::Label), u"exact"_s);
    QVERIFY(the<QLabel>("runTokens")->text().contains(u" out"_s));
    QCOMPARE(the<QLabel>("runWords")->text(), u"+1 word"_s);
    QVERIFY(the<QLabel>("replayProgressWords")->text().startsWith(u"1 of 1 runs done"_s));
    QCOMPARE(m_conversation->rowCount(), rows); // nothing of it is said in the conversation
}

void ReplayPageTest::anotherPromptIsAChangeAndCanBeSaved()
{
    act("replayTurn");
    the<QPushButton>("replayPrompt")->click();
    auto *text = the<QPlainTextEdit>("replayPromptText");
    QVERIFY(text->isVisible());
    text->setPlainText(u"Answer in rhyme."_s);
    QCOMPARE(the<QLabel>("replayKind")->text(), u"with changes · nothing is posted"_s);
    QVERIFY(the<QPushButton>("replayPrompt")->text().contains(u"→ edited"_s));
    run(1);
    QCOMPARE(cell(0, ReplayModel::Label), u"changed"_s);
    QCOMPARE(cell(0, ReplayModel::Prompt), u"edited"_s);
    auto *save = the<QPushButton>("replaySave");
    QVERIFY(save->isEnabled());
    save->click();
    QCOMPARE(m_desk->mates().prompt(m_mate).text, u"Answer in rhyme."_s);
    QVERIFY(!save->isEnabled());
}

void ReplayPageTest::anotherModelIsAChangeUntilExactTakesItBack()
{
    act("replayTurn");
    the<QPushButton>("replayModel")->click();
    the<QCheckBox>("replayOther")->setChecked(true);
    QCOMPARE(the<QLabel>("replayKind")->text(), u"exact · nothing is posted"_s); // the same is no change
    the<QLineEdit>("maxTokens")->setText(u"none"_s);
    QVERIFY(!the<QPushButton>("replayRun")->isEnabled());
    the<QLineEdit>("maxTokens")->setText(u"12"_s);
    QCOMPARE(the<QLabel>("replayKind")->text(), u"with changes · nothing is posted"_s);
    run(1);
    const auto replays = m_desk->app().record().replays(m_conversation->row(1).turn->id);
    const auto records = m_desk->app().record().readTurn(replays->constFirst());
    const auto &started = std::get<TurnStarted>(std::get<TurnEvent>(records->constFirst().event));
    QCOMPARE(started.parameters.maxTokens, std::optional<int>(12));
    the<QPushButton>("replayExact")->click();
    QCOMPARE(the<QLabel>("replayKind")->text(), u"exact · nothing is posted"_s);
    QVERIFY(!the<QCheckBox>("replayOther")->isChecked());
}

void ReplayPageTest::aReplayIsMarkedAndStaysWithItsTurn()
{
    m_window->findChild<ConversationPane *>()->inspect(1);
    act("replayTurn");
    run(1);
    the<QPushButton>("replayBetter")->click();
    the<QPushButton>("replayNoteButton")->click();
    QTest::keyClicks(the<QLineEdit>("replayNote"), u"kinder"_s);
    QTest::keyClick(the<QLineEdit>("replayNote"), Qt::Key_Return);
    QCOMPARE(cell(0, ReplayModel::Verdict), u"better · kinder"_s);
    the<QPushButton>("replayWorse")->click();
    QCOMPARE(cell(0, ReplayModel::Verdict), u"worse · kinder"_s);
    QVERIFY(!the<QPushButton>("replayBetter")->isChecked());

    the<QPushButton>("replayClose")->click();
    auto *tabs = find<QTabBar>(m_window.get(), "turnTabs");
    QCOMPARE(tabs->tabText(tabs->count() - 1), u"Replays 1"_s);
    tabs->setCurrentIndex(tabs->count() - 1);
    auto *list = find<QTableView>(m_window.get(), "turnReplays");
    QCOMPARE(list->model()->index(0, ReplayModel::Verdict).data().toString(), u"worse · kinder"_s);
    list->setCurrentIndex(list->model()->index(0, 0));
    Q_EMIT list->activated(list->currentIndex());
    QVERIFY(page()->isVisible());
    QVERIFY(the<QPushButton>("replayWorse")->isChecked());
    QCOMPARE(the<QLineEdit>("replayNote")->text(), u"kinder"_s);
}

void ReplayPageTest::theReplayThatWasAskedForIsShown()
{
    act("replayTurn");
    the<QComboBox>("replayRuns")->setCurrentText(u"3 runs"_s);
    run(3);
    const ConversationId here = *m_window->findChild<ConversationPane *>()->shown();
    const TurnId turn = m_conversation->row(1).turn->id;
    const auto replays = *m_desk->app().record().replays(turn);
    ReplayPage other(m_desk->services());
    auto *table = find<QTableView>(&other, "replayTable");
    other.open(here, turn, replays[1]);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->currentIndex().row(), 1);
    ReplayPage newest(m_desk->services());
    table = find<QTableView>(&newest, "replayTable");
    newest.open(here, turn);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    QCOMPARE(table->currentIndex().row(), 2);
}

void ReplayPageTest::aNoteThatIsBeingTypedStaysWithItsRun()
{
    act("replayTurn");
    the<QComboBox>("replayRuns")->setCurrentText(u"2 runs"_s);
    run(2);
    auto *table = the<QTableView>("replayTable");
    table->setCurrentIndex(runs()->index(0, 0));
    the<QPushButton>("replayNoteButton")->click();
    QTest::keyClicks(the<QLineEdit>("replayNote"), u"kinder"_s);
    table->setCurrentIndex(runs()->index(1, 0)); // as when another run comes
    QCOMPARE(cell(0, ReplayModel::Verdict), u"kinder"_s);
    QCOMPARE(cell(1, ReplayModel::Verdict), QString());
    QVERIFY(the<QLineEdit>("replayNote")->text().isEmpty());
}

void ReplayPageTest::aChangeStartsFromARun()
{
    act("replayTurn");
    the<QPlainTextEdit>("replayPromptText")->setPlainText(u"Answer in rhyme."_s);
    run(1);
    the<QPushButton>("replayExact")->click();
    QVERIFY(the<QPlainTextEdit>("replayPromptText")->toPlainText() != u"Answer in rhyme."_s);
    the<QAction>("replayFromRun")->trigger();
    QCOMPARE(the<QPlainTextEdit>("replayPromptText")->toPlainText(), u"Answer in rhyme."_s);
    QCOMPARE(the<QLabel>("replayKind")->text(), u"with changes · nothing is posted"_s);
}

void ReplayPageTest::manyRunsShowProgressAndAreCancelled()
{
    act("replayTurn");
    the<QComboBox>("replayRuns")->setCurrentText(u"10 runs"_s);
    m_desk->app().practice().languageModel().faults().tokenMs = 60'000; // none ends by itself
    the<QPushButton>("replayRun")->click();
    QVERIFY(the<QPushButton>("replayCancel")->isVisible());
    QVERIFY(!the<QPushButton>("replayRun")->isEnabled());
    QTRY_COMPARE(runs()->rowCount(), Replayer::mostAtOnce);
    QCOMPARE(the<QLabel>("replayProgressWords")->text(), u"0 of 10 runs done"_s);
    the<QPushButton>("replayCancel")->click();
    QTRY_VERIFY(!page()->isRunning());
    QCOMPARE(runs()->rowCount(), Replayer::mostAtOnce);
    QCOMPARE(cell(0, ReplayModel::Time), u"cancelled"_s);
    QVERIFY(the<QPushButton>("replayRun")->isEnabled());
    QVERIFY(!the<QPushButton>("replayCancel")->isVisible());
}

void ReplayPageTest::aWholeConversationIsRunAgain()
{
    ask(u"and tomorrow?"_s);
    act("replayConversation");
    QVERIFY(!the<QTableView>("replayTable")->isColumnHidden(ReplayModel::Question));
    QCOMPARE(the<QPushButton>("replayRun")->text(), u"Run 2 turns again"_s);
    QTRY_VERIFY(!the<QLabel>("replayEstimate")->text().isEmpty()
        && the<QLabel>("replayEstimate")->text() != u"estimating…"_s);
    run(2);
    QCOMPARE(the<QLabel>("runWords")->text(), u"the same words"_s);
    QStringList questions{cell(0, ReplayModel::Question), cell(1, ReplayModel::Question)};
    questions.sort();
    QCOMPARE(questions, (QStringList{u"and tomorrow?"_s, u"may I?"_s}));
    QCOMPARE(the<DiffView>("replayDiff")->count(), (WordCount{0, 0}));
}

void ReplayPageTest::theNewestTurnsOfAMateAreRunAgain()
{
    ask(u"and tomorrow?"_s);
    act("replayMate");
    QVERIFY(the<QComboBox>("replayScope")->currentText().startsWith(u"The last 10 turns of"_s));
    run(2);
}

void ReplayPageTest::aTurnThatCannotBeRunAgainSaysWhy()
{
    const ConversationId here = *m_window->findChild<ConversationPane *>()->shown();
    const TurnId turn = m_desk->begin(here, m_desk->seen(here, u"ana"_s, u"hello"_s));
    m_desk->complete(here, turn, u"Hi."_s);
    QTRY_COMPARE(m_conversation->rowCount(), 4);
    act("replayTurn");
    QVERIFY(the<QLabel>("replayTrouble")->isVisible());
    QVERIFY(the<QLabel>("replayTrouble")->text().endsWith(u"."_s));
    QVERIFY(!the<QPushButton>("replayRun")->isEnabled());
    QCOMPARE(the<QPlainTextEdit>("replayBefore")->toPlainText(), u"Hi."_s);
}

void ReplayPageTest::whatFailsSaysWhyBesideWhatWasAnswered()
{
    act("replayTurn");
    m_desk->app().practice().languageModel().faults().failEvery = 1;
    m_desk->app().practice().languageModel().faults().failStatus = 401;
    run(1);
    QCOMPARE(cell(0, ReplayModel::Time), u"failed"_s);
    QVERIFY(the<QLabel>("replayRunTrouble")->isVisible());
    QVERIFY(the<QLabel>("replayRunTrouble")->text().endsWith(u"."_s));
    QCOMPARE(the<QPlainTextEdit>("replayBefore")->toPlainText(), u"Certainly not today."_s);
    QVERIFY(the<QLabel>("replayProgressWords")->text().contains(u"1 without an answer"_s));
}

void ReplayPageTest::escapeGoesBackToTheConversation()
{
    act("replayTurn");
    the<QPushButton>("replayPrompt")->click();
    QTest::keyClick(page(), Qt::Key_Escape);
    QVERIFY(!the<QPlainTextEdit>("replayPromptText")->isVisible());
    QVERIFY(page()->isVisible());
    QTest::keyClick(page(), Qt::Key_Escape);
    QVERIFY(!page()->isVisible());
    QVERIFY(m_window->findChild<ConversationPane *>()->isVisible());
}

LOOPFLOW_TEST(ReplayPageTest)
#include "tst_replaypage.moc"
