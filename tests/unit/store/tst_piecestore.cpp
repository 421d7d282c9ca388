#include "core/store/piecestore.h"

#include "tests/support/test.h"
#include "tests/unit/store/storefixture.h"

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

namespace {

const ConversationId here{MateId{1}, {10}};
const ConversationId there{MateId{1}, {11}};

/// Bytes without repetitions, the same each time.
QByteArray noise(qsizetype size, quint32 seed)
{
    QByteArray bytes(size, Qt::Uninitialized);
    for (char &byte : bytes) {
        seed = seed * 1664525 + 1013904223;
        byte = static_cast<char>(seed >> 24);
    }
    return bytes;
}

} // namespace

class PieceStoreTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void cutsIntoPiecesThatAreTheInput_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("one byte") << QByteArray("x");
        QTest::newRow("no place to cut") << QByteArray(20000, 'x');
        QTest::newRow("noise") << noise(200000, 1);
    }

    void cutsIntoPiecesThatAreTheInput()
    {
        QFETCH(QByteArray, bytes);
        QByteArray whole;
        const auto pieces = cutByContent(bytes);
        for (qsizetype i = 0; i < pieces.size(); ++i) {
            QVERIFY(!pieces[i].isEmpty() && pieces[i].size() <= 4096);
            QVERIFY(pieces[i].size() >= 256 || i + 1 == pieces.size());
            whole.append(pieces[i]);
        }
        QCOMPARE(whole, bytes);
    }

    void findsTheSameCutsAfterAChangeInFront()
    {
        const QByteArray text = noise(50000, 2);
        QSet<QByteArray> before;
        for (const QByteArrayView piece : cutByContent(text))
            before.insert(piece.toByteArray());
        const QByteArray changed = "something new" + text.sliced(3000);
        qsizetype fresh = 0;
        for (const QByteArrayView piece : cutByContent(changed))
            fresh += before.contains(piece.toByteArray()) ? 0 : 1;
        QVERIFY2(fresh <= 3, qPrintable(QString::number(fresh)));
    }

    void givesBackWhatItWasGiven()
    {
        StoreFixture store;
        PieceStore pieces(store.database->sql());
        QList<std::pair<QByteArray, QByteArray>> kept;
        for (quint32 i = 0; i < 20; ++i) {
            const QByteArray payload = noise(100, i) + noise(9000, i / 4) + noise(500 * i, 99);
            kept.append({*pieces.store(here, 1, payload), payload});
        }
        for (const auto &[references, payload] : kept)
            QCOMPARE(*pieces.load(references), payload);
        store.reopen();
        PieceStore later(store.database->sql());
        for (const auto &[references, payload] : kept)
            QCOMPARE(*later.load(references), payload);
    }

    void storesNothingTwice()
    {
        StoreFixture store;
        PieceStore pieces(store.database->sql());
        const QByteArray payload = noise(30000, 3);
        const QByteArray first = *pieces.store(here, 1, payload);
        const QByteArray second = *pieces.store(here, 1, payload);
        QCOMPARE(second, first);
        QVERIFY(first.size() < 20);
        QCOMPARE(store.ask(u"SELECT count(*) FROM pack"_s).toInt(), 1);
        const QByteArray longer = *pieces.store(here, 1, payload + noise(2000, 4));
        QCOMPARE(*pieces.load(longer), payload + noise(2000, 4));
        QVERIFY(store.ask(u"SELECT sum(length(bytes)) FROM pack"_s).toInt() < 30000 + 2000 + 4096 + 200);
    }

    void sharesNothingBetweenDaysAndConversations()
    {
        StoreFixture store;
        PieceStore pieces(store.database->sql());
        const QByteArray payload = noise(5000, 5);
        QVERIFY(pieces.store(here, 1, payload));
        const QByteArray nextDay = *pieces.store(here, 2, payload);
        const QByteArray elsewhere = *pieces.store(there, 1, payload);
        QCOMPARE(store.ask(u"SELECT count(*) FROM pack"_s).toInt(), 3);
        store.execute(u"DELETE FROM pack WHERE channel = 10 AND day = 1"_s);
        pieces.forget();
        QCOMPARE(*pieces.load(nextDay), payload);
        QCOMPARE(*pieces.load(elsewhere), payload);
    }

    void storesAgainWhatWasRolledBack()
    {
        StoreFixture store;
        PieceStore pieces(store.database->sql());
        const QByteArray payload = noise(5000, 6);
        QVERIFY(!inTransaction(store.database->sql(), [&]() -> Result<void> {
            const auto stored = pieces.store(here, 1, payload);
            return stored ? Error{ErrorCode::Storage, u"The disk went away."_s} : stored.error();
        }));
        pieces.forget();
        const QByteArray references = *pieces.store(here, 1, payload);
        pieces.forget();
        QCOMPARE(*pieces.load(references), payload);
    }

    void givesNoNumberTwice()
    {
        StoreFixture fixture;
        PieceStore store(fixture.database->sql());
        QVERIFY(store.store(here, 1, noise(5000, 1)));
        const qint64 first = fixture.ask(u"SELECT max(id) FROM pack"_s).toLongLong();
        fixture.ask(u"DELETE FROM pack"_s);
        store.forget();
        const auto again = store.store(here, 1, noise(5000, 2));
        QVERIFY(again);
        QVERIFY(fixture.ask(u"SELECT min(id) FROM pack"_s).toLongLong() > first);
        QCOMPARE(*store.load(*again), noise(5000, 2));
    }

    void refusesDamagedReferencesAndPacks()
    {
        StoreFixture store;
        PieceStore pieces(store.database->sql());
        const QByteArray references = *pieces.store(here, 1, noise(9000, 7));
        QVERIFY(!pieces.load(references.chopped(1) + '\xff'));
        QVERIFY(!pieces.load(QByteArray("\x63\x00\x01", 3))); // no such pack
        QVERIFY(!pieces.load(QByteArray("\x01\x00\xff\xff\xff\x7f", 6))); // more than there is
        QVERIFY(!pieces.load(QByteArray("\x01\xff\xff\xff\xff\xff\xff\xff\xff\x7f\x01", 11)));
        pieces.forget();
        store.execute(u"UPDATE pack SET bytes = x'00000001ffff'"_s);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"qUncompress.*"_s));
        QVERIFY(!pieces.load(references));
        store.execute(u"DELETE FROM pack"_s);
        QVERIFY(!pieces.load(references));
    }
};

LOOPFLOW_TEST(PieceStoreTest)
#include "tst_piecestore.moc"
