#include "core/store/searchquery.h"

#include "tests/support/test.h"
#include "tests/unit/store/searchscene.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;

class SearchQueryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsByTextAndFilters_data()
    {
        QTest::addColumn<QString>("search");
        QTest::addColumn<QString>("found");
        const auto row = [](const char *search, const char *found) {
            QTest::newRow(search) << QString::fromUtf8(search) << QString::fromUtf8(found);
        };
        row("upl", "why does the Uploader hang");
        row("\"upl\"", "");
        row("the disk", "The disk is full.");
        row("\"disk is\"", "The disk is full.");
        row("\"is disk\"", "");
        row("grosse | grö", "Größe: 42");
        row("disk | deploy", "deploy it / The disk is full.");
        row("the -disk", "The provider was overloaded. / why does the Uploader hang");
        row("the -disk -hang", "The provider was overloaded.");
        row("-the", "old news / Größe: 42 / take your time / deploy it");
        row("-the -old", "Größe: 42 / take your time / deploy it");
        row("news | -the deploy", "deploy it");
        row("from:ana", "why does the Uploader hang");
        row("from:zoe", "old news");
        row("from:maya", "The disk is full.");
        row("from:\"an\"", "");
        row("-from:lee is:slow", "Größe: 42");
        row("mate:kaito it", "deploy it");
        row("mate:KAI -is:slow", "The provider was overloaded. / deploy it");
        row("mate:nobody", "");
        row("in:lee time", "take your time");
        row("in:200 time", "take your time");
        row("-in:lee -the", "old news");
        row("in:nowhere", "");
        row("is:failed", "The provider was overloaded. / deploy it");
        row("is:slow", "Größe: 42 / take your time");
        row("is:ignored", "old news");
        row("is:replayed", "");
        row("is:ignored | is:failed", "old news / The provider was overloaded. / deploy it");
        row("before:2023-11-01", "");
        row("after:2023-11-01 old", "old news");
        row("has:attachment", "");
        row("disk'); DROP TABLE event", "");
    }

    void findsByTextAndFilters()
    {
        QFETCH(QString, search);
        BusyScene scene;
        QTEST(scene.found(search), "found");
        QVERIFY(scene.store.ask(u"SELECT count(*) FROM event"_s).toInt() > 0);
    }

    void saysWhoWhenAndWhere()
    {
        BusyScene scene;
        const auto page = scene.page(u"upl"_s);
        QVERIFY(page);
        QCOMPARE(page->hits.size(), 1);
        const SearchHit &hit = page->hits.first();
        QCOMPARE(hit.conversation, scene.dm);
        QCOMPARE(hit.turn, TurnId{1});
        QVERIFY(hit.message.value != 0);
        QCOMPARE(hit.author, u"ana_k"_s);
        QCOMPARE(hit.person, u"Zoë"_s);
        QCOMPARE(hit.atMs, dawn + 1000);
        QCOMPARE(hit.snippet.marks, (QList<SearchMark>{{13, 8}}));
        const auto reply = scene.page(u"disk"_s);
        QVERIFY(reply && reply->hits.size() == 1);
        QCOMPARE(reply->hits.first().turn, TurnId{1});
        QVERIFY(!reply->hits.first().message);
        QVERIFY(reply->hits.first().author.isEmpty());
    }

    void findsAttachmentsByNameAndFilter()
    {
        Scene scene;
        const ConversationId dm{scene.maya, {100}};
        discord::Message message = scene.message(dm, u"ana"_s, u"look"_s);
        message.attachments = {{u"schaltplan.pdf"_s, u"application/pdf"_s, 10, u"https://cdn"_s}};
        scene.log(dm, ChannelEvent(MessageSeen{message}));
        scene.say(dm, u"ana"_s, u"look here"_s);
        QVERIFY(scene.found(u"schaltplan"_s).startsWith(u"look"_s));
        QCOMPARE(scene.page(u"look has:attachment"_s)->hits.size(), 1);
        QCOMPARE(scene.page(u"look -has:attachment"_s)->hits.size(), 1);
    }

    void givesPagesWithoutGapsOrRepetitions()
    {
        Scene scene;
        const ConversationId dm{scene.maya, {100}};
        for (int i = 0; i < 25; ++i) {
            scene.say(dm, u"ana"_s, u"message %1"_s.arg(i));
            scene.seq += 7000; // more than one slice
        }
        for (const QString &search : {u"message"_s, u"from:ana"_s, u"mate:maya"_s}) {
            QStringList all;
            qint64 before = 0;
            QList<qsizetype> sizes;
            for (bool more = true; more;) {
                const auto page = scene.page(search, before, 10);
                QVERIFY(page);
                sizes.append(page->hits.size());
                for (const SearchHit &hit : page->hits)
                    all.append(hit.text);
                before = page->hits.last().seq;
                more = page->more;
            }
            QCOMPARE(sizes, (QList<qsizetype>{10, 10, 5}));
            QCOMPARE(all.size(), 25);
            QCOMPARE(all.first(), u"message 24"_s);
            QCOMPARE(all.last(), u"message 0"_s);
        }
    }
};

LOOPFLOW_TEST(SearchQueryTest)
#include "tst_searchquery.moc"
