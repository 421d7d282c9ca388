#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationmodel.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class ConversationModelTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void showsTheRecordAndThenWhatHappens();
    void liveAndRecordedGiveTheSameRows();
    void showsWhatArrivesInOneFrameTogether();
    void aReplyGrowsInItsRow();
    void aChangeOfARowThatIsNotShownYetIsInIt();
    void aPlaybackGivesTheLiveRowsAtEveryPrefix();
    void whatHappensDuringAPlaybackIsShownAfterIt();
    void otherConversationsDoNotShow();
    void keepsAWindowOfTheNewestRows();
    void theWindowMovesBackAndForth();
    void whileTheReaderIsElsewhereTheirRowsStay();
    void aReplyNamesItsQuestionWhereItIsNotRightAbove();
    void knowsWhoIsMentioned();
    void theMatesRowsHaveItsNameAndPicture();
    void readsALongConversationFromItsEnd();
    void whatHappensWhileItIsReadIsNeitherLostNorTwice();
    void bringsAMessageFromFarBack();
    void saysThatAMessageIsNotThere();
    void anotherConversationEndsTheLookingBack();
    void playsALongConversationFromWhereverItIs();
    void whatCannotBeReadIsSaidAndTheRestShown();

private:
    QStringList bodies() const;
    /// That many messages in the record, and some turns among them.
    void fill(int messages);
    QList<ConversationRow> window() const;
    void showAllOlder();

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;
    ConversationId m_id;
};

void ConversationModelTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_id = {m_desk->addMate(u"Maya"_s).id, {101}};
    m_model = std::make_unique<ConversationModel>(&m_desk->app().record(), &m_desk->log());
    m_model->setMate(u"Maya"_s, {});
    m_tester = std::make_unique<QAbstractItemModelTester>(
        m_model.get(), QAbstractItemModelTester::FailureReportingMode::QtTest);
}

void ConversationModelTest::cleanup()
{
    m_tester.reset();
    m_model.reset();
    m_desk.reset();
}

QStringList ConversationModelTest::bodies() const
{
    QStringList all;
    for (int row = 0; row < m_model->rowCount(); ++row)
        all << m_model->text(row).body;
    return all;
}

void ConversationModelTest::fill(int messages)
{
    for (int i = 0; i < messages; ++i) {
        const auto asked = m_desk->seen(m_id, u"ana"_s, QString::number(i));
        if (i % 50 == 7)
            m_desk->complete(m_id, m_desk->begin(m_id, asked), u"answer %1"_s.arg(i));
        if (i % 1000 == 0)
            QVERIFY(m_desk->app().record().flush());
    }
}

QList<ConversationRow> ConversationModelTest::window() const
{
    QList<ConversationRow> rows;
    for (int row = 0; row < m_model->rowCount(); ++row)
        rows << m_model->row(row);
    return rows;
}

void ConversationModelTest::showAllOlder()
{
    while (m_model->hasOlder())
        m_model->showOlder();
}

void ConversationModelTest::readsALongConversationFromItsEnd()
{
    m_tester.reset();
    fill(3000);
    m_model->show(m_id);
    QCOMPARE(m_model->text(m_model->rowCount() - 1).body, u"2999"_s);
    QVERIFY(m_model->rowCount() < 3000);
    QVERIFY(m_model->hasOlder());
    showAllOlder();
    QCOMPARE(m_model->rowCount(), 3060);
    QCOMPARE(m_model->text(0).body, u"0"_s);
    m_model->show(m_id);
    QTRY_VERIFY(m_model->rowCount() >= 400); // by itself
    QCOMPARE(m_model->newestSetup(), u"prompt v7 · claude-sonnet-5-5"_s);
}

