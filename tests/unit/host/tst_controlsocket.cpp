#include "tests/support/test.h"

#include "core/host/controlsocket.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <unistd.h>

using namespace loopflow;
using namespace Qt::StringLiterals;

static uint modeOf(const QString &path)
{
    struct stat status { };
    return ::lstat(QFile::encodeName(path).constData(), &status) == 0 ? status.st_mode & 0777u : 0u;
}

/// What a process that was killed leaves behind.
static bool leaveSocketAt(const QString &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    qstrncpy(address.sun_path, QFile::encodeName(path).constData(), sizeof address.sun_path);
    const int descriptor = ::socket(AF_UNIX, SOCK_STREAM, 0);
    const bool bound = ::bind(descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0;
    ::close(descriptor);
    return bound;
}

class TestControlSocket : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init();
    void livesInAFolderOfItsOwnersAlone();
    void eachDataFolderHasItsOwn();
    void livesInTheDataFolderWhereNoRuntimeFolderIsSafe_data();
    void livesInTheDataFolderWhereNoRuntimeFolderIsSafe();
    void isFoundWithoutKnowingTheRuntimeFolder();
    void whatADeadProcessLeftIsReplaced();
    void aFileOfThatNameIsNotTouched();
    void theOtherEndOfAPairIsOurs();

private:
    QString data(const QString &name = u"data"_s) const
    {
        const QString folder = m_folder->filePath(name);
        QDir().mkpath(folder);
        return folder;
    }
    QString runtime() const
    {
        const QString folder = m_folder->filePath(u"run"_s);
        ::mkdir(QFile::encodeName(folder).constData(), 0700);
        return folder;
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestControlSocket::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void TestControlSocket::livesInAFolderOfItsOwnersAlone()
{
    const auto path = makeControlPath(data(), runtime());
    QVERIFY(path);
    const QString home = QFileInfo(*path).path();
    QCOMPARE(home, runtime() + u"/loopflow"_s);
    QCOMPARE(modeOf(home), 0700u);
}

void TestControlSocket::eachDataFolderHasItsOwn()
{
    const auto one = makeControlPath(data(), runtime());
    const auto same = makeControlPath(data() + u"/../data"_s, runtime());
    const auto other = makeControlPath(data(u"other"_s), runtime());
    QVERIFY(one && same && other);
    QCOMPARE(*same, *one);
    QVERIFY(*other != *one);
}

void TestControlSocket::livesInTheDataFolderWhereNoRuntimeFolderIsSafe_data()
{
    QTest::addColumn<int>("mode");
    QTest::newRow("none") << -1;
    QTest::newRow("missing") << 0;
    QTest::newRow("others may look in") << 0755;
    QTest::newRow("others may write") << 0777;
}

void TestControlSocket::livesInTheDataFolderWhereNoRuntimeFolderIsSafe()
{
    QFETCH(int, mode);
    const QString folder = mode < 0 ? QString() : m_folder->filePath(u"run"_s);
    if (mode > 0) {
        QVERIFY(QDir().mkpath(folder));
        QCOMPARE(::chmod(QFile::encodeName(folder).constData(), static_cast<mode_t>(mode)), 0);
    }
    const auto path = makeControlPath(data(), folder);
    QVERIFY(path);
    QCOMPARE(*path, controlName(data()));
}

void TestControlSocket::isFoundWithoutKnowingTheRuntimeFolder()
{
    const auto path = makeControlPath(data(), runtime());
    QVERIFY(path);
    QCOMPARE(findControlPath(data()).error().code, ErrorCode::NotFound);
    QVERIFY(leaveSocketAt(*path));
    QVERIFY(linkControl(data(), *path));
    const auto found = findControlPath(data());
    QVERIFY(found);
    QCOMPARE(*found, *path);
}

void TestControlSocket::whatADeadProcessLeftIsReplaced()
{
    const auto first = makeControlPath(data(), runtime());
    QVERIFY(first && leaveSocketAt(*first));
    QVERIFY(linkControl(data(), *first));
    const auto second = makeControlPath(data(), runtime());
    QVERIFY(second);
    QVERIFY(!QFile::exists(*second)); // free to be bound again
    QVERIFY(linkControl(data(), *second));
    const auto third = makeControlPath(data(), {}); // now without a runtime folder: the link's own place
    QVERIFY(third && leaveSocketAt(*third));
    QCOMPARE(*findControlPath(data()), *third);
}

void TestControlSocket::aFileOfThatNameIsNotTouched()
{
    QFile file(controlName(data()));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.close();
    const auto path = makeControlPath(data(), {});
    QVERIFY(!path);
    QVERIFY2(path.error().message.contains(controlName(data())), qPrintable(path.error().message));
    QVERIFY(QFile::exists(controlName(data())));
    QCOMPARE(findControlPath(data()).error().code, ErrorCode::NotFound);
}

void TestControlSocket::theOtherEndOfAPairIsOurs()
{
    int ends[2];
    QCOMPARE(::socketpair(AF_UNIX, SOCK_STREAM, 0, ends), 0);
    QVERIFY(peerIsOwner(ends[0]));
    ::close(ends[0]);
    ::close(ends[1]);
    QVERIFY(!peerIsOwner(ends[0])); // no socket, no owner
}

LOOPFLOW_TEST(TestControlSocket)
#include "tst_controlsocket.moc"
