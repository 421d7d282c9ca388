#include "core/mate/markdownlines.h"

#include "tests/support/test.h"

#include <QTest>

using namespace loopflow;
using namespace Qt::StringLiterals;

class MarkdownLinesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsCodeFromText_data();
    void tellsCodeFromText();
    void splitsAnyLineEnds();
    void dropsBlankEdges();
};

void MarkdownLinesTest::tellsCodeFromText_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("code"); // "c" or "." for each line
    QTest::addColumn<bool>("open");
    QTest::newRow("text") << u"a\n\nb"_s << u"..."_s << false;
    QTest::newRow("fence") << u"a\n```cpp\nb\n```\nc"_s << u".ccc."_s << false;
    QTest::newRow("tildes") << u"~~~\n```\n~~~\na"_s << u"ccc."_s << false;
    QTest::newRow("a longer fence") << u"````\n```\n````\na"_s << u"ccc."_s << false;
    QTest::newRow("closed by a longer one") << u"```\na\n`````\nb"_s << u"ccc."_s << false;
    QTest::newRow("not closed by a fence with words")
        << u"```\n``` x\n```\na"_s << u"ccc."_s << false;
    QTest::newRow("indented") << u"   ```\na\n  ```\nb"_s << u"ccc."_s << false;
    QTest::newRow("indented too far") << u"    ```\na"_s << u".."_s << false;
    QTest::newRow("code in a line") << u"```a```\nb"_s << u".."_s << false;
    QTest::newRow("two marks") << u"``\na"_s << u".."_s << false;
    QTest::newRow("never closed") << u"a\n```\nb"_s << u".cc"_s << true;
}

void MarkdownLinesTest::tellsCodeFromText()
{
    QFETCH(QString, text);
    FenceTracker fence;
    QString code;
    for (const QString &line : text.split(u'\n'))
        code += fence.take(line) ? u'c' : u'.';
    QTEST(code, "code");
    QTEST(fence.isOpen(), "open");
}

void MarkdownLinesTest::splitsAnyLineEnds()
{
    QCOMPARE(
        linesOf(u"a\nb\r\nc\rd\n"_s), (QStringList{u"a"_s, u"b"_s, u"c"_s, u"d"_s, QString()}));
}

void MarkdownLinesTest::dropsBlankEdges()
{
    QCOMPARE(joinedWithoutBlankEdges({u""_s, u" "_s, u"  a"_s, u""_s, u"b "_s, u"\t"_s}),
        u"  a\n\nb "_s);
    QCOMPARE(joinedWithoutBlankEdges({u""_s, u" "_s}), QString());
}

LOOPFLOW_TEST(MarkdownLinesTest)
#include "tst_markdownlines.moc"
