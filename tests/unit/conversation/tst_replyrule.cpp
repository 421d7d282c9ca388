#include "core/conversation/replyrule.h"

#include "tests/support/test.h"
#include "tests/unit/conversation/samples.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

QString decided(const discord::Message &message, bool tooOld = false)
{
    return std::visit(Overloaded{
                          [](const Answer &) { return u"answer"_s; },
                          [](const StartNewConversation &) { return u"new conversation"_s; },
                          [](const NotOurs &) { return u"not ours"_s; },
                          [](IgnoreReason reason) { return explain(reason); },
                      },
        decideReply(message, bot, tooOld));
}

} // namespace

class ReplyRuleTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void answersEveryMessageOfAPersonInADirectMessage()
    {
        QCOMPARE(decided(message(1, ana, u"hi"_s)), u"answer"_s);
        QCOMPARE(decided(message(1, ana, QString())), u"answer"_s); // a sticker, a picture
    }

    void leavesServersAndItsOwnMessagesAlone()
    {
        auto inServer = message(1, ana, u"hi"_s);
        inServer.guild = {7};
        QCOMPARE(decided(inServer), u"not ours"_s);
        QCOMPARE(decided(message(1, bot, u"hi"_s)), u"not ours"_s);
    }

    void saysWhyItIgnores()
    {
        auto fromBot = message(1, ana, u"hi"_s);
        fromBot.author.bot = true;
        QCOMPARE(decided(fromBot), u"written by a bot"_s);
        auto hook = message(1, ana, u"hi"_s);
        hook.webhook = true;
        QCOMPARE(decided(hook), u"written by a bot"_s);
        auto pin = message(1, ana, QString());
        pin.type = 6;
        QCOMPARE(decided(pin), u"a system line of Discord's"_s);
        QCOMPARE(decided(message(1, ana, u"hi"_s), true), u"written while Loopflow was closed"_s);
    }

    void startsANewConversationOnlyForExactlySlashNew()
    {
        QCOMPARE(decided(message(1, ana, u"/new"_s)), u"new conversation"_s);
        QCOMPARE(decided(message(1, ana, u"/new please"_s)), u"answer"_s);
    }
};

LOOPFLOW_TEST(ReplyRuleTest)
#include "tst_replyrule.moc"
