#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/goto/gotomodel.h"
#include "ui/inspector/conversationmodel.h"
#include "ui/mainwindow.h"
#include "ui/mates/matelistmodel.h"
#include "ui/tray.h"
#include "ui/widgets/noticebar.h"
#include "ui/widgets/rowdelegate.h"

#include <QDir>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QScopeGuard>
#include <QSettings>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

// The window's frame: many mates, going to anything, the tray, from the right.
// With LOOPFLOW_SCREENSHOTS=FOLDER the pictures are kept there.
class FrameScreenshots : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void manyMatesAndWhatTheyAreFoundBy_data();
    void manyMatesAndWhatTheyAreFoundBy();
    void namesAndRepliesOfAnyLength_data() { manyMatesAndWhatTheyAreFoundBy_data(); }
    void namesAndRepliesOfAnyLength();
    void fromTheRight();
    void theTraysIcons();

private:
    void keep(const QImage &image, const QString &name);
    void tellStates(MainWindow &window);

    std::unique_ptr<Desk> m_desk;
};

void FrameScreenshots::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    m_desk = std::make_unique<Desk>();
    const ConversationId ana{m_desk->addMate(u"Maya"_s).id, {101}};
    for (const QString &name : {u"Merlin"_s, u"Kaito"_s, u"Release notes"_s, u"נעמי Nomi"_s})
        m_desk->addMate(name);
    const auto asked = m_desk->seen(ana, u"ana"_s, u"can you check the retry loop in the uploader?"_s);
    m_desk->complete(ana, m_desk->begin(ana, asked), u"The loop treats `ENOSPC` like a network error."_s);
    m_desk->seen({ana.mate, {102}}, u"lee"_s, u"is the staging disk full again?"_s);
}

void FrameScreenshots::keep(const QImage &image, const QString &name)
{
    QVERIFY(!image.isNull());
    if (const QString folder = qEnvironmentVariable("LOOPFLOW_SCREENSHOTS"); !folder.isEmpty()) {
        QDir().mkpath(folder);
        QVERIFY(image.save(QDir(folder).filePath(name + u".png"_s)));
    }
}

void FrameScreenshots::tellStates(MainWindow &window)
{
    auto *states = window.findChild<MateListModel *>();
    const auto id = [&](int row) { return states->index(row).data(IdRole).value<MateId>(); };
    auto refused = *m_desk->mates().mate(id(3));
    refused.paused = false;
    QVERIFY(m_desk->mates().update(refused));
    states->setState(id(0), {MatePhase::Online, 1, {}, {}, {}});
    states->setState(id(1), {MatePhase::Online, 0, {}, {}, {}});
    states->setState(
        id(2), {MatePhase::Waiting, 0, u"The connection broke."_s, readClock() + Milliseconds(8000), {}});
    states->setState(
        id(3), {MatePhase::Failed, 0, u"Discord refused the token. Copy it again."_s, {}, {}});
}

void FrameScreenshots::manyMatesAndWhatTheyAreFoundBy_data()
{
    QTest::addColumn<QString>("theme");
    QTest::newRow("light") << u"light"_s;
    QTest::newRow("dark") << u"dark"_s;
}

void FrameScreenshots::manyMatesAndWhatTheyAreFoundBy()
{
    QFETCH(QString, theme);
    for (int i = 0; i < 200; ++i)
        m_desk->addMate(i % 9 == 4 ? u"A mate with a name that is longer than its row %1"_s.arg(i)
                                   : u"Helper %1"_s.arg(i));
    MainWindow window(m_desk->services());
    window.resize(pictureSize());
    window.show();
    find<QAction>(&window, theme == u"dark"_s ? "theme2" : "theme1")->trigger();
    tellStates(window);
    find<NoticeBar>(&window, "noticeBar")
        ->tell(u"3 mates were imported.\nnova.md: the section “Hobbies” is not one that Loopflow knows; "
               "it was kept at the end of the prompt."_s,
            {find<QAction>(&window, "undoImport")});
    QCoreApplication::processEvents();
    keep(window.grab().toImage(), u"many-mates-"_s + theme);
    find<QAction>(&window, "goTo")->trigger();
    QTRY_VERIFY(window.findChild<GotoModel *>()->isComplete());
    keep(window.grab().toImage(), u"goto-"_s + theme);
    QTest::keyClicks(find<QLineEdit>(&window, "gotoField"), u"ma"_s);
    keep(window.grab().toImage(), u"goto-typed-"_s + theme);
}

