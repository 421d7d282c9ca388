#include "tests/support/test.h"
#include "ui/practice/messageinput.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace Qt::StringLiterals;

class MessageInputTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void enterSendsWhatWasWritten();
    void shiftEnterMakesALine();
    void nothingIsNotSent();
    void growsWithItsLines();
};

void MessageInputTest::enterSendsWhatWasWritten()
{
    MessageInput input;
    QSignalSpy submitted(&input, &MessageInput::submitted);
    QTest::keyClicks(&input, u"  hello "_s);
    QTest::keyClick(&input, Qt::Key_Return);
    QCOMPARE(submitted.size(), 1);
    QCOMPARE(submitted.first().first().toString(), u"hello"_s);
}

void MessageInputTest::shiftEnterMakesALine()
{
    MessageInput input;
    QSignalSpy submitted(&input, &MessageInput::submitted);
    QTest::keyClicks(&input, u"a"_s);
    QTest::keyClick(&input, Qt::Key_Return, Qt::ShiftModifier);
    QTest::keyClicks(&input, u"b"_s);
    QCOMPARE(input.toPlainText(), u"a\nb"_s);
    QCOMPARE(submitted.size(), 0);
}

void MessageInputTest::nothingIsNotSent()
{
    MessageInput input;
    QSignalSpy submitted(&input, &MessageInput::submitted);
    QTest::keyClicks(&input, u"   "_s);
    QTest::keyClick(&input, Qt::Key_Enter);
    QCOMPARE(submitted.size(), 0);
}

void MessageInputTest::growsWithItsLines()
{
    MessageInput input;
    input.resize(400, 30);
    const int one = input.height();
    input.setPlainText(u"a\nb\nc"_s);
    const int three = input.height();
    QVERIFY(three > one);
    input.setPlainText(u"a\n"_s.repeated(100));
    QVERIFY(input.height() < 5 * three);
}

LOOPFLOW_TEST(MessageInputTest)
#include "tst_messageinput.moc"
