// RestApi's message endpoints, in core/practice/restmessages.cpp.
#include "core/practice/discordserver.h"
#include "tests/support/test.h"
#include "tests/wire/practiceprobe.h"

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;
using test::Answer;
using test::RestProbe;

namespace {

QStringList contents(const Answer &answer)
{
    QStringList list;
    for (const QJsonValue &message : answer.array())
        list.append(message["content"_L1].toString());
    return list;
}

int codeOf(const Answer &answer)
{
    return answer.object()["code"_L1].toInt();
}

} // namespace

class RestMessagesTest : public QObject {
    Q_OBJECT

    DiscordServer m_server;
    DiscordServer::Account m_bot;
    DiscordServer::Account m_person;
    QString m_channel;

    RestProbe bot() const { return {m_server.api(), u"Bot "_s + m_bot.token}; }
    RestProbe person() const { return {m_server.api(), m_person.token}; }
    QString messages(const QString &rest = {}) const { return m_channel + u"/messages"_s + rest; }
    QString post(const QString &content) const
    {
        return bot().post(messages(), {{u"content"_s, content}}).object()["id"_L1].toString();
    }

private Q_SLOTS:
    void init()
    {
        QVERIFY(m_server.start());
        m_bot = m_server.addBot(u"Maya"_s);
        m_person = m_server.addPerson(u"Ana"_s);
        m_channel = u"/channels/%1"_s.arg(m_server.dm(m_bot.id, m_person.id).toString());
    }

    void showsTheChannel()
    {
        QVERIFY(bot().get(m_channel).object()["last_message_id"_L1].isNull());
        const QString id = post(u"x"_s);
        const QJsonObject channel = bot().get(m_channel).object();
        QCOMPARE(channel["type"_L1].toInt(), 1);
        QCOMPARE(channel["last_message_id"_L1].toString(), id);
        QCOMPARE(channel["recipients"_L1][0]["id"_L1].toString(), m_person.id.toString());
        QCOMPARE(person().get(m_channel).object()["recipients"_L1][0]["id"_L1].toString(),
            m_bot.id.toString());
    }

    void postsReadsEditsAndDeletes()
    {
        const Answer posted = bot().post(messages(), {{u"content"_s, u"one"_s}, {u"nonce"_s, 7}});
        QCOMPARE(posted.status, 200);
        QCOMPARE(posted.object()["nonce"_L1].toInt(), 7);
        const QString one = messages(u"/"_s + posted.object()["id"_L1].toString());
        QVERIFY(!bot().get(one).object().contains("nonce"_L1));
        QVERIFY(!bot().get(messages()).array()[0].toObject().contains("nonce"_L1));
        const Answer edited = bot().patch(one, {{u"content"_s, u"two"_s}});
        QCOMPARE(edited.status, 200);
        QCOMPARE(edited.object()["content"_L1].toString(), u"two"_s);
        QVERIFY(edited.object()["edited_timestamp"_L1].isString());
        QCOMPARE(person().get(one).object(), edited.object());
        const Answer erased = bot().erase(one);
        QCOMPARE(erased.status, 204);
        QVERIFY(erased.body.isEmpty());
        QCOMPARE(codeOf(bot().get(one)), 10008);
        QCOMPARE(codeOf(bot().erase(one)), 10008);
        QCOMPARE(codeOf(bot().patch(one, {{u"content"_s, u"x"_s}})), 10008);
    }

    void pagesLikeDiscord_data()
    {
        QTest::addColumn<QString>("query");
        QTest::addColumn<QStringList>("expected");
        QTest::newRow("newest") << u"?limit=2"_s << QStringList{u"6"_s, u"5"_s};
        QTest::newRow("before") << u"?limit=2&before=ID3"_s << QStringList{u"2"_s, u"1"_s};
        QTest::newRow("the oldest after") << u"?limit=2&after=ID3"_s << QStringList{u"5"_s, u"4"_s};
        QTest::newRow("after the last") << u"?after=ID6"_s << QStringList{};
        QTest::newRow("around") << u"?limit=3&around=ID3"_s << QStringList{u"4"_s, u"3"_s, u"2"_s};
        QTest::newRow("true and false") << u"?limit=1&after=1"_s << QStringList{u"1"_s};
    }
    void pagesLikeDiscord()
    {
        QFETCH(QString, query);
        QFETCH(QStringList, expected);
        for (int i = 1; i <= 6; ++i) {
            const QString name = QString::number(i);
            query.replace(u"ID"_s + name, post(name));
        }
        const Answer answer = bot().get(messages(query));
        QCOMPARE(answer.status, 200);
        QCOMPARE(contents(answer), expected);
    }

    void refusesWrongPages_data()
    {
        QTest::addColumn<QString>("query");
        QTest::newRow("none") << u"?limit=0"_s;
        QTest::newRow("too many") << u"?limit=101"_s;
        QTest::newRow("no number") << u"?limit=x"_s;
        QTest::newRow("no id") << u"?before=abc"_s;
        QTest::newRow("two anchors") << u"?before=1&after=1"_s;
    }
    void refusesWrongPages()
    {
        QFETCH(QString, query);
        const Answer answer = bot().get(messages(query));
        QCOMPARE(answer.status, 400);
        QCOMPARE(codeOf(answer), 50035);
        QVERIFY(!answer.object()["errors"_L1].toObject().isEmpty());
    }

