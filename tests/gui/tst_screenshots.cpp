#include "core/host/health.h"
#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/create/createdialog.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationpane.h"
#include "ui/mainwindow.h"
#include "ui/mates/matelistmodel.h"
#include "ui/widgets/markrow.h"
#include "ui/settings/settingspage.h"
#include "ui/widgets/rowdelegate.h"

#include <QComboBox>
#include <QAction>
#include <QCompleter>
#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

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
    void fill();
    void tellStates(MainWindow &window);
    void drawWelcome();
    void drawPages();
    void drawPrompt(MainWindow &window);
    void drawForms();
    void drawDialog();
    void drawCheckList();
    void drawHealth();
    void drawSettings();
    void useTheme(MainWindow &window);
    void keep(QWidget &widget, const QString &name);

    bool m_dark = false;
    std::unique_ptr<Desk> m_desk;
};

namespace {

const QString prompt = uR"(# Who you are
You are Maya, infrastructure engineer of a small team. Today is {{date}}.
You are calm and exact, and you say when something is a bad idea.

## How you answer
- Say what you would do first, then why.
- Code only where it says more than words.

## In a group
Several people may speak; answer {{user}} by name.)"_s;

const QString reply =
    uR"(The loop treats `ENOSPC` like a network error, so it waits **forever**. Fail fast instead:
```cpp
if (error.code() == std::errc::no_space_on_device)
    return fail(error, Retry::Never);
```
> Waiting helps only when somebody else frees the disk.

- check the [docs](https://example.org)
- then ||ship|| it)"_s;

const QString forms = uR"(# Heading one
## Heading two
Plain with **bold**, *italic*, __underlined__, ~~struck~~, `code`, ||a spoiler|| and <t:1700000000:R>.
-# subtext under it
> a quote
> of two lines
1. first
1. second
  - nested
```cpp
int main() { return 0; }
```
[masked](https://example.org) and <@42>, <@&7>, <#9>, @everyone, <:party:123456789012345678>)"_s;

const QString streamed =
    u"Two things stand out. The first line promises speed but shows no number; "
    "and the button says <@%1> wanted “Try it”,"_s;

} // namespace

void Screenshots::fill()
{
    using namespace std::chrono_literals;
    const Mate maya = m_desk->addMate(u"Maya"_s, u"You are Maya."_s);
    const QStringList lines = prompt.split(u'\n');
    for (int version = 2; version < 7; ++version)
        QVERIFY(m_desk->mates().savePrompt(maya.id, lines.mid(0, version * 2 - 2).join(u'\n')));
    QVERIFY(m_desk->mates().savePrompt(maya.id, prompt + u"\nBe brief."_s)); // v7, with which the desk answers
    for (const QString &name : {u"Merlin"_s, u"Kaito"_s, u"Release notes"_s})
        m_desk->addMate(name);
    Mate bare;
    bare.identifier = u"translator"_s;
    bare.name = u"Translator"_s;
    bare.paused = true;
    QVERIFY(m_desk->mates().add(bare, {}));

    const auto answered = [&](quint64 channel, const QString &who, const QString &question, const QString &answer,
                              Milliseconds ago, Milliseconds took) {
        m_desk->goBack(ago);
        const ConversationId here{maya.id, {channel}};
        m_desk->complete(here, m_desk->begin(here, m_desk->seen(here, who, question)), answer, took);
    };
    answered(105, u"Zoë Lindqvist"_s, u"which log says why the nightly build stopped?"_s,
        u"The runner's own: it ran out of memory while linking."_s, 26h, 3400ms);
    answered(104, u"jo"_s, u"so a snapshot before every migration?"_s, u"Yes, and a restore once a month."_s, 2h, 1800ms);
    answered(102, u"lee"_s, u"who rotates the deploy keys?"_s, u"Whoever is on call, on the first Monday."_s, 58min, 2300ms);
    m_desk->goBack(41min);
    const ConversationId lee{maya.id, {102}};
    const auto disk = m_desk->seen(lee, u"lee"_s, u"is the staging disk full again?"_s);
    const TurnId failing = m_desk->begin(lee, disk);
    m_desk->pass(11s);
    m_desk->fail(lee, failing, u"Anthropic is overloaded. Ask again in a minute."_s);

    const ConversationId ana{maya.id, {101}};
    answered(101, u"ana"_s, u"can you check the retry loop in the uploader? it hangs when the disk is full"_s, reply,
        65s, 1900ms);
    m_desk->pass(9s);
    const auto bot =
        m_desk->seen(ana, u"GitHub"_s, u"Pull request #212 opened: uploader: stop on full disk"_s);
    m_desk->log().append(ana, MessageIgnored{bot.id, IgnoreReason::WrittenByBot});
    m_desk->goBack(1400ms);
    const auto copy =
        m_desk->seen(ana, u"ana"_s, u"and the copy on the landing page, while you are at it?"_s);
    m_desk->stream(ana, m_desk->begin(ana, copy), streamed.arg(copy.author.id.value));
    m_desk->goBack(0ms);
}

