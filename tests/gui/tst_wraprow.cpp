#include "tests/support/test.h"
#include "ui/widgets/wraprow.h"

#include <QPushButton>

using namespace loopflow;
using namespace Qt::StringLiterals;

class WrapRowTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup() { m_box.reset(); }
    void whatFitsStandsInARow();
    void whatDoesNotFitGoesOnBelow();
    void aLineOfItsOwnMayBeNarrower();
    void hiddenWidgetsTakeNoRoom();
    void beginsAtTheRightWherePeopleReadFromThere();

private:
    void layOut(int width)
    {
        m_row->setGeometry(QRect(0, 0, width, m_row->heightForWidth(width)));
    }

    std::unique_ptr<QWidget> m_box;
    WrapRow *m_row = nullptr;
    QPushButton *m_first = nullptr;
    QPushButton *m_second = nullptr;
};

void WrapRowTest::init()
{
    m_box = std::make_unique<QWidget>();
    m_row = new WrapRow(8);
    m_first = new QPushButton(u"The first"_s, m_box.get());
    m_second = new QPushButton(u"The second one"_s, m_box.get());
    m_row->addWidget(m_first);
    m_row->addWidget(m_second);
    m_box->setLayout(m_row);
    m_box->show(); // with its style
}

void WrapRowTest::whatFitsStandsInARow()
{
    layOut(m_row->sizeHint().width());
    QCOMPARE(m_first->y(), m_second->y());
    QCOMPARE(m_second->x(), m_first->geometry().right() + 1 + 8);
    QCOMPARE(m_second->geometry().right() + 1, m_row->sizeHint().width());
}

void WrapRowTest::whatDoesNotFitGoesOnBelow()
{
    layOut(m_row->sizeHint().width() - 1);
    QCOMPARE(m_second->x(), m_first->x());
    QCOMPARE(m_second->y(), m_first->geometry().bottom() + 1 + 8);
    QCOMPARE(m_row->geometry().height(), m_second->geometry().bottom() + 1);
}

void WrapRowTest::aLineOfItsOwnMayBeNarrower()
{
    m_second->setMinimumWidth(30);
    layOut(60);
    QCOMPARE(m_second->width(), 60);
}

void WrapRowTest::hiddenWidgetsTakeNoRoom()
{
    m_first->hide();
    layOut(m_row->sizeHint().width());
    QCOMPARE(m_second->pos(), QPoint(0, 0));
    QCOMPARE(m_row->sizeHint().width(), m_second->width());
}

void WrapRowTest::beginsAtTheRightWherePeopleReadFromThere()
{
    m_box->setLayoutDirection(Qt::RightToLeft);
    layOut(600);
    QCOMPARE(m_first->geometry().right(), 599);
    QCOMPARE(m_second->geometry().right(), m_first->x() - 1 - 8);
}

LOOPFLOW_TEST(WrapRowTest)
#include "tst_wraprow.moc"
