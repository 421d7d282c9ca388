#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/create/createdialog.h"
#include "ui/create/matesetup.h"
#include "ui/create/picturewell.h"
#include "ui/widgets/markrow.h"

#include <QBuffer>
#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

// Against a practice server that stands in for Discord.
class CreateDialogTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void aNameIsCheckedAsItIsTyped_data();
    void aNameIsCheckedAsItIsTyped();
    void aStarterBringsItsPrompt();
    void aMateIsMadeStartedAndInvited();
    void aTokenIsPastedWithoutItsSurroundings();
    void aRefusedTokenIsSaid();
    void aBotThatAnotherMateHasIsRefused();
    void anUnfinishedMateStaysInTheList();
    void aNewTokenOfAnotherBotMustBeConfirmed();
    void everyMistakeIsExplainedAndNothingSent_data();
    void everyMistakeIsExplainedAndNothingSent();
    void messageContentIsSwitchedOnHere();
    void aRefusedChangeLeadsToThePortal();
    void theInteractionsEndpointIsTakenAway();
    void theBotGetsTheMatesNameAndPicture();
    void aRefusedNameDoesNotUndoTheRest();
    void aMateWithoutAPictureGetsTheBots();
    void aMateIsMadeOnThePracticeServer();
    void aForeignTokenNeverGoesToThePracticeServer();
    void finishingLaterWhilePractisingKeepsTheRealMate();
    void aMateOfTheListPractisesAsACopy();
    void aBotThatIsInvitedTicks();

private:
    template <class T> T *the(const char *name) { return find<T>(m_dialog.get(), name); }
    void open(
        std::optional<MateId> existing = {}, CreateDialog::Step begin = CreateDialog::Discord);
    /// Gives the token and waits for the check list.
    void enterToken(const QString &token);
    void click(const char *button) { QTest::mouseClick(the<QPushButton>(button), Qt::LeftButton); }
    Mark mark(const char *row) { return the<MarkRow>(row)->mark(); }
    void enterWho(const QString &name);
    QString trouble() { return the<QLabel>("tokenTrouble")->text(); }
    QPushButton *next() { return the<QPushButton>("next"); }

    practice::DiscordServer m_discord;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<CreateDialog> m_dialog;
};

void CreateDialogTest::init()
{
    QVERIFY(m_discord.start());
    m_discord.faults() = {};
    m_discord.resetCounts();
    QProcessEnvironment environment;
    environment.insert(u"LOOPFLOW_DISCORD_API"_s, m_discord.api().toString());
    environment.insert(u"ANTHROPIC_API_KEY"_s, u"test"_s);
    m_desk = std::make_unique<Desk>(environment);
}

void CreateDialogTest::cleanup()
{
    m_dialog.reset();
    m_desk.reset();
}

void CreateDialogTest::open(std::optional<MateId> existing, CreateDialog::Step begin)
{
    m_dialog = std::make_unique<CreateDialog>(m_desk->services(), existing, nullptr, begin);
    m_dialog->show();
}

void CreateDialogTest::enterWho(const QString &name)
{
    open();
    QTest::keyClicks(the<QLineEdit>("mateName"), name);
    the<QPlainTextEdit>("promptText")->setPlainText(u"You are new."_s);
    auto *provider = the<QComboBox>("provider");
    provider->setCurrentIndex(provider->findData(u"anthropic"_s));
    the<QComboBox>("model")->setEditText(u"claude-sonnet-5-5"_s);
    QTest::mouseClick(next(), Qt::LeftButton);
}

void CreateDialogTest::enterToken(const QString &token)
{
    the<QLineEdit>("token")->setText(token);
    QTRY_VERIFY(m_dialog->findChild<MarkRow *>(u"checkToken"_s));
}

void CreateDialogTest::aNameIsCheckedAsItIsTyped_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("fine");
    QTest::newRow("free") << u"Nova"_s << true;
    QTest::newRow("taken") << u"maya"_s << false;
    QTest::newRow("no letters") << u"!!"_s << false;
}

void CreateDialogTest::aNameIsCheckedAsItIsTyped()
{
    QFETCH(QString, name);
    QFETCH(bool, fine);
    m_desk->addMate(u"Maya"_s);
    open();
    QTest::keyClicks(the<QLineEdit>("mateName"), name);
    QCOMPARE(the<QLabel>("nameMistake")->text().isEmpty(), fine);
    QTest::mouseClick(next(), Qt::LeftButton);
    QCOMPARE(the<QLineEdit>("token")->isVisible(), fine);
}