void Screenshots::tellStates(MainWindow &window)
{
    auto *states = window.findChild<MateListModel *>();
    const auto id = [&](int row) { return states->index(row).data(IdRole).value<MateId>(); };
    auto refused = *m_desk->mates().mate(id(3));
    refused.paused = false;
    QVERIFY(m_desk->mates().update(refused));
    states->setState(id(0), {MatePhase::Online, 1, {}, {}, {}});
    states->setState(id(1), {MatePhase::Online, 0, {}, {}, {}});
    states->setState(id(2),
        {MatePhase::Waiting, 0, u"The connection broke."_s, readClock() + Milliseconds(8000), {}});
    states->setState(
        id(3), {MatePhase::Failed, 0, u"Discord refused the token. Copy it again."_s, {}, {}});
}

void Screenshots::useTheme(MainWindow &window)
{
    find<QAction>(&window, m_dark ? "theme2" : "theme1")->trigger();
    QCoreApplication::processEvents();
}

void Screenshots::keep(QWidget &widget, const QString &name)
{
    QCoreApplication::processEvents(); // what changed is laid out
    const QImage image = widget.grab().toImage();
    const int edge = image.pixelColor(image.width() - 3, image.height() / 2).lightness();
    QVERIFY2(m_dark ? edge < 100 : edge > 155, qPrintable(name));
    if (const QString folder = qEnvironmentVariable("LOOPFLOW_SCREENSHOTS"); !folder.isEmpty()) {
        QDir().mkpath(folder);
        QVERIFY(image.save(
            QDir(folder).filePath(u"%1-%2.png"_s.arg(name, m_dark ? u"dark"_s : u"light"_s))));
    }
}

void Screenshots::drawWelcome()
{
    MainWindow window(m_desk->services());
    window.resize(pictureSize());
    window.show();
    useTheme(window);
    QTRY_VERIFY(find<QWidget>(&window, "keyRow-openai")->accessibleName().contains(u"no key"_s));
    QTRY_COMPARE(find<MarkRow>(&window, "keychainRow")->mark(), Mark::Done);
    QTRY_VERIFY(!find<MarkRow>(&window, "noLocalModels")->sentence().contains(u"looking"_s));
    keep(window, u"welcome"_s);
}

void Screenshots::drawPages()
{
    MainWindow window(m_desk->services());
    window.resize(pictureSize());
    window.show();
    useTheme(window);
    tellStates(window);
    auto *mates = find<QListView>(&window, "mateList");
    mates->setCurrentIndex(mates->model()->index(0, 0));
    QTRY_COMPARE(window.findChild<ConversationModel *>()->rowCount(), 5);
    keep(window, u"window"_s);
    window.showPrompt();
    QCoreApplication::processEvents();
    keep(window, u"prompt"_s);
    drawPrompt(window);

    window.showConversations();
    window.startPractice();
    QTRY_VERIFY(find<QWidget>(&window, "practiceInput")->isVisible());
    const ConversationId rehearsal = *window.findChild<ConversationPane *>()->shown();
    const auto asked =
        m_desk->seen(rehearsal, u"you"_s, u"how would you roll back a bad migration?"_s);
    m_desk->complete(rehearsal, m_desk->begin(rehearsal, asked),
        u"Stop the writers.\n```sh\nsystemctl stop api\n```"_s, Milliseconds(1240));
    QTRY_COMPARE(window.findChild<ConversationModel *>()->rowCount(), 2);
    keep(window, u"practice"_s);
}

