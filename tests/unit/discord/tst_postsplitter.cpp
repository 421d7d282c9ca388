#include "core/discord/postsplitter.h"

#include "tests/support/test.h"

#include <QRandomGenerator>

using namespace loopflow::discord;
using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype limit = 2000;

QStringList split(const QString &text) { return PostSplitter(text, limit).parts(); }

QString words(qsizetype count, const QString &word = u"word"_s)
{
    QStringList list;
    for (qsizetype i = 0; i < count; ++i)
        list.append(word + QString::number(i));
    return list.join(u' ');
}

QString withoutBlanks(const QString &text)
{
    QString result;
    for (const QChar c : text) {
        if (!c.isSpace())
            result.append(c);
    }
    return result;
}

/// How many ``` there are, as Discord pairs them.
qsizetype fenceMarks(const QString &text) { return text.count(u"```"_s); }

/// A model's answer at random: prose, lists, long words, code blocks with and without a language.
QString randomAnswer(QRandomGenerator &random)
{
    QStringList blocks;
    const int count = random.bounded(1, 12);
    for (int i = 0; i < count; ++i) {
        const QString text = words(random.bounded(1, 400), u"w"_s);
        switch (random.bounded(6)) {
        case 0:
            blocks.append(u"```cpp\n"_s + QString(text).replace(u" w1"_s, u"\n    w1"_s) + u"\n```"_s);
            break;
        case 1:
            blocks.append(u"```\n"_s + text + u"\n```"_s);
            break;
        case 2:
            blocks.append(u"- "_s + QString(text).replace(u" w2"_s, u"\n- w2"_s));
            break;
        case 3:
            blocks.append(QString(random.bounded(1, 5000), u'x'));
            break;
        case 4:
            blocks.append(QString(u"\U0001F469\u200D\U0001F52C"_s).repeated(random.bounded(1, 900)));
            break;
        default:
            blocks.append(text);
        }
    }
    return blocks.join(random.bounded(2) == 0 ? u"\n\n"_s : u"\n"_s);
}

} // namespace

class PostSplitterTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void leavesShortTextWhole_data();
    void leavesShortTextWhole();
    void cutsBetweenParagraphsFirst();
    void cutsBetweenLinesWithinALongParagraph();
    void cutsBetweenWordsWithinALongLine();
    void cutsALongWordWithoutPartingACharacter_data();
    void cutsALongWordWithoutPartingACharacter();
    void keepsALongWordWholeWhenThatLeavesLittleRoomUnused();
    void closesAndReopensCode();
    void keepsTheIndentationOfCode();
    void prefersToCutBeforeCode();
    void closesCodeThatTheModelLeftOpen();
    void dropsCodeThatWasOpenedAndLeftEmpty();
    void reopensQuotedAndLongerBlocks();
    void showsNoEmptyBlocks();
    void makesNoSmallPrintOfTheMiddleOfALine();
    void keepsEveryLimitAndEveryCharacter_data();
    void keepsEveryLimitAndEveryCharacter();
    void survivesAnyText_data();
    void survivesAnyText();
};

void PostSplitterTest::leavesShortTextWhole_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("parts");
    QTest::newRow("empty") << QString() << QStringList();
    QTest::newRow("blank") << u" \n\t\u00a0\n"_s << QStringList();
    QTest::newRow("short") << u"Hello."_s << QStringList{u"Hello."_s};
    QTest::newRow("blank ends") << u"\n\n Hello. \n"_s << QStringList{u"Hello."_s};
    QTest::newRow("at the limit") << QString(limit, u'x') << QStringList{QString(limit, u'x')};
    QTest::newRow("blanks beyond it") << QString(limit, u'x') + u"\n\n "_s
                                      << QStringList{QString(limit, u'x')};
}

void PostSplitterTest::leavesShortTextWhole()
{
    QFETCH(QString, text);
    QFETCH(QStringList, parts);
    QCOMPARE(split(text), parts);
}

void PostSplitterTest::cutsBetweenParagraphsFirst()
{
    const QString first = words(150) + u"\nsecond line"_s;
    const QString second = words(150);
    const QString third = words(150);
    QCOMPARE(split(first + u"\n\n"_s + second + u"\n \n\n"_s + third),
        (QStringList{first, second, third}));
}

