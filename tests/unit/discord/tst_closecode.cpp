#include "core/discord/closecode.h"

#include "tests/support/test.h"

using namespace Qt::StringLiterals;
using namespace loopflow::discord;

using Code = std::optional<quint16>;
Q_DECLARE_METATYPE(Code)
Q_DECLARE_METATYPE(AfterClose)

class TestCloseCode : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void saysHowToComeBack_data();
    void saysHowToComeBack();
    void explainsInASentence_data() { saysHowToComeBack_data(); }
    void explainsInASentence();
    void fatalCodesSayWhatToDo_data();
    void fatalCodesSayWhatToDo();
    void namesACodeItDoesNotKnow();
};

void TestCloseCode::saysHowToComeBack_data()
{
    QTest::addColumn<Code>("code");
    QTest::addColumn<AfterClose>("after");
    QTest::newRow("dropped") << Code() << AfterClose::Resume;
    for (const quint16 code : std::initializer_list<quint16>{
             1000, 1001, 1002, 1006, 1009, 1011, 3000, 4000, 4001, 4002, 4006, 4008, 4015, 4999})
        QTest::addRow("%d", code) << Code(code) << AfterClose::Resume;
    for (const quint16 code : std::initializer_list<quint16>{4003, 4005, 4007, 4009})
        QTest::addRow("%d", code) << Code(code) << AfterClose::Identify;
    for (const quint16 code : std::initializer_list<quint16>{4004, 4010, 4011, 4012, 4013, 4014})
        QTest::addRow("%d", code) << Code(code) << AfterClose::GiveUp;
}

void TestCloseCode::saysHowToComeBack()
{
    QFETCH(Code, code);
    QFETCH(AfterClose, after);
    QCOMPARE(afterClose(code), after);
}

void TestCloseCode::explainsInASentence()
{
    QFETCH(Code, code);
    QFETCH(AfterClose, after);
    const QString sentence = explainClose(code);
    QVERIFY(sentence.size() > 30);
    QVERIFY(sentence.endsWith(u'.'));
    QVERIFY(!sentence.contains(u'!'));
    // Whoever reads it learns whether Loopflow goes on by itself.
    const bool goesOn =
        sentence.contains("reconnects"_L1) || sentence.contains("signs in again"_L1);
    QCOMPARE(goesOn, after != AfterClose::GiveUp);
}

void TestCloseCode::fatalCodesSayWhatToDo_data()
{
    QTest::addColumn<Code>("code");
    QTest::addColumn<QString>("advice");
    QTest::newRow("token") << Code(4004) << u"Reset Token"_s;
    QTest::newRow("shard") << Code(4010) << u"report"_s;
    QTest::newRow("too many servers") << Code(4011) << u"2,500"_s;
    QTest::newRow("version") << Code(4012) << u"Update Loopflow"_s;
    QTest::newRow("unknown intents") << Code(4013) << u"settings"_s;
    QTest::newRow("intents not allowed") << Code(4014) << u"Privileged Gateway Intents"_s;
}

void TestCloseCode::fatalCodesSayWhatToDo()
{
    QFETCH(Code, code);
    QFETCH(QString, advice);
    QVERIFY2(explainClose(code).contains(advice), qPrintable(explainClose(code)));
}

void TestCloseCode::namesACodeItDoesNotKnow()
{
    QVERIFY(explainClose(4321).contains("4321"_L1));
    QVERIFY(!explainClose(1000).contains("1000"_L1));
    QVERIFY(explainWithoutMessageContent().contains("Message Content Intent"_L1));
}

LOOPFLOW_TEST(TestCloseCode)
#include "tst_closecode.moc"
