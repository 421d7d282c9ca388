#include "tests/gui/pseudotranslation.h"
#include "tests/gui/windowcheck.h"
#include "tests/support/test.h"

#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class WindowCheckTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_window.reset(); }
    void aTextThatFitsAndIsTranslatedIsFine();
    void translatedTextsAreLonger();
    void findsWhatNobodyTranslated();
    void findsWhatWasPutIntoATranslatedText();
    void letsDataBe();
    void findsWhatIsCut();
    void findsWhatIsShortenedUnlessATooltipTellsIt();
    void findsTextsOverOneAnother();

private:
    QLabel *add(const QString &text)
    {
        auto *label = new QLabel(text, m_window.get());
        m_window->layout()->addWidget(label);
        label->show();
        return label;
    }
    QStringList untranslated() { return untranslatedTexts(m_window.get(), m_data); }
    QStringList clipped()
    {
        m_window->layout()->activate();
        return clippedTexts(m_window.get());
    }

    const PseudoTranslation m_language{Qt::LeftToRight};
    Data m_data;
    std::unique_ptr<QWidget> m_window;
};

void WindowCheckTest::init()
{
    m_data = {{QRegularExpression(u"Maya"_s)}, u"is the disk full again?"_s};
    m_window = std::make_unique<QWidget>();
    new QVBoxLayout(m_window.get());
    m_window->resize(400, 300);
    m_window->show();
}

void WindowCheckTest::aTextThatFitsAndIsTranslatedIsFine()
{
    add(tr("Save the log"));
    QCOMPARE(untranslated(), QStringList());
    QCOMPARE(clipped(), QStringList());
}

void WindowCheckTest::translatedTextsAreLonger()
{
    const QString source = u"Save the lines that are shown"_s;
    QVERIFY(tr("Save the lines that are shown").size() * 10 >= source.size() * 14);
    QCOMPARE(tr("Ctrl+Shift+S"), u"Ctrl+Shift+S"_s);
}

void WindowCheckTest::findsWhatNobodyTranslated()
{
    add(tr("Save"))->setToolTip(u"Save the log"_s);
    QCOMPARE(untranslated().size(), 1);
    QVERIFY(untranslated().first().contains(u"Save the log"));
}

void WindowCheckTest::findsWhatWasPutIntoATranslatedText()
{
    add(tr("%1 is answering").arg(u"the one mate"_s));
    QVERIFY(!untranslated().isEmpty());
    QVERIFY(untranslated().first().contains(u"the one mate"));
}

void WindowCheckTest::letsDataBe()
{
    add(tr("%1 is answering").arg(u"Maya"_s));
    add(u"ana: is the disk full again?"_s);
    QCOMPARE(untranslated().size(), 1); // "ana" is not among the data
    m_data.patterns << QRegularExpression(u"\\bana\\b"_s);
    QCOMPARE(untranslated(), QStringList());
}

void WindowCheckTest::findsWhatIsCut()
{
    add(tr("Save the lines that are shown"))->setFixedWidth(60);
    QCOMPARE(clipped().size(), 1);
    QVERIFY(clipped().first().contains(u"is cut"));
}

void WindowCheckTest::findsWhatIsShortenedUnlessATooltipTellsIt()
{
    const QString text = tr("Save the lines that are shown");
    QLabel *label = add(QString());
    label->setText(label->fontMetrics().elidedText(text, Qt::ElideRight, 100));
    QCOMPARE(clipped().size(), 1);
    label->setToolTip(text);
    QCOMPARE(clipped(), QStringList());
}

void WindowCheckTest::findsTextsOverOneAnother()
{
    QLabel *one = add(tr("One text"));
    QLabel *other = add(tr("Another text"));
    QCOMPARE(clipped(), QStringList());
    other->move(one->pos());
    QCOMPARE(clippedTexts(m_window.get()).size(), 1);
}

LOOPFLOW_TEST(WindowCheckTest)
#include "tst_windowcheck.moc"
