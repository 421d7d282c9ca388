#include "ui/recorddoor.h"

#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationpane.h"
#include "ui/inspector/conversationview.h"
#include "ui/inspector/watchpage.h"
#include "ui/mainwindow.h"
#include "ui/widgets/elidedtext.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/rowdelegate.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTimer>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

/// Everything is clicked; what the question says is noted.
class RecordDoorTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
        m_desk = std::make_unique<Desk>();
        m_mate = m_desk->addMate(u"Maya"_s).id;
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void switchingTextOffIsSavedMarkedAndSaid();
    void whatIsNotRecordedIsSaidInEveryRow();
    void theSwitchFollowsTheMate();
    void deletesTheConversationThatIsShown();
    void cancellingTheQuestionDeletesNothing();
    void deletesAMatesRecordAfterTheSwitch();
    void theViewThatStaysIsReadAnew();

private:
    void open()
    {
        m_window = std::make_unique<MainWindow>(m_desk->services());
        m_window->show();
    }
    template <class T>
    T *the(const char *name) { return find<T>(m_window.get(), name); }
    /// Answers the question that comes next.
    void answer(bool yes)
    {
        QTimer::singleShot(0, this, [this, yes] {
            auto *box = qobject_cast<QMessageBox *>(QApplication::activeModalWidget());
            QVERIFY(box);
            QCOMPARE(box->objectName(), u"recordQuestion"_s);
            m_asked = box->text();
            QVERIFY(box->informativeText().contains(u"Discord stays there"_s));
            for (QAbstractButton *button : box->buttons()) {
                if ((box->buttonRole(button) == QMessageBox::DestructiveRole) == yes)
                    return button->click();
            }
        });
    }
    QString notice() { return the<NoticeBar>("noticeBar")->text(); }
    QAbstractItemModel *list() { return the<QListView>("conversationList")->model(); }
    QStringList rows()
    {
        QStringList lines;
        const QAbstractItemModel *model = the<WatchPage>("watchPage")->pane()->view()->model();
        for (int row = 0; row < model->rowCount(); ++row)
            lines << model->index(row, 0).data(Qt::AccessibleTextRole).toString();
        return lines;
    }
    void talk(const ConversationId &conversation, const QString &person, const QString &question, const QString &reply)
    {
        const TurnId turn = m_desk->begin(conversation, m_desk->seen(conversation, person, question));
        m_desk->complete(conversation, turn, reply);
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    MateId m_mate{};
    QString m_asked;
};

void RecordDoorTest::switchingTextOffIsSavedMarkedAndSaid()
{
    talk({m_mate, {101}}, u"ana"_s, u"hi"_s, u"Hello."_s);
    open();
    auto *action = the<QAction>("recordNoText");
    QVERIFY(!action->isChecked());
    QVERIFY(!the<ElidedText>("conversationMeta")->text().contains(u"text is not recorded"_s));
    action->trigger();
    QVERIFY(action->isChecked());
    QVERIFY(!m_desk->mates().mate(m_mate)->recordsText);
    QVERIFY(the<ElidedText>("conversationMeta")->text().contains(u"text is not recorded"_s));
    QVERIFY2(notice().contains(u"should it be deleted, too?"_s), qPrintable(notice()));
    QVERIFY(the<QPushButton>("deleteRecordBeforeButton")->isVisible());
    QCOMPARE(list()->index(0, 0).data(DetailRole).toString(), u"Hello."_s); // nothing was deleted
    action->trigger();
    QVERIFY(m_desk->mates().mate(m_mate)->recordsText);
    QVERIFY2(notice().contains(u"with their text"_s), qPrintable(notice()));
}

void RecordDoorTest::whatIsNotRecordedIsSaidInEveryRow()
{
    Mate mate = *m_desk->mates().mate(m_mate);
    mate.recordsText = false;
    QVERIFY(m_desk->mates().update(mate));
    const ConversationId conversation{m_mate, {101}};
    talk(conversation, u"ana"_s, u"a secret"_s, u"Another one."_s);
    const TurnId failed = m_desk->begin(conversation, m_desk->seen(conversation, u"ana"_s, u"and more"_s));
    m_desk->fail(conversation, failed, u"\"and more\" is not allowed"_s);
    open();
    QCOMPARE(list()->index(0, 0).data().toString(), u"Direct message · someone"_s);
    const QStringList shown = rows();
    QCOMPARE(shown.size(), 4);
    for (int row : {0, 1, 2})
        QVERIFY2(shown[row].contains(u"Text was not recorded"_s), qPrintable(shown[row]));
    QVERIFY2(shown[3].contains(u"exact words were not recorded"_s), qPrintable(shown[3]));
    QVERIFY(!shown[3].contains(u"Text was not recorded"_s)); // nothing was said
    for (const QString &row : shown)
        QVERIFY2(!row.contains(u"secret"_s) && !row.contains(u"ana"_s) && !row.contains(u"more"_s), qPrintable(row));
    QVERIFY(shown[1].contains(u"tokens"_s) || shown[1].contains(u"in"_s)); // the counts are there
    // While it happens, the window shows it.
    m_desk->seen(conversation, u"ana"_s, u"what is new"_s);
    QTRY_COMPARE(rows().size(), 5);
    QVERIFY(rows().constLast().contains(u"what is new"_s));
}