void CreateDialogTest::aStarterBringsItsPrompt()
{
    open();
    auto *source = the<QComboBox>("promptSource");
    const int starter = source->findText(u"Merlin"_s, Qt::MatchContains);
    QVERIFY(starter >= 0);
    Q_EMIT source->activated(starter);
    QVERIFY(the<QPlainTextEdit>("promptText")->toPlainText().startsWith(u"You are Merlin"_s));
}

void CreateDialogTest::aMateIsMadeStartedAndInvited()
{
    const auto bot = m_discord.addBot(u"nova-bot"_s);
    enterWho(u"Nova"_s);
    QVERIFY(!next()->isEnabled());
    the<QLineEdit>("token")->setText(bot.token);
    QTRY_VERIFY(next()->isEnabled());
    QCOMPARE(the<QLabel>("botName")->text(), u"nova-bot"_s);
    QTest::mouseClick(next(), Qt::LeftButton);
    QTRY_VERIFY(the<QLineEdit>("serverInvite")->isVisible());
    const auto mate = m_desk->mates().find(u"nova"_s);
    QVERIFY(mate);
    QCOMPARE(mate->id, m_dialog->mate());
    QCOMPARE(mate->bot, bot.id);
    QVERIFY(!mate->paused);
    QCOMPARE(m_desk->mates().prompt(mate->id).text, u"You are new."_s);
    QVERIFY(the<QLineEdit>("token")->text().isEmpty());
    QVERIFY(the<QLineEdit>("serverInvite")->text().contains(u"permissions="_s));
    QTest::mouseClick(the<QPushButton>("personalInviteCopy"), Qt::LeftButton);
    QCOMPARE(QGuiApplication::clipboard()->text(), the<QLineEdit>("personalInvite")->text());
    QTRY_COMPARE(the<MarkRow>("onlineMark")->mark(), Mark::Done);
    m_desk->seen({mate->id, {5}}, u"ana"_s, u"hi"_s);
    QCOMPARE(the<MarkRow>("messageMark")->mark(), Mark::Done);
}

void CreateDialogTest::aTokenIsPastedWithoutItsSurroundings()
{
    const auto bot = m_discord.addBot(u"nova-bot"_s);
    enterWho(u"Nova"_s);
    QGuiApplication::clipboard()->setText(u"  Bot "_s + bot.token + u" \n"_s);
    QTest::mouseClick(the<QPushButton>("tokenPaste"), Qt::LeftButton);
    QCOMPARE(the<QLineEdit>("token")->echoMode(), QLineEdit::Password);
    QTRY_VERIFY(next()->isEnabled());
    QTest::mousePress(the<QPushButton>("tokenShow"), Qt::LeftButton);
    QCOMPARE(the<QLineEdit>("token")->echoMode(), QLineEdit::Normal);
    QTest::mouseRelease(the<QPushButton>("tokenShow"), Qt::LeftButton);
    QCOMPARE(the<QLineEdit>("token")->echoMode(), QLineEdit::Password);
}

void CreateDialogTest::aRefusedTokenIsSaid()
{
    enterWho(u"Nova"_s);
    the<QLineEdit>("token")->setText(u"not-a-token-of-this-server"_s);
    QTRY_VERIFY(trouble().contains(u"token"_s) && !trouble().contains(u"Asking"_s));
    QVERIFY(!next()->isEnabled());
}

void CreateDialogTest::aBotThatAnotherMateHasIsRefused()
{
    const auto bot = m_discord.addBot(u"maya-bot"_s);
    Mate maya = m_desk->addMate(u"Maya"_s);
    maya.bot = bot.id;
    QVERIFY(m_desk->mates().update(maya));
    enterWho(u"Nova"_s);
    the<QLineEdit>("token")->setText(bot.token);
    QTRY_COMPARE(the<QLabel>("botName")->text(), u"maya-bot"_s);
    QVERIFY(!next()->isEnabled());
    QCOMPARE(mark("checkUsedBy"), Mark::Refused);
    QVERIFY(the<MarkRow>("checkUsedBy")->sentence().startsWith(u"Maya uses this bot already."_s));
    QVERIFY(!the<QAbstractButton>("dressBot")->isVisible());
}

