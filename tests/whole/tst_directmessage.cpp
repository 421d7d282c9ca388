#include "tests/support/test.h"
#include "tests/whole/world.h"

#include <QDir>
#include <QJsonArray>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

template <class Event>
QList<Event> eventsOf(const QList<LogRecord> &records)
{
    QList<Event> found;
    for (const LogRecord &record : records) {
        if (const auto *turn = std::get_if<TurnEvent>(&record.event)) {
            if (const auto *event = std::get_if<Event>(turn))
                found << *event;
        }
    }
    return found;
}

} // namespace

class DirectMessageTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersAMessageAsAReplyToIt()
    {
        World world;
        world.start();
        const auto question = world.say(u"hello"_s);
        QVERIFY(world.untilReplies(1));
        QVERIFY(world.untilQuiet());
        QCOMPARE(world.replies(), QStringList{u"Certainly."_s});
        QCOMPARE(world.posts()[0]["message_reference"_L1]["message_id"_L1].toString(), question.toString());
        QCOMPARE(world.modelSaw(), (QStringList{u"system: You are Maya."_s, u"user: hello"_s}));
        QVERIFY(world.discord.count(u"POST /channels/{}/typing"_s) >= 1);
    }

    void givesTheModelTheHistoryFromDiscord()
    {
        World world;
        world.start();
        world.say(u"my name is Ana"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        world.say(u"what is my name?"_s);
        QVERIFY(world.untilReplies(2));
        QCOMPARE(world.modelSaw(), (QStringList{u"system: You are Maya."_s, u"user: my name is Ana"_s,
                                       u"assistant: Certainly."_s, u"user: what is my name?"_s}));
    }

    void postsALongReplyInOrder()
    {
        World world;
        world.model.faults().answer
            = QString(1900, u'a') + u"\n\n"_s + QString(1900, u'b') + u"\n\n"_s + QString(1900, u'c');
        world.start();
        world.say(u"go on"_s);
        QVERIFY(world.untilReplies(3) && world.untilQuiet());
        QCOMPARE(world.replies(), (QStringList{QString(1900, u'a'), QString(1900, u'b'), QString(1900, u'c')}));
        QVERIFY(!world.posts()[1].contains("message_reference"_L1));
    }

    void answersSeveralMessagesInARowOnce()
    {
        World world;
        world.model.faults().firstTokenMs = 300;
        world.start();
        world.say(u"one"_s);
        world.say(u"two"_s);
        world.say(u"three"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        QCOMPARE(world.replies().size(), 1);
        QCOMPARE(world.modelSaw().constLast(), u"user: one\ntwo\nthree"_s);
    }

    void answersTheEditedText()
    {
        World world;
        world.model.faults().firstTokenMs = 300;
        world.start();
        const auto question = world.say(u"what is a cart?"_s);
        QTRY_COMPARE(world.model.requests(), 1);
        QVERIFY(world.discord.edit(world.ana.id, question, u"what is a cat?"_s));
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        QCOMPARE(world.replies().size(), 1);
        QCOMPARE(world.modelSaw().constLast(), u"user: what is a cat?"_s);
    }

    void saysNothingToADeletedMessage()
    {
        World world;
        world.model.faults().firstTokenMs = 300;
        world.start();
        const auto question = world.say(u"never mind"_s);
        QTRY_COMPARE(world.model.requests(), 1);
        QVERIFY(world.discord.erase(world.ana.id, question));
        QVERIFY(world.untilQuiet());
        QCOMPARE(world.replies(), QStringList());
        QCOMPARE(eventsOf<TurnCancelled>(world.recorded()).size(), 1);
    }

    void beginsANewConversationOnRequest()
    {
        World world;
        world.start();
        world.say(u"a secret"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        world.say(u"/new"_s);
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        QVERIFY(world.replies()[1].startsWith(u"-# Loopflow:"));
        world.say(u"what did I say?"_s);
        QVERIFY(world.untilReplies(3));
        QCOMPARE(world.modelSaw(), (QStringList{u"system: You are Maya."_s, u"user: what did I say?"_s}));
    }

    void saysInOneLineThatTheModelFailed()
    {
        World world;
        world.model.faults().failEvery = 1;
        world.model.faults().failStatus = 401;
        world.start();
        world.say(u"hello"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        QCOMPARE(world.replies().size(), 1);
        QVERIFY(world.replies()[0].startsWith(u"-# Loopflow: "));
        const auto failures = eventsOf<TurnFailed>(world.recorded());
        QCOMPARE(failures.size(), 1);
        QCOMPARE(failures[0].stage, u"model"_s);
        world.model.faults().failEvery = 0;
        world.say(u"and now?"_s);
        QVERIFY(world.untilReplies(2));
        QCOMPARE(world.modelSaw().constLast(), u"user: hello\nand now?"_s); // the service line is not the mate's word
    }

    void asksAgainAfterACutReply()
    {
        World world;
        world.model.faults().cutEvery = 2;
        world.start();
        world.say(u"one"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        world.say(u"two"_s);
        QVERIFY(world.untilReplies(2) && world.untilQuiet());
        QCOMPARE(world.replies(), (QStringList{u"Certainly."_s, u"Certainly."_s}));
        QCOMPARE(world.model.requests(), 3);
    }

    void pingsNobodyWhateverTheModelWrites()
    {
        World world;
        const auto bob = world.discord.addPerson(u"bob"_s);
        world.model.faults().answer = u"@everyone @here <@%1> wake up"_s.arg(bob.id.toString());
        world.start();
        world.say(u"say it"_s);
        QVERIFY(world.untilReplies(1));
        const QJsonObject post = world.posts()[0];
        QCOMPARE(post["mention_everyone"_L1].toBool(), false);
        for (const QJsonValue &mention : post["mentions"_L1].toArray())
            QCOMPARE(mention["id"_L1].toString(), world.ana.id.toString());
    }

    void recordsWhatTheModelReallyGot()
    {
        World world;
        world.start();
        world.say(u"one"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        const auto sent = eventsOf<RequestSent>(world.recorded());
        QCOMPARE(sent.size(), 1);
        QCOMPARE(sent[0].body, world.model.lastRequest());
    }

    void aNewPromptHoldsFromTheNextMessageOn()
    {
        World world;
        world.start();
        QVERIFY(world.app().mates().savePrompt(world.mate(), u"Rhyme."_s));
        world.say(u"hello"_s);
        QVERIFY(world.untilReplies(1));
        QCOMPARE(world.modelSaw().constFirst(), u"system: Rhyme."_s);
        QCOMPARE(world.discord.count(u"identify"_s), 1);
    }

    void saysThatTheTokenWasRefused()
    {
        World world;
        world.token = u"MTIz.abcdef.wrong-wrong-wrong-wrong-wrong-w"_s;
        world.start(false);
        QTRY_COMPARE(world.state().phase, MatePhase::Failed);
        QVERIFY(world.state().problem.contains(u"token"_s));
        QVERIFY(!world.state().problem.contains(world.token));
    }

    void refusesTheTokenOfAnotherBot()
    {
        World world;
        world.token = world.discord.addBot(u"Merlin"_s).token;
        world.start(false);
        QTRY_COMPARE(world.state().phase, MatePhase::Failed);
        QVERIFY2(world.state().problem.contains(u"another bot"_s), qPrintable(world.state().problem));
    }

    void leavesNoSecretInAnyFile()
    {
        World world;
        world.start();
        world.say(u"hello"_s);
        QVERIFY(world.untilReplies(1) && world.untilQuiet());
        world.stop();
        int files = 0;
        for (const QFileInfo &info : QDir(world.folder()).entryInfoList(QDir::Files | QDir::Hidden)) {
            QFile file(info.filePath());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray bytes = file.readAll();
            ++files;
            QVERIFY2(!bytes.contains(world.token.toUtf8()), qPrintable(info.fileName()));
            QVERIFY2(!bytes.contains(World::key), qPrintable(info.fileName()));
        }
        QVERIFY(files > 0);
    }
};

LOOPFLOW_TEST(DirectMessageTest)
#include "tst_directmessage.moc"