/// The prompt page as one works on it; it is left as it was found.
void Screenshots::drawPrompt(MainWindow &window)
{
    auto *editor = find<QPlainTextEdit>(&window, "promptEditor");
    auto *versions = find<QListView>(&window, "promptVersions");
    const QString live = editor->toPlainText();
    editor->setPlainText(QString(live).replace(u"Code only"_s, u"Write code only"_s)
            .replace(u"then why."_s, u"then why, and name what would settle it."_s));
    QTRY_COMPARE(versions->model()->index(0, 0).data(IdRole).toInt(), 0);
    QVERIFY(m_desk->mates().nameVersion(m_desk->mates().find(u"maya"_s)->id, 1, u"calmer in groups"_s));
    find<QAction>(&window, "promptReplace")->trigger();
    find<QLineEdit>(&window, "findText")->setText(u"you"_s);
    keep(window, u"prompt-find"_s);
    find<QPushButton>(&window, "findClose")->click();
    QTest::keyClicks(editor, u"{{"_s);
    auto *popup = editor->findChild<QCompleter *>()->popup();
    QTRY_VERIFY(popup->isVisible());
    keep(*popup, u"prompt-variables"_s);
    popup->hide();
    editor->undo();
    find<QAction>(&window, "promptCompare")->trigger();
    keep(window, u"prompt-diff"_s);
    find<QPushButton>(&window, "compareMode")->click();
    keep(window, u"prompt-diff-both"_s);
    find<QAction>(&window, "promptPreview")->trigger();
    keep(window, u"prompt-preview"_s);
    find<QAction>(&window, "promptPreview")->trigger();
    find<QAction>(&window, "promptModel")->trigger();
    find<QLineEdit>(&window, "historyMessages")->setText(u"301"_s);
    keep(window, u"prompt-model"_s);
    window.resize(1024, 700);
    QCoreApplication::processEvents();
    keep(window, u"prompt-small"_s);
    find<QLineEdit>(&window, "historyMessages")->setText(u"100"_s);
    find<QAction>(&window, "promptModel")->trigger();
    window.resize(pictureSize());
    editor->setPlainText(live);
}

// Every form of a message that a conversation can hold.
void Screenshots::drawForms()
{
    const Mate mate = m_desk->addMate(u"Forms"_s);
    const ConversationId here{mate.id, {777}};
    auto rich = m_desk->seen(here, u"ana"_s, forms);
    auto cards = m_desk->message(here.channel, u"Lê Thị Ngọc Anh with a very long display name"_s, u"look at these"_s);
    cards.replyTo = rich.id;
    cards.replyAuthor = u"ana"_s;
    cards.replyText = u"Heading one and everything after it, which goes on for longer than a line can hold, and on, and on"_s;
    discord::Attachment picture;
    picture.filename = u"dashboard-of-the-uploader-2026-11-22.png"_s;
    picture.contentType = u"image/png"_s;
    picture.size = 184000;
    picture.width = 1280;
    picture.height = 800;
    picture.url = u"https://cdn.discordapp.com/attachments/1/2/a.png"_s;
    discord::Attachment log;
    log.filename = u"uploader.log"_s;
    log.contentType = u"text/plain; charset=utf-8"_s;
    log.size = 5300;
    cards.attachments = {picture, log};
    cards.stickers = {u"Wave"_s};
    cards.pollQuestion = u"Roll back now?"_s;
    cards.pollAnswers = {u"Yes"_s, u"Wait for Lee"_s};
    discord::Embed embed;
    embed.provider = u"GitHub"_s;
    embed.title = u"uploader: stop on full disk #212"_s;
    embed.url = u"https://github.com/x/y/pull/212"_s;
    embed.description = u"Fails fast instead of waiting **forever**."_s;
    cards.embeds = {embed};
    m_desk->log().append(here, MessageSeen{cards});
    auto edited = m_desk->seen(here, u"lee"_s, u"I ment this"_s);
    edited.content = u"I meant this"_s;
    edited.editedMs = readClock().wall.count();
    m_desk->log().append(here, MessageEdited{edited});
    const auto gone = m_desk->seen(here, u"lee"_s, u"forget what I said"_s);
    m_desk->log().append(here, MessageDeleted{gone.id});
    m_desk->fail(here, m_desk->begin(here, edited), u"Anthropic is overloaded. Ask again in a minute."_s);
    m_desk->seen(here, u"lee"_s, u"\U0001F680\U0001F389"_s);
    m_desk->log().append(here, NoteAdded{u"Connection dropped by you · resumed after 310 ms, nothing lost"_s});
    ConversationPane pane(m_desk->services());
    pane.resize(900, 1250);
    pane.show(here, mate, u"ana"_s, false);
    pane.QWidget::show();
    QCoreApplication::processEvents();
    keep(pane, u"forms"_s);
}