void RecordDoorTest::theSwitchFollowsTheMate()
{
    m_desk->addMate(u"Merlin"_s);
    open();
    auto *mates = the<QListView>("mateList");
    mates->setCurrentIndex(mates->model()->index(0, 0));
    the<QAction>("recordNoText")->trigger();
    mates->setCurrentIndex(mates->model()->index(1, 0));
    QVERIFY(!the<QAction>("recordNoText")->isChecked());
    mates->setCurrentIndex(mates->model()->index(0, 0));
    QVERIFY(the<QAction>("recordNoText")->isChecked());
}

void RecordDoorTest::deletesTheConversationThatIsShown()
{
    m_desk->goBack(Milliseconds(60'000));
    talk({m_mate, {101}}, u"ana"_s, u"apples"_s, u"Pears."_s);
    m_desk->pass(Milliseconds(30'000));
    talk({m_mate, {102}}, u"lee"_s, u"lunch"_s, u"Soup."_s);
    open();
    QAbstractItemModelTester tester(list());
    QCOMPARE(list()->rowCount(), 2);
    auto *view = the<QListView>("conversationList");
    QVERIFY(view->actions().contains(the<QAction>("deleteConversationRecord"))); // the row's menu
    QCOMPARE(list()->index(0, 0).data().toString(), u"Direct message · lee"_s);
    view->setCurrentIndex(list()->index(0, 0));
    the<QAction>("inspectTurn")->trigger();
    answer(true);
    the<QAction>("deleteConversationRecord")->trigger();
    QCOMPARE(m_asked, u"Delete what is recorded of the conversation of Maya with lee?"_s);
    QTRY_COMPARE(list()->rowCount(), 1);
    QTRY_VERIFY2(notice().contains(u"recorded events were deleted."_s), qPrintable(notice()));
    QCOMPARE(the<WatchPage>("watchPage")->pane()->shown(), (ConversationId{m_mate, {101}}));
    QVERIFY(rows().join(u' ').contains(u"apples"_s));
    answer(true);
    the<QAction>("deleteConversationRecord")->trigger();
    QTRY_COMPARE(list()->rowCount(), 0);
    QVERIFY(!the<WatchPage>("watchPage")->pane()->shown());
    QVERIFY(!the<QAction>("deleteConversationRecord")->isEnabled());
    talk({m_mate, {101}}, u"ana"_s, u"plums"_s, u"Yes."_s); // it is recorded anew
    QTRY_COMPARE(list()->rowCount(), 1);
}

void RecordDoorTest::cancellingTheQuestionDeletesNothing()
{
    talk({m_mate, {101}}, u"ana"_s, u"apples"_s, u"Pears."_s);
    open();
    const qint64 before = m_desk->app().record().size().events;
    answer(false);
    the<QAction>("deleteConversationRecord")->trigger();
    answer(false);
    the<QAction>("deleteMateRecord")->trigger();
    QCOMPARE(m_asked, u"Delete all that is recorded of Maya?"_s);
    QCoreApplication::processEvents();
    QCOMPARE(m_desk->app().record().size().events, before);
    QCOMPARE(list()->rowCount(), 1);
}

void RecordDoorTest::deletesAMatesRecordAfterTheSwitch()
{
    talk({m_mate, {101}}, u"ana"_s, u"apples"_s, u"Pears."_s);
    talk({m_mate, {102}}, u"lee"_s, u"lunch"_s, u"Soup."_s);
    const MateId other = m_desk->addMate(u"Merlin"_s).id;
    talk({other, {103}}, u"kim"_s, u"magic"_s, u"Indeed."_s);
    open();
    auto *mates = the<QListView>("mateList");
    mates->setCurrentIndex(mates->model()->index(0, 0));
    the<QAction>("recordNoText")->trigger();
    answer(true);
    the<QPushButton>("deleteRecordBeforeButton")->click();
    QCOMPARE(m_asked, u"Delete all that is recorded of Maya?"_s);
    QTRY_COMPARE(list()->rowCount(), 0);
    QTRY_VERIFY(notice().contains(u"deleted"_s));
    QVERIFY(m_desk->app().record().conversations(m_mate)->isEmpty());
    QCOMPARE(m_desk->app().record().conversations(other)->size(), 1);
    QCOMPARE(m_desk->mates().mates().size(), 2);
}

void RecordDoorTest::theViewThatStaysIsReadAnew()
{
    const ConversationId conversation{m_mate, {101}};
    talk(conversation, u"ana"_s, u"apples"_s, u"Pears."_s);
    open();
    QCOMPARE(rows().size(), 2);
    the<QAction>("searchAll")->trigger();
    the<QLineEdit>("searchField")->setText(u"apples"_s);
    auto *found = the<QListView>("searchList");
    QTRY_COMPARE(found->model()->rowCount(), 1);
    answer(true);
    the<QAction>("deleteConversationRecord")->trigger();
    m_desk->seen(conversation, u"ana"_s, u"plums"_s); // before it is over
    QTRY_VERIFY(notice().contains(u"deleted"_s));
    QTRY_COMPARE(rows().size(), 1);
    QVERIFY2(rows()[0].contains(u"plums"_s), qPrintable(rows()[0]));
    QTRY_COMPARE(found->model()->rowCount(), 0);
}

LOOPFLOW_TEST(RecordDoorTest)
#include "tst_recorddoor.moc"
