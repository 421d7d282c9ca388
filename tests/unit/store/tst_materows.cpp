#include "core/store/materows.h"

#include "tests/support/test.h"
#include "tests/unit/store/storefixture.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class MateRowsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesWhatItIsGivenAndReadsItBack()
    {
        StoreFixture store;
        MateRows rows(store.database->sql());
        Mate mate = sampleMate(u"a"_s);
        mate.parameters.temperature = 0; // set to nought, which is not the same as not set
        mate.bot = {0xffffffffffffffff};
        mate.id = *rows.insert(mate);
        QCOMPARE(*rows.mates(), QList({mate}));
        mate.parameters = {{}, 0.9, 5, u"low"_s};
        mate.practice = true;
        QVERIFY(rows.update(mate));
        QCOMPARE(*rows.mates(), QList({mate}));
    }

    void readsMatesAsTheyWereArrangedAndNewOnesLast()
    {
        StoreFixture store;
        MateRows rows(store.database->sql());
        const MateId a = *rows.insert(sampleMate(u"a"_s));
        const MateId b = *rows.insert(sampleMate(u"b"_s));
        QVERIFY(rows.arrange({b, a}));
        const MateId c = *rows.insert(sampleMate(u"c"_s));
        QList<MateId> order;
        const auto mates = rows.mates();
        for (const Mate &mate : *mates)
            order.append(mate.id);
        QCOMPARE(order, QList({b, a, c}));
    }

    void findsTheNewestPromptOfEach()
    {
        StoreFixture store;
        MateRows rows(store.database->sql());
        const MateId a = *rows.insert(sampleMate(u"a"_s));
        const MateId b = *rows.insert(sampleMate(u"b"_s));
        for (const PromptVersion &version :
            {PromptVersion{{}, a, 1, u"a1"_s, 1, {}}, PromptVersion{{}, a, 2, u"a2"_s, 2, {}},
                PromptVersion{{}, b, 1, u"b1"_s, 3, u"first"_s}})
            QVERIFY(rows.insert(version));
        QStringList newest;
        const auto versions = rows.newestPrompts();
        for (const PromptVersion &version : *versions)
            newest.append(version.text);
        newest.sort();
        QCOMPARE(newest, QStringList({u"a2"_s, u"b1"_s}));
        QCOMPARE(rows.prompts(a)->size(), 2);
        QCOMPARE(rows.prompts(b)->constFirst().name, u"first"_s);
    }

    void findsRecordsOfNobody()
    {
        StoreFixture store;
        MateRows rows(store.database->sql());
        QVERIFY(rows.strays()->isEmpty());
        const MateId a = *rows.insert(sampleMate(u"a"_s));
        int seq = 0;
        for (const qint64 mate :
            {static_cast<qint64>(a), qint64{7}, static_cast<qint64>(a), qint64{9}, qint64{7}})
            store.execute(
                u"INSERT INTO event VALUES (%1, %2, 0, 0, 0, 0, 'x', NULL, NULL, 0, x'', 0)"_s
                    .arg(++seq)
                    .arg(mate));
        QCOMPARE(*rows.strays(), QList({MateId{7}, MateId{9}}));
    }
};

LOOPFLOW_TEST(MateRowsTest)
#include "tst_materows.moc"
