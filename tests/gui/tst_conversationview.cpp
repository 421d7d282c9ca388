#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationview.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class ConversationViewTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void opensAtTheNewestMessage();
    void followsWhileAtTheEnd();
    void holdsStillWhenScrolledUpAndCountsWhatIsNew();
    void holdsStillWhileAReplyAboveGrows();
    void showsEveryLineOfALongMessage();
    void copiesWhatIsMarkedElseTheCurrentMessage();
    void everyRowHasANameForScreenReaders();
    void copiesSeveralMessagesWithNameAndTime();
    void marksAWholeMessageByTheKeyboard();
    void readsBackBeyondTheWindowWithoutAJump();
    void aFailedTurnIsTriedAgainByButtonAndByKey();
    void holdsStillInABurst();
    void readsALongMessageThroughBeforeTheNextOne();
    void uncoversASpoilerWhenItIsPressed();

private:
    void write(int messages, const QString &text = u"hello"_s);
    int topRow() const { return m_view->indexAt({2, 2}).row(); }
    int topOffset() const { return m_view->visualRect(m_view->indexAt({2, 2})).top(); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<ConversationView> m_view;
    ConversationId m_id;
};

void ConversationViewTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_id = {m_desk->addMate(u"Maya"_s).id, {101}};
    m_model = std::make_unique<ConversationModel>(&m_desk->app().record(), &m_desk->log());
    m_view = std::make_unique<ConversationView>(m_model.get());
    m_view->resize(500, 400);
    m_view->show();
    m_model->show(m_id);
}

void ConversationViewTest::cleanup()
{
    m_view.reset();
    m_model.reset();
    m_desk.reset();
}

void ConversationViewTest::write(int messages, const QString &text)
{
    for (int i = 0; i < messages; ++i)
        m_desk->seen(m_id, u"ana"_s, text);
    m_model->flush();
    m_view->doItemsLayout();
}

void ConversationViewTest::opensAtTheNewestMessage()
{
    write(50);
    m_model->show(m_id);
    m_view->doItemsLayout();
    QVERIFY(m_view->verticalScrollBar()->maximum() > 0);
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
}

void ConversationViewTest::followsWhileAtTheEnd()
{
    write(50);
    write(1, u"a long one "_s.repeated(200));
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
    QVERIFY(!find<QPushButton>(m_view.get(), "newMessages")->isVisible());
}

void ConversationViewTest::holdsStillWhenScrolledUpAndCountsWhatIsNew()
{
    write(50);
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    const int row = topRow();
    const int offset = topOffset();
    write(3, u"new"_s);
    QCOMPARE(topRow(), row);
    QCOMPARE(topOffset(), offset);
    auto *pill = find<QPushButton>(m_view.get(), "newMessages");
    QVERIFY(pill->isVisible());
    QCOMPARE(pill->text(), u"3 new"_s);
    QTest::mouseClick(pill, Qt::LeftButton);
    QVERIFY(m_view->isFollowing());
    QVERIFY(!pill->isVisible());
    QCOMPARE(m_view->verticalScrollBar()->value(), m_view->verticalScrollBar()->maximum());
}

void ConversationViewTest::holdsStillWhileAReplyAboveGrows()
{
    const TurnId turn = m_desk->begin(m_id, m_desk->seen(m_id, u"ana"_s, u"question"_s));
    write(60);
    m_view->verticalScrollBar()->setValue(m_view->verticalScrollBar()->maximum() / 2);
    const int row = topRow();
    const int offset = topOffset();
    QVERIFY(row > 1);
    m_desk->complete(m_id, turn, u"line\n"_s.repeated(80));
    m_model->flush();
    m_view->doItemsLayout();
    QCOMPARE(topRow(), row);
    QCOMPARE(topOffset(), offset);
}

void ConversationViewTest::showsEveryLineOfALongMessage()
{
    write(1, u"```\n"_s + u"line\n"_s.repeated(120) + u"```"_s);
    const int line = QFontMetrics(m_view->font()).height();
    QVERIFY(m_view->visualRect(m_model->index(0)).height() > 120 * line / 2);
    m_view->resize(300, 400);
    write(1, u"word "_s.repeated(300));
    const int narrow = m_view->visualRect(m_model->index(1)).height();
    m_view->resize(900, 400);
    m_view->doItemsLayout();
    QVERIFY(m_view->visualRect(m_model->index(1)).height() < narrow);
}

void ConversationViewTest::copiesWhatIsMarkedElseTheCurrentMessage()
{
    write(1, u"alpha beta gamma"_s);
    m_view->setCurrentIndex(m_model->index(0));
    QVERIFY(m_view->copyText().startsWith(u"ana, "_s));
    QVERIFY(m_view->copyText().endsWith(u"alpha beta gamma"_s));
    const QRect row = m_view->visualRect(m_model->index(0));
    QTest::mouseDClick(m_view->viewport(), Qt::LeftButton, {}, QPoint(70, row.bottom() - 12));
    QCOMPARE(m_view->copyText(), u"alpha"_s);
    QTest::keyClick(m_view.get(), Qt::Key_C, Qt::ControlModifier);
    QCOMPARE(QGuiApplication::clipboard()->text(), u"alpha"_s);
}

void ConversationViewTest::everyRowHasANameForScreenReaders()
{
    write(1, u"hello"_s);
    QVERIFY(m_model->index(0).data(Qt::AccessibleTextRole).toString().contains(u"hello"_s));
    QVERIFY(!m_view->accessibleName().isEmpty());
}

