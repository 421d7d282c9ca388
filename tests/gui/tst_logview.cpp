#include "ui/health/logview.h"

#include "core/base/logbook.h"
#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/health/logmodel.h"

#include <QAbstractItemModelTester>
#include <QClipboard>
#include <QComboBox>
#include <QFile>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTableView>
#include <QTemporaryDir>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class LogViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsLinesAsTheyCome();
    void filtersByLevel();
    void filtersByTextAndCategory();
    void followsAtTheEndAndStandsStillElsewhere();
    void keepsWhatIsReadWhileOldLinesGo();
    void pausesAndShowsTheRestAfterwards();
    void copiesTheSelectedLines();
    void clearsTheViewOnly();
    void savesWhatIsShown();
    void saysWhyItCouldNotSave();

private:
    void log(QtMsgType level, const QString &category, const QString &text)
    {
        m_book->add({0, 1'700'000'000'123, level, category, text});
    }
    void logMany(int lines)
    {
        for (int i = 0; i < lines; ++i)
            log(QtInfoMsg, u"loopflow.gateway"_s, u"line %1"_s.arg(i));
    }
    template <class T> T *the(const char *name) { return find<T>(m_view.get(), name); }
    int rows() { return the<QTableView>("logTable")->model()->rowCount(); }
    QString text(int row, int column = LogModel::Words)
    {
        return the<QTableView>("logTable")->model()->index(row, column).data().toString();
    }

    std::unique_ptr<LogBook> m_book;
    std::unique_ptr<LogView> m_view;
};

void LogViewTest::init()
{
    m_book = std::make_unique<LogBook>();
    m_view = std::make_unique<LogView>(m_book.get());
    new QAbstractItemModelTester(m_view->findChild<LogModel *>(), m_view.get());
    m_view->resize(900, 300);
    m_view->show();
}

void LogViewTest::cleanup()
{
    m_view.reset();
    m_book.reset();
}

void LogViewTest::showsLinesAsTheyCome()
{
    QVERIFY(the<QWidget>("logEmpty")->isVisible());
    log(QtWarningMsg, u"loopflow.gateway"_s, u"Closed."_s);
    QTRY_COMPARE(rows(), 1);
    QVERIFY(!the<QWidget>("logEmpty")->isVisible());
    QCOMPARE(text(0, LogModel::Level), u"Warning"_s);
    QCOMPARE(text(0, LogModel::Category), u"gateway"_s);
    QCOMPARE(text(0), u"Closed."_s);
    QVERIFY(text(0, LogModel::Time).endsWith(u":20.123"_s));
}

void LogViewTest::filtersByLevel()
{
    log(QtInfoMsg, u"a"_s, u"info"_s);
    log(QtWarningMsg, u"a"_s, u"warning"_s);
    log(QtCriticalMsg, u"a"_s, u"error"_s);
    QTRY_COMPARE(rows(), 3);
    the<QComboBox>("logLevel")->setCurrentIndex(1);
    QCOMPARE(rows(), 2);
    the<QComboBox>("logLevel")->setCurrentIndex(2);
    QCOMPARE(rows(), 1);
    QCOMPARE(text(0), u"error"_s);
}

void LogViewTest::filtersByTextAndCategory()
{
    log(QtInfoMsg, u"loopflow.gateway"_s, u"Maya came back"_s);
    log(QtInfoMsg, u"loopflow.store"_s, u"The disk is full"_s);
    QTRY_COMPARE(rows(), 2);
    the<QLineEdit>("logFilter")->setText(u"maya"_s);
    QCOMPARE(rows(), 1);
    the<QLineEdit>("logFilter")->setText(u"store"_s);
    QCOMPARE(text(0), u"The disk is full"_s);
    the<QLineEdit>("logFilter")->setText(u"[nothing"_s);
    QCOMPARE(rows(), 0);
    QVERIFY(the<QWidget>("logEmpty")->isVisible());
}

