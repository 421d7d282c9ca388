#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/conversationpane.h"
#include "ui/inspector/eventspage.h"
#include "ui/inspector/playbackbar.h"
#include "ui/inspector/turnpane.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>
#include <QTableView>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class PlaybackBarTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void playsTheConversationFromItsStart();
    void stepsAndScrubs();
    void endsWithTheLiveConversation();
    void anotherConversationEndsIt();
    void saysThatThereIsNothingToPlay();
    void readsALongRecordBeforeItPlays();
    void escapeEndsTheReading();
    void leavesOutReplays();
    void anOpenTurnIsShownAsItWasAtTheMoment();

private:
    /// A record that takes more than one slice to read.
    void fill();
    template <class T> T *the(const char *name) { return find<T>(m_bar.get(), name); }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<ConversationModel> m_model;
    std::unique_ptr<PlaybackBar> m_bar;
    ConversationId m_id;
};

void PlaybackBarTest::init()
{
    m_desk = std::make_unique<Desk>();
    m_id = {m_desk->addMate(u"Maya"_s).id, {101}};
    m_desk->goBack(Milliseconds(3'600'000));
    const auto asked = m_desk->seen(m_id, u"ana"_s, u"question"_s);
    m_desk->complete(m_id, m_desk->begin(m_id, asked), u"answer"_s, Milliseconds(50));
    m_desk->goBack(Milliseconds(1'800'000));
    m_desk->seen(m_id, u"ana"_s, u"half an hour later"_s);
    m_desk->goBack({});
    m_model = std::make_unique<ConversationModel>(&m_desk->app().record(), &m_desk->log());
    m_bar = std::make_unique<PlaybackBar>(&m_desk->app().record(), m_model.get());
    m_model->show(m_id);
}

void PlaybackBarTest::cleanup()
{
    m_bar.reset();
    m_model.reset();
    m_desk.reset();
}

void PlaybackBarTest::playsTheConversationFromItsStart()
{
    QVERIFY(!m_bar->isVisible());
    the<QCheckBox>("playbackSkip")->setChecked(true);
    the<QComboBox>("playbackSpeed")->setCurrentIndex(4);
    m_bar->open();
    QVERIFY(m_bar->isVisible());
    QVERIFY(m_model->rowCount() < 3);
    QTRY_COMPARE(m_model->rowCount(), 3);
    QCOMPARE(m_model->text(1).body, u"answer"_s);
    QTRY_COMPARE(the<QPushButton>("playbackPlay")->accessibleName(), u"Play (Space)"_s);
    QCOMPARE(the<QSlider>("playbackSlider")->value(), the<QSlider>("playbackSlider")->maximum());
    QVERIFY(the<QLabel>("playbackMoment")->text().contains(u"of 7 events"));
    QTest::keyClick(m_bar.get(), Qt::Key_Space); // once more
    QVERIFY(m_model->rowCount() < 3);
    QTRY_COMPARE(m_model->rowCount(), 3);
}

