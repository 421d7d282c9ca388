// MessageStore's JSON, in core/practice/messagejson.cpp.
#include "core/discord/message.h"
#include "core/practice/messagestore.h"
#include "tests/support/test.h"

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;

class MessageJsonTest : public QObject {
    Q_OBJECT

    Snowflakes m_snowflakes;
    Accounts m_accounts{m_snowflakes};
    MessageStore m_store{m_accounts, m_snowflakes};
    Account &m_bot = m_accounts.addBot(u"Maya"_s);
    Account &m_person = m_accounts.addPerson(u"Ana"_s);
    discord::ChannelId m_dm = m_store.dm(m_bot.id, m_person.id).id;

    const StoredMessage &post(const Account &author, const QJsonObject &body)
    {
        const TimePoint now{{}, Milliseconds(1800000000123)};
        return *std::get<const StoredMessage *>(
            m_store.create(author, m_dm, std::get<MessageDraft>(readDraft(body)), now));
    }

private Q_SLOTS:
    void isReadBackByLoopflowsOwnParser()
    {
        const StoredMessage &question = post(m_person, {{u"content"_s, u"why?"_s}});
        const StoredMessage &reply = post(m_bot,
            {{u"content"_s, u"so"_s}, {u"nonce"_s, u"n"_s},
                {u"message_reference"_s, QJsonObject{{u"message_id"_s, question.id.toString()}}}});
        const auto parsed = discord::parseMessage(m_store.messageJson(reply));
        QVERIFY(parsed);
        QCOMPARE(parsed->id, reply.id);
        QCOMPARE(parsed->channel, m_dm);
        QVERIFY(!parsed->guild);
        QCOMPARE(parsed->author.id, m_bot.id);
        QVERIFY(parsed->author.bot);
        QCOMPARE(parsed->content, u"so"_s);
        QCOMPARE(parsed->replyTo, question.id);
        QCOMPARE(parsed->mentions.size(), 1);
        QVERIFY(parsed->nonce.isEmpty());
        QVERIFY(parsed->isChat());
    }

    void namesEverythingThatDiscordsSchemaAsksFor()
    {
        const QJsonObject json = m_store.messageJson(post(m_person, {{u"content"_s, u"x"_s}}));
        for (const char *name : {"type", "content", "mentions", "mention_roles", "attachments",
                 "embeds", "timestamp", "edited_timestamp", "flags", "components", "id",
                 "channel_id", "author", "pinned", "mention_everyone", "tts"})
            QVERIFY2(json.contains(QLatin1StringView(name)), name);
        QVERIFY(json["timestamp"_L1].toString().startsWith("2027-01-15T08:00:00.1"_L1));
        QVERIFY(json["edited_timestamp"_L1].isNull());
        QVERIFY(!json.contains("referenced_message"_L1) && !json.contains("nonce"_L1)
            && !json.contains("guild_id"_L1));
    }

    void showsARepliedMessageOneLevelDeep()
    {
        const auto reference = [](discord::MessageId id) {
            return QJsonObject{{u"message_id"_s, id.toString()}};
        };
        const auto first = post(m_person, {{u"content"_s, u"1"_s}}).id;
        const auto second =
            post(m_bot, {{u"content"_s, u"2"_s}, {u"message_reference"_s, reference(first)}}).id;
        const QJsonObject third = m_store.messageJson(
            post(m_person, {{u"content"_s, u"3"_s}, {u"message_reference"_s, reference(second)}}));
        const QJsonObject nested = third["referenced_message"_L1].toObject();
        QCOMPARE(nested["id"_L1].toString(), second.toString());
        QCOMPARE(nested["message_reference"_L1]["message_id"_L1].toString(), first.toString());
        QVERIFY(!nested.contains("referenced_message"_L1));
        QVERIFY(!m_store.erase(m_bot, m_dm, second));
        QCOMPARE(third["type"_L1].toInt(), 19);
        const auto *stored = m_store.page(*m_store.find(m_dm), {}).first();
        QVERIFY(m_store.messageJson(*stored)["referenced_message"_L1].isNull());
    }

    void showsAChannelFromItsViewersSide()
    {
        const DmChannel &channel = *m_store.find(m_dm);
        QCOMPARE(m_store.channelJson(channel, m_bot.id)["recipients"_L1][0]["id"_L1].toString(),
            m_person.id.toString());
        QCOMPARE(m_store.channelJson(channel, m_person.id)["recipients"_L1][0]["id"_L1].toString(),
            m_bot.id.toString());
        QCOMPARE(m_store.channelJson(channel, m_bot.id)["type"_L1].toInt(), 1);
    }
};

LOOPFLOW_TEST(MessageJsonTest)
#include "tst_messagejson.moc"
