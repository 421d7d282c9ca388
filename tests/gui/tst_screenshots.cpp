#include "tests/gui/tour.h"
#include "tests/support/test.h"

#include <QDir>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

// With LOOPFLOW_SCREENSHOTS=FOLDER the pictures are kept there.
class Screenshots : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void everyPageIsDrawnInThatTheme_data();
    void everyPageIsDrawnInThatTheme();

private:
    void keep(QWidget &widget, const QString &name);

    bool m_dark = false;
};

void Screenshots::keep(QWidget &widget, const QString &name)
{
    const QImage image = widget.grab().toImage();
    const int edge = image.pixelColor(image.width() - 3, image.height() / 2).lightness();
    QVERIFY2(m_dark ? edge < 100 : edge > 155, qPrintable(name));
    if (const QString folder = qEnvironmentVariable("LOOPFLOW_SCREENSHOTS"); !folder.isEmpty()) {
        QDir().mkpath(folder);
        QVERIFY(image.save(
            QDir(folder).filePath(u"%1-%2.png"_s.arg(name, m_dark ? u"dark"_s : u"light"_s))));
    }
}

void Screenshots::everyPageIsDrawnInThatTheme_data()
{
    QTest::addColumn<bool>("dark");
    QTest::newRow("light") << false;
    QTest::newRow("dark") << true;
}

void Screenshots::everyPageIsDrawnInThatTheme()
{
    QFETCH(bool, dark);
    m_dark = dark;
    Tour tour(dark ? Theme::Dark : Theme::Light, [this](QWidget &widget, const QString &page) { keep(widget, page); });
    tour.go();
}

LOOPFLOW_TEST(Screenshots)
#include "tst_screenshots.moc"
