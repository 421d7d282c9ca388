#include "tests/gui/desk.h"
#include "tests/support/test.h"
#include "ui/mainwindow.h"
#include "ui/transcript/conversationexport.h"
#include "ui/widgets/noticebar.h"

#include <QFileDialog>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace loopflow;
using namespace loopflow::test;
using namespace Qt::StringLiterals;

class ConversationExportTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void writesEveryRowInSlices();
    void aCancelledOneLeavesNoFile();
    void saysWhyItCouldNotWrite();
    void saysWhatCouldNotBeReadAndWritesTheRest();
    void theWindowAsksWhereTo();

private:
    QString path(const QString &name) const { return m_folder->filePath(name); }
    QByteArray contents(const QString &name) const
    {
        QFile file(path(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Desk> m_desk;
    ConversationId m_id;
};

void ConversationExportTest::init()
{
    QSettings(u"Loopflow"_s, u"Loopflow"_s).clear();
    m_folder = std::make_unique<QTemporaryDir>();
    m_desk = std::make_unique<Desk>();
    m_id = {m_desk->addMate(u"Maya"_s).id, {101}};
    for (int i = 0; i < 300; ++i)
        m_desk->complete(m_id, m_desk->begin(m_id, m_desk->seen(m_id, u"ana"_s, u"question %1"_s.arg(i))),
            u"answer %1"_s.arg(i));
}

void ConversationExportTest::writesEveryRowInSlices()
{
    ConversationExport exporting(&m_desk->app().record());
    QSignalSpy progressed(&exporting, &ConversationExport::progressed);
    QSignalSpy finished(&exporting, &ConversationExport::finished);
    exporting.start(m_id, {u"Maya"_s, u"ana"_s, m_id.channel, readClock().wall.count()}, path(u"talk.json"_s));
    QVERIFY(exporting.isRunning());
    QVERIFY(!QFile::exists(path(u"talk.json"_s)));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished.first().at(1).toBool());
    QVERIFY(finished.first().first().toString().contains(u"talk.json"));
    QVERIFY(progressed.count() > 5);
    const auto whole = QJsonDocument::fromJson(contents(u"talk.json"_s));
    QCOMPARE(whole[u"rows"].toArray().size(), 600);
    QCOMPARE(whole[u"rows"][599][u"text"].toString(), u"answer 299"_s);
    QVERIFY(!exporting.isRunning());
    exporting.start(m_id, {u"Maya"_s, u"ana"_s, m_id.channel, 0}, path(u"talk.txt"_s));
    QTRY_COMPARE(finished.count(), 2);
    QVERIFY(contents(u"talk.txt"_s).startsWith("# Maya with ana"));
}

void ConversationExportTest::aCancelledOneLeavesNoFile()
{
    ConversationExport exporting(&m_desk->app().record());
    QSignalSpy progressed(&exporting, &ConversationExport::progressed);
    QSignalSpy finished(&exporting, &ConversationExport::finished);
    connect(&exporting, &ConversationExport::progressed, &exporting, &ConversationExport::cancel);
    exporting.start(m_id, {}, path(u"talk.html"_s));
    QTRY_COMPARE(progressed.count(), 1);
    QVERIFY(!exporting.isRunning());
    QCoreApplication::processEvents();
    QCOMPARE(finished.count(), 0);
    QCOMPARE(progressed.count(), 1);
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void ConversationExportTest::saysWhyItCouldNotWrite()
{
    ConversationExport exporting(&m_desk->app().record());
    QSignalSpy finished(&exporting, &ConversationExport::finished);
    exporting.start(m_id, {}, path(u"absent/talk.html"_s));
    QCOMPARE(finished.count(), 1);
    QVERIFY(!finished.first().at(1).toBool());
    QVERIFY(finished.first().first().toString().contains(u"absent/talk.html could not be written"));
}

void ConversationExportTest::saysWhatCouldNotBeReadAndWritesTheRest()
{
    m_desk->spoil(u"UPDATE event SET payload = x'00ff' WHERE seq = (SELECT min(seq) FROM event)"_s);
    m_desk->spoil(u"UPDATE event SET kind = 'FromTomorrow' WHERE seq = (SELECT max(seq) FROM event)"_s);
    ConversationExport exporting(&m_desk->app().record());
    QSignalSpy finished(&exporting, &ConversationExport::finished);
    exporting.start(m_id, {u"Maya"_s, u"ana"_s, m_id.channel, 0}, path(u"talk.json"_s));
    QTRY_COMPARE(finished.count(), 1);
    QVERIFY(finished.first().first().toString().endsWith(u"2 recorded events could not be read."));
    const auto whole = QJsonDocument::fromJson(contents(u"talk.json"_s));
    QCOMPARE(whole[u"rows"].toArray().size(), 599);
    QCOMPARE(whole[u"rows"][0][u"text"].toString(), u"answer 0"_s);
}

void ConversationExportTest::theWindowAsksWhereTo()
{
    QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
    MainWindow window(m_desk->services());
    window.show();
    auto *action = find<QAction>(&window, "exportConversation");
    QTRY_VERIFY(action->isEnabled());
    action->trigger();
    auto *dialog = find<QFileDialog>(&window, "exportDialog");
    QVERIFY(dialog->selectedFiles().first().endsWith(u"Maya with ana.html"));
    Q_EMIT dialog->fileSelected(path(u"talk.html"_s));
    dialog->close();
    QTRY_VERIFY(find<NoticeBar>(&window, "noticeBar")->text().contains(u"was written to talk.html"));
    QVERIFY(contents(u"talk.html"_s).contains("answer 299"));
}

LOOPFLOW_TEST(ConversationExportTest)
#include "tst_conversationexport.moc"