void PostSplitterTest::cutsBetweenLinesWithinALongParagraph()
{
    const QString line = words(100);
    QCOMPARE(split(line + u'\n' + line + u'\n' + line + u'\n' + line),
        (QStringList{line + u'\n' + line, line + u'\n' + line}));
    // A paragraph break close to the start is no reason for a tiny message.
    const QStringList parts = split(u"Hi.\n\n"_s + line + u'\n' + line + u'\n' + line);
    QCOMPARE(parts.first(), u"Hi.\n\n"_s + line + u'\n' + line);
}

void PostSplitterTest::cutsBetweenWordsWithinALongLine()
{
    const QString line = words(600);
    const QStringList parts = split(line);
    QCOMPARE(parts.join(u' '), line);
    QVERIFY(parts.first().size() > limit - 10);
}

void PostSplitterTest::cutsALongWordWithoutPartingACharacter_data()
{
    QTest::addColumn<QString>("character");
    QTest::newRow("ASCII") << u"x"_s;
    QTest::newRow("Chinese") << u"\u8a9e"_s;
    QTest::newRow("surrogates") << u"\U0001F600"_s;
    QTest::newRow("joined emoji") << u"\U0001F469\u200D\U0001F52C"_s;
    QTest::newRow("combining mark") << u"e\u0301"_s;
}

void PostSplitterTest::cutsALongWordWithoutPartingACharacter()
{
    QFETCH(QString, character);
    const QString text = u"y"_s + character.repeated(3000);
    const QStringList parts = split(text);
    QCOMPARE(parts.join(QString()), text);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QVERIFY(parts[i].size() <= limit);
        QVERIFY(parts[i].endsWith(character));
        QVERIFY(i == 0 || parts[i].startsWith(character));
    }
}

void PostSplitterTest::keepsALongWordWholeWhenThatLeavesLittleRoomUnused()
{
    const QString address = u"https://example.org/"_s + QString(900, u'a');
    QCOMPARE(split(words(200) + u' ' + address), (QStringList{words(200), address}));
    // A word that no message can hold fills what is left of this one.
    const QStringList parts = split(u"See "_s + QString(5000, u'a'));
    QCOMPARE(parts.first().size(), limit);
}

void PostSplitterTest::closesAndReopensCode()
{
    QString code;
    for (int i = 0; i < 200; ++i)
        code += u"    line %1 of the program\n"_s.arg(i);
    const QStringList parts = split(u"Here:\n```cpp\n"_s + code + u"```\nDone."_s);
    QVERIFY(parts.size() > 2);
    QVERIFY(parts.first().startsWith(u"Here:\n```cpp\n    line 0 of"));
    QVERIFY(parts.last().endsWith(u"\n```\nDone."));
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QVERIFY(parts[i].size() <= limit);
        QCOMPARE(fenceMarks(parts[i]), qsizetype(2));
        QVERIFY(i == 0 || parts[i].startsWith(u"```cpp\n"));
        QVERIFY(i == parts.size() - 1 || parts[i].endsWith(u"of the program\n```"));
    }
}

void PostSplitterTest::keepsTheIndentationOfCode()
{
    const QString line = u"\t  "_s + QString(90, u'x') + u'\n';
    const QStringList parts = split(u"```py\n"_s + line.repeated(30) + u"```"_s);
    QCOMPARE(parts.size(), 2);
    QVERIFY(parts[1].startsWith(u"```py\n\t  xxx"));
}

void PostSplitterTest::prefersToCutBeforeCode()
{
    const QString prose = words(150);
    const QString code = u"```sh\n"_s + QString(u"ls -l\n"_s).repeated(200) + u"```"_s;
    QCOMPARE(split(prose + u'\n' + code + u'\n' + prose), (QStringList{prose, code, prose}));
}

void PostSplitterTest::closesCodeThatTheModelLeftOpen()
{
    QCOMPARE(split(u"So:\n```py\nprint(1)\n"_s), QStringList{u"So:\n```py\nprint(1)\n```"_s});
    const QString full = u"```\n"_s + QString(limit - 4, u'x');
    const QStringList parts = split(full);
    QCOMPARE(parts.size(), 2);
    for (const QString &part : parts)
        QCOMPARE(fenceMarks(part), qsizetype(2));
}

void PostSplitterTest::dropsCodeThatWasOpenedAndLeftEmpty()
{
    QCOMPARE(split(u"So:\n\n```py\n\n"_s), QStringList{u"So:"_s});
    QCOMPARE(split(u"```"_s), QStringList());
}