void CreateDialogTest::anUnfinishedMateStaysInTheList()
{
    enterWho(u"Nova"_s);
    QTest::mouseClick(the<QPushButton>("finishLater"), Qt::LeftButton);
    QVERIFY(!m_dialog->isVisible());
    const auto mate = m_desk->mates().find(u"nova"_s);
    QVERIFY(mate);
    QVERIFY(mate->paused && !mate->bot);
    open(mate->id);
    QVERIFY(the<QLineEdit>("token")->isVisible());
    the<QLineEdit>("token")->setText(m_discord.addBot(u"nova-bot"_s).token);
    QTRY_VERIFY(next()->isEnabled());
    QTest::mouseClick(next(), Qt::LeftButton);
    QTRY_VERIFY(!m_desk->mates().mate(mate->id)->paused);
    QCOMPARE(m_desk->mates().mates().size(), 1);
}

void CreateDialogTest::aNewTokenOfAnotherBotMustBeConfirmed()
{
    const Mate mate = m_desk->addMate(u"Maya"_s);
    open(mate.id);
    the<QLineEdit>("token")->setText(m_discord.addBot(u"other-bot"_s).token);
    auto *confirm = the<QAbstractButton>("anotherBot");
    QTRY_VERIFY(confirm->isVisible());
    QVERIFY(!next()->isEnabled());
    QTest::mouseClick(confirm, Qt::LeftButton, {}, QPoint(8, confirm->height() / 2));
    QVERIFY(next()->isEnabled());
}

void CreateDialogTest::everyMistakeIsExplainedAndNothingSent_data()
{
    QTest::addColumn<QString>("pasted");
    QTest::addColumn<QString>("said");
    QTest::newRow("client secret") << u"nhSTfqCB1Wn2sQ5oDeoXb9qQyOp3Xo-_"_s << u"client secret"_s;
    QTest::newRow("public key") << QString(u"0123456789abcdef"_s).repeated(4) << u"public key"_s;
    QTest::newRow("application id") << u"198622483471925248"_s << u"id, not a token"_s;
    QTest::newRow("user token") << u"mfa.VkO_2G4Qv3T--NO--lWetW_tjND"_s << u"person's own token"_s;
    QTest::newRow("only Bot and blanks") << u"  Bot  "_s << u"not a bot's token"_s;
    QTest::newRow("cut off") << u"MTk4NjIyNDgzNDcxOTI1MjQ4.Cl2FMQ.ZnCjm1"_s << u"only a part"_s;
    QTest::newRow("another kind") << u"sk-proj-abcdefghijklmnopqrstuvwxyz0123456789"_s
                                  << u"not a bot's token"_s;
}

void CreateDialogTest::everyMistakeIsExplainedAndNothingSent()
{
    QFETCH(QString, pasted);
    QFETCH(QString, said);
    m_desk = std::make_unique<Desk>(); // discord.com, which is never asked
    enterWho(u"Nova"_s);
    QGuiApplication::clipboard()->setText(pasted);
    click("tokenPaste");
    QVERIFY2(trouble().contains(said), qPrintable(trouble()));
    QTest::keyClick(the<QLineEdit>("token"), Qt::Key_Return);
    QVERIFY2(trouble().contains(said), qPrintable(trouble())); // not "Asking …"
    QVERIFY(!next()->isEnabled());
}

void CreateDialogTest::messageContentIsSwitchedOnHere()
{
    const auto bot = m_discord.addBot(u"nova-bot"_s);
    m_discord.setInPortal(bot.id, {{u"flags"_s, 0}});
    enterWho(u"Nova"_s);
    enterToken(bot.token);
    QCOMPARE(mark("checkMessageContent"), Mark::Attention);
    QVERIFY(next()->isEnabled());
    click("switchOn");
    QTRY_VERIFY(m_dialog->findChild<MarkRow *>(u"checkMessageContent"_s)
        && mark("checkMessageContent") == Mark::Done);
    QVERIFY(!m_dialog->findChild<QPushButton *>(u"switchOn"_s)
        || !the<QPushButton>("switchOn")->isVisible());
    QVERIFY(next()->isEnabled());
}