    void keepsEverybodyInTheirOwnChannels()
    {
        const auto other = m_server.addBot(u"Merlin"_s);
        const RestProbe stranger(m_server.api(), u"Bot "_s + other.token);
        for (const Answer &answer : {stranger.get(m_channel), stranger.get(messages()),
                 stranger.post(messages(), {{u"content"_s, u"x"_s}}),
                 stranger.post(m_channel + u"/typing"_s)}) {
            QCOMPARE(answer.status, 403);
            QCOMPARE(codeOf(answer), 50001);
        }
        const Answer nowhere = bot().post(u"/channels/1/messages"_s, {{u"content"_s, u"x"_s}});
        QCOMPARE(nowhere.status, 404);
        QCOMPARE(codeOf(nowhere), 10003);
    }

    void keepsOthersMessagesAsTheyAre()
    {
        const QString one = messages(u"/"_s + post(u"mine"_s));
        QCOMPARE(codeOf(person().patch(one, {{u"content"_s, u"yours"_s}})), 50005);
        QCOMPARE(codeOf(person().erase(one)), 50003);
    }

    void refusesTextsAsDiscordDoes()
    {
        const Answer tooLong = bot().post(messages(), {{u"content"_s, QString(2001, u'x')}});
        QCOMPARE(tooLong.status, 400);
        QCOMPARE(codeOf(tooLong), 50035);
        const QJsonValue error = tooLong.object()["errors"_L1]["content"_L1]["_errors"_L1][0];
        QCOMPARE(error["code"_L1].toString(), u"BASE_TYPE_MAX_LENGTH"_s);
        QCOMPARE(error["message"_L1].toString(), u"Must be 2000 or fewer in length."_s);
        QCOMPARE(codeOf(bot().post(messages(), {{u"content"_s, u" \n "_s}})), 50006);
        QCOMPARE(bot().post(messages(), {{u"content"_s, QString(2000, u'x')}}).status, 200);
    }

    void createsNothingTwiceUnderOneNonce()
    {
        const QJsonObject body{
            {u"content"_s, u"once"_s}, {u"nonce"_s, u"q.1"_s}, {u"enforce_nonce"_s, true}};
        const Answer first = bot().post(messages(), body);
        const Answer second = bot().post(messages(), body);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.object()["id"_L1], first.object()["id"_L1]);
        QCOMPARE(bot().get(messages()).array().size(), 1);
        m_server.forgetNonces();
        QVERIFY(bot().post(messages(), body).object()["id"_L1] != first.object()["id"_L1]);
    }

    void repliesToMessages()
    {
        const auto question =
            m_server.say(m_person.id, discord::ChannelId::fromString(m_channel.mid(10)), u"why?"_s);
        QVERIFY(question);
        const QJsonObject reference{
            {u"message_id"_s, question->toString()}, {u"fail_if_not_exists"_s, false}};
        const QJsonObject mentions{{u"parse"_s, QJsonArray()}, {u"replied_user"_s, true}};
        const QJsonObject reply =
            bot()
                .post(messages(),
                    {{u"content"_s, u"because"_s}, {u"message_reference"_s, reference},
                        {u"allowed_mentions"_s, mentions}})
                .object();
        QCOMPARE(reply["type"_L1].toInt(), 19);
        QCOMPARE(reply["message_reference"_L1]["message_id"_L1].toString(), question->toString());
        QCOMPARE(reply["referenced_message"_L1]["content"_L1].toString(), u"why?"_s);
        QCOMPARE(reply["mentions"_L1][0]["id"_L1].toString(), m_person.id.toString());
        QVERIFY(m_server.erase(m_person.id, *question));
        const QJsonObject later = bot().get(messages(u"/"_s + reply["id"_L1].toString())).object();
        QVERIFY(later["referenced_message"_L1].isNull());
        const QJsonObject plain =
            bot()
                .post(messages(), {{u"content"_s, u"x"_s}, {u"message_reference"_s, reference}})
                .object();
        QCOMPARE(plain["type"_L1].toInt(), 0);
        QVERIFY(!plain.contains("message_reference"_L1));
        const Answer refused = bot().post(messages(),
            {{u"content"_s, u"x"_s},
                {u"message_reference"_s, QJsonObject{{u"message_id"_s, question->toString()}}}});
        QCOMPARE(refused.object()["errors"_L1]["message_reference"_L1]["_errors"_L1][0]["code"_L1]
                     .toString(),
            u"REPLIES_UNKNOWN_MESSAGE"_s);
    }

    void letsBotsNotWriteToBots()
    {
        const auto other = m_server.addBot(u"Merlin"_s);
        const Answer opened =
            bot().post(u"/users/@me/channels"_s, {{u"recipient_id"_s, other.id.toString()}});
        QCOMPARE(opened.status, 200);
        const Answer sent =
            bot().post(u"/channels/%1/messages"_s.arg(opened.object()["id"_L1].toString()),
                {{u"content"_s, u"x"_s}});
        QCOMPARE(sent.status, 403);
        QCOMPARE(codeOf(sent), 50007);
    }
};

LOOPFLOW_TEST(RestMessagesTest)
#include "tst_restmessages.moc"
