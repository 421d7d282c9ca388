#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/mainwindow.h"
#include "ui/mates/matelistmodel.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/rowdelegate.h"

#include <QAbstractItemModelTester>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QSettings>
#include <QTemporaryDir>
#include <QTimer>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

/// Counts how often each row is drawn.
class CountingDelegate final : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter *, const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        ++painted[index.row()];
    }
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override
    {
        return {100, 20};
    }
    mutable QMap<int, int> painted;
};

class MatePaneTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theFilterAppearsWithManyMates();
    void filtersByNameAndStateAndKeepsTheShownMate();
    void movesMatesByKeyboardAndKeepsTheirOrder();
    void renamesInTheRow();
    void duplicatesAMateWithoutItsBot();
    void pausesAndStartsAllThatCanRun();
    void deleteOnARowAsks();
    void enterDoesWhatHelpsTheMateOn();
    void aChangedMateIsDrawnAlone();
    void importsWhatIsDroppedAndUndoesIt();

private:
    template <class T> T *the(const char *name) { return find<T>(m_window.get(), name); }
    void open();
    void addMates(int count);
    QStringList names() const;
    Mate mate(const char *identifier) const
    {
        return *m_desk->mates().find(QString::fromLatin1(identifier));
    }
    void answerQuestion(QMessageBox::StandardButton button);

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    QListView *m_list = nullptr;
};

void MatePaneTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    m_desk = std::make_unique<Desk>();
}

void MatePaneTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void MatePaneTest::open()
{
    m_window = std::make_unique<MainWindow>(m_desk->services());
    m_window->show();
    m_list = the<QListView>("mateList");
}

void MatePaneTest::addMates(int count)
{
    for (int i = 1; i <= count; ++i)
        m_desk->addMate(u"Mate %1"_s.arg(i));
}

QStringList MatePaneTest::names() const
{
    QStringList all;
    for (int row = 0; row < m_list->model()->rowCount(); ++row)
        all << m_list->model()->index(row, 0).data().toString();
    return all;
}

void MatePaneTest::theFilterAppearsWithManyMates()
{
    addMates(12);
    open();
    QVERIFY(!the<QLineEdit>("mateFilter")->isVisible());
    the<QAction>("filterMates")->trigger();
    QCOMPARE(m_window->focusWidget(), the<QLineEdit>("mateFilter"));
    QTest::keyClick(the<QLineEdit>("mateFilter"), Qt::Key_Escape);
    QVERIFY(!the<QLineEdit>("mateFilter")->isVisible());
    QCOMPARE(m_window->focusWidget(), m_list);
    m_desk->addMate(u"One more"_s);
    QVERIFY(the<QLineEdit>("mateFilter")->isVisible());
}

