#include "tests/support/test.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/palette.h"

#include <QImage>

using namespace loopflow;
using namespace Qt::StringLiterals;

class Avatar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsUpToTwoLetters_data();
    void showsUpToTwoLetters();
    void presenceCanBeToldByItsShapeAlone();
};

void Avatar::showsUpToTwoLetters_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("expected");
    QTest::newRow("capital") << u"Maya"_s << u"Ma"_s;
    QTest::newRow("two words") << u"Release notes"_s << u"Re"_s;
    QTest::newRow("small") << u"ana"_s << u"a"_s;
    QTest::newRow("one letter") << u"Q"_s << u"Q"_s;
    QTest::newRow("letter, then blank") << u"A team"_s << u"A"_s;
    QTest::newRow("blanks around") << u"  Bo "_s << u"Bo"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("emoji is one") << QString::fromUtf8("\xF0\x9F\xA6\x8A fox")
                                  << QString::fromUtf8("\xF0\x9F\xA6\x8A");
    QTest::newRow("right to left") << u"مايا"_s << u"م"_s;
}

void Avatar::showsUpToTwoLetters()
{
    QFETCH(QString, name);
    QTEST(initialsOf(name), "expected");
}

void Avatar::presenceCanBeToldByItsShapeAlone()
{
    const QPalette palette = paletteFor(Theme::Light);
    QList<QImage> shapes;
    for (const Presence presence : {Presence::Online, Presence::Answering, Presence::Waiting,
             Presence::Failed, Presence::Paused}) {
        QImage image(24, 24, QImage::Format_ARGB32);
        image.fill(Qt::white);
        QPainter painter(&image);
        drawPresence(painter, QRect(4, 4, 16, 16), presence, palette, Qt::white);
        painter.end();
        // In two tones, colour says nothing.
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                image.setPixelColor(
                    x, y, image.pixelColor(x, y).lightness() < 200 ? Qt::black : Qt::white);
        }
        QVERIFY(!shapes.contains(image));
        shapes << image;
    }
}

LOOPFLOW_TEST(Avatar)
#include "tst_avatar.moc"