void Screenshots::drawDialog()
{
    CreateDialog dialog(m_desk->services(), {});
    dialog.show();
    const auto button = [&](const char *name) { find<QPushButton>(&dialog, name)->click(); };
    keep(dialog, u"create-who-empty"_s);
    QTest::keyClicks(find<QLineEdit>(&dialog, "mateName"), u"Nova"_s);
    auto *source = find<QComboBox>(&dialog, "promptSource");
    source->setCurrentIndex(source->findText(u"Iris"_s, Qt::MatchContains));
    Q_EMIT source->activated(source->currentIndex());
    find<QComboBox>(&dialog, "model")->setEditText(u"claude-sonnet-5-5"_s);
    keep(dialog, u"create-who"_s);
    button("next");
    QTest::keyClicks(find<QLineEdit>(&dialog, "token"), u"0123456789abcdef0123456789abcdef"_s);
    QCoreApplication::processEvents();
    keep(dialog, u"create-discord-mistake"_s);
    button("usePractice");
    QTRY_VERIFY(find<QPushButton>(&dialog, "next")->isEnabled());
    keep(dialog, u"create-practice"_s);
    button("next");
    QTRY_COMPARE(find<MarkRow>(&dialog, "onlineMark")->mark(), Mark::Done);
    button("joinPractice");
    QTRY_COMPARE(find<MarkRow>(&dialog, "joinedMark")->mark(), Mark::Done);
    keep(dialog, u"create-invite-practice"_s);
}

// With much to mend, a long name, and a server that stands in for Discord.
void Screenshots::drawCheckList()
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
    keep(dialog, u"create-discord-everything"_s);
    server.setInPortal(bot.id, {{u"bot_public"_s, true}, {u"bot_require_code_grant"_s, false}});
    find<QPushButton>(&dialog, "unsetEndpoint")->click();
    QTRY_VERIFY(dialog.findChild<MarkRow *>(u"checkInteractions"_s)
        && find<MarkRow>(&dialog, "checkInteractions")->mark() == Mark::Done);
    keep(dialog, u"create-discord"_s);
    find<QPushButton>(&dialog, "next")->click();
    QTRY_COMPARE(find<MarkRow>(&dialog, "joinedMark")->mark(), Mark::Done);
    keep(dialog, u"create-invite"_s);
}

