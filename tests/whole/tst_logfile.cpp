#include "app/logfile.h"

#include "app/logging.h"
#include "tests/support/test.h"

#include <QDir>
#include <QLoggingCategory>
#include <QTemporaryDir>

using namespace loopflow;
using namespace Qt::StringLiterals;

class LogFileTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void addsToWhatIsThere();
    void keepsTheFileBeforeTheNewestAndNoMore();
    void isForItsOwnerOnly();
    void losesLinesWhereItMayNotWrite();
    void getsTheLinesOfTheLog();

private:
    QByteArray textOf(const QString &name) const
    {
        QFile file(QDir(m_folder->path()).filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    std::unique_ptr<QTemporaryDir> m_folder = std::make_unique<QTemporaryDir>();

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
};

void LogFileTest::addsToWhatIsThere()
{
    LogFile(m_folder->path()).write("one");
    LogFile(m_folder->path()).write("two");
    QCOMPARE(textOf(u"loopflow.log"_s), QByteArray("one\ntwo\n"));
}

void LogFileTest::keepsTheFileBeforeTheNewestAndNoMore()
{
    LogFile file(m_folder->path(), 10);
    for (const char *line : {"aaaa", "bbbb", "cccc", "dddd", "eeee"})
        file.write(line);
    QCOMPARE(textOf(u"loopflow.log"_s), QByteArray("eeee\n"));
    QCOMPARE(textOf(u"loopflow.1.log"_s), QByteArray("cccc\ndddd\n"));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files).size(), 2);
}

void LogFileTest::isForItsOwnerOnly()
{
    LogFile(m_folder->path()).write("one");
    const auto others = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!(QFile::permissions(QDir(m_folder->path()).filePath(u"loopflow.log"_s)) & others));
}

void LogFileTest::losesLinesWhereItMayNotWrite()
{
    LogFile file(QDir(m_folder->path()).filePath(u"nowhere"_s));
    file.write("one");
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void LogFileTest::getsTheLinesOfTheLog()
{
    const auto before = qInstallMessageHandler(nullptr);
    startLogging(false);
    logToFolder(m_folder->path());
    const qint64 last = logBook().after(0).isEmpty() ? 0 : logBook().after(0).constLast().number;
    qWarning("a token MTIzNDU2Nzg5MDEyMzQ1Njc4OTA.%s.abcdefghijklmnopqrstuvwxyz0123456789AB", "GabcDe");
    logToFolder({});
    qInstallMessageHandler(before);
    const QByteArray text = textOf(u"loopflow.log"_s);
    QVERIFY2(text.endsWith(" warning default a token •••\n"), text.constData());
    const QList<LogLine> lines = logBook().after(last);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines.constFirst().text, u"a token •••"_s);
    QCOMPARE(lines.constFirst().level, QtWarningMsg);
}

LOOPFLOW_TEST(LogFileTest)
#include "tst_logfile.moc"
