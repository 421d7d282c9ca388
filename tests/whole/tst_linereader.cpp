#include "tests/support/test.h"

#include "app/linereader.h"

#include <QSignalSpy>

#include <unistd.h>

using namespace loopflow;
using namespace Qt::StringLiterals;

/// A pipe whose reading end a LineReader has.
class Pipe {
public:
    Pipe() { m_open = pipe(m_ends) == 0; }
    ~Pipe()
    {
        closeWriteEnd();
        close(m_ends[0]);
    }
    Q_DISABLE_COPY_MOVE(Pipe)

    int readEnd() const { return m_ends[0]; }
    bool write(const QByteArray &bytes)
    {
        return m_open && ::write(m_ends[1], bytes.constData(), size_t(bytes.size())) == bytes.size();
    }
    void closeWriteEnd()
    {
        if (std::exchange(m_open, false))
            close(m_ends[1]);
    }

private:
    int m_ends[2] = {-1, -1};
    bool m_open = false;
};

class TestLineReader : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void givesTheSameLinesHoweverTheyAreCut();
    void theLastLineNeedsNoLineBreak();
    void cutsALineThatNeverEnds();
};

void TestLineReader::givesTheSameLinesHoweverTheyAreCut()
{
    const QByteArray text = "one\r\n\ntwo \xc3\xa9\nthree\n";
    const QStringList expected{u"one"_s, {}, u"two é"_s, u"three"_s};
    for (qsizetype cut = 0; cut <= text.size(); ++cut) {
        Pipe pipe;
        LineReader reader(pipe.readEnd());
        QStringList lines;
        connect(&reader, &LineReader::lineRead, this, [&](const QString &line) { lines.append(line); });
        QSignalSpy ended(&reader, &LineReader::ended);
        if (cut > 0) {
            QVERIFY(pipe.write(text.left(cut)));
            QTRY_COMPARE(lines.size(), text.left(cut).count('\n'));
        }
        QVERIFY(cut == text.size() || pipe.write(text.mid(cut)));
        pipe.closeWriteEnd();
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(lines, expected);
    }
}

void TestLineReader::theLastLineNeedsNoLineBreak()
{
    Pipe pipe;
    LineReader reader(pipe.readEnd());
    QSignalSpy lines(&reader, &LineReader::lineRead);
    QSignalSpy ended(&reader, &LineReader::ended);
    QVERIFY(pipe.write("hello"));
    pipe.closeWriteEnd();
    QTRY_COMPARE(ended.size(), 1);
    QCOMPARE(lines.size(), 1);
    QCOMPARE(lines[0][0].toString(), u"hello"_s);
}

void TestLineReader::cutsALineThatNeverEnds()
{
    Pipe pipe;
    LineReader reader(pipe.readEnd());
    qsizetype longest = 0;
    qsizetype sum = 0;
    connect(&reader, &LineReader::lineRead, this, [&](const QString &line) {
        longest = std::max(longest, line.size());
        sum += line.size();
    });
    qsizetype written = 0;
    const QByteArray piece(4096, 'x');
    while (written < 200 * 1024) {
        QVERIFY(pipe.write(piece));
        written += piece.size();
        QCoreApplication::processEvents();
    }
    pipe.closeWriteEnd();
    QTRY_COMPARE(sum, written);
    QCOMPARE(longest, 64 * 1024);
}

LOOPFLOW_TEST(TestLineReader)
#include "tst_linereader.moc"
