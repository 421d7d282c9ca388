#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationview.h"
#include "ui/mainwindow.h"
#include "ui/search/searchfield.h"
#include "ui/search/searchmodel.h"
#include "ui/widgets/rowdelegate.h"

#include <QAbstractItemModelTester>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QSettings>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

/// Searching all mates in the window.
class SearchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void findsInAllMatesWhileOneTypes();
    void enterOpensTheConversationAtTheMessage();
    void marksWhatIsWrongAndKeepsWhatWasFound();
    void saysWhatItTakesAndWhenNothingIsFound();
    void escapeGoesBackToTheConversations();
    void theFilterGoesOnAsASearch();
    void olderHitsComeAtTheEndOfTheList();
    void arrowsWalkTheHitsFromTheField();
    void hitsOfADeletedMateGo();
    void revealsARowFarFromTheWindow();
    void offersWhatAFilterCanGoOnWith();

private:
    template <class T> T *the(const char *name) { return find<T>(m_window.get(), name); }
    void open();
    /// Types it, and waits until the search is at its end.
    void type(const QString &text);
    QString titles();

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    Mate m_maya;
    Mate m_kaito;
};

void SearchTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    m_desk = std::make_unique<Desk>();
    m_maya = m_desk->addMate(u"Maya"_s);
    m_kaito = m_desk->addMate(u"Kaito"_s);
}

void SearchTest::cleanup()
{
    m_window.reset();
    m_desk.reset();
}

void SearchTest::open()
{
    m_window = std::make_unique<MainWindow>(m_desk->services());
    m_window->resize(1280, 800);
    m_window->show();
    QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    the<QAction>("searchAll")->trigger();
}

void SearchTest::type(const QString &text)
{
    auto *field = the<SearchField>("searchField");
    field->clear();
    QTest::keyClicks(field, text);
    QTRY_VERIFY(!the<SearchModel>("")->isSearching());
}

QString SearchTest::titles()
{
    QStringList titles;
    const auto *model = the<QListView>("searchList")->model();
    for (int row = 0; row < model->rowCount(); ++row)
        titles << model->index(row, 0).data().toString() + u": "_s + model->index(row, 0).data(DetailRole).toString();
    return titles.join(u" / "_s);
}

void SearchTest::findsInAllMatesWhileOneTypes()
{
    const auto asked = m_desk->seen({m_maya.id, {100}}, u"ana"_s, u"does the uploader hang?"_s);
    m_desk->complete({m_maya.id, {100}}, m_desk->begin({m_maya.id, {100}}, asked), u"The Uploader waits."_s);
    m_desk->seen({m_kaito.id, {200}}, u"lee"_s, u"uploads are slow"_s);
    open();
    new QAbstractItemModelTester(
        the<QListView>("searchList")->model(), QAbstractItemModelTester::FailureReportingMode::QtTest, m_window.get());
    QVERIFY(the<SearchField>("searchField")->hasFocus());
    type(u"upl"_s);
    QCOMPARE(titles(),
        u"lee to Kaito: uploads are slow / Maya to ana: The Uploader waits. / ana to Maya: does the uploader hang?"_s);
    const QModelIndex first = the<QListView>("searchList")->model()->index(0, 0);
    QCOMPARE(first.data(MarksRole).value<QList<SearchMark>>(), (QList<SearchMark>{{0, 7}}));
    type(u"uplo mate:maya -from:ana"_s);
    QCOMPARE(titles(), u"Maya to ana: The Uploader waits."_s);
}

