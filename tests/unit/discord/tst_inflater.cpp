#include "core/discord/inflater.h"

#include "tests/support/test.h"

#include <QRandomGenerator>

#include <zlib.h>

using namespace Qt::StringLiterals;
using namespace loopflow;
using namespace loopflow::discord;

/// The sending side: one deflate context, a sync flush after every message.
class Deflater {
public:
    explicit Deflater(int level = Z_DEFAULT_COMPRESSION) { deflateInit(&m_z, level); }
    ~Deflater() { deflateEnd(&m_z); }
    Deflater(const Deflater &) = delete;
    Deflater &operator=(const Deflater &) = delete;

    QByteArray message(QByteArray json, int flush = Z_SYNC_FLUSH)
    {
        QByteArray out(
            static_cast<qsizetype>(deflateBound(&m_z, static_cast<uLong>(json.size()))) + 64, '\0');
        m_z.next_in = reinterpret_cast<Bytef *>(json.data());
        m_z.avail_in = static_cast<uInt>(json.size());
        m_z.next_out = reinterpret_cast<Bytef *>(out.data());
        m_z.avail_out = static_cast<uInt>(out.size());
        deflate(&m_z, flush);
        out.chop(static_cast<qsizetype>(m_z.avail_out));
        return out;
    }

private:
    z_stream m_z = {};
};

static const QList<QByteArray> messages{
    R"({"t":null,"s":null,"op":10,"d":{"heartbeat_interval":41250}})",
    R"({"t":"MESSAGE_CREATE","s":2,"op":0,"d":{"id":"1","content":"grüß dich, 🌍"}})",
    R"({"t":"MESSAGE_CREATE","s":3,"op":0,"d":{"id":"2","content":"grüß dich, 🌍"}})",
    QByteArray(20000, 'x'),
    R"({"t":null,"s":null,"op":11,"d":null})",
};

static QByteArray stream()
{
    Deflater deflater;
    QByteArray bytes;
    for (const QByteArray &message : messages)
        bytes += deflater.message(message);
    return bytes;
}

class TestInflater : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void inflatesAMessagePerFrame();
    void inflatesByteByByte();
    void inflatesCutAtEveryPosition();
    void aChanceFlushPatternIsNoMessageEnd();
    void growsForLargeMessages();
    void outputThatExactlyFillsTheBufferIsWhole();
    void refusesBrokenDataForGood_data();
    void refusesBrokenDataForGood();
    void refusesAStreamThatEnds();
    void refusesMoreThan64MiB();
};

void TestInflater::inflatesAMessagePerFrame()
{
    Deflater deflater;
    Inflater inflater;
    QCOMPARE(*inflater.feed({}), QByteArray());
    for (const QByteArray &message : messages)
        QCOMPARE(*inflater.feed(deflater.message(message)), message);
}

void TestInflater::inflatesByteByByte()
{
    Inflater inflater;
    QList<QByteArray> found;
    for (const char byte : stream()) {
        const auto message = inflater.feed(QByteArray(1, byte));
        QVERIFY(message);
        if (!message->isEmpty())
            found.append(*message);
    }
    QCOMPARE(found, messages);
}

void TestInflater::inflatesCutAtEveryPosition()
{
    for (const QByteArray &message : messages) {
        const QByteArray frame = Deflater().message(message);
        for (qsizetype cut = 1; cut < frame.size(); ++cut) {
            Inflater inflater;
            QCOMPARE(*inflater.feed(frame.first(cut)), QByteArray());
            QCOMPARE(*inflater.feed(frame.mid(cut)), message);
        }
    }
}

void TestInflater::aChanceFlushPatternIsNoMessageEnd()
{
    // Uncompressed blocks carry the text as it is, so the pattern stands in the middle of a
    // message.
    const QByteArray text = R"({"content":")" + QByteArray::fromHex("0000ffff") + R"("})";
    const QByteArray frame = Deflater(Z_NO_COMPRESSION).message(text);
    const qsizetype cut = frame.indexOf(QByteArray::fromHex("0000ffff")) + 4;
    QVERIFY(cut < frame.size());
    Inflater inflater;
    QCOMPARE(*inflater.feed(frame.first(cut)), QByteArray());
    QCOMPARE(*inflater.feed(frame.mid(cut)), text);
}

void TestInflater::growsForLargeMessages()
{
    QRandomGenerator random(7);
    QByteArray noise(3'000'000, '\0');
    for (char &byte : noise)
        byte = static_cast<char>('a' + random.bounded(26));
    const QByteArray zeros(8'000'000, '0');
    Deflater deflater;
    Inflater inflater;
    QCOMPARE(*inflater.feed(deflater.message(noise)), noise);
    QCOMPARE(*inflater.feed(deflater.message(zeros)), zeros);
    QCOMPARE(*inflater.feed(deflater.message("{}")), QByteArray("{}"));
}

void TestInflater::outputThatExactlyFillsTheBufferIsWhole()
{
    for (int size = 500; size < 1100; ++size) {
        const QByteArray text(size, '7');
        Deflater deflater;
        Inflater inflater;
        QCOMPARE(*inflater.feed(deflater.message(text)), text);
        QCOMPARE(*inflater.feed(deflater.message("{}")), QByteArray("{}"));
    }
}

void TestInflater::refusesBrokenDataForGood_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::newRow("no zlib header") << QByteArray("{\"op\":10}");
    QTest::newRow("gzip header") << QByteArray::fromHex("1f8b0800000000000003");
    QTest::newRow("bad block type") << QByteArray::fromHex("789cffffffffff");
    QByteArray damaged = Deflater(Z_NO_COMPRESSION).message("{\"op\":11}");
    damaged[4] = static_cast<char>(
        damaged.at(4) ^ 0x55); // a stored block's length no longer matches its complement
    QTest::newRow("damaged") << damaged;
}

void TestInflater::refusesBrokenDataForGood()
{
    QFETCH(QByteArray, bytes);
    Inflater inflater;
    const auto broken = inflater.feed(bytes);
    QVERIFY(!broken);
    QCOMPARE(broken.error().code, ErrorCode::Invalid);
    QVERIFY(broken.error().message.endsWith("Loopflow reconnects."_L1));
    QVERIFY(!inflater.feed(Deflater().message("{}")));
}

void TestInflater::refusesAStreamThatEnds()
{
    Inflater inflater;
    QVERIFY(!inflater.feed(Deflater().message("{}", Z_FINISH)));
}

void TestInflater::refusesMoreThan64MiB()
{
    constexpr qsizetype limit = 64 * 1024 * 1024;
    Inflater whole;
    QCOMPARE(whole.feed(Deflater(Z_BEST_SPEED).message(QByteArray(limit, ' ')))->size(), limit);
    Inflater inflater;
    const auto tooLarge = inflater.feed(Deflater(Z_BEST_SPEED).message(QByteArray(limit + 1, ' ')));
    QVERIFY(!tooLarge);
    QVERIFY(tooLarge.error().message.contains("64 MiB"_L1));
}

LOOPFLOW_TEST(TestInflater)
#include "tst_inflater.moc"
