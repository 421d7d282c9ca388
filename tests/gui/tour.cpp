#include "tests/gui/tour.h"

#include "core/base/resources.h"
#include "core/host/health.h"
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
#include <QLineEdit>
#include <QListView>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSlider>
#include <QTableView>

namespace loopflow::test {

using namespace Qt::StringLiterals;

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

const QString longName = u"Lê Thị Ngọc Anh with a very long display name"_s;
const QString longReference =
    u"Heading one and everything after it, which goes on for longer than a line can hold, and on, and on"_s;

} // namespace

Tour::Tour(Theme theme, Look look)
    : m_theme(theme)
    , m_look(std::move(look))
{
}

QString Tour::written()
{
    return QStringList{writtenForReplays(), prompt, prompt + u"\nBe brief."_s,
        u"Say what you would do first, then why, and name what would settle it."_s,
        u"Write code only where it says more than words."_s, u"Be brief."_s,
        u"Be kind."_s, u"the staging deploy failed again, same error as on friday"_s,
        u"Then it is not the cache. The job still runs with last week's image; compare the two digests first."_s, u"calmer in groups"_s, reply, streamed, forms, u"is the staging disk full again?"_s,
        u"can you check the retry loop in the uploader? it hangs when the disk is full"_s,
        u"uploader: stop on full disk #212 Pull request #212 opened: uploader: stop on full disk"_s,
        u"and the copy on the landing page, while you are at it?"_s, u"how would you roll back a bad migration?"_s,
        u"Stop the writers.\nsystemctl stop api"_s, u"You are Maya."_s, u"Zoë Lindqvist"_s,
        u"which log says why the nightly build stopped?"_s, u"The runner's own: it ran out of memory while linking."_s,
        u"so a snapshot before every migration?"_s, u"Yes, and a restore once a month."_s,
        u"who rotates the deploy keys?"_s, u"Whoever is on call, on the first Monday."_s, longName, longReference, u"look at these"_s,
        u"dashboard-of-the-uploader-2026-11-22.png uploader.log Wave Roll back now? Yes Wait for Lee"_s,
        u"Fails fast instead of waiting forever. I ment this I meant this forget what I said"_s,
        u"The connection broke. Discord refused the token. Copy it again from Bot → Reset Token. Copy it again."_s,
        u"Anthropic is overloaded. Ask again in a minute. nobody"_s,
        u"Maya of the department of infrastructure and discord operations"_s, u"test server"_s,
        u"uploader | from:ana uploader is:green uploader -uploader"_s, u"connecting online answered The record could not be written: the disk is full. Free some space."_s,
        u"Bot 1003 - Discord closed the connection (4000); Loopflow reconnects."_s,
        u"Connection dropped by you · resumed after 310 ms, nothing lost"_s,
        u"Roll back now?, Yes, Wait for Lee"_s, u"1. first 2. second nested @unknown-user @role #channel @everyone"_s,
        QString::fromUtf8(readResource(u"prompts/iris.md"_s))}
        .join(u'\n');
}

void Tour::go()
{
    QProcessEnvironment environment;
    environment.insert(u"ANTHROPIC_API_KEY"_s, u"test"_s);
    m_desk = std::make_unique<Desk>(environment);
    seeWelcome();
    fill();
    seePages();
    seeForms();
    seeDialog();
    seeCheckList();
    seeHealth();
    seeSettings();
    m_desk.reset();
}

void Tour::fill()
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
    m_desk->goBack(2110ms);
    const auto copy =
        m_desk->seen(ana, u"ana"_s, u"and the copy on the landing page, while you are at it?"_s);
    m_desk->stream(ana, beginWhole(ana, copy), streamed.arg(copy.author.id.value));
    m_desk->goBack(0ms);
}

void Tour::tellStates(MainWindow &window)
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

void Tour::useTheme(MainWindow &window)
{
    const QByteArray name = "theme" + QByteArray::number(int(m_theme));
    find<QAction>(&window, name.constData())->trigger();
    QCoreApplication::processEvents();
}

void Tour::see(QWidget &widget, const QString &page)
{
    QCoreApplication::processEvents(); // what changed is laid out
    m_look(widget, page);
}

void Tour::seeWelcome()
{
    MainWindow window(m_desk->services());
    window.resize(pictureSize());
    window.show();
    useTheme(window);
    QTRY_VERIFY(find<QWidget>(&window, "keyRow-openai")->accessibleName().contains(u"no key"_s));
    QTRY_COMPARE(find<MarkRow>(&window, "keychainRow")->mark(), Mark::Done);
    QTRY_VERIFY(!find<MarkRow>(&window, "noLocalModels")->sentence().contains(u"looking"_s));
    see(window, u"welcome"_s);
}

