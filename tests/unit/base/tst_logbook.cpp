#include "core/base/logbook.h"

#include "tests/support/test.h"

#include <QSignalSpy>
#include <QThread>

using namespace loopflow;
using namespace Qt::StringLiterals;

class LogBookTest : public QObject {
    Q_OBJECT

    static LogLine line(const QString &text)
    {
        LogLine made;
        made.text = text;
        return made;
    }

private Q_SLOTS:
    void numbersLinesAndGivesThoseAfterOne()
    {
        LogBook book;
        for (const QString &text : {u"a"_s, u"b"_s, u"c"_s})
            book.add(line(text));
        QCOMPARE(book.after(0).size(), 3);
        QCOMPARE(book.after(0).constFirst().number, 1);
        QCOMPARE(book.after(2).size(), 1);
        QCOMPARE(book.after(2).constFirst().text, u"c"_s);
        QVERIFY(book.after(3).isEmpty());
    }

    void keepsTheNewest()
    {
        LogBook book;
        for (qsizetype i = 1; i <= LogBook::limit + 10; ++i)
            book.add(line(QString::number(i)));
        QCOMPARE(book.after(0).size(), LogBook::limit);
        QCOMPARE(book.after(0).constFirst().text, u"11"_s);
        QCOMPARE(book.after(5).constFirst().number, 11);
    }

    void tellsOnceOfABurst()
    {
        LogBook book;
        QSignalSpy grown(&book, &LogBook::grown);
        for (int i = 0; i < 100; ++i)
            book.add(line(u"x"_s));
        QCOMPARE(grown.size(), 0);
        QCoreApplication::processEvents();
        QCOMPARE(grown.size(), 1);
        book.add(line(u"y"_s));
        QCoreApplication::processEvents();
        QCOMPARE(grown.size(), 2);
    }

    void takesLinesFromOtherThreadsAndTellsOnItsOwn()
    {
        LogBook book;
        QThread *told = nullptr;
        connect(&book, &LogBook::grown, this, [&] { told = QThread::currentThread(); },
            Qt::DirectConnection);
        const std::unique_ptr<QThread> other(QThread::create([&] {
            for (int i = 0; i < 50; ++i)
                book.add(line(u"x"_s));
        }));
        other->start();
        QVERIFY(other->wait());
        QCoreApplication::processEvents();
        QCOMPARE(book.after(0).size(), 50);
        QCOMPARE(told, thread());
    }
};

LOOPFLOW_TEST(LogBookTest)
#include "tst_logbook.moc"
