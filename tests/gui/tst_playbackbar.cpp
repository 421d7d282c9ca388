#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/inspector/playbackbar.h"

#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QSlider>

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

private:
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

LOOPFLOW_TEST(PlaybackBarTest)
#include "tst_playbackbar.moc"
