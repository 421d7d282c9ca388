#include "core/store/statement.h"

#include "tests/support/test.h"
#include "tests/unit/store/storefixture.h"

#include <limits>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class StatementTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void bindsEveryKindOfValueAndReadsItBack()
    {
        StoreFixture store;
        store.execute(u"CREATE TABLE t (a INTEGER, b TEXT NOT NULL, c BLOB, d REAL, e INTEGER, f INTEGER)"_s);
        Statement write(store.database->sql(), u"INSERT INTO t VALUES (?, ?, ?, ?, ?, ?)"_s, u"no"_s);
        const QByteArray bytes("a\0b\xff", 4);
        const discord::MessageId large{0xfedcba9876543210};
        QVERIFY(write.run(large, QString(), bytes, 0.1, std::optional<int>(), true));
        QCOMPARE(write.changes(), 1);
        Statement read(store.database->sql(), u"SELECT * FROM t"_s, u"no"_s);
        QVERIFY(read.run());
        QVERIFY(read.next());
        QCOMPARE(read.id<discord::MessageId>(0), large);
        QCOMPARE(read.text(1), QString());
        QVERIFY(!read.isNull(1));
        QCOMPARE(read.bytes(2), bytes);
        QCOMPARE(read.real(3), 0.1);
        QVERIFY(read.isNull(4));
        QCOMPARE(read.number(5), 1);
        QVERIFY(!read.next());
        QVERIFY(read.ended());
    }

    void bringsDamagedTimesWithinReach()
    {
        StoreFixture store;
        Statement read(store.database->sql(), u"SELECT ?, ?, ?"_s, u"no"_s);
        QVERIFY(read.run(std::numeric_limits<qint64>::min(), qint64(1'700'000'000'000), std::numeric_limits<qint64>::max()));
        QVERIFY(read.next());
        QCOMPARE(read.time(1).count(), 1'700'000'000'000);
        QVERIFY(read.time(0).count() < 0 && read.time(2).count() > read.time(1).count());
        qint64 between = 0;
        QVERIFY(!qSubOverflow(qint64(read.time(2).count()), qint64(read.time(0).count()), &between));
    }

    void runsAgainWithOtherValues()
    {
        StoreFixture store;
        Statement write(store.database->sql(), u"INSERT INTO setting VALUES (?, ?)"_s, u"no"_s);
        QVERIFY(write.run(u"a"_s, u"a1"_s));
        QVERIFY(write.run(u"b"_s, u"b2"_s));
        QCOMPARE(store.ask(u"SELECT group_concat(value) FROM setting"_s).toString(), u"a1,b2"_s);
    }

    void worksAgainAfterAFailure()
    {
        StoreFixture store;
        Statement write(store.database->sql(), u"INSERT INTO setting VALUES (?, 'x')"_s,
            u"The key could not be saved"_s);
        QVERIFY(write.run(u"a"_s));
        const auto twice = write.run(u"a"_s);
        QVERIFY(!twice);
        QVERIFY2(twice.error().message.startsWith(u"The key could not be saved ("_s),
            qPrintable(twice.error().message));
        QVERIFY(write.run(u"b"_s));
    }

    void saysWhatFailedWhereTheStatementIsWrong()
    {
        StoreFixture store;
        Statement wrong(store.database->sql(), u"SELECT nothing"_s, u"The thing could not be read"_s);
        const auto ran = wrong.run();
        QVERIFY(!ran);
        QVERIFY2(ran.error().message.startsWith(u"The thing could not be read"_s),
            qPrintable(ran.error().message));
    }
};

LOOPFLOW_TEST(StatementTest)
#include "tst_statement.moc"
