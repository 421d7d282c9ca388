#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/mates/matelistmodel.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/palette.h"
#include "ui/widgets/rowdelegate.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class MateListModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void saysStatesInWords_data();
    void saysStatesInWords();
    void anUnfinishedMateSaysWhatIsMissing();
    void followsTheStore();
    void countsTurnsThatNobodyLookedAt();
    void addsUpTodaysCost();
    void aReplayCostsAndIsNothingToLookAt();
    void saysHowAllMatesAre();

private:
    QVariant at(int row, int role) const { return m_model->index(row).data(role); }
    Mate addRunning(const QString &name);

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MateListModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
};

void MateListModelTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_model =
        std::make_unique<MateListModel>(&m_desk->mates(), &m_desk->app().record(), &m_desk->log());
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void MateListModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_desk.reset();
}

Mate MateListModelTest::addRunning(const QString &name)
{
    Mate mate = m_desk->addMate(name);
    mate.paused = false;
    if (!m_desk->mates().update(mate))
        qFatal("the mate was not saved");
    return mate;
}

void MateListModelTest::saysStatesInWords_data()
{
    QTest::addColumn<MateState>("state");
    QTest::addColumn<QString>("words");
    QTest::addColumn<int>("presence");
    const auto row = [](const char *name, const MateState &state, const QString &words,
                         Presence presence) {
        QTest::newRow(name) << state << words << int(presence);
    };
    row("online", {MatePhase::Online, 0, {}, {}, {}}, u"Online"_s, Presence::Online);
    row("answering", {MatePhase::Online, 2, {}, {}, {}}, u"Answering 2"_s, Presence::Answering);
    row("paused", {MatePhase::Paused, 0, {}, {}, {}}, u"Paused"_s, Presence::Paused);
    row("refused", {MatePhase::Failed, 0, u"Discord refused the token."_s, {}, {}},
        u"Discord refused the token"_s, Presence::Failed);
    row("refused, with advice",
        {MatePhase::Failed, 0, u"Discord refused the token. Reset it."_s, {}, {}},
        u"Discord refused the token"_s, Presence::Failed);
}

void MateListModelTest::saysStatesInWords()
{
    QFETCH(MateState, state);
    const Mate mate = addRunning(u"Maya"_s);
    m_model->setState(mate.id, state);
    QCOMPARE(at(0, Qt::DisplayRole).toString(), u"Maya"_s);
    QTEST(at(0, DetailRole).toString(), "words");
    QTEST(at(0, PresenceRole).toInt(), "presence");
    QCOMPARE(at(0, DetailColorRole).isValid(), state.phase == MatePhase::Failed);
    QVERIFY(at(0, Qt::AccessibleTextRole).toString().startsWith(u"Maya, "_s));
}

void MateListModelTest::anUnfinishedMateSaysWhatIsMissing()
{
    Mate bare;
    bare.identifier = u"nova"_s;
    bare.name = u"Nova"_s;
    bare.paused = true;
    auto added = m_desk->mates().add(bare, {});
    QVERIFY(added);
    QCOMPARE(at(0, DetailRole).toString(), u"Paused · no token yet"_s);
    added->bot = {77};
    QVERIFY(m_desk->mates().update(*added));
    QCOMPARE(at(0, DetailRole).toString(), u"Paused · no model chosen"_s);
}

void MateListModelTest::followsTheStore()
{
    Mate maya = m_desk->addMate(u"Maya"_s);
    const Mate merlin = m_desk->addMate(u"Merlin"_s);
    QCOMPARE(m_model->rowCount(), 2);
    maya.name = u"Maya Two"_s;
    QVERIFY(m_desk->mates().update(maya));
    QCOMPARE(at(0, Qt::DisplayRole).toString(), u"Maya Two"_s);
    QVERIFY(m_desk->mates().remove(maya.id));
    QCOMPARE(m_model->rowCount(), 1);
    QCOMPARE(m_model->indexOf(merlin.id).row(), 0);
    QVERIFY(!m_model->indexOf(maya.id).isValid());
}

void MateListModelTest::countsTurnsThatNobodyLookedAt()
{
    const ConversationId id{m_desk->addMate(u"Maya"_s).id, {101}};
    const auto answer = [&] {
        m_desk->complete(id, m_desk->begin(id, m_desk->seen(id, u"ana"_s, u"hi"_s)), u"Hello."_s);
    };
    answer();
    answer();
    QCOMPARE(at(0, BadgeRole).toInt(), 2);
    m_model->setWatched(id.mate);
    QCOMPARE(at(0, BadgeRole).toInt(), 0);
    answer();
    QCOMPARE(at(0, BadgeRole).toInt(), 0);
}

void MateListModelTest::addsUpTodaysCost()
{
    const ConversationId id{m_desk->addMate(u"Maya"_s).id, {101}};
    m_desk->complete(id, m_desk->begin(id, m_desk->seen(id, u"ana"_s, u"hi"_s)), u"Hello."_s);
    // 1,204 tokens in at $3 and 96 out at $15 a million.
    QCOMPARE(at(0, DetailRole).toString(), u"Paused · $0.0051 today"_s);
    QVERIFY(m_desk->app().record().flush());
    const MateListModel later(&m_desk->mates(), &m_desk->app().record(), &m_desk->log());
    QCOMPARE(later.index(0).data(DetailRole).toString(), u"Paused · $0.0051 today"_s);
}

void MateListModelTest::saysHowAllMatesAre()
{
    QCOMPARE(m_model->phrase(), u"Nothing is running"_s);
    const Mate maya = addRunning(u"Maya"_s);
    const Mate merlin = addRunning(u"Merlin"_s);
    m_model->setState(maya.id, {MatePhase::Online, 0, {}, {}, {}});
    QCOMPARE(m_model->phrase(), u"1 of 2 mates online"_s);
    QCOMPARE(m_model->attention(), QString());
    QSignalSpy changed(m_model.get(), &MateListModel::phraseChanged);
    m_model->setState(merlin.id, {MatePhase::Failed, 0, u"Discord refused the token."_s, {}, {}});
    QCOMPARE(changed.size(), 1);
    QCOMPARE(m_model->attention(), u"Merlin needs you"_s);
    m_model->setState(merlin.id, {MatePhase::Online, 0, {}, {}, {}});
    QCOMPARE(m_model->phrase(), u"All 2 mates are online"_s);
}

void MateListModelTest::aReplayCostsAndIsNothingToLookAt()
{
    const ConversationId id{m_desk->addMate(u"Maya"_s).id, {101}};
    TurnStarted again;
    again.asked = {m_desk->seen(id, u"ana"_s, u"hi"_s)};
    again.replayOf = m_desk->begin(id, again.asked.constFirst());
    m_desk->complete(id, m_desk->log().begin(id, again), u"Hello."_s);
    QCOMPARE(at(0, BadgeRole).toInt(), 0);
    QCOMPARE(at(0, DetailRole).toString(), u"Paused · $0.0051 today"_s);
}

LOOPFLOW_TEST(MateListModelTest)
#include "tst_matelistmodel.moc"