void ConversationModelTest::whatHappensWhileItIsReadIsNeitherLostNorTwice()
{
    m_tester.reset();
    const auto first = m_desk->seen(m_id, u"ana"_s, u"the very first"_s);
    const auto second = m_desk->seen(m_id, u"ana"_s, u"the second"_s);
    const TurnId open = m_desk->begin(m_id, second);
    m_desk->stream(m_id, open, u"half"_s);
    fill(1500);
    m_model->show(m_id);
    QVERIFY(m_model->hasOlder());
    auto edited = first;
    edited.content = u"edited before it was read"_s;
    m_desk->log().append(m_id, MessageEdited{edited});
    m_desk->complete(m_id, open, u"whole"_s);
    m_desk->log().append(m_id, MessageDeleted{second.id});
    for (int step = 0; m_model->hasOlder(); ++step) {
        m_model->showOlder();
        m_desk->seen(m_id, u"lee"_s, u"meanwhile %1"_s.arg(step));
        if (step % 2 == 0)
            m_model->flush();
    }
    m_model->flush();
    Conversation whole;
    const auto records = *m_desk->app().record().read(m_id);
    for (const LogRecord &record : records)
        whole.apply(record);
    QCOMPARE(whole.row(0).message.content, edited.content);
    QVERIFY(whole.row(1).deleted);
    QVERIFY(window() == whole.rows());
}

void ConversationModelTest::bringsAMessageFromFarBack()
{
    m_tester.reset();
    const auto far = m_desk->seen(m_id, u"ana"_s, u"far back"_s);
    const TurnId turn = m_desk->begin(m_id, far);
    m_desk->complete(m_id, turn, u"long ago"_s);
    fill(3000);
    for (const bool byTurn : {false, true}) {
        m_model->show(m_id);
        QSignalSpy brought(m_model.get(), &ConversationModel::brought);
        QCOMPARE(m_model->bring(byTurn ? discord::MessageId() : far.id, byTurn ? turn : TurnId{}), -1);
        QVERIFY(m_model->isSeeking());
        QTRY_COMPARE(brought.count(), 1);
        QVERIFY(!m_model->isSeeking());
        QCOMPARE(m_model->text(brought.first().first().toInt()).body, byTurn ? u"long ago"_s : u"far back"_s);
        QVERIFY(m_model->bring(far.id, {}) >= 0);
    }
}

void ConversationModelTest::saysThatAMessageIsNotThere()
{
    m_tester.reset();
    fill(1000);
    m_model->show(m_id);
    QSignalSpy brought(m_model.get(), &ConversationModel::brought);
    QCOMPARE(m_model->bring({12345}, {}), -1);
    QTRY_COMPARE(brought.count(), 1);
    QCOMPARE(brought.first().first().toInt(), -1);
    QCOMPARE(m_model->bring({12345}, {}), -1);
    QVERIFY(!m_model->isSeeking()); // all of it was read
}

void ConversationModelTest::anotherConversationEndsTheLookingBack()
{
    m_tester.reset();
    fill(1000);
    m_desk->seen({m_id.mate, {102}}, u"lee"_s, u"hi"_s);
    m_model->show(m_id);
    QSignalSpy brought(m_model.get(), &ConversationModel::brought);
    m_model->bring({12345}, {});
    m_model->show({m_id.mate, {102}});
    QVERIFY(!m_model->isSeeking());
    QCoreApplication::processEvents();
    QCOMPARE(bodies(), QStringList{u"hi"_s});
    QCOMPARE(brought.count(), 0);
    m_model->show(m_id);
    m_model->bring({12345}, {});
    m_model->clear();
    QCoreApplication::processEvents();
    QCOMPARE(m_model->rowCount(), 0);
}

void ConversationModelTest::playsALongConversationFromWhereverItIs()
{
    m_tester.reset();
    fill(1500);
    m_model->show(m_id);
    const auto records = *m_desk->app().record().read(m_id);
    qint64 last = -1;
    QSignalSpy moved(m_model.get(), &ConversationModel::momentChanged);
    for (const qsizetype happened : QList<qsizetype>{1500, 1501, 1502, 1600, 40, 41, 0, 3, records.size(), 800}) {
        const qint64 seq = happened > 0 ? records.at(happened - 1).seq : 0;
        m_model->showMoment(seq, readClock().wall.count());
        QCOMPARE(m_model->playedTo(), std::optional(seq));
        QVERIFY(seq != last);
        last = seq;
        showAllOlder();
        Conversation prefix;
        for (const LogRecord &record : records.first(happened))
            prefix.apply(record);
        QVERIFY2(window() == prefix.rows(), qPrintable(QString::number(happened)));
    }
    QCOMPARE(moved.count(), 10);
    m_model->endPlayback();
    QVERIFY(!m_model->playedTo());
    showAllOlder();
    QCOMPARE(m_model->text(m_model->rowCount() - 1).body, u"1499"_s);
}