void CreateDialogTest::aRefusedChangeLeadsToThePortal()
{
    const auto bot = m_discord.addBot(u"nova-bot"_s);
    m_discord.setInPortal(bot.id, {{u"flags"_s, 0}});
    enterWho(u"Nova"_s);
    enterToken(bot.token);
    m_discord.faults().failEvery = 1;
    click("switchOn");
    QTRY_COMPARE(mark("checkMessageContent"), Mark::Refused);
    QVERIFY(the<MarkRow>("checkMessageContent")->sentence().contains(u"developer portal"_s));
    QTRY_VERIFY(the<QPushButton>("openPortalFor")->isVisible());
    QVERIFY(next()->isEnabled());
    m_discord.faults() = {};
    m_discord.setInPortal(bot.id, {{u"flags"_s, 1 << 19}});
    click("checkAgain");
    QTRY_VERIFY(m_dialog->findChild<MarkRow *>(u"checkMessageContent"_s)
        && mark("checkMessageContent") == Mark::Done);
}

void CreateDialogTest::theInteractionsEndpointIsTakenAway()
{
    const auto bot = m_discord.addBot(u"nova-bot"_s);
    m_discord.setInPortal(bot.id, {{u"interactions_endpoint_url"_s, u"https://example.org"_s}});
    enterWho(u"Nova"_s);
    enterToken(bot.token);
    QCOMPARE(mark("checkInteractions"), Mark::Attention);
    click("unsetEndpoint");
    QTRY_VERIFY(m_dialog->findChild<MarkRow *>(u"checkInteractions"_s)
        && mark("checkInteractions") == Mark::Done);
}