void PostSplitterTest::reopensQuotedAndLongerBlocks()
{
    const QString quoted = u"> ```sh\n"_s + QString(u"> echo hello\n"_s).repeated(200) + u"> ```"_s;
    QStringList parts = split(quoted);
    QCOMPARE(parts.size(), 2);
    QVERIFY(parts[0].endsWith(u"> echo hello\n> ```"));
    QVERIFY(parts[1].startsWith(u"> ```sh\n> echo hello"));

    const QString longer = u"````md\n"_s + QString(u"text\n```js\ncode\n```\n"_s).repeated(150) + u"````"_s;
    parts = split(longer);
    QCOMPARE(parts.size(), 2);
    QVERIFY(parts[0].endsWith(u"\n````"));
    QVERIFY(parts[1].startsWith(u"````md\n"));
    QVERIFY(parts[1].endsWith(u"\n````"));
}

void PostSplitterTest::showsNoEmptyBlocks()
{
    // However the block lies to the limit, no part shows one without content.
    for (qsizetype before = limit - 60; before <= limit; ++before) {
        const QString text = QString(before, u'x') + u"\n```cpp\nint main();\n```\n"_s + words(50);
        for (const QString &part : split(text)) {
            QVERIFY(part.size() <= limit);
            QCOMPARE(fenceMarks(part) % 2, qsizetype(0));
            QVERIFY(!part.contains(u"```cpp\n```") && !part.contains(u"```cpp\n\n```"));
        }
    }
}

void PostSplitterTest::makesNoSmallPrintOfTheMiddleOfALine()
{
    for (qsizetype before = limit - 30; before <= limit + 5; ++before) {
        const QString text = QString(before / 2, u'x') + u' ' + QString(before - before / 2 - 1, u'y')
            + u" -# Loopflow: hello"_s + words(100);
        for (const QString &part : split(text))
            QVERIFY2(!part.startsWith(u"-#"), qPrintable(part.left(30)));
    }
}

void PostSplitterTest::keepsEveryLimitAndEveryCharacter_data()
{
    QTest::addColumn<int>("seed");
    for (int seed = 1; seed <= 60; ++seed)
        QTest::addRow("%d", seed) << seed;
}

void PostSplitterTest::keepsEveryLimitAndEveryCharacter()
{
    QFETCH(int, seed);
    QRandomGenerator random(static_cast<quint32>(seed));
    for (int round = 0; round < 5; ++round) {
        const QString text = randomAnswer(random);
        const QStringList parts = split(text);
        QString joined;
        for (const QString &part : parts) {
            QVERIFY(part.size() <= limit);
            QVERIFY(!part.trimmed().isEmpty());
            QCOMPARE(part.trimmed(), part);
            QCOMPARE(fenceMarks(part) % 2, qsizetype(0));
            QVERIFY(!part.front().isLowSurrogate() && !part.back().isHighSurrogate());
            joined += withoutBlanks(part);
        }
        const auto bare = [](QString content) {
            return content.remove(u"```cpp"_s).remove(u"```"_s);
        };
        QCOMPARE(bare(joined), bare(withoutBlanks(text)));
    }
}

void PostSplitterTest::survivesAnyText_data()
{
    QTest::addColumn<QString>("piece");
    for (const QString &piece :
        {u"`"_s, u"``"_s, u"```"_s, u"````"_s, u"```a``"_s, u"\n```\n"_s, u"> "_s, u"-# "_s, u"-"_s, u"#"_s,
            u"\n"_s, u" "_s, u"x\n\n"_s, u"```\n\n```"_s, u"`````````` "_s, u"\t```x\n"_s})
        QTest::newRow(qPrintable(QString(piece).replace(u'\n', u'/'))) << piece;
}

/// Text that no model should write ends all the same, within the limit.
void PostSplitterTest::survivesAnyText()
{
    QFETCH(QString, piece);
    for (const QString &before : {QString(), u"```\n"_s, u"```\nx"_s, words(390)}) {
        const QString text = before + piece.repeated(6000 / piece.size() + 1) + u"the end"_s;
        QString joined;
        for (const QString &part : split(text)) {
            QVERIFY(part.size() <= limit);
            QVERIFY(!part.isEmpty());
            joined += withoutBlanks(part);
        }
        QCOMPARE(joined.remove(u'`'), withoutBlanks(text).remove(u'`'));
    }
}

LOOPFLOW_TEST(PostSplitterTest)
#include "tst_postsplitter.moc"