void ConversationModelTest::whatCannotBeReadIsSaidAndTheRestShown()
{
    m_tester.reset();
    fill(1000);
    m_desk->spoil(u"UPDATE event SET payload = x'00ff' WHERE seq = (SELECT min(seq) FROM event WHERE kind = 'MessageSeen')"_s);
    m_desk->spoil(u"UPDATE event SET kind = 'FromTomorrow' WHERE seq = (SELECT max(seq) FROM event)"_s);
    QSignalSpy incomplete(m_model.get(), &ConversationModel::incomplete);
    m_model->show(m_id);
    QCOMPARE(incomplete.count(), 1);
    QVERIFY(incomplete.last().first().toString().startsWith(u"One recorded event could not be read"));
    QCOMPARE(m_model->text(m_model->rowCount() - 1).body, u"998"_s);
    showAllOlder();
    QVERIFY(incomplete.last().first().toString().startsWith(u"2 recorded events could not be read"));
    QCOMPARE(m_model->text(0).body, u"1"_s);
    // And played.
    incomplete.clear();
    m_model->showMoment(m_desk->app().record().lastSeq(), readClock().wall.count());
    QCOMPARE(m_model->text(m_model->rowCount() - 1).body, u"998"_s);
    QVERIFY(incomplete.count() > 0);
}

void ConversationModelTest::showsTheRecordAndThenWhatHappens()
{
    m_desk->seen(m_id, u"ana"_s, u"one"_s);
    m_model->show(m_id);
    QCOMPARE(bodies(), QStringList({u"one"_s}));
    m_desk->seen(m_id, u"ana"_s, u"two"_s);
    m_model->flush();
    QCOMPARE(bodies(), QStringList({u"one"_s, u"two"_s}));
}

void ConversationModelTest::liveAndRecordedGiveTheSameRows()
{
    m_model->show(m_id);
    const auto asked = m_desk->seen(m_id, u"ana"_s, u"question"_s);
    m_model->flush();
    const TurnId turn = m_desk->begin(m_id, asked);
    m_desk->stream(m_id, turn, u"ans"_s);
    m_model->flush();
    auto edited = asked;
    edited.content = u"better question"_s;
    m_desk->log().append(m_id, MessageEdited{edited});
    m_desk->complete(m_id, turn, u"answer"_s);
    m_model->flush();
    ConversationModel recorded(&m_desk->app().record(), &m_desk->log());
    recorded.show(m_id);
    QCOMPARE(recorded.rowCount(), 2);
    QCOMPARE(m_model->rowCount(), 2);
    for (int row = 0; row < 2; ++row)
        QVERIFY(m_model->row(row) == recorded.row(row));
}

void ConversationModelTest::showsWhatArrivesInOneFrameTogether()
{
    m_model->show(m_id);
    QSignalSpy inserted(m_model.get(), &QAbstractItemModel::rowsInserted);
    for (int i = 0; i < 100; ++i)
        m_desk->seen(m_id, u"ana"_s, QString::number(i));
    QCOMPARE(m_model->rowCount(), 0);
    QTRY_COMPARE(m_model->rowCount(), 100);
    QCOMPARE(inserted.size(), 1);
}

void ConversationModelTest::aReplyGrowsInItsRow()
{
    m_model->show(m_id);
    const TurnId turn = m_desk->begin(m_id, m_desk->seen(m_id, u"ana"_s, u"hi"_s));
    m_model->flush();
    QVERIFY(m_model->isLive());
    QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
    m_desk->stream(m_id, turn, u"Hel"_s);
    m_desk->stream(m_id, turn, u"lo"_s);
    m_model->flush();
    QCOMPARE(changed.size(), 1);
    QCOMPARE(changed.first().first().toModelIndex().row(), 1);
    QCOMPARE(bodies().last(), u"Hello"_s);
    m_desk->complete(m_id, turn, u"Hello."_s);
    m_model->flush();
    QCOMPARE(bodies().last(), u"Hello."_s);
    QVERIFY(!m_model->isLive());
    QCOMPARE(m_model->newestSetup(), u"prompt v7 · claude-sonnet-5-5"_s);
}

