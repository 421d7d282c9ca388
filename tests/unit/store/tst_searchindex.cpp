#include "core/store/searchindex.h"

#include "core/store/recorderaser.h"
#include "core/store/searchstore.h"
#include "tests/support/test.h"
#include "tests/unit/store/searchscene.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;

class SearchIndexTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void followsEditsAndRestarts()
    {
        Scene scene;
        const ConversationId dm{scene.maya, {100}};
        discord::Message asked = scene.say(dm, u"ana"_s, u"deplyo now"_s);
        const TurnId turn = scene.begin(dm, asked);
        scene.answer(dm, turn, u"first reply"_s);
        asked.content = u"deploy now"_s;
        scene.log(dm, ChannelEvent(MessageEdited{asked}));
        scene.log(dm, TurnEvent(TurnRestarted{{asked}, RestartReason::Edited}), turn);
        scene.answer(dm, turn, u"second reply"_s);
        QCOMPARE(scene.found(u"deplyo"_s), QString());
        QCOMPARE(scene.found(u"deploy"_s), u"deploy now"_s);
        QCOMPARE(scene.found(u"reply"_s), u"second reply"_s);
    }

    void tellsReplaysFromWhatWasSaid()
    {
        Scene scene;
        const ConversationId dm{scene.maya, {100}};
        const auto asked = scene.say(dm, u"ana"_s, u"question"_s);
        const TurnId turn = scene.begin(dm, asked);
        scene.answer(dm, turn, u"answer one"_s);
        const TurnId replay = scene.begin(dm, asked, turn);
        scene.answer(dm, replay, u"answer two"_s);
        QCOMPARE(scene.found(u"answer"_s), u"answer one"_s);
        QCOMPARE(scene.found(u"is:replayed"_s), u"answer two / answer one / question"_s);
        QCOMPARE(scene.found(u"-is:replayed"_s), QString());
        const auto page = scene.page(u"is:replayed two"_s);
        QVERIFY(page && page->hits.size() == 1);
        QVERIFY(page->hits.first().replay);
        QCOMPARE(page->hits.first().turn, replay);
        QCOMPARE(page->hits.first().replayOf, turn);
    }

    void rollsBackWithTheEvents()
    {
        BusyScene scene;
        QCOMPARE(scene.found(u"disk"_s), u"The disk is full."_s);
        scene.store.fillDisk();
        scene.say(scene.dm, u"ana"_s, u"unwritten "_s.repeated(20000));
        QVERIFY(!scene.record->flush());
        scene.store.emptyDisk();
        QVERIFY(scene.record->flush());
        QCOMPARE(scene.page(u"unwritten"_s)->hits.size(), 1);
        QCOMPARE(scene.store.ask(u"SELECT count(*) FROM search_entry"_s),
            scene.store.ask(u"SELECT count(*) FROM search_body"_s));
    }

    void forgetsWhatIsDeleted_data()
    {
        QTest::addColumn<int>("how");
        QTest::newRow("all") << 0;
        QTest::newRow("old") << 1;
        QTest::newRow("mate") << 2;
        QTest::newRow("edited") << 3;
    }

    void forgetsWhatIsDeleted()
    {
        QFETCH(int, how);
        Scene scene;
        const ConversationId dm{scene.maya, {100}};
        const ConversationId other{scene.kaito, {200}};
        discord::Message secret = scene.message(dm, u"xylophonist"_s, u"zanzibarwort quetzalwort"_s);
        scene.log(dm, ChannelEvent(MessageSeen{secret}));
        scene.answer(dm, scene.begin(dm, secret), u"yggdrasilwort"_s);
        for (int i = 0; i < 3000; ++i) // the index has several levels
            scene.say(other, u"lee"_s, u"kept %1"_s.arg(i));
        QCOMPARE(scene.found(u"zanz"_s), u"zanzibarwort quetzalwort"_s);
        QVERIFY(scene.fileHas("zanzibarwort"));
        SearchStore search(scene.store.database.get(), scene.record.get());
        RecordEraser eraser(scene.record.get());
        QSignalSpy erased(&eraser, &RecordEraser::finished);
        switch (how) {
        case 0:
            eraser.start();
            break;
        case 1:
            eraser.startBefore(dawn + 100 * 1000);
            break;
        case 2:
            QVERIFY(scene.mates->remove(scene.maya));
            search.catchUp();
            break;
        case 3:
            secret.content = u"harmless"_s;
            secret.author.username = u"ana"_s;
            scene.log(dm, ChannelEvent(MessageEdited{secret}));
            QVERIFY(scene.record->flush());
            QCOMPARE(scene.store.ask(u"SELECT untidy FROM search_state"_s).toInt(), 0); // the record has both texts
            scene.store.execute(u"DELETE FROM event WHERE mate = 1"_s);
            scene.store.execute(u"DELETE FROM conversation"_s);
            search.catchUp();
            break;
        }
        if (how < 2)
            QTRY_COMPARE(erased.size(), 1);
        QTRY_COMPARE(scene.store.ask(u"SELECT untidy FROM search_state"_s).toInt(), 0);
        scene.store.execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
        QCOMPARE(scene.found(u"zanz"_s), QString());
        QCOMPARE(scene.found(u"from:xylo"_s), QString());
        for (const char *word : {"zanzibar", "anzibarwort", "quetzal", "uetzalwort", "yggdrasil", "xylophon"})
            QVERIFY2(!scene.fileHas(word), word);
        if (how > 0)
            QCOMPARE(scene.page(u"kept"_s, 0, 5000)->hits.size() > 2800, true);
    }
};

LOOPFLOW_TEST(SearchIndexTest)
#include "tst_searchindex.moc"
