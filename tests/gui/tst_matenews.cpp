#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/matenews.h"

#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class MateNewsTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void saysOnceThatAMateNeedsAPerson();
    void saysItAgainAfterItWasWell();
    void aPausedMateNeedsNobody();
    void oneRefusedKeyIsOneCauseForAllMates();
    void aShortBreakIsNotWorthSaying();
    void aFailedReplayIsNoNewsOfTheMate();

private:
    Mate addRunning(const QString &name);
    void fail(const Mate &mate, ErrorCode code, const QString &sentence);

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MateNews> m_news;
    std::unique_ptr<QSignalSpy> m_needs;
    std::unique_ptr<QSignalSpy> m_announced;
    const MateState m_refused{MatePhase::Failed, 0, u"Discord refused the token."_s, {}, {}};
    const MateState m_online{MatePhase::Online, 0, {}, {}, {}};
};

void MateNewsTest::init()
{
    m_news.reset();
    m_desk = std::make_unique<Desk>();
    m_news = std::make_unique<MateNews>(m_desk->services());
    m_needs = std::make_unique<QSignalSpy>(m_news.get(), &MateNews::needsPerson);
    m_announced = std::make_unique<QSignalSpy>(m_news.get(), &MateNews::announced);
}

Mate MateNewsTest::addRunning(const QString &name)
{
    Mate mate = m_desk->addMate(name);
    mate.paused = false;
    if (!m_desk->mates().update(mate))
        qFatal("the mate was not saved");
    return mate;
}

void MateNewsTest::fail(const Mate &mate, ErrorCode code, const QString &sentence)
{
    const ConversationId id{mate.id, {101}};
    const TurnId turn = m_desk->begin(id, m_desk->seen(id, u"ana"_s, u"hi"_s));
    m_desk->log().append(id, turn, TurnFailed{u"model"_s, {code, sentence}});
}

void MateNewsTest::saysOnceThatAMateNeedsAPerson()
{
    const Mate maya = addRunning(u"Maya"_s);
    m_news->takeState(maya.id, m_refused);
    m_news->takeState(maya.id, m_refused);
    QCOMPARE(m_needs->size(), 1);
    QCOMPARE(m_needs->first().at(0).value<MateId>(), maya.id);
    QCOMPARE(m_needs->first().at(1).toString(), u"Maya needs you"_s);
    QCOMPARE(m_announced->first().first().toString(), u"Maya needs you. Discord refused the token."_s);
}

void MateNewsTest::saysItAgainAfterItWasWell()
{
    const Mate maya = addRunning(u"Maya"_s);
    m_news->takeState(maya.id, m_refused);
    m_news->takeState(maya.id, m_online);
    QCOMPARE(m_announced->last().first().toString(), u"Maya is online again."_s);
    m_news->takeState(maya.id, m_refused);
    QCOMPARE(m_needs->size(), 2);
}

void MateNewsTest::aPausedMateNeedsNobody()
{
    m_news->takeState(m_desk->addMate(u"Maya"_s).id, m_refused);
    QVERIFY(m_needs->isEmpty());
}

void MateNewsTest::oneRefusedKeyIsOneCauseForAllMates()
{
    const Mate maya = addRunning(u"Maya"_s);
    const Mate merlin = addRunning(u"Merlin"_s);
    fail(maya, ErrorCode::Unauthorized, u"Anthropic refused the key."_s);
    fail(merlin, ErrorCode::Unauthorized, u"Anthropic refused the key."_s);
    QCOMPARE(m_needs->size(), 1);
    const ConversationId id{merlin.id, {102}};
    m_desk->complete(id, m_desk->begin(id, m_desk->seen(id, u"ana"_s, u"hi"_s)), u"Hello."_s);
    fail(maya, ErrorCode::Keychain, u"The keychain is locked."_s);
    QCOMPARE(m_needs->size(), 2);
    fail(maya, ErrorCode::Unavailable, u"Anthropic is overloaded."_s);
    QCOMPARE(m_needs->size(), 2); // heals by itself
    QVERIFY(m_announced->last().first().toString().startsWith(u"A reply of Maya failed."_s));
}

void MateNewsTest::aShortBreakIsNotWorthSaying()
{
    const Mate maya = addRunning(u"Maya"_s);
    const auto waiting = [](qint64 ms) {
        return MateState{MatePhase::Waiting, 0, {}, readClock() + Milliseconds(ms), {}};
    };
    m_news->takeState(maya.id, m_online);
    m_news->takeState(maya.id, waiting(1000));
    m_news->takeState(maya.id, m_online);
    QVERIFY(m_announced->isEmpty());
    m_news->takeState(maya.id, waiting(60000));
    m_news->takeState(maya.id, waiting(60000));
    m_news->takeState(maya.id, m_online);
    QCOMPARE(m_announced->size(), 2);
}

void MateNewsTest::aFailedReplayIsNoNewsOfTheMate()
{
    const ConversationId id{addRunning(u"Maya"_s).id, {101}};
    TurnStarted again;
    again.asked = {m_desk->seen(id, u"ana"_s, u"hi"_s)};
    again.replayOf = m_desk->begin(id, again.asked.constFirst());
    const TurnId replay = m_desk->log().begin(id, again);
    m_desk->log().append(id, replay, TurnFailed{u"model"_s, {ErrorCode::Unauthorized, u"The key was refused."_s}});
    QVERIFY(m_needs->isEmpty() && m_announced->isEmpty());
}

LOOPFLOW_TEST(MateNewsTest)
#include "tst_matenews.moc"
