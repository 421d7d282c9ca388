#include "core/host/readfile.h"

#include "tests/support/test.h"

#include <QFile>
#include <QTemporaryDir>

#include <sys/stat.h>
#include <thread>

using namespace loopflow;
using namespace Qt::StringLiterals;

class TestReadFile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void readsOneByteMoreThanTheLimit_data();
    void readsOneByteMoreThanTheLimit();
    void readsAPipeToItsEnd();
    void saysWhyNot();

private:
    QTemporaryDir m_folder;
};

void TestReadFile::readsOneByteMoreThanTheLimit_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("read");
    QTest::newRow("empty") << QByteArray() << QByteArray();
    QTest::newRow("at the limit") << QByteArray("four") << QByteArray("four");
    QTest::newRow("over the limit") << QByteArray("four and more") << QByteArray("four ");
}

void TestReadFile::readsOneByteMoreThanTheLimit()
{
    QFETCH(QByteArray, content);
    QFETCH(QByteArray, read);
    QFile file(m_folder.filePath(u"file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(content);
    file.close();
    QCOMPARE(readFile(file.fileName(), 4), (ReadFile{file.fileName(), read, {}, false}));
}

void TestReadFile::readsAPipeToItsEnd()
{
    const QString path = m_folder.filePath(u"pipe"_s);
    QCOMPARE(::mkfifo(QFile::encodeName(path).constData(), 0600), 0);
    std::thread writer([path] { // opening it waits for the reader
        QFile pipe(path);
        if (pipe.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            pipe.write("through a pipe");
    });
    const ReadFile read = readFile(path, 100);
    writer.join();
    QCOMPARE(read.bytes, QByteArray("through a pipe"));
    QCOMPARE(read.problem, QString());
}

void TestReadFile::saysWhyNot()
{
    const ReadFile absent = readFile(m_folder.filePath(u"absent"_s), 4);
    QVERIFY2(absent.problem.startsWith(u"It could not be read") && absent.problem.endsWith(u'.'),
        qPrintable(absent.problem));
    QVERIFY(!readFile(m_folder.path(), 4).problem.isEmpty()); // a folder
}

LOOPFLOW_TEST(TestReadFile)
#include "tst_readfile.moc"
