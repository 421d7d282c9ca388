#include "core/discord/id.h"

#include "tests/support/test.h"

#include <QHash>
#include <QJsonArray>

using namespace loopflow;
using namespace loopflow::discord;
using namespace Qt::StringLiterals;

class IdTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsOnlyDecimalNumbersOf64Bits_data();
    void readsOnlyDecimalNumbersOf64Bits();
    void takesOnlyStringsOfJson();
    void carriesItsTime();
    void comparesAsANumber();
    void staysApartInAHash();
};

void IdTest::readsOnlyDecimalNumbersOf64Bits_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<quint64>("value");
    QTest::newRow("usual") << u"175928847299117063"_s << quint64(175928847299117063);
    QTest::newRow("largest") << u"18446744073709551615"_s << ~quint64(0);
    QTest::newRow("too large") << u"18446744073709551616"_s << quint64(0);
    QTest::newRow("empty") << QString() << quint64(0);
    QTest::newRow("negative") << u"-5"_s << quint64(0);
    QTest::newRow("plus") << u"+5"_s << quint64(0);
    QTest::newRow("blank before") << u" 5"_s << quint64(0);
    QTest::newRow("blank after") << u"5 "_s << quint64(0);
    QTest::newRow("hexadecimal") << u"0x10"_s << quint64(0);
    QTest::newRow("word") << u"@me"_s << quint64(0);
    QTest::newRow("foreign digits") << u"\u0661\u0662"_s << quint64(0);
}

void IdTest::readsOnlyDecimalNumbersOf64Bits()
{
    QFETCH(QString, text);
    QFETCH(quint64, value);
    const UserId id = UserId::fromString(text);
    QCOMPARE(id.value, value);
    QCOMPARE(static_cast<bool>(id), value != 0);
    if (value != 0)
        QCOMPARE(id.toString(), text);
}

void IdTest::takesOnlyStringsOfJson()
{
    QCOMPARE(UserId::fromJson(QJsonValue(u"80351110224678912"_s)).value, quint64(80351110224678912));
    QVERIFY(!UserId::fromJson(QJsonValue(12.0)));
    QVERIFY(!UserId::fromJson(QJsonValue(QJsonValue::Null)));
    QVERIFY(!UserId::fromJson(QJsonValue(QJsonValue::Undefined)));
    QVERIFY(!UserId::fromJson(QJsonArray{u"12"_s}));
}

void IdTest::carriesItsTime()
{
    // The example of the documentation.
    const MessageId id{175928847299117063};
    QCOMPARE(id.created().count(), qint64(1462015105796));
    const MessageId first = MessageId::at(id.created());
    QVERIFY(first <= id);
    QCOMPARE(first.created(), id.created());
    QVERIFY(MessageId::at(id.created() + std::chrono::milliseconds(1)) > id);
    QVERIFY(!MessageId::at(std::chrono::milliseconds(0)));
}

void IdTest::comparesAsANumber()
{
    QVERIFY(MessageId::fromString(u"99") < MessageId::fromString(u"100"));
    QVERIFY(MessageId{7} == MessageId{7});
}

void IdTest::staysApartInAHash()
{
    QHash<ChannelId, int> hash;
    hash[ChannelId{1}] = 10;
    hash[ChannelId{2}] = 20;
    QCOMPARE(hash.value(ChannelId{1}), 10);
    QCOMPARE(hash.value(ChannelId{2}), 20);
}

LOOPFLOW_TEST(IdTest)
#include "tst_id.moc"