void LogViewTest::followsAtTheEndAndStandsStillElsewhere()
{
    QScrollBar *bar = the<QTableView>("logTable")->verticalScrollBar();
    logMany(200);
    QTRY_COMPARE(rows(), 200);
    QTRY_COMPARE(bar->value(), bar->maximum());
    QVERIFY(!the<QPushButton>("logNewest")->isEnabled());
    bar->setValue(100);
    logMany(50);
    QTRY_COMPARE(rows(), 250);
    QCOMPARE(bar->value(), 100);
    the<QPushButton>("logNewest")->click();
    QCOMPARE(bar->value(), bar->maximum());
}

void LogViewTest::keepsWhatIsReadWhileOldLinesGo()
{
    logMany(LogBook::limit);
    QTRY_COMPARE(rows(), int(LogBook::limit));
    QScrollBar *bar = the<QTableView>("logTable")->verticalScrollBar();
    bar->setValue(0);
    logMany(100);
    QTRY_COMPARE(rows(), int(LogBook::limit) + 100);
    QCOMPARE(text(0), u"line 0"_s);
    the<QPushButton>("logNewest")->click();
    logMany(1);
    QTRY_COMPARE(rows(), int(LogBook::limit));
}

void LogViewTest::pausesAndShowsTheRestAfterwards()
{
    log(QtInfoMsg, u"a"_s, u"before"_s);
    QTRY_COMPARE(rows(), 1);
    the<QPushButton>("logPause")->click();
    log(QtInfoMsg, u"a"_s, u"meanwhile"_s);
    const LogModel witness(m_book.get()); // has both from the beginning
    log(QtInfoMsg, u"a"_s, u"and another"_s);
    QTRY_COMPARE(witness.rowCount(), 3);
    QCOMPARE(rows(), 1);
    the<QPushButton>("logPause")->click();
    QCOMPARE(rows(), 3);
}

void LogViewTest::copiesTheSelectedLines()
{
    logMany(3);
    QTRY_COMPARE(rows(), 3);
    m_view->activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(m_view.get()));
    the<QTableView>("logTable")->setFocus();
    the<QTableView>("logTable")->selectRow(1);
    QTest::keyClick(the<QTableView>("logTable"), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QApplication::clipboard()->text(), u"2023-11-14T22:13:20.123Z info loopflow.gateway line 1\n"_s);
    the<QTableView>("logTable")->clearSelection();
    the<QPushButton>("logCopy")->click();
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 3);
}

void LogViewTest::clearsTheViewOnly()
{
    logMany(3);
    QTRY_COMPARE(rows(), 3);
    the<QPushButton>("logClear")->click();
    QCOMPARE(rows(), 0);
    QCOMPARE(m_book->after(0).size(), 3);
    log(QtInfoMsg, u"a"_s, u"after"_s);
    QTRY_COMPARE(rows(), 1);
}

void LogViewTest::savesWhatIsShown()
{
    log(QtInfoMsg, u"a"_s, u"one"_s);
    log(QtWarningMsg, u"b"_s, u"two"_s);
    QTRY_COMPARE(rows(), 2);
    the<QComboBox>("logLevel")->setCurrentIndex(1);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.log"_s);
    QString said;
    connect(m_view.get(), &LogView::said, this, [&](const QString &sentence) { said = sentence; });
    m_view->saveTo(path);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("2023-11-14T22:13:20.123Z warning b two\n"));
    QVERIFY(said.contains(path));
}

void LogViewTest::saysWhyItCouldNotSave()
{
    QString said;
    connect(m_view.get(), &LogView::said, this, [&](const QString &sentence) { said = sentence; });
    m_view->saveTo(u"/nowhere/at/all.log"_s);
    QVERIFY2(said.startsWith(u"The log could not be saved"_s), qPrintable(said));
}

LOOPFLOW_TEST(LogViewTest)
#include "tst_logview.moc"