void MatePaneTest::filtersByNameAndStateAndKeepsTheShownMate()
{
    addMates(13);
    m_desk->addMate(u"Zoë (ops) [x"_s);
    open();
    const QAbstractItemModelTester tester(
        m_list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_list->setCurrentIndex(m_list->model()->index(1, 0));
    QTest::keyClicks(the<QLineEdit>("mateFilter"), u"OPS) [X"_s);
    QCOMPARE(names(), (QStringList{u"Mate 2"_s, u"Zoë (ops) [x"_s}));
    QCOMPARE(m_list->currentIndex().data().toString(), u"Mate 2"_s);
    m_window->findChild<MateListModel *>()->setState(
        mate("mate-7").id, {MatePhase::Waiting, 0, {}, {}, {}});
    the<QLineEdit>("mateFilter")->setText(u"reconnecting"_s);
    QCOMPARE(names(), (QStringList{u"Mate 2"_s, u"Mate 7"_s}));
    QTest::keyClick(the<QLineEdit>("mateFilter"), Qt::Key_Down);
    QCOMPARE(m_window->focusWidget(), m_list);
}

void MatePaneTest::movesMatesByKeyboardAndKeepsTheirOrder()
{
    addMates(3);
    open();
    const QAbstractItemModelTester tester(
        m_list->model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    the<QAction>("moveMateDown")->trigger();
    QCOMPARE(names(), (QStringList{u"Mate 2"_s, u"Mate 1"_s, u"Mate 3"_s}));
    QCOMPARE(m_list->currentIndex().row(), 1);
    the<QAction>("moveMateDown")->trigger();
    the<QAction>("moveMateDown")->trigger(); // at the end it stays
    QCOMPARE(names(), (QStringList{u"Mate 2"_s, u"Mate 3"_s, u"Mate 1"_s}));
    the<QAction>("moveMateUp")->trigger();
    QCOMPARE(names(), (QStringList{u"Mate 2"_s, u"Mate 1"_s, u"Mate 3"_s}));
    // As a drop does it.
    QVERIFY(m_list->model()->moveRow({}, 2, {}, 0));
    QCOMPARE(names(), (QStringList{u"Mate 3"_s, u"Mate 2"_s, u"Mate 1"_s}));
    QCOMPARE(m_desk->mates().mates().first().name, u"Mate 3"_s);
}

void MatePaneTest::renamesInTheRow()
{
    addMates(2);
    open();
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    the<QAction>("renameMate")->trigger();
    auto *editor = the<QLineEdit>("rowEditor");
    QVERIFY(editor->isVisible());
    QCOMPARE(editor->text(), u"Mate 1"_s);
    QVERIFY(!editor->accessibleName().isEmpty());
    editor->setText(u"  Maya  "_s);
    QTest::keyClick(editor, Qt::Key_Return);
    QTRY_COMPARE(mate("mate-1").name, u"Maya"_s);
    QTRY_VERIFY(!m_window->findChild<QLineEdit *>(u"rowEditor"_s));
    the<QAction>("renameMate")->trigger();
    the<QLineEdit>("rowEditor")->setText(u" "_s);
    QTest::keyClick(the<QLineEdit>("rowEditor"), Qt::Key_Return);
    QTRY_VERIFY(!m_window->findChild<QLineEdit *>(u"rowEditor"_s));
    QCOMPARE(mate("mate-1").name, u"Maya"_s);
}

void MatePaneTest::duplicatesAMateWithoutItsBot()
{
    addMates(2);
    open();
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    the<QAction>("duplicateMate")->trigger();
    QCOMPARE(names(), (QStringList{u"Mate 1"_s, u"Mate 1 copy"_s, u"Mate 2"_s}));
    const Mate copy = mate("mate-1-copy");
    QVERIFY(!copy.bot && !copy.application && copy.paused);
    QCOMPARE(copy.model, mate("mate-1").model);
    QCOMPARE(m_desk->mates().prompt(copy.id).text, u"You are helpful."_s);
    QCOMPARE(m_list->currentIndex().row(), 1);
    m_list->setCurrentIndex(m_list->model()->index(0, 0));
    the<QAction>("duplicateMate")->trigger();
    QVERIFY(m_desk->mates().find(u"mate-1-copy-2"_s));
}

void MatePaneTest::pausesAndStartsAllThatCanRun()
{
    addMates(2);
    Mate bare;
    bare.identifier = u"bare"_s;
    bare.name = u"Bare"_s;
    bare.paused = true;
    QVERIFY(m_desk->mates().add(bare, {}));
    open();
    the<QAction>("startAll")->trigger();
    QVERIFY(!mate("mate-1").paused && !mate("mate-2").paused && mate("bare").paused);
    the<QAction>("pauseAll")->trigger();
    QVERIFY(mate("mate-1").paused && mate("mate-2").paused);
}

void MatePaneTest::answerQuestion(QMessageBox::StandardButton button)
{
    QTimer::singleShot(0, this, [button] {
        auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
        QVERIFY(box);
        box->button(button)->click();
    });
}

void MatePaneTest::deleteOnARowAsks()
{
    addMates(2);
    open();
    answerQuestion(QMessageBox::Cancel);
    QTest::keyClick(m_list, Qt::Key_Delete);
    QCOMPARE(m_desk->mates().mates().size(), 2);
}

void MatePaneTest::enterDoesWhatHelpsTheMateOn()
{
    addMates(1);
    open();
    auto *model = m_window->findChild<MateListModel *>();
    Mate running = mate("mate-1");
    running.paused = false;
    QVERIFY(m_desk->mates().update(running));
    MateState state{MatePhase::Failed, 0, u"Discord refused the token. Reset it."_s, {}, {}};
    state.cause = ErrorCode::Unauthorized;
    model->setState(running.id, state);
    QCOMPARE(model->nextStep(running.id), NextStep::Setup);
    QVERIFY(!the<QAction>("retryMate")->isEnabled());
    state.cause = ErrorCode::Keychain;
    model->setState(running.id, state);
    QCOMPARE(model->nextStep(running.id), NextStep::Retry);
    QVERIFY(the<QAction>("retryMate")->isEnabled());
    running.model.clear();
    QVERIFY(m_desk->mates().update(running));
    QCOMPARE(model->nextStep(running.id), NextStep::ChooseModel);
    QTest::keyClick(m_list, Qt::Key_Return);
    QVERIFY(the<QWidget>("promptEditor")->isVisible());
}

void MatePaneTest::aChangedMateIsDrawnAlone()
{
    addMates(200);
    open();
    CountingDelegate counting;
    m_list->setItemDelegate(&counting);
    QTRY_VERIFY(counting.painted.size() > 5);
    QCoreApplication::processEvents();
    counting.painted.clear();
    m_window->findChild<MateListModel *>()->setState(
        mate("mate-3").id, {MatePhase::Online, 0, {}, {}, {}});
    QTRY_VERIFY(!counting.painted.isEmpty());
    QCOMPARE(counting.painted.keys(), QList<int>{2});
    m_list->setItemDelegate(nullptr);
}

void MatePaneTest::importsWhatIsDroppedAndUndoesIt()
{
    open();
    QTemporaryDir folder;
    QFile file(folder.filePath(u"nova.md"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("# Nova\n\n## System Prompt\n\nYou are Nova.\n");
    file.close();
    QMimeData dropped;
    dropped.setUrls({QUrl::fromLocalFile(file.fileName()), QUrl(u"https://example.org/a.md"_s)});
    QDragEnterEvent enter(
        QPoint(400, 300), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &enter);
    QVERIFY(enter.isAccepted());
    QDropEvent drop(
        QPointF(400, 300), Qt::CopyAction, &dropped, Qt::LeftButton, Qt::NoModifier);
    QCoreApplication::sendEvent(m_window.get(), &drop);
    QVERIFY(drop.isAccepted());
    QCOMPARE(names(), QStringList{u"Nova"_s});
    QVERIFY(the<QLabel>("noticeText")->isVisible());
    QCOMPARE(the<QLabel>("noticeText")->text(), u"One mate was imported."_s);
    QTest::mouseClick(the<QPushButton>("undoImportButton"), Qt::LeftButton);
    QVERIFY(m_desk->mates().mates().isEmpty());
    QVERIFY(!the<QAction>("undoImport")->isEnabled());
    QVERIFY(!the<NoticeBar>("noticeBar")->isVisible());
}

LOOPFLOW_TEST(MatePaneTest)
#include "tst_matepane.moc"
