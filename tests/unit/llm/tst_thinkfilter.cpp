#include "core/llm/thinkfilter.h"

#include "tests/support/test.h"

#include <QTest>

using namespace loopflow::llm;
using namespace Qt::StringLiterals;

class ThinkFilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void leavesOnlyTextForPeople_data();
    void leavesOnlyTextForPeople();
    void givesTextAsSoonAsItIsSure();
    void saysThatItThinks();
};

void ThinkFilterTest::leavesOnlyTextForPeople_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("text");
    QTest::newRow("plain") << u"Hello there."_s << u"Hello there."_s;
    QTest::newRow("leading space stays") << u" \nHello"_s << u" \nHello"_s;
    QTest::newRow("thoughts") << u"<think>Hm, 1 < 2.</think>\n\nHello"_s << u"Hello"_s;
    QTest::newRow("thoughts after white space") << u"\n <think>Hm</think>Hello"_s << u"Hello"_s;
    QTest::newRow("empty thoughts") << u"<think>\n\n</think>\n\nHello"_s << u"Hello"_s;
    QTest::newRow("twice at the start")
        << u"<think>a</think>\n<think>b</think> Hello"_s << u"Hello"_s;
    QTest::newRow("unclosed") << u"<think>I am not sure"_s << QString();
    QTest::newRow("almost closed") << u"<think>I am not sure</thin"_s << QString();
    QTest::newRow("only thoughts") << u"<think>a</think>\n"_s << QString();
    QTest::newRow("later in the text")
        << u"Use <think>x</think> tags"_s << u"Use <think>x</think> tags"_s;
    QTest::newRow("after thoughts, later")
        << u"<think>a</think>b <think>c</think>"_s << u"b <think>c</think>"_s;
    QTest::newRow("another tag") << u"<thinking>a"_s << u"<thinking>a"_s;
    QTest::newRow("beginning of the tag only") << u"<thi"_s << u"<thi"_s;
    QTest::newRow("only white space") << u"  \n"_s << u"  \n"_s;
    QTest::newRow("nothing") << QString() << QString();
}

void ThinkFilterTest::leavesOnlyTextForPeople()
{
    QFETCH(QString, raw);
    QFETCH(QString, text);
    ThinkFilter letters;
    QString byLetter;
    for (const QChar c : raw)
        byLetter += letters.feed(c);
    QCOMPARE(byLetter + letters.finish(), text);
    for (qsizetype cut = 0; cut <= raw.size(); ++cut) {
        ThinkFilter filter;
        const QString first = filter.feed(raw.left(cut));
        const QString second = filter.feed(raw.mid(cut));
        QCOMPARE(first + second + filter.finish(), text);
    }
}

void ThinkFilterTest::givesTextAsSoonAsItIsSure()
{
    ThinkFilter filter;
    QCOMPARE(filter.feed(u" <th"_s), QString());
    QCOMPARE(filter.feed(u"e>"_s), u" <the>"_s);
    QCOMPARE(filter.feed(u"<think>"_s), u"<think>"_s);
}

void ThinkFilterTest::saysThatItThinks()
{
    ThinkFilter filter;
    QVERIFY(!filter.isThinking());
    filter.feed(u"<think>a"_s);
    QVERIFY(filter.isThinking());
    filter.feed(u"</think>b"_s);
    QVERIFY(!filter.isThinking());
}

LOOPFLOW_TEST(ThinkFilterTest)
#include "tst_thinkfilter.moc"
