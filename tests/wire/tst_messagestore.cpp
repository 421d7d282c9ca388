#include "core/practice/messagestore.h"
#include "tests/support/test.h"

#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::practice;

class MessageStoreTest : public QObject {
    Q_OBJECT

    struct World {
        Snowflakes snowflakes;
        Accounts accounts{snowflakes};
        MessageStore store{accounts, snowflakes};
        Account &bot = accounts.addBot(u"Maya"_s);
        Account &person = accounts.addPerson(u"Ana"_s);
        discord::ChannelId dm = store.dm(bot.id, person.id).id;

        ApiResult<const StoredMessage *> post(
            const Account &author, const QJsonObject &body, TimePoint now = {})
        {
            return store.create(author, dm, std::get<MessageDraft>(readDraft(body)), now);
        }
        const StoredMessage &posted(const Account &author, const QString &text, TimePoint now = {})
        {
            return *std::get<const StoredMessage *>(post(author, {{u"content"_s, text}}, now));
        }
        QStringList page(PageQuery query)
        {
            QStringList contents;
            for (const StoredMessage *message : store.page(*store.find(dm), query))
                contents.append(message->content);
            return contents;
        }
    };

    static TimePoint at(Milliseconds ms) { return {ms, Milliseconds(1800000000000) + ms}; }
    static QJsonObject withNonce(const QJsonValue &nonce)
    {
        return {{u"content"_s, u"x"_s}, {u"nonce"_s, nonce}, {u"enforce_nonce"_s, true}};
    }

private Q_SLOTS:
    void pagesAroundAMessageThatIsGone()
    {
        World world;
        QList<discord::MessageId> ids;
        for (int i = 1; i <= 5; ++i)
            ids.append(world.posted(world.bot, QString::number(i)).id);
        QVERIFY(!world.store.erase(world.bot, world.dm, ids[2]));
        using Anchor = PageQuery::Anchor;
        QCOMPARE(world.page({Anchor::Around, ids[2], 2}), (QStringList{u"4"_s, u"2"_s}));
        QCOMPARE(world.page({Anchor::After, ids[2], 1}), QStringList{u"4"_s});
        QCOMPARE(world.page({Anchor::Before, ids[2], 1}), QStringList{u"2"_s});
        QCOMPARE(
            world.page({Anchor::Newest, {}, 50}), (QStringList{u"5"_s, u"4"_s, u"2"_s, u"1"_s}));
        QCOMPARE(world.page({Anchor::Around, ids[0], 3}), (QStringList{u"2"_s, u"1"_s}));
    }

    void returnsTheFirstMessageForItsNonceForFiveMinutes()
    {
        World world;
        const auto id = [&](TimePoint now, const QJsonValue &nonce) {
            return std::get<const StoredMessage *>(world.post(world.bot, withNonce(nonce), now))
                ->id;
        };
        QSignalSpy created(&world.store, &MessageStore::created);
        const auto first = id(at(Milliseconds(0)), u"1"_s);
        QCOMPARE(id(at(std::chrono::minutes(4)), u"1"_s), first);
        QCOMPARE(id(at(std::chrono::minutes(4)), 1), first);
        QVERIFY(id(at(std::chrono::minutes(4)), u"2"_s) != first);
        QCOMPARE(created.size(), 2);
        QVERIFY(id(at(std::chrono::minutes(5)), u"1"_s) != first);
    }

    void mindsNoncesOnlyOfTheSameAuthorAndWhereAsked()
    {
        World world;
        const auto first =
            std::get<const StoredMessage *>(world.post(world.bot, withNonce(u"1"_s)))->id;
        QVERIFY(std::get<const StoredMessage *>(world.post(world.person, withNonce(u"1"_s)))->id
            != first);
        QJsonObject lax = withNonce(u"1"_s);
        lax.insert("enforce_nonce"_L1, false);
        QVERIFY(std::get<const StoredMessage *>(world.post(world.bot, lax))->id != first);
    }