void SearchTest::enterOpensTheConversationAtTheMessage()
{
    const ConversationId talk{m_kaito.id, {200}};
    m_desk->seen({m_maya.id, {100}}, u"ana"_s, u"hello"_s);
    for (int i = 0; i < 200; ++i)
        m_desk->seen(talk, u"lee"_s, i == 20 ? u"where is the needle"_s : u"hay %1"_s.arg(i));
    open();
    m_window->showMate(m_maya.id);
    type(u"needle"_s);
    QTest::keyClick(the<SearchField>("searchField"), Qt::Key_Return);
    auto *view = the<ConversationView>("conversationView");
    QCOMPARE(the<QLabel>("conversationTitle")->text(), u"Direct message · lee"_s);
    QTRY_COMPARE(view->currentIndex().data().toString(), u"where is the needle"_s);
    QVERIFY(view->viewport()->rect().intersects(view->visualRect(view->currentIndex())));
    QVERIFY(view->hasFocus());
    QVERIFY(!view->isFollowing());
    QVERIFY(the<QListView>("searchList")->isVisible()); // for the next hit
    m_desk->seen(talk, u"lee"_s, u"more hay"_s);
    qobject_cast<ConversationModel *>(view->model())->flush();
    QVERIFY(view->viewport()->rect().intersects(view->visualRect(view->currentIndex())));
}

void SearchTest::marksWhatIsWrongAndKeepsWhatWasFound()
{
    m_desk->seen({m_maya.id, {100}}, u"ana"_s, u"hello"_s);
    open();
    type(u"hello"_s);
    QCOMPARE(titles(), u"ana to Maya: hello"_s);
    type(u"hello is:green"_s);
    auto *field = the<SearchField>("searchField");
    QCOMPARE(field->text().mid(field->underlinedFrom(), field->underlinedLength()), u"green"_s);
    QVERIFY(the<QLabel>("searchSentence")->isVisible());
    QVERIFY(the<QLabel>("searchSentence")->text().contains(u"is:"));
    QCOMPARE(field->accessibleDescription(), the<QLabel>("searchSentence")->text());
    QCOMPARE(field->text(), u"hello is:green"_s);
    type(u"hello is:failed"_s);
    QCOMPARE(field->underlinedLength(), 0);
    QCOMPARE(titles(), QString());
}

void SearchTest::saysWhatItTakesAndWhenNothingIsFound()
{
    open();
    QVERIFY(the<QLabel>("searchHelp")->isVisible());
    QVERIFY(the<QLabel>("searchHelp")->text().contains(u"from:"));
    QVERIFY(!the<QLabel>("searchProgress")->isVisible());
    type(u"nowhere"_s);
    QVERIFY(!the<QLabel>("searchHelp")->isVisible());
    QVERIFY(the<QLabel>("searchSentence")->isVisible());
    QVERIFY2(the<QLabel>("searchSentence")->text().startsWith(u"Nothing"), qPrintable(the<QLabel>("searchSentence")->text()));
}

void SearchTest::escapeGoesBackToTheConversations()
{
    m_desk->seen({m_maya.id, {100}}, u"ana"_s, u"hello"_s);
    open();
    QVERIFY(!the<QListView>("conversationList")->isVisible());
    QTest::keyClick(the<SearchField>("searchField"), Qt::Key_Escape);
    QVERIFY(the<QListView>("conversationList")->isVisible());
    QVERIFY(!the<SearchField>("searchField")->isVisible());
}

