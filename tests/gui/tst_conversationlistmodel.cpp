#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationlistmodel.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/rowdelegate.h"

#include <QAbstractItemModelTester>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class ConversationListModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void listsTheRecordsConversationsNewestFirst();
    void aNewConversationAppearsOnTopWithItsPerson();
    void aFailureIsShownInItsColour();
    void saysWhoIsBeingAnswered();
    void otherMatesAreNotShown();
    void aReplayIsNotSaidInTheConversation();

private:
    QStringList titles() const;
    QVariant at(int row, int role) const { return m_model->index(row).data(role); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ConversationListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    MateId m_mate{};
};

void ConversationListModelTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_mate = m_desk->addMate(u"Maya"_s).id;
    m_model = std::make_unique<ConversationListModel>(&m_desk->app().record(), &m_desk->log());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void ConversationListModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_desk.reset();
}

QStringList ConversationListModelTest::titles() const
{
    QStringList all;
    for (int row = 0; row < m_model->rowCount(); ++row)
        all << at(row, Qt::DisplayRole).toString();
    return all;
}

void ConversationListModelTest::listsTheRecordsConversationsNewestFirst()
{
    // Within one millisecond the store goes by channel.
    m_desk->seen({m_mate, {102}}, u"ana"_s, u"one"_s);
    m_desk->seen({m_mate, {101}}, u"lee"_s, u"two"_s);
    m_model->show(m_mate);
    QCOMPARE(titles(), QStringList({u"Direct message · lee"_s, u"Direct message · ana"_s}));
    QCOMPARE(at(0, DetailRole).toString(), u"two"_s);
}

void ConversationListModelTest::aNewConversationAppearsOnTopWithItsPerson()
{
    m_desk->seen({m_mate, {101}}, u"ana"_s, u"one"_s);
    m_model->show(m_mate);
    m_desk->seen({m_mate, {102}}, u"lee"_s, u"two\nlines"_s);
    QCOMPARE(titles(), QStringList({u"Direct message · lee"_s, u"Direct message · ana"_s}));
    QCOMPARE(at(0, DetailRole).toString(), u"two lines"_s);
    m_desk->seen({m_mate, {101}}, u"ana"_s, u"three"_s);
    QCOMPARE(titles().first(), u"Direct message · ana"_s);
    QCOMPARE(m_model->indexOf({m_mate, {102}}).row(), 1);
}

void ConversationListModelTest::aFailureIsShownInItsColour()
{
    m_model->show(m_mate);
    const ConversationId id{m_mate, {101}};
    const TurnId turn = m_desk->begin(id, m_desk->seen(id, u"ana"_s, u"hi"_s));
    QVERIFY(!at(0, DetailColorRole).isValid());
    m_desk->fail(id, turn, u"The model is overloaded."_s);
    QCOMPARE(at(0, DetailRole).toString(), u"The model is overloaded."_s);
    QCOMPARE(at(0, DetailColorRole).toInt(), int(ColorRole::Failed));
}

void ConversationListModelTest::saysWhoIsBeingAnswered()
{
    m_model->show(m_mate);
    const ConversationId id{m_mate, {101}};
    const TurnId turn = m_desk->begin(id, m_desk->seen(id, u"ana"_s, u"hi"_s));
    QCOMPARE(at(0, AsideDetailRole).toString(), u"answering"_s);
    m_desk->complete(id, turn, u"Hello."_s);
    QVERIFY(at(0, AsideDetailRole).toString().endsWith(u"ms"_s));
    QCOMPARE(at(0, DetailRole).toString(), u"Hello."_s);
}

void ConversationListModelTest::otherMatesAreNotShown()
{
    m_model->show(m_mate);
    const MateId other = m_desk->addMate(u"Merlin"_s).id;
    m_desk->seen({other, {103}}, u"ana"_s, u"hi"_s);
    QCOMPARE(m_model->rowCount(), 0);
}

void ConversationListModelTest::aReplayIsNotSaidInTheConversation()
{
    const ConversationId id{m_mate, {101}};
    const discord::Message asked = m_desk->seen(id, u"ana"_s, u"hi"_s);
    const TurnId turn = m_desk->begin(id, asked);
    m_desk->complete(id, turn, u"Hello."_s);
    m_model->show(m_mate);
    const QString spoken = at(0, Qt::AccessibleTextRole).toString();
    TurnStarted again;
    again.asked = {asked};
    again.replayOf = turn;
    const TurnId replay = m_desk->log().begin(id, again);
    QVERIFY(at(0, AsideDetailRole).toString() != u"answering"_s);
    m_desk->complete(id, replay, u"Something else."_s);
    m_desk->fail(id, m_desk->log().begin(id, again), u"No."_s);
    QCOMPARE(at(0, DetailRole).toString(), u"Hello."_s);
    QCOMPARE(at(0, Qt::AccessibleTextRole).toString(), spoken);
}

LOOPFLOW_TEST(ConversationListModelTest)
#include "tst_conversationlistmodel.moc"
