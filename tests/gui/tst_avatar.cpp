#include "tests/support/test.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/palette.h"

#include <QBuffer>
#include <QImage>

using namespace loopflow;
using namespace Qt::StringLiterals;

class Avatar : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void showsUpToTwoLetters_data();
    void showsUpToTwoLetters();
    void presenceCanBeToldByItsShapeAlone();
    void drawsThePictureInPlaceOfInitials();
    void passesOverWhatIsNoPicture();
    void makesAnySizeSquare_data();
    void makesAnySizeSquare();
    void refusesWhatIsNoPicture();
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

namespace {

QByteArray encoded(const QImage &image, const char *format)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, format);
    return bytes;
}

QImage drawn(const QByteArray &picture)
{
    QImage image(40, 40, QImage::Format_ARGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    drawAvatar(painter, QRect(4, 4, 32, 32), u"Maya"_s, AvatarShape::Mate, picture);
    return image;
}

} // namespace

void Avatar::drawsThePictureInPlaceOfInitials()
{
    QImage picture(256, 256, QImage::Format_RGB32);
    picture.fill(Qt::red);
    const QImage image = drawn(encoded(picture, "PNG"));
    QCOMPARE(image.pixelColor(20, 20), QColor(Qt::red));
    QCOMPARE(image.pixelColor(20, 5), QColor(Qt::red));
    QCOMPARE(image.pixelColor(4, 4), QColor(Qt::white)); // rounded
    picture.fill(Qt::blue);
    QCOMPARE(drawn(encoded(picture, "PNG")).pixelColor(20, 20), QColor(Qt::blue));
}

void Avatar::passesOverWhatIsNoPicture()
{
    QCOMPARE(drawn("no picture"), drawn({}));
}

void Avatar::makesAnySizeSquare_data()
{
    QTest::addColumn<QSize>("size");
    QTest::addColumn<QByteArray>("format");
    QTest::newRow("wide") << QSize(600, 200) << QByteArray("PNG");
    QTest::newRow("high") << QSize(100, 700) << QByteArray("JPEG");
    QTest::newRow("tiny") << QSize(3, 2) << QByteArray("PNG");
    QTest::newRow("WebP") << QSize(300, 300) << QByteArray("WEBP");
}

void Avatar::makesAnySizeSquare()
{
    QFETCH(QSize, size);
    QFETCH(QByteArray, format);
    QImage image(size, QImage::Format_RGB32);
    image.fill(Qt::red);
    // The middle is what stays.
    QPainter(&image).fillRect(QRect(QPoint(0, 0), size / 5), Qt::blue);
    const auto made = makeAvatar(encoded(image, format.constData()));
    QVERIFY2(made, made ? "" : qPrintable(made.error().message));
    const QImage avatar = QImage::fromData(*made, "PNG");
    QCOMPARE(avatar.size(), QSize(256, 256));
    QVERIFY(avatar.pixelColor(128, 128).red() > 240);
}

void Avatar::refusesWhatIsNoPicture()
{
    const auto made = makeAvatar("no picture");
    QVERIFY(!made);
    QVERIFY(made.error().message.contains(u"PNG, JPEG or WebP"_s));
}

LOOPFLOW_TEST(Avatar)
#include "tst_avatar.moc"