    void saysUnknownForTheNonceOfADeletedMessage()
    {
        World world;
        const auto first =
            std::get<const StoredMessage *>(world.post(world.bot, withNonce(u"1"_s)))->id;
        QVERIFY(!world.store.erase(world.bot, world.dm, first));
        QCOMPARE(std::get<ApiError>(world.post(world.bot, withNonce(u"1"_s))).code, 10008);
        world.store.forgetNonces();
        QVERIFY(std::holds_alternative<const StoredMessage *>(
            world.post(world.bot, withNonce(u"1"_s))));
    }

    void findsMentionsInTextButNotInCode()
    {
        World world;
        const QString ana = u"<@%1>"_s.arg(world.person.id.toString());
        QCOMPARE(world.posted(world.bot, u"hi "_s + ana + ana).mentions, QList{world.person.id});
        QCOMPARE(world.posted(world.bot, u"hi <@!%1>"_s.arg(world.person.id.toString())).mentions,
            QList{world.person.id});
        QVERIFY(world.posted(world.bot, u"`%1`"_s.arg(ana)).mentions.isEmpty());
        QVERIFY(world.posted(world.bot, u"```\n%1\n```"_s.arg(ana)).mentions.isEmpty());
        QVERIFY(world.posted(world.bot, u"<@12345>"_s).mentions.isEmpty());
        const QJsonObject nobody{
            {u"content"_s, ana}, {u"allowed_mentions"_s, QJsonObject{{u"parse"_s, QJsonArray()}}}};
        QVERIFY(std::get<const StoredMessage *>(world.post(world.bot, nobody))->mentions.isEmpty());
    }

    void mentionsTheOneWhoIsRepliedTo()
    {
        World world;
        const auto question = world.posted(world.person, u"why?"_s).id;
        const QJsonObject reference{{u"message_id"_s, question.toString()}};
        const QJsonObject loud{{u"content"_s, u"so"_s}, {u"message_reference"_s, reference}};
        QCOMPARE(std::get<const StoredMessage *>(world.post(world.bot, loud))->mentions,
            QList{world.person.id});
        QJsonObject quiet = loud;
        quiet.insert("allowed_mentions"_L1, QJsonObject{{u"replied_user"_s, false}});
        QVERIFY(std::get<const StoredMessage *>(world.post(world.bot, quiet))->mentions.isEmpty());
        QJsonObject elsewhere = loud;
        elsewhere.insert("message_reference"_L1,
            QJsonObject{{u"message_id"_s, question.toString()}, {u"channel_id"_s, u"1"_s}});
        QCOMPARE(std::get<ApiError>(world.post(world.bot, elsewhere)).code, 50035);
    }

    void editsForwardInTime()
    {
        World world;
        const auto id = world.posted(world.bot, u"one"_s, at(Milliseconds(0))).id;
        QSignalSpy edited(&world.store, &MessageStore::edited);
        const auto edit = [&](Milliseconds now) {
            const MessageEdit change{u"two"_s, {}, {}};
            return std::get<const StoredMessage *>(
                world.store.edit(world.bot, world.dm, id, change, at(now)))
                ->editedMs;
        };
        const qint64 first = edit(Milliseconds(10));
        QCOMPARE(first, 1800000000010);
        QVERIFY(edit(Milliseconds(10)) > first);
        QCOMPARE(edited.size(), 2);
        const MessageEdit flags{{}, 4, {}};
        const auto *message = std::get<const StoredMessage *>(
            world.store.edit(world.bot, world.dm, id, flags, at(Milliseconds(99))));
        QCOMPARE(message->flags, 4);
        QCOMPARE(message->editedMs, first + 1); // only a text is an edit
    }

    void remembersTheNewestMessageThatIsGone()
    {
        World world;
        const auto id = world.posted(world.bot, u"one"_s).id;
        QVERIFY(!world.store.erase(world.bot, world.dm, id));
        QCOMPARE(world.store.find(world.dm)->last, id);
        QCOMPARE(world.store.channelOf(id), nullptr);
    }
};

LOOPFLOW_TEST(MessageStoreTest)
#include "tst_messagestore.moc"
