#include "core/store/partremoval.h"

#include "core/store/logstore.h"
#include "core/store/recorderaser.h"
#include "core/store/replaymarks.h"
#include "tests/support/test.h"
#include "tests/unit/store/filewords.h"
#include "tests/unit/store/recordsamples.h"
#include "tests/unit/store/storefixture.h"

#include <QRandomGenerator>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

const ConversationId other{MateId{1}, {5000}};
const ConversationId stranger{MateId{2}, {6000}};
constexpr qint64 dayMs = 24 * 60 * 60 * 1000LL;

/// Words that nobody else uses, and that share no beginning, under which an index could hide them.
class Words {
public:
    explicit Words(quint32 seed)
        : m_random(seed)
    {
    }
    QString next()
    {
        QString word;
        for (int i = 0; i < 12; ++i)
            word += QChar(u'a' + m_random.bounded(26));
        m_all << word.toLatin1();
        return word;
    }
    const QByteArrayList &all() const { return m_all; }

private:
    QRandomGenerator m_random;
    QByteArrayList m_all;
};

/// A record of three conversations that were led at the same time, with a word in every place that takes one.
class Scene {
public:
    explicit Scene(int rounds = 40)
        : record(store.database.get())
    {
        MateStore mates(store.database.get());
        addMate(mates, u"maya"_s);
        addMate(mates, u"merlin"_s);
        for (int i = 0; i < rounds; ++i) {
            for (const ConversationId &conversation : {talk, other, stranger})
                addTurn(conversation);
        }
        if (!record.flush())
            qFatal("not written");
    }

    Words &wordsOf(const ConversationId &conversation)
    {
        return words.try_emplace(conversation, static_cast<quint32>(conversation.channel.value)).first->second;
    }

    void append(const ConversationId &conversation, TurnId turn, const LogEvent &event)
    {
        ++seq;
        record.append({seq, {Milliseconds(seq), Milliseconds(firstDay * dayMs + seq)}, conversation, turn, event});
    }

    discord::Message message(const ConversationId &conversation)
    {
        Words &say = wordsOf(conversation);
        discord::Message message;
        message.id = {static_cast<quint64>(1'000'000 + seq)};
        message.channel = conversation.channel;
        message.author.id = {77};
        message.author.username = say.next();
        message.author.globalName = say.next();
        for (int i = 0; i < 40; ++i)
            message.content += say.next() + u' ';
        message.attachments = {{say.next() + u".txt"_s, u"text/plain"_s, 12, say.next()}};
        return message;
    }

    void addTurn(const ConversationId &conversation)
    {
        Words &say = wordsOf(conversation);
        const discord::Message question = message(conversation);
        append(conversation, {}, ChannelEvent(MessageSeen{question}));
        discord::Message edited = question;
        edited.content += say.next();
        append(conversation, {}, ChannelEvent(MessageEdited{edited}));
        append(conversation, {}, ChannelEvent(NoteAdded{say.next()}));
        const TurnId turn{++turns};
        TurnStarted started;
        started.asked = {edited};
        started.channel = conversation.channel;
        started.promptText = say.next();
        started.variables = {{u"user"_s, say.next()}};
        append(conversation, turn, TurnEvent(started));
        append(conversation, turn, TurnEvent(HistoryFetched{HistoryPurpose::Context,
                   {message(conversation), message(conversation), edited}, false}));
        RequestSent sent;
        for (int i = 0; i < 400; ++i) // longer than a page
            sent.body += say.next().toUtf8() + ' ';
        append(conversation, turn, TurnEvent(sent));
        RequestFailed failed;
        failed.error = {ErrorCode::Unavailable, say.next()};
        append(conversation, turn, TurnEvent(failed));
        append(conversation, turn, TurnEvent(DeltaReceived{say.next(), false}));
        ResponseCompleted completed;
        completed.reply.text = say.next() + u' ' + say.next();
        append(conversation, turn, TurnEvent(completed));
        append(conversation, turn, TurnEvent(NoticePosted{{9}, say.next()}));
        append(conversation, turn, turns % 5 == 0 ? TurnEvent(TurnFailed{u"model"_s, {ErrorCode::Invalid, say.next()}})
                                                  : TurnEvent(TurnFinished{}));
    }

    /// What is stored of some conversations, as it is stored.
    QByteArrayList payloads(const QString &where)
    {
        QByteArrayList all;
        for (const QString &column : {u"payload FROM event"_s, u"bytes FROM pack"_s}) {
            QSqlQuery query(store.database->sql());
            if (!query.exec(u"SELECT %1 WHERE %2"_s.arg(column, where)))
                qFatal("%s", qPrintable(query.lastError().text()));
            while (query.next())
                all << query.value(0).toByteArray();
        }
        return all;
    }

    Fragments fragments(const QString &where)
    {
        Fragments fragments;
        for (const QByteArray &payload : payloads(where))
            fragments.add(payload);
        for (const QByteArray &payload : payloads(u"NOT (%1)"_s.arg(where)))
            fragments.leaveOut(payload);
        return fragments;
    }