void ConversationModelTest::aChangeOfARowThatIsNotShownYetIsInIt()
{
    m_model->show(m_id);
    const auto bot = m_desk->seen(m_id, u"GitHub"_s, u"opened"_s);
    m_desk->log().append(m_id, MessageIgnored{bot.id, IgnoreReason::WrittenByBot});
    m_model->flush();
    QCOMPARE(m_model->rowCount(), 1);
    QVERIFY(m_model->text(0).faded);
}

void ConversationModelTest::theMatesRowsHaveItsNameAndPicture()
{
    const auto asked = m_desk->seen(m_id, u"ana"_s, u"question"_s);
    m_desk->complete(m_id, m_desk->begin(m_id, asked), u"answer"_s);
    m_model->show(m_id);
    QCOMPARE(m_model->text(1).author, u"Maya"_s);
    QVERIFY(m_model->picture(m_model->text(1)).isEmpty());
    QSignalSpy redrawn(m_model.get(), &QAbstractItemModel::dataChanged);
    m_model->setMate(u"Nova"_s, "picture");
    QCOMPARE(redrawn.count(), 1);
    QCOMPARE(m_model->text(1).author, u"Nova"_s);
    QCOMPARE(m_model->picture(m_model->text(1)), QByteArray("picture"));
    QVERIFY2(m_model->picture(m_model->text(0)).isEmpty(), "people's pictures are not fetched");
}

void ConversationModelTest::aPlaybackGivesTheLiveRowsAtEveryPrefix()
{
    QList<LogRecord> records;
    QList<QList<ConversationRow>> live;
    m_model->show(m_id);
    connect(&m_desk->log(), &ConversationLog::appended, m_model.get(), [&](const LogRecord &record) {
        m_model->flush();
        records << record;
        QList<ConversationRow> rows;
        for (int row = 0; row < m_model->rowCount(); ++row)
            rows << m_model->row(row);
        live << rows;
    });
    auto asked = m_desk->seen(m_id, u"ana"_s, u"queston"_s);
    const auto turn = m_desk->begin(m_id, asked);
    m_desk->stream(m_id, turn, u"an"_s);
    asked.content = u"question"_s;
    m_desk->log().append(m_id, MessageEdited{asked});
    m_desk->stream(m_id, turn, u"swer"_s);
    m_desk->complete(m_id, turn, u"answer"_s);
    const auto bot = m_desk->seen(m_id, u"GitHub"_s, u"opened"_s);
    m_desk->log().append(m_id, MessageIgnored{bot.id, IgnoreReason::WrittenByBot});
    m_desk->log().append(m_id, MessageDeleted{asked.id});
    m_desk->fail(m_id, m_desk->begin(m_id, bot), u"Overloaded."_s);
    QVERIFY(records.size() > 12);

    const auto played = [&](qsizetype happened) {
        m_model->showMoment(happened > 0 ? records.at(happened - 1).seq : 0, readClock().wall.count());
        QList<ConversationRow> rows;
        for (int row = 0; row < m_model->rowCount(); ++row)
            rows << m_model->row(row);
        return rows;
    };
    for (qsizetype happened = 1; happened <= records.size(); ++happened)
        QVERIFY2(played(happened) == live.at(happened - 1), qPrintable(QString::number(happened)));
    for (qsizetype happened = records.size(); happened >= 1; --happened)
        QVERIFY2(played(happened) == live.at(happened - 1), qPrintable(QString::number(happened)));
    QVERIFY(played(0).isEmpty());
    disconnect(&m_desk->log(), nullptr, m_model.get(), nullptr);
}

void ConversationModelTest::whatHappensDuringAPlaybackIsShownAfterIt()
{
    m_desk->seen(m_id, u"ana"_s, u"first"_s);
    m_model->show(m_id);
    const auto records = m_desk->app().record().read(m_id);
    QVERIFY(records);
    m_model->showMoment(records->constFirst().seq, readClock().wall.count());
    QVERIFY(m_model->isPlayback());
    m_desk->seen(m_id, u"ana"_s, u"second"_s);
    m_model->flush();
    QCOMPARE(bodies(), QStringList{u"first"_s});
    m_model->endPlayback();
    QVERIFY(!m_model->isPlayback());
    QCOMPARE(bodies(), (QStringList{u"first"_s, u"second"_s}));
}

