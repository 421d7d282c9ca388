#include "tests/gui/desk.h"
#include "tests/gui/paintedtext.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationpane.h"
#include "ui/inspector/conversationview.h"

#include <QGuiApplication>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

// Where a message's pieces are, from either side.
class MessageDelegateTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
    void theTextStandsBesideItsAuthor_data();
    void theTextStandsBesideItsAuthor();
};

void MessageDelegateTest::theTextStandsBesideItsAuthor_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("from the left") << Qt::LeftToRight;
    QTest::newRow("from the right") << Qt::RightToLeft;
}

void MessageDelegateTest::theTextStandsBesideItsAuthor()
{
    QFETCH(Qt::LayoutDirection, direction);
    QGuiApplication::setLayoutDirection(direction);
    Desk desk;
    const Mate mate = desk.addMate(u"Maya"_s);
    const ConversationId here{mate.id, {101}};
    desk.seen(here, u"ana"_s, u"is the disk full?"_s);
    ConversationPane pane(desk.services());
    pane.resize(700, 500);
    pane.show(here, mate, u"ana"_s, false);
    pane.QWidget::show();
    QCoreApplication::processEvents();
    QWidget *view = pane.view()->viewport();
    QRectF author;
    QRectF text;
    for (const PaintedText &painted : paintedTexts(view)) {
        if (painted.text == u"ana")
            author = painted.rect;
        if (painted.text == u"is the disk full?")
            text = painted.rect;
    }
    QVERIFY(!author.isNull() && !text.isNull());
    if (direction == Qt::LeftToRight) {
        QVERIFY(author.left() < 100);
        QVERIFY(qAbs(author.left() - text.left()) < 2);
    } else {
        QVERIFY(author.right() > view->width() - 100);
        QVERIFY(qAbs(author.right() - text.right()) < 2);
    }
    // What is clicked there is the text.
    QTest::mouseDClick(view, Qt::LeftButton, {}, text.center().toPoint());
    QVERIFY(u"is the disk full?"_s.contains(pane.view()->copyText()));
    QVERIFY(!pane.view()->copyText().isEmpty() && !pane.view()->copyText().contains(u' '));
}

LOOPFLOW_TEST(MessageDelegateTest)
#include "tst_messagedelegate.moc"
