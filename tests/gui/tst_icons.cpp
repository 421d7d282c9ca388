#include "tests/support/test.h"
#include "ui/widgets/icons.h"

#include <QDir>
#include <QImage>

using namespace loopflow;
using namespace Qt::StringLiterals;

class Icons : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyIconIsDrawnInItsColour_data();
    void everyIconIsDrawnInItsColour();
    void isSharpOnADenseScreen();
};

void Icons::everyIconIsDrawnInItsColour_data()
{
    QTest::addColumn<QString>("name");
    const QStringList files = QDir(u":/icons"_s).entryList({u"*.svg"_s});
    QVERIFY(!files.isEmpty());
    for (const QString &file : files)
        QTest::newRow(qPrintable(file)) << file.chopped(4);
}

void Icons::everyIconIsDrawnInItsColour()
{
    QFETCH(QString, name);
    const QImage image = icon(name, ColorRole::Failed).pixmap(32, 32).toImage();
    const QColor wanted = color(ColorRole::Failed, QGuiApplication::palette());
    int drawn = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            if (pixel.alpha() < 255)
                continue;
            ++drawn;
            QCOMPARE(pixel.rgb(), wanted.rgb());
        }
    }
    QVERIFY(drawn > 10);
}

void Icons::isSharpOnADenseScreen()
{
    QCOMPARE(icon(u"plus"_s).pixmap(QSize(16, 16), 2.0).size(), QSize(32, 32));
}

LOOPFLOW_TEST(Icons)
#include "tst_icons.moc"