void PlaybackBarTest::stepsAndScrubs()
{
    m_bar->open();
    QTest::keyClick(m_bar.get(), Qt::Key_Space);
    QCOMPARE(the<QPushButton>("playbackPlay")->accessibleName(), u"Play (Space)"_s);
    while (the<QPushButton>("playbackBack")->isEnabled())
        the<QPushButton>("playbackBack")->click();
    QCOMPARE(m_model->rowCount(), 0);
    QTest::keyClick(m_bar.get(), Qt::Key_Right);
    QCOMPARE(m_model->rowCount(), 1);
    QTest::keyClick(m_bar.get(), Qt::Key_Right);
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(m_model->text(1).live);
    QTest::keyClick(m_bar.get(), Qt::Key_Left);
    QCOMPARE(m_model->rowCount(), 1);
    the<QSlider>("playbackSlider")->setValue(5000);
    QCOMPARE(m_model->rowCount(), 2);
    QVERIFY(!m_model->text(1).live);
    the<QSlider>("playbackSlider")->setValue(10'000);
    QCOMPARE(m_model->rowCount(), 3);
    QVERIFY(!the<QPushButton>("playbackOn")->isEnabled());
}

void PlaybackBarTest::endsWithTheLiveConversation()
{
    QSignalSpy changed(m_bar.get(), &PlaybackBar::openChanged);
    m_bar->open();
    QTest::keyClick(m_bar.get(), Qt::Key_Space);
    const int shown = m_model->rowCount();
    QVERIFY(shown < 3);
    m_desk->seen(m_id, u"ana"_s, u"meanwhile"_s);
    m_model->flush();
    QCOMPARE(m_model->rowCount(), shown);
    QTest::keyClick(m_bar.get(), Qt::Key_Escape);
    QVERIFY(!m_bar->isVisible());
    QVERIFY(!m_model->isPlayback());
    QCOMPARE(m_model->rowCount(), 4);
    QCOMPARE(changed.count(), 2);
}

void PlaybackBarTest::anotherConversationEndsIt()
{
    m_desk->seen({m_id.mate, {102}}, u"lee"_s, u"hi"_s);
    m_bar->open();
    m_model->show({m_id.mate, {102}});
    QVERIFY(!m_bar->isVisible());
    QVERIFY(!m_bar->isOpen());
    QCOMPARE(m_model->rowCount(), 1);
}

void PlaybackBarTest::saysThatThereIsNothingToPlay()
{
    QSignalSpy said(m_bar.get(), &PlaybackBar::said);
    m_model->show({m_id.mate, {999}});
    m_bar->open();
    QVERIFY(!m_bar->isVisible());
    QCOMPARE(said.count(), 1);
}

void PlaybackBarTest::fill()
{
    for (int i = 0; i < 60'000; ++i) {
        m_desk->log().append(m_id, NoteAdded{u"note"_s});
        if (i % 5000 == 0)
            QVERIFY(m_desk->app().record().flush());
    }
}

void PlaybackBarTest::readsALongRecordBeforeItPlays()
{
    fill();
    m_model->show(m_id);
    m_bar->open();
    QVERIFY(m_bar->isVisible());
    QVERIFY(!the<QSlider>("playbackSlider")->isEnabled());
    QVERIFY(the<QLabel>("playbackMoment")->text().startsWith(u"Reading the record"));
    QVERIFY(!m_model->isPlayback());
    QTest::keyClick(m_bar.get(), Qt::Key_Space); // nothing to play yet
    QTRY_VERIFY(the<QSlider>("playbackSlider")->isEnabled());
    QVERIFY(m_model->isPlayback());
    QVERIFY(the<QLabel>("playbackMoment")->text().contains(u"of 60,007 events"));
    the<QSlider>("playbackSlider")->setValue(10'000);
    QCOMPARE(m_model->row(m_model->rowCount() - 1).note, u"note"_s);
    the<QSlider>("playbackSlider")->setValue(0);
    QVERIFY(m_model->rowCount() < 3);
}

void PlaybackBarTest::escapeEndsTheReading()
{
    fill();
    m_model->show(m_id);
    QSignalSpy changed(m_bar.get(), &PlaybackBar::openChanged);
    m_bar->open();
    QVERIFY(!the<QSlider>("playbackSlider")->isEnabled());
    QTest::keyClick(m_bar.get(), Qt::Key_Escape);
    QVERIFY(!m_bar->isVisible());
    QVERIFY(!m_bar->isOpen());
    QCOMPARE(changed.count(), 2);
    QVERIFY(!m_model->isPlayback());
    m_bar->open();
    m_model->show({m_id.mate, {102}}); // another conversation does, too
    QVERIFY(!m_bar->isOpen());
}

void PlaybackBarTest::leavesOutReplays()
{
    TurnStarted again;
    again.asked = {m_desk->message(m_id.channel, u"ana"_s, u"question"_s)};
    again.replayOf = TurnId{1};
    const TurnId replay = m_desk->log().begin(m_id, again);
    m_desk->log().append(m_id, replay, TurnFinished{});
    m_bar->open();
    QVERIFY(the<QLabel>("playbackMoment")->text().contains(u"of 7 events"));
}

void PlaybackBarTest::anOpenTurnIsShownAsItWasAtTheMoment()
{
    ConversationPane pane(m_desk->services());
    pane.resize(800, 700);
    pane.QWidget::show();
    pane.show(m_id, *m_desk->mates().mate(m_id.mate), u"ana"_s, false);
    pane.inspect(1);
    TurnPane *turn = pane.turnPane();
    auto *events = find<EventsPage>(turn, "eventsPage");
    turn->showPage(events);
    auto *table = find<QTableView>(turn, "eventTable");
    const int all = table->model()->rowCount();
    QVERIFY(all > 2);
    PlaybackBar *bar = pane.playback();
    bar->open();
    QTest::keyClick(bar, Qt::Key_Space);
    auto *back = find<QPushButton>(bar, "playbackBack");
    while (back->isEnabled())
        back->click();
    QCOMPARE(table->model()->rowCount(), 0);
    QVERIFY(!turn->trace().isBegun());
    auto *on = find<QPushButton>(bar, "playbackOn");
    on->click(); // the question
    QCOMPARE(table->model()->rowCount(), 0);
    for (int happened = 1; happened <= 3; ++happened) {
        on->click();
        QCOMPARE(table->model()->rowCount(), qMin(happened, all));
    }
    back->click();
    QCOMPARE(table->model()->rowCount(), 2);
    QVERIFY(!turn->trace().isOver());
    bar->close();
    QCOMPARE(table->model()->rowCount(), all);
}

LOOPFLOW_TEST(PlaybackBarTest)
#include "tst_playbackbar.moc"
