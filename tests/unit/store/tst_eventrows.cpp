#include "core/store/eventrows.h"

#include "core/store/logstore.h"
#include "tests/support/test.h"
#include "tests/unit/store/recordsamples.h"
#include "tests/unit/store/storefixture.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class EventRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void givesBackEqualRecords()
    {
        StoreFixture store;
        const QList<LogRecord> turn = sampleTurn(1, TurnId{1}, 100);
        {
            EventRows rows(store.database->sql());
            for (const LogRecord &record : turn)
                QVERIFY(rows.insert(record));
        }
        store.reopen();
        EventRows rows(store.database->sql());
        int unreadable = 0;
        const auto read = rows.read(talk, &unreadable);
        QCOMPARE(unreadable, 0);
        QCOMPARE(read->size(), turn.size());
        for (qsizetype i = 0; i < turn.size(); ++i) {
            QCOMPARE(read->at(i).seq, turn[i].seq);
            QCOMPARE(read->at(i).at, turn[i].at);
            QCOMPARE(read->at(i).at.wall, turn[i].at.wall);
            QCOMPARE(read->at(i).conversation, turn[i].conversation);
            QCOMPARE(read->at(i).turn, turn[i].turn);
            QVERIFY(read->at(i).event == turn[i].event);
        }
        QCOMPARE(rows.lastSeq(), turn.constLast().seq);
        QCOMPARE(rows.lastTurn(), TurnId{1});
    }

    void storesAHistoryOnceAndNotOncePerTurn()
    {
        StoreFixture store;
        EventRows rows(store.database->sql());
        qint64 seq = 1;
        QList<QByteArray> bodies;
        qint64 plain = 0;
        for (int turn = 1; turn <= 50; ++turn) {
            for (const LogRecord &record : sampleTurn(seq, TurnId{turn}, 100 + 2 * turn)) {
                QVERIFY(rows.insert(record));
                seq = record.seq + 1;
                plain += payloadOf(record.event).size();
                if (const auto *sent = std::get_if<RequestSent>(std::get_if<TurnEvent>(&record.event)))
                    bodies.append(sent->body);
            }
        }
        const qint64 stored = store.ask(u"SELECT sum(length(payload)) FROM event"_s).toLongLong()
            + store.ask(u"SELECT sum(length(bytes)) FROM pack"_s).toLongLong();
        QVERIFY(stored * 10 < plain);
        QList<QByteArray> read;
        const auto records = rows.read(talk, nullptr);
        for (const LogRecord &record : *records) {
            if (const auto *sent = std::get_if<RequestSent>(std::get_if<TurnEvent>(&record.event)))
                read.append(sent->body);
        }
        QCOMPARE(read, bodies);
    }

    void passesOverWhatItCannotRead_data()
    {
        QTest::addColumn<QString>("damage");
        QTest::newRow("unknown kind") << u"kind = 'FromTheFuture'"_s;
        QTest::newRow("broken JSON") << u"form = 0, payload = x'7b22'"_s;
        QTest::newRow("broken compression") << u"form = 1, payload = x'00000005ff'"_s;
        QTest::newRow("missing pack") << u"form = 2, payload = x'630001'"_s;
        QTest::newRow("unknown form") << u"form = 9, payload = x'00'"_s;
        QTest::newRow("empty") << u"payload = x''"_s;
    }

    void passesOverWhatItCannotRead()
    {
        QFETCH(QString, damage);
        StoreFixture store;
        EventRows rows(store.database->sql());
        const QList<LogRecord> turn = sampleTurn(1, TurnId{1}, 5);
        for (const LogRecord &record : turn)
            QVERIFY(rows.insert(record));
        if (damage.contains(u"form = 1"_s))
            QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"qUncompress.*"_s));
        store.execute(u"UPDATE event SET %1 WHERE seq = 3"_s.arg(damage));
        int unreadable = 0;
        const auto read = rows.read(talk, &unreadable);
        QCOMPARE(unreadable, 1);
        QCOMPARE(read->size(), turn.size() - 1);
        QCOMPARE(read->at(2).seq, 4);
    }

    void summarizesAConversation()
    {
        StoreFixture store;
        EventRows rows(store.database->sql());
        for (const LogRecord &record : sampleTurn(1, TurnId{1}, 5))
            QVERIFY(rows.insert(record));
        const auto list = rows.conversations(talk.mate);
        QCOMPARE(list->size(), 1);
        QCOMPARE(list->constFirst().id, talk);
        QCOMPARE(list->constFirst().person, u"Ana"_s);
        QCOMPARE(list->constFirst().lastText, u"An answer in two lines."_s);
        QCOMPARE(list->constFirst().turns, 1);
        QVERIFY(rows.conversations(MateId{9})->isEmpty());
    }

    void saysNothingOfAReplayButItsCost()
    {
        StoreFixture store;
        EventRows rows(store.database->sql());
        QList<LogRecord> records = sampleTurn(1, TurnId{1}, 5);
        QList<LogRecord> replay = sampleTurn(100, TurnId{2}, 5);
        replay.removeFirst(); // nobody wrote anything
        auto &started = std::get<TurnStarted>(std::get<TurnEvent>(replay.first().event));
        started.replayOf = TurnId{1};
        for (LogRecord &record : replay) {
            if (auto *completed = std::get_if<ResponseCompleted>(std::get_if<TurnEvent>(&record.event)))
                completed->reply.text = u"Another answer."_s;
        }
        for (const LogRecord &record : records + replay)
            QVERIFY(rows.insert(record));
        const auto list = rows.conversations(talk.mate);
        QCOMPARE(list->constFirst().lastText, u"An answer in two lines."_s);
        QCOMPARE(list->constFirst().turns, 1);
        QCOMPARE(*rows.costSince(talk.mate, 0), 2 * sampleCost);
        QCOMPARE(rows.lastTurn(), TurnId{2});
    }

    void cutsALongLineBetweenCharacters()
    {
        StoreFixture store;
        EventRows rows(store.database->sql());
        discord::Message message = sampleMessage(1);
        message.content = QString(118, u'x') + u"🙂 and more"_s;
        QVERIFY(rows.insert({1, {}, talk, {}, ChannelEvent(MessageSeen{message})}));
        QCOMPARE(rows.conversations(talk.mate)->constFirst().lastText, QString(118, u'x') + u'…');
    }

    void addsUpCosts()
    {
        StoreFixture store;
        EventRows rows(store.database->sql());
        const QList<LogRecord> first = sampleTurn(1, TurnId{1}, 5);
        const QList<LogRecord> second = sampleTurn(1000, TurnId{2}, 5);
        for (const LogRecord &record : first + second)
            QVERIFY(rows.insert(record));
        QCOMPARE(*rows.costSince(talk.mate, 0), 2 * sampleCost);
        QCOMPARE(*rows.costSince(talk.mate, second.constFirst().at.wall.count()), sampleCost);
        QCOMPARE(*rows.costSince(talk.mate, second.constLast().at.wall.count() + 1), 0.0);
        QCOMPARE(*rows.costSince(MateId{9}, 0), 0.0);
    }

    void removesWhatIsOldAndKeepsTheRestReadable()
    {
        StoreFixture store;
        EventRows rows(store.database->sql());
        QList<LogRecord> old = sampleTurn(1, TurnId{1}, 100);
        QList<LogRecord> fresh = sampleTurn(1000, TurnId{2}, 100);
        const ConversationId elsewhere{talk.mate, {123}};
        for (LogRecord &record : fresh)
            record.at = record.at + std::chrono::hours(48);
        for (const LogRecord &record : old + fresh)
            QVERIFY(rows.insert(record));
        QVERIFY(rows.insert({2000, old.constFirst().at, elsewhere, {},
            ChannelEvent(MessageSeen{sampleMessage(1)})}));
        const auto removed = rows.removeBefore(fresh.constFirst().at.wall.count());
        QCOMPARE(*removed, static_cast<int>(old.size()) + 1);
        int unreadable = 0;
        QCOMPARE(rows.read(talk, &unreadable)->size(), fresh.size());
        QCOMPARE(unreadable, 0);
        QCOMPARE(store.ask(u"SELECT count(DISTINCT day) FROM pack"_s).toInt(), 1);
        QCOMPARE(rows.conversations(talk.mate)->size(), 1);
        QCOMPARE(rows.conversations(talk.mate)->constFirst().turns, 1);
    }
};

LOOPFLOW_TEST(EventRowsTest)
#include "tst_eventrows.moc"
