#include "ui/inspector/links.h"

#include "tests/support/test.h"

#include <QDesktopServices>
#include <QMessageBox>
#include <QPushButton>
#include <QTimer>
#include <QUrl>
#include <QApplication>

using namespace loopflow;
using namespace Qt::StringLiterals;

class LinksTest : public QObject {
    Q_OBJECT
public Q_SLOTS:
    void take(const QUrl &url) { m_opened << url; }

private:
    /// Presses a button of the question that comes up; false when none comes.
    static void answer(const QString &text)
    {
        QTimer::singleShot(0, qApp, [text] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            const auto buttons = box ? box->buttons() : QList<QAbstractButton *>();
            for (QAbstractButton *button : buttons) {
                if (button->text().remove(u'&') == text)
                    button->click();
            }
        });
    }
    QList<QUrl> m_opened;

private Q_SLOTS:
    void init()
    {
        m_opened.clear();
        QDesktopServices::setUrlHandler(u"https"_s, this, "take");
    }
    void cleanup() { QDesktopServices::unsetUrlHandler(u"https"_s); }

    void knowsWhatLooksLikeAnotherAddress_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<bool>("another");
        QTest::newRow("itself") << u"https://example.org/a"_s << false;
        QTest::newRow("its site") << u"example.org"_s << false;
        QTest::newRow("with www") << u"www.example.org"_s << false;
        QTest::newRow("words") << u"the docs"_s << false;
        QTest::newRow("words with a dot") << u"see chapter 3. it is good"_s << false;
        QTest::newRow("another site") << u"https://mybank.com"_s << true;
        QTest::newRow("another, bare") << u"mybank.com/login"_s << true;
    }
    void knowsWhatLooksLikeAnotherAddress()
    {
        QFETCH(QString, words);
        QFETCH(bool, another);
        QCOMPARE(showsAnotherAddress(u"https://example.org/a"_s, words), another);
    }

    void opensAnHonestLinkAtOnce()
    {
        openLink(u"https://example.org/a"_s, u"the docs"_s, nullptr);
        QCOMPARE(m_opened, QList{QUrl(u"https://example.org/a"_s)});
    }

    void asksBeforeALinkThatShowsAnotherAddress()
    {
        answer(u"Cancel"_s);
        openLink(u"https://example.org/a"_s, u"https://mybank.com"_s, nullptr);
        QVERIFY(m_opened.isEmpty());
        answer(u"Open it"_s);
        openLink(u"https://example.org/a"_s, u"https://mybank.com"_s, nullptr);
        QCOMPARE(m_opened.size(), 1);
    }
};

LOOPFLOW_TEST(LinksTest)
#include "tst_links.moc"
