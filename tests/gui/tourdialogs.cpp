#include "tests/gui/tour.h"

#include "tests/support/test.h"
#include "ui/create/createdialog.h"
#include "ui/goto/gotomodel.h"
#include "ui/mainwindow.h"
#include "ui/widgets/markrow.h"

#include <QAction>
#include <QComboBox>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenuBar>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTimer>

namespace loopflow::test {

using namespace Qt::StringLiterals;

void Tour::seeDialog()
{
    CreateDialog dialog(m_desk->services(), {});
    dialog.show();
    const auto button = [&](const char *name) { find<QPushButton>(&dialog, name)->click(); };
    see(dialog, u"create-who-empty"_s);
    QTest::keyClicks(find<QLineEdit>(&dialog, "mateName"), u"Nova"_s);
    auto *source = find<QComboBox>(&dialog, "promptSource");
    source->setCurrentIndex(source->findText(u"Iris"_s, Qt::MatchContains));
    Q_EMIT source->activated(source->currentIndex());
    find<QComboBox>(&dialog, "model")->setEditText(u"claude-sonnet-5-5"_s);
    see(dialog, u"create-who"_s);
    button("next");
    QTest::keyClicks(find<QLineEdit>(&dialog, "token"), u"0123456789abcdef0123456789abcdef"_s);
    QCoreApplication::processEvents();
    see(dialog, u"create-discord-mistake"_s);
    button("usePractice");
    QTRY_VERIFY(find<QPushButton>(&dialog, "next")->isEnabled());
    see(dialog, u"create-practice"_s);
    button("next");
    QTRY_COMPARE(find<MarkRow>(&dialog, "onlineMark")->mark(), Mark::Done);
    button("joinPractice");
    QTRY_COMPARE(find<MarkRow>(&dialog, "joinedMark")->mark(), Mark::Done);
    see(dialog, u"create-invite-practice"_s);
}

// With much to mend, a long name, and a server that stands in for Discord.
void Tour::seeCheckList()
{
    practice::DiscordServer server;
    QVERIFY(server.start());
    const auto bot = server.addBot(u"maya-bot"_s);
    server.join(bot.id);
    server.setInPortal(bot.id,
        {{u"flags"_s, 0}, {u"bot_public"_s, false}, {u"bot_require_code_grant"_s, true},
            {u"interactions_endpoint_url"_s, u"https://example.org/i"_s}});
    QProcessEnvironment environment;
    environment.insert(u"LOOPFLOW_DISCORD_API"_s, server.api().toString());
    Desk desk(environment);
    CreateDialog dialog(desk.services(), {});
    dialog.show();
    QTest::keyClicks(find<QLineEdit>(&dialog, "mateName"),
        u"Maya of the department of infrastructure and discord operations"_s);
    find<QComboBox>(&dialog, "model")->setEditText(u"m"_s);
    find<QPushButton>(&dialog, "next")->click();
    find<QLineEdit>(&dialog, "token")->setText(bot.token);
    QTRY_VERIFY(find<QPushButton>(&dialog, "next")->isEnabled());
    see(dialog, u"create-discord-everything"_s);
    server.setInPortal(bot.id, {{u"bot_public"_s, true}, {u"bot_require_code_grant"_s, false}});
    find<QPushButton>(&dialog, "unsetEndpoint")->click();
    QTRY_VERIFY(dialog.findChild<MarkRow *>(u"checkInteractions"_s)
        && find<MarkRow>(&dialog, "checkInteractions")->mark() == Mark::Done);
    see(dialog, u"create-discord"_s);
    find<QPushButton>(&dialog, "next")->click();
    QTRY_COMPARE(find<MarkRow>(&dialog, "joinedMark")->mark(), Mark::Done);
    see(dialog, u"create-invite"_s);
}

void Tour::seeGoTo(MainWindow &window)
{
    find<QAction>(&window, "goTo")->trigger();
    QTRY_VERIFY(window.findChild<GotoModel *>()->isComplete());
    see(window, u"goto"_s);
    auto *field = find<QLineEdit>(&window, "gotoField");
    QTest::keyClicks(field, u"nobody"_s);
    see(window, u"goto-nothing"_s);
    QTest::keyClick(field, Qt::Key_Escape);
}

void Tour::seeSearch(MainWindow &window)
{
    auto *search = find<QAction>(&window, "searchAll");
    search->trigger();
    see(window, u"search-empty"_s);
    auto *field = find<QLineEdit>(&window, "searchField");
    auto *list = find<QListView>(&window, "searchList");
    field->setText(u"uploader | from:ana"_s);
    QTRY_VERIFY(list->model()->rowCount() > 2);
    QTest::keyClick(field, Qt::Key_Return);
    see(window, u"search"_s);
    search->trigger();
    field->setText(u"uploader is:green"_s);
    see(window, u"search-wrong"_s);
    field->setText(u"uploader -uploader"_s);
    QTRY_COMPARE(list->model()->rowCount(), 0);
    see(window, u"search-nothing"_s);
    field->clear();
    QTest::keyClick(field, Qt::Key_Escape);
}

void Tour::seeMenus(MainWindow &window)
{
    const auto entries = window.menuBar()->actions();
    for (int i = 0; i < entries.size(); ++i) {
        QMenu *menu = entries[i]->menu();
        menu->popup(window.mapToGlobal(QPoint(0, 40)));
        see(*menu, u"menu-%1"_s.arg(i));
        menu->close();
    }
}

void Tour::seeQuestion(const QString &page, const std::function<void()> &ask)
{
    bool asked = false;
    QTimer::singleShot(0, qApp, [&] {
        auto *question = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        if (!question)
            return;
        asked = true;
        see(*question, page);
        question->reject();
    });
    ask();
    QVERIFY2(asked, qPrintable(page));
}

void Tour::seeQuestions(MainWindow &window)
{
    seeQuestion(u"question-delete"_s, [&] { find<QAction>(&window, "deleteMate")->trigger(); });
    auto *editor = find<QPlainTextEdit>(&window, "promptEditor");
    editor->appendPlainText(u"Be kind."_s);
    auto *mates = find<QListView>(&window, "mateList");
    seeQuestion(u"question-unsaved"_s, [&] { mates->setCurrentIndex(mates->model()->index(1, 0)); });
    editor->undo();
    QVERIFY(!editor->document()->isModified());
}

} // namespace loopflow::test