void ConversationModelTest::otherConversationsDoNotShow()
{
    m_model->show(m_id);
    m_desk->seen({m_id.mate, {999}}, u"lee"_s, u"elsewhere"_s);
    m_desk->log().append(m_id.mate, PromptSaved{2});
    m_model->flush();
    QCOMPARE(m_model->rowCount(), 0);
}

void ConversationModelTest::keepsAWindowOfTheNewestRows()
{
    m_tester.reset(); // it reads every row on every change
    m_model->show(m_id);
    const int many = ConversationModel::windowRows + 600;
    for (int i = 0; i < many; ++i)
        m_desk->seen(m_id, u"ana"_s, QString::number(i));
    m_model->flush();
    QCOMPARE(m_model->rowCount(), ConversationModel::windowRows);
    QCOMPARE(m_model->text(m_model->rowCount() - 1).body, QString::number(many - 1));
    QCOMPARE(m_model->text(0).body, QString::number(600));
    const auto last = m_desk->seen(m_id, u"ana"_s, u"last"_s);
    m_desk->log().append(m_id, MessageDeleted{last.id});
    m_model->flush();
    QVERIFY(m_model->text(m_model->rowCount() - 1).faded);
}

void ConversationModelTest::theWindowMovesBackAndForth()
{
    m_tester.reset();
    m_model->show(m_id);
    const int many = ConversationModel::windowRows + 1600;
    for (int i = 0; i < many; ++i)
        m_desk->seen(m_id, u"ana"_s, QString::number(i));
    m_model->flush();
    QVERIFY(m_model->hasOlder() && !m_model->hasNewer());
    int moves = 0;
    for (; m_model->hasOlder(); ++moves)
        m_model->showOlder();
    QVERIFY(moves > 1);
    QCOMPARE(m_model->text(0).body, u"0"_s);
    QCOMPARE(m_model->rowCount(), ConversationModel::windowRows);
    QVERIFY(m_model->hasNewer());
    // What arrives now is beyond the window, and counted.
    QSignalSpy arrived(m_model.get(), &ConversationModel::arrived);
    const int rows = m_model->rowCount();
    m_desk->seen(m_id, u"ana"_s, u"beyond"_s);
    m_model->flush();
    QCOMPARE(arrived.size(), 1);
    QCOMPARE(m_model->rowCount(), rows);
    while (m_model->hasNewer())
        m_model->showNewer();
    QCOMPARE(m_model->text(m_model->rowCount() - 1).body, u"beyond"_s);
    QCOMPARE(m_model->rowCount(), ConversationModel::windowRows);
    m_model->showOlder();
    m_model->showNewest();
    QCOMPARE(m_model->text(m_model->rowCount() - 1).body, u"beyond"_s);
}

void ConversationModelTest::whileTheReaderIsElsewhereTheirRowsStay()
{
    m_tester.reset();
    m_model->show(m_id);
    m_model->setReaderAtEnd(false);
    for (int i = 0; i < ConversationModel::windowRows + 600; ++i)
        m_desk->seen(m_id, u"ana"_s, QString::number(i));
    m_model->flush();
    QCOMPARE(m_model->text(0).body, u"0"_s);
    QVERIFY(m_model->hasNewer());
}

void ConversationModelTest::aReplyNamesItsQuestionWhereItIsNotRightAbove()
{
    m_model->show(m_id);
    const auto first = m_desk->seen(m_id, u"ana"_s, u"the first"_s);
    m_desk->seen(m_id, u"lee"_s, u"between"_s);
    m_desk->begin(m_id, first);
    const auto second = m_desk->seen(m_id, u"ana"_s, u"the second"_s);
    m_desk->begin(m_id, second);
    m_model->flush();
    QCOMPARE(m_model->text(2).reference, u"ana  the first"_s);
    QCOMPARE(m_model->text(4).reference, QString());
}

void ConversationModelTest::knowsWhoIsMentioned()
{
    m_model->show(m_id);
    auto message = m_desk->message(m_id.channel, u"ana"_s, u"hi <@42>"_s);
    discord::User lee;
    lee.id = {42};
    lee.username = u"lee"_s;
    message.mentions = {lee};
    m_desk->log().append(m_id, MessageSeen{message});
    m_model->flush();
    QCOMPARE(m_model->names().value(42), u"lee"_s);
}

LOOPFLOW_TEST(ConversationModelTest)
#include "tst_conversationmodel.moc"