void FrameScreenshots::namesAndRepliesOfAnyLength()
{
    QFETCH(QString, theme);
    const MateId mate = m_desk->addMate(u"The assistant of the department of infrastructure, storage and night shifts"_s).id;
    m_desk->addMate(u"مساعد فريق البنية التحتية"_s);
    m_desk->addMate(u"🚀🎉 Launch"_s);
    m_desk->addMate(u"日本語の名前を持つとても長い名前のメイト"_s);
    const auto say = [&](quint64 channel, const QString &who, const QString &question, const QString &answer) {
        const ConversationId here{mate, {channel}};
        m_desk->complete(here, m_desk->begin(here, m_desk->seen(here, who, question)), answer, Milliseconds(2100));
    };
    say(201, u"نورا"_s, u"كيف حال القرص؟"_s, u"القرص ممتلئ بنسبة 91%، ويمكن حذف السجلات القديمة."_s);
    say(202, u"Wolfeschlegelsteinhausenbergerdorff the Elder of the Night Shift"_s, u"👩‍💻🏳️‍🌈"_s, u"👍🏽"_s);
    QString story;
    for (int word = 1; word <= 4000; ++word)
        story += (word % 80 == 1 ? u"\n\n## Part %1\n"_s.arg(word / 80 + 1) : u" "_s)
            + QStringList{u"the"_s, u"uploader"_s, u"waits"_s, u"for"_s, u"room"_s}.at(word % 5);
    say(203, u"ana"_s, u"tell me everything"_s, story);
    MainWindow window(m_desk->services());
    window.resize(pictureSize());
    window.show();
    find<QAction>(&window, theme == u"dark"_s ? "theme2" : "theme1")->trigger();
    auto *mates = find<QListView>(&window, "mateList");
    mates->setCurrentIndex(mates->model()->index(5, 0));
    QTRY_COMPARE(window.findChild<ConversationModel *>()->rowCount(), 2);
    QCoreApplication::processEvents();
    keep(window.grab().toImage(), u"long-names-"_s + theme);
}

void FrameScreenshots::fromTheRight()
{
    QGuiApplication::setLayoutDirection(Qt::RightToLeft);
    const auto back = qScopeGuard([] { QGuiApplication::setLayoutDirection(Qt::LeftToRight); });
    MainWindow window(m_desk->services());
    window.resize(pictureSize());
    window.show();
    tellStates(window);
    auto *mates = find<QListView>(&window, "mateList");
    mates->setCurrentIndex(mates->model()->index(0, 0));
    QCoreApplication::processEvents();
    // The avatars are at the right, where reading begins.
    const QImage list = mates->grab().toImage();
    const QRect row = mates->visualRect(mates->model()->index(1, 0));
    const auto coloured = [&](int x) {
        const QPointF place = QPointF(x, row.center().y() - 10) * list.devicePixelRatio();
        return list.pixelColor(place.toPoint()).saturation() > 60;
    };
    QVERIFY(coloured(row.right() - 18) && !coloured(row.left() + 18));
    keep(window.grab().toImage(), u"right-to-left"_s);
    find<QAction>(&window, "goTo")->trigger();
    QTRY_VERIFY(window.findChild<GotoModel *>()->isComplete());
    keep(window.grab().toImage(), u"right-to-left-goto"_s);
}

void FrameScreenshots::theTraysIcons()
{
    QImage sheet(4 * 160, 80, QImage::Format_ARGB32);
    sheet.fill(QGuiApplication::palette().color(QPalette::Window));
    QPainter painter(&sheet);
    for (int i = 0; i < 4; ++i) {
        const QIcon icon = trayIcon(Wellbeing(i));
        painter.drawPixmap(i * 160 + 8, 8, icon.pixmap(64, 64));
        painter.drawPixmap(i * 160 + 80, 8, icon.pixmap(22, 22));
        painter.drawPixmap(i * 160 + 110, 8, icon.pixmap(16, 16));
    }
    painter.end();
    keep(sheet, u"tray"_s);
}

LOOPFLOW_TEST(FrameScreenshots)
#include "tst_framescreenshots.moc"
