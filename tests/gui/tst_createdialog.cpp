#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/create/createdialog.h"
#include "ui/widgets/markrow.h"

#include <QClipboard>
#include <QComboBox>
#include <QGuiApplication>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QPushButton>

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

private:
    template <class T> T *the(const char *name) { return find<T>(m_dialog.get(), name); }
    void open(std::optional<MateId> existing = {});
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

void CreateDialogTest::open(std::optional<MateId> existing)
{
    m_dialog = std::make_unique<CreateDialog>(m_desk->services(), existing);
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
    const auto results = m_dialog->findChildren<MarkRow *>(u"tokenResult"_s);
    QVERIFY(std::any_of(results.cbegin(), results.cend(), [](const MarkRow *row) {
        return row->mark() == Mark::Refused
            && row->sentence().startsWith(u"Maya uses this bot already."_s);
    }));
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

LOOPFLOW_TEST(CreateDialogTest)
#include "tst_createdialog.moc"
