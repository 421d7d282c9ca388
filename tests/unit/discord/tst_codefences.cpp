#include "core/discord/codefences.h"

#include "tests/support/test.h"

using namespace loopflow::discord;
using namespace Qt::StringLiterals;

namespace {

/// Every block as [ticks language|content|, and "open" for one that nothing closes.
QString found(const QString &text)
{
    QStringList blocks;
    for (const CodeFence &fence : findCodeFences(text)) {
        QString content = text.mid(fence.contentBegin, fence.contentEnd - fence.contentBegin);
        content.replace(u'\n', u'/');
        blocks.append(u"[%1%2%3|%4%5]"_s.arg(fence.indent, QString::number(fence.ticks.size()),
            fence.language, content, fence.isClosed() ? QString() : u"|open"_s));
    }
    return blocks.join(u' ');
}

} // namespace

class CodeFencesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void findsBlocksAsDiscordShowsThem_data();
    void findsBlocksAsDiscordShowsThem();
    void knowsHowToCloseAndReopen();
    void coversEveryBlockOnce_data();
    void coversEveryBlockOnce();
};

void CodeFencesTest::findsBlocksAsDiscordShowsThem_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("blocks");
    QTest::newRow("none") << u"plain `code` text"_s << QString();
    QTest::newRow("language") << u"a\n```cpp\nint x;\n```\nb"_s << u"[3cpp|int x;/]"_s;
    QTest::newRow("no language") << u"```\nx\n```"_s << u"[3|x/]"_s;
    QTest::newRow("blanks after the language") << u"```c++  \nx\n```"_s << u"[3c++|x/]"_s;
    QTest::newRow("words are content") << u"```not a language\nx```"_s << u"[3|not a language/x]"_s;
    QTest::newRow("one line") << u"see ```x = 1``` there"_s << u"[3|x = 1]"_s;
    QTest::newRow("mid-line") << u"Run: ```sh\nls\n``` done"_s << u"[3sh|ls/]"_s;
    QTest::newRow("two") << u"```a\n1\n```\n\n```b\n2\n```"_s << u"[3a|1/] [3b|2/]"_s;
    QTest::newRow("open") << u"x\n```py\nprint(1)"_s << u"[3py|print(1)|open]"_s;
    QTest::newRow("open and empty") << u"x\n```py"_s << u"[3py||open]"_s;
    QTest::newRow("stray in a line") << u"write ``` to begin"_s << QString();
    QTest::newRow("longer holds shorter") << u"````md\n```js\n1\n```\n````"_s << u"[4md|```js/1/```/]"_s;
    QTest::newRow("Discord closes at the first") << u"```md\n```js\n1\n```\n2\n```"_s
                                                 << u"[3md|] [3|2/]"_s;
    QTest::newRow("in a list") << u"1. Do:\n   ```sh\n   ls\n   ```"_s << u"[   3sh|   ls/   ]"_s;
    QTest::newRow("after a list mark") << u"- ```sh\n  ls\n  ```"_s << u"[  3sh|  ls/  ]"_s;
    QTest::newRow("in a quote") << u"> ```sh\n> ls\n> ```"_s << u"[> 3sh|> ls/> ]"_s;
    QTest::newRow("in inline code") << u"the mark `` ``` `` opens"_s << QString();
    QTest::newRow("lone backtick before") << u"it`s\n```\nx\n```"_s << u"[3|x/]"_s;
    QTest::newRow("drawn line") << QString(40, u'`') + u"\nx"_s << QString();
}

void CodeFencesTest::findsBlocksAsDiscordShowsThem()
{
    QFETCH(QString, text);
    QFETCH(QString, blocks);
    QCOMPARE(found(text), blocks);
}

void CodeFencesTest::knowsHowToCloseAndReopen()
{
    const QList<CodeFence> fences = findCodeFences(u"- ````py\n  x\n  ````"_s);
    QCOMPARE(fences.size(), 1);
    QCOMPARE(fences.first().opening(), u"  ````py\n"_s);
    QCOMPARE(fences.first().closing(), u"\n  ````"_s);
}

void CodeFencesTest::coversEveryBlockOnce_data()
{
    QTest::addColumn<QString>("text");
    const QString text = u"a ``b`` ```c\nd```\n\n> ````e\nf\n```\n````\n`g` ```\n\n```h"_s;
    for (qsizetype cut = 0; cut <= text.size(); ++cut)
        QTest::addRow("cut at %d", static_cast<int>(cut)) << text.left(cut);
}

/// However a text ends, the blocks lie in order within it.
void CodeFencesTest::coversEveryBlockOnce()
{
    QFETCH(QString, text);
    qsizetype position = 0;
    for (const CodeFence &fence : findCodeFences(text)) {
        QVERIFY(position <= fence.begin);
        QVERIFY(fence.begin + fence.ticks.size() <= fence.contentBegin);
        QVERIFY(fence.contentBegin <= fence.contentEnd);
        QVERIFY(fence.contentEnd <= fence.end && fence.end <= text.size());
        QCOMPARE(text.mid(fence.begin, fence.ticks.size()), fence.ticks);
        if (fence.isClosed())
            QVERIFY(text.mid(fence.contentEnd).startsWith(fence.ticks));
        position = fence.end;
    }
}

LOOPFLOW_TEST(CodeFencesTest)
#include "tst_codefences.moc"
