#include "tests/support/test.h"
#include "ui/inspector/messagedocument.h"
#include "ui/widgets/palette.h"

#include <QImage>
#include <QPainter>

using namespace loopflow;
using namespace Qt::StringLiterals;

class MessageDocumentTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void growsAsItNarrows();
    void anEmptyMessageTakesNoRoom();
    void copiesWhatIsMarked();
    void findsOnlyWebLinks();
    void coversSpoilersUntilTheyAreShown();
    void marksWholeWords();

private:
    static QImage drawn(MessageDocument &document, TextRange selection = {});
};

QImage MessageDocumentTest::drawn(MessageDocument &document, TextRange selection)
{
    QImage image(400, 100, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    document.draw(painter, paletteFor(Theme::Light), selection);
    return image;
}

void MessageDocumentTest::growsAsItNarrows()
{
    MessageDocument document;
    document.setMarkdown(u"word "_s.repeated(100), {}, paletteFor(Theme::Light), false);
    document.setWidth(800);
    const int wide = document.height();
    document.setWidth(200);
    QVERIFY(document.height() > 2 * wide);
}

void MessageDocumentTest::anEmptyMessageTakesNoRoom()
{
    MessageDocument document;
    document.setMarkdown({}, {}, paletteFor(Theme::Light), false);
    document.setWidth(400);
    QCOMPARE(document.height(), 0);
}

void MessageDocumentTest::copiesWhatIsMarked()
{
    MessageDocument document;
    document.setMarkdown(
        u"**bold**\nnext\n```cpp\na\nb\n```"_s, {}, paletteFor(Theme::Light), false);
    document.setWidth(400);
    QCOMPARE(document.plainText({0, document.length()}), u"bold\nnext\na\nb"_s);
    QCOMPARE(document.plainText({4, 0}), u"bold"_s);
    QCOMPARE(document.plainText({-5, 9999}), u"bold\nnext\na\nb"_s);
    QVERIFY(drawn(document) != drawn(document, {0, 4}));
}

void MessageDocumentTest::findsOnlyWebLinks()
{
    MessageDocument document;
    document.setMarkdown(
        u"[docs](https://example.org) text"_s, {}, paletteFor(Theme::Light), false);
    document.setWidth(400);
    QCOMPARE(document.linkAt({6, 8}), u"https://example.org"_s);
    QCOMPARE(document.linkAt({200, 8}), QString());
}

void MessageDocumentTest::coversSpoilersUntilTheyAreShown()
{
    MessageDocument hidden;
    hidden.setMarkdown(u"||secret||"_s, {}, paletteFor(Theme::Light), false);
    hidden.setWidth(400);
    MessageDocument shown;
    shown.setMarkdown(u"||secret||"_s, {}, paletteFor(Theme::Light), true);
    shown.setWidth(400);
    QVERIFY(hidden.hasSpoilers());
    // Covered, all of it has one colour: nothing can be read.
    const QImage covered = drawn(hidden).copy(2, 6, 30, 6);
    for (int y = 0; y < covered.height(); ++y) {
        for (int x = 0; x < covered.width(); ++x)
            QCOMPARE(covered.pixelColor(x, y), color(ColorRole::Spoiler, paletteFor(Theme::Light)));
    }
    QVERIFY(drawn(hidden) != drawn(shown));
}

void MessageDocumentTest::marksWholeWords()
{
    MessageDocument document;
    document.setMarkdown(u"one two three"_s, {}, paletteFor(Theme::Light), false);
    document.setWidth(400);
    QCOMPARE(document.plainText(document.wordAt(5)), u"two"_s);
}

LOOPFLOW_TEST(MessageDocumentTest)
#include "tst_messagedocument.moc"
