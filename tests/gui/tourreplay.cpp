#include "tests/gui/tour.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationpane.h"
#include "ui/mainwindow.h"
#include "ui/replay/replaypage.h"

#include <QAction>
#include <QCheckBox>
#include <QLabel>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>
#include <QTableView>

namespace loopflow::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QString question = u"what should the retry loop do when the disk is full?"_s;
const QString before = uR"(The loop treats ENOSPC like a network error, so it waits forever. Fail fast instead:
```cpp
if (error.code() == std::errc::no_space_on_device)
    return fail(error, Retry::Never);
```)"_s;
const QString after = uR"(The loop treats ENOSPC like a network error, so it waits forever. Stop at once, tell the user how much room is needed, and keep the part that was sent:
```cpp
if (error.code() == std::errc::no_space_on_device)
    return fail(error, Retry::AfterUserAction);
```)"_s;
const QString half = u"Stop at once, and tell the user"_s;
const QString note = u"names the next step"_s;

} // namespace

QString Tour::writtenForReplays()
{
    return QStringList{question, before, after, half, note, u"Be calm."_s}.join(u'\n');
}

/// As a replay goes, up to its first words.
TurnId Tour::beginReplay(const ConversationId &here, const TurnStarted &source, TurnId of, bool changed)
{
    TurnStarted started = source;
    started.replayOf = of;
    if (changed) {
        started.promptText += u"\nBe calm."_s;
        started.promptVersion = 0;
        started.model = u"claude-haiku-5-5"_s;
    }
    const TurnId replay = m_desk->log().begin(here, started);
    m_desk->log().append(here, replay, HistoryFetched{});
    m_desk->log().append(here, replay, RequestSent{});
    m_desk->pass(240ms);
    m_desk->stream(here, replay, half);
    return replay;
}

void Tour::seeReplay(MainWindow &window)
{
    const ConversationId here = *window.findChild<ConversationPane *>()->shown();
    const auto *rows = window.findChild<ConversationModel *>();
    const int known = rows->rowCount();
    m_desk->goBack(50s);
    const auto asked = m_desk->seen(here, u"ana"_s, question);
    const TurnId turn = beginWhole(here, asked);
    m_desk->stream(here, turn, half);
    m_desk->complete(here, turn, before, 1300ms);
    QTRY_COMPARE(rows->rowCount(), known + 2);
    find<QListView>(&window, "conversationView")->setCurrentIndex(rows->index(known + 1));
    find<QAction>(&window, "replayTurn")->trigger();
    auto *page = window.findChild<ReplayPage *>();
    QVERIFY(page && page->isVisible());
    QVERIFY(find<QPushButton>(page, "replayRun")->isEnabled());
    see(window, u"replay-before"_s);

    m_desk->goBack(20s);
    const auto source = m_desk->app().replayer().source(turn);
    m_desk->complete(here, beginReplay(here, source->setup, turn, false), before, 1500ms);
    const TurnId better = beginReplay(here, source->setup, turn, true);
    m_desk->complete(here, better, after, 500ms);
    QVERIFY(m_desk->app().replayMarks().set(better, {ReplayVerdict::Better, note}));
    auto *table = find<QTableView>(page, "replayTable");
    QTRY_COMPARE(table->model()->rowCount(), 2);
    find<QPushButton>(page, "replayClose")->click();
    find<QAction>(&window, "inspectTurn")->trigger();
    auto *tabs = find<QTabBar>(&window, "turnTabs");
    tabs->setCurrentIndex(tabs->count() - 1);
    QTRY_COMPARE(find<QTableView>(&window, "turnReplays")->model()->rowCount(), 2);
    see(window, u"turn-replays"_s);
    find<QPushButton>(&window, "turnReplay")->click();
    table->setCurrentIndex(table->model()->index(1, 0));
    find<QPlainTextEdit>(page, "replayPromptText")->appendPlainText(u"Be calm."_s);
    const auto *estimate = find<QLabel>(page, "replayEstimate");
    QTRY_VERIFY(estimate->text().contains(u'$'));
    see(window, u"replay"_s);
    find<QPushButton>(page, "replayPrompt")->click();
    see(window, u"replay-prompt"_s);
    find<QPushButton>(page, "replayModel")->click();
    find<QCheckBox>(page, "replayOther")->setChecked(true);
    see(window, u"replay-model"_s);
    find<QPushButton>(page, "replayModel")->click();
    find<QPushButton>(page, "replayExact")->click();
    beginReplay(here, source->setup, turn, false);
    QTRY_COMPARE(table->model()->rowCount(), 3);
    table->setCurrentIndex(table->model()->index(2, 0));
    QTRY_COMPARE(find<QPlainTextEdit>(page, "replayAfter")->toPlainText(), half);
    see(window, u"replay-streams"_s);
    find<QAction>(&window, "replayMate")->trigger();
    QTRY_VERIFY(!estimate->text().isEmpty());
    see(window, u"replay-newest"_s);
    find<QPushButton>(page, "replayClose")->click();
    find<QPushButton>(&window, "turnClose")->click();
    m_desk->goBack(0ms);
}

} // namespace loopflow::test