    qint64 count(const QString &table, const QString &where = u"1"_s) const
    {
        return store.ask(u"SELECT count(*) FROM %1 WHERE %2"_s.arg(table, where)).toLongLong();
    }

    static constexpr qint64 firstDay = 20'000;
    StoreFixture store;
    LogStore record;
    std::map<ConversationId, Words> words;
    qint64 seq = 0;
    qint64 turns = 0;
};

/// The whole deletion, to its end.
Result<qint64> outcome(RecordEraser &eraser, const auto &start)
{
    std::optional<Result<qint64>> end;
    QObject context;
    QObject::connect(
        &eraser, &RecordEraser::finished, &context, [&](const Result<qint64> &deleted) { end = deleted; });
    start(eraser);
    if (!QTest::qWaitFor([&] { return end.has_value(); }, 60'000))
        qFatal("it does not end");
    return *end;
}

void erase(RecordEraser &eraser, const auto &start)
{
    if (const auto deleted = outcome(eraser, start); !deleted)
        qFatal("%s", qPrintable(deleted.error().message));
}

} // namespace

class PartRemovalTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void noByteOfItIsLeft_data()
    {
        QTest::addColumn<int>("what");
        QTest::addColumn<QString>("where");
        QTest::newRow("a conversation") << 0 << u"channel = 4000"_s;
        QTest::newRow("a mate") << 1 << u"mate = 1"_s;
        QTest::newRow("what is old") << 2 << u"1"_s;
        QTest::newRow("everything") << 3 << u"1"_s;
    }
    void noByteOfItIsLeft()
    {
        QFETCH(int, what);
        QFETCH(QString, where);
        Scene scene;
        const QString folder = scene.store.folder.path();
        Fragments words;
        for (const ConversationId &conversation : QList{talk, other, stranger}.first(what == 0 ? 1 : what == 1 ? 2 : 3)) {
            for (const QByteArray &word : scene.wordsOf(conversation).all())
                words.addEnd(word);
        }
        Fragments fragments = scene.fragments(where);
        if (what == 2) { // somebody goes on after the days that the record is kept
            const QByteArrayList before = scene.payloads(u"1"_s);
            scene.seq += 40 * dayMs;
            scene.addTurn(talk);
            QVERIFY(scene.record.flush());
            for (const QByteArray &payload : scene.payloads(u"1"_s)) {
                if (!before.contains(payload))
                    fragments.leaveOut(payload);
            }
        }
        // Before: the words lie there in the open, and the rest in the form in which it is stored.
        QByteArray bytes = bytesOf(folder);
        QVERIFY(words.foundIn(bytes).size() > words.count() / 20);
        QVERIFY(fragments.count() > 5'000);
        QVERIFY(fragments.foundIn(bytes).size() > fragments.count() * 9 / 10);

        RecordEraser eraser(&scene.record);
        erase(eraser, [&](RecordEraser &it) {
            switch (what) {
            case 0: return it.startConversation(talk);
            case 1: return it.startMate(talk.mate);
            case 2: return it.startBefore((Scene::firstDay + 30) * dayMs);
            default: return it.start();
            }
        });
        bytes = bytesOf(folder);
        QCOMPARE(words.foundIn(bytes), QByteArrayList());
        QCOMPARE(fragments.foundIn(bytes), QByteArrayList());
        QCOMPARE(scene.store.ask(u"PRAGMA integrity_check"_s).toString(), u"ok"_s);
        if (what < 2) { // and nothing else is
            int unreadable = -1;
            QCOMPARE(scene.record.read(stranger, &unreadable)->size(), 40 * 11);
            QCOMPARE(unreadable, 0);
            QVERIFY(!wordsIn(bytes, scene.wordsOf(stranger).all().first(20)).isEmpty());
        }
    }

    void takesAConversationWithAllThatRefersToIt()
    {
        Scene scene(3);
        TurnStarted replay;
        replay.replayOf = TurnId{1};
        scene.append(talk, TurnId{100}, TurnEvent(replay));
        scene.append(talk, TurnId{100}, TurnEvent(TurnFinished{}));
        QVERIFY(scene.record.flush());
        ReplayMarks marks(scene.store.database.get(), &scene.record);
        QVERIFY(marks.set(TurnId{100}, {ReplayVerdict::Better, u"good"_s}));
        RecordEraser eraser(&scene.record);
        erase(eraser, [](RecordEraser &it) { it.startConversation(talk); });
        for (const QString &table : {u"event"_s, u"pack"_s, u"conversation"_s, u"search_entry"_s}) {
            QCOMPARE(scene.count(table, u"channel = 4000"_s), 0);
            QVERIFY2(scene.count(table, u"channel = 5000"_s) > 0, qPrintable(table));
            QVERIFY2(scene.count(table, u"channel = 6000"_s) > 0, qPrintable(table));
        }
        QCOMPARE(scene.count(u"replay_mark"_s), 0);
        QCOMPARE(scene.record.conversations(talk.mate)->size(), 1);
        QVERIFY(scene.record.readTurn(TurnId{1})->isEmpty());
        QVERIFY(scene.record.replays(TurnId{1})->isEmpty());
    }

    void whatIsSaidMeanwhileIsRecordedAnew()
    {
        Scene scene(60);
        RecordEraser eraser(&scene.record);
        bool said = false;
        connect(&eraser, &RecordEraser::progressed, this, [&](qint64 done, qint64) {
            if (done > 0 && !std::exchange(said, true))
                scene.addTurn(talk);
        });
        erase(eraser, [](RecordEraser &it) { it.startConversation(talk); });
        int unreadable = -1;
        const auto left = scene.record.read(talk, &unreadable);
        QCOMPARE(left->size(), 11);
        QCOMPARE(unreadable, 0); // its pieces are not those that were deleted
        const auto lines = *scene.record.conversations(talk.mate);
        const auto line = std::find_if(lines.begin(), lines.end(), [](const auto &one) { return one.id == talk; });
        QVERIFY(line != lines.end());
        QCOMPARE(line->turns, 1);
        QCOMPARE(line->unread, 1);
        const auto &last = std::get<TurnEvent>((*left)[9].event);
        QCOMPARE(line->lastText, std::get<NoticePosted>(last).text);
    }

    void packsOfLaterDaysSurviveInEveryOrder()
    {
        // The newest pack of all is of the conversation that goes: its number must not come to a new one too early.
        Scene scene(2);
        scene.addTurn(talk);
        QVERIFY(scene.record.flush());
        RecordEraser eraser(&scene.record);
        connect(&eraser, &RecordEraser::progressed, this, [&](qint64, qint64) {
            scene.addTurn(other);
            scene.addTurn(talk);
        });
        erase(eraser, [](RecordEraser &it) { it.startConversation(talk); });
        for (const ConversationId &conversation : {talk, other, stranger}) {
            int unreadable = -1;
            QVERIFY(!scene.record.read(conversation, &unreadable)->isEmpty());
            QCOMPARE(unreadable, 0);
        }
    }

    void aTurnThatRunsMeanwhileLeavesNothingMore()
    {
        Scene scene(1);
        TurnStarted started;
        scene.append(talk, TurnId{50}, TurnEvent(started));
        scene.append(other, TurnId{51}, TurnEvent(started));
        RecordEraser eraser(&scene.record);
        erase(eraser, [](RecordEraser &it) { it.startConversation(talk); });
        for (const TurnId turn : {TurnId{50}, TurnId{51}}) {
            const ConversationId &conversation = turn == TurnId{50} ? talk : other;
            scene.append(conversation, turn, TurnEvent(DeltaReceived{u"later"_s, false}));
            scene.append(conversation, turn, TurnEvent(TurnFinished{}));
        }
        QVERIFY(scene.record.flush());
        QVERIFY(scene.record.readTurn(TurnId{50})->isEmpty());
        QVERIFY(scene.record.read(talk)->isEmpty());
        QCOMPARE(scene.record.readTurn(TurnId{51})->size(), 3);
        scene.addTurn(talk);
        QCOMPARE(scene.record.read(talk)->size(), 11);
    }

    void aCancelledOneLeavesTheNewest()
    {
        Scene scene(120);
        const qint64 before = scene.count(u"event"_s, u"channel = 4000"_s);
        RecordEraser eraser(&scene.record);
        connect(&eraser, &RecordEraser::progressed, &eraser, [&](qint64 done, qint64 all) {
            QCOMPARE(all, before);
            if (done > 0)
                eraser.cancel();
        });
        erase(eraser, [](RecordEraser &it) { it.startConversation(talk); });
        const qint64 left = scene.count(u"event"_s, u"channel = 4000"_s);
        QVERIFY(left > 0 && left < before);
        QVERIFY(scene.store.ask(u"SELECT min(seq) FROM event WHERE channel = 4000"_s).toInt() > 1);
        int unreadable = -1;
        QCOMPARE(scene.record.read(talk, &unreadable)->size(), left);
        QCOMPARE(unreadable, 0);
        QCOMPARE(scene.record.conversations(talk.mate)->size(), 2);
    }

    void whatFailedIsSaid()
    {
        Scene scene(1);
        scene.store.execute(u"DROP TABLE pack"_s);
        RecordEraser eraser(&scene.record);
        const auto deleted = outcome(eraser, [](RecordEraser &it) { it.startMate(talk.mate); });
        QVERIFY(!deleted);
        QVERIFY2(deleted.error().message.startsWith(u"The record could not be deleted"_s),
            qPrintable(deleted.error().message));
        QVERIFY(!eraser.isRunning());
    }
};

LOOPFLOW_TEST(PartRemovalTest)
#include "tst_partremoval.moc"
