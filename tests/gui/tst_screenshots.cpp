#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/create/createdialog.h"
#include "ui/inspector/conversationpane.h"
#include "ui/mainwindow.h"
#include "ui/mates/matelistmodel.h"
#include "ui/widgets/rowdelegate.h"

#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

// With LOOPFLOW_SCREENSHOTS=FOLDER the pictures are kept there.
class Screenshots : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPageIsDrawnInThatTheme_data();
    void everyPageIsDrawnInThatTheme();

private:
    void fill(Desk &desk);
    void keep(QWidget &widget, const QString &name, bool dark);
};

void Screenshots::fill(Desk &desk)
{
    const Mate maya = desk.addMate(u"Maya"_s,
        u"# Who you are\nYou are Maya, infrastructure engineer of a small team. Today is {{date}}.\nYou are calm and exact.\n\n## How you answer\n- Say what you would do first, then why.\n- Code only where it says more than words.\n\n## In a group\nSeveral people may speak; answer {{user}} by name."_s);
    const Mate merlin = desk.addMate(u"Merlin"_s);
    desk.addMate(u"Kaito"_s);
    desk.addMate(u"Release notes"_s);
    Mate bare;
    bare.identifier = u"translator"_s;
    bare.name = u"Translator"_s;
    bare.paused = true;
    QVERIFY(desk.mates().add(bare, {}));
    QVERIFY(desk.mates().savePrompt(maya.id, desk.mates().prompt(maya.id).text + u"\nBe brief."_s));

    const ConversationId lee {maya.id, {102}};
    auto asked = desk.seen(lee, u"lee"_s, u"is the staging disk full again?"_s);
    auto turn = desk.begin(lee, asked);
    desk.fail(lee, turn, u"Anthropic is overloaded. The question stays open; ask again in a minute."_s);

    const ConversationId ana {maya.id, {101}};
    asked = desk.seen(ana, u"ana"_s, u"can you check the retry loop in the uploader? it hangs when the disk is full"_s);
    turn = desk.begin(ana, asked);
    desk.complete(ana, turn,
        u"The loop treats `ENOSPC` like a network error, so it waits **forever**. Fail fast instead:\n```cpp\nif (error.code() == std::errc::no_space_on_device)\n    return fail(error, Retry::Never);\n```\n> Waiting helps only when somebody else frees the disk.\n\n- check the [docs](https://example.org)\n- then ||ship|| it"_s);
    auto bot = desk.message(ana.channel, u"GitHub"_s, u"Pull request #212 opened: uploader: stop on full disk"_s);
    desk.log().append(ana, MessageSeen {bot});
    desk.log().append(ana, MessageIgnored {bot.id, IgnoreReason::WrittenByBot});
    asked = desk.seen(ana, u"ana"_s, u"and the copy on the landing page, while you are at it?"_s);
    turn = desk.begin(ana, asked);
    desk.stream(ana, turn, u"Two things stand out. The first line promises speed but shows no number; and the button says <@%1> wanted “Try it”,"_s.arg(asked.author.id.value));
    Q_UNUSED(merlin)
}

void Screenshots::keep(QWidget &widget, const QString &name, bool dark)
{
    const QImage image = widget.grab().toImage();
    const int corner = image.pixelColor(image.width() - 3, image.height() / 2).lightness();
    QVERIFY2(dark ? corner < 100 : corner > 155, qPrintable(name));
    if (const QString folder = qEnvironmentVariable("LOOPFLOW_SCREENSHOTS"); !folder.isEmpty()) {
        QDir().mkpath(folder);
        QVERIFY(image.save(QDir(folder).filePath(u"%1-%2.png"_s.arg(name, dark ? u"dark"_s : u"light"_s))));
    }
}

void Screenshots::everyPageIsDrawnInThatTheme_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void Screenshots::everyPageIsDrawnInThatTheme()
{
    QFETCH(bool, dark);
    const auto theme = [dark](MainWindow &window) {
        find<QAction>(&window, dark ? "theme2" : "theme1")->trigger();
        QCoreApplication::processEvents();
    };
    QProcessEnvironment environment;
    environment.insert(u"ANTHROPIC_API_KEY"_s, u"test"_s);
    Desk desk(environment);
    {
        MainWindow window(desk.services());
        window.resize(1280, 800);
        window.show();
        theme(window);
        QTRY_VERIFY(find<QWidget>(&window, "keyRow-openai")->accessibleName().contains(u"no key"_s));
        keep(window, u"welcome"_s, dark);
    }
    fill(desk);
    MainWindow window(desk.services());
    window.resize(1280, 800);
    window.show();
    theme(window);
    auto *mates = find<QListView>(&window, "mateList");
    auto *states = window.findChild<MateListModel *>();
    const auto id = [&](int row) { return mates->model()->index(row, 0).data(IdRole).value<MateId>(); };
    states->setState(id(0), {MatePhase::Online, 1, {}, {}, {}});
    states->setState(id(1), {MatePhase::Online, 0, {}, {}, {}});
    states->setState(id(2), {MatePhase::Waiting, 0, u"The connection broke."_s, readClock() + Milliseconds(8000), {}});
    auto refused = *desk.mates().mate(id(3));
    refused.paused = false;
    QVERIFY(desk.mates().update(refused));
    states->setState(id(3), {MatePhase::Failed, 0, u"Discord refused the token. Copy it again from Bot, Reset Token."_s, {}, {}});
    mates->setCurrentIndex(mates->model()->index(0, 0));
    QTest::qWait(400);
    keep(window, u"window"_s, dark);

    window.showPrompt();
    QCoreApplication::processEvents();
    keep(window, u"prompt"_s, dark);
    window.showConversations();

    window.startPractice();
    QTRY_VERIFY(find<QWidget>(&window, "practiceInput")->isVisible());
    const ConversationId rehearsal = *window.findChild<ConversationPane *>()->shown();
    const auto question = desk.seen(rehearsal, u"you"_s, u"how would you roll back a bad migration?"_s);
    desk.complete(rehearsal, desk.begin(rehearsal, question), u"First stop the writers, then restore the schema from the last good tag.\n```sh\nsystemctl stop api-writer\npsql -f rollback.sql\n```"_s);
    QTest::qWait(200);
    keep(window, u"practice"_s, dark);

    CreateDialog dialog(desk.services(), {}, &window);
    dialog.show();
    QTRY_VERIFY(dialog.isVisible());
    keep(dialog, u"create"_s, dark);
    QTest::keyClicks(find<QLineEdit>(&dialog, "mateName"), u"Nova"_s);
    find<QPushButton>(&dialog, "next")->click();
    QTest::keyClicks(find<QLineEdit>(&dialog, "token"), u"0123456789abcdef0123456789abcdef"_s);
    QCoreApplication::processEvents();
    keep(dialog, u"create2"_s, dark);
    dialog.hide();
}

LOOPFLOW_TEST(Screenshots)
#include "tst_screenshots.moc"
