#include "core/discord/inflater.h"
#include "core/practice/deflater.h"
#include "tests/support/test.h"

using namespace loopflow;
using namespace loopflow::practice;

class DeflaterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void makesOneStreamOfFlushedMessages()
    {
        Deflater deflater;
        discord::Inflater inflater;
        const QByteArray large(300000, 'x');
        QByteArray noise;
        for (int i = 0; i < 40000; ++i)
            noise += static_cast<char>((i * 7919) >> (i % 5));
        for (const QByteArray &message : {QByteArray("hello"), large, noise, QByteArray("hello")}) {
            const QByteArray frame = deflater.compress(message);
            QVERIFY(frame.endsWith(QByteArray::fromHex("0000ffff")));
            const auto back = inflater.feed(frame);
            QVERIFY(back);
            QCOMPARE(*back, message);
        }
    }

    void remembersWhatItSent()
    {
        Deflater deflater;
        const QByteArray message = "a message that comes twice is short the second time";
        const qsizetype first = deflater.compress(message).size();
        QVERIFY(deflater.compress(message).size() < first / 2);
    }
};

LOOPFLOW_TEST(DeflaterTest)
#include "tst_deflater.moc"