void ConversationViewTest::copiesSeveralMessagesWithNameAndTime()
{
    write(3, u"alpha beta gamma"_s);
    const QRect first = m_view->visualRect(m_model->index(0));
    const QRect last = m_view->visualRect(m_model->index(2));
    QTest::mousePress(m_view->viewport(), Qt::LeftButton, {}, {50, first.bottom() - 12});
    QTest::mouseMove(m_view->viewport(), {400, last.bottom() - 12});
    QTest::mouseRelease(m_view->viewport(), Qt::LeftButton, {}, {400, last.bottom() - 12});
    const QStringList parts = m_view->copyText().split(u"\n\n"_s);
    QCOMPARE(parts.size(), 3);
    for (const QString &part : parts) {
        QVERIFY2(part.startsWith(u"ana, "_s), qPrintable(part));
        QVERIFY2(part.endsWith(u"\nalpha beta gamma"_s), qPrintable(part));
    }
    QTest::keyClick(m_view.get(), Qt::Key_Escape);
    QVERIFY(!m_view->copyText().contains(u"\n\n"_s));
}

void ConversationViewTest::marksAWholeMessageByTheKeyboard()
{
    write(2, u"alpha **beta**"_s);
    m_view->setFocus();
    m_view->setCurrentIndex(m_model->index(1));
    QTest::keyClick(m_view.get(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(m_view->copyText(), u"alpha beta"_s);
}

void ConversationViewTest::readsBackBeyondTheWindowWithoutAJump()
{
    const int many = ConversationModel::windowRows + 1200;
    for (int i = 0; i < many; ++i)
        m_desk->seen(m_id, u"ana"_s, QString::number(i));
    m_model->flush();
    m_view->doItemsLayout();
    QVERIFY(m_model->hasOlder());
    QScrollBar *bar = m_view->verticalScrollBar();
    QString top;
    for (int tries = 0; m_model->hasOlder() && tries < 50; ++tries) {
        bar->setValue(50);
        top = m_model->text(topRow()).body;
        m_view->doItemsLayout();
        QCOMPARE(m_model->text(topRow()).body, top);
    }
    bar->setValue(0);
    QCOMPARE(m_model->text(topRow()).body, u"0"_s);
    QVERIFY(!m_view->isFollowing());
    m_view->jumpToNewest();
    QVERIFY(m_view->isFollowing());
    QCOMPARE(m_model->text(m_model->rowCount() - 1).body, QString::number(many - 1));
    QCOMPARE(bar->value(), bar->maximum());
}

void ConversationViewTest::aFailedTurnIsTriedAgainByButtonAndByKey()
{
    const auto asked = m_desk->seen(m_id, u"ana"_s, u"hello"_s);
    m_desk->fail(m_id, m_desk->begin(m_id, asked), u"The model is overloaded."_s);
    write(0);
    QSignalSpy wanted(m_view.get(), &ConversationView::tryAgainWanted);
    m_view->setFocus();
    m_view->setCurrentIndex(m_model->index(0));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 0);
    m_view->setCurrentIndex(m_model->index(1));
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 1);
    QCOMPARE(wanted.first().first().value<QList<discord::MessageId>>(), QList{asked.id});
    // The button stands above the line with the numbers.
    const QRect row = m_view->visualRect(m_model->index(1));
    const int meta = QFontMetrics(m_view->font()).height();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {75, row.bottom() - meta - 20});
    QCOMPARE(wanted.size(), 2);
    m_desk->begin(m_id, asked);
    write(0);
    QTest::keyClick(m_view.get(), Qt::Key_Return);
    QCOMPARE(wanted.size(), 2);
}

void ConversationViewTest::holdsStillInABurst()
{
    const TurnId turn = m_desk->begin(m_id, m_desk->seen(m_id, u"ana"_s, u"question"_s));
    write(80);
    QScrollBar *bar = m_view->verticalScrollBar();
    bar->setValue(bar->maximum() / 2);
    const QString top = m_model->text(topRow()).body + QString::number(topRow());
    const int offset = topOffset();
    for (int i = 0; i < 1000; ++i) {
        m_desk->stream(m_id, turn, u"word\n"_s);
        m_desk->seen(m_id, u"lee"_s, u"burst"_s);
        if (i % 33 == 0) {
            m_model->flush();
            m_view->doItemsLayout();
        }
    }
    write(0);
    QCOMPARE(m_model->text(topRow()).body + QString::number(topRow()), top);
    QCOMPARE(topOffset(), offset);
    QCOMPARE(find<QPushButton>(m_view.get(), "newMessages")->text(), u"1000 new"_s);
}

void ConversationViewTest::readsALongMessageThroughBeforeTheNextOne()
{
    write(1, u"line\n"_s.repeated(100));
    write(1, u"the next"_s);
    QScrollBar *bar = m_view->verticalScrollBar();
    bar->setValue(0);
    m_view->setFocus();
    m_view->setCurrentIndex(m_model->index(0));
    bar->setValue(0);
    QTest::keyClick(m_view.get(), Qt::Key_Down);
    QCOMPARE(m_view->currentIndex().row(), 0);
    QVERIFY(bar->value() > 0);
    QTest::keyClick(m_view.get(), Qt::Key_End);
    QCOMPARE(m_view->currentIndex().row(), 1);
    QCOMPARE(bar->value(), bar->maximum());
}

void ConversationViewTest::uncoversASpoilerWhenItIsPressed()
{
    write(1, u"||secret secret||"_s);
    const auto row = m_view->visualRect(m_model->index(0));
    const QImage covered = m_view->viewport()->grab(row).toImage();
    QTest::mouseClick(m_view->viewport(), Qt::LeftButton, {}, {75, row.bottom() - 14});
    QVERIFY(m_view->viewport()->grab(row).toImage() != covered);
}

LOOPFLOW_TEST(ConversationViewTest)
#include "tst_conversationview.moc"