void Screenshots::drawHealth()
{
    for (const QString &line : {u"Maya: connecting"_s, u"Maya: online"_s, u"Merlin: online"_s, u"Maya: answered"_s})
        m_desk->logBook().add({0, readClock().wall.count(), QtInfoMsg, u"loopflow.mates"_s, line});
    m_desk->logBook().add({0, readClock().wall.count(), QtInfoMsg, u"loopflow.gateway"_s,
        u"Bot 1003 - Discord closed the connection (4000); Loopflow reconnects."_s});
    m_desk->logBook().add({0, readClock().wall.count(), QtWarningMsg, u"loopflow.mates"_s,
        u"Maya: Anthropic is overloaded. Ask again in a minute."_s});
    m_desk->logBook().add({0, readClock().wall.count(), QtCriticalMsg, u"loopflow.store"_s,
        u"The record could not be written: the disk is full. Free some space."_s});
    MainWindow window(m_desk->services());
    window.resize(pictureSize());
    window.show();
    useTheme(window);
    tellStates(window);
    window.showHealth();
    for (const int row : {0, 1, 2}) {
        Mate running = m_desk->mates().mates().at(row);
        running.paused = false;
        QVERIFY(m_desk->mates().update(running));
    }
    const QList<Mate> mates = m_desk->mates().mates();
    MateHealth health;
    health.state = {MatePhase::Online, 0, {}, {}, Milliseconds(38)};
    health.lastEventMs = readClock().wall.count() - 42000;
    health.identifiesLeft = 999;
    Q_EMIT m_desk->app().health().changed(mates.at(1).id, health);
    health = {};
    health.state = {MatePhase::Online, 1, {}, {}, Milliseconds(41)};
    health.lastEventMs = readClock().wall.count() - 2400;
    health.identifiesLeft = 996;
    health.reconnects = 3;
    health.discordWaits = 2;
    health.discordWaited = Milliseconds(1840);
    health.turnsToday = 1204;
    health.failedToday = 1;
    health.errors = 1;
    health.lastError = u"Anthropic is overloaded. Ask again in a minute."_s;
    health.lastErrorMs = readClock().wall.count() - 125000;
    Q_EMIT m_desk->app().health().changed(mates.at(0).id, health);
    health = {};
    health.state = {MatePhase::Waiting, 0, u"The connection broke."_s, readClock() + Milliseconds(8000), {}};
    health.identifiesLeft = 991;
    health.reconnects = 12;
    Q_EMIT m_desk->app().health().changed(mates.at(2).id, health);
    health = {};
    health.state = {MatePhase::Failed, 0, u"Discord refused the token. Copy it again from Bot → Reset Token."_s, {}, {}};
    health.errors = 1;
    Q_EMIT m_desk->app().health().changed(mates.at(3).id, health);
    auto *table = find<QTableView>(&window, "healthTable");
    table->selectRow(0);
    QTRY_VERIFY(find<QTableView>(&window, "logTable")->model()->rowCount() >= 7);
    QCoreApplication::processEvents();
    keep(window, u"health"_s);
}

void Screenshots::drawSettings()
{
    MainWindow window(m_desk->services());
    window.resize(pictureSize());
    window.show();
    useTheme(window);
    window.showSettings();
    auto *page = find<SettingsPage>(&window, "settingsPage");
    find<QPushButton>(page, "providerChange-openai")->click();
    QCoreApplication::processEvents();
    keep(window, u"settings-providers"_s);
    for (const char *section : {"settingsNewMates", "settingsDiscord", "settingsNetwork", "settingsData",
             "settingsPrivacy", "settingsWindow"}) {
        page->showSection(QString::fromLatin1(section));
        if (QByteArray(section) == "settingsNetwork") {
            QVERIFY(m_desk->app().settings().save(u"network.ca"_s, dataPath(QStringLiteral("tls/server.pem"))));
        }
        QCoreApplication::processEvents();
        keep(window, QString::fromLatin1(section));
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
    m_dark = dark;
    QProcessEnvironment environment;
    environment.insert(u"ANTHROPIC_API_KEY"_s, u"test"_s);
    m_desk = std::make_unique<Desk>(environment);
    drawWelcome();
    fill();
    drawPages();
    drawForms();
    drawDialog();
    drawCheckList();
    drawHealth();
    drawSettings();
    m_desk.reset();
}

LOOPFLOW_TEST(Screenshots)
#include "tst_screenshots.moc"