void SearchTest::theFilterGoesOnAsASearch()
{
    m_desk->seen({m_maya.id, {100}}, u"ana"_s, u"hello"_s);
    m_desk->seen({m_kaito.id, {200}}, u"lee"_s, u"the needle"_s);
    open();
    m_window->showMate(m_maya.id);
    the<QAction>("filterConversations")->trigger();
    auto *filter = the<QLineEdit>("conversationFilter");
    QVERIFY(filter->isVisible());
    QTest::keyClicks(filter, u"from:lee needle"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(the<SearchField>("searchField")->text(), u"from:lee needle"_s);
    QTRY_COMPARE(titles(), u"lee to Kaito: the needle"_s);
}

void SearchTest::olderHitsComeAtTheEndOfTheList()
{
    for (int i = 0; i < 120; ++i)
        m_desk->seen({m_maya.id, {100}}, u"ana"_s, u"message %1"_s.arg(i));
    open();
    type(u"message"_s);
    auto *list = the<QListView>("searchList");
    QTRY_COMPARE(list->model()->rowCount(), 50);
    list->scrollToBottom();
    QTRY_COMPARE(list->model()->rowCount(), 100);
    list->scrollToBottom();
    QTRY_COMPARE(list->model()->rowCount(), 120);
    QVERIFY(!list->model()->canFetchMore({}));
    QCOMPARE(list->model()->index(119, 0).data(DetailRole).toString(), u"message 0"_s);
}

void SearchTest::arrowsWalkTheHitsFromTheField()
{
    m_desk->seen({m_maya.id, {100}}, u"ana"_s, u"needle one"_s);
    m_desk->seen({m_maya.id, {100}}, u"ana"_s, u"needle two"_s);
    open();
    type(u"needle"_s);
    auto *field = the<SearchField>("searchField");
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Down);
    QTest::keyClick(field, Qt::Key_Down); // there is no third
    QVERIFY(field->hasFocus());
    QVERIFY(field->accessibleDescription().contains(u"needle one"));
    QTest::keyClick(field, Qt::Key_Return);
    QCOMPARE(the<ConversationView>("conversationView")->currentIndex().data().toString(), u"needle one"_s);
}

void SearchTest::hitsOfADeletedMateGo()
{
    m_desk->seen({m_maya.id, {100}}, u"ana"_s, u"needle"_s);
    m_desk->seen({m_kaito.id, {200}}, u"lee"_s, u"needle"_s);
    open();
    type(u"needle"_s);
    QCOMPARE(the<QListView>("searchList")->model()->rowCount(), 2);
    QVERIFY(m_desk->mates().remove(m_kaito.id));
    QCOMPARE(titles(), u"ana to Maya: needle"_s);
}

void SearchTest::revealsARowFarFromTheWindow()
{
    const ConversationId talk{m_maya.id, {100}};
    for (int i = 0; i < ConversationModel::windowRows + 2000; ++i) {
        m_desk->seen(talk, u"ana"_s, i == 50 ? u"the needle"_s : u"hay"_s);
        if (i % 1000 == 0)
            QVERIFY(m_desk->app().record().flush());
    }
    open();
    m_window->showMate(m_maya.id);
    type(u"needle"_s);
    QTest::keyClick(the<SearchField>("searchField"), Qt::Key_Return);
    auto *view = the<ConversationView>("conversationView");
    QVERIFY(find<QLabel>(view, "conversationSeeking")->isVisible());
    QTRY_COMPARE(view->currentIndex().data().toString(), u"the needle"_s);
    QVERIFY(!find<QLabel>(view, "conversationSeeking")->isVisible());
    QVERIFY(view->viewport()->rect().intersects(view->visualRect(view->currentIndex())));
}

void SearchTest::offersWhatAFilterCanGoOnWith()
{
    m_desk->seen({m_maya.id, {100}}, u"Ana Lima"_s, u"hello"_s);
    open();
    auto *field = the<SearchField>("searchField");
    QTest::keyClicks(field, u"hello is"_s);
    const auto popup = [] { return QApplication::activePopupWidget(); };
    QVERIFY(popup());
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(field->text(), u"hello is:"_s);
    QVERIFY(popup()); // its values
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(field->text(), u"hello is:slow"_s);
    QVERIFY(!popup());
    QVERIFY(field->hasFocus());
    const auto asksForAna = [&] {
        field->clear();
        QTest::keyClicks(field, u"from:an"_s);
        return popup() != nullptr;
    };
    QTRY_VERIFY(asksForAna()); // people are read meanwhile
    QTest::keyClick(popup(), Qt::Key_Down);
    QTest::keyClick(popup(), Qt::Key_Return);
    QCOMPARE(field->text(), u"from:\"Ana Lima\""_s);
    QTRY_COMPARE(titles(), u"Ana Lima to Maya: hello"_s);
    QTest::keyClicks(field, u" uploader"_s);
    QVERIFY(!popup());
}

LOOPFLOW_TEST(SearchTest)
#include "tst_search.moc"
