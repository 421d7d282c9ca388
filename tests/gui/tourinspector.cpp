#include "core/conversation/prompt.h"
#include "core/llm/provider.h"
#include "tests/gui/tour.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationpane.h"
#include "ui/inspector/turnpane.h"
#include "ui/mainwindow.h"

#include <QAction>
#include <QListView>
#include <QPushButton>
#include <QTabBar>

namespace loopflow::test {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

/// As a turn really goes: with a history that the budget cuts, and the body that follows from it.
TurnId Tour::beginWhole(const ConversationId &here, const discord::Message &asked)
{
    TurnStarted started;
    started.asked = {asked};
    started.channel = here.channel;
    started.bot = m_desk->mates().mate(here.mate)->bot;
    started.promptVersion = 7;
    started.promptText = m_desk->mates().prompt(here.mate).text;
    started.variables = {{u"date"_s, u"22 November 2026"_s}, {u"user"_s, asked.authorName()}};
    started.provider = u"anthropic"_s;
    started.baseUrl = u"https://api.anthropic.com/v1"_s;
    started.model = u"claude-sonnet-5-5"_s;
    started.historyTokens = 400;
    HistoryFetched history;
    history.more = true;
    for (int i = 0; i < 24; ++i) {
        discord::Message said = m_desk->message(here.channel, u"ana"_s,
            i % 2 == 0 ? u"the staging deploy failed again, same error as on friday"_s
                       : u"Then it is not the cache. The job still runs with last week's image; compare the two digests first."_s);
        said.id.value = asked.id.value - (quint64(60 - i) << 30);
        if (i % 2 != 0)
            said.author.id = started.bot;
        history.messages << said;
    }
    const TurnId turn = m_desk->log().begin(here, started);
    const auto happen = [&](TurnEvent event) { m_desk->log().append(here, turn, std::move(event)); };
    m_desk->pass(84ms);
    happen(history);
    m_desk->pass(16ms);
    const BuiltRequest built = buildRequest(started, history, started.historyTokens);
    const HttpRequest request = llm::dialect(started.provider)
                                    .encode(built.request, {started.provider, QUrl(started.baseUrl), {}}, {});
    happen(RequestSent{1, request.url.toString(), request.body, built.estimatedTokens, built.leftOut});
    m_desk->pass(610ms);
    return turn;
}

/// Everything that can be seen of the newest turn, and of a message that was let pass.
void Tour::seeInspector(MainWindow &window)
{
    auto *view = find<QListView>(&window, "conversationView");
    auto *tabs = find<QTabBar>(&window, "turnTabs");
    auto *pane = find<TurnPane>(&window, "turnPane");
    view->setFocus();
    view->setCurrentIndex(view->model()->index(view->model()->rowCount() - 1, 0));
    find<QAction>(&window, "inspectTurn")->trigger();
    QVERIFY(pane->isVisible());
    QCOMPARE(pane->trace().requests().size(), 1);
    see(window, u"turn-timeline"_s);
    tabs->setCurrentIndex(1);
    see(window, u"turn-request"_s);
    auto *messages = find<QListView>(&window, "requestMessages");
    messages->setCurrentIndex(messages->model()->index(1, 0));
    QTest::keyClick(messages, Qt::Key_Return);
    see(window, u"turn-request-open"_s);
    find<QPushButton>(&window, "requestJson")->click();
    see(window, u"turn-json"_s);
    find<QPushButton>(&window, "requestJson")->click();
    tabs->setCurrentIndex(2);
    see(window, u"turn-reply-streams"_s);
    view->setCurrentIndex(view->model()->index(1, 0));
    QCoreApplication::processEvents();
    see(window, u"turn-reply"_s);
    tabs->setCurrentIndex(3);
    see(window, u"turn-events"_s);
    view->setCurrentIndex(view->model()->index(2, 0));
    see(window, u"turn-ignored"_s);
    tabs->setCurrentIndex(0);
    see(window, u"turn-ignored-why"_s);
    find<QPushButton>(&window, "turnClose")->click();
    QVERIFY(!pane->isVisible());
}

} // namespace loopflow::test