namespace {

QByteArray png(Qt::GlobalColor colour)
{
    QImage image(300, 200, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

} // namespace

void CreateDialogTest::theBotGetsTheMatesNameAndPicture()
{
    const auto bot = m_discord.addBot(u"nova-bot"_s);
    QTemporaryDir folder;
    QFile file(folder.filePath(u"nova.png"_s));
    QVERIFY(file.open(QIODevice::WriteOnly) && file.write(png(Qt::red)) > 0);
    file.close();
    open();
    QTest::keyClicks(the<QLineEdit>("mateName"), u"Nova"_s);
    the<PictureWell>("picture")->readFile(file.fileName());
    QVERIFY(!the<PictureWell>("picture")->picture().isEmpty());
    the<QComboBox>("model")->setEditText(u"m"_s);
    click("next");
    enterToken(bot.token);
    QVERIFY(the<QAbstractButton>("dressBot")->isChecked());
    click("next");
    QTRY_VERIFY(the<QLineEdit>("serverInvite")->isVisible());
    QCOMPARE(m_discord.count(u"PATCH /users/@me"_s), 2);
    const auto mate = m_desk->mates().find(u"nova"_s);
    QVERIFY(mate && !mate->avatar.isEmpty());
    QCOMPARE(QImage::fromData(m_desk->mates().picture(mate->id)).size(), QSize(256, 256));
    QVERIFY(m_dialog->findChildren<MarkRow *>(u"remark"_s).isEmpty());
}

void CreateDialogTest::aRefusedNameDoesNotUndoTheRest()
{
    const auto bot = m_discord.addBot(u"nova-bot"_s);
    enterWho(u"My Discord mate"_s);
    enterToken(bot.token);
    click("next");
    QTRY_VERIFY(the<QLineEdit>("serverInvite")->isVisible());
    QVERIFY(the<MarkRow>("remark")->sentence().startsWith(u"The bot keeps the name nova-bot."_s));
    QTRY_COMPARE(mark("onlineMark"), Mark::Done);
    QCOMPARE(m_desk->mates().find(u"my-discord-mate"_s)->name, u"My Discord mate"_s);
}

void CreateDialogTest::aMateWithoutAPictureGetsTheBots()
{
    const auto bot = m_discord.addBot(u"nova-bot"_s);
    bool dressed = false;
    discord::User user;
    user.id = bot.id;
    user.username = u"nova-bot"_s;
    m_desk->app().onboarding().dress(m_discord.api(), Secret(bot.token.toUtf8()), user, {},
        png(Qt::blue), this, [&](const DressedBot &) { dressed = true; });
    QTRY_VERIFY(dressed);
    enterWho(u"Nova"_s);
    enterToken(bot.token);
    the<QAbstractButton>("dressBot")->setChecked(false);
    QSignalSpy came(m_dialog->findChild<MateSetup *>(), &MateSetup::botPictureChanged);
    QTRY_VERIFY(!came.isEmpty() || !m_dialog->findChild<MateSetup *>()->botPicture().isEmpty());
    click("next");
    QTRY_VERIFY(the<QLineEdit>("serverInvite")->isVisible());
    const auto mate = m_desk->mates().find(u"nova"_s);
    const QImage picture = QImage::fromData(m_desk->mates().picture(mate->id));
    QCOMPARE(picture.size(), QSize(256, 256));
    QCOMPARE(picture.pixelColor(5, 5), QColor(Qt::blue));
}

void CreateDialogTest::aMateIsMadeOnThePracticeServer()
{
    open();
    QTest::keyClicks(the<QLineEdit>("mateName"), u"Nova"_s);
    click("next");
    QVERIFY(!the<QPushButton>("openPortal")->isHidden());
    click("usePractice");
    QVERIFY(the<QPushButton>("openPortal")->isHidden());
    QTRY_VERIFY(next()->isEnabled());
    QCOMPARE(the<QLabel>("botName")->text(), u"Nova"_s);
    QVERIFY(the<QLabel>("botAnswer")->text().startsWith(u"The practice server answered"_s));
    click("next");
    QTRY_COMPARE(mark("onlineMark"), Mark::Done);
    QVERIFY(!the<QLineEdit>("serverInvite")->isVisible());
    QVERIFY(the<MarkRow>("remark")->sentence().contains(u"practice model"_s));
    QCOMPARE(mark("joinedMark"), Mark::None);
    click("joinPractice");
    QTRY_COMPARE(mark("joinedMark"), Mark::Done);
    QCOMPARE(mark("messageMark"), Mark::None);
    click("sayHello");
    QTRY_COMPARE(mark("messageMark"), Mark::Done);
    const auto mate = m_desk->mates().mate(m_dialog->mate());
    QVERIFY(mate && mate->practice && !mate->paused);
    QCOMPARE(mate->identifier, u"practice-nova"_s);
    QCOMPARE(m_discord.count(u"GET /users/@me"_s), 0);
}

void CreateDialogTest::aForeignTokenNeverGoesToThePracticeServer()
{
    const auto foreign = m_discord.addBot(u"nova-bot"_s);
    enterWho(u"Nova"_s);
    click("usePractice");
    QTRY_VERIFY(next()->isEnabled());
    the<QLineEdit>("token")->setText(foreign.token);
    QVERIFY2(trouble().contains(u"never sent"_s), qPrintable(trouble()));
    QVERIFY(!next()->isEnabled());
    click("usePractice"); // back to its own server
    QVERIFY(the<QLineEdit>("token")->text().isEmpty());
    enterToken(foreign.token);
    QVERIFY(next()->isEnabled());
}

void CreateDialogTest::finishingLaterWhilePractisingKeepsTheRealMate()
{
    enterWho(u"Nova"_s);
    click("usePractice");
    QTRY_VERIFY(next()->isEnabled());
    click("finishLater");
    const auto mate = m_desk->mates().find(u"nova"_s);
    QVERIFY(mate);
    QVERIFY(!mate->practice && mate->paused && !mate->bot && mate->home.isEmpty());
    QCOMPARE(m_desk->mates().mates().size(), 1);
}

void CreateDialogTest::aMateOfTheListPractisesAsACopy()
{
    const Mate maya = m_desk->addMate(u"Maya"_s);
    open(maya.id);
    click("usePractice");
    QTRY_VERIFY(next()->isEnabled());
    click("next");
    QTRY_COMPARE(mark("onlineMark"), Mark::Done);
    QCOMPARE(*m_desk->mates().mate(maya.id), maya);
    QVERIFY(m_dialog->mate() != maya.id);
    QCOMPARE(m_desk->mates().mate(m_dialog->mate())->identifier, u"practice-maya"_s);
}

void CreateDialogTest::aBotThatIsInvitedTicks()
{
    const auto bot = m_discord.addBot(u"nova-bot"_s);
    enterWho(u"Nova"_s);
    enterToken(bot.token);
    click("next");
    QTRY_COMPARE(mark("onlineMark"), Mark::Done);
    QCOMPARE(mark("joinedMark"), Mark::None);
    m_discord.join(bot.id);
    QTRY_COMPARE(mark("joinedMark"), Mark::Done);
    m_discord.leave(bot.id);
    QTRY_COMPARE(mark("joinedMark"), Mark::None);
    const MateId mate = m_dialog->mate();
    open(mate, CreateDialog::Invite);
    QVERIFY(the<QLineEdit>("serverInvite")->text().contains(bot.id.toString()));
}

LOOPFLOW_TEST(CreateDialogTest)
#include "tst_createdialog.moc"
