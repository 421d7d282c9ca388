#include "core/store/searchstore.h"

#include "tests/support/test.h"
#include "tests/unit/store/searchscene.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;

class SearchStoreTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aNewSearchEndsTheOneBefore()
    {
        BusyScene scene;
        SearchStore search(scene.store.database.get(), scene.record.get());
        QStringList found;
        connect(&search, &SearchStore::found, this, [&](const SearchPage &page) { found << page.hits.value(0).text; });
        const auto expression = [](const QString &text) { return std::get<SearchExpression>(parseSearch(text, 0)); };
        search.search(expression(u"deploy"_s));
        search.search(expression(u"disk"_s));
        QVERIFY(search.isSearching());
        QVERIFY(found.isEmpty()); // never inside the call
        QTRY_VERIFY(!search.isSearching());
        QCOMPARE(found, QStringList{u"The disk is full."_s});
        search.search(expression(u"deploy"_s));
        search.cancel();
        QVERIFY(!search.isSearching());
        QCoreApplication::processEvents();
        QCOMPARE(found.size(), 1);
    }

    void findsWhatIsNotWrittenYet()
    {
        Scene scene;
        SearchStore search(scene.store.database.get(), scene.record.get());
        QSignalSpy found(&search, &SearchStore::found);
        scene.say({scene.maya, {100}}, u"ana"_s, u"just now"_s);
        search.search(std::get<SearchExpression>(parseSearch(u"just"_s, 0)));
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(found[0][0].value<SearchPage>().hits.size(), 1);
    }

    void indexesAnOldRecordInSlices()
    {
        BusyScene scene;
        const QStringList searches{u"the"_s, u"is:failed"_s, u"is:slow"_s, u"is:ignored"_s, u"from:lee"_s, u"-disk"_s};
        QStringList before;
        for (const QString &search : searches)
            before.append(scene.found(search));
        // As a version without a search left it, with a row that nobody can read.
        for (const QString &statement : {u"DELETE FROM search_entry"_s, u"UPDATE search_state SET indexed = 0"_s,
                 u"INSERT INTO event VALUES (900, 1, 100, 0, 0, 0, 'MessageSeen', NULL, NULL, 0, x'00', 0)"_s})
            scene.store.execute(statement);
        scene.seq = 1000;
        scene.open();
        for (int i = 0; i < 300; ++i)
            scene.say(scene.dm, u"ana"_s, u"meanwhile %1"_s.arg(i));
        QCOMPARE(scene.found(u"meanwhile"_s), QString()); // behind the old ones
        SearchStore search(scene.store.database.get(), scene.record.get());
        QVERIFY(search.indexedThousandths() < 1000);
        QList<int> steps;
        connect(&search, &SearchStore::progressed, this, [&](int thousandths) { steps << thousandths; });
        search.catchUp();
        QTRY_VERIFY(!steps.isEmpty() && steps.last() == 1000);
        QVERIFY(steps.size() > 1);
        QVERIFY(std::is_sorted(steps.cbegin(), steps.cend()));
        for (qsizetype i = 0; i < searches.size(); ++i)
            QVERIFY2(scene.found(searches[i]).endsWith(before[i]), qPrintable(searches[i]));
        QCOMPARE(scene.page(u"meanwhile"_s, 0, 500)->hits.size(), 300);
        scene.say(scene.dm, u"ana"_s, u"afterwards"_s);
        QCOMPARE(scene.found(u"afterwards"_s), u"afterwards"_s);
    }
};

LOOPFLOW_TEST(SearchStoreTest)
#include "tst_searchstore.moc"