void Tour::seePages()
{
    MainWindow window(m_desk->services());
    window.resize(pictureSize());
    window.show();
    useTheme(window);
    tellStates(window);
    auto *mates = find<QListView>(&window, "mateList");
    mates->setCurrentIndex(mates->model()->index(0, 0));
    QTRY_COMPARE(window.findChild<ConversationModel *>()->rowCount(), 5);
    see(window, u"window"_s);
    find<QAction>(&window, "playback")->trigger();
    find<QPushButton>(&window, "playbackPlay")->click();
    find<QSlider>(&window, "playbackSlider")->setValue(9000);
    see(window, u"playback"_s);
    find<QPushButton>(&window, "playbackClose")->click();
    QTRY_COMPARE(window.findChild<ConversationModel *>()->rowCount(), 5);
    seeInspector(window);
    seeMenus(window);
    seeGoTo(window);
    seeSearch(window);
    window.showPrompt();
    QCoreApplication::processEvents();
    see(window, u"prompt"_s);
    seePrompt(window);
    seeQuestions(window);

    window.showConversations();
    seeReplay(window);
    window.startPractice();
    QTRY_VERIFY(find<QWidget>(&window, "practiceInput")->isVisible());
    const ConversationId rehearsal = *window.findChild<ConversationPane *>()->shown();
    const auto asked =
        m_desk->seen(rehearsal, u"you"_s, u"how would you roll back a bad migration?"_s);
    m_desk->complete(rehearsal, m_desk->begin(rehearsal, asked),
        u"Stop the writers.\n```sh\nsystemctl stop api\n```"_s, Milliseconds(1240));
    QTRY_COMPARE(window.findChild<ConversationModel *>()->rowCount(), 2);
    see(window, u"practice"_s);
}

/// The prompt page as one works on it; it is left as it was found.
void Tour::seePrompt(MainWindow &window)
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
    see(window, u"prompt-find"_s);
    find<QPushButton>(&window, "findClose")->click();
    QTest::keyClicks(editor, u"{{"_s);
    auto *popup = editor->findChild<QCompleter *>()->popup();
    QTRY_VERIFY(popup->isVisible());
    see(*popup, u"prompt-variables"_s);
    popup->hide();
    editor->undo();
    find<QAction>(&window, "promptCompare")->trigger();
    see(window, u"prompt-diff"_s);
    find<QPushButton>(&window, "compareMode")->click();
    see(window, u"prompt-diff-both"_s);
    find<QAction>(&window, "promptPreview")->trigger();
    see(window, u"prompt-preview"_s);
    find<QAction>(&window, "promptPreview")->trigger();
    find<QAction>(&window, "promptModel")->trigger();
    find<QLineEdit>(&window, "historyMessages")->setText(u"301"_s);
    see(window, u"prompt-model"_s);
    window.resize(1024, 700);
    QCoreApplication::processEvents();
    see(window, u"prompt-small"_s);
    find<QLineEdit>(&window, "historyMessages")->setText(u"100"_s);
    find<QAction>(&window, "promptModel")->trigger();
    window.resize(pictureSize());
    editor->setPlainText(live);
}

// Every form of a message that a conversation can hold.
void Tour::seeForms()
{
    const Mate mate = m_desk->addMate(u"Forms"_s);
    const ConversationId here{mate.id, {777}};
    auto rich = m_desk->seen(here, u"ana"_s, forms);
    auto cards = m_desk->message(here.channel, longName, u"look at these"_s);
    cards.replyTo = rich.id;
    cards.replyAuthor = u"ana"_s;
    cards.replyText = longReference;
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
    see(pane, u"forms"_s);
}

void Tour::fillHealth()
{
    for (const QString &line : {u"Maya: connecting"_s, u"Maya: online"_s, u"Merlin: online"_s, u"Maya: answered"_s})
        m_desk->logBook().add({0, readClock().wall.count(), QtInfoMsg, u"loopflow.mates"_s, line});
    m_desk->logBook().add({0, readClock().wall.count(), QtInfoMsg, u"loopflow.gateway"_s,
        u"Bot 1003 - Discord closed the connection (4000); Loopflow reconnects."_s});
    m_desk->logBook().add({0, readClock().wall.count(), QtWarningMsg, u"loopflow.mates"_s,
        u"Maya: Anthropic is overloaded. Ask again in a minute."_s});
    m_desk->logBook().add({0, readClock().wall.count(), QtCriticalMsg, u"loopflow.store"_s,
        u"The record could not be written: the disk is full. Free some space."_s});
}

void Tour::seeHealth()
{
    fillHealth();
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
    see(window, u"health"_s);
    tellStates(window);
    seeQuestion(u"question-quit"_s, [&] { window.close(); });
}

void Tour::seeSettings()
{
    MainWindow window(m_desk->services());
    window.resize(pictureSize());
    window.show();
    useTheme(window);
    window.showSettings();
    auto *page = find<SettingsPage>(&window, "settingsPage");
    find<QPushButton>(page, "providerChange-openai")->click();
    QCoreApplication::processEvents();
    see(window, u"settings-providers"_s);
    for (const char *section : {"settingsNewMates", "settingsDiscord", "settingsNetwork", "settingsData",
             "settingsPrivacy", "settingsWindow"}) {
        page->showSection(QString::fromLatin1(section));
        if (QByteArray(section) == "settingsNetwork") {
            QVERIFY(m_desk->app().settings().save(u"network.ca"_s, dataPath(QStringLiteral("tls/server.pem"))));
        }
        QCoreApplication::processEvents();
        see(window, QString::fromLatin1(section));
    }
}

} // namespace loopflow::test
